"""A frame of figures -> CSV that Excel, pandas and a person read alike (RFC 4180, with a byte order mark)."""

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from math import isnan

import pandas as pd

# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection; full-width forms count).
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
BOM = "\ufeff"


def to_csv(frame: pd.DataFrame, bom: bool = True) -> str:
    """The frame as CSV text: CRLF, one row a figure, empty where there is nothing."""
    return (BOM if bom else "") + "".join(lines(frame))


def lines(frame: pd.DataFrame) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(frame.columns)
    for row in frame.itertuples(index=False, name=None):
        writer.writerow([cell(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def cell(value: object) -> str:
    """One value as text: numbers plain, days ISO, text safe to open."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return "" if isnan(value) else format(Decimal(f"{value:.15g}"), "f")
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if value is pd.NaT or value is None:
        return ""
    text = str(value)
    return f"'{text}" if FORMULA.match(text) else text


def file_name(metric: str, pairings: int, first: int | None, last: int | None, today: str) -> str:
    """`paired-assistance_funds_2-pairings_2016-2024_2026-11-22.csv`, of letters that every system takes."""
    years = f"_{first or ''}-{last or ''}" if first or last else ""
    return f"paired-assistance_{metric}_{pairings}-pairings{years}_{today}.csv"
