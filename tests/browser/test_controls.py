"""The controls: each changes charts, table and address, at the price of one request."""

import re
from collections.abc import Callable

import pandas as pd
import pytest
from playwright.sync_api import expect

from .reader import CALLBACK, Reader

ACTIONS: dict[str, Callable[[Reader], Reader]] = {
    "metric": lambda reader: reader.choose("metric", "projects"),
    "pairing": lambda reader: reader.choose("pair", "tianjin-huangnan"),
    "first year": lambda reader: reader.move("Minimum", "ArrowRight"),
    "last year": lambda reader: reader.move("Maximum", "ArrowLeft"),
    "years typed": lambda reader: typed(reader, "min", "2021"),
    "which years": lambda reader: reader.pick("years", "end"),
    "period": lambda reader: reader.choose("span", "2021-2025"),
    "reckoning": lambda reader: reader.choose("by", "year"),
    "scope": lambda reader: reader.pick("parts", "1"),
    "category": lambda reader: reader.choose("category", "education"),
    "level": lambda reader: reader.choose("level", "county"),
}


def typed(reader: Reader, end: str, year: str) -> Reader:
    """Type a year into the field at the `min` or the `max` end of the slider."""
    field = reader.page.locator(f".dash-range-slider-{end}-input")
    field.fill(year)
    with reader.asking():
        field.press("Enter")
    return reader


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_an_action_costs_one_request(reader, action):
    before = reader.open("?lang=en").callbacks()
    action(reader)
    assert reader.callbacks() == before + 1


def test_a_first_visit_has_its_view_already(reader):
    with reader.page.expect_response(lambda response: CALLBACK in response.url) as told:
        reader.open("?lang=en")
    assert told.value.json()["response"] == {}
    assert reader.callbacks() == 1


def test_choosing_a_pairing_changes_charts_table_and_address(reader):
    reader.open("?metric=projects&like=all&lang=en")
    everything = set(reader.listed())
    reader.choose("pair", "tianjin-huangnan")
    assert reader.search == "?metric=projects&pair=tianjin-huangnan&like=all&lang=en"
    assert reader.listed() == ["tianjin-huangnan-projects-1"]
    assert reader.drawn("comparison") == {"tianjin-huangnan-projects-1"}
    assert reader.drawn("timeline") == set(), "one figure makes no time series"
    reader.choose("pair", "tianjin-huangnan")
    assert set(reader.listed()) == everything > {"tianjin-huangnan-projects-1"}
    assert reader.search == "?metric=projects&like=all&lang=en"


def test_the_order_of_choosing_pairings_is_the_order_shown(reader):
    reader.open("?metric=projects").choose("pair", "zhejiang-haixi").choose("pair", "tianjin-gannan")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi~tianjin-gannan"
    pairings = [name.rpartition("-projects-")[0] for name in reader.listed()]
    assert list(dict.fromkeys(pairings)) == ["zhejiang-haixi", "tianjin-gannan"]


def test_choosing_a_metric_changes_charts_table_and_address(reader):
    reader.open("?pair=zhejiang-haixi&lang=en")
    assert reader.text("title") == "Assistance funds · Zhejiang → Haixi"
    reader.choose("metric", "projects")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&lang=en"
    assert reader.text("title") == "Projects · Zhejiang → Haixi"
    for shown in (reader.drawn("comparison"), reader.drawn("timeline"), set(reader.listed())):
        assert shown
        assert {name.rpartition("-")[0] for name in shown} == {"zhejiang-haixi-projects"}


