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
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_an_action_costs_two_requests_first_sync_then_show(reader, action):
    reader.open("?lang=en")
    before = len(reader.callbacks())
    action(reader)
    assert reader.callbacks()[before:] == ["sync", "show"]


def test_a_first_visit_has_its_view_already(reader):
    assert reader.open("?lang=en").callbacks() == ["sync"]


def test_choosing_a_pairing_changes_charts_table_and_address(reader):
    reader.open("?metric=projects&lang=en")
    everything = set(reader.listed())
    reader.choose("pair", "tianjin-huangnan")
    assert reader.search == "?metric=projects&pair=tianjin-huangnan&lang=en"
    assert reader.listed() == ["tianjin-huangnan-projects-1"]
    assert reader.drawn("comparison") == reader.drawn("timeline") == {"tianjin-huangnan-projects-1"}
    reader.choose("pair", "tianjin-huangnan")
    assert set(reader.listed()) == everything > {"tianjin-huangnan-projects-1"}
    assert reader.search == "?metric=projects&lang=en"


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
    assert reader.search == f"?metric=projects&pair=zhejiang-haixi&from={first + 2}&to={last - 1}&lang=en"
    ends = reader.linked()["period_end"].str[:4].astype(int)
    assert ends.between(first + 2, last - 1).all()
    assert set(reader.listed()) == reader.drawn("timeline") == set(reader.linked()["figure"])
    reader.move("Minimum", "ArrowLeft", 2).move("Maximum", "ArrowRight")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&lang=en"


def test_choosing_the_scope_shows_parts_too(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&lang=en")
    wholes = set(reader.listed())
    reader.pick("parts", "1")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&parts=1&lang=en"
    assert wholes < set(reader.listed()) == reader.drawn("comparison")


def test_clearing_leads_back_to_everything(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&from=2016&lang=en")
    reader.follow("a.clear", "?lang=en")
    assert reader.control("pair") == []
    assert reader.text("title") == "Funds invested"


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
