"""`/search?q=…`: pairings, metrics, reports and printed figures that a question finds."""

from collections.abc import Callable

from flask import Flask, render_template, request

from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.selecting.search import search
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..card import asked_language, template_context

LONGEST = 200  # characters of a question that are looked at
PLACES = {"pairing": "/p/{}", "report": "/r/{}", "figure": "/f/{}"}


def serve_search(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/search` to a server."""

    @server.get("/search")
    def found() -> str:
        language, question = asked_language(), request.args.get("q", "")[:LONGEST]
        groups = {
            t(f"found_{kind}", language): [(address(kind, hit.name, language), hit.zh if language == "zh" else hit.en) for hit in hits]
            for kind, hits in search(question, current()).items()
        }
        return render_template("search.html", question=question, groups=groups, **template_context(language, "/search"))


def address(kind: str, name: str, language: Language) -> str:
    """Where a thing is shown: a metric in the comparison, anything else on its page."""
    if kind == "metric":
        return "/" + Selection(metric=name, lang=language).to_search()
    return PLACES[kind].format(name) + Selection(lang=language).to_search()