def test_choosing_years_leaves_what_ends_in_them(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&lang=en").pick("years", "end")
    first, last = reader.years()
    reader.move("Minimum", "ArrowRight", 2).move("Maximum", "ArrowLeft")
    assert reader.years() == [first + 2, last - 1]
    assert reader.search == f"?metric=projects&pair=zhejiang-haixi&since={first + 2}&until={last - 1}&years=end&lang=en"
    ends = reader.linked()["period_end"].str[:4].astype(int)
    assert ends.between(first + 2, last - 1).all()
    assert set(reader.listed()) == set(reader.linked()["figure"])
    assert set(reader.listed()) > reader.drawn("timeline") == reader.drawn("comparison") != set()
    reader.move("Minimum", "ArrowLeft", 2).move("Maximum", "ArrowRight")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&years=end&lang=en"


def test_years_can_be_typed_and_leave_what_is_about_them(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&lang=en")
    last = reader.years()[1]
    typed(reader, "min", "2021")
    assert (reader.years(), reader.search) == ([2021, last], "?metric=projects&pair=zhejiang-haixi&since=2021&lang=en")
    assert "about 2021–" in reader.text("title")
    spans = reader.linked()[["period_start", "period_end"]]
    assert (spans["period_end"] >= "2021").all()
    assert (spans["period_start"] < "2021").any(), "a period that began before and goes on is about them too"
    typed(reader, "max", "2023")
    assert (reader.years(), reader.search) == ([2021, 2023], "?metric=projects&pair=zhejiang-haixi&since=2021&until=2023&lang=en")
    typed(reader, "min", "1066")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&until=2023&lang=en", "before the first year there is none"
    asked = reader.callbacks()
    reader.page.focus(".dash-range-slider-max-input")
    reader.page.keyboard.press("Enter")
    assert reader.settle().callbacks() == asked, "what was not changed asks for nothing"
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&until=2023&lang=en"


def test_choosing_the_scope_shows_parts_in_the_table_and_in_no_chart(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&lang=en")
    wholes, drawn = set(reader.listed()), reader.drawn("comparison")
    reader.pick("parts", "1")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&parts=1&lang=en"
    assert wholes < set(reader.listed())
    assert wholes > reader.drawn("comparison") == drawn != set()


def test_choosing_a_category_shows_it_alone_until_another_metric_is_chosen(reader):
    reader.open("?metric=personnel&lang=en").choose("category", "batches")
    assert reader.search == "?metric=personnel&category=batches&lang=en"
    assert reader.text("title") == "Seconded personnel: Batches"
    assert reader.text("category").startswith("Batches")
    assert set(reader.linked()["category"]) == {"batches"}
    assert {name.rpartition("-")[0] for name in reader.drawn("comparison")} > {"zhejiang-haixi-personnel"}
    assert reader.drawn("comparison") <= set(reader.listed()) == set(reader.linked()["figure"])
    reader.choose("metric", "projects")
    assert reader.search == "?metric=projects&lang=en"
    assert reader.text("title").startswith("Projects · 2010–2024")


def test_the_categories_of_the_metric_are_offered_with_what_there_is_of_each(reader):
    reader.open("?metric=projects&lang=en")
    csv = reader.go("?metric=projects&like=all&lang=en").linked()
    counts = csv["category"][csv["extent"] == "whole"].value_counts()
    offered = reader.offered("category")
    assert len(offered) > 2
    assert {name: promised(words) for name, words in offered.items()} == counts.to_dict()


def promised(words: str) -> int:
    """The number of figures that an option ends with: Trainees (16)."""
    return int(words.rpartition("(")[2].rstrip(")"))


def test_the_menus_are_grouped_and_count_what_each_option_has(reader):
    reader.open("?metric=projects&lang=en")
    metrics = reader.offered("metric")
    groups = [words for value, words in metrics.items() if value.startswith("group:")]
    assert groups == ["Several pairings have figures", "One pairing, or parts alone"]
    assert next(iter(metrics)).startswith("group:"), "nothing stands outside a group"
    pairs = reader.offered("pair")
    assert [words for value, words in pairs.items() if value.startswith("group:")] == ["Tibet", "Qinghai", "East–west"]
    file = pd.read_csv(f"{reader.address}/data.csv?metric=projects&parts=1&like=all")
    counts = file[file["status"] == "reported"]["pairing"].value_counts().to_dict()
    assert {name: promised(words) for name, words in pairs.items() if not name.startswith("group:")} == counts
    assert promised(metrics["projects"]) == sum(counts.values())


def test_a_heading_of_a_menu_cannot_be_chosen_and_what_has_nothing_stands_last(reader):
    reader.open("?metric=income&lang=en")
    pairs = reader.offered("pair")
    assert pairs["group:none"] == "No figure of this metric"
    counted = [re.search(r"\(\d+\)$", words) is not None for name, words in pairs.items() if not name.startswith("group:")]
    assert counted == sorted(counted, reverse=True)
    assert set(counted) == {True, False}
    assert list(pairs).index("group:none") == len(pairs) - 1 - counted.count(False)
    reader.page.click("#pair")
    reader.page.locator(".dash-dropdown-content label", has_text="No figure of this metric").click(force=True)
    reader.page.keyboard.press("Escape")
    assert reader.settle().search == "?metric=income&lang=en"


def test_a_pairing_is_found_by_words_of_either_language(reader):
    reader.open("?metric=projects&lang=en").page.click("#pair")
    for words in ("黄南", "Huangnan", "青海"):
        reader.page.fill(".dash-dropdown-search", words)
        found = reader.page.locator(".dash-dropdown-content label:has(input:not(:disabled))")
        assert "Tianjin → Huangnan (2)" in found.all_inner_texts(), words
        assert found.count() < 4, "the others are not"


@pytest.mark.parametrize("key", ["Enter", "ArrowDown", "t"])
def test_a_menu_that_the_keyboard_opens_offers_everything(reader, key):
    reader.open("?metric=projects&pair=tianjin-huangnan&lang=en").page.focus("#pair")
    reader.page.keyboard.press(key)
    expect(reader.page.locator('.dash-dropdown-content label:has(input[value="tianjin-gannan"])')).to_be_visible()


def test_a_menu_that_is_open_when_an_answer_comes_offers_everything_of_it(reader):
    reader.open("?metric=funds&lang=en").page.click("#pair")
    before = reader.page.locator(".dash-dropdown-content label").all_inner_texts()
    reader.go("?metric=projects&lang=en")
    after = reader.page.locator(".dash-dropdown-content label").all_inner_texts()
    assert len(after) > 5
    assert after != before


def test_a_chosen_pairing_is_named_with_what_there_is_of_the_metric(reader):
    reader.open("?metric=funds&pair=tianjin-huangnan&lang=en")
    funds = reader.text("pair")
    assert funds.startswith("Tianjin → Huangnan (")
    assert reader.go("?metric=projects&pair=tianjin-huangnan&lang=en").text("pair") == "Tianjin → Huangnan (2)" != funds


def test_choosing_a_level_leaves_the_pairings_of_that_level(reader):
    reader.open("?metric=projects&like=all&lang=en")
    assert set(reader.linked()["level"]) == {"county", "prefecture"}
    reader.choose("level", "county")
    assert reader.search == "?metric=projects&level=county&like=all&lang=en"
    assert set(reader.linked()["level"]) == {"county"}
    assert {name.rpartition("-projects-")[0] for name in reader.listed()} == {"liuhe-huangyuan"}
    assert reader.drawn("comparison") <= set(reader.listed())


def test_figures_of_another_level_are_one_click_away(reader):
    reader.open("?metric=projects&like=all&lang=en")
    assert "liuhe-huangyuan" not in {name.rpartition("-projects-")[0] for name in reader.drawn("comparison")}
    with reader.asking():
        reader.page.click("#notes a:text('county')")
    assert reader.search == "?metric=projects&level=county&like=all&lang=en"
    assert {name.rpartition("-projects-")[0] for name in reader.drawn("comparison")} == {"liuhe-huangyuan"}


def test_clearing_keeps_the_metric_and_the_language(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&from=2016&lang=en")
    with reader.asking():
        reader.page.click(".clear a")
    assert reader.search == "?metric=projects&lang=en"
    assert reader.control("pair") == []
    assert reader.text("title").startswith("Projects · 2010–2024")


def test_two_tabs_of_one_browser_do_not_influence_each_other(new_reader):
    one = new_reader().open("?metric=projects&lang=en")
    other = new_reader().open("?metric=projects&lang=en")
    one.choose("pair", "tianjin-huangnan")
    other.choose("pair", "zhejiang-haixi")
    one.pick("parts", "1")
    assert one.search == "?metric=projects&pair=tianjin-huangnan&parts=1&lang=en"
    assert other.search == "?metric=projects&pair=zhejiang-haixi&lang=en"
    assert {name.rpartition("-projects-")[0] for name in one.drawn("comparison")} == {"tianjin-huangnan"}
    assert {name.rpartition("-projects-")[0] for name in other.drawn("comparison")} == {"zhejiang-haixi"}


def test_the_focus_and_what_is_unfolded_stay_where_they_were_when_words_change(reader):
    reader.open("?metric=projects&like=all&lang=en").page.click("#verdict summary")
    reader.page.focus(".sets a >> nth=0")
    with reader.asking():
        reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.matches('.sets a')")
    reader.go("?metric=projects&like=all&lang=en")
    assert reader.page.locator("#verdict details").get_attribute("open") is not None
