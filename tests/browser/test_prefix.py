"""The site under a path of its host: what a reader does there works as anywhere, and nothing is asked for beside the path."""

from collections.abc import Iterator

import pytest

from .conftest import check, profile
from .reader import Reader
from .server import Server, running


@pytest.fixture(scope="module")
def below(five) -> Iterator[Server]:
    with running(CURATED=str(five), SITE_URL="https://example.org/stats/") as server:
        yield server


@pytest.fixture
def guest(browser, below) -> Iterator[Reader]:
    context = profile(browser, Server(f"{below.address}/stats/", below.process, below.output))
    reader = Reader(context.new_page(), f"{below.address}/stats")
    yield reader
    beside = [one.url for one in reader.requests if not one.url.startswith((f"{below.address}/stats/", "data:", "blob:"))]
    check(reader, below)
    assert beside == []
    context.close()


def visit(guest: Reader, search: str) -> None:
    """Open the page, and wait until its scripts stand in for what the server wrote."""
    guest.page.goto(f"{guest.address}/{search}")
    guest.page.wait_for_selector("#comparison a")


def test_the_page_its_links_cards_files_and_callbacks(guest: Reader, below: Server) -> None:
    visit(guest, "?metric=projects&lang=en")
    with guest.page.expect_response("**/_dash-update-component*"):
        guest.page.locator("#comparison a.view-link").first.click()
    assert guest.page.url.startswith(f"{below.address}/stats/?metric=projects")
    guest.page.locator("#table a[href*='/f/']").first.click()
    guest.page.wait_for_selector(".card-dialog[open] .cite")
    assert "https://example.org/stats/f/" in guest.page.locator(".card-dialog .cite").first.inner_text()
    assert guest.page.url.partition("#f=")[2].count("-") >= 3
    assert "/" not in guest.page.url.partition("#f=")[2]
    guest.page.locator(".card-dialog .close").click()
    with guest.page.expect_download() as download:
        guest.page.locator(".downloads a").first.click()
    assert download.value.url.startswith(f"{below.address}/stats/data.csv?")
    guest.page.locator("header nav a[href*='/pairings']").first.click()
    guest.page.wait_for_url("**/stats/pairings*")
    guest.page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    guest.page.locator("main a[href*='/p/'] >> visible=true").first.click()
    guest.page.wait_for_url("**/stats/p/*")


def test_a_chart_for_somebody_elses_page(guest: Reader) -> None:
    visit(guest, "?embed=1&lang=en")
    assert guest.page.locator(".way-out a").get_attribute("href") == "/stats/?lang=en"
