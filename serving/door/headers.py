"""Headers on every answer: nothing from elsewhere is loaded, framed or told where a reader came from."""

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

from flask import Flask, Response, request

from metrics.selecting.selection import CHOICES
from metrics.selecting.touched.mending import meant

from ..frame.context import asked_selection

PLAIN = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors {frames}; form-action 'self'"
)


def add_security_headers(server: Flask, script_hashes: Callable[[], list[str]]) -> None:
    """Put the headers on every answer of a server. `script_hashes` are those of the page's inline scripts."""

    @server.after_request
    def add(response: Response) -> Response:
        scripts = " ".join(script if script.startswith("'") else f"'{script}'" for script in script_hashes())
        response.headers.update(
            {**PLAIN, "Content-Security-Policy": POLICY.format(scripts=scripts, frames="*" if may_be_framed() else "'none'")}
        )
        return response


def fingerprint(script: str) -> str:
    """By which a policy allows a script that stands in a page."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"


def may_be_framed() -> bool:
    """Whether the answer is made to stand in somebody else's page: one chart alone, and nothing else."""
    known = CHOICES["embed"]
    return request.path == "/" and meant(asked_selection().embed, known)[0] in known
