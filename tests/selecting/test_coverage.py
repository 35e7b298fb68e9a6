"""The coverage matrix: every cell counts what its link shows, and flags the worst that is known of it."""

from typing import Any

import pytest

from components.parts.coverage_table import SIGNS, cell_link, coverage_table
from components.view import view
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.selecting.answer import answer
from metrics.selecting.coverage import Cell, coverage
from metrics.selecting.filtering import select
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import Selection, parse

from ..frames import HAIXI, frame, holding
from ..seen import bars, of_type, read, words

SURE: Row = {"stated": "18.51亿元", "period": "2010/2024-08", "basis": "spent"}
PART: Row = {"extent": "part", "scope": "泽库县", "period": "2010/2024-08"}


def cells(catalog: Catalog) -> list[Cell]:
    return [cell for line in coverage(catalog) for cell in line]


def only(catalog: Catalog, *rows: Row) -> Cell:
    """The cell of Tianjin–Huangnan's funds, where there are these figures alone."""
    of_funds = [one for one in cells(holding(catalog, frame(*rows))) if one.count]
    assert len(of_funds) == 1
    return of_funds[0]


def test_there_is_a_cell_for_every_pairing_and_metric(catalog: Catalog) -> None:
    named = [(cell.pairing, cell.metric) for cell in cells(catalog)]
    assert named == [(pairing, metric) for pairing in catalog.pairings for metric in catalog.metrics]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_cell_counts_the_rows_of_the_view_that_it_leads_to(few: Catalog, language: str) -> None:
    selection = Selection(lang=language)
    total = 0
    for cell in cells(few):
        if not cell.count:
            rows = few.rows(cell.metric, (cell.pairing,))
        else:
            wanted = parse(address(cell, selection).removeprefix("/"))
            assert wanted.language == language
            rows = select(resolve(wanted, few), few)
            assert {(row.metric, row.pairing) for row in rows} == {(cell.metric, cell.pairing)}
        told = sum(row.status == "reported" for row in rows)
        assert cell.count == (told or len(rows))
        total += told
    assert total == few.printed


def test_a_cell_names_the_latest_year_of_its_rows(few: Catalog) -> None:
    for cell in cells(few):
        rows = few.rows(cell.metric, (cell.pairing,))
        ends = [row.period_end.year for row in rows if row.status == "reported" and row.period_end is not None]
        assert cell.latest == max(ends, default=None)
    assert only(few, SURE, SURE | {"period": "2021"}).latest == 2024
    assert only(few, SURE | {"period": "2010/.."}).latest is None
    hole = only(few, SURE, {"status": "not-found", "searched": "2026-11-26", "period": "2025"})
    assert (hole.count, hole.latest, hole.flag) == (1, 2024, "sure")


@pytest.mark.parametrize(
    ("rows", "flag"),
    [
        ([SURE], "sure"),
        ([SURE | {"stated": "超18亿元"}], "noted"),
        ([SURE | {"stated": "30多亿元"}], "noted"),
        ([SURE | {"basis": "unstated"}], "noted"),
        ([SURE | {"period": "../2024-08"}], "noted"),
        ([SURE | {"period": "2010/.."}], "noted"),
        ([SURE | {"period": "unstated"}], "noted"),
        ([SURE, SURE | {"stated": "超15亿元", "period": "2010/2023"}], "sure"),  # the later one leads
        ([SURE | {"stated": "超15亿元"}, SURE | {"period": "2010/2023", "stated": "14亿元"}], "noted"),
        ([SURE, SURE | {"stated": "超30亿元", "period": "2025/2030", "basis": "planned"}], "sure"),  # a plan does not lead
        ([SURE | PART], "parts"),
        ([SURE | {"label_zh": "计划外资金"}], "parts"),
        ([SURE | {"extent": "wider", "scope": "青海省"}], "parts"),
        ([SURE, SURE | PART], "sure"),
        ([SURE | PART, {"status": "not-found", "searched": "2026-11-22"}], "parts"),
        ([SURE, SURE | {"stated": "17.9亿元"}], "conflict"),
        ([SURE | PART, SURE | PART | {"stated": "17.9亿元"}], "conflict"),
        ([SURE, SURE | {"stated": "17.9亿元"}, {"status": "not-found", "searched": "2026-11-22"}], "conflict"),
        ([{"status": "not-found", "searched": "2026-11-22"}], "not-found"),
        ([{"status": "not-applicable", "note": "没有这一项。"}], "not-applicable"),
        ([SURE | {"stated": "0元"}], "sure"),
    ],
)
def test_a_cell_flags_the_worst_that_is_known(small: Catalog, rows: list[Row], flag: str) -> None:
    assert only(small, *rows).flag == flag


