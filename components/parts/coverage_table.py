"""The coverage matrix, as one piece of HTML: what is known, and how well. Every cell leads to the view that it counts."""

from functools import partial

import htpy

from metrics.entries.entries import Pairing
from metrics.entries.vocabulary import Metric
from metrics.figures.terms import TERMS
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.coverage import Cell
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..wording.captions import short_name
from ..wording.strings import t

SIGNS = {"sure": "●", "noted": "◐", "parts": "○", "conflict": "!", "not-found": "×", "not-applicable": "—", "not-searched": ""}


def coverage_table(answer: Answer) -> str:
    """Under its title, metrics down, pairings across, so that it fits a phone; core metrics first, then theme by theme."""
    selection, choices = answer.asked.selection, answer.choices
    language = selection.language
    lead = t("coverage_lead", language, n=choices.printed, m=len(choices.metrics), p=len(choices.pairings))
    key = htpy.ul(".key")[(htpy.li[f"{sign} {t('flag_' + name, language)}"] for name, sign in SIGNS.items())]
    head = htpy.thead[htpy.tr[htpy.td, map(partial(column_head, language=language), choices.pairings.values())]]
    cells = {(cell.metric, cell.pairing): cell for line in answer.coverage for cell in line}
    groups = [
        htpy.tbody[group_head(name, len(choices.pairings)), (row_of(metric, choices, cells, selection) for metric in metrics)]
        for name, metrics in grouped(choices, language).items()
    ]
    title = htpy.h1[t("coverage_title", language)]
    return str(htpy.fragment[title, htpy.p[lead], key, htpy.table(".coverage")[head, groups]])


def grouped(choices: Choices, language: Language) -> dict[str, list[Metric]]:
    """The metrics under the name of their group, each in the order of the catalog."""
    groups: dict[str, list[Metric]] = {t("core", language): [metric for metric in choices.metrics.values() if metric.core]}
    for metric in choices.metrics.values():
        if not metric.core:
            groups.setdefault(TERMS["theme"][metric.theme].to(language), []).append(metric)
    return {name: metrics for name, metrics in groups.items() if metrics}


def column_head(pairing: Pairing, language: Language) -> htpy.Element:
    """Who sends, above who receives."""
    donor, recipient = (short_name(party.name.to(language)) for party in (pairing.donor, pairing.recipient))
    return htpy.th(scope="col")[htpy.span(".donor")[f"{donor} →"], htpy.br, recipient]


def group_head(name: str, columns: int) -> htpy.Element:
    return htpy.tr(".group")[htpy.th(colspan=columns + 1, scope="rowgroup")[name]]


def row_of(metric: Metric, choices: Choices, cells: dict[tuple[str, str], Cell], selection: Selection) -> htpy.Element:
    head = htpy.th(scope="row")[metric.title.to(selection.language)]
    return htpy.tr[head, (cell_of(cells[metric.id, one.id], one, selection) for one in choices.pairings.values())]


def cell_of(cell: Cell, pairing: Pairing, selection: Selection) -> htpy.Element:
    """A cell that names its pairing itself, for the narrow page where the head is not shown."""
    name = short_name(pairing.recipient.name.to(selection.language))
    return htpy.td(data_label=name)[cell_link(cell, selection, selection.language)]


def cell_link(cell: Cell, selection: Selection, language: Language) -> htpy.Node:
    """The way to what a cell counts, within the page; nothing where it counts nothing."""
    if not cell.count:
        return None
    sign, words = SIGNS[cell.flag], t(f"flag_{cell.flag}", language)
    shown = sign if cell.flag in ("not-found", "not-applicable") else counted(cell, sign)
    wanted = Selection(metric=cell.metric, pair=(cell.pairing,), parts="1", lang=selection.lang)
    return htpy.a(".view-link", href="/" + wanted.to_search(), title=words)[shown]


def counted(cell: Cell, sign: str) -> list[htpy.Node]:
    """How many, how well, until when: parts that stand under one another in every row."""
    return [htpy.span[cell.count], " ", htpy.span[sign], " ", htpy.span[cell.latest or ""]]
