"""Going and coming back: a page that the browser kept as it was, two tabs on one site, a tab that slept while the data went on."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from scripts.chromium import ARGUMENTS, find

from .reader import CALLBACK, Reader
from .server import running

VIEW = "?metric=projects&lang=en"
WITHIN = 30_000  # milliseconds: the page speaks after 8 seconds of its own


@pytest.fixture
def keeping(browser, server):
    """A reader whose browser keeps whole pages for Back, as everybody's does: the one that the other tests share is told not to."""
    kind = browser.browser_type
    own = kind.launch(executable_path=find(), args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"])
    reader = Reader(own.new_page(), server.address)
    yield reader
    own.close()
    assert reader.complaints == []


def is_kept(reader: Reader) -> bool:
    return reader.page.evaluate("window.marked === 1 && window.restored === true")


def test_a_page_that_back_restores_as_it_was_goes_on_working(keeping):
    page = keeping.open(VIEW).page
    first = keeping.text("title")
    page.evaluate("window.marked = 1; addEventListener('pageshow', (event) => (window.restored = event.persisted))")
    for away in ("/about?lang=en", "/reports?lang=en"):
        page.goto(f"{keeping.address}{away}")
        page.go_back(wait_until="commit")
        keeping.arrive()
        assert is_kept(keeping), "else this test would show nothing of it"
        assert keeping.text("title") == first
    keeping.choose("metric", "funds")
    assert keeping.search == "?lang=en"
    shown = keeping.listed()
    assert keeping.drawn("comparison") <= set(shown)
    page.go_forward(wait_until="commit")  # there is nothing behind a choice: the page stays
    keeping.settle()
    assert keeping.listed() == shown
    page.click(f"#{shown[0]} a[href^='/f/']")
    page.wait_for_selector("dialog[open] #card-title")
    page.go_back(wait_until="commit")
    page.wait_for_selector("dialog[open]", state="detached")
    page.go_back(wait_until="commit")
    expect(page.locator("#title")).to_have_text(first)
    assert keeping.settle().search == VIEW


def test_a_page_restored_with_its_card_open_closes_it_with_back(keeping):
    page = keeping.open(VIEW).page
    page.evaluate("window.marked = 1; addEventListener('pageshow', (event) => (window.restored = event.persisted))")
    page.click(f"#{keeping.listed()[0]} a[href^='/f/']")
    page.wait_for_selector("dialog[open] #card-title")
    page.goto(f"{keeping.address}/about?lang=en")
    page.go_back(wait_until="commit")
    page.wait_for_selector("dialog[open] #card-title")
    assert is_kept(keeping)
    page.go_back(wait_until="commit")
    page.wait_for_selector("dialog[open]", state="detached")
    assert keeping.settle().search == VIEW


def test_two_tabs_on_one_site_do_not_touch_each_other(new_reader):
    one, other = new_reader().open(VIEW), new_reader().open(VIEW)
    one.choose("pair", "tianjin-huangnan")
    other.choose("metric", "personnel")
    first, second = one.listed(), other.listed()
    assert {name.rpartition("-projects-")[0] for name in first} == {"tianjin-huangnan"}
    assert all("-personnel-" in name for name in second)
    one.back()
    assert one.search == VIEW
    assert other.settle().listed() == second
    assert "metric=personnel" in other.search
    one.page.reload()
    other.page.reload()
    assert one.arrive().search == VIEW
    assert other.arrive().listed() == second


# Newer data


@pytest.fixture
def edited(browser, five, tmp_path):
    """A reader at a server of data that somebody edits, and how that is done."""
    folder = shutil.copytree(five, tmp_path / "curated")
    with running(CURATED=str(folder)) as server:
        context = browser.new_context()
        reader = Reader(context.new_page(), server.address)

        def edit() -> None:
            path = next(folder.glob("*/tianjin-huangnan.yaml"))
            path.write_text(path.read_text("utf-8").replace("stated: 567个", "stated: 568个", 1), "utf-8")
            version = (
                "fetch('/status.json').then((one) => one.json()).then((one) => one.version !== document.documentElement.dataset.version)"
            )
            while not reader.page.evaluate(version):
                reader.page.wait_for_timeout(100)

        yield reader, edit
        assert reader.complaints == []
        context.close()


def follow_to_newer(reader: Reader) -> None:
    search = reader.search
    with reader.page.expect_navigation():
        reader.page.click("#newer a")
    assert reader.arrive().search == search
    assert reader.page.locator("#newer").count() == 0
    assert "568" in reader.text("table")


WAKING = [
    "document.dispatchEvent(new Event('visibilitychange'))",
    "document.dispatchEvent(new Event('resume'))",
    "dispatchEvent(new Event('focus'))",
]


@pytest.mark.parametrize("search", [VIEW, "?metric=projects"])
def test_whoever_comes_back_to_a_page_of_older_data_is_told_with_a_link(edited, search):
    reader, edit = edited
    reader.open(search)
    shown = reader.text("table")
    edit()
    assert reader.page.locator("#newer").count() == 0
    for wake in WAKING if search == VIEW else WAKING[:1]:
        reader.page.evaluate("document.querySelector('#newer')?.remove()")
        reader.page.evaluate(wake)
        expect(reader.page.locator("#newer")).to_contain_text("newer version" if "en" in search else "新版本")
    assert reader.text("table") == shown, "nothing changes under a reader's eyes"
    follow_to_newer(reader)


def test_a_choice_on_a_page_of_older_data_is_answered_from_the_newer_and_that_is_told(edited):
    reader, edit = edited
    reader.open(VIEW)
    edit()
    reader.choose("pair", "tianjin-huangnan")
    assert "568" in reader.text("table")
    expect(reader.page.locator("#newer a")).to_be_visible()
    follow_to_newer(reader)


def test_a_page_of_older_data_that_back_restores_is_told_too(browser, five, tmp_path):
    folder = shutil.copytree(five, tmp_path / "curated")
    own = browser.browser_type.launch(executable_path=find(), args=ARGUMENTS, ignore_default_args=["--disable-back-forward-cache"])
    with running(CURATED=str(folder)) as server:
        reader = Reader(own.new_page(), server.address).open(VIEW)
        reader.page.goto(f"{server.address}/about?lang=en")
        path = next(folder.glob("*/tianjin-huangnan.yaml"))
        path.write_text(path.read_text("utf-8").replace("stated: 567个", "stated: 568个", 1), "utf-8")
        first = reader.page.request.get(f"{server.address}/status.json").json()["version"]
        while reader.page.request.get(f"{server.address}/status.json").json()["version"] == first:
            reader.page.wait_for_timeout(200)
        reader.page.go_back(wait_until="commit")
        expect(reader.page.locator("#newer a")).to_be_visible()
        follow_to_newer(reader)
    own.close()


# A choice that did not arrive


@pytest.mark.parametrize("way", ["cut off", "refused", "silent"])
def test_retry_asks_again_what_was_chosen_last_and_loses_nothing(browser, server, way):
    context = browser.new_context()
    reader = Reader(context.new_page(), server.address).open(VIEW)
    ways = [
        {"cut off": lambda route: route.abort(), "refused": lambda route: route.fulfill(status=503, body=""), "silent": lambda route: None}[
            way
        ]
    ]
    reader.page.route(f"**{CALLBACK}*", lambda route: ways[-1](route))
    reader.unfold("metric").page.click("#metric")
    reader.page.click('.dash-dropdown-content label:has(input[value="personnel"])')
    expect(reader.page.locator("#outage button")).to_be_visible(timeout=WITHIN)
    assert reader.search == VIEW, "the choice is not in the address yet"
    ways.append(lambda route: route.continue_())  # what was asked in silence is never answered
    with reader.page.expect_navigation():
        reader.page.click("#outage button")
    reader.arrive()
    assert reader.search == "?metric=personnel&lang=en"
    assert all("-personnel-" in name for name in reader.listed())
    assert reader.page.locator("#outage").count() == 0
    reader.back()
    assert reader.search == VIEW
    context.close()


def test_retry_after_a_move_through_the_history_asks_for_the_address(browser, server):
    context = browser.new_context()
    reader = Reader(context.new_page(), server.address).open(VIEW)
    reader.choose("metric", "personnel")
    reader.page.route(f"**{CALLBACK}*", lambda route: route.abort())
    reader.page.go_back()
    expect(reader.page.locator("#outage button")).to_be_visible()
    reader.page.unroute_all()
    with reader.page.expect_navigation():
        reader.page.click("#outage button")
    assert reader.arrive().search == VIEW
    assert all("-projects-" in name for name in reader.listed())
    context.close()


def test_retry_of_a_server_that_stays_silent_says_so(browser, server):
    context = browser.new_context()
    reader = Reader(context.new_page(), server.address).open(VIEW)
    shown = reader.listed()
    reader.page.route(re.compile(f"{CALLBACK}|healthz"), lambda route: None)
    reader.unfold("metric").page.click("#metric")
    reader.page.click('.dash-dropdown-content label:has(input[value="personnel"])')
    reader.page.click("#outage button")  # it is there after some seconds
    reader.page.evaluate("document.querySelector('#outage').firstChild.data = ''")
    expect(reader.page.locator("#outage")).to_contain_text("has not answered", timeout=WITHIN)
    assert reader.listed() == shown
    context.close()
