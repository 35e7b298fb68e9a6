"""What one takes away: a sheet of paper, a chart in another page, a picture, a file; each says where it is from."""

import xml.etree.ElementTree as ElementTree
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

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
    for css in ("aside", "nav", "#downloads", ".saving", "#verdict .action"):
        assert page.locator(css).first.is_hidden(), css
    for css in ("#title", "#verdict .level", "#comparison", "#timeline", "#table thead", "#credit", ".page > footer"):
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
    assert reader.settle().page.evaluate(WIDE) == [680, 680]
    assert page.get_attribute(".page > footer", "data-printed").startswith(page.url)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert reader.settle().page.evaluate(WIDE) == before


@pytest.mark.parametrize(("embed", "shown", "hidden"), [("1", "comparison", "timeline"), ("timeline", "timeline", "comparison")])
def test_a_chart_stands_alone_in_another_page_and_says_whose_it_is(reader, embed, shown, hidden):
    page = reader.open(f"{VIEW}&embed={embed}").page
    for css in (f"#{shown}", "#title", "#verdict .level", "#credit"):
        assert page.locator(css).first.is_visible(), css
    for css in (f"#{hidden}", "header", "aside", "#downloads", "#table", ".page > footer", ".saving"):
        assert page.locator(css).first.is_hidden(), css
    assert page.inner_text("#credit").startswith("Sources: ")
    out = page.locator(".way-out a")
    assert (out.get_attribute("href"), out.get_attribute("target")) == (f"/{VIEW}", "_blank")


def test_only_a_chart_made_for_it_may_stand_in_another_page(reader):
    def framing(path: str) -> str:
        policy = reader.page.request.get(f"{reader.address}{path}").headers["content-security-policy"]
        return next(rule for rule in policy.split("; ") if rule.startswith("frame-ancestors"))

    assert framing("/?embed=1") == framing("/?embed=timeline&lang=en") == "frame-ancestors *"
    for path in ("/", "/?embed=", "/f/tianjin-huangnan-funds-9?embed=1", "/about?embed=1"):
        assert framing(path) == "frame-ancestors 'none'", path


@pytest.mark.parametrize(("chart", "value", "heading"), [("comparison", "1", "Across pairings"), ("timeline", "timeline", "Over time")])
def test_a_click_copies_the_code_that_shows_a_chart_in_another_page(reader, chart, value, heading):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(VIEW)
    reader.page.click(f"button[data-embed][data-chart={chart}]")
    reader.page.wait_for_selector("button:text('Copied')")
    frame = ElementTree.fromstring(reader.page.evaluate("navigator.clipboard.readText()"))  # noqa: S314
    assert (frame.tag, frame.get("src"), frame.get("title")) == ("iframe", f"{reader.page.url}&embed={value}", f"Projects · {heading}")


@pytest.fixture
def elsewhere(tmp_path):
    """The address of a folder that somebody else serves."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("chart", ["comparison", "timeline"])
def test_the_copied_code_shows_the_whole_chart_in_a_page_of_somebody_else(browser, server, elsewhere, tmp_path, chart):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    reader = Reader(context.new_page(), server.address).open(VIEW)
    reader.page.click(f"button[data-embed][data-chart={chart}]")
    reader.page.wait_for_selector("button:text('Copied')")
    code = reader.page.evaluate("navigator.clipboard.readText()")
    (tmp_path / "index.html").write_text(f"<h1>Elsewhere</h1>{code}")
    reader.page.goto(elsewhere)
    inside = reader.page.frame_locator("iframe")
    inside.locator(f"#{chart} .main-svg").first.wait_for()
    assert inside.locator("#title").inner_text() == "Projects"
    tall, hidden = inside.locator("html").evaluate("page => [page.scrollHeight, page.scrollHeight - page.clientHeight]")
    assert tall > 500
    assert hidden <= 0
    context.close()


@pytest.mark.parametrize(("chart", "heading"), [("comparison", "Across pairings"), ("timeline", "Over time")])
def test_a_saved_chart_says_what_it_shows_from_where_and_how_well_it_compares(reader, chart, heading):
    page = reader.open("?metric=projects&like=all&lang=en").page
    with page.expect_download() as download:
        page.click(f"button[data-save=svg][data-chart={chart}]")
    assert download.value.suggested_filename == f"paired-assistance_projects_{chart}.svg"
    drawing = download.value.path().read_text()
    text = " ".join(ElementTree.fromstring(drawing).itertext())  # noqa: S314
    for words in ("Projects", heading, "Compare with care", "Sources: ", "Haixi", page.url):
        assert words in text, words
    with page.expect_download() as download:
        page.click(f"button[data-save=png][data-chart={chart}]")
    assert download.value.suggested_filename == f"paired-assistance_projects_{chart}.png"
    picture = download.value.path().read_bytes()
    assert picture.startswith(b"\x89PNG")
    wide, tall = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert wide == 1800, "twice as many pixels as it is wide"
    assert tall > 2 * page.locator(f"#{chart} .js-plotly-plot").bounding_box()["height"]
    page.set_content(f"<div class=js-plotly-plot>{drawing}</div>")
    assert page.locator("text").count() > 12
    assert page.evaluate(COLLISIONS) == []


def test_a_long_address_is_folded_in_a_picture(reader):
    pairings = "~".join(("zhejiang-haixi", "tianjin-huangnan", "tianjin-gannan", "luhe-huangyuan", "liaoning-nagqu"))
    page = reader.open(f"?metric=projects&pair={pairings}&since=2011&until=2024&order=value&scale=log&lang=en").page
    with page.expect_download() as download:
        page.click("button[data-save=svg][data-chart=comparison]")
    page.set_content(f"<div class=js-plotly-plot>{download.value.path().read_text()}</div>")
    assert page.evaluate(COLLISIONS) == []
    assert "lang=en" in page.locator("text:has-text('http') tspan.line").last.text_content()


def test_three_actions_lead_from_landing_to_the_file_of_two_chosen_pairings(reader):
    reader.open("?lang=en")
    file = reader.choose("pair", "tianjin-huangnan").choose("pair", "zhejiang-haixi").downloaded()
    assert list(file["pairing"].unique()) == ["tianjin-huangnan", "zhejiang-haixi"]
    assert list(file["figure"]) == reader.listed()
    assert len(file) > 5
