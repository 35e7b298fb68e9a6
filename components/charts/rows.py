"""What stands above a panel, and beside a bar: its pairing, what it counts, its number, its circumstances. Knows no dash.

A chart does not know how wide it will be drawn, so its words are laid out for the narrowest page, a
telephone's: nothing collides there, and wider pages have room to spare.
"""

import re
from html import escape
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from metrics.comparing.standing import Panel
from metrics.figures.terms import TERMS
from metrics.words import Language

from ..wording.captions import beside, circumstances, donor_and_recipient
from ..wording.numbers import figure_words
from ..wording.strings import t
from .marks import note, suffix
from .palette import FAINT

ROW, LINE, FIRST, LAST = 76, 18, 54, 15  # pixels: a row; a line more; from its bottom to the words above the bar, and below it
WIDE = 46  # letters in a line of a telephone; a Chinese character is as wide as two


def title(panel: Panel, details: list[str], language: Language) -> list[str]:
    """A panel's name, then its unit, its kind and what else is details of it: on one line where they are short."""
    kind = "" if panel.kind == "total" else TERMS["kind"][panel.kind].to(language)
    text = " · ".join(part for part in (*details, kind, t("held", language) if panel.held else "") if part)
    name = (panel.category or TERMS["level"][panel.level]).to(language)
    named = name if panel.category is None else f"{name} · {TERMS['level'][panel.level].to(language)}"
    if width(f"{named}  {text}") <= WIDE:
        return [f"<b>{escape(named)}</b>  {escape(text)}"]
    return [f"<b>{escape(named)}</b>", *map(escape, wrapped(text, WIDE))]


def heading(lines: list[str], y: float) -> dict[str, Any]:
    """A panel's title around a height of the paper."""
    return note("<br>".join(lines), xref="paper", yref="paper", x=0, y=y, xanchor="left", yanchor="middle")


class RowText(NamedTuple):
    """The lines above a bar, as html, and the one below it."""

    above: list[str]
    below: str


def row_text(row: Any, language: Language) -> RowText:
    """A row's words, its number next to its pairing: where both are too long for a line, each has its own."""
    pairing, number = donor_and_recipient(row, language), figure_words(row, language)
    named, bold = escape(pairing), f"<b>{escape(number)}</b>"
    above = [f"{named}  {bold}"] if width(f"{pairing}  {number}") <= WIDE else [named, bold]
    if worded := beside(row, language):
        above += map(escape, wrapped(worded, WIDE))
    return RowText(above, circumstances(row, language))


def height_of_rows(texts: list[RowText]) -> float:
    """The height of every row of a panel: what its longest needs."""
    return ROW + LINE * max((len(text.above) - 1 for text in texts), default=0)


def words(text: RowText, place: int, height: float, number: int) -> list[dict[str, Any]]:
    """The notes of one row; no hover is needed to read a figure."""
    on_row = {"yref": f"y{suffix(number)}", "xref": "paper", "x": 0, "xanchor": "left", "yanchor": "middle"}
    middle = height - FIRST - LINE * (len(text.above) - 1) / 2  # of the lines above the bar, from the row's top, in pixels
    return [
        note("<br>".join(text.above), y=place + middle / height, **on_row),
        note(escape(text.below), y=place + 1 - LAST / height, **on_row) | {"font": {"size": 12, "color": FAINT}},
    ]


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
