"""The overview: by scheme and five-year plan, what may be added up and what may not. Works without scripts."""

from collections.abc import Callable

from flask import Flask, Response

from components.parts.overview_blocks import blocks
from metrics.catalog.catalog import Catalog
from metrics.selecting.overview import overview

from .frame.kept import kept_page


def serve_overview(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/overview` to a server."""

    @server.get("/overview")
    def page() -> Response:
        catalog = current()
        return kept_page(catalog, "/overview", "overview.html", lambda language: {"blocks": blocks(overview(catalog), catalog, language)})
