"""Which figures a view shows: those that compare, unless a reader asked for some, or for all."""

from dataclasses import replace

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.entries.reference import References
from metrics.selecting.answer import Answer, answer
from metrics.selecting.selection import parse
from metrics.selecting.shown import MOST_SETS

from ..frames import GANNAN, HAIXI, HUANGNAN, NAGQU, frame, holding

COUNT: Row = {"metric": "projects", "basis": "completed", "period": "2021/2023"}
ROWS: list[Row] = [
    HUANGNAN | COUNT | {"stated": "100个"},
    HAIXI | COUNT | {"stated": "200个"},
    GANNAN | COUNT | {"stated": "300个"},
    HUANGNAN | COUNT | {"stated": "400个", "period": "2010/2020"},
    NAGQU | COUNT | {"stated": "500个", "period": "2010/2020"},
    HAIXI | COUNT | {"stated": "600个", "period": "../2015"},  # compares with nothing
    HAIXI | {"metric": "projects", "status": "not-found", "searched": "2026-11-22"},
]
LARGEST, SECOND = ["figure-1", "figure-2", "figure-3"], ["figure-4", "figure-5"]
ALL = [f"figure-{number}" for number in range(1, 8)]


def ask(search: str, catalog: Catalog, *rows: Row) -> Answer:
    return answer(parse(f"?metric=projects{search}"), holding(catalog, frame(*(rows or ROWS))))


@pytest.mark.parametrize(
    ("search", "figures"),
    [
        ("", LARGEST),
        ("&like=figure-1", LARGEST),
        ("&like=figure-4", SECOND),
        ("&like=figure-6", ALL),  # nothing compares with it
        ("&like=all", ALL),
        ("&parts=1", ALL),
        ("&pair=tianjin-huangnan~liaoning-nagqu", ["figure-1", "figure-4", "figure-5"]),
        ("&pair=tianjin-huangnan~liaoning-nagqu&like=figure-4", SECOND),
        ("&to=2020&like=figure-1", ["figure-4", "figure-5", "figure-6", "figure-7"]),  # it is not among them
        ("&to=2020", SECOND),
        ("&donor=liaoning", ["figure-5"]),
    ],
)
def test_a_view_shows_these_figures(catalog: Catalog, search: str, figures: list[str]) -> None:
    found = ask(search, catalog)
    assert sorted(row.figure for row in found.figures) == figures
    assert [row.figure for row in found.drawn] == [row.figure for row in found.figures]
    assert (found.chosen is None) == (figures not in (LARGEST, SECOND))


def test_an_answer_counts_what_it_was_cut_from_and_offers_the_other_sets(catalog: Catalog) -> None:
    found = ask("", catalog)
    assert (found.found, len(found.figures)) == (7, 3)
    assert [sorted(one.figures) for one in found.sets] == [LARGEST, SECOND]
    assert found.chosen == found.sets[0]
    assert found.verdict.level in ("clean", "note")


def test_a_view_offers_no_more_sets_than_can_be_read(catalog: Catalog) -> None:
    spans = [f"{year}/{year + 1}" for year in range(1990, 1990 + 3 * (MOST_SETS + 2), 3)]
    rows = [one | COUNT | {"stated": "5个", "period": period} for period in spans for one in (HUANGNAN, HAIXI)]
    assert len(ask("", catalog, *rows).sets) == MOST_SETS


def test_per_year_the_sets_are_those_of_the_derived_figures(catalog: Catalog) -> None:
    rows = [HUANGNAN | COUNT | {"stated": "100个"}, HAIXI | COUNT | {"stated": "700个", "period": "2010/2023"}]
    assert ask("", catalog, *rows).chosen is None
    chosen = ask("&by=year", catalog, *rows).chosen
    assert chosen is not None
    assert chosen.pairings == ("tianjin-huangnan", "zhejiang-haixi")


def test_where_nothing_is_charted_the_parts_are_shown(catalog: Catalog) -> None:
    part: Row = COUNT | {"stated": "5个", "extent": "part", "scope": "泽库县"}
    assert [row.figure for row in ask("", catalog, part).figures] == ["figure-1"]
    assert [row.figure for row in ask("", catalog, part, HAIXI | COUNT | {"stated": "6个"}).figures] == ["figure-2"]


def test_a_view_draws_one_category_at_a_time_and_counts_all(catalog: Catalog) -> None:
    one, other = list(catalog.metrics["projects"].categories)[:2]
    first, second = ({"category": name, "category_zh": name, "category_en": name} for name in (one, other))
    rows = [row | COUNT | {"stated": "5个"} for row in (HUANGNAN | second, HAIXI | second, GANNAN | first)]
    found = ask("&like=all", catalog, *rows)
    assert found.categories == {one: 1, other: 2}
    assert [panel.category.en for panel in found.panels if panel.category] == [other]
    assert [row.figure for row in ask(f"&category={one}", catalog, *rows).figures] == ["figure-3"]
    with_none = ask("&like=all", catalog, *rows, NAGQU | COUNT | {"stated": "7个"})
    assert (with_none.categories[""], [panel.category for panel in with_none.panels]) == (1, [None])


def offers(found: Answer) -> dict[str, str]:
    return {one.rule: one.action for one in found.verdict.reasons}


@pytest.mark.parametrize(
    ("periods", "search", "action"),
    [
        (("2021/2023", "2010/2023"), "", "per-year"),
        (("2021/2023", "2023-01/2023-03"), "", "per-year"),  # one is left
        (("2023-01/2023-06", "2023-04/2023-06"), "", ""),  # nothing is left
    ],
)
def test_per_year_is_offered_where_it_mends(catalog: Catalog, periods: tuple[str, str], search: str, action: str) -> None:
    rows = [one | COUNT | {"stated": "5个", "period": period} for one, period in zip((HUANGNAN, HAIXI), periods, strict=True)]
    offered = offers(ask(f"&like=all{search}", catalog, *rows))["lengths_differ"]
    assert offered == action


@pytest.mark.parametrize("search", ["", "&by=year"])
def test_per_resident_is_offered_where_residents_are_known(catalog: Catalog, search: str) -> None:
    rows = [HUANGNAN | COUNT | {"stated": "5个", "residents": 1e4}, HAIXI | COUNT | {"stated": "9个", "residents": 1e6}]
    assert offers(ask(search, catalog, *rows))["sizes_differ"] == "per-resident"
    assert offers(ask(search, replace(catalog, references=References()), *rows))["sizes_differ"] == ""
