"""The search finds what has a name or a number, in any script, and nothing that is asked can hurt it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.finding.index import KINDS, index
from metrics.finding.search import MOST, search
from metrics.finding.spelling import folded, phrase, pinyin, short


@pytest.mark.parametrize(
    ("question", "kind", "name"),
    [
        ("567个", "figure", "tianjin-huangnan-projects-1"),  # a printed figure
        ("567", "figure", "tianjin-huangnan-projects-1"),
        ("18.51亿", "figure", "tianjin-huangnan-funds-1"),  # a part of one
        ("黄南", "pairing", "tianjin-huangnan"),  # a place, in fewer characters than its name has
        ("huangnan", "pairing", "tianjin-huangnan"),  # in either language, in small letters too
        ("haixi zhou", "pairing", "zhejiang-haixi"),  # in pinyin
        ("黃南", "pairing", "tianjin-huangnan"),  # in traditional characters
        ("援建项目", "metric", "projects"),
        ("工程", "metric", "projects"),  # an everyday word
        ("Money", "metric", "funds"),
        ("财政资金", "category", "funds fiscal"),
        ("指挥部", "report", "command-post-2024"),
        ("Zeku", "scope", "tianjin-huangnan-beneficiaries-1"),
        ("泽库 受益", "figure", "tianjin-huangnan-beneficiaries-1"),
        ("黄南 567", "figure", "tianjin-huangnan-projects-1"),  # every word must be found
        ("567个项目", "figure", "tianjin-huangnan-projects-1"),  # taken apart: printed nowhere in one piece
        ("567 projects", "figure", "tianjin-huangnan-projects-1"),
        ("谁帮助黄南？", "pairing", "tianjin-huangnan"),
        ("who helps Huangnan?", "pairing", "tianjin-huangnan"),
        ("天津援助黄南多少钱", "metric", "funds"),
    ],
)
def test_a_question_finds_the_thing(small: Catalog, question: str, kind: str, name: str) -> None:
    assert search(question, small).hits[kind][0] == name


@pytest.mark.parametrize("question", ["和田", "Hotan", "hetian", "he tian"])
def test_who_helps_a_place_is_found_however_it_is_typed(catalog: Catalog, question: str) -> None:
    helpers = {one.id for one in catalog.pairings.values() if "和田" in one.recipient.name.zh}
    assert len(helpers) > 2
    assert helpers <= set(search(question, catalog).hits["pairing"])


@pytest.mark.parametrize("question", ["喀什", "Kashi", "kashidiqu", "Kashgar"])
def test_an_english_name_is_not_the_only_one(catalog: Catalog, question: str) -> None:
    assert "shandong-kashgar" in search(question, catalog).hits["pairing"][:5]


@pytest.mark.parametrize(
    ("question", "metric"),
    [
        ("jobs", "employment"),
        ("doctors", "personnel"),
        ("cadre", "personnel"),
        ("扶贫车间", "employment"),
        ("money", "funds"),
        ("醫生", "personnel"),
    ],
)
def test_everyday_words_lead_to_a_metric(catalog: Catalog, question: str, metric: str) -> None:
    assert search(question, catalog).hits["metric"][0] == metric


@pytest.mark.parametrize("question", ["", "   ", "nothing-of-that-name", "%", "_", '"', "' OR xyz=xyz --", "title:xyz NOT", "who"])
def test_what_is_not_there_is_not_found(small: Catalog, question: str) -> None:
    assert search(question, small).hits == {}


def test_a_word_that_nothing_is_known_by_is_told(small: Catalog) -> None:
    found = search("黄南 nothing-of-that-name", small)
    assert (found.hits["pairing"], found.unknown) == (["tianjin-huangnan"], ("nothing-of-that-name",))


@given(st.text(max_size=40))
def test_no_question_breaks_it(small: Catalog, question: str) -> None:
    found = search(question, small).hits
    assert list(found) == [kind for kind in KINDS if kind in found]
    assert all(0 < len(hits) <= MOST for hits in found.values())


def test_the_dictionary_of_pinyin_is_put_away_and_found_again(small: Catalog) -> None:
    index.__wrapped__(small)
    assert [name for name in sys.modules if name.startswith("pypinyin")] == []
    pinyin.cache_clear()
    assert pinyin("重庆市").startswith("chongqingshi ")
    index.__wrapped__(small)
    assert [name for name in sys.modules if name.startswith("pypinyin")] == []


def test_ways_of_writing_one_thing_are_the_same() -> None:
    assert folded("ＨＯＴＡＮ 東西部協作") == "hotan 东西部协作"
    assert [short(name) for name in ("和田地区", "黄南藏族自治州", "湟源县", "西藏自治区")] == ["和田", "黄南", "湟源", "西藏"]
    assert pinyin("吕梁市") == "lvliangshi lv liang shi luliangshi"
    assert (phrase("567个"), phrase("kash", begins=True), phrase("…")) == ('"567 个"', '"kash"*', "")
