"""One figure's mark in a comparison, as SVG: its place on a scale in parts of a hundred, so that it fits any width. Knows no dash.

Filled: exact. Hollow: a bound, its open side an arrow. Hatched: between two bounds. Dashed: planned. A bar takes the colour
of the text around it (`currentColor`), so the page decides what a colour means, and a picture and the page draw the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import Any

import htpy

from metrics.comparing.standing import Panel
from metrics.words import Language

from ..wording.numbers import axis

TALL, TOP, THICK = 24, 5, 11  # pixels: a mark's box, and in it the bar
MIDDLE = TOP + THICK / 2
ROOM = 1.06  # of the largest value: an arrow's length behind it
HEADS = {"over": "M2-6 11 0 2 6z", "under": "M-2-6-11 0-2 6z", "about": "M0-6 6 0 0 6-6 0z"}  # what stands at the end of a bar


@dataclass(frozen=True)
class Scale:
    """An axis from zero: its ticks in base units with their texts, its unit in words and in base units, and where it ends."""

    ticks: list[float]
    texts: list[str]
    unit: str
    unit_value: float
    end: float

    def at(self, value: float) -> str:
        """Where a value stands, from the left, as SVG writes it."""
        return f"{100 * min(max(value / self.end, 0), 1):.2f}%"


def largest_value(panel: Panel) -> float:
    """The largest number that a panel must show; where all are zero, 1, so that the axis has a length."""
    return max(bound for row in panel.figures for bound in (row.value, row.low, row.high) if not isnan(bound)) or 1.0


def scale_of(largest: float, unit: str, language: Language) -> Scale:
    ticks, texts, words = axis(largest, unit, language)
    return Scale(ticks, texts, words, ticks[1] / float(texts[1].replace(",", "")), max(largest, ticks[-1]) * ROOM)


def bar(row: Any, others: list[Any], scale: Scale) -> htpy.Node:
    """The grid behind a row, its bar, and the other figures of its pairing as ticks under it."""
    exact = row.qualifier == "exact"
    outline = {"fill": "currentColor" if exact and row.basis != "planned" else "none", "stroke": "currentColor", "stroke_width": "1.5"}
    if row.basis == "planned":
        outline["stroke_dasharray"] = "4 2"
    end = scale.at(row.value)
    return [
        [htpy.line(".grid", x1=scale.at(tick), x2=scale.at(tick), y1="0", y2="100%") for tick in scale.ticks],
        htpy.rect(".bar", x="0", y=f"{TOP}", width=end, height=f"{THICK}", **outline, **identity(row)),
        list(hatched(row, scale)),
        head(end, HEADS[row.qualifier]) if row.qualifier in HEADS else None,
        [tick(other, scale) for other in others],
    ]


def head(end: str, path: str) -> htpy.Element:
    return htpy.svg(x=end, y=f"{MIDDLE}", overflow="visible")[htpy.path(d=path, fill="currentColor")]


def hatched(row: Any, scale: Scale) -> Iterator[htpy.Element]:
    """What lies between the bounds, where both are known and apart; its pattern stands beside it, to have the same colour."""
    if row.qualifier != "within" or isnan(row.high):
        return
    name, low, high = f"hatch-{row.figure}", scale.at(row.low), scale.at(row.high)
    lines = htpy.path(d="M0 5 5 0", stroke="currentColor", stroke_width="1.2")
    yield htpy.pattern(id=name, width="5", height="5", patternUnits="userSpaceOnUse")[lines]
    width = f"{float(high[:-1]) - float(low[:-1]):.2f}%"
    yield htpy.rect(x=low, y=f"{TOP}", width=width, height=f"{THICK}", fill=f"url(#{name})", stroke="currentColor")


def tick(row: Any, scale: Scale) -> htpy.Element:
    """Another figure of the pairing: of other years, or by another report."""
    at = scale.at(row.value)
    place = {"x1": at, "x2": at, "y1": f"{TOP + THICK + 2}", "y2": f"{TALL}"}
    return htpy.line(".other", stroke="currentColor", stroke_width="2", **place, **identity(row))


def identity(row: Any) -> dict[str, str]:
    """Whose mark it is, and at which value: for scripts, and for tests that look at what is drawn. A sample is nobody's."""
    return {"data_figure": row.figure, "data_value": f"{row.value:.17g}"} if row.figure else {}


def axis_words(scale: Scale) -> htpy.Node:
    """The ticks' texts: the first begins at zero, the others stand in the middle of theirs, the last where there is room for it."""
    anchors = ["start", *["middle"] * (len(scale.ticks) - 1)]
    return [
        htpy.text(x=scale.at(tick), y="14", text_anchor=anchor)[text]
        for tick, text, anchor in zip(scale.ticks, scale.texts, anchors, strict=True)
    ]
