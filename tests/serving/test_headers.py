"""Whatever is answered, and however, the browser of whoever asked is told what it may do with it."""

from typing import Any

import pytest

import app
from serving.door.gate import CALLBACK, LARGEST_BODY
from serving.door.headers import PLAIN

from ..conftest import SMALL

TAGS = {"If-None-Match": "*"}
FIGURE = "/f/tianjin-huangnan-funds-1"
KINDS: list[tuple[int, str, str, dict[str, Any]]] = [
    (200, "GET", "/healthz", {}),
    (200, "HEAD", "/", {}),
    (200, "HEAD", "/data.csv", {}),
    (200, "OPTIONS", "/", {}),
    (200, "OPTIONS", CALLBACK, {}),
    (206, "GET", "/data.csv", {"headers": {"Range": "bytes=0-9"}}),
    (302, "GET", f"{FIGURE})", {}),
    (304, "GET", "/", {"headers": TAGS}),
    (304, "GET", "/data.csv", {"headers": TAGS}),
    (304, "GET", "/assets/base.css", {"headers": TAGS}),
    (308, "GET", "/f", {}),
    (308, "GET", "", {}),
    (400, "GET", "/data.csv?metric=nothing", {}),
    (400, "POST", CALLBACK, {"json": {}}),
    (404, "GET", "/nothing", {}),
    (404, "GET", "/assets/nothing.js", {}),
    (404, "GET", "/_dash-component-suites/dash/nothing.js", {}),
    (405, "DELETE", "/", {}),
    (413, "POST", CALLBACK, {"data": b" " * (LARGEST_BODY + 1), "content_type": "application/json"}),
    (414, "GET", f"/?pair={'~a' * 5_000}", {}),
    (415, "POST", CALLBACK, {"data": b"{}"}),
    (416, "GET", "/data.csv", {"headers": {"Range": "bytes=99999999-"}}),
    (431, "GET", "/_dash-layout", {"headers": {"Referer": "a" * 20_000}}),
    (500, "GET", "/fails", {}),
]


@pytest.fixture(scope="module", params=["", "/stats"], ids=["at the top", "under a path"])
def site(request):
    """A client of a site, one page of which fails, and the path where it stands."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", f"https://example.org{request.param}")
        server = app.create_app(SMALL).server
    server.add_url_rule("/fails", view_func=lambda: 1 / 0)
    return server.test_client(), request.param


@pytest.mark.parametrize(("code", "method", "path", "more"), KINDS, ids=[f"{one[0]} {one[1]} {one[2][:20]}" for one in KINDS])
def test_every_kind_of_answer_says_how_it_may_be_used(site, code, method, path, more):
    client, prefix = site
    with client.open(prefix + path, method=method, **more) as answer:
        assert answer.status_code == code
        assert set(PLAIN.items()) <= set(answer.headers.items())
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self' 'sha256-")
        assert answer.headers["Cache-Control"]
        assert {"Set-Cookie", "Server", "X-Powered-By"} & set(answer.headers.keys()) == set()
