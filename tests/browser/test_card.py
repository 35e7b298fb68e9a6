"""A figure's card: from its mark, from its row, by the keyboard; as a dialog, and as a page that needs no script."""

import pytest

from .reader import Reader

FIGURE = "tianjin-huangnan-funds-9"
VIEW = "?pair=tianjin-huangnan&lang=en"
LINK = f'#{FIGURE} a[href="/f/{FIGURE}?lang=en"]'
SAID = {
    "as printed": "18.51亿元",
    "bounds": "CN¥1.8505–CN¥1.8515 billion",
    "period": "Period 2010–2024",
    "kind": "Type total over a period",
    "basis": "Basis put in",
    "scope": "What is counted whole pairing",
    "report": "“天津对口支援青海省黄南州",
    "publisher": "Tianjin command post for the assistance to Huangnan",
    "date": "2024 at the earliest",
    "tier": "tier C (third party's copy)",
    "locator": "¶1",
    "link": "Address not known",
    "what compares": "What compares with it: 2 pairings",
    "others": "CN¥1.064 billion 2010 – 12 Sep 2020 · received · Huangnan News 2020-09-12",
    "why one leads": "One figure per pairing: done before planned; then the latest end",
    "cite in Chinese": "天津市 → 黄南州，资金投入 · 2010—2024：18.51亿元。出处：",
    "cite in English": "Tianjin → Huangnan, Assistance funds · 2010–2024: 18.51亿元 (CN¥1.851 billion). Source:",
}


@pytest.fixture
def plain(browser, server):
    """A page that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    yield page
    context.close()


def card(reader: Reader) -> str:
    """The open card's text, with single blanks."""
    reader.page.wait_for_selector(".card-dialog[open] #card-title")
    return " ".join(reader.page.inner_text(".card-dialog[open]").split())


def focused(reader: Reader) -> str:
    return str(reader.page.evaluate("document.activeElement.getAttribute('href')"))


def test_enter_on_a_rows_link_opens_the_card_and_escape_leads_back_to_it(reader):
    reader.open(VIEW).page.locator(LINK).focus()
    reader.page.keyboard.press("Enter")
    said = card(reader)
    assert [name for name, words in SAID.items() if words not in said] == []
    assert reader.page.evaluate("document.activeElement.id") == "card-title"
    reader.page.keyboard.press("Escape")
    assert reader.page.is_hidden(".card-dialog")
    assert focused(reader) == f"/f/{FIGURE}?lang=en"
    assert reader.search == VIEW


def test_a_click_on_the_link_the_row_or_either_mark_opens_the_same_card(reader):
    reader.open(VIEW)
    row = "#comparison .row"
    for mark in (LINK, f"{row} .bar", f"{row} .who a:not(.dot)", f"{row} .source", "#timeline .scatterlayer .points path >> nth=-1"):
        reader.page.locator(mark).first.scroll_into_view_if_needed()
        box = reader.page.locator(mark).first.bounding_box()
        reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert SAID["bounds"] in card(reader), mark
        assert reader.page.get_attribute(".card-links a", "href") == f"/f/{FIGURE}?lang=en"
        reader.page.keyboard.press("Escape")


def test_a_mark_under_a_bar_opens_the_card_of_another_figure_and_the_legend_none(reader):
    page = reader.open(VIEW).page
    other = page.locator("#comparison .row .other").first
    assert other.get_attribute("data-figure") not in (FIGURE, None)
    page.click("#comparison .legend li >> nth=0")
    assert page.locator(".card-dialog").count() == 0
    box = other.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card(reader)
    assert page.get_attribute(".card-links a", "href") == f"/f/{other.get_attribute('data-figure')}?lang=en"