def test_what_nobody_searched_is_blank_and_leads_nowhere(small: Catalog) -> None:
    blank = next(one for one in cells(holding(small, frame(SURE))) if one.pairing == "zhejiang-haixi" and one.metric == "funds")
    assert (blank.count, blank.latest, blank.flag) == (0, None, "not-searched")
    line, _ = rows_of(
        coverage_table(answer(Selection(view="coverage"), holding(small, frame(SURE, HAIXI | SURE | {"metric": "projects"}))))
    )
    assert [words(cell) for cell in of_type(line, "Td")] == ["1●", "", ""]


@pytest.mark.parametrize(
    ("row", "shown", "title"),
    [
        (SURE, "1●", "exact, with period and basis stated; latest 2024"),
        (SURE | {"stated": "近2亿元"}, "1◐", "with notes: bounded, or its period or basis not fully stated; latest 2024"),
        (SURE | PART, "1○", "parts or wider figures only; latest 2024"),
        ({"status": "not-found", "searched": "2026-11-22"}, "×", "searched, not found"),
        ({"status": "not-applicable", "note": "没有这一项。"}, "—", "not applicable"),
    ],
)
def test_a_cell_is_its_count_and_its_sign_and_says_its_year(small: Catalog, row: Row, shown: str, title: str) -> None:
    (link,) = read(str(cell_link(only(small, row), Selection(lang="en"))))
    assert (words(link), link.title, link.href) == (shown, title, "/?pair=tianjin-huangnan&parts=1&lang=en")


def address(cell: Cell, selection: Selection) -> str:
    """Where a cell leads, empty where it counts nothing."""
    return str(read(str(cell_link(cell, selection)))[0].href) if cell.count else ""


def rows_of(table: str) -> list[Any]:
    """The rows of pairings."""
    return [row for row in of_type(table, "Tr") if any(child.scope == "row" for child in of_type(row, "Th"))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_shows_every_cell_in_its_pairings_row_and_explains_every_sign(few: Catalog, language: str) -> None:
    selection = Selection(lang=language)
    table = coverage_table(answer(selection.with_(view="coverage"), few))
    body = rows_of(table)
    assert len(body) == len(few.pairings)
    shown = {part.href for row in body for part in of_type(row, "A") if not part.href.startswith("/p/")}
    assert shown == {address(cell, selection) for cell in cells(few)} - {""}
    for row in body:
        own, *links = of_type(row, "A")
        asked = [parse(link.href.removeprefix("/")) for link in links]
        assert {one.pair for one in asked} == {(own.href.removeprefix("/p/").partition("?")[0],)}
    key = of_type(table, "Ul")[1]
    assert [words(key).count(sign) for sign in SIGNS.values() if sign] == [1] * 6


def test_who_has_no_entry_is_named_below_its_programme(small: Catalog) -> None:
    table = coverage_table(answer(parse("?view=coverage&lang=en"), holding(small, frame(SURE))))
    assert "1 without any figure yet: Zhejiang → Haixi" in words(table)
    assert [words(row).partition("1")[0] for row in rows_of(table)] == ["Tianjin → Huangnan"]


def test_the_matrix_takes_the_place_of_the_charts(catalog: Catalog) -> None:
    seen = view("?view=coverage&lang=en", catalog)
    assert seen["results"] is True
    assert words(seen["coverage-html"]).startswith("What is known, and how well")
    known = catalog.frame["pairing"].nunique()
    lead = f"{len(catalog.pairings)} pairings registered, {known} with entries; {len(catalog.metrics)} metrics, {catalog.printed} figures"
    assert lead in words(seen["coverage-html"])
    assert view("?lang=en", catalog)["coverage-html"] == ""


def test_a_cell_leads_to_the_rows_that_it_counts(small: Catalog) -> None:
    held = holding(small, frame(SURE, SURE | PART, HAIXI | SURE))
    (cell,) = [one for one in cells(held) if one.pairing == "tianjin-huangnan" and one.count]
    seen = view(address(cell, Selection()).removeprefix("/"), held)
    assert [row.figure for row in bars(seen["comparison-html"])] == ["figure-1"]
    assert {row.id for row in of_type(seen["table-html"], "Tr") if getattr(row, "id", None)} == {"figure-1", "figure-2"}
