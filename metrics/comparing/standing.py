"""Which figure stands for a pairing, and which figures may share an axis at all.

Charted is what speaks of a whole pairing and of the metric as such or of one of its categories; what counts one of a kind,
a part, or more than a pairing stands in tables. A panel holds charted figures of one unit, one kind, one category and one
level of recipient, and no pairing beside one that holds it. One figure stands for each pairing; the others stay reachable.
So no two figures on one axis differ in what `differences` calls a block.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ..catalog.tuples import Row
from ..reckoning.series import Joined, joined
from ..words import Bilingual

RULE = Bilingual(
    "每组结对关系取一条数据：先取已发生的，后取计划的；时段截止最晚的；截止相同取时段最长的；再按数据整理者所选、来源级别。",
    "One figure per pairing: done before planned; then the latest end, the longest period, the curators' choice, the best source.",
)
RANKED = ("pairing", "basis", "period_start", "period_end", "preferred", "tier")  # what `RULE` looks at
SHARED = ["unit", "kind", "category", "level"]  # by all figures of a panel


@dataclass(frozen=True, eq=False)
class Panel:
    """Figures that may share an axis: rows of a frame, by place. `held` ones are parts of pairings in another panel like it."""

    unit: str
    kind: str
    category: Bilingual | None
    level: str
    held: bool
    frame: pd.DataFrame
    rows: tuple[int, ...]

    @cached_property
    def figures(self) -> pd.DataFrame:
        """Taken when somebody asks: most panels of a large selection are only counted."""
        return self.frame.take(self.rows)

    @cached_property
    def standing(self) -> pd.DataFrame:
        """A row a pairing: the figure that stands for it."""
        return standing(self.figures)

    @cached_property
    def joined(self) -> Joined:
        """What a time series says of the figures."""
        return joined(self.figures)

    @cached_property
    def pairings(self) -> frozenset[str]:
        return frozenset(self.frame["pairing"].array.take(self.rows))


def panels(frame: pd.DataFrame) -> list[Panel]:
    """The panels of a selection: the metric as such before its categories, the fullest first."""
    figures = frame[charted(frame)]
    names, holders = figures["pairing"].tolist(), [str(within).split() for within in figures["within"]]
    groups: dict[tuple[str, ...], list[int]] = {}
    for row, key in enumerate(zip(*(figures[name].tolist() for name in SHARED), strict=True)):
        groups.setdefault(key, []).append(row)
    made = [panel(key, figures, layer, held=held) for key, rows in groups.items() for layer, held in layers(rows, names, holders)]
    return sorted(made, key=lambda one: (one.category is not None, one.held, -len(one.pairings), -len(one.rows)))


def layers(rows: list[int], names: list[str], holders: list[list[str]], *, held: bool = False) -> Iterator[tuple[list[int], bool]]:
    """The rows of pairings that none of the others holds, then those of the rest, which are held."""
    there = {names[row] for row in rows}
    inner = {row for row in rows if not there.isdisjoint(holders[row])}
    if len(inner) == len(rows):  # each in another one, which no file should say
        inner.clear()
    yield [row for row in rows if row not in inner], held
    if inner:
        yield from layers([row for row in rows if row in inner], names, holders, held=True)


def panel(key: tuple[str, ...], figures: pd.DataFrame, rows: list[int], *, held: bool) -> Panel:
    unit, kind, category, level = key
    words = Bilingual(*(figures[name].iat[rows[0]] for name in ("category_zh", "category_en"))) if category else None
    return Panel(unit, kind, words, level, held, figures, tuple(rows))


def charted(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows may stand in a chart: a reported figure of a whole pairing, of the metric as such or of a category."""
    return (frame["status"] == "reported") & headline(frame)


def is_charted(row: Row) -> bool:
    """The same of one figure."""
    return bool(row.status == "reported" and row.extent == "whole" and (row.label_zh == "" or row.category != ""))


def headline(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows speak of the whole pairing, and of what others may speak of too."""
    return (frame["extent"] == "whole") & ((frame["label_zh"] == "") | (frame["category"] != ""))


def standing(frame: pd.DataFrame) -> pd.DataFrame:
    """The figure that stands for each pairing, by `RULE`; in the order of the frame's pairings."""
    return frame.loc[list(leaders(frame))]


def leaders(frame: pd.DataFrame) -> Iterator[int]:
    first = ranked(frame[list(RANKED)]).drop_duplicates("pairing")["pairing"]
    places = dict(zip(first, first.index, strict=True))
    return map(places.__getitem__, frame["pairing"].drop_duplicates())


def ranked(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with what stands by `RULE` before what it stands for."""
    ranks = pd.DataFrame(
        {
            "planned": frame["basis"] == "planned",
            "end": -days(frame["period_end"]),
            "length": days(frame["period_start"]),  # same end: the earlier start is the longer period
            "preferred": ~frame["preferred"],
            "tier": frame["tier"],
        },
        index=frame.index,
    ).sort_values(["planned", "end", "length", "preferred", "tier"], kind="stable", na_position="last")
    return frame.loc[ranks.index]


def days(dates: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    return (dates - pd.Timestamp("1900-01-01")) / pd.Timedelta(days=1)
