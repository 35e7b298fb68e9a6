"""axe-core finds nothing on any screen or state, in either theme; the keyboard reaches everything in the order of reading."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from .server import Server

SCREENS = (
    "/",
    "/?lang=en",
    "/?metric=trainees&parts=1&by=year&lang=en",
    "/?view=coverage",
    "/?embed=timeline&lang=en",
    "/about?lang=en",
    "/f/tianjin-huangnan-funds-9",
    "/f/",
    "/nothing",
    "/?pair=unknown",
)
STANDS = "main h1:visible"  # the page has been drawn


@pytest.fixture(params=["light", "dark"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    # axe is a script of its own, which the page's policy would refuse.
    context = browser.new_context(color_scheme=request.param, bypass_csp=True, reduced_motion="reduce")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[tuple[str, list[str]]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [str(node["target"]) for node in one["nodes"]]) for one in found]


def arrive(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(STANDS)
    page.wait_for_load_state("networkidle")
    page.wait_for_selector('.results[aria-busy="true"]', state="detached")  # what is being updated is dimmed


def test_axe_finds_nothing_on_any_screen(page: Page, server: Server) -> None:
    found = {}
    for screen in SCREENS:
        arrive(page, server.address + screen)
        found[screen] = violations(page)
    assert {screen: one for screen, one in found.items() if one} == {}
    assert len(found) == len(SCREENS)


def test_axe_finds_nothing_in_any_state(page: Page, server: Server) -> None:
    arrive(page, f"{server.address}/?lang=en")
    page.click("#pair")
    page.wait_for_selector(".dash-dropdown-content")
    menu = violations(page)
    page.keyboard.press("Escape")
    for summary in page.locator(".results summary:visible").all():
        summary.click()
    unfolded = violations(page)
    page.locator('table.figures a[href^="/f/"]').first.click()
    page.wait_for_selector("dialog[open] h1")
    card = violations(page)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 360, "height": 800})
    page.click(".filters > summary")
    phone = violations(page)
    assert {"menu": menu, "unfolded": unfolded, "card": card, "phone": phone} == {"menu": [], "unfolded": [], "card": [], "phone": []}


def test_the_keyboard_goes_the_way_of_reading(browser: Browser, server: Server) -> None:
    """Skip link, header, controls, verdict, charts, downloads, table: each later in the page than the one before."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    arrive(page, f"{server.address}/?lang=en")
    places = []
    for _ in range(60):
        page.keyboard.press("Tab")
        places.append(page.evaluate(PLACE))
    order = [place for place, before in zip(places, ["", *places], strict=False) if place and place != before]
    assert order[: len(WAY)] == WAY
    page.close()


WAY = ["skip", "header", "controls", "verdict", "charts", "downloads"]
PLACE = """() => {
    const here = document.activeElement;
    if (here.matches('.skip')) return 'skip';
    for (const [name, css] of [['header', '.page > header'], ['controls', 'aside'], ['verdict', '#verdict'],
        ['charts', '#charts'], ['downloads', '.downloads'], ['table', '.table-box']]) if (here.closest(css)) return name;
    return '';
}"""


def test_every_mark_has_a_row_for_the_keyboard_and_the_card_gives_focus_back(browser: Browser, server: Server) -> None:
    page = browser.new_page()
    arrive(page, f"{server.address}/?lang=en")
    page.wait_for_selector("#comparison .main-svg")
    marks = page.evaluate("document.querySelector('#comparison .js-plotly-plot').data.flatMap(trace => trace.customdata ?? [])")
    rows = page.eval_on_selector_all('table.figures a[href^="/f/"]', "links => links.map(link => link.pathname.slice(3))")
    assert marks
    assert set(marks) == set(rows)
    link = page.locator('table.figures a[href^="/f/"]').nth(3)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] h1")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    page.close()


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_scrolls_sideways_when_it_is_narrow(browser: Browser, server: Server, width: int) -> None:
    """320 CSS pixels are a desktop window at 400 %."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    wide = {}
    for screen in SCREENS:
        arrive(page, server.address + screen)
        wide[screen] = page.evaluate("document.documentElement.scrollWidth")
    assert wide == dict.fromkeys(SCREENS, width)
    page.close()
