"""The coverage matrix: what is known, and how well. Every cell leads to the view that it counts."""

from typing import Any

from dash import html

from metrics.catalog import Catalog
from metrics.coverage import Cell, coverage
from metrics.selection import Selection
from metrics.words import Language

from .marks import short_name
from .strings import t
from .verdict import link

SIGNS = {"sure": "●", "noted": "◐", "parts": "○", "conflict": "!", "not-found": "×", "not-applicable": "—", "not-searched": ""}


def coverage_table(catalog: Catalog, selection: Selection) -> list[Any]:
    """Metrics down, pairings across, so that it fits a phone; core metrics first."""
    language = selection.language
    matrix = coverage(catalog)
    metrics = sorted(catalog.metrics.values(), key=lambda metric: not metric.core)
    places = {metric: place for place, metric in enumerate(catalog.metrics)}
    names = [short_name(one.recipient.name.to(language)) for one in catalog.pairings.values()]
    head = html.Tr([html.Td(), *[html.Th(name, scope="col") for name in names]])
    rows = [
        html.Tr(
            [
                html.Th(metric.title.to(language), scope="row"),
                *[cell_of(line[places[metric.id]], name, selection, language) for line, name in zip(matrix, names, strict=True)],
            ]
        )
        for metric in metrics
    ]
    key = html.P([html.Span([f"{sign} {t('flag_' + name, language)}", html.Br()]) for name, sign in SIGNS.items()], className="key")
    return [
        html.P(t("coverage_lead", language, n=len(catalog.frame), m=len(catalog.metrics), p=len(catalog.pairings))),
        html.Table([html.Thead(head), html.Tbody(rows)], className="coverage"),
        key,
    ]


def cell_of(cell: Cell, name: str, selection: Selection, language: Language) -> html.Td:
    """A cell that names its pairing itself, for the narrow page where the head is not shown."""
    return html.Td(cell_link(cell, selection, language), **{"data-label": name})


def cell_link(cell: Cell, selection: Selection, language: Language) -> Any:
    if not cell.count:
        return ""
    sign, words = SIGNS[cell.flag], t(f"flag_{cell.flag}", language)
    shown = f"{cell.count} {sign} {cell.latest or ''}" if cell.flag not in ("not-found", "not-applicable") else sign
    wanted = Selection(metric=cell.metric, pair=(cell.pairing,), parts="1", lang=selection.lang)
    return link(wanted, shown, title=words)
