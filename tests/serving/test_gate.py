"""What no page of ours sends is answered in one short line, without a stack in the log: never by 500, never with the page."""

import copy
import json
import logging
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import app
from serving.door.gate import CALLBACK, LARGEST_BODY

from ..conftest import SMALL
from .wire import layout, split

ADDRESSES = ["/", "/data.csv", "/data.json", "/answer.json", "/sets.json", "/overview", "/search", "/f/", "/pairings", "/reports", "/about"]


@pytest.fixture(scope="module")
def client():
    return app.create_app(SMALL).server.test_client()


@pytest.fixture(scope="module")
def calls(client) -> dict[str, dict[str, Any]]:
    """A good call of each callback that asks the server, as the page sends it: there is one."""
    page, made = layout(client), {}
    for one in client.get("/_dash-dependencies").json:
        if one["clientside_function"] is None:
            inputs, state = (
                [{**wire, "value": page.get(wire["id"], {}).get(wire["property"])} for wire in one[key]] for key in ("inputs", "state")
            )
            outputs, changed = split(one["output"]), [f"{inputs[0]['id']}.{inputs[0]['property']}"]
            made[changed[0]] = {"output": one["output"], "outputs": outputs, "inputs": inputs, "state": state, "changedPropIds": changed}
    assert set(made) == {"url.search"}
    return made


def post(client, body: Any) -> Any:
    data = body if isinstance(body, (bytes, str)) else json.dumps(body)
    return client.post(CALLBACK, data=data, content_type="application/json")


def refused(answer, *codes: int) -> bool:
    """One short line of text, whose code is one of these."""
    told = answer.text
    return (
        answer.status_code in codes
        and answer.mimetype == "text/plain"
        and told.count("\n") == 1
        and len(told) < 120
        and "Traceback" not in told
    )


def test_good_calls_pass(client, calls):
    for call in calls.values():
        assert post(client, call).status_code in (200, 204)
        assert post(client, call | {"parsedChangedPropsIds": call["changedPropIds"]}).status_code in (200, 204)
        assert post(client, call | {"changedPropIds": []}).status_code in (200, 204)


BODIES = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff\xfe",
    "null": b"null",
    "a list": b"[]",
    "a number": b"1",
    "a text": b'"x"',
    "empty": b"{}",
    "deep": b"[" * 900,
    "deeper": b"[" * 60_000,
    "NaN": b'{"output": NaN}',
    "an endless number": b"9" * 5_000,
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_is_no_call_is_refused(client, name, caplog):
    caplog.set_level(logging.INFO)
    assert refused(post(client, BODIES[name]), 400)
    assert caplog.text == ""


ODD: list[Any] = [None, True, 0, -1, 10**400, 1.5, "", "x", "\ud800", [], [None], [[]], {}, {"id": "x"}, "x" * 60_000, ["x"] * 10_000]


def places(call: dict[str, Any]) -> list[list[Any]]:
    """Every place of a call that can be tampered with: its fields, and those of what it sends."""
    found: list[list[Any]] = [[key] for key in call]
    for key in ("outputs", "inputs", "state"):
        found += [[key, 0], *([key, 0, field] for field in ("id", "property", "value") if call[key])] if call[key] else []
    return found + [["inputs", number, "value"] for number in range(len(call["inputs"]))]


def tampered(call: dict[str, Any], place: list[Any], value: Any) -> dict[str, Any]:
    made = copy.deepcopy(call)
    within = made
    for step in place[:-1]:
        within = within[step]
    within[place[-1]] = value
    return made


def test_whatever_is_tampered_with_is_refused_or_means_something(client, calls, caplog):
    """Over five hundred calls, each with one odd thing in one place."""
    tried, codes = 0, set()
    for call in calls.values():
        for place in places(call):
            for value in ODD:
                answer = post(client, tampered(call, place, value))
                assert answer.status_code in (200, 204) or refused(answer, 400, 413), (place, str(value)[:40], answer.status_code)
                codes.add(answer.status_code)
                tried += 1
            gone = copy.deepcopy(call)
            if len(place) == 1 and place[0] != "state":
                del gone[place[0]]
                assert refused(post(client, gone), 400)
    assert tried > 500
    assert codes == {200, 400}
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("output", lambda call: "..nothing.children.."),
        ("output", lambda call: "asked.data"),
        ("outputs", lambda call: call["outputs"][:-1]),
        ("outputs", lambda call: [*call["outputs"], {"id": "x", "property": "y"}]),
        ("inputs", lambda call: call["inputs"] * 2),
        ("inputs", lambda call: [*call["inputs"], {"id": "x", "property": "y", "value": 1}]),
        ("changedPropIds", lambda call: ["metric.children"]),
        ("changedPropIds", lambda call: call["changedPropIds"] * 100_000),
    ],
)
def test_a_call_of_another_shape_is_refused(client, calls, field, change):
    for call in calls.values():
        assert refused(post(client, call | {field: change(call)}), 400, 413)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "property", "value", "type", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150)
@given(data=st.data())
def test_nothing_sent_makes_the_server_fail(client, calls, data):
    call = calls[data.draw(st.sampled_from(sorted(calls)))]
    body = tampered(call, data.draw(st.sampled_from(places(call))), data.draw(JSON))
    assert post(client, body).status_code in (200, 204, 400)


