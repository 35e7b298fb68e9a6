"""What one takes away: a sheet of paper, a chart in another page, a picture, a file; each says where it is from."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from .reader import Reader
from .test_phone import COLLISIONS

VIEW = "?metric=projects&pair=zhejiang-haixi~tianjin-huangnan&lang=en"
AFTER = "(one) => getComputedStyle(one, '::after').content"
WIDE = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(one => one.checkVisibility())
    .map(one => one.querySelector('.main-svg').getBoundingClientRect().width)"""


def test_paper_gets_charts_table_and_addresses_and_no_controls(reader):
    page = reader.open(VIEW).page
    page.emulate_media(media="print", color_scheme="dark")
    for css in ("form.controls", "nav", "#downloads", ".saving", ".share", "#verdict .action"):
        assert page.locator(css).first.is_hidden(), css
    for css in ("#title", "#verdict .level", "#verdict li", "#comparison .row", "#timeline", "#table thead", "#credit", ".page > footer"):
        assert page.locator(css).first.is_visible(), css
    links = page.locator("#table td:last-child a[target=_blank]")
    assert links.count() > 3
    for link in links.all():
        assert link.get_attribute("href") in link.evaluate(AFTER)


def test_paper_is_white_whatever_the_readers_theme(reader):
    reader.page.emulate_media(color_scheme="dark")
    page = reader.open(VIEW).page
    colours = "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.main-svg')).filter]"
    assert page.evaluate(colours) == ["rgb(22, 24, 27)", "invert(1) hue-rotate(180deg)"]
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colours) == ["rgb(255, 255, 255)", "none"]


