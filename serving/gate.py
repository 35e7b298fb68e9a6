"""What is turned away at the door: unknown paths, and bodies larger than any page sends."""

from flask import Flask, Response, abort, render_template, request
from werkzeug.exceptions import HTTPException

from .frame.context import asked_language, template_context
from .frame.kept import trimmed

LARGEST_BODY = 64 * 1024  # bytes; the page's own requests stay under 4 KB
EVERY_PATH = "/<path:path>"  # dash answers any path with the page


def refuse_requests(server: Flask) -> None:
    """Answer 404 where there is nothing, 413 where a body is too large."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY

    @server.before_request
    def refuse_unknown_paths() -> None:
        if request.url_rule is not None and request.url_rule.rule == EVERY_PATH:
            abort(404)

    @server.errorhandler(404)
    def not_found(error: HTTPException) -> tuple[str, int] | Response:
        return trimmed(render_template("nothing.html", **template_context(asked_language(), request.path))), 404
