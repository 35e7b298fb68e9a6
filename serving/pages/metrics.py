"""`/metrics`, every metric, and `/m/<metric>`: what it counts, how much of it is known, and which figures compare."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort

from components.wording.strings import t
from components.wording.titles import pairing_name, set_words
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.catalog.tuples import Row
from metrics.entries.vocabulary import Metric
from metrics.figures.terms import TERMS
from metrics.figures.units import unit_name
from metrics.selecting.answer import answer
from metrics.selecting.profile import leaders_of, rows_of
from metrics.selecting.selection import ALL, Selection
from metrics.words import Language

from ..frame.described import cited_data, dataset
from ..frame.kept import kept_page
from ..frame.lines import figure_line

MOST_SETS = 6


def serve_metrics(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/metrics` and `/m/` to a server."""

    @server.get("/metrics")
    def metrics() -> Response:
        catalog = current()
        return kept_page(catalog, "/metrics", "metrics.html", lambda language: listed(catalog, language))

    @server.get("/m/<name>")
    def metric(name: str) -> Response:
        catalog = current()
        if name not in catalog.metrics:
            abort(404)
        return kept_page(catalog, f"/m/{name}", "metric.html", lambda language: contents(catalog.metrics[name], catalog, language))


def listed(catalog: Catalog, language: Language) -> dict[str, Any]:
    """Every metric under its theme, with how many figures and pairings it has."""
    known = tallies(catalog)
    themes: dict[str, list[dict[str, Any]]] = {}
    for one in catalog.metrics.values():
        line = {
            "id": one.id,
            "title": one.title.to(language),
            "definition": one.definition.to(language),
            "units": units(one, language),
            "figures": known.printed["metric"].get(one.id, 0),
            "pairings": known.pairings.get(one.id, 0),
            "compare": "/" + Selection(metric=one.id, lang=language).to_search(),
        }
        themes.setdefault(TERMS["theme"][one.theme].to(language), []).append(line)
    return {"themes": themes, "description": t("metrics_intro", language)}


def units(metric: Metric, language: Language) -> str:
    return joined((unit_name(unit).to(language) for unit in metric.units), language)


def joined(words: Any, language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(words)


def contents(metric: Metric, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows of a metric."""
    rows = [row for row in rows_of("metric", metric.id, catalog) if row.status == "reported"]
    counts = Counter(row.pairing for row in rows)
    leaders = leaders_of(metric.id, catalog)
    title, definition = metric.title.to(language), metric.definition.to(language)
    query, path = f"metric={metric.id}&like=all&parts=1", f"/m/{metric.id}"
    description = t("of_metric", language, definition=definition, n=len(rows), p=len(counts))
    return {
        "metric": metric,
        "title": title,
        "definition": definition,
        "facts": [
            (t("theme", language), TERMS["theme"][metric.theme].to(language)),
            (t("unit", language), units(metric, language)),
            (t("fact_kind", language), TERMS["kind"][metric.kind].to(language)),
            (t("bases", language), joined((TERMS["basis"][basis].to(language) for basis in metric.bases), language)),
            (t("figures_count", language), str(len(rows))),
            (t("pair", language), str(len(counts))),
        ],
        "words": joined(metric.words, language),
        "sets": best_sets(metric, catalog, language),
        "categories": categories(metric, rows, language),
        "pairings": [
            {
                "id": name,
                "name": pairing_name(catalog.pairings[name], language),
                "line": figure_line(leaders[name], language) if name in leaders else None,
                "figures": counts[name],
            }
            for name in catalog.pairings
            if name in counts
        ],
        "number": len(rows),
        "query": query,
        "compare": "/" + Selection(metric=metric.id, lang=language).to_search(),
        "everything": "/" + Selection(metric=metric.id, like=ALL, lang=language).to_search(),
        "description": description,
        "dataset": dataset(catalog, path, title, description, query, language),
        "citation": cited_data(catalog, path, title, language),
    }


def best_sets(metric: Metric, catalog: Catalog, language: Language) -> list[dict[str, str]]:
    """The largest sets of figures that compare, each with its address: those of the comparison page itself."""
    found = answer(Selection(metric=metric.id, lang=language), catalog)
    return [
        {
            "words": t("set_of", language, what=set_words(one, found, language), n=len(one.pairings)),
            "href": "/" + Selection(metric=metric.id, like=one.anchor, lang=language).to_search(),
        }
        for one in found.sets[:MOST_SETS]
    ]


def categories(metric: Metric, rows: list[Row], language: Language) -> list[dict[str, Any]]:
    """The metric as such and its categories: figures and pairings of each, and where they are compared."""
    figures = Counter(row.category for row in rows)
    pairings = Counter(category for category, _ in {(row.category, row.pairing) for row in rows})
    names = {"": t("as_such", language), **{name: one.name.to(language) for name, one in metric.categories.items()}}
    return [
        {
            "id": name,
            "words": words,
            "figures": figures[name],
            "pairings": pairings[name],
            "compare": "/" + Selection(metric=metric.id, category=name, lang=language).to_search() if name in figures else "",
        }
        for name, words in names.items()
    ]
