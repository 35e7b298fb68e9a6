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

from ..catalog.tuples import Row
from ..figures.interval import Interval, from_columns

SHARED = ["pairing", "metric", "unit", "kind", "basis", "scope", "category", "label_zh"]
Course = Literal["annual", "cumulative", "level", "rate"]


@dataclass(frozen=True)
class Line:
    """The row labels of figures that a line joins, oldest first; at least two."""

    course: Course
    rows: tuple[int, ...]


def runs(rows: Iterable[Row]) -> list[tuple[Course, list[Row]]]:
    """The reported figures that continue one another, oldest first, one for each end; one without an end is in none."""
    found: dict[tuple[object, ...], dict[object, Row]] = {}
    # Two reports of one end are no step: the preferred one stands, else the first.
    for row in sorted((row for row in rows if row.period_end is not None), key=lambda one: (one.period_end, not one.preferred)):
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
    if row.period_end is None:
        return None
    if row.kind != "total":
        return "level" if row.kind == "level" else "rate"
    if row.period_start is None:
        return None
    return "annual" if is_year(row) else "cumulative"


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


def increment(earlier: Row, later: Row) -> Increment:
    """The step between two figures of a cumulative series, where start, basis and scope agree."""
    before, after = from_columns(earlier.low, earlier.high), from_columns(later.low, later.high)
    return Increment(earlier.Index, later.Index, later.value - earlier.value, after - before)


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


def joined(rows: Iterable[Row]) -> Joined:
    """The lines and steps of a panel's figures. An average does not grow by its difference, so what was derived has no steps."""
    reported = [row for row in rows if row.status == "reported"]
    series = runs(reported)
    lines = (Line(course, run) for course, found in series for run in unbroken(found) if len(run) > 1)
    grown = (found for course, found in series if course == "cumulative" and not found[0].step_zh)
    steps = (increment(*pair) for found in grown for pair in pairwise(found))
    return Joined(tuple(lines), tuple(steps), frozenset(row.Index for row in reported if course_of(row) == "annual"))


def is_year(row: Row) -> bool:
    """Whether a period is exactly one calendar year."""
    start, end = row.period_start, row.period_end
    if start is None or end is None:
        return False
    return bool(start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31))
