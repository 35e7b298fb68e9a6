"""The query string is the selection: nothing is lost on the way there and back, and what is unknown is named."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog, load
from metrics.selecting.filtering import select
from metrics.selecting.resolution import FACETS, resolve
from metrics.selecting.selection import ATTRIBUTES, CHOICES, Selection, own_values, parse
from metrics.selecting.touched.keys import OLDER

from ..conftest import SMALL

TEXT = st.text(st.characters(exclude_categories=()), max_size=8)  # halves of characters too
ODD = TEXT | st.sampled_from(["", "~", "a~b", "&", "=", "+", "%", "%7E", "#", "?", "黄南", "\n", "\x00", "\ud800", "é", "zh", "funds"])
NAMES = st.lists(ODD, max_size=3).map(tuple)
SELECTIONS = st.builds(
    Selection,
    **{name: NAMES if isinstance(value, tuple) else ODD for name, value in own_values(Selection())},
    extra=st.lists(st.tuples(ODD, ODD), max_size=3).map(tuple),
)


@given(SELECTIONS)
@example(Selection(years="0"))
@example(Selection(pair=("a~b", "", "a"), metric="", start="\udfff", extra=(("from", "2016"), ("", ""))))
def test_every_selection_comes_back_from_its_query_string(selection: Selection) -> None:
    assert parse(selection.to_search()) == selection


@given(st.text(max_size=30) | st.text(st.sampled_from("metricpaonsx=&~%?+;ffm2016-0黄"), max_size=30))
@example("?metric=funds&metric=projects&pair=a&pair=b~a&pair=&x&x=1&=2")
def test_any_text_is_a_selection_that_keeps_its_meaning(search: str) -> None:
    selection = parse(search)
    assert parse(selection.to_search()) == selection
    assert parse("?" + search) == selection or search.startswith("?")


@pytest.mark.parametrize(
    ("search", "selection"),
    [
        ("", Selection()),
        ("?", Selection()),
        (
            "?metric=projects&pair=tianjin-huangnan~zhejiang-haixi",
            Selection(metric="projects", pair=("tianjin-huangnan", "zhejiang-haixi")),
        ),
        ("?since=2016&until=2024&lang=en", Selection(start="2016", end="2024", lang="en")),
        ("?from=2016&to=2024", Selection(start="2016", end="2024", years="end")),
        ("?from=singlemessage&isappinstalled=0", Selection(extra=(("from", "singlemessage"), ("isappinstalled", "0")))),
        (
            "?donor=tianjin&province=qinghai&programme=east-west",
            Selection(donor=("tianjin",), province=("qinghai",), programme=("east-west",)),
        ),
        ("?view=coverage&parts=1", Selection(view="coverage", parts="1")),
        (
            "?category=roads&level=county~prefecture&like=tianjin-huangnan-funds-1&show=all",
            Selection(category="roads", level=("county", "prefecture"), like="tianjin-huangnan-funds-1", show="all"),
        ),
        ("?rows=all&utm_source=x%20y", Selection(extra=(("rows", "all"), ("utm_source", "x y")))),
        ("?pair=a&pair=b~a~~&pair=", Selection(pair=("a", "b"))),
        ("?metric=&lang=", Selection()),
        ("?metric=funds&metric=projects", Selection(metric="projects")),
        ("?metric=projects&metric=", Selection(metric="projects")),
        ("?pair=%E9%BB%84%E5%8D%97", Selection(pair=("黄南",))),
    ],
)
def test_a_query_string_says(search: str, selection: Selection) -> None:
    assert parse(search) == selection


@pytest.mark.parametrize(
    ("selection", "search"),
    [
        (Selection(), ""),
        (Selection(metric="funds", lang="zh"), ""),
        (
            Selection(metric="projects", pair=("tianjin-huangnan", "zhejiang-haixi")),
            "?metric=projects&pair=tianjin-huangnan~zhejiang-haixi",
        ),
        (Selection(start="2016", end="2024", extra=(("rows", "all"),)), "?since=2016&until=2024&rows=all"),
        (Selection(pair=("黄南&x=1",)), "?pair=%E9%BB%84%E5%8D%97%26x%3D1"),
    ],
)
def test_defaults_are_left_out_of_the_query_string(selection: Selection, search: str) -> None:
    assert selection.to_search() == search


def test_the_keys_of_links_stay_as_they_are() -> None:
    first = ("metric", "pair", "donor", "recipient", "province", "programme", "since", "until", "parts", "lang", "view")
    later = ("category", "level", "like", "focus", "years", "show", "span", "by", "order", "scale", "embed")
    assert {*first, *later} == set(ATTRIBUTES)
    assert set(OLDER) == {"from", "to"}


@pytest.mark.parametrize(
    ("search", "zh", "en"),
    [
        (
            "?metric=fund",
            "链接中的 metric“fund”不存在，已略过。是不是“funds”？",
            'metric "fund" in this link is unknown and was skipped. Did you mean "funds"?',
        ),
        (
            "?pair=tianjin-huangna",
            "链接中的 pair“tianjin-huangna”不存在，已略过。是不是“tianjin-huangnan”？",
            'pair "tianjin-huangna" in this link is unknown and was skipped. Did you mean "tianjin-huangnan"?',
        ),
        ("?donor=上海", "链接中的 donor“上海”不存在，已略过。", 'donor "上海" in this link is unknown and was skipped.'),
        # In both languages to somebody whose language is not known.
        *[("?lang=kl", *2 * ['链接中的 lang“kl”不存在，已略过。 lang "kl" in this link is unknown and was skipped.'])],
        ("?from=16", "链接中的 since“16”不是年份，已略过。", 'since "16" in this link is not a year and was skipped.'),
        ("?until=١٦", "链接中的 until“١٦”不是年份，已略过。", 'until "١٦" in this link is not a year and was skipped.'),
        (
            "?category=roads",
            "链接中的 category“roads”不存在，已略过。",
            'category "roads" in this link is unknown and was skipped.',
        ),
        (
            "?like=zhejiang-haixi-projects-1",
            "这项指标没有数字 zhejiang-haixi-projects-1，已略过。",
            "This metric has no figure zhejiang-haixi-projects-1; it was skipped.",
        ),
        ("?since=2020&until=2016", "起始年 2020 晚于终止年 2016。", "The first year, 2020, is after the last, 2016."),
    ],
)
def test_what_is_unknown_is_named_in_both_languages(search: str, zh: str, en: str, small: Catalog) -> None:
    assert resolve(parse(search), small).problems == ((zh, en),)


@pytest.mark.parametrize("key", ["pair", *FACETS, *CHOICES, "metric", "lang"])
def test_an_unknown_value_of_any_key_is_named_once(key: str, small: Catalog) -> None:
    (problem,) = resolve(parse(f"?{key}=qqqqqq"), small).problems
    assert f"{key}“qqqqqq”" in problem.zh
    assert f'{key} "qqqqqq"' in problem.en


@pytest.mark.parametrize("key", ["pair", *FACETS])
def test_unknown_names_alone_select_nothing(key: str, small: Catalog) -> None:
    resolved = resolve(parse(f"?{key}=qqqqqq~wwwwww"), small)
    assert resolved.pairings == ()
    assert len(select(resolved, small)) == 0
    assert len(resolved.problems) == 2


def test_an_unknown_metric_selects_nothing(small: Catalog) -> None:
    assert select(resolve(parse("?metric=qqqqqq"), small), small) == []


def test_a_known_name_beside_an_unknown_one_is_selected(small: Catalog) -> None:
    assert [one.id for one in resolve(parse("?pair=qqqqqq~zhejiang-haixi"), small).pairings] == ["zhejiang-haixi"]


@pytest.mark.parametrize(
    ("search", "ids"),
    [
        ("", ["tianjin-huangnan-funds-1", "zhejiang-haixi-funds-1", "zhejiang-haixi-funds-2", "zhejiang-haixi-funds-3"]),
        ("?pair=zhejiang-haixi~tianjin-huangnan&metric=projects&from=2024", ["zhejiang-haixi-projects-2", "tianjin-huangnan-projects-1"]),
        ("?to=2016", ["zhejiang-haixi-funds-1"]),
        ("?from=2024&to=2024", ["tianjin-huangnan-funds-1", "zhejiang-haixi-funds-2"]),
        ("?recipient=huangnan", ["tianjin-huangnan-funds-1"]),
        ("?donor=tianjin&recipient=haixi", []),
        ("?province=qinghai&programme=qinghai&level=prefecture&to=2016", ["zhejiang-haixi-funds-1"]),
        ("?programme=east-west", []),
        ("?metric=beneficiaries", ["tianjin-huangnan-beneficiaries-1"]),  # a part, where there is nothing else
        ("?level=county", []),
        ("?metric=beneficiaries&parts=1", ["tianjin-huangnan-beneficiaries-1"]),
        ("?span=since&to=2024", ["tianjin-huangnan-funds-1", "zhejiang-haixi-funds-1", "zhejiang-haixi-funds-2"]),
        ("?span=year", []),
    ],
)
def test_a_selection_holds_these_figures(search: str, ids: list[str], small: Catalog) -> None:
    assert [row.figure for row in select(resolve(parse(search), small), small)] == ids


def test_parts_and_what_is_narrower_are_shown_when_asked_for(catalog: Catalog) -> None:
    usual, everything = (select(resolve(parse(f"?metric=funds{more}"), catalog), catalog) for more in ("", "&parts=1"))
    assert {row.extent for row in usual} == {"whole"}
    assert all(row.category for row in usual if row.label_zh)  # words are those of a category
    assert len(everything) == (catalog.frame["metric"] == "funds").sum() > len(usual) > 5
    assert {row.extent for row in everything} == {"whole", "part", "wider"}


def test_what_is_unknown_of_a_category_or_a_figure_changes_nothing(small: Catalog) -> None:
    resolved = resolve(parse("?category=roads&like=nobody"), small)
    assert (resolved.category, resolved.like) == ("", "")
    assert len(select(resolved, small)) == len(select(resolve(parse(""), small), small)) > 0


def test_the_programme_of_older_addresses_selects_those_that_it_became(catalog: Catalog) -> None:
    today, older = (resolve(parse(f"?programme={names}"), catalog) for names in ("tibet~xinjiang~qinghai", "paired-assistance"))
    assert older.pairings == today.pairings
    assert {one.programme for one in older.pairings} == {"tibet", "xinjiang", "qinghai"}
    assert older.problems == ()


def test_a_level_selects_its_pairings(catalog: Catalog) -> None:
    chosen = resolve(parse("?level=county~province"), catalog).pairings
    assert [one.id for one in chosen] == [name for name, one in catalog.pairings.items() if one.level in ("county", "province")] != []


def test_where_no_start_is_known_nothing_is_since_the_start(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "curated")
    for file in (tmp_path / "curated").glob("*-*.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("since: 2010\n", ""), encoding="utf-8")
    without = load(tmp_path / "curated")
    open_start = ["zhejiang-haixi-funds-3"]
    assert [row.figure for row in select(resolve(parse("?span=since"), without), without)] == open_start


@pytest.mark.parametrize("asked", ["", "&from=2016", "&to=2020", "&span=year", "&span=2016-2020"])
def test_what_was_not_found_stays_whatever_the_years(asked: str, tmp_path: Path) -> None:
    file = Path(shutil.copytree(SMALL, tmp_path / "curated")) / "zhejiang-haixi.yaml"
    entry = "\n  beneficiaries:\n    - id: beneficiaries-1\n      status: not-found\n      searched: 2026-11-22\n"
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    searched = load(file.parent)
    figures = select(resolve(parse(f"?metric=beneficiaries&pair=zhejiang-haixi{asked}"), searched), searched)
    assert [row.figure for row in figures] == ["zhejiang-haixi-beneficiaries-1"]


@pytest.mark.parametrize("search", ["", "?parts=1", "?metric=personnel&parts=1", "?from=2020&to=2024&span=since", "?pair=zhejiang-haixi"])
def test_selecting_leaves_the_catalog_as_it_was(search: str, catalog: Catalog) -> None:
    before = catalog.frame.copy(deep=True)
    selected = select(resolve(parse(search), catalog), catalog)
    assert len(selected) > 0
    selected.clear()
    assert select(resolve(parse(search), catalog), catalog) != []
    pd.testing.assert_frame_equal(catalog.frame, before)
