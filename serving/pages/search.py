"""`/search?q=…`: what a question finds, by kind, each with its address."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request

from components.wording.captions import circumstances, counted, donor_and_recipient
from components.wording.numbers import figure_words
from components.wording.strings import t
from components.wording.titles import pairing_name
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.finding.index import KINDS
from metrics.finding.search import MOST, Found, search
from metrics.selecting.profile import by_figure, money_of
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..frame.kept import kept_page
from ..frame.lines import day_of, pairing_line
from .reports import with_query

LONGEST = 200  # characters of a question that are looked at
EXAMPLES = ("和田", "Kashi", "jobs", "扶贫车间", "567个项目", "18.51亿")


def serve_search(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/search` to a server."""

    @server.get("/search")
    def found() -> Response:
        catalog, question = current(), request.args.get("q", "")[:LONGEST].strip()
        path = with_query("/search", {"q": question} if question else {})
        return kept_page(catalog, path, "search.html", lambda language: contents(question, catalog, language))


def contents(question: str, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows of a question."""
    found = search(question, catalog)
    counts = tallies(catalog).printed["pairing"]
    kinds = sorted(found.hits, key=lambda kind: (kind != "figure", KINDS.index(kind)) if numeric(question) else (False, KINDS.index(kind)))
    money = money_of(catalog)
    return {
        "question": question,
        "groups": {kind: LISTS[kind](found, catalog, language) for kind in kinds if kind != "pairing"}
        | ({"pairing": []} if "pairing" in kinds else {}),
        "order": kinds,
        "cut": {kind: len(found.hits[kind]) == MOST for kind in kinds},
        "most": MOST,
        "pairings": [
            pairing_line(catalog.pairings[name], counts.get(name, 0), money.get(name), catalog, language)
            for name in found.hits.get("pairing", ())
        ],
        "unknown": unknown(found, language),
        "examples": EXAMPLES,
    }


def numeric(question: str) -> bool:
    """Whether a question has a number: then figures come first."""
    return any(letter.isdigit() for letter in question)


def unknown(found: Found, language: Language) -> str:
    """The words of the question that nothing is known by."""
    quoted = "“{}”"
    return ("、" if language == "zh" else ", ").join(quoted.format(word) for word in found.unknown)


def metrics(found: Found, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    listed = [catalog.metrics[name] for name in found.hits["metric"]]
    return [
        {
            "href": f"/m/{one.id}",
            "words": one.title.to(language),
            "more": one.definition.to(language),
            "compare": "/" + Selection(metric=one.id, lang=language).to_search(),
        }
        for one in listed
    ]


def categories(found: Found, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    listed = [name.split() for name in found.hits["category"]]
    return [
        {
            "href": f"/m/{metric}",
            "anchor": f"#{name}",
            "words": catalog.metrics[metric].categories[name].name.to(language),
            "more": catalog.metrics[metric].title.to(language),
            "compare": "/" + Selection(metric=metric, category=name, lang=language).to_search(),
        }
        for metric, name in listed
    ]


def scopes(found: Found, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    return [
        {
            "href": f"/p/{row.pairing}",
            "anchor": f"#{row.figure}",
            "words": row.scope if language == "zh" else row.scope_en,
            "more": pairing_name(catalog.pairings[row.pairing], language),
        }
        for row in rows_of(found.hits["scope"], catalog)
    ]


def reports(found: Found, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    counts, listed = tallies(catalog).printed["source"], [catalog.sources[name] for name in found.hits["report"]]
    return [
        {
            "href": f"/r/{one.id}",
            "words": one.title or one.publisher,
            "more": f"{one.publisher} {day_of(one, language)} · {t('n_figures', language, n=counts.get(one.id, 0))}",
        }
        for one in listed
    ]


def figures(found: Found, catalog: Catalog, language: Language) -> list[dict[str, Any]]:
    listed = []
    for row in rows_of(found.hits["figure"], catalog):
        what = catalog.metrics[row.metric].title.to(language), counted(row, language) or t("whole", language)
        more = " · ".join((*what, donor_and_recipient(row, language), circumstances(row, language)))
        listed.append({"href": f"/f/{row.figure}", "words": figure_words(row, language), "more": more})
    return listed


def rows_of(names: list[str], catalog: Catalog) -> list[Any]:
    """The figures of these ids, in their order."""
    rows = by_figure(catalog)
    return [rows[name] for name in names]


LISTS: dict[str, Callable[[Found, Catalog, Language], list[dict[str, Any]]]] = {
    "metric": metrics,
    "category": categories,
    "scope": scopes,
    "report": reports,
    "figure": figures,
}
