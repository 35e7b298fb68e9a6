"""A page that is kept: made once for a version of the data, an address and a language, tagged, and the same bytes from every process."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from typing import Any

from flask import Flask, Response, make_response, render_template, request

from metrics.catalog.catalog import Catalog
from metrics.words import Language

from ..caching import conditional_response, with_body
from .addresses import public
from .context import asked_language, template_context

HTML, JSON = "text/html; charset=utf-8", "application/json"
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


def keep_answers(server: Flask, current: Callable[[], Catalog], endpoints: Iterable[str]) -> None:
    """Let a server keep what these endpoints of dash answer: pages, or JSON for a page's scripts."""
    for endpoint in endpoints:
        server.view_functions[endpoint] = partial(kept_answer, server.view_functions[endpoint], current)


def kept_answer(view: Callable[[], Any], current: Callable[[], Catalog]) -> Response:
    """What a view answers, a function of the catalog and of what was sent. What was posted is for its sender alone: it has no tag."""
    asked, for_scripts = f"{request.full_path} {sha256(request.get_data()).hexdigest()}", request.path.startswith("/_dash-")

    def made() -> str:
        text = make_response(view()).get_data(as_text=True)
        return in_order(text) if for_scripts else text

    response = kept(current(), asked, JSON if for_scripts else HTML, made)
    if request.method == "POST":
        for header in ("ETag", "Last-Modified", "Cache-Control"):
            del response.headers[header]
    return response


def in_order(text: str) -> str:
    """JSON with its keys in order: dash gives the properties of a component in that of a set, which differs between processes."""
    told = json.dumps(json.loads(text), separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    return told.encode("utf-8", "backslashreplace").decode()  # half characters, which somebody may have sent, stay as JSON writes them
