"""The links to sets of like with like, and where long views are cut: each with the way to everything."""

import pytest

from components.controls import category_options
from components.drawn import MOST_ROWS
from components.parts.finding import finding
from components.parts.table import MOST_ROWS as MOST_OF_TABLE
from components.parts.table import table
from components.view import view
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.selecting.answer import answer
from metrics.selecting.selection import Selection, parse

from ..frames import GANNAN, HAIXI, HUANGNAN, NAGQU, frame, holding, printed
from ..seen import bars, links, of_type, words

COUNT: Row = {"metric": "projects", "basis": "completed", "period": "2021/2023"}
ROWS: list[Row] = [
    HUANGNAN | COUNT | {"stated": "100个"},
    HAIXI | COUNT | {"stated": "200个"},
    GANNAN | COUNT | {"stated": "300个"},
    HUANGNAN | COUNT | {"stated": "400个", "period": "2010/2020"},
    NAGQU | COUNT | {"stated": "500个", "period": "2010/2020-06", "basis": "unstated"},
]


def chips(search: str, catalog: Catalog, *rows: Row) -> list[tuple[str, str, bool]]:
    """The words, the address and the mark of every link above the charts."""
    shown = view(f"?metric=projects&lang=en{search}", holding(catalog, frame(*(rows or ROWS))))["sets"]
    return [(words(one), one.href, getattr(one, "className", "") == "current") for one in of_type(shown, "Link")]


FIRST = "2021–2023 · completed · Qinghai · prefecture: 3 pairings"
SECOND = "2010–2020 · Qinghai · prefecture: 2 pairings"
EVERYTHING = "All 5, with care"


@pytest.mark.parametrize(
    ("search", "current"), [("", FIRST), ("&like=figure-2", FIRST), ("&like=figure-5", SECOND), ("&like=all", EVERYTHING)]
)
def test_a_set_is_a_link_and_the_shown_one_is_marked(catalog: Catalog, search: str, current: str) -> None:
    shown = chips(search, catalog)
    assert [text for text, _, _ in shown] == [FIRST, SECOND, EVERYTHING]
    assert [text for text, _, marked in shown if marked] == [current]


def test_each_link_leads_to_its_set(catalog: Catalog) -> None:
    for text, address, _ in chips("", catalog):
        assert [one for one, _, marked in chips(address.removeprefix("/?metric=projects").replace("&lang=en", ""), catalog) if marked] == [
            text
        ]


def test_where_nothing_compares_no_set_is_offered(catalog: Catalog) -> None:
    assert chips("", catalog, ROWS[0]) == []
    assert chips("", catalog, ROWS[0], ROWS[4]) == []
    assert view("?metric=nothing", catalog)["sets"] == []


@pytest.mark.parametrize(
    ("periods", "kind", "said"),
    [
        (("2023", "2023"), "total", "2023 · "),
        (("2022-03/2023-02", "2022-01/2022-12"), "total", "2022–2022/2023 · "),
        (("2020/2023", "2020-02/2024-03"), "total", "2020–2023/2024 · "),
        (("2023", "2024"), "level", "2023/2024 · "),
    ],
)
def test_a_set_is_named_by_its_time(catalog: Catalog, periods: tuple[str, str], kind: str, said: str) -> None:
    rows = [row | {"period": period, "kind": kind} for row, period in zip(ROWS, periods, strict=False)]
    assert chips("", catalog, *rows)[0][0].startswith(said)


def test_a_figure_that_nothing_compares_with_is_told(catalog: Catalog) -> None:
    held = holding(catalog, frame(*ROWS, HAIXI | COUNT | {"stated": "9个", "period": "../2015"}))
    seen = view("?metric=projects&lang=en&like=figure-6", held)
    assert words(seen["notice"]).startswith("Nothing compares with that figure; all figures are shown.")
    assert "figure-6" in [row.id for row in of_type(seen["table-html"], "Tr") if getattr(row, "id", None)]


def rows_of(shown: str) -> int:
    return len([row for row in of_type(shown, "Tr") if getattr(row, "id", None)])


@pytest.mark.parametrize(("rows", "cut"), [(MOST_OF_TABLE, False), (MOST_OF_TABLE + 1, True)])
def test_a_long_table_is_cut_with_the_way_to_all_of_it(rows: int, cut: bool) -> None:
    figures = printed(*[{"stated": "5个", "period": "2023"}] * rows)
    first = table(figures, Selection(lang="en"))
    assert rows_of(first) == MOST_OF_TABLE == 20
    ways = {words(link): link.href for link in of_type(first, "A") if link.href.startswith("/?")}
    assert ways == ({f"Show all {MOST_OF_TABLE + 1} rows": "/?show=all&lang=en"} if cut else {})
    everything = table(figures, Selection(lang="en", show="all"))
    assert rows_of(everything) == rows
    assert "Show all" not in words(everything)


@pytest.mark.parametrize("search", ["", "&like=all"])
@pytest.mark.parametrize(("pairings", "cut"), [(MOST_ROWS, False), (MOST_ROWS + 1, True)])
def test_a_long_panel_is_cut_with_the_way_to_all_of_it(catalog: Catalog, search: str, pairings: int, cut: bool) -> None:
    rows = [COUNT | {"pairing": name, "stated": "5个"} for name in list(catalog.pairings)[:pairings]]
    held = holding(catalog, frame(*rows))
    seen = view(f"?metric=projects&lang=en{search}", held)
    assert len(bars(seen["comparison-html"])) == MOST_ROWS == 15
    assert words(seen["more-rows"]) == ("The first 15 are shown. Show all 16 rows" if cut else "")
    for address in links(seen["more-rows"]).values():
        everything = view(address.removeprefix("/"), held)
        assert len(bars(everything["comparison-html"])) == pairings
        assert everything["more-rows"] == []


def test_the_categories_that_have_figures_can_be_chosen(catalog: Catalog) -> None:
    listed = catalog.metrics["projects"].categories
    one, other = list(listed)[:2]
    rows = [row | COUNT | {"stated": "5个"} for row in (HUANGNAN | {"category": other}, HAIXI | {"category": other}, GANNAN)]
    part: Row = COUNT | {"stated": "5个", "category": one, "extent": "part", "scope": "泽库县"}
    held = holding(catalog, frame(*rows, part))
    for search in ("", f"&category={other}"):
        found = answer(parse(f"?metric=projects&lang=en{search}"), held)
        assert category_options(found) == [{"value": other, "label": f"{listed[other].name.en} (2)"}]
    title = view(f"?metric=projects&lang=en&category={other}", held)["title"]
    assert title == f"{catalog.metrics['projects'].title.en}: {listed[other].name.en} · 2021–2023 · completed · Qinghai · prefecture"


def test_the_sentence_above_counts_those_without_a_figure_first(catalog: Catalog) -> None:
    held = holding(catalog, frame(ROWS[0], ROWS[1]))
    both, three = (
        finding(answer(parse(f"?metric=projects&lang=en&pair=tianjin-huangnan~zhejiang-haixi{more}"), held))
        for more in ("", "~tianjin-gannan")
    )
    assert both == "Of the 2 pairings compared here Zhejiang → Haixi has most: 200 (2021–2023)."
    assert three == f"1 of 3 pairings have no figure. {both}"
