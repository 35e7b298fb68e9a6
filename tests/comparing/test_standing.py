"""Which figure stands for a pairing, and which figures share an axis."""

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.differences import RULES
from metrics.comparing.standing import CLASSES, RULE, classes, panels, standing

from ..conftest import figures, over

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
        assert list(standing(figures(*order))["stated"]) == ["winner"]


@pytest.mark.parametrize(
    ("strong", "weak"),
    [
        (over("2011-01-01", "2024-09-30"), over("2010-01-01", "2024-08-31")),  # a later end beats a longer period
        (over("2010-01-01", "2024-08-31"), over("2011-01-01", "2024-08-31") | {"preferred": True}),  # a longer period beats the choice
        ({"preferred": True, "tier": "C"}, {"tier": "A"}),  # the choice beats the source
    ],
)
def test_the_rule_is_followed_in_its_order(strong: Row, weak: Row) -> None:
    assert list(standing(figures(USUAL | weak, USUAL | strong)).index) == [1]


def test_where_nothing_tells_two_figures_apart_the_first_of_the_file_stands() -> None:
    assert list(standing(figures(USUAL, USUAL)).index) == [0]


def test_the_rule_that_readers_are_told_is_the_one_that_is_tested() -> None:
    steps = ("done before planned", "the latest end", "the longest period", "the curators' choice", "the best source")
    assert [RULE.en.count(step) for step in steps] == [1, 1, 1, 1, 1]
    assert sorted(steps, key=RULE.en.index) == list(steps)


def test_every_pairing_has_its_figure_in_the_order_of_the_frame() -> None:
    frame = figures(USUAL | {"pairing": "zhejiang-haixi"}, USUAL, USUAL | {"pairing": "zhejiang-haixi", "tier": "A"}, USUAL | {"tier": "C"})
    assert list(standing(frame).index) == [2, 1]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"extent": "whole"}, "headline"),
        ({"extent": "whole", "label_zh": "县域连通工程"}, "narrower"),
        ({"extent": "part"}, "part"),
        ({"extent": "part", "label_zh": "县域连通工程"}, "part"),
        ({"extent": "wider"}, "wider"),
        ({"extent": "wider", "label_zh": "县域连通工程"}, "wider"),
    ],
)
def test_a_figure_is_of_one_class(row: Row, expected: str) -> None:
    assert list(classes(figures(row))) == [expected]


@pytest.mark.parametrize("row", [{"unit": "USD"}, {"kind": "level"}, {"extent": "part"}, {"extent": "wider"}])
def test_figures_of_another_unit_kind_or_class_share_no_axis(row: Row) -> None:
    assert len(panels(figures(USUAL, USUAL))) == 1
    assert [len(panel.figures) for panel in panels(figures(USUAL, USUAL | row))] == [1, 1]


def test_people_and_person_times_share_no_axis() -> None:
    shown = panels(figures(USUAL | {"unit": "person"}, USUAL | {"unit": "person-time"}))
    assert [panel.unit for panel in shown] == ["person", "person-time"]


def test_a_headline_panel_has_one_figure_a_pairing_and_keeps_the_others() -> None:
    (panel,) = panels(figures(USUAL, USUAL | {"tier": "A"}))
    assert (list(panel.standing.index), list(panel.figures.index)) == ([1], [0, 1])


@pytest.mark.parametrize("row", [{"extent": "part"}, {"extent": "wider"}, {"label_zh": "县域连通工程"}])
def test_in_other_panels_every_figure_stands_for_itself(row: Row) -> None:
    (panel,) = panels(figures(USUAL | row, USUAL | row))
    assert list(panel.standing.index) == [0, 1]


def test_what_reports_no_figure_is_on_no_axis() -> None:
    assert panels(figures(USUAL | {"status": "not-found", "unit": ""})) == []
    assert panels(figures()) == []


def test_headlines_come_first_and_the_fullest_first_among_them() -> None:
    frame = figures(
        {"extent": "wider"},
        {"extent": "part"},
        {"label_zh": "县域连通工程"},
        {"unit": "person"},
        {"unit": "count"},
        {"unit": "count"},
        {"unit": "household"},
        {"unit": "household", "pairing": "zhejiang-haixi"},
    )
    headlines = [("headline", "household"), ("headline", "count"), ("headline", "person")]
    assert [(panel.group, panel.unit) for panel in panels(frame)] == [*headlines, ("narrower", "CNY"), ("part", "CNY"), ("wider", "CNY")]


def test_the_panels_of_a_metric_hold_each_of_its_figures_once(catalog: Catalog) -> None:
    for metric in catalog.metrics:
        frame = catalog.rows(metric, tuple(catalog.pairings))
        shown = panels(frame)
        held = [row for panel in shown for row in panel.figures.index]
        assert sorted(held) == sorted(frame.index[frame["status"] == "reported"])
        assert all(panel.group in CLASSES and len(panel.standing) > 0 for panel in shown)
        for panel in shown:
            assert panel.group != "headline" or panel.standing["pairing"].is_unique


def test_no_two_figures_on_one_axis_differ_so_that_they_must_stand_apart(catalog: Catalog) -> None:
    blocking = [rule for rule in RULES if rule.level == "block"]
    assert {rule.name for rule in blocking} >= {"units_differ", "kinds_differ", "extents_differ"}
    for metric in catalog.metrics:
        for panel in panels(catalog.rows(metric, tuple(catalog.pairings))):
            first, *others = panel.figures.itertuples()
            assert not [rule.name for rule in blocking for other in others if rule.differs(first, other)]
