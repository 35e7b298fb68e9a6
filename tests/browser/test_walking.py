"""The site is walked without a script: from a name to its page, from a question to what is known, back to the comparison."""

from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from .conftest import NewReader
from .reader import Reader

WIDTHS = (1440, 360)
PAGES = (
    "pairings",
    "pairings?donor=tianjin&lang=en",
    "p/tianjin-huangnan",
    "p/zhejiang-haixi?lang=en",
    "metrics?lang=en",
    "m/funds",
    "reports?lang=en",
    "r/huangnan-2024-qianfangzhihuibu",
    "search?q=567个项目",
    "search?q=haixi&lang=en",
    "data?lang=en",
)
# Whatever reaches past the right edge and is not inside a box that scrolls by itself.
OUTSIDE = """() => [...document.querySelectorAll('main *')].filter(one => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.right > innerWidth + 1 && !one.closest('.scrolls, .choices, svg, .unseen');
}).map(one => `${one.tagName}.${one.className}`)"""


@pytest.fixture(params=WIDTHS)
def walker(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    """A reader at a desk, and one with a telephone."""
    return new_reader(width=request.param, height=900 if request.param > 1000 else 740)


def at(reader: Reader, path: str) -> Page:
    reader.page.goto(f"{reader.address}/{path}")
    return reader.page


def test_everything_known_of_a_pairing_is_one_click_from_its_name(walker: Reader) -> None:
    """Task 2: from a comparison in which it stands."""
    page = at(walker, "?pair=tianjin-gannan&like=all&lang=en")
    page.locator('#table a[href="/p/tianjin-gannan?lang=en"]').first.click()
    expect(page.locator("h1")).to_have_text("Tianjin → Gannan")
    rows = page.locator("main tr[id^=tianjin-gannan-]")
    file = page.locator('main a[href^="/data.csv"]')
    assert rows.count() > 100
    expect(file).to_have_text(f"CSV ({rows.count()} figures)")
    assert page.locator(".core .large").count() >= 2
    expect(page.get_by_text("Searched and not found")).to_be_visible()


def test_the_reports_and_what_each_says_are_one_click_away(walker: Reader) -> None:
    """Task 6: one click to the list, one more to a report."""
    page = at(walker, "?lang=en")
    page.wait_for_function("() => window.store?.getState().appLifecycle === 'HYDRATED'")
    link = page.locator('header a[href="/reports?lang=en"]')
    if page.viewport_size["width"] < 900:  # a telephone folds the menu
        page.click("header .menu summary")
    link.click()
    page.wait_for_url(f"{walker.address}/reports?lang=en")
    first = page.locator("main tr:has(td.number):not(:has-text('Figures 0')) >> visible=true").first
    number = int(first.locator("td.number").inner_text().split()[-1])
    first.locator("th a").click()
    assert page.locator("main tr[id]").count() == number


@pytest.mark.parametrize(("question", "found"), [("567个项目", "tianjin-huangnan-projects"), ("567", "tianjin-huangnan-projects")])
def test_a_printed_figure_is_found_by_one_search(walker: Reader, question: str, found: str) -> None:
    """Task 9: from any page, what is typed into its header."""
    page = at(walker, "pairings")
    page.fill("header input[name=q]", question)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(question, timeout=30_000)
    expect(page.locator(f'main section:first-of-type a[href^="/f/{found}"]').first).to_be_visible()


def test_the_comparison_has_the_search_too(walker: Reader) -> None:
    page = at(walker, "?lang=en")
    page.fill("header input[name=q]", "haixi")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{walker.address}/search?q=haixi&lang=en")
    expect(page.locator("main table a", has_text="Haixi").first).to_be_visible()


def test_a_square_of_the_map_lights_up_those_it_is_paired_with(walker: Reader) -> None:
    page = at(walker, "pairings")
    page.locator(".tiles a", has_text="天津").click()
    assert page.locator(".tiles .chosen").inner_text().strip() == "天津"
    lit = {text.split()[0] for text in page.locator(".tiles .lit").all_inner_texts()}
    assert lit == {"甘肃", "青海"}
    page.locator(".tiles a", has_text="青海").click()
    givers = {text.split()[0] for text in page.locator(".tiles .lit").all_inner_texts()}
    assert givers == {"天津", "浙江", "江苏"}
    expect(page.locator('main tr:has(a[href="/p/tianjin-huangnan"])')).to_contain_text("18.51亿元")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(walker: Reader, path: str) -> None:
    page = at(walker, path)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= page.viewport_size["width"]
    assert page.evaluate(OUTSIDE) == []


def test_a_link_into_a_folded_list_unfolds_it(reader: Reader) -> None:
    page = at(reader, "p/tianjin-huangnan")
    page.click(".crumb a >> nth=1")
    expect(page.locator('main a[href="/p/zhejiang-haixi"]').first).to_be_visible()


def test_paper_gets_the_tables_unfolded_and_says_where_it_is_from(reader: Reader) -> None:
    page = at(reader, "reports")
    folded = page.locator("details:not([open]) tbody tr").first
    expect(folded).to_be_hidden()
    page.emulate_media(media="print")
    expect(folded).to_be_visible()
    for css in ("header form", "header nav"):
        expect(page.locator(css)).to_be_hidden()
    expect(page.locator("footer .printed")).to_have_text(page.url)


def test_the_feed_is_atom(reader: Reader) -> None:
    text = reader.page.request.get(f"{reader.address}/changes.atom?lang=en").text()
    feed = ElementTree.fromstring(text)  # noqa: S314  our own
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) > 20
    assert all(entry.find("{http://www.w3.org/2005/Atom}link").get("href").startswith(reader.address) for entry in entries)