@settings(max_examples=100)
@given(address=st.sampled_from(ADDRESSES), query=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_query_string_makes_the_server_fail(client, address, query):
    with client.get(address, query_string=query.decode("latin-1")) as answer:
        assert answer.status_code < 500


KEYS = [
    "metric",
    "category",
    "pair",
    "like",
    "from",
    "to",
    "by",
    "span",
    "parts",
    "order",
    "scale",
    "show",
    "embed",
    "lang",
    "view",
    "rows",
    "bom",
    "q",
]
VALUES = st.sampled_from(
    ["funds", "all", "1", "0", "-1", "1e9", "%00", "nan", "year", "real", "value", "log", "coverage", "en", "tianjin-huangnan", "~", "２０"]
)


@settings(max_examples=150)
@given(address=st.sampled_from(ADDRESSES), asked=st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6))
def test_no_selection_makes_the_server_fail(client, address, asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    with client.get(f"{address}?{query}") as answer:
        assert answer.status_code < 500
    assert client.get("/_dash-layout", headers={"Referer": f"http://localhost/?{query}"}).status_code == 200


HEADERS = [
    "Accept-Encoding",
    "Accept",
    "Accept-Language",
    "If-None-Match",
    "If-Modified-Since",
    "Range",
    "If-Range",
    "Referer",
    "Cookie",
    "Origin",
]
HEADERS += [
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Prefix",
    "Forwarded",
    "Content-Length",
    "Host",
    "Content-Type",
]
LINES = st.text(st.characters(codec="latin-1", exclude_characters="\r\n\0"), max_size=40)


@settings(max_examples=150)
@given(address=st.sampled_from(ADDRESSES), name=st.sampled_from(HEADERS), value=LINES)
def test_no_header_makes_the_server_fail(client, address, name, value):
    with client.get(address, headers={name: value}) as answer:
        assert answer.status_code < 500


# Bounds


@pytest.mark.parametrize(("path", "code"), [("/", 414), ("/data.csv", 414), ("/search", 414), ("/f/x", 414)])
def test_an_address_longer_than_any_of_ours_is_refused(client, path, code):
    assert refused(client.get(f"{path}?pair={'~a' * 5_000}"), code)


def test_a_referrer_longer_than_any_of_ours_is_refused(client):
    assert refused(client.get("/_dash-layout", headers={"Referer": "http://localhost/?" + "a" * 20_000}), 431)


def test_a_large_body_is_refused_unread(client):
    assert refused(post(client, b"[" + b"1," * LARGEST_BODY), 413)


def test_an_answer_is_bounded_by_what_a_reader_can_ask_for(client, calls):
    """Unknown names are named in a notice: as many as an address can hold."""
    call = calls["url.search"]
    longest = "?pair=" + "~".join(f"a{number}" for number in range(1_300))
    answer = post(client, tampered(call, ["inputs", 0, "value"], longest))
    assert answer.status_code == 200
    assert len(answer.data) < 400_000
    assert refused(post(client, tampered(call, ["inputs", 0, "value"], longest * 2)), 400)


# Paths and methods


@pytest.mark.parametrize(
    "path",
    [
        "nothing/x.js",
        "dash/nothing.js",
        "dash/../app.py",
        "dash/%2e%2e/%2e%2e/app.py",
        "os/path.py",
        "dash/dash.py",
        "dash/",
        "metrics/x.js",
    ],
)
def test_unknown_component_suites_are_not_there(client, path, caplog):
    answer = client.get(f"/_dash-component-suites/{path}")
    assert answer.status_code == 404
    assert caplog.text == ""


def test_the_suites_that_the_page_asks_for_are_there(client):
    asked = [part.partition('"')[0] for part in client.get("/").text.split('src="')[1:]]
    suites = [source for source in asked if source.startswith("/_dash-component-suites/")]
    assert len(suites) > 3
    for source in suites:
        assert client.get(source).status_code == 200, source


def test_every_registered_suite_is_there_or_not_found():
    made = app.create_app(SMALL)
    client = made.server.test_client()
    client.get("/")
    suites = [f"/_dash-component-suites/{package}/{path}" for package, paths in made.registered_paths.items() for path in paths]
    codes = {path: client.get(path).status_code for path in suites}
    assert len(codes) > 20
    assert {path: code for path, code in codes.items() if code not in (200, 404)} == {}


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "POST"])
@pytest.mark.parametrize("path", ["/", "/data.csv", "/about", "/healthz"])
def test_a_method_that_is_not_offered_is_refused(client, method, path):
    answer = client.open(path, method=method)
    assert refused(answer, 405)
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_call_in_another_form_is_refused(client, calls, kind):
    """A page of another site can post these without asking."""
    assert refused(client.post(CALLBACK, data=json.dumps(calls["url.search"]), content_type=kind), 415)


@pytest.mark.parametrize(
    ("query", "framed"),
    [
        ("embed=1", True),
        ("embed=timeline", True),
        ("embed=", False),
        ("embed=2", False),
        ("embed=1x", False),
        ("embed=1&embed=evil", False),
        ("", False),
    ],
)
def test_only_what_is_made_to_be_framed_may_be(client, query, framed):
    policy = client.get(f"/?{query}").headers["Content-Security-Policy"]
    assert ("frame-ancestors *" in policy) == framed
    assert ("frame-ancestors 'none'" in policy) == (not framed)


@pytest.mark.parametrize("path", ["/about", "/f/", "/data.csv"])
def test_other_pages_are_never_framed(client, path):
    assert "frame-ancestors 'none'" in client.get(f"{path}?embed=1").headers["Content-Security-Policy"]
