"""What is served now: the version of the data and, for whoever edits it, what is wrong with the newest edit."""

from typing import Any

from flask import Flask, Response, request

from metrics.catalog.live import Live


def serve_status(server: Flask, live: Live, *, editing: bool) -> None:
    """Add `/status.json` to a server. Problems are counted for everybody, and told only while editing."""

    @server.after_request
    def with_version(response: Response) -> Response:
        """An answer to a page that may have been opened on other data."""
        if request.path == "/_dash-update-component":
            response.headers["Data-Version"] = live.catalog.version
        return response

    @server.get("/status.json")
    def status() -> dict[str, Any]:
        answer: dict[str, Any] = {
            "version": live.catalog.version,
            "figures": len(live.catalog.frame),
            "problems": len(live.problems),
            "editing": editing,
        }
        if editing:
            answer["lines"] = [line for problem in live.problems for line in problem.lines()]
        return answer