def test_charts_fit_the_sheet_and_the_screen_again(reader):
    page = reader.open(VIEW).page
    before = page.evaluate(WIDE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert reader.settle().page.evaluate(WIDE) == [600]
    assert page.get_attribute(".page > footer", "data-printed").startswith(page.url)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert reader.settle().page.evaluate(WIDE) == before


PAPERS = {"A4": (794, 1123), "Letter": (816, 1056)}  # CSS pixels
STATES = {
    "as it stands": VIEW,
    "of one card": f"{VIEW}#card",
    "embedded": f"{VIEW}&embed=1",
    "embedded over time": f"{VIEW}&embed=timeline",
    "coverage": "?view=coverage&lang=en",
    "many figures": "?metric=personnel&like=all&lang=en",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_cut_off_on_a_sheet_of_any_size_with_any_margin(reader, state, theme):
    search, _, card = STATES[state].partition("#")
    page = reader.open(search).page
    if card:
        page.click(f"#{reader.listed()[0]} a[href^='/f/']")
        page.wait_for_selector("dialog[open] #card-title")
    page.emulate_media(media="print", color_scheme=theme)
    for paper, (width, height) in PAPERS.items():
        for margin in (0, 38, 94):  # pixels: none, 10 mm, 25 mm
            page.set_viewport_size({"width": width - 2 * margin, "height": height - 2 * margin})
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            wide = page.evaluate("document.documentElement.scrollWidth / innerWidth")
            assert wide <= (2 if state == "coverage" else 1), (paper, margin)  # to half its size a browser fits a page by itself
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    if card:
        box = page.locator("dialog[open]")
        assert box.evaluate("one => [one.scrollHeight - one.clientHeight, getComputedStyle(one).position]") == [0, "absolute"]
        assert page.locator("#title").is_hidden(), "the card is printed, not the page under it"
        assert page.locator("dialog .stated").is_visible()
        assert [one.is_visible() for one in page.locator("dialog .cite").all()] == [True, True]


def test_a_printed_card_goes_on_on_the_next_sheet(reader):
    page = reader.open(VIEW).page
    page.click(f"#{reader.listed()[0]} a[href^='/f/']")
    page.wait_for_selector("dialog[open] #card-title")
    plain = sheets(page.pdf(format="A3"))
    assert plain == 1
    assert sheets(page.pdf(format="A6", landscape=True)) > 2


def sheets(document: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", document))


@pytest.mark.parametrize(("embed", "shown", "hidden"), [("1", "comparison", "timeline"), ("timeline", "timeline", "comparison")])
def test_a_chart_stands_alone_in_another_page_and_says_whose_it_is(reader, embed, shown, hidden):
    page = reader.open(f"{VIEW}&embed={embed}").page
    for css in (f"#{shown}", "#title", "#verdict .level", "#credit"):
        assert page.locator(css).first.is_visible(), css
    for css in (
        f"#{hidden}",
        "header",
        "form.controls",
        "#downloads",
        "#table",
        "#finding",
        "#sets",
        "#share",
        "#notes",
        ".page > footer",
        ".saving",
    ):
        assert page.locator(css).first.is_hidden(), css
    assert page.inner_text("#credit").startswith("Sources: ")
    out = page.locator(".way-out a")
    assert (out.get_attribute("href"), out.get_attribute("target")) == (f"/{VIEW}", "_blank")


@pytest.mark.parametrize("width", [360, 800])
def test_what_stands_in_another_page_begins_with_the_chart(new_reader, width):
    """A title and the verdict, each in a line or two, and then the rows."""
    page = new_reader(width=width, height=500).open("?lang=en&embed=1").page
    top, row = (page.locator(css).first.bounding_box() for css in ("#title", "#comparison .row"))
    assert top["y"] < 20
    assert row["y"] < (260 if width == 360 else 180)
    assert page.locator("#comparison").bounding_box()["width"] >= width - 48


def test_only_a_chart_made_for_it_may_stand_in_another_page(reader):
    def framing(path: str) -> str:
        policy = reader.page.request.get(f"{reader.address}{path}").headers["content-security-policy"]
        return next(rule for rule in policy.split("; ") if rule.startswith("frame-ancestors"))

    assert framing("/?embed=1") == framing("/?embed=timeline&lang=en") == "frame-ancestors *"
    for path in ("/", "/?embed=", "/f/tianjin-huangnan-funds-9?embed=1", "/about?embed=1"):
        assert framing(path) == "frame-ancestors 'none'", path


def copied(reader: Reader, words: str) -> str:
    """What a button of the menu puts on the clipboard."""
    if not reader.page.is_visible(".share ul"):
        reader.page.click(".share > summary")
    reader.page.click(f".share button:text-is('{words}')")
    reader.page.wait_for_selector(".share button:text-is('Copied')")
    reader.page.wait_for_selector(".share button:text-is('Copied')", state="detached")
    return str(reader.page.evaluate("navigator.clipboard.readText()"))


@pytest.fixture
def sharing(browser, server):
    """A reader who lets the page write to the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield Reader(context.new_page(), server.address)
    context.close()


def test_the_menu_copies_the_view_in_either_language_and_the_code_that_shows_it_elsewhere(sharing):
    reader = sharing.open(VIEW)
    shown = reader.listed()
    link, other, code = (copied(reader, words) for words in ("Copy link", "Copy link in Chinese", "Copy code to embed"))
    assert link == f"{reader.address}/{VIEW}" == reader.page.url
    assert other == f"{reader.address}/{VIEW.removesuffix('&lang=en')}"
    frame = ElementTree.fromstring(code)  # noqa: S314
    assert (frame.tag, frame.get("src")) == ("iframe", f"{reader.page.url.replace('&lang', '&embed=1&lang')}")
    assert frame.get("title") == "Projects · Zhejiang → Haixi, Tianjin → Huangnan" == reader.text("title")
    reader.page.goto(other)
    assert reader.arrive().listed() == shown
    assert reader.page.get_attribute("html", "lang") == "zh-Hans"


def test_the_menu_follows_the_view_and_closes_by_itself(sharing):
    reader = sharing.open("?metric=projects&lang=en")
    reader.choose("pair", "tianjin-huangnan")
    assert copied(reader, "Copy link") == f"{reader.address}/?metric=projects&pair=tianjin-huangnan&lang=en"
    reader.page.keyboard.press("Escape")
    assert reader.page.is_hidden(".share ul")
    assert reader.page.evaluate("document.activeElement.matches('.share > summary')")
    reader.page.click(".share > summary")
    reader.page.click("#title")
    assert reader.page.is_hidden(".share ul")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("search", [VIEW, "?like=all&lang=en", "?metric=personnel&category=medical&lang=en"])
def test_the_copied_code_shows_the_whole_chart_in_a_page_of_somebody_else(sharing, elsewhere, tmp_path, search, width):
    """Nothing of it is out of sight, in a frame as wide as the page from which the code was copied."""
    sharing.page.set_viewport_size({"width": width, "height": 900})
    reader = sharing.open(search)
    title, rows = reader.text("title"), reader.page.locator("#comparison .row").count()
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><h1>Elsewhere</h1>{copied(reader, 'Copy code to embed')}")
    reader.page.goto(elsewhere)
    inside = reader.page.frame_locator("iframe")
    inside.locator("#react-entry-point #comparison .row").first.wait_for()
    assert inside.locator("#title").inner_text() == title
    assert inside.locator("#comparison .row:visible").count() == rows
    tall, seen = inside.locator("html").evaluate("page => [page.scrollHeight, page.clientHeight]")
    end = inside.locator(".way-out").bounding_box()
    frame = reader.page.locator("iframe").bounding_box()
    assert tall <= seen
    assert 0 <= frame["y"] + frame["height"] - end["y"] - end["height"] < 160, "and little of it is empty"


def test_a_saved_time_series_says_what_it_shows_from_where_and_how_well_it_compares(reader):
    page = reader.open("?metric=projects&like=all&lang=en").page
    with page.expect_download() as download:
        page.click("button[data-save=svg][data-chart=timeline]")
    assert download.value.suggested_filename == "paired-assistance_projects_all_timeline.svg"
    drawing = download.value.path().read_text()
    text = " ".join(ElementTree.fromstring(drawing).itertext())  # noqa: S314
    for words in ("Projects", "Compare with care", "Sources: ", "Haixi", page.url):
        assert words in text, words
    with page.expect_download() as download:
        page.click("button[data-save=png][data-chart=timeline]")
    assert download.value.suggested_filename == "paired-assistance_projects_all_timeline.png"
    wide, tall = pixels(download.value.path().read_bytes())
    assert wide == 1800, "twice as many pixels as it is wide"
    assert tall > 2 * page.locator("#timeline .js-plotly-plot").bounding_box()["height"]
    page.set_content(f"<div class=js-plotly-plot>{drawing}</div>")
    assert page.locator("text").count() > 12
    assert page.evaluate(COLLISIONS) == []


def pixels(picture: bytes) -> tuple[int, int]:
    """How wide and how tall a PNG is."""
    assert picture.startswith(b"\x89PNG")
    wide, tall = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    return wide, tall


# Texts of a picture that reach past its edge, and pairs of them on one another.
OVER = """() => {
    const edge = document.querySelector('svg').getBoundingClientRect();
    const boxes = [...document.querySelectorAll('svg text')].map(text => [text.textContent, text.getBoundingClientRect()]);
    const out = boxes.filter(([, box]) => box.left < edge.left || box.right > edge.right || box.bottom > edge.bottom).map(([text]) => text);
    const pairs = boxes.flatMap(([text, box], place) => boxes.slice(place + 1).filter(([, other]) =>
        Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 3
    ).map(([other]) => `${text} | ${other}`));
    return [...out, ...pairs];
}"""
MANY = "~".join(("zhejiang-haixi", "tianjin-huangnan", "tianjin-gannan", "liuhe-huangyuan", "liaoning-nagqu"))
PICTURES = {
    "?metric=projects&like=all&lang=en": ("Projects", "Compare with care", "Haixi", "2010–2024", "CC BY"),
    "?metric=projects&like=all": ("援建项目", "谨慎比较", "海西州", "2010—2024", "CC BY"),
    f"?metric=projects&pair={MANY}&since=2011&until=2024&order=value&scale=log&lang=en": ("Projects", "Liaoning → Nagqu", "lang=en"),
}


@pytest.mark.parametrize("search", PICTURES)
def test_a_saved_comparison_says_what_it_shows_from_where_and_how_well_it_compares(reader, search):
    page = reader.open(search).page
    name = page.get_attribute("[data-picture]", "data-name")
    assert name.startswith("paired-assistance_projects")
    page.click(".share > summary")
    with page.expect_download() as download:
        page.click(".share a.picture")
    assert download.value.suggested_filename == f"{name}.svg"
    drawing = download.value.path().read_text()
    text = "".join(ElementTree.fromstring(drawing).itertext())  # noqa: S314
    for words in (*PICTURES[search], reader.text("title"), reader.text("finding"), reader.address):
        assert words.replace(" ", "") in text.replace(" ", ""), words
    with page.expect_download() as download:
        page.click(".share button[data-picture]")
    assert download.value.suggested_filename == f"{name}.png"
    assert pixels(download.value.path().read_bytes())[0] == 2400, "twice as many pixels as it is wide"
    page.set_content(drawing)
    assert page.locator("svg text").count() > 12
    assert page.evaluate(OVER) == []


def test_three_actions_lead_from_landing_to_the_file_of_two_chosen_pairings(reader):
    reader.open("?lang=en")
    file = reader.choose("pair", "tianjin-huangnan").choose("pair", "zhejiang-haixi").downloaded()
    assert list(file["pairing"].unique()) == ["tianjin-huangnan", "zhejiang-haixi"]
    assert list(file["figure"]) == reader.listed()
    assert len(file) > 5
