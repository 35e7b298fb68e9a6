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
    """A column as the texts of its cells, each different value written once; empty where there is nothing."""
    codes, different = pd.factorize(values.to_numpy())
    cells = pa.concat_arrays([written(different), pa.array([""])])
    return cells.take(pa.array(np.where(codes < 0, len(different), codes)))


def written(values: np.ndarray) -> pa.Array:
    """Each value as the text of a cell, all in one go where that can be."""
    if values.dtype.kind == "f":
        return numbers(values)
    if values.dtype.kind == "M":
        return pa.array(values).cast(pa.date32()).cast(pa.string())
    texts = pa.array([cell(value) for value in values.tolist()] if values.dtype != object else values, pa.string())
    unsafe = compute.match_substring_regex(texts, UNSAFE)
    safe = pa.array([quoted(cell(text)) for text in texts.filter(unsafe).to_pylist()], pa.string())
    return compute.replace_with_mask(texts, unsafe, safe)


def numbers(values: np.ndarray) -> pa.Array:
    whole = (values % 1 == 0) & (abs(values) < LARGEST_PLAIN)
    plain = pa.array(np.where(whole, values, 0).astype(np.int64)).cast(pa.string())
    return compute.replace_with_mask(plain, pa.array(~whole), pa.array([cell(value) for value in values[~whole].tolist()], pa.string()))


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
