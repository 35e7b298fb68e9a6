"""The words of a time series: a panel's title; each pairing's name and newest number at its mark, kept apart and inside. Knows no dash.

A chart does not know how wide it will be drawn, so its words are laid out for the narrowest page, a telephone's.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from operator import attrgetter
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from metrics.comparing.standing import Panel
from metrics.words import Language

from ..wording.captions import panel_name, recipient
from ..wording.numbers import figure_words
from .marks import Style, note, plain, suffix
from .palette import READABLE

NEAR = 20  # pixels between two labels
ABOVE, HIGHER, UNDER = 14, 30, -16  # pixels from a mark to its label: a plain one, one with a sign above it, a label below
BELOW, OVER = 8, 10  # pixels from the highest label to the panel's title, from the lowest to the years
NARROW, LETTER, MARK = 296, 7.2, 7  # pixels: the plot on a telephone, a letter there, half a mark
ON_SCALE, NAMELESS = 10, 5  # how much worse than covering a mark: covering words of the scale, and a label without its number

WIDE = 46  # letters in a line of a telephone; a Chinese character is as wide as two

Place = tuple[float, float]  # from the plot's left and bottom: parts of its width and height, or pixels where it is narrowest


class Label(NamedTuple):
    """What is written at a mark; `left`, `right` and `height` in pixels."""

    row: Any
    text: str
    xanchor: str
    xshift: float
    left: float
    right: float
    height: float


def title(panel: Panel, unit: str, language: Language) -> list[str]:
    """A panel's name and its unit: on one line where they are short."""
    name = panel_name(panel, language)
    if width(f"{name}  {unit}") <= WIDE:
        return [f"<b>{plain(name)}</b>  {plain(unit)}"]
    return [f"<b>{plain(name)}</b>", *map(plain, wrapped(unit, WIDE))]


def labels(rows: list[Any], at: Callable[[Any], Place], scale: list[float], tall: float, number: int, style: Style) -> list[dict[str, Any]]:
    """One label for each pairing, at its newest mark. `scale`: where amounts stand at the left; `tall`: the plot's height in pixels."""
    newest = {row.pairing: row for row in sorted(rows, key=lambda one: one.period_end)}
    taken = [(across * NARROW, up * tall, 1) for across, up in map(at, rows)]
    taken += [(NEAR, up * tall + NEAR / 2, ON_SCALE) for up in scale]
    best = [min(candidates(row, at(row), tall, style), key=partial(cost, taken=taken)) for row in newest.values()]
    best.sort(key=attrgetter("height"))
    made = []
    for one, height in zip(best, spread([one.height for one in best], tall - BELOW), strict=True):
        across, up = at(one.row)
        place = {"xref": f"x{suffix(number)} domain", "yref": f"y{suffix(number)} domain", "x": across, "y": up}
        made.append(
            note(one.text, **place, xanchor=one.xanchor, yanchor="middle", xshift=one.xshift, yshift=height - up * tall)
            | {"font": {"size": 13, "color": READABLE[style.colour(one.row.pairing)]}}
        )
    return made


def candidates(row: Any, at: Place, tall: float, style: Style) -> Iterator[Label]:
    """The labels that a mark may have, the most wanted first: above or below it, without the number where that finds no room."""
    name, number, mark = recipient(row, style.language), figure_words(row, style.language), at[1] * tall
    heights = (mark + (ABOVE if row.qualifier in ("exact", "within") else HIGHER), mark + UNDER)
    for words, height in product((f" {number}", ""), heights):
        wide = width(name + words) * LETTER
        if (words and wide > NARROW) or height < OVER:
            continue
        xanchor, xshift = anchor(at[0], wide)
        left = at[0] * NARROW + xshift - (wide if xanchor == "right" else 0)
        yield Label(row, f"<b>{plain(name)}</b>{plain(words)}", xanchor, xshift, left, left + wide, height)


def cost(label: Label, taken: list[tuple[float, float, int]]) -> int:
    """What a label would cover; a mark is never under its own."""
    covered = (worth for x, y, worth in taken if label.left - MARK < x < label.right + MARK and abs(y - label.height) < NEAR / 2 + 3)
    return sum(covered) + (NAMELESS if label.text.endswith("</b>") else 0)


def spread(wanted: list[float], most: float) -> list[float]:
    """The heights, from the lowest, moved up until none is near another; where that is too high, down again."""
    heights: list[float] = []
    for height in wanted:
        heights.append(max(height, heights[-1] + NEAR) if heights else height)
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], most)
        most = heights[place] - NEAR
    return heights


def anchor(at: float, wide: float) -> tuple[str, float]:
    """The anchor that reaches towards the middle; and, where even that would end outside a telephone, how far to move."""
    if at > 0.5:
        return "right", max(0.0, wide - at * NARROW)
    return "left", min(0.0, (1 - at) * NARROW - wide)


def fraction(day: date, first: date, last: date) -> float:
    """How far along an axis of time a day stands."""
    return (day - first) / (last - first)


def heading(lines: list[str], y: float) -> dict[str, Any]:
    """A panel's title around a height of the paper."""
    return note("<br>".join(lines), xref="paper", yref="paper", x=0, y=y, xanchor="left", yanchor="middle")


def width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, wide: int) -> list[str]:
    """Lines no wider than that: broken between words, in Chinese between any two characters."""
    lines = [""]
    for piece in re.findall(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+", text):
        if width(lines[-1] + piece.rstrip()) > wide:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines if line.strip()]
