"""What stands around the charts: every sentence in both languages, the notices, the table, the sentence above."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.parts.coverage_table import SIGNS
from components.parts.finding import claimed
from components.parts.table import by_part, table
from components.view import view
from components.wording.strings import T, t
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.catalog.third_reading import ASPECTS
from metrics.comparing.comparability import verdict_of
from metrics.comparing.rule import LEVELS
from metrics.comparing.standing import panels
from metrics.comparing.summary import Claim, summary
from metrics.figures.terms import TERMS
from metrics.finding.index import KINDS
from metrics.reckoning.methods import METHODS
from metrics.selecting.selection import CHOICES, MENDS, Selection
from metrics.words import LANGUAGES, Language
from serving.frame.described import ENCODINGS

from ..conftest import ROOT
from ..frames import GANNAN, HAIXI, HUANGNAN, frame, holding, printed
from ..seen import links, of_type, words

FAMILIES = {
    *(f"by_{name}" for name in METHODS),
    *(f"span_{name}" for name in CHOICES["span"]),
    *(f"flag_{name}" for name in SIGNS),
    *(f"found_{kind}" for kind in KINDS),
    *(f"data_{ending}" for ending in ENCODINGS),
    *(f"overview_{table}{part}" for table in ("sums", "years", "printed", "refused") for part in ("", "_head")),
    *(f"save_{kind}" for kind in ("png", "svg")),
    *(f"mark_{kind}" for kind in (*TERMS["qualifier"], "planned", "other")),
    *(f"col_{cell}" for cell in ("period", "basis", "residents", "source")),
    *(f"aspect_{name}" for name in (*ASPECTS, "figures")),
    *(f"order_{kind}" for kind in ("none", "value", "fixed")),
    *(f"finding_{claim}" for claim in get_args(Claim)),
    *(f"act_{action.replace('-', '_')}" for action in MENDS),
    *LEVELS,
}


def modules() -> Iterator[Path]:
    for folder in ("components", "serving"):
        yield from (file for file in sorted((ROOT / folder).rglob("*.py")) if file.name != "strings.py")
    yield ROOT / "app.py"


def used() -> set[str]:
    """Every text constant of the modules that speak to the reader, and what the templates ask for."""
    trees = (ast.parse(file.read_text("utf-8")) for file in modules())
    constants = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    templates = "".join(file.read_text("utf-8") for file in (ROOT / "serving" / "templates").glob("*.html"))
    asked = "".join(re.findall(r"\bt\(([^)]*)\)", templates))
    return constants | set(re.findall(r"\"([^\"]+)\"", asked))


def test_every_sentence_is_said_somewhere() -> None:
    assert set(T) - used() - FAMILIES == set()
    assert set(T) >= FAMILIES


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("key", T)
def test_a_sentence_says_the_same_in_both_languages(key: str) -> None:
    assert placeholders(T[key].zh) == placeholders(T[key].en)
    assert T[key].zh.strip()
    assert T[key].en.strip()
    assert all(placeholders(T[key].zh)), "a placeholder has a name"


def test_no_chinese_stands_in_english_but_the_name_of_the_language() -> None:
    assert [key for key, text in T.items() if re.search(r"[\u4e00-\u9fff]", text.en)] == ["language"]


def test_every_term_has_a_name_in_both_languages() -> None:
    assert all(text.zh and text.en for terms in TERMS.values() for text in terms.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_no_unfilled_placeholder(catalog: Catalog, language: Language) -> None:
    for search in (
        "?metric=trainees",
        "?metric=funds&by=real",
        "?metric=unknown&pair=nobody",
        "?view=coverage",
        "?metric=funds&parts=1&since=2030",
    ):
        said = "".join(words(value) for value in view(f"{search}&lang={language}", catalog).values())
        assert re.findall(r"\{\w*\}", said) == []


EXACT: Row = {"stated": "407个", "period": "2021/2023", "metric": "projects", "basis": "completed"}


def notice(catalog: Catalog, search: str, *rows: Row) -> list[str]:
    shown = view(search, holding(catalog, frame(*rows)) if rows else catalog)
    return [words(one) for one in [*shown["notice"], *shown["notes"]]]


@pytest.mark.parametrize(
    ("search", "said"),
    [
        (
            "?metric=funds&pair=zhejiang-haixi&since=2030&lang=en",
            ["No figure for Assistance funds in this selection. Widen to all years and pairings"],
        ),
        (
            "?metric=nothing&lang=en",
            ['metric "nothing" in this link is unknown and was skipped.', "Choose a metric and at least one pairing. Try: "],
        ),
        (
            "?pair=zhejiang-haixy&lang=zh",
            [
                "链接中的 pair“zhejiang-haixy”不存在，已略过。是不是“zhejiang-haixi”？",
                "打开最接近的视图",
                "请选择指标和至少一组结对关系。试试： ",
            ],
        ),
    ],
)
def test_an_empty_view_says_why_and_offers_a_way_out(catalog: Catalog, search: str, said: list[str]) -> None:
    shown = notice(catalog, search)
    assert [text.startswith(sentence) for text, sentence in zip(shown, said, strict=False)] == [True] * len(said)
    for address in links(view(search, catalog)["notice"]).values():
        assert view(address.removeprefix("/"), catalog)["table-html"]


def test_what_is_left_out_is_named_and_one_click_away(catalog: Catalog) -> None:
    rows = [EXACT, EXACT | {"extent": "part", "scope": "泽库县"}, EXACT | HAIXI | {"label_zh": "绿色项目"}]
    assert notice(catalog, "?metric=projects&pair=tianjin-huangnan~zhejiang-haixi&lang=en", *rows) == [
        "Haixi: no figure for the whole pairing.",
        "Show 2 more figures (counties, hospitals, whole provinces)",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", "1 条数据没有截止日期，列在表中，不画在时间轴上。"),
        ("en", "1 figures have no end date: they are in the table, not on the time axis."),
    ],
)
def test_a_figure_without_an_end_is_said_to_be_off_the_time_axis(catalog: Catalog, language: str, said: str) -> None:
    held = holding(catalog, frame(EXACT, EXACT | HAIXI | {"period": "2010/.."}))
    assert view(f"?metric=projects&lang={language}", held)["undated"] == said
    assert view(f"?metric=projects&lang={language}&pair=tianjin-huangnan", held)["undated"] == ""


COUNTED: Row = {
    "stated": "近2.5万人",
    "period": "../2024-08",
    "basis": "unstated",
    "scope": "泽库县",
    "scope_en": "Zeku County",
    "extent": "part",
    "publisher": "黄南报",
    "published": "2024-08-15",
    "tier": "B",
    "locator": "¶16",
    "url": "https://example.org/16",
}


@pytest.mark.parametrize(
    ("language", "cells"),
    [
        ("zh", ["天津市 → 黄南州", "近2.5万人", "<25,000人", "截至 2024.8", "口径未注明", "泽库县", "黄南报 2024-08-15 · B · ¶16"]),
        (
            "en",
            [
                "Tianjin → Huangnan",
                "近2.5万人",
                "<25,000 persons",
                "up to Aug 2024",
                "basis not stated",
                "Zeku County",
                "黄南报 2024-08-15 · B · ¶16",
            ],
        ),
    ],
)
def test_a_row_of_the_table_says_all_that_a_mark_does(language: Language, cells: list[str]) -> None:
    (row,) = [tr for tr in of_type(table(printed(COUNTED), Selection(lang=language)), "Tr") if getattr(tr, "id", None)]
    assert [words(cell) for cell in row.children] == cells
    assert row.id == "figure-1"
    outside, day = of_type(row, "A")[-2:]
    assert (outside.href, day.href.partition("?")[0]) == ("https://example.org/16", "/r/daily")


@pytest.mark.parametrize(
    ("stated", "read"),
    [("30多亿元", "3,000,000,000—4,000,000,000元"), ("18.51亿元", "1,851,000,000元"), ("约300人", "≈300人"), ("800余例", "800—900")],
)
def test_the_table_reads_every_digit(stated: str, read: str) -> None:
    assert read in [words(cell) for cell in of_type(table(printed({"stated": stated, "period": "2023"}), Selection()), "Td")]


def test_the_table_lists_every_figure_by_pairing_and_part(catalog: Catalog) -> None:
    rows = catalog.figures[::9]
    for language in LANGUAGES:
        everything = table(rows, Selection(lang=language, show="all"))
        assert [row.id for row in of_type(everything, "Tr") if getattr(row, "id", None)] == [row.figure for row in by_part(rows)]
    assert table([], Selection()) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cell_names_its_column_where_the_head_is_not_shown(language: Language) -> None:
    shown = table(printed(COUNTED), Selection(lang=language))
    heads = [words(head) for head in of_type(shown, "Th") if head.scope == "col"]
    assert [t("col_pairing", language), *(getattr(cell, "data-label") for cell in of_type(shown, "Td"))] == heads


def test_every_row_has_a_cell_under_every_head(catalog: Catalog) -> None:
    """What was searched in vain too, where the table has a column for the derivation."""
    vain = HAIXI | {"metric": "projects", "status": "not-found", "searched": "2026-11-22"}
    shown = view("?metric=projects&by=year&like=all", holding(catalog, frame(EXACT, vain)))["table-html"]
    heads = [head for head in of_type(shown, "Th") if head.scope == "col"]
    assert len(heads) == 8
    assert len(of_type(shown, "Td")) == 2 * (len(heads) - 1)


def said_above(language: Language, *rows: Row) -> str:
    shown = panels(printed(*rows))
    found = summary(shown, verdict_of(shown))
    return claimed(found, language) if found else ""


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([EXACT], "Tianjin → Huangnan: 407 (2021–2023)."),
        (
            [EXACT, EXACT | HAIXI | {"stated": "567个"}],
            "Of the 2 pairings compared here Zhejiang → Haixi has most: 567 (2021–2023).",
        ),
        (
            [EXACT, EXACT | HAIXI | {"stated": "超300个"}],
            "The figures of 2 pairings run from >300 (Zhejiang → Haixi) to 407 (Tianjin → Huangnan); their "
            "bounds overlap, so none can be called the largest.",
        ),
        (
            [EXACT, EXACT | HAIXI],
            "The figures of 2 pairings run from 407 (Tianjin → Huangnan) to 407 (Zhejiang → Haixi); their bounds "
            "overlap, so none can be called the largest.",
        ),
        (
            [EXACT, EXACT | HAIXI | {"stated": "567个", "basis": "planned"}],
            "The figures of 2 pairings run from 407 (Tianjin → Huangnan, 2021–2023) to 567 (Zhejiang → Haixi, 2021–2023); "
            "they are defined differently: do not rank.",
        ),
        ([EXACT | {"extent": "part", "scope": "泽库县"}], ""),
    ],
)
def test_the_sentence_above_says_no_more_than_the_verdict_allows(rows: list[Row], sentence: str) -> None:
    assert said_above("en", *rows) == sentence


AMOUNTS = st.sampled_from(["407个", "567个", "超400个", "近600个", "500余个", "约450个"])


@settings(max_examples=30)
@given(st.lists(AMOUNTS, min_size=2, max_size=3))
def test_a_pairing_has_most_only_where_no_other_can_have_as_much(stated: list[str]) -> None:
    rows = [one | EXACT | {"stated": text} for one, text in zip((HUANGNAN, HAIXI, GANNAN), stated, strict=False)]
    figures = frame(*rows)
    certain = [
        row.recipient_en
        for row in figures.itertuples()
        if all(other.high < row.low for other in figures.itertuples() if other.Index != row.Index)
    ]
    most = re.search(r"Of the \d pairings compared here \w+ → (\w+) has most", said_above("en", *rows))
    assert ([most.group(1)] if most else []) == certain
