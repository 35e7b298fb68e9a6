"""`/reports`, every report that is declared, and `/r/<report>`, all that one gave."""

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, abort, request

from components.wording.addresses import localized
from components.wording.strings import t
from components.wording.titles import pairing_name
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.entries.sources import Source, host_of
from metrics.entries.vocabulary import Metric
from metrics.figures.terms import TERMS
from metrics.selecting.profile import Given, given
from metrics.words import Language

from ..frame.context import marked
from ..frame.described import cited_report
from ..frame.kept import kept_page
from ..frame.lines import ReportLine, day_of, figure_line, figure_row, programme_name, report_line, report_rows

UNDATED = "undated"
MOST_OUTLETS = 12  # that are offered; any other is asked for by its name


def serve_reports(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/reports` and `/r/` to a server."""

    @server.get("/reports")
    def reports() -> Response:
        catalog = current()
        asked = {key: value for key in FACETS if (value := request.args.get(key, ""))}
        return kept_page(catalog, with_query("/reports", asked), "reports.html", lambda language: listed(catalog, asked, language))

    @server.get("/r/<name>")
    def report(name: str) -> Response:
        catalog = current()
        if name not in catalog.sources:
            abort(404)
        return kept_page(catalog, f"/r/{name}", "report.html", lambda language: contents(given(name, catalog), catalog, language))


# By what reports are chosen: what each of them has of it, in ids.
FACETS: dict[str, Callable[[Source, dict[str, set[str]]], set[str]]] = {
    "programme": lambda source, programmes: programmes.get(source.id, set()),
    "year": lambda source, programmes: {source.published.text[:4] if source.published else UNDATED},
    "tier": lambda source, programmes: {source.tier},
    "read": lambda source, programmes: {source.read},
    "publisher": lambda source, programmes: {source.publisher},
}
TITLES = {"programme": "programme", "year": "year_of", "tier": "tier", "read": "reading_of", "publisher": "outlet"}


def with_query(path: str, asked: dict[str, str]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path


def listed(catalog: Catalog, asked: dict[str, str], language: Language) -> dict[str, Any]:
    """The list that is asked for, by year, and what else may be asked for."""
    counts, programmes = tallies(catalog).printed["source"], programmes_of(catalog)
    chosen = [
        source for source in catalog.sources.values() if all(value in FACETS[key](source, programmes) for key, value in asked.items())
    ]
    years: dict[str, list[ReportLine]] = {}
    for source in sorted(chosen, key=lambda one: one.published.text if one.published else "", reverse=True):
        year = source.published.text[:4] if source.published else t("undated_source", language)
        years.setdefault(year, []).append(report_line(source, counts.get(source.id, 0), language))
    intro = t("reports_intro", language, n=len(catalog.sources), m=len(counts))
    facets = [facet(key, catalog, asked, language) for key in FACETS]
    tables = {year: (len(lines), report_rows(lines, language)) for year, lines in years.items()}
    return {"years": tables, "facets": facets, "number": len(chosen), "intro": intro, "description": intro, "asked": asked}


@lru_cache(maxsize=2)
def programmes_of(catalog: Catalog) -> dict[str, set[str]]:
    """The programmes that each report speaks of, or registers a pairing of."""
    found = {name: set(programmes) for name, programmes in tallies(catalog).programmes.items()}
    for one in catalog.pairings.values():
        found.setdefault(one.source, set()).add(one.programme)
    return found


@lru_cache(maxsize=2 * 5)  # of `FACETS`
def counted(key: str, catalog: Catalog) -> dict[str, int]:
    """How many reports have each of what may be chosen."""
    programmes = programmes_of(catalog)
    return Counter(value for source in catalog.sources.values() for value in FACETS[key](source, programmes))


def facet(key: str, catalog: Catalog, asked: dict[str, str], language: Language) -> dict[str, Any]:
    """What may be chosen of one kind: each with how many reports it has, and its address, which keeps what else is chosen."""
    counts = counted(key, catalog)
    order = sorted(counts, reverse=True) if key == "year" else list(catalog.programmes) if key == "programme" else sorted(counts)
    if key == "publisher":
        order = [*sorted(counts, key=lambda name: (-counts[name], name))[:MOST_OUTLETS], asked.get(key, "")]
    others = {name: value for name, value in asked.items() if name != key}
    return {
        "title": t(TITLES[key], language),
        "all": localized(with_query("/reports", others), language),
        "chosen": asked.get(key, ""),
        "options": [
            {
                "id": value,
                "words": named(key, value, catalog, language),
                "count": counts[value],
                "href": localized(with_query("/reports", {**others, key: value}), language),
            }
            for value in dict.fromkeys(order)
            if value in counts
        ],
    }


def named(key: str, value: str, catalog: Catalog, language: Language) -> str:
    """What a choice is called."""
    if key == "programme":
        declared = catalog.programmes.get(value)
        return (declared.short if declared else programme_name(value, catalog)).to(language)
    if key == "read":
        return TERMS["read"][value].to(language)
    return t("undated_source", language) if value == UNDATED else value


def contents(found: Given, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows of a report."""
    source, host = found.source, host_of(found.source.url, catalog.hosts) if found.source.url else None
    number, day = sum(map(len, found.figures.values())), day_of(source, language)
    return {
        "source": source,
        "published": day,
        "tier": TERMS["tier"][source.tier].to(language),
        "read": TERMS["read"][source.read].to(language),
        "readings": [day.text for day in source.readings],
        "aggregated": host is not None and host.kind == "aggregator",
        "note": source.note.to(language) if source.note else "",
        "unused": source.unused.to(language) if source.unused else "",
        "registers": [(one.id, pairing_name(one, language)) for one in found.registers],
        "number": number,
        "outlet": localized(with_query("/reports", {"publisher": source.publisher}), language),
        "pairings": [
            {
                "id": name,
                "name": pairing_name(catalog.pairings[name], language),
                "rows": "".join(measured(row, catalog.metrics[row.metric], language) for row in rows),
            }
            for name, rows in found.figures.items()
        ],
        "description": t("of_report", language, publisher=source.publisher, day=day, n=number),
        "citation": cited_report(source, f"/r/{source.id}", language),
    }


def measured(row: Any, metric: Metric, language: Language) -> str:
    """The row of a figure that leads to its metric."""
    line, suffix = figure_line(row, language), localized("", language)
    title = marked(metric.title.to(language), language)
    return figure_row(line, f'<a href="/m/{metric.id}{suffix}">{title}</a> · {line.counted}', line.place, suffix)
