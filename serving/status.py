"""What is served now: the version of the data and, for whoever edits it, what is wrong with the newest edit."""

import time
from typing import Any

from flask import Flask, Response, jsonify, request

from metrics.watching.live import Live


def serve_status(server: Flask, live: Live, *, editing: bool) -> None:
    """Add `/status.json` and `/healthz` to a server. What is wrong is counted for everybody, and told only while editing."""

    @server.after_request
    def with_version(response: Response) -> Response:
        """An answer to a page that may have been opened on other data."""
        if request.path == "/_dash-update-component":
            response.headers["Data-Version"] = live.catalog.version
        return response

    @server.get("/status.json")
    def status() -> Response:
        return jsonify({**health(live), "editing": editing, **(details(live) if editing else {})})

    @server.get("/healthz")
    def healthz() -> Response:
        """200 as long as there is data: whoever watches the server decides what the rest is worth."""
        return jsonify(health(live))


def health(live: Live) -> dict[str, Any]:
    """`faults` are failures of the program itself, by what failed; `looked` is how many seconds ago the folder was looked at."""
    return {
        "version": live.catalog.version,
        "figures": len(live.catalog.frame),
        "problems": len(live.problems),
        "faults": sorted(live.faults),
        "gone": len(live.gone),
        "looked": round(time.monotonic() - live.looked),
    }


def details(live: Live) -> dict[str, Any]:
    lines = [line for problem in live.problems for line in problem.lines()]
    return {"lines": [*lines, *live.faults.values()], "gone": live.gone}
