"""The comparison across pairings, as HTML: one row a pairing, its bar beside its words, one panel for what may share an axis.

HTML and not a drawing, because a row is words first: they wrap, can be selected, translated, printed and reached by keyboard,
and each circumstance stands in the row that it binds, marked where it differs from most. Knows no dash.
"""

from math import isnan
from typing import Any, NamedTuple

import htpy

from metrics.comparing.standing import Panel
from metrics.figures.terms import TERMS, period_words
from metrics.words import Language

from ..wording.captions import attribution, beside, donor_and_recipient, panel_name, place_in_report, publisher
from ..wording.escaped import Html, escape, node
from ..wording.numbers import figure_words, in_unit
from ..wording.strings import t
from .bars import Scale, axis_words, bar, largest_value, scale_of
from .groups import Group, grouped, others_of
from .marks import Style

SAMPLE = Scale([], [], "", 1, 100)  # of the legend's marks
CELLS = ("period", "basis", "recipient", "source")


def comparison(panels: tuple[Panel, ...], unlike: tuple[dict[str, frozenset[int]], ...], style: Style, most: int | None = None) -> str:
    """The panels as HTML; every row is a mark that carries its figure's id. `most`: how many rows all panels show together."""
    if not panels:
        return ""
    listed = zip(panels, unlike, grouped(panels, style, most), strict=True)
    made = [panel_of(panel, odd, groups, style, named=len(panels) > 1) for panel, odd, groups in listed]
    return str(htpy.fragment[legend(panels, unlike, style.language), made])


def panel_of(panel: Panel, odd: dict[str, frozenset[int]], listed: list[Group], style: Style, *, named: bool) -> htpy.Node:
    """A panel's heading, where there are several, and its rows between a head of columns and an axis."""
    scale = scale_of(largest_value(panel), panel.unit, style.language)
    others = others_of(panel)
    several = len(listed) > 1
    body = [[group_head(group, style) if several else None, rows_of(group, others, odd, scale, style)] for group in listed]
    heading = htpy.h3[panel_name(panel, style.language)] if named else None
    table = htpy.table(".bars")[htpy.thead[column_heads(scale, style.language)], htpy.tbody[body]]
    axis = htpy.div(".bars-axis", aria_hidden="true")[htpy.svg(width="100%", height="18")[axis_words(scale)]]
    return (htpy.section if named else htpy.div)(".panel")[heading, table, axis]


def column_heads(scale: Scale, language: Language) -> htpy.Element:
    unit = {"zh": "", "en": scale.unit}[language]
    unseen = htpy.span(".unseen")[t("col_amount", language)]  # of the bars: a head without a word would be none
    names = (t("col_pairing", language), scale.unit if language == "zh" else unseen, unit or t("col_amount", language))
    words = (*names, *(t(f"col_{cell}", language) for cell in ("period", "basis", "residents", "source")))
    classes = ("who", "plot", "amount", *CELLS)
    return htpy.tr[(htpy.th(f".{name}", scope="col")[word] for name, word in zip(classes, words, strict=True))]


def group_head(group: Group, style: Style) -> htpy.Element:
    """A programme's name and how many rows it has."""
    first = group.rows[0]
    name = first.programme_zh if style.language == "zh" else first.programme_en
    return htpy.tr(".group")[htpy.th(scope="rowgroup", colspan=f"{len(CELLS) + 3}", class_=style.tone(first))[f"{name} {len(group.rows)}"]]


def rows_of(group: Group, others: dict[str, list[Any]], odd: dict[str, frozenset[int]], scale: Scale, style: Style) -> htpy.Node:
    return node("".join(bar_row(row, others.get(row.pairing, []), odd, scale, style) for row in group.shown))


