"""Which figure stands for a pairing, and which figures may share an axis at all.

A panel holds figures of one unit, one kind and one class: `headline` (the whole pairing, the metric as
such), `narrower` (the whole pairing, but a part of what the metric counts), `part` (a part of the
pairing), `wider` (more than the pairing). In a headline panel one figure stands for each pairing; the
others stay reachable. So no two figures on one axis differ in what `differences` calls a block.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from ..words import Bilingual
from .series import Joined, joined

CLASSES = ("headline", "narrower", "part", "wider")

RULE = Bilingual(
    "每个结对取一个数字：先取已发生的，后取计划的；时段截止最晚的；截止相同取时段最长的；再按编者所选、来源级别。",
    "One figure per pairing: done before planned; then the latest end, the longest period, the curators' choice, the best source.",
)


@dataclass(frozen=True)
class Panel:
    """Figures that may share an axis. `standing` has a row a pairing in a headline panel, else every row."""

    unit: str
    kind: str
    group: str
    figures: pd.DataFrame
    standing: pd.DataFrame
    joined: Joined


def panels(frame: pd.DataFrame) -> list[Panel]:
    """The panels of a selection, the fullest first within their class; what reports no figure is left out."""
    figures = frame[frame["status"] == "reported"]
    keys = [figures["unit"], figures["kind"], classes(figures)]
    made = [panel(unit, kind, group, rows) for (unit, kind, group), rows in figures.groupby(keys, sort=False)]
    return sorted(made, key=lambda one: (CLASSES.index(one.group), -one.figures["pairing"].nunique(), -len(one.figures)))


def panel(unit: str, kind: str, group: str, figures: pd.DataFrame) -> Panel:
    return Panel(unit, kind, group, figures, standing(figures) if group == "headline" else figures, joined(figures))


def classes(frame: pd.DataFrame) -> "pd.Series[str]":
    """One of `CLASSES` for each row."""
    whole = pd.Series("headline", index=frame.index).mask(frame["label_zh"] != "", "narrower")
    return whole.where(frame["extent"] == "whole", frame["extent"])


def standing(frame: pd.DataFrame) -> pd.DataFrame:
    """The figure that stands for each pairing, by `RULE`; in the order of the frame's pairings."""
    return frame.loc[list(leaders(frame))]


def leaders(frame: pd.DataFrame) -> Iterator[int]:
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
    ordered = frame["pairing"].loc[ranks.index].drop_duplicates()
    for pairing in frame["pairing"].drop_duplicates():
        yield ordered.index[ordered == pairing][0]


def days(dates: "pd.Series[pd.Timestamp]") -> "pd.Series[float]":
    return (dates - pd.Timestamp("1900-01-01")) / pd.Timedelta(days=1)
