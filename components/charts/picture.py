"""The comparison as a picture of its own, SVG: title, finding, rows, sources, licence. Needs no script and no page. Knows no dash.

Letters are laid out by the width that they have in every CJK font: a Chinese one twice a Latin one.
"""

from typing import Any

import htpy

from metrics.comparing.standing import Panel
from metrics.words import Language

from ..wording.captions import donor_and_recipient, panel_name
from ..wording.escaped import node
from ..wording.numbers import figure_words
from .bars import axis_words, bar, largest_value, scale_of
from .comparison import circumstances
from .groups import grouped, others_of
from .labels import width, wrapped
from .marks import Style
from .palette import COLOURS, FAINT, FONT, GRID, INK

WIDE, SIDE = 1200, 32  # pixels
NAME, PLOT, AMOUNT = 290, 430, 140  # pixels: of a row its name, its bar, its number; what is left has the circumstances
ROW, LINE, LETTER = 26, 22, 7.4  # pixels: a row, a line of text, a Latin letter
FACE = f"text{{font-family:{FONT};fill:{INK};font-size:14px}}"
STYLE = f"{FACE}.grid{{stroke:{GRID}}}.faint{{fill:{FAINT}}}.axis text{{fill:{FAINT};font-size:12px}}"


def picture(panels: tuple[Panel, ...], words: dict[str, str], style: Style, most: int | None) -> str:
    """The whole picture. `words`: `title`, `finding`, `verdict`, `credit`, `licence`, each wrapped to the width."""
    drawn: list[htpy.Node] = []
    top = float(SIDE)
    for name, size, bold in (("title", 22, True), ("finding", 15, False), ("verdict", 14, True)):
        for line in lines(words[name], size):
            top += size * 1.4
            drawn.append(text(line, SIDE, top, size, bold=bold))
    for panel, groups in zip(panels, grouped(panels, style, most), strict=True):
        made, top = panel_picture(panel, [row for group in groups for row in group.shown], top + LINE, style)
        drawn.append(made)
    top += 8
    for name in ("credit", "licence"):
        for line in lines(words[name], 12):
            top += 17
            drawn.append(text(line, SIDE, top, 12, faint=True))
    height = f"{top + SIDE / 2:.0f}"
    paper = htpy.rect(width="100%", height="100%", fill="#fff")
    return str(
        htpy.svg(xmlns="http://www.w3.org/2000/svg", width=f"{WIDE}", height=height, viewBox=f"0 0 {WIDE} {height}", lang=style.language)[
            htpy.title[words["title"]], htpy.style[STYLE], paper, drawn
        ]
    )


def lines(words: str, size: float) -> list[str]:
    return wrapped(words, int((WIDE - 2 * SIDE) / (LETTER * size / 14))) if words else []


def text(words: str, x: float, y: float, size: float = 14, *, bold: bool = False, faint: bool = False, end: bool = False) -> htpy.Element:
    how = {"style": f"font-size:{size}px" + (";font-weight:700" if bold else ""), "class_": "faint" if faint else None}
    return htpy.text(x=f"{x:g}", y=f"{y:g}", text_anchor="end" if end else None, **how)[words]


def panel_picture(panel: Panel, rows: list[Any], top: float, style: Style) -> tuple[htpy.Node, float]:
    """A panel from a height on, and the height at which it ends."""
    scale = scale_of(largest_value(panel), panel.unit, style.language)
    others = others_of(panel)
    made: list[htpy.Node] = [text(f"{panel_name(panel, style.language)} · {scale.unit}", SIDE, top, 13, faint=True)]
    for row in rows:
        top += ROW
        made += [
            *row_words(row, top, style.language),
            box(node(bar(row, others.get(row.pairing, []), scale)), top - 17, 24, colour_of(row, style)),
        ]
    axis = htpy.g(".axis")[box(axis_words(scale), top + 6, 18, FAINT)]
    return [*made, axis], top + LINE + 6


def row_words(row: Any, top: float, language: Language) -> list[htpy.Node]:
    """A row's name, number and circumstances, each cut to its room."""
    left, right = SIDE + NAME + PLOT, WIDE - SIDE - NAME - PLOT - AMOUNT - 2 * SIDE
    told = circumstances(row, language)
    about = " · ".join((told["period"], told["basis"], told["source"]))
    return [
        text(short(donor_and_recipient(row, language), NAME), SIDE, top),
        text(figure_words(row, language), left + AMOUNT, top, bold=True, end=True),
        text(short(about, right), left + AMOUNT + 16, top, 12, faint=True),
    ]


def short(words: str, room: float) -> str:
    """As much as fits, and … where more was."""
    while width(words) * LETTER > room:
        words = words.removesuffix("…")[:-1] + "…"
    return words


def box(content: htpy.Node, y: float, height: int, colour: str) -> htpy.Element:
    """The place of a row's bar: what stands in it is measured in parts of its width."""
    return htpy.svg(x=f"{SIDE + NAME}", y=f"{y:g}", width=f"{PLOT - 16}", height=f"{height}", overflow="visible", color=colour)[content]


def colour_of(row: Any, style: Style) -> str:
    tone = style.tone(row).removeprefix("tone-")
    return "#8b9097" if tone == "rest" else COLOURS[int(tone)]
