"""What a first visit loads is little and in few files, kept for good; a page that was sent is not sent again, nor made again."""

import gzip
import re
import shutil
import time

import pytest

import app
from metrics.catalog.catalog import load
from serving import loaded

from ..conftest import CURATED, SMALL
from .wire import components, show

PACKED = {"Accept-Encoding": "gzip"}
PAGES = ["/", "/?lang=en&metric=projects", "/_dash-layout", "/pairings", "/about", "/overview", "/reports", "/f/", "/search?q=567"]
FIGURE = load(CURATED).frame["figure"].iloc[0]
LATER = ("/_dash-dependencies", "/_dash-layout", "/status.json")  # what the page's scripts ask for
ASYNC = ("dropdown", "slider", "graph")  # the parts of Dash's components that the page shows
LARGEST, MOST = 800_000, 17  # bytes and requests of a first visit
MOST_COMPONENTS = 250  # of them some 120 are controls and their frames


def addresses(client, path="/"):
    return re.findall(r'(?:src|href)="(/[^"]*\.(?:js|css|svg)[^"]*)"', client.get(path).text)


def test_a_first_visit_is_small(client):
    parts = [f"/_dash-component-suites/dash/dcc/async-{name}.js" for name in ASYNC]
    asked = ["/", *(address for address in addresses(client) if "chart.svg" not in address), *LATER, *parts]
    sizes = {path: len(client.get(path, headers=PACKED).data) for path in asked}
    assert len(asked) + 1 <= MOST, asked  # one callback brings the controls in step
    assert sum(sizes.values()) + 300 * len(asked) < LARGEST, sizes


@pytest.mark.parametrize("path", ["/", "/about", f"/f/{FIGURE}"])
def test_what_a_page_loads_is_named_by_its_content_and_kept_for_good(client, path):
    mine = [address for address in addresses(client, path) if address.startswith("/loaded/")]
    assert mine
    for address in mine:
        answer = client.get(address, headers=PACKED)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
        assert answer.headers.get("Content-Encoding") == "gzip" or len(answer.data) < 500
    assert client.get("/loaded/page.000000000000.js").status_code == 404


def test_a_process_that_has_not_shown_the_page_knows_what_it_loads(client):
    asked = [address for address in addresses(client) if address.startswith("/loaded/")]
    loaded.BODIES.clear()
    loaded.bundle.cache_clear()
    other = app.create_app(SMALL).server.test_client()
    assert [other.get(address).status_code for address in asked] == [200] * len(asked)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_packed_and_not_sent_twice(client, path):
    plain, packed = client.get(path), client.get(path, headers=PACKED)
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Cache-Control"] == "public, no-cache"
    assert packed.content_type == ("application/json" if path.startswith("/_dash-") else "text/html; charset=utf-8")
    assert "Accept-Encoding" in packed.headers["Vary"]
    again = client.get(path, headers={**PACKED, "If-None-Match": packed.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert "Content-Security-Policy" in again.headers


@pytest.mark.parametrize("search", ["", "?parts=1&like=all", "?view=coverage"])
def test_a_page_of_many_figures_has_no_more_components_than_one_of_few(client, search):
    """Each costs the browser at every change: table, coverage and verdict are one piece of HTML each, whatever they hold."""
    few, many = (one.get(f"/_dash-layout{search}") for one in (app.create_app(SMALL).server.test_client(), client))
    assert all(len(list(components(answer.json))) < MOST_COMPONENTS for answer in (few, many))
    assert len(many.data) > len(few.data)


@pytest.mark.parametrize("path", ["/?lang=en&metric=projects", "/_dash-layout?lang=en"])
def test_a_page_is_made_once(client, monkeypatch, path):
    first = client.get(path)
    for made in ("page", "view"):
        monkeypatch.setattr(app, made, None)
    assert client.get(path).data == first.data


def test_what_a_page_asks_is_made_once_and_nobody_else_may_keep_it(client, monkeypatch):
    answer = show(client, "?metric=projects&lang=en")
    monkeypatch.setattr(app, "view", None)
    assert show(client, "?metric=projects&lang=en") == answer
    monkeypatch.undo()
    assert show(client, "?metric=projects") != answer


def test_what_is_not_of_the_data_is_not_kept(client):
    for path in ("/status.json", "/healthz", "/f/nothing"):
        answer = client.get(path)
        assert answer.headers["Cache-Control"] == "no-store"
        assert client.get(path, headers={"If-None-Match": answer.headers.get("ETag", '"x"')}).status_code == answer.status_code


def test_after_an_edit_every_address_answers_from_the_new_version(tmp_path):
    """A figure that was withdrawn once stood in the page's source for as long as the process lived."""
    folder = shutil.copytree(SMALL, tmp_path / "curated")
    made = app.create_app(folder)
    client = made.server.test_client()
    file = next(one for one in sorted(folder.glob("*-*.yaml")) if "stated: 18.51亿元" in one.read_text("utf-8"))
    figure = f"/f/{file.stem}-funds-1"
    asked = [
        *PAGES,
        "/?metric=funds",
        "/data.csv?rows=all",
        "/answer.json?metric=funds",
        "/data.json?rows=all",
        "/chart.svg?metric=funds",
        f"/p/{file.stem}",
        figure,
    ]
    before, version = {path: client.get(path) for path in asked}, made.live.catalog.version
    assert sum("18.51" in answer.text for answer in before.values()) > 5, "the figure is not where it is looked for"
    file.write_text(file.read_text("utf-8").replace("18.51亿元", "18.62亿元"), "utf-8")
    for _ in range(200):  # looks are a second apart
        if made.live.catalog.version != version:
            break
        time.sleep(0.1)
    assert made.live.problems == ()
    for path in asked:
        fixed = 1 if path == "/about" else 0  # an example of how to read
        answer = client.get(path, headers={"If-None-Match": before[path].headers.get("ETag", "")})
        assert answer.text.count("18.51") == fixed, path
        assert answer.status_code == 200, path


def test_a_request_is_answered_from_one_version():
    """The data changes while an answer is made: the answer, and what is kept of it, is of the version that it began with."""
    made = app.create_app(SMALL)
    first, other = made.live.catalog, app.create_app().live.catalog

    def late(path):
        made.live.catalog = other
        return path

    with made.server.test_request_context("/about"):
        assert made.current() is first
        late("/about")
        assert made.current() is first
    with made.server.test_request_context("/about"):
        assert made.current() is other


def test_the_charts_script_is_fetched_late_and_run_where_a_chart_is():
    tag = '<script src="/loaded/plotly.0a1b2c.js"></script>'
    assert loaded.late(tag) == '<link rel="prefetch" as="script" href="/loaded/plotly.0a1b2c.js">'
    assert loaded.late(other := tag.replace("plotly", "page")) == other


@pytest.mark.parametrize(("search", "drawn"), [("", False), ("?like=all&pair=zhejiang-haixi", True)])
def test_a_chart_is_on_the_page_where_it_has_something_to_draw(client, search, drawn):
    place = next(one for one in components(client.get(f"/_dash-layout{search}").json) if one.get("id") == "timeline-place")
    assert bool(place["children"]) == drawn
