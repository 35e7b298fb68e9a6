"""The words at the marks of a time series: each pairing's name and newest number, kept apart and inside. Knows no dash."""

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd

from .marks import Look, note, recipient, suffix
from .numbers import figure_words
from .palette import READABLE
from .rows import width

NEAR = 20  # pixels between two labels
ABOVE, HIGHER = 14, 30  # pixels from a mark to its label: a plain one, one with a sign above it
BELOW = 8  # pixels from the highest label to the panel's title
NARROW, LETTER = 310, 7.2  # pixels: the plot on a telephone, and a letter there

Place = tuple[float, float]  # of a mark, from the plot's left and bottom, as parts of its width and height


def labels(rows: list[Any], at: Callable[[Any], Place], tall: float, number: int, look: Look) -> list[dict[str, Any]]:
    """One label for each pairing, at its newest mark. `tall`: the plot's height in pixels."""
    newest = {row.pairing: row for row in sorted(rows, key=lambda one: one.period_end)}
    ordered = sorted(newest.values(), key=lambda one: at(one)[1])
    marks = [at(row)[1] * tall for row in ordered]
    wanted = [mark + (ABOVE if row.qualifier in ("exact", "within") else HIGHER) for mark, row in zip(marks, ordered, strict=True)]
    made = []
    for row, mark, height in zip(ordered, marks, apart(wanted, tall - BELOW), strict=True):
        name, words = recipient(row, look.language), figure_words(row, look.language)
        if width(f"{name} {words}") * LETTER > NARROW:
            words = ""  # it stands in the comparison and in the table
        xanchor, xshift = side(at(row)[0], width(f"{name} {words}") * LETTER)
        place = {"xref": f"x{suffix(number)} domain", "yref": f"y{suffix(number)} domain", "x": at(row)[0], "y": mark / tall}
        made.append(
            note(f"<b>{escape(name)}</b> {escape(words)}", **place, xanchor=xanchor, yanchor="middle", xshift=xshift, yshift=height - mark)
            | {"font": {"size": 13, "color": READABLE[look.colour[row.pairing]]}}
        )
    return made


def apart(wanted: list[float], most: float) -> list[float]:
    """The heights, from the lowest, moved up until none is near another; where that is too high, down again."""
    heights: list[float] = []
    for height in wanted:
        heights.append(max(height, heights[-1] + NEAR) if heights else height)
    for place in reversed(range(len(heights))):
        heights[place] = min(heights[place], most)
        most = heights[place] - NEAR
    return heights


def side(at: float, wide: float) -> tuple[str, float]:
    """The anchor that reaches towards the middle; and, where even that would end outside a telephone, how far to move."""
    if at > 0.5:
        return "right", max(0.0, wide - at * NARROW)
    return "left", min(0.0, (1 - at) * NARROW - wide)


def fraction(day: pd.Timestamp, first: pd.Timestamp, last: pd.Timestamp) -> float:
    """How far along an axis of time a day stands."""
    return float((day - first) / (last - first))
