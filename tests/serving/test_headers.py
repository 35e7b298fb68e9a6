"""Whatever is answered, and however, the browser of whoever asked is told what it may do with it."""

import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Response

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


# Whatever is said in headers, nothing fails: what is nearly right gets deeper in than noise does

HOSTS = [
    "example.org",
    "example.org:99999",
    "[::1]",
    "[::1",
    "a..b",
    ":80",
    "münchen.de",
    "xn--",
    "a" * 300,
    "evil.example, example.org",
    "%00",
    "@",
    "",
]
TAG = '"85b84b63bf2a5d0bfa777fef13a59aee01558a01"'
VALUES: dict[str, list[str]] = {
    "Host": HOSTS,
    "X-Forwarded-Host": HOSTS,
    "X-Forwarded-For": ["1.2.3.4", "1.2.3.4, 5.6.7.8", "unknown", "[::1]:80", ",", ""],
    "X-Forwarded-Proto": ["https", "http, https", "javascript", "ftp", ",", ""],
    "X-Forwarded-Port": ["443", "0", "99999", "-1", "x"],
    "X-Forwarded-Prefix": ["/stats", "//evil.example", "x", "/.."],
    "Forwarded": ["for=1.2.3.4;host=evil.example;proto=https", 'for="[::1]', ";;="],
    "Range": [
        "bytes=0-0",
        "bytes=-1",
        "bytes=5-2",
        "bytes=0-,1-",
        f"bytes={'0-1,' * 500}2-3",
        "bytes=9" + "9" * 400 + "-",
        "bytes=",
        "lines=1-2",
        "x",
    ],
    "If-Range": [TAG, f"W/{TAG}", "Thu, 26 Nov 2026 09:44:37 GMT", "Thu, 99 Nov 99999999 99:99:99 GMT", "x"],
    "If-None-Match": [TAG, f"W/{TAG}", "*", '"', "W/", f"{TAG}, " * 50, ","],
    "If-Match": [TAG, "*", "x"],
    "If-Modified-Since": ["Thu, 26 Nov 2026 09:44:37 GMT", "Thu, 26 Nov 1 00:00:00 -9999", "0", "Thu, 26 Nov 99999 00:00:00 GMT"],
    "If-Unmodified-Since": ["Thu, 26 Nov 2026 09:44:37 GMT", "x"],
    "Accept-Encoding": ["gzip", "gzip;q=0", "gzip;q=nan", "gzip;q=1e999", "*;q=0", "br, gzip;q=-1", ";q", "identity;q=0"],
    "Accept": ["*/*", "text/html;q=x", "application/json", "/", ";;", "a/b;" * 100],
    "Accept-Language": ["zh", "en;q=0.5, zh;q=nan", "*", "-", "zh-" * 200],
    "Content-Length": ["0", "1", "-1", "x", "9" * 400, "1, 1", "²"],
    "Content-Type": ["application/json", "application/json; charset=x", "text/plain; charset=utf-7", "multipart/form-data", ";"],
    "Transfer-Encoding": ["chunked", "x"],
    "Content-Encoding": ["gzip", "x"],
    "Expect": ["100-continue", "x"],
    "Connection": ["close", "upgrade", "x"],
    "Upgrade": ["websocket", "h2c"],
    "Referer": ["http://localhost/?metric=funds", "http://[", "?%ff", "//", "http://localhost:x/"],
    "Origin": ["null", "https://example.org", "x"],
    "Cookie": ["a=b", "=", ";" * 100, "a=" + "b" * 300],
    "Authorization": ["Basic !!!", "Basic Og==", "Bearer", "Digest a=", "x"],
    "X-HTTP-Method-Override": ["DELETE", "x"],
}
NOISE = st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0"), max_size=40)
SAID = st.dictionaries(st.sampled_from(sorted(VALUES)), st.integers(0, 15) | NOISE, min_size=1, max_size=5)
PATHS = ["/", "/data.csv", "/data.json", "/data.parquet", "/answer.json", "/chart.svg", "/search?q=1", "/f/", f"{FIGURE})", "/nothing"]
PATHS += ["/_dash-layout", "/_dash-dependencies", "/assets/base.css", "/healthz", "/CITATION.cff", CALLBACK, ""]


@pytest.fixture(scope="module", params=[("", "0"), ("/stats", "2")], ids=["alone", "behind two proxies"])
def asked(request):
    """A site, and the path where it stands."""
    prefix, proxies = request.param
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", f"https://example.org{prefix}")
        environment.setenv("PROXIES", proxies)
        return app.create_app(SMALL).server, prefix


def latin(text: str) -> str:
    """A value as it comes over the wire, a byte a character."""
    return text.encode().decode("latin-1")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(method=st.sampled_from(["GET", "GET", "HEAD", "POST", "OPTIONS", "PUT"]), path=st.sampled_from(PATHS), said=SAID)
def test_no_headers_make_the_server_fail_or_show_a_stack(asked, caplog, method, path, said):
    server, prefix = asked
    caplog.set_level(logging.INFO)
    headers = {name: value if isinstance(value, str) else latin(VALUES[name][value % len(VALUES[name])]) for name, value in said.items()}
    environ = EnvironBuilder(prefix + path, method=method, headers=headers).get_environ()
    answer = Response.from_app(server, environ, buffered=True)  # a client would stumble over its own headers
    assert answer.status_code < 500
    assert b"Traceback" not in answer.data
    assert b"evil.example" not in answer.data
    assert "evil.example" not in str(answer.headers)
    assert set(PLAIN.items()) <= set(answer.headers.items())
    assert caplog.text == ""


@pytest.mark.parametrize("path", ["/", "/data.csv", "/f", f"{FIGURE})", "/nothing", "/_dash-layout"])
@pytest.mark.parametrize("host", ["xn--", "a.xn--"])
def test_a_host_that_cannot_be_one_is_refused_in_a_line(asked, host, path, caplog):
    server, prefix = asked
    answer = Response.from_app(server, EnvironBuilder(prefix + path, headers={"Host": host}).get_environ(), buffered=True)
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")
    assert len(answer.data.splitlines()) == 1
    assert caplog.text == ""
