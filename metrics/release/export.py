"""A frame of figures -> CSV that Excel, pandas and a person read alike (RFC 4180, with a byte order mark)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import isnan
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import compute

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection; full-width forms count).
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
HARMLESS = re.compile(r"[+\-＋－][0-9][0-9.,]*[%‰]?")  # a number or a share with a sign computes nothing; a span would
QUOTED = re.compile(r'[",\r\n]')
UNSAFE = f"^{FORMULA.pattern}|{QUOTED.pattern}"
BOM = "\ufeff"
PIECE = 16_384  # rows written at a time
LARGEST_PLAIN = 1e15  # below, a whole number is written digit by digit


def to_csv(frame: pd.DataFrame, bom: bool = True) -> str:
    """The frame as CSV text: CRLF, one row a figure, empty where there is nothing."""
    return b"".join(csv_pieces(frame, bom)).decode()


def csv_pieces(frame: pd.DataFrame, bom: bool = True, rows: int = PIECE) -> Iterator[bytes]:
    """The same as bytes, piece by piece: the head, then some rows at a time, whole columns formatted at once."""
    yield ((BOM if bom else "") + ",".join(quoted(name) for name in frame.columns) + "\r\n").encode()
    for start in range(0, len(frame), rows):
        piece = frame.iloc[start : start + rows]
        *cells, last = (column(piece[name]) for name in piece.columns)
        lines = compute.binary_join_element_wise(*cells, compute.binary_join_element_wise(last, "", "\r\n"), ",")
        _, ends, text = pa.concat_arrays([lines]).buffers()  # a text column keeps its texts one after the other
        yield text[: np.frombuffer(ends, np.int32)[len(lines)]].to_pybytes()


def column(values: "pd.Series[Any]") -> pa.Array:
    """A column as the texts of its cells: what can be is written in one go, each different text looked at once."""
    if values.dtype == "float64":
        return numbers(values)
    if values.dtype in ("str", "object"):  # the catalog's texts, or those of a view
        return texts(in_arrow(values).cast(pa.string()).fill_null(""))
    if values.dtype == "bool":
        return in_arrow(values).cast(pa.string())
    if values.dtype.kind == "M":
        return in_arrow(values).cast(pa.date32()).cast(pa.string()).fill_null("")
    return pa.array([quoted(cell(value)) for value in values], pa.string())


def numbers(values: "pd.Series[float]") -> pa.Array:
    whole = (values % 1 == 0) & (values.abs() < LARGEST_PLAIN)
    written = in_arrow(values.where(whole)).cast(pa.int64()).cast(pa.string()).fill_null("")
    others = values.notna() & ~whole
    return compute.replace_with_mask(written, pa.array(others), pa.array([cell(value) for value in values[others]], pa.string()))


def texts(values: pa.Array) -> pa.Array:
    """Safe and quoted; a column in which nothing is to be done stays as it is."""
    encoded = values.dictionary_encode()
    if not compute.any(compute.match_substring_regex(encoded.dictionary, UNSAFE)).as_py():
        return values
    return pa.array([quoted(cell(text)) for text in encoded.dictionary.to_pylist()], pa.string()).take(encoded.indices)


def in_arrow(values: "pd.Series[Any]") -> pa.Array:
    made = pa.array(values, from_pandas=True)
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if QUOTED.search(text) else text


def cell(value: object) -> str:
    """One value as text: numbers plain, days ISO, text safe to open."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "" if isnan(value) else format(Decimal(f"{value + 0.0:.15g}"), "f")  # + 0.0: no minus before a zero
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if value is pd.NaT or value is None:
        return ""
    text = str(value)
    return f"'{text}" if FORMULA.match(text) and not HARMLESS.fullmatch(text) else text


def file_name(metric: str, pairings: int, first: int | None, last: int | None, today: str, ending: str = "csv") -> str:
    """`paired-assistance_funds_2-pairings_2016-2024_2026-11-22.csv`, of letters that every system takes."""
    years = f"_{first or ''}-{last or ''}" if first or last else ""
    return f"paired-assistance_{metric}_{pairings}-pairings{years}_{today}.{ending}"
