"""Which figure stands for a pairing, and which figures share an axis."""

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.differences import RULES
from metrics.comparing.standing import RULE, is_charted, is_headline, panels, standing

from ..conftest import over, printed

USUAL: Row = over("2010-01-01", "2024-08-31") | {"basis": "spent", "tier": "B"}


@pytest.mark.parametrize(
    ("loser", "winner"),
    [
        (over("2010-01-01", "2026-12-31") | {"basis": "planned"}, {"basis": "agreed"}),  # done before planned, even if it ends earlier
        (over("2010-01-01", "2024-07-31"), {}),  # then the latest end
        (over("2010-01-01", None), {}),  # an end that is not stated is no late one
        (over("2011-01-01", "2024-08-31"), {}),  # then the longest period
        (over(None, "2024-08-31"), {}),  # a length that is not stated is no long one
        ({"tier": "A"}, {"preferred": True}),  # then the curators' choice
        ({}, {"tier": "A"}),  # then the best source
        ({"tier": "C"}, {}),
    ],
)
def test_one_figure_stands_for_a_pairing_by_the_rule(loser: Row, winner: Row) -> None:
    both = [USUAL | loser | {"stated": "loser"}, USUAL | winner | {"stated": "winner"}]
    for order in (both, both[::-1]):
        assert [row.stated for row in standing(printed(*order))] == ["winner"]


@pytest.mark.parametrize(
    ("strong", "weak"),
    [
        (over("2011-01-01", "2024-09-30"), over("2010-01-01", "2024-08-31")),  # a later end beats a longer period
        (over("2010-01-01", "2024-08-31"), over("2011-01-01", "2024-08-31") | {"preferred": True}),  # a longer period beats the choice
        ({"preferred": True, "tier": "C"}, {"tier": "A"}),  # the choice beats the source
    ],
)
def test_the_rule_is_followed_in_its_order(strong: Row, weak: Row) -> None:
    assert [row.Index for row in standing(printed(USUAL | weak, USUAL | strong))] == [1]


def test_where_nothing_tells_two_figures_apart_the_first_of_the_file_stands() -> None:
    assert [row.Index for row in standing(printed(USUAL, USUAL))] == [0]


def test_the_rule_that_readers_are_told_is_the_one_that_is_tested() -> None:
    steps = ("done before planned", "the latest end", "the longest period", "the curators' choice", "the best source")
    assert [RULE.en.count(step) for step in steps] == [1, 1, 1, 1, 1]
    assert sorted(steps, key=RULE.en.index) == list(steps)


def test_every_pairing_has_its_figure_in_the_order_of_the_rows() -> None:
    rows = printed(USUAL | {"pairing": "zhejiang-haixi"}, USUAL, USUAL | {"pairing": "zhejiang-haixi", "tier": "A"}, USUAL | {"tier": "C"})
    assert [row.Index for row in standing(rows)] == [2, 1]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, True),
        ({"category": "roads"}, True),
        ({"category": "roads", "label_zh": "乡村公路"}, True),
        ({"label_zh": "县域连通工程"}, False),  # one of a kind
        ({"extent": "part"}, False),
        ({"extent": "part", "category": "roads"}, False),
        ({"extent": "wider"}, False),
    ],
)
def test_what_others_may_speak_of_too_is_charted_and_the_rest_stands_in_tables(row: Row, expected: bool) -> None:
    assert [is_headline(one) for one in printed(row)] == [expected]
    assert len(panels(printed(row))) == expected
    assert [is_charted(one) for one in printed(row, row | {"status": "not-found"})] == [expected, False]


@pytest.mark.parametrize("row", [{"unit": "USD"}, {"kind": "level"}, {"category": "roads"}, {"level": "county"}])
def test_figures_of_another_unit_kind_category_or_level_share_no_axis(row: Row) -> None:
    assert len(panels(printed(USUAL, USUAL))) == 1
    assert [len(panel.figures) for panel in panels(printed(USUAL, USUAL | row))] == [1, 1]


