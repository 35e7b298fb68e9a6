"""Figures that continue one another: which may be joined by a line, and where the line breaks.

A series shares pairing, metric, unit, kind, basis, scope and label. Totals of single years form an
annual line, totals with one start and later ends a cumulative line, levels and rates a line of their
own. A line joins neighbouring years only: a gap stays a gap.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf, isnan
from typing import Literal

import pandas as pd

from .interval import Interval

SHARED = ["pairing", "metric", "unit", "kind", "basis", "scope", "label_zh"]
Course = Literal["annual", "cumulative", "level", "rate"]


@dataclass(frozen=True)
class Line:
    """The row labels of figures that a line joins, oldest first; at least two."""

    course: Course
    rows: tuple[int, ...]


def lines(frame: pd.DataFrame) -> list[Line]:
    """Every line that the figures of a selection form."""
    dated = frame[(frame["status"] == "reported") & frame["period_end"].notna()]
    found: list[Line] = []
    for keys, group in dated.groupby(SHARED, sort=False):
        found.extend(lines_of(group.sort_values("period_end", kind="stable"), str(keys[SHARED.index("kind")])))
    return found


def lines_of(group: pd.DataFrame, kind: str) -> Iterator[Line]:
    if kind == "total":
        yearly = is_year(group)
        yield from unbroken("annual", group[yearly])
        for _, same_start in group[~yearly & group["period_start"].notna()].groupby("period_start", sort=False):
            yield from joined("cumulative", same_start)
    else:
        yield from unbroken("level" if kind == "level" else "rate", group)


@dataclass(frozen=True)
class Increment:
    """What a cumulative total grew by between two reports: derived, with the bounds of both."""

    earlier: int
    later: int
    value: float
    interval: Interval


def increments(frame: pd.DataFrame) -> list[Increment]:
    """The steps of every cumulative line, where start, basis and scope agree."""
    cumulative = [line.rows for line in lines(frame) if line.course == "cumulative"]
    return [increment(frame, earlier, later) for rows in cumulative for earlier, later in pairwise(rows)]


def increment(frame: pd.DataFrame, earlier: int, later: int) -> Increment:
    before, after = (bounds(frame, row) for row in (earlier, later))
    return Increment(earlier, later, float(frame.at[later, "value"] - frame.at[earlier, "value"]), after - before)


def bounds(frame: pd.DataFrame, row: int) -> Interval:
    low, high = float(frame.at[row, "low"]), float(frame.at[row, "high"])
    return Interval(-inf if isnan(low) else low, inf if isnan(high) else high)


def is_year(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each period is exactly one calendar year."""
    start, end = frame["period_start"].dt, frame["period_end"].dt
    first = (start.month == 1) & (start.day == 1)
    last = (end.month == 12) & (end.day == 31)
    return first & last & (start.year == end.year)


def joined(course: Course, group: pd.DataFrame) -> Iterator[Line]:
    """One line through figures with different ends; two reports of one end are no step of a line."""
    rows = group.drop_duplicates("period_end")
    if len(rows) > 1:
        yield Line(course, tuple(rows.index))


def unbroken(course: Course, group: pd.DataFrame) -> Iterator[Line]:
    """A line for each run of neighbouring years."""
    years = group["period_end"].dt.year
    for _, run in group.groupby((years.diff() > 1).cumsum(), sort=False):
        yield from joined(course, run)
