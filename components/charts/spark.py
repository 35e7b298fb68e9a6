"""A series as a small drawing: inline SVG, a mark a figure, from zero to its largest. Knows no dash."""

from typing import Any

import htpy

from metrics.words import Language

from ..wording.captions import circumstances
from ..wording.numbers import figure_words

WIDE, TALL, ROOM = 180, 40, 6  # pixels


def spark(rows: tuple[Any, ...], language: Language) -> htpy.Element | None:
    """The drawing of two figures or more, each with its words; nothing where one alone stands."""
    dated = [row for row in rows if row.period_end == row.period_end]
    if len(dated) < 2:
        return None
    first, last = dated[0].period_end, dated[-1].period_end
    largest = max(row.value for row in dated) or 1
    at = [
        (ROOM + (WIDE - 2 * ROOM) * ((row.period_end - first) / (last - first)), TALL - ROOM - (TALL - 2 * ROOM) * row.value / largest)
        for row in dated
    ]
    line = htpy.polyline(points=" ".join(f"{x:.1f},{y:.1f}" for x, y in at))
    marks = (
        htpy.circle(cx=f"{x:.1f}", cy=f"{y:.1f}", r="3")[htpy.title[f"{figure_words(row, language)} {circumstances(row, language)}"]]
        for (x, y), row in zip(at, dated, strict=True)
    )
    told = "; ".join(f"{figure_words(row, language)} {circumstances(row, language)}" for row in dated)
    return htpy.svg(".spark", viewBox=f"0 0 {WIDE} {TALL}", width=WIDE, height=TALL, role="img", aria_label=told)[line, marks]
