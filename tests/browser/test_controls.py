"""The controls: each changes charts, table and address, at the price of two requests."""

from collections.abc import Callable

import pytest

from .reader import Reader

ACTIONS: dict[str, Callable[[Reader], Reader]] = {
    "metric": lambda reader: reader.choose("metric", "projects"),
    "pairing": lambda reader: reader.choose("pair", "tianjin-huangnan"),
    "first year": lambda reader: reader.move("Minimum", "ArrowRight"),
    "last year": lambda reader: reader.move("Maximum", "ArrowLeft"),
    "scope": lambda reader: reader.pick("parts", "1"),
    "category": lambda reader: reader.choose("category", "education"),
    "level": lambda reader: more(reader).choose("level", "county"),
}


def more(reader: Reader) -> Reader:
    """Open the controls that are folded away on every page."""
    reader.page.click(".controls details > summary")
    return reader


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_an_action_costs_two_requests_first_sync_then_show(reader, action):
    reader.open("?lang=en")
    before = len(reader.callbacks())
    action(reader)
    assert reader.callbacks()[before:] == ["sync", "show"]


def test_a_first_visit_has_its_view_already(reader):
    assert reader.open("?lang=en").callbacks() == ["sync"]


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
    assert reader.text("title") == "Funds invested"
    reader.choose("metric", "projects")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&lang=en"
    assert reader.text("title") == "Projects"
    for shown in (reader.drawn("comparison"), reader.drawn("timeline"), set(reader.listed())):
        assert shown
        assert {name.rpartition("-")[0] for name in shown} == {"zhejiang-haixi-projects"}


def test_choosing_years_leaves_what_ends_in_them(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&lang=en")
    first, last = reader.years()
    reader.move("Minimum", "ArrowRight", 2).move("Maximum", "ArrowLeft")
    assert reader.years() == [first + 2, last - 1]
    assert reader.search == f"?metric=projects&pair=zhejiang-haixi&since={first + 2}&until={last - 1}&lang=en"
    ends = reader.linked()["period_end"].str[:4].astype(int)
    assert ends.between(first + 2, last - 1).all()
    assert set(reader.listed()) == set(reader.linked()["figure"])
    assert set(reader.listed()) > reader.drawn("timeline") == reader.drawn("comparison") != set()
    reader.move("Minimum", "ArrowLeft", 2).move("Maximum", "ArrowRight")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&lang=en"


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
    assert reader.text("title").startswith("Personnel")
    assert reader.text("category").startswith("Batches")
    assert set(reader.linked()["category"]) == {"batches"}
    assert {name.rpartition("-")[0] for name in reader.drawn("comparison")} > {"zhejiang-haixi-personnel"}
    assert reader.drawn("comparison") <= set(reader.listed()) == set(reader.linked()["figure"])
    reader.choose("metric", "projects")
    assert reader.search == "?metric=projects&lang=en"
    assert reader.text("title") == "Projects"


def test_the_categories_of_the_metric_are_offered_with_what_there_is_of_each(reader):
    reader.open("?metric=projects&lang=en")
    csv = reader.go("?metric=projects&like=all&lang=en").linked()
    counts = csv["category"][csv["extent"] == "whole"].value_counts()
    reader.page.click("#category")
    offered = reader.page.eval_on_selector_all(
        ".dash-dropdown-content label", "labels => labels.map(label => [label.querySelector('input').value, label.textContent])"
    )
    assert len(offered) > 2
    assert {name: int(words.rpartition("(")[2].rstrip(")")) for name, words in offered} == counts.to_dict()


def test_choosing_a_level_leaves_the_pairings_of_that_level(reader):
    more(reader.open("?metric=projects&like=all&lang=en"))
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
        reader.page.click("#notice a:text('county')")
    assert reader.search == "?metric=projects&level=county&like=all&lang=en"
    assert {name.rpartition("-projects-")[0] for name in reader.drawn("comparison")} == {"liuhe-huangyuan"}


def test_clearing_keeps_the_metric_and_the_language(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&since=2016&lang=en")
    with reader.asking():
        reader.page.click(".clear a")
    assert reader.search == "?metric=projects&lang=en"
    assert reader.control("pair") == []
    assert reader.text("title") == "Projects"


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
