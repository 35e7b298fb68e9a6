"""Whatever happens, the page says what is, keeps what stood, and shows one way out."""

import pytest

from .reader import CALLBACK, Reader
from .server import running


def parts(reader: Reader) -> None:
    """Ask for the parts, without waiting for an answer."""
    reader.unfold("parts").page.click("#parts label:has(input[value='1'])")


@pytest.fixture
def cut(context, server):
    """A reader whose updates fail or get lost, and who may see that on the console."""
    reader = Reader(context.new_page(), server.address)
    yield reader
    reader.page.close()


def test_while_updating_the_old_charts_stay_and_the_page_is_busy(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi~tianjin-huangnan&lang=en")
    shown, drawn = reader.listed(), reader.drawn("comparison")
    reader.page.route(f"**{CALLBACK}*", lambda route: None)  # no answer yet
    parts(reader)
    reader.page.wait_for_selector(".results[aria-busy='true']")
    assert (reader.listed(), reader.drawn("comparison")) == (shown, drawn)
    assert reader.page.is_visible("#comparison")
    reader.page.unroute(f"**{CALLBACK}*")  # the answer comes
    reader.settle()
    assert reader.page.get_attribute(".results", "aria-busy") == "false"
    assert set(reader.listed()) > set(shown)
    assert reader.text("status") == f"Updated: 2 pairings, {len(reader.listed())} figures."


@pytest.mark.parametrize(
    ("search", "words", "there"),
    [
        ("?metric=gold&lang=en", "Choose a metric and at least one pairing. Try:", "?lang=en"),
        ("?metric=projects&span=2016-2020&lang=en", "No figure for Projects in this selection.", "?metric=projects&lang=en"),
        ("?metric=projects&span=2016-2020", "所选范围内，“援建项目”没有数据。", "?metric=projects"),
    ],
)
def test_where_nothing_is_found_one_click_leads_to_figures(reader, search, words, there):
    reader.open(search)
    assert words in reader.text("notice")
    assert reader.page.is_hidden("#charts")
    reader.page.click("#notice p:not(.problem) a")
    reader.settle()
    assert reader.search == there
    assert reader.drawn("comparison") != set()
    assert words not in reader.text("notice")


def test_part_found_names_what_is_missing_and_draws_the_rest(standing):
    reader = standing.go("?metric=personnel&category=medical&lang=en")
    assert "Huangyuan, Gannan: no figure for the whole pairing." in reader.text("notes")
    assert {name.rpartition("-personnel-")[0] for name in reader.drawn("comparison")} >= {"tianjin-huangnan", "zhejiang-haixi"}


def test_an_unknown_name_is_told_and_the_rest_is_shown(reader):
    reader.open("?pair=gd-xx~tianjin-gannan")
    assert "链接中的 pair“gd-xx”不存在，已略过" in reader.text("notice")
    assert {name.rpartition("-funds-")[0] for name in reader.listed()} == {"tianjin-gannan"}


def test_what_is_not_comparable_stands_in_panels_apart(standing):
    reader = standing.go("?metric=personnel&category=medical&lang=en")
    panels = reader.page.locator("#comparison .panel")
    titles = panels.locator("h3").all_inner_texts()
    assert len(titles) == panels.count() == 3
    assert len(set(titles)) == len(titles), "each panel is named differently"
    units = panels.locator("thead .amount").all_inner_texts()
    assert [unit.split()[0] for unit in units].count("person-times") == 1
    assert {unit.split()[0] for unit in units} == {"persons", "person-times"}
    assert panels.locator(".bars-axis svg").count() == 3, "each has an axis of its own"


@pytest.mark.parametrize(
    ("search", "option", "words"),
    [
        (
            "?metric=projects&lang=en",
            "In constant 2020 prices: only sums in yuan have prices",
            "In constant 2020 prices is off: only sums in yuan have prices.",
        ),
        ("?metric=projects", "2020 年不变价：只有人民币金额可以折算价格", "“2020 年不变价”不能用：只有人民币金额可以折算价格。"),
    ],
)
def test_a_derivation_that_is_impossible_is_off_with_its_reason_in_it(reader, search, option, words):
    reader.open(search)
    assert (reader.options("by", ":disabled"), "year" in reader.options("by", ":enabled")) == (["real"], True)
    assert reader.offered("by")["real"] == option
    assert reader.unfold("by-why").text("by-why") == words


@pytest.mark.parametrize(
    ("answer", "search", "words"),
    [
        (500, "?metric=projects&lang=en", "Update failed; the chart still shows the previous result."),
        (500, "?metric=projects", "更新失败，图中仍是上一次的结果。"),
        (None, "?metric=projects&lang=en", "Connection lost. Downloads and links are unavailable."),
        (None, "?metric=projects", "连接已断开。下载和链接暂不可用。"),
    ],
)
def test_a_failed_update_says_so_and_the_charts_stay(cut, answer, search, words):
    shown = cut.open(search).listed()
    cut.page.route(f"**{CALLBACK}*", lambda route: route.fulfill(status=answer, body="{}") if answer else route.abort())
    parts(cut)
    assert cut.page.inner_text("[role=alert]").startswith(words)
    assert "stale" in cut.page.get_attribute(".results", "class")
    assert cut.listed() == shown
    assert cut.page.is_visible("#comparison")
    assert cut.drawn("comparison") == set(shown)
    cut.page.unroute(f"**{CALLBACK}*")
    with cut.page.expect_navigation():
        cut.page.click("[role=alert] button")
    assert cut.arrive().page.locator("[role=alert]").count() == 0


def test_without_a_server_neither_retry_nor_a_card_loses_the_chart(browser, five):
    with running(CURATED=str(five)) as server:
        context = browser.new_context()
        reader = Reader(context.new_page(), server.address).open("?metric=projects&lang=en")
        shown = reader.listed()
        server.stop()
        reader.page.click(f"#{shown[0]} a[href^='/f/']")
        assert "Connection lost" in reader.page.inner_text("[role=alert]")
        reader.page.click("[role=alert] button")
        reader.page.wait_for_timeout(200)
        assert "Connection lost" in reader.page.inner_text("[role=alert]")
        assert reader.listed() == shown
        context.close()


@pytest.mark.parametrize(("search", "words"), [("?lang=en", "This page needs JavaScript"), ("", "此页需要 JavaScript")])
def test_without_scripts_the_page_shows_its_rows_and_leads_to_data_and_figures(browser, server, search, words):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server.address}/{search}")
    assert words in page.inner_text("main")
    assert page.locator("#comparison, #react-entry-point .page").count() == 0
    rows = page.locator("main .bars .row:visible")
    assert rows.count() == 2
    assert page.locator("main .bars [data-figure='tianjin-huangnan-funds-9']").is_visible()
    assert "18.51亿元" in page.inner_text("main .table-box")
    assert page.title().startswith(page.inner_text("h1"))
    addresses = page.eval_on_selector_all("noscript a, main .notice a", "links => links.map(link => link.getAttribute('href'))")
    assert addresses == [f"/data.csv{search}", f"/f/{search}"]
    figures = rows.locator(".who a:not(.dot)").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for address in (*addresses, *figures, f"/about{search}"):
        assert context.request.get(f"{server.address}{address}").ok
    context.close()