@pytest.mark.parametrize("width", [1440, 360])
def test_back_closes_a_card_and_forward_and_its_address_open_it_again(new_reader, width):
    reader = new_reader(width=width, height=800).open("?lang=en").go(VIEW)
    page, closed = reader.page, ".card-dialog[open]"
    page.click("#comparison .row .who a:not(.dot)")
    said = card(reader)
    assert page.url == f"{reader.address}/{VIEW}#f={FIGURE}"
    page.go_back()
    page.wait_for_selector(closed, state="detached")
    assert page.url == f"{reader.address}/{VIEW}", "the same view, and not the one before"
    page.go_forward()
    assert card(reader) == said
    page.click(".card-dialog .close")
    page.wait_for_url(f"{reader.address}/{VIEW}")
    page.go_back()
    page.wait_for_url(f"{reader.address}/?lang=en")
    linked = new_reader(width=width, height=800).open(f"{VIEW}#f={FIGURE}")
    assert card(linked) == said
    linked.page.click(".card-dialog .close")
    linked.page.wait_for_url(f"{linked.address}/{VIEW}")
    assert linked.page.locator(closed).count() == 0


def test_a_card_leads_to_the_other_figures_and_to_the_original(reader):
    reader.open(VIEW).page.click(LINK)
    card(reader)
    reader.page.click(".card-dialog ul a")
    reader.page.wait_for_selector(".card-dialog .stated:has-text('10.64亿元')")
    original = reader.page.locator(".card-dialog a[target=_blank]")
    assert original.get_attribute("href").startswith("http")
    assert original.get_attribute("rel") == "noopener noreferrer"
    reader.page.click(".card-dialog .close")
    reader.page.wait_for_url(f"{reader.address}/{VIEW}")
    assert reader.page.locator(".card-dialog[open]").count() == 0, "one step of the history, however many cards one led to"
    assert focused(reader) == f"/f/{FIGURE}?lang=en"


def test_both_citations_can_be_copied_with_the_full_address(reader):
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.open(VIEW).page.click(LINK)
    card(reader)
    for number, language in enumerate(("English", "Chinese")):
        button = reader.page.locator(".card-dialog .cite button").nth(number)
        button.click()
        reader.page.wait_for_selector(".cite button:text-is('Copied')")
        copied = reader.page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(SAID[f"cite in {language}"])
        assert copied.endswith(f"{reader.address}/f/{FIGURE}")
        reader.page.wait_for_selector(".cite button:text-is('Copied')", state="detached")


@pytest.mark.parametrize(
    ("search", "words"), [("?lang=en", SAID), ("", {"as printed": "18.51亿元", "period": "2010—2024", "basis": "投入"})]
)
def test_the_page_of_a_figure_says_the_same_without_scripts(plain, server, search, words):
    assert plain.goto(f"{server.address}/f/{FIGURE}{search}").status == 200
    said = " ".join(plain.inner_text("main").split())
    assert [name for name, text in words.items() if text not in said] == []
    plain.click("nav a[hreflang]")
    assert plain.get_attribute("html", "lang") == ("zh-Hans" if search else "en")
    assert "18.51亿元" in plain.inner_text("main")


def test_the_page_of_a_figure_prints_its_addresses_and_no_navigation(plain, server):
    plain.goto(f"{server.address}/f/tianjin-huangnan-funds-8?lang=en")
    plain.emulate_media(media="print")
    assert plain.is_hidden("nav")
    written = "(css) => getComputedStyle(document.querySelector(css), '::after').content"
    assert plain.get_attribute(".card a[target=_blank]", "href") in plain.evaluate(written, ".card a[target=_blank]")
    assert plain.evaluate(written, ".card-links a") == f'"\u00a0{server.address}/f/tianjin-huangnan-funds-8"'


@pytest.mark.parametrize(
    ("path", "words"), [("/f/atlantis-gold-1?lang=en", "There is nothing here"), ("/f/atlantis-gold-1", "这里没有内容")]
)
def test_an_unknown_figure_is_a_page_that_says_so(plain, server, path, words):
    assert plain.goto(f"{server.address}{path}").status == 404
    assert plain.inner_text("h1") == words
    with plain.expect_navigation():
        plain.click("main a >> nth=1")
    assert plain.locator("main li").count() == 5, "the pairings, each the way to its figures"
