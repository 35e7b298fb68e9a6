"""Series as small drawings, inline SVG without a script: one alone, and one a pairing on shared scales. Knows no dash."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import htpy

from metrics.comparing.standing import Panel
from metrics.words import Language

from ..wording.captions import circumstances, donor_and_recipient, panel_name
from ..wording.escaped import Html, escape, node
from ..wording.numbers import figure_words
from ..wording.strings import t
from .bars import Scale, identity, largest_value, scale_of
from .marks import Style
from .spans import mark_date

WIDE, TALL, ROOM = 180, 40, 6  # pixels
PLOT, FOOT, FEWEST = 72, 16, 2  # pixels: a small panel's plot and the years under it; marks that make one
Place = Callable[[Any], tuple[float, float]]


def spark(rows: Sequence[Any], run: Sequence[Any], language: Language) -> htpy.Element | None:
    """The drawing of two dated figures or more, oldest first: a mark at each end, a stroke for each period, a line along the `run`.

    What two figures alike would draw is drawn once.
    """
    dated = [row for row in rows if row.period_end is not None]
    if len(dated) < FEWEST:
        return None
    first, last = min(begun(row) for row in dated), dated[-1].period_end
    if first == last:
        return None
    begin, days = first.toordinal(), last.toordinal() - first.toordinal()
    largest = max(row.value for row in dated) or 1

    def across(day: date) -> str:
        return f"{ROOM + (WIDE - 2 * ROOM) * (day.toordinal() - begin) / days:.1f}"

    def up(row: Any) -> str:
        return f"{TALL - ROOM - (TALL - 2 * ROOM) * row.value / largest:.1f}"

    strokes = dict.fromkeys(f"M{across(begun(row))} {up(row)}H{across(row.period_end)}" for row in dated)
    line = htpy.polyline(points=" ".join(f"{across(row.period_end)},{up(row)}" for row in run)) if len(run) > 1 else None
    said = {f"{figure_words(row, language)} {circumstances(row, language)}": row for row in dated}
    marks = [htpy.circle(cx=across(row.period_end), cy=up(row), r="3")[htpy.title[words]] for words, row in said.items()]
    years = [
        htpy.text(x=f"{ROOM}", y=f"{TALL + 12}")[f"{first.year}"],
        htpy.text(x=f"{WIDE - ROOM}", y=f"{TALL + 12}", text_anchor="end")[f"{last.year}"],
    ]
    high = TALL + FOOT
    drawing = htpy.svg(".spark", viewBox=f"0 0 {WIDE} {high}", width=WIDE, height=high, role="img", aria_label="; ".join(said))
    return drawing[htpy.path(d="".join(strokes)), line, marks, years]


def begun(row: Any) -> Any:
    """Where a period begins on the page; one that does not say is a mark at its end."""
    return row.period_end if row.period_start is None else row.period_start


def multiples(panels: tuple[Panel, ...], style: Style, most: int | None = None) -> str:
    """A small panel for each pairing with several dated figures, those with most first; empty where none has."""
    made = [small_panels(panel, style, most) for panel in panels]
    return str(htpy.fragment[[one for one in made if one is not None]])


def told(panel: Panel) -> list[str]:
    """The pairings of which a panel has a course to tell, those with most figures first."""
    counts = Counter(row.pairing for row in panel.figures if row.period_end is not None)
    return [name for name, number in counts.most_common() if number >= FEWEST]


def small_panels(panel: Panel, style: Style, most: int | None) -> htpy.Node:
    """The pairings of one panel, all over the same years and up to the same amount."""
    names = told(panel)[:most]
    if not names:
        return None
    rows = [row for row in panel.figures if row.period_end is not None and row.pairing in names]
    scale = scale_of(largest_value(panel), panel.unit, style.language)
    first, last = min(begin(row, panel) for row in rows), max(row.period_end for row in rows)

    def across(day: date) -> float:
        return round(100 * float((day - first) / (last - first)), 2)

    items = [small_panel([row for row in rows if row.pairing == name], panel, scale, across, style) for name in names]
    told_scale = t("small_scale", style.language, years=f"{first.year}–{last.year}", top=f"{scale.texts[-1]} {scale.unit}")
    head = htpy.h3[panel_name(panel, style.language), " ", htpy.small(".faint")[told_scale]]
    return htpy.fragment[head, htpy.ul(".multiples")[node("".join(items))]]


def begin(row: Any, panel: Panel) -> date:
    return mark_date(row, panel.joined) if row.period_start is None else row.period_start


def small_panel(rows: list[Any], panel: Panel, scale: Scale, across: Callable[[date], float], style: Style) -> Html:
    """One pairing: spans, lines between neighbouring years, a mark at each end; its name lets it stand out."""
    language = style.language
    name = escape(donor_and_recipient(rows[0], language))

    def up(row: Any) -> float:
        return round(PLOT - (PLOT - 8) * float(row.value) / scale.end, 1)

    at = {row.Index: (f"{across(mark_date(row, panel.joined))}%", f"{up(row)}") for row in rows}
    begun = [row for row in rows if row.period_start is not None]
    spans = [level("span", f"{across(row.period_start)}%", f"{across(row.period_end)}%", up(row)) for row in begun]
    steps = [pair for run in panel.joined.lines if run.rows[0] in at for pair in pairwise(run.rows)]
    lines = [step(*at[one], *at[two]) for one, two in steps]
    marks = [mark(row, *at[row.Index]) for row in rows]
    words = "; ".join(f"{figure_words(row, language)} {circumstances(row, language)}" for row in rows)
    grid = [level("grid", "0", "100%", y) for y in (PLOT, round(PLOT - (PLOT - 8) * scale.ticks[-1] / scale.end, 1))]
    drawn = f'width="100%" height="{PLOT + 4}" overflow="visible" role="img" aria-label="{name}: {escape(words)}"'
    link = f'<a class="view-link" href="{escape(style.focused(rows[0].pairing))}">{name}</a>'
    return f'<li class="{style.tone(rows[0])}">{link}<svg {drawn}>{"".join([*grid, *spans, *lines, *marks])}</svg></li>'


def level(name: str, begin: str, end: str, up: float) -> Html:
    """A line from left to right."""
    return f'<line class="{name}" x1="{begin}" x2="{end}" y1="{up}" y2="{up}"></line>'


def step(across: str, up: str, on: str, to: str) -> Html:
    """A line from one mark to the next."""
    return f'<line class="step" x1="{across}" y1="{up}" x2="{on}" y2="{to}"></line>'


def mark(row: Any, across: str, up: str) -> Html:
    """What stands at the end of a figure's period."""
    fill = "currentColor" if row.qualifier == "exact" else "none"
    return f'<circle cx="{across}" cy="{up}" r="3.5" fill="{fill}"{identity(row)}></circle>'
