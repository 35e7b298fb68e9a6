"""Where the site stands: under a path, behind proxies, known by its own address and by no other."""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from flask.testing import FlaskClient

from app import create_app

from ..browser.server import refused
from ..conftest import SMALL
from .wire import body

FIGURE = "tianjin-huangnan-funds-1"
ADDRESS = re.compile(r"""(?:\s(?:href|src|action|data-copy|data-picture)=|"(?:href|src|action|data-copy|data-picture)":\s*)"([^"]*)\"""")
STARTS = ["/stats/", "/stats/?view=coverage&lang=en", f"/stats/f/{FIGURE}?card=1", "/stats/nothing", "/stats/_dash-layout"]


@pytest.fixture
def below(monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A client of a site that stands under a path."""
    monkeypatch.setenv("SITE_URL", "https://example.org/stats/")
    return create_app(SMALL).server.test_client()


@pytest.fixture
def plain() -> FlaskClient:
    return create_app(SMALL).server.test_client()


def addresses(text: str) -> set[str]:
    """Every address in a page, or in the JSON that its scripts are given, HTML within that JSON too."""
    said = text.replace("\\u002f", "/").replace("\\u003c", "<").replace("\\u003e", ">").replace('\\"', '"').replace("\\u0026", "&")
    return {html.unescape(one) for one in ADDRESS.findall(said)}


def walked(client: FlaskClient, starts: list[str], most: int = 250) -> Iterator[tuple[str, Any]]:
    """Every page and file that one gets to from some addresses, with its answer."""
    seen, waiting = set(starts), list(starts)
    while waiting and len(seen) < most:
        here = waiting.pop(0)
        answer = client.get(here, buffered=True)
        yield here, answer
        if answer.mimetype not in ("text/html", "application/json") or urlsplit(here).path.endswith(".json"):
            continue
        for found in addresses(answer.text):
            there = urljoin(f"http://localhost{here}", found).partition("#")[0]
            if there.startswith("http://localhost/") and (path := there.removeprefix("http://localhost")) not in seen:
                seen.add(path)
                waiting.append(path)


def test_under_a_path_every_link_leads_to_something_under_it(below: FlaskClient) -> None:
    kinds: dict[str, int] = {}
    for address, answer in walked(below, STARTS):
        assert address.startswith("/stats/"), address
        assert answer.status_code == (404 if address.startswith("/stats/nothing") else 200), address
        kind = urlsplit(address).path.removeprefix("/stats/").partition("/")[0]
        kinds[kind] = kinds.get(kind, 0) + 1
    pages = {
        "",
        "f",
        "p",
        "loaded",
        "_dash-component-suites",
        "data.csv",
        "data.zip",
        "chart.svg",
        "search",
        "pairings",
        "reports",
        "about",
    }
    assert kinds.keys() >= pages


def test_under_a_path_callbacks_are_answered_and_lead_under_it(plain: FlaskClient, below: FlaskClient) -> None:
    wired = next(one for one in plain.get("/_dash-dependencies").json if "shown.data" in one["output"])
    call = body(wired, {"url": "?metric=projects&like=all"}, "url.search")
    moved = below.post("/stats/_dash-update-component", json=call)
    usual = plain.post("/_dash-update-component", json=call)
    found, wanted = addresses(moved.text), addresses(usual.text)
    assert len(wanted) > 10
    assert found == {f"/stats{one}" if one.startswith("/") else one for one in wanted}
    assert below.post("/_dash-update-component", json=call).status_code in (404, 405)


def test_beside_the_path_there_is_nothing_but_what_a_watcher_asks(below: FlaskClient) -> None:
    assert below.get("/healthz").status_code == 200
    assert {path: below.get(path).status_code for path in ("/", "/data.csv", "/statsx/", "/f/")} == dict.fromkeys(
        ("/", "/data.csv", "/statsx/", "/f/"), 404
    )


@pytest.mark.parametrize(("asked", "there"), [("", ""), ("?lang=en", "?lang=en"), ("?q=%E6%B4%A5&a=/%2F", "?q=%E6%B4%A5&a=/%2F")])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_path_without_its_slash_leads_to_the_page(below: FlaskClient, method: str, asked: str, there: str) -> None:
    answer = below.open(f"/stats{asked}", method=method)
    assert (answer.status_code, answer.headers["Location"]) == (308, f"/stats/{there}")
    assert "example.org" not in answer.text


def test_text_of_data_that_looks_like_an_address_stays_as_it_is(below: FlaskClient) -> None:
    answer = below.get("/stats/search", query_string={"q": 'a href="/f/x"'})
    assert 'value="a href=&#34;/f/x&#34;"' in answer.text


def told(client: FlaskClient, host: str, prefix: str, **headers: str) -> str:
    """All that names an address of the site: cards, files, the files in the package, pictures, what leads on."""
    asked = ["f/" + FIGURE, "data.json", "answer.json", "sets.json?metric=funds", "metrics.json", "chart.svg", "data.zip", "f", "about", ""]
    answers = [client.get(f"{prefix}/{path}", headers={"Host": host, **headers}) for path in asked]
    assert all(answer.status_code in (200, 308) for answer in answers)
    package = zipfile.ZipFile(io.BytesIO(answers[6].data))
    members = [package.read(name).decode() for name in package.namelist()]
    spoken = [answer.text for answer in answers if answer.mimetype != "application/zip"]
    return "\n".join([*spoken, *members, *(answer.headers.get("Location", "") for answer in answers)])


def test_where_the_site_says_its_address_a_forged_host_is_not_repeated(below: FlaskClient) -> None:
    said = told(below, "evil.example", "/stats")
    assert "evil.example" not in said
    for address in (f"https://example.org/stats/f/{FIGURE}", "https://example.org/stats/?metric=funds"):
        assert address in said.replace("&amp;", "&")


FORWARDED = {"X-Forwarded-Host": "proxy.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.1"}


@pytest.mark.parametrize(("proxies", "believed"), [("0", "http://own.example"), ("", "http://own.example"), ("1", "https://proxy.example")])
def test_headers_of_a_proxy_are_believed_only_where_one_is_told_of(monkeypatch, proxies, believed) -> None:
    monkeypatch.setenv("PROXIES", proxies)
    said = told(create_app(SMALL).server.test_client(), "own.example", "", **FORWARDED)
    assert f"{believed}/f/{FIGURE}" in said
    assert ("proxy.example" in said) == (proxies == "1")


def test_where_it_leads_on_it_names_no_host(plain: FlaskClient) -> None:
    assert plain.get("/f", headers={"Host": "evil.example"}).headers["Location"] == "/f/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "example.org"),
        ("SITE_URL", "ftp://example.org"),
        ("SITE_URL", "https://example.org/?x"),
        ("SITE_URL", 'https://example.org/"x'),
        ("SITE_URL", "https://user@example.org"),
        ("PROXIES", "yes"),
        ("PROXIES", "-1"),
    ],
)
def test_what_is_no_place_is_refused_before_the_start(name: str, value: str) -> None:
    done = refused(**{name: value})
    assert done.returncode == 2
    assert done.stderr.startswith(f"{name}={value} is not ")
    assert done.stderr.count("\n") == 1


def test_every_answer_says_how_long_it_may_be_kept(plain: FlaskClient) -> None:
    def kept(path: str) -> str:
        return plain.get(path, buffered=True).headers["Cache-Control"]

    page = plain.get("/").text
    loaded = re.findall(r'(?:href|src)="(/loaded/[^"]+)"', page)
    suites = re.findall(r'src="(/_dash-component-suites/[^"]+)"', page)
    assert len(loaded) > 3
    assert len(suites) > 3
    assert {kept(path) for path in [*loaded, *suites]} == {"public, max-age=31536000, immutable"}
    assert {
        kept(path)
        for path in (
            "/",
            "/_dash-layout",
            "/assets/base.css",
            f"/f/{FIGURE}",
            "/pairings",
            "/data.csv",
            "/chart.svg",
            "/sets.json?metric=funds",
            "/f",
        )
    } == {"public, no-cache"}
    assert {kept(path) for path in ("/status.json", "/healthz", "/nothing", "/assets/nothing", "/data.csv?pair=x")} == {"no-store"}
    assert plain.post("/_dash-update-component", data="x").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", f"/f/{FIGURE}", "/about", "/assets/base.css", "/data.csv", "/chart.svg"])
def test_what_a_reader_has_is_not_sent_again(plain: FlaskClient, path: str) -> None:
    first = plain.get(path, buffered=True)
    again = plain.get(path, headers={"If-None-Match": first.headers["ETag"]}, buffered=True)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    assert plain.get(path, headers={"If-None-Match": '"another"'}, buffered=True).data == first.data


def test_nothing_is_stamped_with_a_time_of_this_machine(plain: FlaskClient) -> None:
    page = plain.get("/").text
    assert re.findall(r"\.v[\w-]+m\d{2,}\.", page) == []
    assert re.findall(r"\?m=\d{10}\b", page) == []
    assert json.loads(plain.get("/_dash-layout").data) == json.loads(plain.get("/_dash-layout").data)