def test_people_and_person_times_share_no_axis() -> None:
    shown = panels(printed(USUAL | {"unit": "person"}, USUAL | {"unit": "person-time"}))
    assert [panel.unit for panel in shown] == ["person", "person-time"]


def test_a_part_of_a_pairing_that_is_there_has_an_axis_of_its_own() -> None:
    part: Row = USUAL | {"pairing": "zhejiang-haixi", "within": "tianjin-qinghai tianjin-huangnan"}
    assert [(panel.held, [row.Index for row in panel.figures]) for panel in panels(printed(part, USUAL))] == [(False, [1]), (True, [0])]
    assert [(panel.held, [row.Index for row in panel.figures]) for panel in panels(printed(part, part))] == [(False, [0, 1])]
    inner: Row = part | {"pairing": "ningbo-haixi", "within": "tianjin-huangnan zhejiang-haixi"}
    assert [(panel.held, [row.Index for row in panel.figures]) for panel in panels(printed(USUAL, part, inner))] == [
        (False, [0]),
        (True, [1]),
        (True, [2]),
    ]


def test_a_part_of_another_level_stands_with_those_of_its_level() -> None:
    """Of counties some may be parts of a prefecture that is there: beside one another they count nothing twice."""
    county: Row = USUAL | {"level": "county"}
    rows = [USUAL, county | {"pairing": "a-b", "within": "tianjin-huangnan"}, county | {"pairing": "c-d"}]
    assert [(panel.level, panel.held, len(panel.standing)) for panel in panels(printed(*rows))] == [("county", False, 2), ("", False, 1)]


@pytest.mark.parametrize("row", [{}, {"category": "roads"}, {"category": "roads", "label_zh": "乡村公路"}])
def test_a_panel_has_one_figure_a_pairing_and_keeps_the_others(row: Row) -> None:
    (panel,) = panels(printed(USUAL | row, USUAL | row | {"tier": "A"}))
    assert ([row.Index for row in panel.standing], [row.Index for row in panel.figures]) == ([1], [0, 1])


def test_what_reports_no_figure_is_on_no_axis() -> None:
    assert panels(printed(USUAL | {"status": "not-found", "unit": ""})) == []
    assert panels(printed()) == []


def test_the_metric_as_such_comes_first_and_the_fullest_first_among_its_panels() -> None:
    roads: Row = {"category": "roads", "category_zh": "公路", "category_en": "roads"}
    rows = printed(
        roads | {"unit": "km"},
        roads | {"unit": "count"},
        roads | {"unit": "count", "pairing": "zhejiang-haixi"},
        {"unit": "person"},
        {"unit": "count"},
        {"unit": "count"},
        {"unit": "household"},
        {"unit": "household", "pairing": "zhejiang-haixi"},
    )
    shown = [(panel.category.en if panel.category else "", panel.unit) for panel in panels(rows)]
    assert shown == [("", "household"), ("", "count"), ("", "person"), ("roads", "count"), ("roads", "km")]


def test_the_panels_of_a_metric_hold_each_charted_figure_once(catalog: Catalog) -> None:
    for metric in catalog.metrics:
        rows = catalog.rows(metric, catalog.pairings)
        shown = panels(rows)
        held = [row.Index for panel in shown for row in panel.figures]
        assert sorted(held) == sorted(row.Index for row in rows if is_charted(row))
        assert all(len({row.pairing for row in panel.standing}) == len(panel.standing) > 0 for panel in shown)


def test_no_two_figures_on_one_axis_differ_so_that_they_must_stand_apart(catalog: Catalog) -> None:
    blocking = [rule for rule in RULES if rule.level == "block"]
    assert {rule.name for rule in blocking} >= {"units_differ", "kinds_differ", "extents_differ", "levels_differ", "one_holds_the_other"}
    for metric in catalog.metrics:
        for panel in panels(catalog.rows(metric, catalog.pairings)):
            first, *others = panel.figures
            assert not [rule.name for rule in blocking for other in others if rule.differs(first, other)]
            assert not panel.pairings.keys() & {holder for row in panel.standing for holder in row.within.split()}
