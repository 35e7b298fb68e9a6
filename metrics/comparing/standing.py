"""Which figure stands for a pairing, and which figures may share an axis at all.

Charted is what speaks of a whole pairing and of the metric as such or of one of its categories; what counts one of a kind,
a part, or more than a pairing stands in tables. A panel holds charted figures of one unit, one kind, one category and one
level of recipient, and no pairing beside one that holds it. One figure stands for each pairing; the others stay reachable.
So no two figures on one axis differ in what `differences` calls a block.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from operator import attrgetter

from ..catalog.tuples import Row
from ..reckoning.series import Joined, joined
from ..words import Bilingual

RULE = Bilingual(
    "每组结对关系取一条数据：先取已发生的，后取计划的；时段截止最晚的；截止相同取时段最长的；再按数据整理者所选、来源级别。",
    "One figure per pairing: done before planned; then the latest end, the longest period, the curators' choice, the best source.",
)
SHARED = attrgetter("unit", "kind", "category", "level")  # by all figures of a panel


@dataclass(frozen=True, eq=False)
class Panel:
    """Figures that may share an axis. `held` ones are parts of pairings in another panel like it."""

    unit: str
    kind: str
    category: Bilingual | None
    level: str
    held: bool
    figures: tuple[Row, ...]

    @cached_property
    def standing(self) -> tuple[Row, ...]:
        """A row a pairing: the figure that stands for it."""
        return tuple(standing(self.figures))

    @cached_property
    def joined(self) -> Joined:
        """What a time series says of the figures."""
        return joined(self.figures)

    @cached_property
    def pairings(self) -> dict[str, None]:
        """Their names, in the order of the figures."""
        return dict.fromkeys(row.pairing for row in self.figures)


def panels(rows: Iterable[Row]) -> list[Panel]:
    """The panels of a selection: the metric as such before its categories, the fullest first."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in filter(is_charted, rows):
        groups.setdefault(SHARED(row), []).append(row)
    made = [panel(layer, held=held) for group in groups.values() for layer, held in layers(group)]
    return sorted(made, key=lambda one: (one.category is not None, one.held, -len(one.pairings), -len(one.figures)))


def layers(rows: list[Row], *, held: bool = False) -> Iterator[tuple[list[Row], bool]]:
    """The rows of pairings that none of the others holds, then those of the rest, which are held."""
    there = {row.pairing for row in rows}
    inner = {row.pairing for row in rows if not there.isdisjoint(row.within.split())}
    if len(inner) == len(there):  # each in another one, which no file should say
        inner.clear()
    yield [row for row in rows if row.pairing not in inner], held
    if inner:
        yield from layers([row for row in rows if row.pairing in inner], held=True)


def panel(rows: list[Row], *, held: bool) -> Panel:
    first = rows[0]
    words = Bilingual(first.category_zh, first.category_en) if first.category else None
    return Panel(first.unit, first.kind, words, first.level, held, tuple(rows))


def is_charted(row: Row) -> bool:
    """Whether a row may stand in a chart: a reported figure of a whole pairing, of the metric as such or of a category."""
    return bool(row.status == "reported" and is_headline(row))


def is_headline(row: Row) -> bool:
    """Whether a row speaks of the whole pairing, and of what others may speak of too."""
    return bool(row.extent == "whole" and (row.label_zh == "" or row.category != ""))


def standing(rows: Iterable[Row]) -> Iterator[Row]:
    """The figure that stands for each pairing, by `RULE`; in the order of the pairings."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.pairing, []).append(row)
    return (min(own, key=rank) for own in found.values())


def rank(row: Row) -> tuple[bool, float, float, bool, str]:
    """By what a figure stands before another: the least one stands."""
    start, end = row.period_start, row.period_end
    return (
        row.basis == "planned",
        inf if end is None else -end.toordinal(),
        inf if start is None else start.toordinal(),  # same end: the earlier start is the longer period
        not row.preferred,
        row.tier,
    )
