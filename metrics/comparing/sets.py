"""Like with like: of thousands of figures, the sets within which nothing worse than a note differs.

A set holds at most one figure a pairing, and no rule of `differences` of level warn or block fires between any two of them.
Most such rules ask for sameness (`ALIKE`); those of time ask that ends lie within a year of each other and that lengths
differ by a quarter at most. Distances on a line have it that where any two of many are near, all lie in one window: so the
largest set is the fullest window of end by length, and looking at every window finds it exactly. What holds another pairing
is settled within a window: the holder stays.

Each figure has its best set, the largest that holds it (`containing`); a metric's sets are those of its figures, largest
first, each named by its anchor: a figure whose best set it is.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import pandas as pd

from ..catalog.tuples import row_tuples
from .descriptions import DAYS_APART, INTENDED, TIMES_LONGER, is_open, years_long
from .standing import charted, ranked

ALIKE = ("unit", "kind", "category", "level", "programme", "attribution")
SAME = ("period", "basis", "category", "programme", "level")  # what a set may share, and is named by
Row = Any


@dataclass(frozen=True)
class Set:
    """Row labels of figures that compare, the anchor's id, and the columns in which all of them say the same."""

    anchor: str
    rows: tuple[int, ...]
    figures: tuple[str, ...]
    pairings: tuple[str, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, eq=False)  # one of a kind: its row is long to compare
class Point:
    """A figure that may stand in a set: where it lies in time, and who it is of. Lengths count for totals alone."""

    row: Row
    place: int  # by `standing.RULE`: of two figures of one pairing the first stands
    end: int
    length: float


def sets(frame: pd.DataFrame) -> tuple[Set, ...]:
    """The sets of a metric's figures, the largest first, then the latest; each has two pairings at least.

    `frame`: rows of one metric, as printed or derived; what may not be charted is passed over.
    """
    found: dict[tuple[int, ...], tuple[int, Set]] = {}
    for points in alike(frame):
        moments = Moments(points)
        for window, fresh in moments.fresh_windows():
            members = grown(chosen(window), points)
            anchors = [point for point in members if (point.end, point.length) in fresh]
            if anchors and len(members) > 1:
                made = set_of(members, anchors[0])
                found.setdefault(made.rows, (max(point.end for point in members), made))
    return tuple(one for _, one in sorted(found.values(), key=lambda one: (-len(one[1].rows), -one[0])))


def containing(figure: str, frame: pd.DataFrame) -> Set | None:
    """The largest set that holds a figure; None where it compares with nothing, or may not be charted."""
    for points in alike(frame):
        anchor = next((point for point in points if point.row.figure == figure), None)
        if anchor is not None:
            near = [point for point in points if point is anchor or (point.row.pairing != anchor.row.pairing and fits(point, anchor))]
            window = next((window for window, fresh in Moments(near).fresh_windows() if (anchor.end, anchor.length) in fresh), [anchor])
            members = grown(chosen([anchor, *(point for point in window if point is not anchor)]), points)
            return set_of(members, anchor) if len(members) > 1 else None
    return None


def alike(frame: pd.DataFrame) -> Iterator[list[Point]]:
    """The figures that only time may part, those with a stated period alone; the first by `standing.RULE` first."""
    rows = row_tuples(ranked(frame[charted(frame)]))
    groups: dict[tuple[object, ...], list[Point]] = {}
    for place, row in enumerate(rows):
        if is_open(row):
            continue
        key = (row.basis in INTENDED, *(getattr(row, name) for name in ALIKE))
        groups.setdefault(key, []).append(Point(row, place, row.period_end.toordinal(), measured(row)))
    yield from groups.values()


def measured(row: Row) -> float:
    """The length by which a figure is parted from others: that of a total, unless it was put per year."""
    length = years_long(row) if row.kind == "total" and not row.unit.endswith("-year") else None
    return 1.0 if length is None else length


Moment = tuple[int, float]  # the end and the length of a figure's period


