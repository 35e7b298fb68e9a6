"""The overview: by scheme and five-year plan, what may be added up and what may not. Works without scripts."""

from collections.abc import Callable

from flask import Flask, render_template

from components.parts.overview_blocks import blocks
from metrics.catalog.catalog import Catalog
from metrics.selecting.overview import overview

from .card import asked_language, template_context


def serve_overview(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/overview` to a server."""

    @server.get("/overview")
    def page() -> str:
        language, catalog = asked_language(), current()
        listed = blocks(overview(catalog), catalog, language)
        return render_template("overview.html", blocks=listed, **template_context(language, "/overview"))
