"""Text in a terminal: a Chinese character takes two cells, so columns and carets are counted in cells."""

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest


def width(text: str) -> int:
    """How many cells a text takes."""
    return sum(cells(character) for character in text)


def cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, cells: int, right: bool = False) -> str:
    blanks = " " * (cells - width(text))
    return blanks + text if right else text + blanks


def columns(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset(), gap: str = "  ") -> list[str]:
    """The rows as lines with aligned columns; those numbered in `right` are aligned to the right."""
    widths = [max(map(width, column)) for column in zip_longest(*rows, fillvalue="")]
    return [gap.join(pad(text, widths[place], place in right) for place, text in enumerate(row)).rstrip() for row in rows]