class Moments:
    """The moments of figures, with who has one there; pairings and moments are bits of whole numbers, which are fast to unite."""

    def __init__(self, points: list[Point]) -> None:
        self.points: dict[Moment, list[Point]] = {}
        for point in points:
            self.points.setdefault((point.end, point.length), []).append(point)
        pairing = {name: 1 << place for place, name in enumerate(dict.fromkeys(point.row.pairing for point in points))}
        self.listed = sorted(self.points)
        self.bits = [reduce(or_, {pairing[point.row.pairing] for point in self.points[moment]}) for moment in self.listed]

    def fresh_windows(self) -> Iterator[tuple[list[Point], set[Moment]]]:
        """Windows by how many pairings they have, the latest of equals first: the figures of each, and the moments that none before had.

        One without such a moment is left out.
        """
        seen = 0
        for _, _, _, moments in sorted(self.windows(), key=lambda one: (-one[0], -one[1], one[2])):
            if fresh := moments & ~seen:
                seen |= moments
                window = [point for moment in self.of(moments) for point in self.points[moment]]
                yield sorted(window, key=lambda point: point.place), set(self.of(fresh))

    def of(self, moments: int) -> Iterator[Moment]:
        while moments:
            yield self.listed[(moments & -moments).bit_length() - 1]
            moments &= moments - 1

    def windows(self) -> Iterator[tuple[int, int, float, int]]:
        """Pairings, first end, shortest length and moments of every window that no other one holds."""
        ends = [end for end, _ in self.listed]
        reached = 0
        for first, end in enumerate(ends):
            last = bisect_right(ends, end + DAYS_APART)
            if (first == 0 or end > ends[first - 1]) and last > reached:
                reached = last
                for pairings, shortest, moments in self.lengthwise(first, last):
                    yield pairings.bit_count(), end, shortest, moments

    def lengthwise(self, first: int, last: int) -> Iterator[tuple[int, float, int]]:
        """Of the moments from the first to before the last: the windows that no other one of them holds, by length."""
        by_length: dict[float, tuple[int, int]] = {}
        for place in range(first, last):
            length = self.listed[place][1]
            pairings, moments = by_length.get(length, (0, 0))
            by_length[length] = pairings | self.bits[place], moments | 1 << place
        lengths, reached = sorted(by_length), 0
        for start, shortest in enumerate(lengths):
            stop = bisect_right(lengths, TIMES_LONGER * shortest)
            if stop > reached:
                reached = stop
                pairings, moments = (reduce(or_, column) for column in zip(*(by_length[one] for one in lengths[start:stop]), strict=True))
                yield pairings, shortest, moments


def chosen(window: list[Point]) -> list[Point]:
    """The first figure of each pairing, without pairings that another one of them holds."""
    first: dict[str, Point] = {}
    for point in window:
        first.setdefault(point.row.pairing, point)
    return [point for point in first.values() if not any(holder in first for holder in point.row.within.split())]


def grown(members: list[Point], points: list[Point]) -> list[Point]:
    """With every further pairing that fits beside all of them: figures that stand may lie closer than their window was wide."""
    pairings = {point.row.pairing for point in members}
    last, first = max(point.end for point in members) - DAYS_APART, min(point.end for point in members) + DAYS_APART
    near = [point for point in points if last <= point.end <= first and point.row.pairing not in pairings]
    for point in near:
        if point.row.pairing not in pairings and all(fits(point, one) for one in members):
            members = [*members, point]
            pairings.add(point.row.pairing)
    return members


def fits(one: Point, other: Point) -> bool:
    """Whether time and holding let two figures stand together."""
    short, long = sorted((one.length, other.length))
    return abs(one.end - other.end) <= DAYS_APART and long <= TIMES_LONGER * short and not held(one, other) and not held(other, one)


def held(one: Point, other: Point) -> bool:
    return other.row.pairing in one.row.within.split()


def set_of(members: list[Point], anchor: Point) -> Set:
    rows = sorted((point.row for point in members), key=lambda row: row.Index)
    shared = tuple(name for name in SAME if len({getattr(row, name) for row in rows}) == 1)
    return Set(
        anchor.row.figure,
        tuple(row.Index for row in rows),
        tuple(row.figure for row in rows),
        tuple(row.pairing for row in rows),
        shared,
    )
