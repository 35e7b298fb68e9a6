"""The about page: method, vocabulary, licence, how to cite, how to report an error. Works without scripts."""

from collections.abc import Callable

from flask import Flask, render_template

from metrics.catalog.catalog import Catalog
from metrics.comparing.standing import RULE
from metrics.figures.terms import TERMS

from .card import asked_language, template_context


def serve_about(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/about` to a server."""

    @server.get("/about")
    def about() -> str:
        language, catalog = asked_language(), current()
        words = {
            column: [term.to(language) for name, term in TERMS[column].items() if name]
            for column in ("basis", "kind", "qualifier", "tier", "status")
        }
        metrics = [(metric.title.to(language), metric.definition.to(language)) for metric in catalog.metrics.values()]
        counts = {"figures": catalog.printed, "pairings": len(catalog.pairings), "sources": len(catalog.sources)}
        return render_template(
            "about.html",
            words=words,
            metrics=metrics,
            version=catalog.version,
            rule=RULE.to(language),
            **counts,
            **template_context(language, "/about"),
        )
