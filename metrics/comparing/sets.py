"""Like with like: of thousands of figures, the sets within which nothing worse than a note differs.

A set holds at most one figure a pairing, and no rule of `differences` of level warn or block fires between any two of them.
Most such rules ask for sameness (`ALIKE`); those of time ask that ends lie within a year of each other and that lengths
differ by a quarter at most. Distances on a line have it that where any two of many are near, all lie in one window: so the
largest set is the fullest window of end by length, and looking at every window finds it exactly. Of a pairing and one that
holds it, both being near, the holder stays (`settled`); the other joins a set afterwards where the holder did not come in.

Each figure has its best set, the largest that holds it (`containing`); a metric's sets are those of its figures, largest
first, each named by its anchor: a figure whose best set it is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter

from ..catalog.tuples import Row
from ..figures.period import years
from .descriptions import INTENDED, is_open
from .standing import is_charted, rank
from .windows import Moment, Moments, Point, Window, near

ALIKE = ("unit", "kind", "category", "level", "programme", "attribution")
SAME = ("unit", "period", "basis", "category", "programme", "level")  # what a set may share, and is named by


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


def sets(rows: Iterable[Row], most: int | None = None) -> tuple[Set, ...]:
    """The sets of a metric's figures, the largest first, then the latest; each has two pairings at least. `most`: how many at most.

    `rows`: those of one metric, as printed or derived; what may not be charted is passed over.
    """
    groups = [fresh_windows(points) for points in alike(rows) if len(points) > 1]
    found: dict[tuple[int, ...], Set] = {}
    for window, fresh, moments, held in merge(*groups, key=lambda one: one[0].order):
        if window.pairings < 2 or len(found) == most:
            break
        members = chosen(moments.figures(window))
        anchor = next((point for point in members if point.moment in fresh), None)
        if anchor is not None:
            made = set_of(grown(members, held), anchor)
            found.setdefault(made.rows, made)
    return tuple(sorted(found.values(), key=lambda one: -len(one.rows)))


def containing(figure: str, rows: Iterable[Row]) -> Set | None:
    """The largest set that holds a figure; None where it compares with nothing, or may not be charted."""
    return largest(figure, next((points for points in alike(rows) if any(point.row.figure == figure for point in points)), []))


def largest(figure: str, points: list[Point]) -> Set | None:
    """The same among figures that only time may part."""
    anchor = next((point for point in points if point.row.figure == figure), None)
    if anchor is None:
        return None
    stay, held = settled([point for point in points if not (holds(point, anchor) and near(point, anchor))])
    moments = Moments(stay)
    members = grown(chosen([anchor, *moments.figures(moments.best(anchor))]), held)
    return set_of(members, anchor) if len(members) > 1 else None


def alike(rows: Iterable[Row]) -> Iterator[list[Point]]:
    """The figures that only time may part, those with a stated period alone; the first by `standing.RULE` first."""
    groups: dict[tuple[object, ...], list[Point]] = {}
    same = attrgetter(*ALIKE)
    for place, row in enumerate(sorted(filter(is_charted, rows), key=rank)):
        if is_open(row):
            continue
        groups.setdefault((row.basis in INTENDED, same(row)), []).append(Point(row, place, row.period_end.toordinal(), measured(row)))
    yield from groups.values()


def measured(row: Row) -> float:
    """The length by which a figure is parted from others: that of a total, unless it was put per year."""
    if row.kind != "total" or row.unit.endswith("-year"):
        return 1.0
    return years(row.period_start, row.period_end)


def fresh_windows(points: list[Point]) -> Iterator[tuple[Window, set[Moment], Moments, list[Point]]]:
    """The windows of figures that only time may part, in their order: each with the moments that none before had, and what is held."""
    stay, held = settled(points)
    moments = Moments(stay)
    for window, fresh in moments.fresh_windows():
        yield window, fresh, moments, held


def settled(points: list[Point]) -> tuple[list[Point], list[Point]]:
    """The figures that stay, and those that another one near them holds."""
    named: dict[str, list[Point]] = {}
    for point in points:
        named.setdefault(point.row.pairing, []).append(point)
    held = [point for point in points if any(near(one, point) for name in point.row.within.split() for one in named.get(name, ()))]
    out = {point.place for point in held}
    return [point for point in points if point.place not in out], held


def chosen(window: list[Point]) -> list[Point]:
    """The first figure of each pairing."""
    first: dict[str, Point] = {}
    for point in window:
        first.setdefault(point.row.pairing, point)
    return list(first.values())


def grown(members: list[Point], held: list[Point]) -> list[Point]:
    """With what fits beside all of them after all: nothing else does, for then their window would not be the fullest."""
    for point in held:
        if all(fits(point, member) for member in members):
            members = [*members, point]
    return members


def fits(one: Point, other: Point) -> bool:
    """Whether two figures are of two pairings, neither in the other, and near one another."""
    return one.row.pairing != other.row.pairing and not holds(one, other) and not holds(other, one) and near(one, other)


def holds(one: Point, other: Point) -> bool:
    return one.row.pairing in other.row.within.split()


def set_of(members: list[Point], anchor: Point) -> Set:
    members = sorted(members, key=lambda point: point.row.Index)
    rows = [point.row for point in members]
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
