"""A page that is kept: made once for a version of the data, an address and a language, tagged, and the same bytes from every process."""

from collections.abc import Callable
from typing import Any

from flask import Response, render_template

from metrics.catalog.catalog import Catalog
from metrics.words import Language

from ..caching import conditional_response, with_body
from .addresses import public
from .context import asked_language, template_context

HTML = "text/html; charset=utf-8"
Contents = Callable[[Language], dict[str, Any]]


def kept_page(catalog: Catalog, path: str, template: str, contents: Contents) -> Response:
    """The page at a path, its query string with it; `contents` are asked for only where nobody has the page yet."""
    language = asked_language()

    def made() -> str:
        return trimmed(render_template(template, **template_context(language, path) | contents(language)))

    return kept(catalog, f"{template} {path} {language}", HTML, made)


def trimmed(text: str) -> str:
    """A page without the blanks and empty lines that its templates leave."""
    return "\n".join(filter(None, map(str.rstrip, text.splitlines()))) + "\n"


def kept(catalog: Catalog, asked: str, mimetype: str, make: Callable[[], str]) -> Response:
    """A text that is a function of the catalog, of what is asked, and of where the site stands."""
    response = conditional_response(catalog, f"page {public()} {asked}", mimetype, text=True)
    if response.status_code != 200:
        return response
    return with_body(response, lambda: iter([make().encode()]), small=True)
