"""What is turned away at the door: unknown paths, and whatever no page of ours sends. In one short line, except to people."""

from collections.abc import Callable

from flask import Flask, Response, abort, redirect, render_template, request
from werkzeug.exceptions import HTTPException

from metrics.catalog.catalog import Catalog

from ..frame.context import asked_language, template_context
from ..frame.kept import trimmed
from .callbacks import LONGEST_TEXT, Foreign, Wires, check
from .marked import address_meant, nearest_page, paths

LARGEST_BODY = 64 * 1024  # bytes; the page's own requests stay under 4 KB
EVERY_PATH = "/<path:path>"  # dash answers any path with the page
CALLBACK = "/_dash-update-component"
SUITES = "/_dash-component-suites/"


def refuse_requests(server: Flask, current: Callable[[], Catalog], wires: Wires, is_file: Callable[[str, str], bool]) -> None:
    """Answer 404 where there is nothing, 413, 414 or 431 where something is too large, 400 to what is no call of a callback.

    `wires` are the page's callbacks; `is_file(package, path)` tells whether a package has such a script.
    """
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY

    @server.before_request
    def refuse() -> None:
        refuse_no_host()
        if len(request.query_string) > LONGEST_TEXT:
            abort(414)
        if len(request.headers.get("Referer", "")) > 2 * LONGEST_TEXT:  # it carries the address of the page, whose layout is asked for
            abort(431)
        rule, named = request.url_rule.rule if request.url_rule else "", request.view_args or {}
        if rule == EVERY_PATH or (rule.startswith(SUITES) and not is_file(named["package_name"], named["fingerprinted_path"])):
            abort(404)
        if rule == CALLBACK and request.method == "POST":
            refuse_foreign_calls(wires)

    @server.errorhandler(404)
    def not_found(error: HTTPException) -> tuple[str, int] | Response:
        if there := address_meant(request.path, request.query_string, paths(server), current()):
            return redirect(request.script_root + there)  # type: ignore[return-value]  # of werkzeug, whose answers flask gives on
        near = nearest_page(request.path, current())
        return trimmed(render_template("nothing.html", near=near, **template_context(asked_language(), request.path))), 404

    @server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        if error.code is None or error.code < 400:
            return error
        answer = Response(f"{error.code} {error.description if error.code == 400 else error.name}\n", error.code, mimetype="text/plain")
        answer.headers.extend([(name, value) for name, value in error.get_headers() if name == "Allow"])
        return answer


def refuse_no_host() -> None:
    """A host that cannot be one (`xn--`, `[::1`) would fail wherever an address with it is made."""
    try:
        request.host_url  # noqa: B018  is asked for what it raises
    except ValueError:  # of which those of encodings are a kind
        abort(400, "no host has this name")


def refuse_foreign_calls(wires: Wires) -> None:
    if request.mimetype != "application/json":
        abort(415)
    try:
        check(request.get_data(), wires())
    except Foreign as error:
        abort(400, str(error))
