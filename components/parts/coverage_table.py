"""The coverage matrix: what is known, and how well. Every cell leads to the view that it counts."""

from functools import partial
from typing import Any

from dash import html

from metrics.entries.entries import Metric, Pairing
from metrics.figures.terms import TERMS
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.coverage import Cell
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..wording.captions import short_name
from ..wording.strings import t
from .verdict import link

SIGNS = {"sure": "●", "noted": "◐", "parts": "○", "conflict": "!", "not-found": "×", "not-applicable": "—", "not-searched": ""}


def coverage_table(answer: Answer) -> list[Any]:
    """Metrics down, pairings across, so that it fits a phone; core metrics first, then theme by theme."""
    selection, choices = answer.asked.selection, answer.choices
    language = selection.language
    lead = t("coverage_lead", language, n=choices.printed, m=len(choices.metrics), p=len(choices.pairings))
    key = html.Ul([html.Li(f"{sign} {t('flag_' + name, language)}") for name, sign in SIGNS.items()], className="key")
    head = html.Thead(html.Tr([html.Td(), *map(partial(column_head, language=language), choices.pairings.values())]))
    cells = {(cell.metric, cell.pairing): cell for line in answer.coverage for cell in line}
    groups = [
        html.Tbody([group_head(name, len(choices.pairings)), *(row_of(metric, choices, cells, selection) for metric in metrics)])
        for name, metrics in grouped(choices, language).items()
    ]
    return [html.P(lead), key, html.Table([head, *groups], className="coverage")]


def grouped(choices: Choices, language: Language) -> dict[str, list[Metric]]:
    """The metrics under the name of their group, each in the order of the catalog."""
    groups: dict[str, list[Metric]] = {t("core", language): [metric for metric in choices.metrics.values() if metric.core]}
    for metric in choices.metrics.values():
        if not metric.core:
            groups.setdefault(TERMS["theme"][metric.theme].to(language), []).append(metric)
    return {name: metrics for name, metrics in groups.items() if metrics}


def column_head(pairing: Pairing, language: Language) -> html.Th:
    """Who sends, above who receives."""
    donor, recipient = (short_name(party.name.to(language)) for party in (pairing.donor, pairing.recipient))
    return html.Th([html.Span(f"{donor} →", className="donor"), html.Br(), recipient], scope="col")


def group_head(name: str, columns: int) -> html.Tr:
    return html.Tr(html.Th(name, colSpan=columns + 1, scope="rowgroup"), className="group")


def row_of(metric: Metric, choices: Choices, cells: dict[tuple[str, str], Cell], selection: Selection) -> html.Tr:
    head = html.Th(metric.title.to(selection.language), scope="row")
    return html.Tr([head, *(cell_of(cells[metric.id, one.id], one, selection) for one in choices.pairings.values())])


def cell_of(cell: Cell, pairing: Pairing, selection: Selection) -> html.Td:
    """A cell that names its pairing itself, for the narrow page where the head is not shown."""
    name = short_name(pairing.recipient.name.to(selection.language))
    return html.Td(cell_link(cell, selection, selection.language), **{"data-label": name})


def cell_link(cell: Cell, selection: Selection, language: Language) -> Any:
    if not cell.count:
        return ""
    sign, words = SIGNS[cell.flag], t(f"flag_{cell.flag}", language)
    shown = sign if cell.flag in ("not-found", "not-applicable") else counted(cell, sign)
    wanted = Selection(metric=cell.metric, pair=(cell.pairing,), parts="1", lang=selection.lang)
    return link(wanted, shown, title=words)


def counted(cell: Cell, sign: str) -> list[Any]:
    """How many, how well, until when: parts that stand under one another in every row."""
    return [html.Span(cell.count), " ", html.Span(sign), " ", html.Span(cell.latest or "")]
