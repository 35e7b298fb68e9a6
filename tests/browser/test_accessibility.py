"""axe-core finds nothing on any screen or state, in either theme; the keyboard reaches everything in the order of reading."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from .conftest import NewReader
from .reader import Reader
from .server import Server

SCREENS = (
    "/",
    "/?lang=en",
    "/?metric=projects&like=all&lang=en",  # sets of like with like, other levels, a verdict that warns
    "/?metric=trainees&parts=1&by=year&lang=en",
    "/?view=coverage",
    "/?embed=timeline&lang=en",
    "/about?lang=en",
    "/f/tianjin-huangnan-funds-9",
    "/f/",
    "/pairings?donor=tianjin",
    "/p/zhejiang-haixi?lang=en",
    "/metrics",
    "/m/funds?lang=en",
    "/reports?lang=en",
    "/r/huangnan-2024-qianfangzhihuibu",
    "/search?q=567个项目",
    "/search?q=doctors&lang=en",
    "/data",
    "/nothing",
    "/?pair=unknown",
)
THEMES = ("light", "dark")


@pytest.fixture
def examined(unguarded: BrowserContext, server: Server) -> Iterator[Reader]:
    """A reader whose page axe may look at."""
    reader = Reader(unguarded.new_page(), server.address)
    yield reader
    reader.page.close()


def at(reader: Reader, screen: str) -> Reader:
    reader.page.goto(reader.address + screen)
    return reader.arrive() if screen.startswith("/?") or screen == "/" else reader


def violations(reader: Reader) -> dict[str, list[tuple[str, list[str]]]]:
    """What axe finds in either theme."""
    found = {}
    for theme in THEMES:
        reader.page.emulate_media(color_scheme=theme)
        found[theme] = [
            (one["id"], [str(node["target"]) for node in one["nodes"]]) for one in Axe().run(reader.page).response["violations"]
        ]
    return found


NONE = {theme: [] for theme in THEMES}


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_any_screen(examined: Reader, screen: str) -> None:
    assert violations(at(examined, screen)) == NONE


def test_axe_finds_nothing_in_any_state(examined: Reader) -> None:
    page = at(examined, "/?lang=en").page
    page.click("#pair")
    page.wait_for_selector(".dash-dropdown-content")
    menu = violations(examined)
    page.keyboard.press("Escape")
    for summary in page.locator(".results summary:visible").all():
        summary.click()
    unfolded = violations(examined)
    page.locator('table.figures a[href^="/f/"]').first.click()
    page.wait_for_selector("dialog[open] h1")
    card = violations(examined)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 360, "height": 800})
    page.click(".filters > summary")
    phone = violations(examined)
    assert {"menu": menu, "unfolded": unfolded, "card": card, "phone": phone} == {
        "menu": NONE,
        "unfolded": NONE,
        "card": NONE,
        "phone": NONE,
    }


def test_axe_would_find_something(examined: Reader) -> None:
    at(examined, "/about?lang=en").page.evaluate("document.body.append(new Image())")
    assert ["image-alt" in {name for name, _ in one} for one in violations(examined).values()] == [True, True]


def test_the_keyboard_goes_the_way_of_reading(reader: Reader) -> None:
    """Skip link, header, controls, verdict, sets, charts, downloads, table: each later in the page than the one before."""
    page = reader.open("?lang=en").page
    places = []
    for _ in range(60):
        page.keyboard.press("Tab")
        places.append(page.evaluate(PLACE))
    order = [place for place, before in zip(places, ["", *places], strict=False) if place and place != before]
    assert order[: len(WAY)] == WAY


WAY = ["skip", "header", "controls", "verdict", "sets", "charts", "downloads"]
PLACE = """() => {
    const here = document.activeElement;
    if (here.matches('.skip')) return 'skip';
    for (const [name, css] of [['header', '.page > header'], ['controls', '.controls'], ['verdict', '.verdict-box'], ['sets', '#sets'],
        ['charts', '#charts'], ['downloads', '.downloads'], ['table', '.table-box']]) if (here.closest(css)) return name;
    return '';
}"""


def test_every_mark_has_a_row_for_the_keyboard_and_the_card_gives_focus_back(reader: Reader) -> None:
    page = reader.open("?metric=projects&like=all&lang=en").page
    rows = page.eval_on_selector_all('table.figures a[href^="/f/"]', "links => links.map(link => link.pathname.slice(3))")
    assert len(reader.drawn("comparison")) > 5
    assert reader.drawn("comparison") < set(rows)
    link = page.locator('table.figures a[href^="/f/"]').nth(3)
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] h1")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


@pytest.mark.parametrize("search", ["?metric=projects&like=all&lang=en", "?metric=funds&like=all", "?metric=projects&lang=en"])
def test_every_chart_is_an_image_with_a_name_or_told_in_words(reader: Reader, search: str) -> None:
    """The rows' drawings say nothing that their words do not; what plotly drew is one image."""
    page = reader.open(search).page
    images = page.locator("#charts").get_by_role("img").all()
    assert all(len(str(image.get_attribute("aria-label"))) > 20 for image in images)
    assert len(images) == page.locator(".js-plotly-plot:visible, #multiples li").count()
    untold = """drawings => drawings.filter(one => one.checkVisibility() && !one.closest('[role=img], [aria-hidden=true]'))
        .map(one => one.outerHTML.slice(0, 80))"""
    assert page.locator("#charts svg").evaluate_all(untold) == []
    assert page.get_by_role("row").count() > 3
    assert page.get_by_role("rowheader").count() >= page.locator("#comparison .row").count() > 1


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_scrolls_sideways_when_it_is_narrow(new_reader: NewReader, screen: str) -> None:
    """320 CSS pixels are a desktop window at 400 %."""
    reader = at(new_reader(width=320, height=700), screen)
    assert reader.page.evaluate("document.documentElement.scrollWidth") == 320
    assert reader.resize(360, 700).page.evaluate("document.documentElement.scrollWidth") == 360
    reader.complaints.clear()  # of the page that is not there