def bar_row(row: Any, others: list[Any], odd: dict[str, frozenset[int]], scale: Scale, style: Style) -> Html:
    """A row that opens its figure's card: who, the bar, how much, and the circumstances, those marked that differ from most."""
    language = style.language
    name = f'<a href="{escape(style.card(row.figure))}">{escape(donor_and_recipient(row, language))}</a>'
    worded = f"<small>{escape(words)}</small>" if (words := beside(row, language)) else ""
    drawing = f'<svg width="100%" height="24" aria-hidden="true">{bar(row, others, scale)}</svg>'
    cells = "".join(cell(name, words, row.Index in odd[name]) for name, words in circumstances(row, language).items())
    amount = escape(figure_words(row, language) if language == "zh" else in_unit(row, scale.unit_value, language))
    label = f'<th class="who" scope="row">{focus_link(row, style)}{name}{worded}</th>'
    return f'<tr class="row {style.tone(row)}">{label}<td class="plot">{drawing}</td><td class="amount">{amount}</td>{cells}</tr>'


def focus_link(row: Any, style: Style) -> Html:
    """The row's colour: a click on it lets the pairing stand out, another one lets it go."""
    there = row.pairing in style.focus
    words = escape(t("unfocus" if there else "focus", style.language, x=donor_and_recipient(row, style.language)))
    return f'<a class="dot view-link" href="{escape(style.focused(row.pairing))}" aria-label="{words}" title="{words}"><span></span></a>'


def cell(name: str, words: str, odd: bool) -> Html:
    return f'<td class="{name}">{f"<mark>{escape(words)}</mark>" if odd else escape(words)}</td>'


def circumstances(row: Any, language: Language) -> dict[str, str]:
    """Period, basis, the recipient's size, the report: what a reader must see beside every number."""
    basis = t("unstated", language) if row.basis == "unstated" else TERMS["basis"][row.basis].to(language)
    read = f" · {place_in_report(row, language)}" if row.locator == "digest" else ""
    return {
        "period": period_words(row.period).to(language),
        "basis": " · ".join(part for part in (basis, attribution(row, language)) if part),
        "recipient": residents(row, language),
        "source": f"{row.tier}{read} · {publisher(row, language)}",
    }


def residents(row: Any, language: Language) -> str:
    """How many people live there, to three digits: 68.9万, 689,000."""
    if isnan(row.residents):
        return "—"
    people = float(f"{row.residents:.3g}")
    return f"{people / 10_000:g}万" if language == "zh" and people >= 10_000 else f"{people:,.0f}"


def legend(panels: tuple[Panel, ...], unlike: tuple[dict[str, frozenset[int]], ...], language: Language) -> htpy.Element:
    """What the marks that are there mean: one short line, never folded away."""
    found = {row.qualifier for panel in panels for row in panel.standing}
    keys = [name for name in ("exact", "over", "under", "within", "about") if name in found]
    keys += ["planned"] if any(row.basis == "planned" for panel in panels for row in panel.standing) else []
    keys += ["other"] if any(len(panel.figures) > len(panel.standing) for panel in panels) else []
    items = [htpy.li[legend_mark(key), t(f"mark_{key}", language)] for key in keys]
    if any(rows for odd in unlike for rows in odd.values()):
        items.append(htpy.li[htpy.mark[t("mark_odd_sample", language)], t("mark_odd", language)])
    return htpy.ul(".legend")[items]


class Sample(NamedTuple):
    """A figure of the legend."""

    figure: str
    qualifier: str
    basis: str
    value: float = 60
    low: float = 60
    high: float = 90


def legend_mark(key: str) -> htpy.Element:
    """A mark as the chart draws it, on a scale of its own; of no figure, so it carries no id."""
    row = Sample("", key if key != "planned" else "exact", "planned" if key == "planned" else "")
    drawn = (
        htpy.line(x1="50%", x2="50%", y1="8", y2="16", stroke="currentColor", stroke_width="2")
        if key == "other"
        else node(bar(row, [], SAMPLE))
    )
    return htpy.svg(width="34", height="24", aria_hidden="true")[drawn]
