"""Figures that continue one another: which may be joined by a line, and where the line breaks.

A series shares pairing, metric, unit, kind, basis, scope, category and label. Totals of single years form an
annual line, totals with one start and later ends a cumulative line, levels and rates a line of their
own. A line joins neighbouring years only: a gap stays a gap. What a cumulative total grew by over a
gap is known all the same, and given with its bounds.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, cast

import pandas as pd

from ..catalog.tuples import Row, row_tuples
from ..figures.interval import Interval, from_columns

SHARED = ["pairing", "metric", "unit", "kind", "basis", "scope", "category", "label_zh"]
NEEDED = [*SHARED, "period_start", "period_end", "preferred"]
Course = Literal["annual", "cumulative", "level", "rate"]


@dataclass(frozen=True)
class Line:
    """The row labels of figures that a line joins, oldest first; at least two."""

    course: Course
    rows: tuple[int, ...]


def lines(frame: pd.DataFrame) -> list[Line]:
    """Every line that the figures of a selection form."""
    return [Line(course, run) for course, rows in series(frame) for run in unbroken(rows) if len(run) > 1]


def series(frame: pd.DataFrame) -> list[tuple[Course, list[Row]]]:
    """The figures that continue one another, oldest first, one for each end."""
    return runs(row_tuples(frame.loc[(frame["status"] == "reported") & frame["period_end"].notna(), NEEDED]))


def runs(rows: Iterable[Row]) -> list[tuple[Course, list[Row]]]:
    """The same of reported figures, row by row; one without an end is in none."""
    found: dict[tuple[object, ...], dict[object, Row]] = {}
    # Two reports of one end are no step: the preferred one stands, else the first.
    for row in sorted((row for row in rows if pd.notna(row.period_end)), key=lambda one: (one.period_end, not one.preferred)):
        if key := series_of(row):
            found.setdefault(key, {}).setdefault(row.period_end, row)
    return [(cast(Course, key[0]), list(run.values())) for key, run in found.items()]


def series_of(row: Row) -> tuple[object, ...] | None:
    """What all figures of one series have in common, its course first; None where a figure is of none."""
    course = course_of(row)
    start = row.period_start if course == "cumulative" else None
    return course and (course, start, *(getattr(row, name) for name in SHARED))


def course_of(row: Row) -> Course | None:
    """Which sort of series a figure belongs to; none where its end is open, or the start of a total."""
    if pd.isna(row.period_end):
        return None
    if row.kind != "total":
        return "level" if row.kind == "level" else "rate"
    if pd.isna(row.period_start):
        return None
    whole = (row.period_start.month, row.period_start.day, row.period_end.month, row.period_end.day) == (1, 1, 12, 31)
    return "annual" if whole and row.period_start.year == row.period_end.year else "cumulative"


def unbroken(rows: list[Row]) -> Iterator[tuple[int, ...]]:
    """The runs of neighbouring years."""
    run: list[Row] = []
    for row in rows:
        if run and row.period_end.year - run[-1].period_end.year > 1:
            yield tuple(one.Index for one in run)
            run = []
        run.append(row)
    yield tuple(one.Index for one in run)


@dataclass(frozen=True)
class Increment:
    """What a cumulative total grew by between two reports: derived, with the bounds of both."""

    earlier: int
    later: int
    value: float
    interval: Interval


def increments(frame: pd.DataFrame) -> list[Increment]:
    """The steps of every cumulative series, where start, basis and scope agree."""
    cumulative = [rows for course, rows in series(frame) if course == "cumulative"]
    return [increment(frame, earlier.Index, later.Index) for rows in cumulative for earlier, later in pairwise(rows)]


def increment(frame: pd.DataFrame, earlier: int, later: int) -> Increment:
    before, after = (bounds(frame, row) for row in (earlier, later))
    return Increment(earlier, later, float(frame.at[later, "value"] - frame.at[earlier, "value"]), after - before)


def bounds(frame: pd.DataFrame, row: int) -> Interval:
    return from_columns(float(frame.at[row, "low"]), float(frame.at[row, "high"]))


@dataclass(frozen=True)
class Joined:
    """What a time series says of figures beside each of them: `annual` are the row labels of single years."""

    lines: tuple[Line, ...]
    increments: tuple[Increment, ...]
    annual: frozenset[int]

    def of(self, rows: Collection[int]) -> "Joined":
        """The same of some rows alone, among which each line is whole or not at all."""
        lines = tuple(line for line in self.lines if line.rows[0] in rows)
        return Joined(lines, tuple(step for step in self.increments if step.earlier in rows), self.annual)


def joined(frame: pd.DataFrame) -> Joined:
    """The lines and steps of a panel's figures. An average does not grow by its difference, so what was derived has no steps."""
    printed = frame[frame["step_zh"] == ""] if "step_zh" in frame else frame
    return Joined(tuple(lines(frame)), tuple(increments(printed)), frozenset(frame.index[is_year(frame) & (frame["kind"] == "total")]))


def is_year(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Whether each period is exactly one calendar year."""
    start, end = frame["period_start"].dt, frame["period_end"].dt
    first = (start.month == 1) & (start.day == 1)
    last = (end.month == 12) & (end.day == 31)
    return first & last & (start.year == end.year)
