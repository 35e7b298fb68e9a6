"""`/reports`, every report that is declared, and `/r/<report>`, all that one gave."""

from collections.abc import Callable
from typing import Any

from flask import Flask, abort, render_template

from components.parts.coverage_table import pairing_name
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.entries.sources import Source, host_of
from metrics.figures.terms import TERMS
from metrics.selecting.profile import Given, given
from metrics.words import Language

from ..card import asked_language, template_context
from .pairings import line


def serve_reports(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/reports` and `/r/` to a server."""

    @server.get("/reports")
    def reports() -> str:
        language, catalog = asked_language(), current()
        counts = catalog.frame[catalog.frame["source"] != ""]["source"].value_counts().to_dict()
        years: dict[str, list[dict[str, Any]]] = {}
        for source in sorted(catalog.sources.values(), key=lambda one: one.published.text if one.published else "", reverse=True):
            year = source.published.text[:4] if source.published else t("undated_source", language)
            years.setdefault(year, []).append(listing(source, int(counts.get(source.id, 0)), language))
        return render_template("reports.html", years=years, **template_context(language, "/reports"))

    @server.get("/r/<name>")
    def report(name: str) -> str:
        language, catalog = asked_language(), current()
        if name not in catalog.sources:
            abort(404)
        return render_template(
            "report.html", **contents(given(name, catalog), catalog, language), **template_context(language, f"/r/{name}")
        )


def listing(source: Source, figures: int, language: Language) -> dict[str, Any]:
    """A line of the list of reports."""
    return {
        "id": source.id,
        "title": source.title or source.publisher,
        "publisher": source.publisher,
        "published": when(source, language),
        "tier": source.tier,
        "read": TERMS["read"][source.read].to(language),
        "figures": figures,
    }


def when(source: Source, language: Language) -> str:
    """The date of publication, or that it is the earliest alone, or not known."""
    if source.published is None:
        return t("undated_source", language)
    text = source.published.text
    return t("earliest", language, day=text.removesuffix("/..")) if text.endswith("/..") else text


def contents(found: Given, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows of a report."""
    source, host = found.source, host_of(found.source.url, catalog.hosts) if found.source.url else None
    return {
        "source": source,
        "published": when(source, language),
        "tier": TERMS["tier"][source.tier].to(language),
        "read": TERMS["read"][source.read].to(language),
        "readings": [day.text for day in source.readings],
        "aggregated": host is not None and host.kind == "aggregator",
        "note": source.note.to(language) if source.note else "",
        "unused": source.unused.to(language) if source.unused else "",
        "registers": [(one.id, pairing_name(one, language)) for one in found.registers],
        "pairings": [
            {
                "id": name,
                "name": pairing_name(catalog.pairings[name], language),
                "lines": [{"metric": catalog.metrics[row.metric].title.to(language), **line(row, language)} for row in rows],
            }
            for name, rows in found.figures.items()
        ],
    }
