"""Everything that is curated, and not five pairings of it: no page is too long, empty or too late, whatever there is of a metric."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from ..conftest import CURATED
from .conftest import check, profile
from .reader import Reader
from .server import Server, running
from .test_sets import METRICS

TALLEST = 6_000  # pixels of a page, 1440 wide
PATIENCE = 30  # seconds for a view, on a machine that is busy with other workers; less than two on a quiet one
# Whether there is a chart with a mark in it or a table with a row.
FILLED = "document.querySelector('#table tbody tr') !== null || [...document.querySelectorAll('#comparison .bar')].some(one => one.checkVisibility())"

BARS = "document.querySelectorAll('#comparison .row .bar').length"


@pytest.fixture(scope="module")
def whole() -> Iterator[Server]:
    with running(CURATED=str(CURATED)) as server:
        yield server


@pytest.fixture(scope="module")
def everywhere(browser: Browser, whole: Server) -> Iterator[BrowserContext]:
    context = profile(browser, whole)
    yield context
    context.close()


@pytest.fixture(scope="module")
def tab(everywhere: BrowserContext, whole: Server) -> Reader:
    reader = Reader(everywhere.new_page(), whole.address)
    reader.page.set_viewport_size({"width": 1440, "height": 900})
    return reader.open("?lang=en")


@pytest.fixture
def standing(tab: Reader, whole: Server) -> Iterator[Reader]:
    """A reader at a page over everything, who goes from view to view."""
    yield tab
    check(tab, whole)


@pytest.mark.parametrize("rest", ["", "&like=all"])
def test_no_page_of_any_metric_is_endless_or_empty_or_late(standing: Reader, rest: str) -> None:
    metrics = standing.page.evaluate(METRICS)
    assert len(metrics) > 20
    tall: dict[str, int] = {}
    late: dict[str, float] = {}
    empty: list[str] = []
    for metric in metrics:
        began = time.monotonic()
        standing.go(f"?metric={metric}{rest}&lang=en")
        took = time.monotonic() - began
        height = standing.page.evaluate("document.documentElement.scrollHeight")
        tall |= {metric: height} if height > TALLEST else {}
        late |= {metric: took} if took > PATIENCE else {}
        empty += [] if standing.page.evaluate(FILLED) else [metric]
    assert (tall, empty, late) == ({}, [], {})


def test_many_rows_are_cut_in_chart_and_table_until_all_are_asked_for(standing: Reader) -> None:
    standing.go("?like=all&lang=en")
    assert (len(standing.listed()), standing.page.evaluate(BARS)) == (20, 15)
    with standing.asking():
        standing.page.click("#table a.view-link:text('Show all')")
    assert standing.search == "?like=all&show=all&lang=en"
    assert standing.listed() == list(standing.linked()["figure"])
    assert len(standing.listed()) > 100
    assert standing.page.evaluate(BARS) > 15


def test_the_coverage_of_everything_opens_and_leads_to_what_it_counts(standing: Reader) -> None:
    began = time.monotonic()
    standing.go("?view=coverage&lang=en")
    rows = standing.page.locator("table.coverage tbody tr:not(.group, .nobody)")
    expect(rows.first).to_be_visible()
    assert time.monotonic() - began < PATIENCE
    assert rows.count() > 50
    assert standing.page.locator("table.coverage tr.group").count() > 2
    assert standing.page.evaluate("document.scrollingElement.scrollWidth") == 1440
    link = rows.nth(20).locator("td a").first
    address, counted = link.get_attribute("href"), link.inner_text()
    with standing.asking():
        link.click()
    assert standing.search == str(address).removeprefix("/")
    assert str(len(standing.listed())) == "".join(letter for letter in counted if letter.isdecimal())


def test_one_of_hundreds_of_pairings_is_found_by_its_name(standing: Reader) -> None:
    standing.go("?metric=projects&lang=en").page.click("#pair")
    standing.page.fill(".dash-dropdown-search", "Huangnan")
    found = standing.page.locator(".dash-dropdown-content label:has(input[value='tianjin-huangnan'])")
    with standing.asking():
        found.click()
        standing.page.keyboard.press("Escape")
    assert standing.search == "?metric=projects&pair=tianjin-huangnan&lang=en"
    assert standing.listed() == list(standing.linked()["figure"])
    assert "tianjin-huangnan-projects-1" in standing.listed()
