"""The comparison of a view as a picture, `/chart.svg` with the page's own query string."""

from collections.abc import Callable

from flask import Flask, Response

from components.drawn import picture
from metrics.catalog.catalog import Catalog
from metrics.selecting.answer import answer

from .caching import conditional_response, with_body
from .frame.addresses import public
from .frame.context import asked_selection


def serve_picture(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/chart.svg` to a server: 404 where the view compares nothing."""

    @server.get("/chart.svg")
    def chart() -> Response:
        catalog, selection = current(), asked_selection().with_(extra=())
        address = public("/" + selection.to_search())
        found = answer(selection, catalog)
        if not found.panels:
            return Response(status=404)
        response = conditional_response(catalog, f"picture {address}", "image/svg+xml", text=True)
        if response.status_code != 200:
            return response
        return with_body(response, lambda: iter([picture(found, address).encode()]), small=True)
