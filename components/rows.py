"""What stands above a panel, and beside a bar: its pairing, what it counts, its number, its circumstances. Knows no dash.

A chart does not know how wide it will be drawn, so its words are laid out for the narrowest page, a
telephone's: nothing collides there, and wider pages have room to spare.
"""

import re
from html import escape
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from metrics.standing import Panel
from metrics.terms import TERMS
from metrics.words import Language

from .marks import circumstances, counted, donor_and_recipient, note, suffix
from .numbers import figure_words
from .palette import FAINT
from .strings import t

ROW, LINE, FIRST, LAST = 76, 18, 54, 15  # pixels: a row; a line more; from its bottom to the words above the bar, and below it
WIDE = 46  # letters in a line of a telephone; a Chinese character is as wide as two


def title(panel: Panel, said: list[str], language: Language) -> list[str]:
    """A panel's name, then its unit, its kind and what else is said of it: on one line where they are short."""
    kind = "" if panel.kind == "total" else TERMS["kind"][panel.kind].to(language)
    text = " · ".join(part for part in (*said, kind) if part)
    name = f"<b>{escape(t(panel.group, language))}</b>"
    return [f"{name}  {escape(text)}"] if panel.group == "headline" else [name, *map(escape, wrapped(text, WIDE))]


def heading(lines: list[str], y: float) -> dict[str, Any]:
    """A panel's title around a height of the paper."""
    return note("<br>".join(lines), xref="paper", yref="paper", x=0, y=y, xanchor="left", yanchor="middle")


class Beside(NamedTuple):
    """The lines above a bar, on which of them its number stands at the right, and the line below."""

    lines: list[str]
    number: str
    at: int
    below: str


def beside(row: Any, group: str, language: Language) -> Beside:
    """Where the number finds no room at the end of a line, it takes one of its own."""
    lines = [donor_and_recipient(row, language)]
    if group != "headline":
        lines += wrapped(counted(row, language), WIDE)
    number = figure_words(row, language)
    at = next((place for place, line in enumerate(lines) if width(line) + width(number) + 3 <= WIDE), len(lines))
    return Beside(lines if at < len(lines) else [*lines, ""], number, at, circumstances(row, language))


def tall(texts: list[Beside]) -> float:
    """The height of every row of a panel: what its longest needs."""
    return ROW + LINE * max((len(text.lines) - 1 for text in texts), default=0)


def words(text: Beside, place: int, height: float, number: int) -> list[dict[str, Any]]:
    """The notes of one row; no hover is needed to read a figure."""
    on_row = {"yref": f"y{suffix(number)}", "xref": "paper", "yanchor": "middle"}
    first = height - FIRST - LINE * (len(text.lines) - 1)  # from the row's top, in pixels
    named = [line for line in text.lines if line]
    middle = first + LINE * (len(named) - 1) / 2
    return [
        note("<br>".join(map(escape, named)), x=0, y=place + middle / height, xanchor="left", **on_row),
        note(f"<b>{escape(text.number)}</b>", x=1, y=place + (first + LINE * text.at) / height, xanchor="right", **on_row),
        note(escape(text.below), x=0, y=place + 1 - LAST / height, xanchor="left", **on_row) | {"font": {"size": 12, "color": FAINT}},
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
