"""Like with like: of thousands of figures, the sets within which nothing worse than a note differs.

A set holds at most one figure a pairing, and no rule of `differences` of level warn or block fires between any two of them.
Most such rules ask for sameness (`ALIKE`); those of time ask that ends lie within a year of each other and that lengths
differ by a quarter at most. Distances on a line have it that where any two of many are near, all lie in one window: so the
largest set is the fullest window of end by length, and looking at every window finds it exactly. What holds another pairing
is settled within a window: the holder stays.

Each figure has its best set, the largest that holds it (`containing`); a metric's sets are those of its figures, largest
first, each named by its anchor: a figure whose best set it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Any

import pandas as pd

from ..catalog.tuples import row_tuples
from ..figures.period import years
from .descriptions import INTENDED, is_open
from .standing import charted, ranked
from .windows import Moments, Point, Room

ALIKE = ("unit", "kind", "category", "level", "programme", "attribution")
NEEDED = ("figure", "pairing", "within", "period", "period_start", "period_end", "basis", *ALIKE)
SAME = ("unit", "period", "basis", "category", "programme", "level")  # what a set may share, and is named by
Row = Any


@dataclass(frozen=True)
class Set:
    """Row labels of figures that compare, the anchor's id, and what all of them say in the columns of `SAME`.

    `starts` and `ends` are the first and the last year in which a period begins and ends; no `starts` where lengths part none.
    """

    anchor: str
    rows: tuple[int, ...]
    figures: tuple[str, ...]
    pairings: tuple[str, ...]
    shared: dict[str, str]
    starts: tuple[int, int] | None
    ends: tuple[int, int]


def sets(frame: pd.DataFrame, most: int | None = None) -> tuple[Set, ...]:
    """The sets of a metric's figures, the largest first, then the latest; each has two pairings at least. `most`: how many at most.

    `frame`: rows of one metric, as printed or derived; what may not be charted is passed over.
    """
    groups = [Moments(points) for points in alike(frame)]
    found: dict[tuple[int, ...], Set] = {}
    for window, fresh, moments in merge(*(group.fresh_windows() for group in groups), key=lambda one: one[0].order):
        if window.pairings < 2 or len(found) == most:
            break
        members = grown(chosen(moments.figures(window)), moments)
        anchors = [point for point in members if (point.end, point.length) in fresh]
        if anchors and len(members) > 1:
            made = set_of(members, anchors[0])
            found.setdefault(made.rows, made)
    return tuple(sorted(found.values(), key=lambda one: -len(one.rows)))


def containing(figure: str, frame: pd.DataFrame) -> Set | None:
    """The largest set that holds a figure; None where it compares with nothing, or may not be charted."""
    for points in alike(frame):
        anchor = next((point for point in points if point.row.figure == figure), None)
        if anchor is not None:
            others = [point for point in points if point.row.pairing != anchor.row.pairing and fits(point, anchor)]
            moments = Moments([anchor, *others])
            best = next(window for window, fresh, _ in moments.fresh_windows() if (anchor.end, anchor.length) in fresh)
            members = grown(chosen([anchor, *moments.figures(best)]), Moments(points))
            return set_of(members, anchor) if len(members) > 1 else None
    return None


def alike(frame: pd.DataFrame) -> Iterator[list[Point]]:
    """The figures that only time may part, those with a stated period alone; the first by `standing.RULE` first."""
    rows = row_tuples(ranked(frame[charted(frame)])[list(NEEDED)])
    groups: dict[tuple[object, ...], list[Point]] = {}
    for place, row in enumerate(rows):
        if is_open(row):
            continue
        key = (row.basis in INTENDED, *(getattr(row, name) for name in ALIKE))
        groups.setdefault(key, []).append(Point(row, place, row.period_end.toordinal(), measured(row)))
    yield from groups.values()


def measured(row: Row) -> float:
    """The length by which a figure is parted from others: that of a total, unless it was put per year."""
    if row.kind != "total" or row.unit.endswith("-year"):
        return 1.0
    return years(row.period_start.date(), row.period_end.date())


def chosen(window: list[Point]) -> list[Point]:
    """The first figure of each pairing, without pairings that another one of them holds."""
    first: dict[str, Point] = {}
    for point in window:
        first.setdefault(point.row.pairing, point)
    return [point for point in first.values() if not any(holder in first for holder in point.row.within.split())]


def grown(members: list[Point], moments: Moments) -> list[Point]:
    """With every further pairing that fits beside all of them: figures that stand may lie closer than their window was wide."""
    room = Room(members)
    pairings, holders = {point.row.pairing for point in members}, {name for point in members for name in point.row.within.split()}
    for point in moments.between(room.first, room.last):
        name = point.row.pairing
        if name not in pairings and room.takes(point) and name not in holders and pairings.isdisjoint(point.row.within.split()):
            members = [*members, point]
            room = Room(members)
            pairings.add(name)
            holders.update(point.row.within.split())
    return members


def fits(one: Point, other: Point) -> bool:
    """Whether time and holding let two figures stand together."""
    apart = one.row.pairing not in other.row.within.split() and other.row.pairing not in one.row.within.split()
    return apart and Room([one]).takes(other)


def set_of(members: list[Point], anchor: Point) -> Set:
    rows = sorted((point.row for point in members), key=lambda row: row.Index)
    shared = {name: getattr(rows[0], name) for name in SAME if len({getattr(row, name) for row in rows}) == 1}
    ends = [row.period_end.year for row in rows]
    parted = rows[0].kind == "total" and not rows[0].unit.endswith("-year")
    return Set(
        anchor.row.figure,
        tuple(row.Index for row in rows),
        tuple(row.figure for row in rows),
        tuple(row.pairing for row in rows),
        shared,
        (min(row.period_start.year for row in rows), max(row.period_start.year for row in rows)) if parted else None,
        (min(ends), max(ends)),
    )
