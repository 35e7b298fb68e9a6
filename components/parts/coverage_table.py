"""The coverage matrix, as one piece of HTML: what is known, and how well. Every cell leads to the view that it counts."""

from collections.abc import Iterable

import htpy

from metrics.entries.entries import Pairing
from metrics.entries.vocabulary import Metric
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.coverage import Cell
from metrics.selecting.selection import Selection

from ..wording.escaped import Html, escape, node
from ..wording.strings import t
from ..wording.titles import pairing_name

SIGNS = {"sure": "●", "noted": "◐", "parts": "○", "conflict": "!", "not-found": "×", "not-applicable": "—", "not-searched": ""}
Cells = dict[tuple[str, str], Cell]


def coverage_table(answer: Answer) -> str:
    """Under its title, a row a pairing that is asked for, by programme, a column a metric; who has none is named below."""
    selection, choices = answer.asked.selection, answer.choices
    language = selection.language
    cells = {(cell.pairing, cell.metric): cell for line in answer.coverage for cell in line if cell.count}
    known = {pairing for pairing, _ in cells}
    lead = t("coverage_lead", language, n=choices.printed, m=len(choices.metrics), p=len(known), all=len(choices.pairings))
    key = htpy.ul(".key")[(htpy.li[f"{sign} {t('flag_' + name, language)}"] for name, sign in SIGNS.items())]
    metrics = sorted(choices.metrics.values(), key=lambda one: not one.core)
    names = {programme: name.to(language) for programme, name in choices.facets["programme"].items()}
    groups = [body(names[one], pairings, metrics, cells, selection) for one, pairings in by_programme(answer.asked.pairings, names).items()]
    title, table = htpy.h1[t("coverage_title", language)], htpy.table(".coverage")[head(metrics, selection), groups]
    return str(htpy.fragment[title, htpy.p[lead], programmes(choices, names, selection), key, table])


def by_programme(pairings: Iterable[Pairing], names: Iterable[str]) -> dict[str, list[Pairing]]:
    """The pairings of each programme, the programmes as they are declared."""
    groups: dict[str, list[Pairing]] = {name: [] for name in names}
    for pairing in pairings:
        groups[pairing.programme].append(pairing)
    return {name: listed for name, listed in groups.items() if listed}


def programmes(choices: Choices, names: dict[str, str], selection: Selection) -> htpy.Element:
    """The way to the rows of one programme, and to all."""
    whole = Selection(view=selection.view, lang=selection.lang)
    counts = {name: len(listed) for name, listed in by_programme(choices.pairings.values(), names).items()}
    ways = [(whole, t("all_pairings", selection.language), len(choices.pairings))]
    ways += [(whole.with_(programme=(name,)), names[name], count) for name, count in counts.items()]
    items = [
        htpy.li[
            htpy.a(class_=["view-link", {"current": way.programme == selection.programme}], href="/" + way.to_search())[
                f"{words} ({count})"
            ]
        ]
        for way, words, count in ways
    ]
    return htpy.nav(".sets", aria_label=t("programme", selection.language))[htpy.ul(".chips")[items]]


def head(metrics: list[Metric], selection: Selection) -> htpy.Element:
    """Metrics across, written downwards, so that thirty stand side by side; each leads to its page."""
    language, suffix = selection.language, Selection(lang=selection.lang).to_search()
    names = (htpy.th(scope="col")[htpy.a(href=f"/m/{metric.id}{suffix}")[htpy.span[metric.title.to(language)]]] for metric in metrics)
    return htpy.thead[htpy.tr[htpy.th(scope="col")[t("pair", language)], names]]


def body(name: str, pairings: list[Pairing], metrics: list[Metric], cells: Cells, selection: Selection) -> htpy.Element:
    """A programme's rows: the pairings with entries, then the names of the others."""
    columns, found = len(metrics) + 1, {one.id for one in pairings if any((one.id, metric.id) in cells for metric in metrics)}
    known, rest = ([one for one in pairings if (one.id in found) is there] for there in (True, False))
    heading = htpy.tr(".group")[htpy.th(colspan=columns, scope="rowgroup")[f"{name} {len(known)}/{len(pairings)}"]]
    rows = node("".join(row_of(one, metrics, cells, selection) for one in known))
    told = t("coverage_none", selection.language, n=len(rest), names="")
    comma = "、" if selection.language == "zh" else ", "
    links = [[comma if place else "", pairing_link(one, selection)] for place, one in enumerate(rest)]
    nobody = htpy.tr(".nobody")[htpy.td(colspan=columns)[told, links]] if rest else None
    return htpy.tbody[heading, rows, nobody]


def pairing_link(pairing: Pairing, selection: Selection) -> htpy.Element:
    """The way to everything known of a pairing."""
    address = f"/p/{pairing.id}{Selection(lang=selection.lang).to_search()}"
    return htpy.a(href=address)[pairing_name(pairing, selection.language)]


def row_of(pairing: Pairing, metrics: list[Metric], cells: Cells, selection: Selection) -> Html:
    head = f'<th scope="row">{pairing_link(pairing, selection)}</th>'
    return f"<tr>{head}{''.join(cell_of(cells.get((pairing.id, metric.id)), metric, selection) for metric in metrics)}</tr>"


def cell_of(cell: Cell | None, metric: Metric, selection: Selection) -> Html:
    """A cell that names its metric itself, for the narrow page where the head is not shown."""
    if cell is None:
        return "<td></td>"
    return f'<td data-label="{escape(metric.title.to(selection.language))}">{cell_link(cell, selection)}</td>'


def cell_link(cell: Cell, selection: Selection) -> Html:
    """How many entries, and how well known: the way to what a cell counts, within the page."""
    language = selection.language
    sign, words = SIGNS[cell.flag], t(f"flag_{cell.flag}", language)
    count = "" if cell.flag in ("not-found", "not-applicable") else cell.count
    latest = t("latest", language, year=cell.latest) if cell.latest else ""
    wanted = Selection(metric=cell.metric, pair=(cell.pairing,), parts="1", lang=selection.lang)
    told = "; ".join(part for part in (words, latest) if part)
    return f'<a class="view-link" href="{escape("/" + wanted.to_search())}" title="{escape(told)}">{count}<span>{sign}</span></a>'
