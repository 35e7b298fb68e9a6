"""Whatever of the page does not come, fails or hangs: a reader has its sentence, its table and a way to try again in ten seconds."""

import re

import pytest
from playwright.sync_api import Route, expect

from .reader import CALLBACK, Reader

WITHIN = 30_000  # milliseconds: the page speaks after 7 seconds of its own, and a busy machine takes longer for everything
WAYS = {
    "blocked": lambda route: route.abort(),
    "refused": lambda route: route.fulfill(status=503, body="busy"),
    "hanging": lambda route: None,
    "cut off": lambda route: route.fulfill(status=200, content_type="text/javascript", body="(() => {"),
}
PARTS = [
    *("dash_renderer", "dash_core_components[.]v", "dash_html_components|/html/", "loaded/react", "loaded/plotly", "loaded/page.*js"),
    *("async-graph", "async-dropdown", "async-slider", "_dash-layout", "_dash-dependencies"),
]


@pytest.fixture
def alone(browser, server):
    """A reader whose complaints are expected, with nothing kept of earlier visits."""
    context = browser.new_context()
    yield Reader(context.new_page(), server.address)
    context.close()


def opened(reader: Reader, search: str) -> Reader:
    reader.page.goto(f"{reader.address}/{search}")
    return stands(reader)


def stands(reader: Reader) -> Reader:
    """Wait until the page has taken the place of its shell."""
    expect(reader.page.locator("#table[data-filled]")).to_be_attached()
    return reader


def has_table_and_way_out(reader: Reader, *, told: bool = True) -> None:
    """One sentence, one table with figures, and, where something is missing, a link to this same address."""
    page = reader.page
    expect(page.locator(".finding:visible")).to_have_text(re.compile(r"\w"), timeout=WITHIN)
    expect(page.locator(".table-box:visible a[href^='/f/']").first).to_be_visible(timeout=WITHIN)
    if told:
        expect(page.locator("#trouble a:visible, #outage button:visible").first).to_be_visible(timeout=WITHIN)


CASES = [
    *((part, "blocked") for part in PARTS),
    *((part, way) for part in ("dash_renderer", "_dash-layout") for way in WAYS if way != "blocked"),
]


@pytest.mark.parametrize(("part", "way"), CASES)
def test_a_page_without_one_of_its_parts_has_the_table_and_a_way_to_try_again(alone, part, way):
    names = re.compile(part)
    stopped = []

    def stop(route: Route) -> None:
        stopped.append(route.request.url)
        WAYS[way](route)

    alone.page.route(names, stop)
    alone.page.goto(f"{alone.address}/?metric=projects&like=all&lang=en", wait_until="commit")
    has_table_and_way_out(alone, told="_dash-" in part or way in ("blocked", "refused", "hanging"))
    while not stopped and part not in ("loaded/plotly", "loaded/react"):
        alone.page.wait_for_timeout(100)
    assert "Projects" in alone.page.title()
    if way == "hanging":
        return
    alone.page.unroute(names)
    retry = alone.page.locator("#trouble a:visible")
    if retry.count():
        retry.click()
        stands(alone)
        assert alone.page.is_hidden("#trouble")
        assert alone.search == "?metric=projects&like=all&lang=en"


def test_an_answer_that_does_not_come_is_told_beside_what_stands(alone):
    shown = opened(alone, "?metric=projects&lang=en").listed()
    alone.page.route(f"**{CALLBACK}*", lambda route: None)
    alone.page.evaluate("history.pushState({}, '', '?metric=funds&lang=en'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(alone.page.locator("#outage")).to_contain_text("has not answered", timeout=WITHIN)
    assert alone.listed() == shown


def test_a_layout_is_for_its_address_whatever_the_browser_tells(browser, server):
    """A browser, an extension or a proxy may send no Referer at all."""
    context = browser.new_context()
    reader = Reader(context.new_page(), server.address)
    reader.page.route("**/*", lambda route: route.continue_(headers={k: v for k, v in route.request.headers.items() if k != "referer"}))
    with reader.page.expect_response("**/_dash-layout*") as answer, reader.page.expect_response(f"**{CALLBACK}*") as told:
        opened(reader, "?metric=projects&lang=en")
    assert "How to read" in answer.value.text() or "Projects" in answer.value.text()
    assert told.value.json()["response"] == {}, "it was made for this address"
    context.close()


def test_a_page_in_a_sandbox_without_an_origin_has_its_words(alone, elsewhere, tmp_path):
    page, address = alone.page, f"{alone.address}/?metric=projects&lang=en&embed=1"
    host = f'<iframe sandbox="allow-scripts" src="{address}" width=900 height=700></iframe>'
    (tmp_path / "index.html").write_text(host)
    page.goto(elsewhere)
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1:visible")).to_have_text(re.compile("Projects"), timeout=WITHIN)
    expect(frame.locator("#comparison svg:visible, .chart svg:visible").first).to_be_visible(timeout=WITHIN)
    expect(frame.locator("#trouble a")).to_be_visible(timeout=WITHIN)
