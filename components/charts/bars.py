"""One figure's mark in a comparison, as SVG: its place on a scale in parts of a hundred, so that it fits any width. Knows no dash.

Filled: exact. Hollow: a bound, its open side an arrow. Hatched: between two bounds. Dashed: planned. A bar takes the colour
of the text around it (`currentColor`), so the page decides what a colour means, and a picture and the page draw the same.
"""

from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import Any

import htpy

from metrics.comparing.standing import Panel
from metrics.words import Language

from ..wording.escaped import Html, escape
from ..wording.numbers import axis

TALL, TOP, THICK = 24, 5, 11  # pixels: a mark's box, and in it the bar
MIDDLE = TOP + THICK / 2
ROOM = 1.06  # of the largest value: an arrow's length behind it
PATHS = {"over": "M2-6 11 0 2 6z", "under": "M-2-6-11 0-2 6z", "about": "M0-6 6 0 0 6-6 0z"}
HEADS = {name: f'<path d="{path}" fill="currentColor"></path>' for name, path in PATHS.items()}  # what stands at the end of a bar
LINES = '<path d="M0 5 5 0" stroke="currentColor" stroke-width="1.2"></path>'


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

    @cached_property
    def grid(self) -> Html:
        """The lines behind each row."""
        return "".join(f'<line class="grid" x1="{at}" x2="{at}" y1="0" y2="100%"></line>' for at in map(self.at, self.ticks))


def largest_value(panel: Panel) -> float:
    """The largest number that a panel must show; where all are zero, 1, so that the axis has a length."""
    return max(bound for row in panel.figures for bound in (row.value, row.low, row.high) if not isnan(bound)) or 1.0


def scale_of(largest: float, unit: str, language: Language) -> Scale:
    ticks, texts, words = axis(largest, unit, language)
    return Scale(ticks, texts, words, ticks[1] / float(texts[1].replace(",", "")), max(largest, ticks[-1]) * ROOM)


def bar(row: Any, others: list[Any], scale: Scale) -> Html:
    """The grid behind a row, its bar, and the other figures of its pairing as ticks under it."""
    end, planned = scale.at(row.value), row.basis == "planned"
    fill, dashed = "currentColor" if row.qualifier == "exact" and not planned else "none", ' stroke-dasharray="4 2"' if planned else ""
    drawn = f'x="0" y="{TOP}" width="{end}" height="{THICK}" fill="{fill}" stroke="currentColor" stroke-width="1.5"{dashed}{identity(row)}'
    head = f'<svg x="{end}" y="{MIDDLE}" overflow="visible">{HEADS[row.qualifier]}</svg>' if row.qualifier in HEADS else ""
    ticks = "".join(tick(other, scale) for other in others)
    return f'{scale.grid}<rect class="bar" {drawn}></rect>{hatched(row, scale)}{head}{ticks}'


def hatched(row: Any, scale: Scale) -> Html:
    """What lies between the bounds, where both are known and apart; its pattern stands beside it, to have the same colour."""
    if row.qualifier != "within" or isnan(row.high):
        return ""
    name, low, high = escape(f"hatch-{row.figure}"), scale.at(row.low), scale.at(row.high)
    width = f"{float(high[:-1]) - float(low[:-1]):.2f}%"
    pattern = f'<pattern id="{name}" width="5" height="5" patternUnits="userSpaceOnUse">{LINES}</pattern>'
    return f'{pattern}<rect x="{low}" y="{TOP}" width="{width}" height="{THICK}" fill="url(#{name})" stroke="currentColor"></rect>'


def tick(row: Any, scale: Scale) -> Html:
    """Another figure of the pairing: of other years, or by another report."""
    at = scale.at(row.value)
    place = f'x1="{at}" x2="{at}" y1="{TOP + THICK + 2}" y2="{TALL}"'
    return f'<line class="other" stroke="currentColor" stroke-width="2" {place}{identity(row)}></line>'


def identity(row: Any) -> Html:
    """Attributes: whose mark it is, and at which value; for scripts, and for tests that look at what is drawn. A sample is nobody's."""
    return f' data-figure="{escape(row.figure)}" data-value="{row.value:.17g}"' if row.figure else ""


def axis_words(scale: Scale) -> htpy.Node:
    """The ticks' texts: the first begins at zero, the others stand in the middle of theirs, the last where there is room for it."""
    anchors = ["start", *["middle"] * (len(scale.ticks) - 1)]
    return [
        htpy.text(x=scale.at(tick), y="14", text_anchor=anchor)[text]
        for tick, text, anchor in zip(scale.ticks, scale.texts, anchors, strict=True)
    ]
