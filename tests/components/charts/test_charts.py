"""No mark stands at a false place: every figure once, at its value, over its span, on its own axis, beside its own words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby, pairwise
from math import isnan
from typing import Any

import pandas as pd
import pytest

from components.charts.comparison import comparison
from components.charts.marks import style_of
from components.charts.timeline import FEWEST, timeline
from components.view import charts, view
from components.wording.captions import donor_and_recipient
from components.wording.numbers import figure_words
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.standing import Panel, panels
from metrics.reckoning.methods import METHODS
from metrics.selecting.answer import answer
from metrics.selecting.selection import parse
from metrics.words import Language

from ...frames import GANNAN, HAIXI, HUANGNAN, as_printed, frame, holding
from ...seen import marks, spans


@dataclass(frozen=True)
class Seen:
    """The figures that a view draws, those that have a place in time by panel, and both charts."""

    search: str
    language: Language
    figures: pd.DataFrame
    panels: list[Panel]
    timed: list[pd.DataFrame]
    comparison: dict[str, Any]
    timeline: dict[str, Any]

    @property
    def reported(self) -> pd.DataFrame:
        return self.figures[self.figures["status"] == "reported"]

    @property
    def dated(self) -> pd.DataFrame:
        return pd.concat([self.figures.iloc[:0], *self.timed])


def seen(search: str, catalog: Catalog) -> Seen:
    """What `view` draws, without the words around it, which cost more than both charts."""
    found = answer(parse(search), catalog)
    shown = charts(found)
    held = {row for panel in found.panels for row in panel.figures.index}
    figures = found.drawn[found.drawn.index.isin(held) | (found.drawn["status"] != "reported")]
    with_dates = [panel.figures[panel.figures["period_end"].notna()] for panel in found.panels if found.chosen is None]
    timed = [rows for rows in with_dates if len(rows) >= FEWEST]
    return Seen(search, found.asked.selection.language, figures, list(found.panels), timed, shown["comparison"], shown["timeline"])


def test_a_view_draws_these_charts(few: Catalog) -> None:
    for search in ("", "?metric=trainees&parts=1&order=value&lang=en", "?metric=projects&by=year", "?metric=sales&scale=log"):
        one, shown = seen(search, few), view(search, few)
        assert (one.comparison, one.timeline) == (shown["comparison"], shown["timeline"])


@pytest.fixture(scope="module")
def views(few: Catalog) -> list[Seen]:
    """Every metric with all its parts, and some of them otherwise: in English, derived, by value, few years, whole pairings."""
    searches = [f"?metric={metric}&parts=1" for metric in few.metrics]
    searches += [f"?metric={metric}&order=value&lang=en" for metric in ("funds", "investment", "projects")]
    searches += [f"?metric={metric}&parts=1&by={by}&lang=en" for metric in ("funds", "trainees") for by in METHODS]
    searches += ["?metric=projects&to=2016", "?metric=sales&scale=log", "?metric=agreements&parts=1&scale=log"]
    return [seen(search, few) for search in searches]


def number_of(trace: dict[str, Any]) -> int:
    return int(trace["xaxis"].removeprefix("x") or 1)


def of_axis(chart: dict[str, Any], number: int, **like: object) -> list[dict[str, Any]]:
    """The traces on one axis whose properties are these."""
    on_axis = [trace for trace in chart["data"] if number_of(trace) == number]
    return [trace for trace in on_axis if all(trace.get(name) == value for name, value in like.items())]


def rows_of(panels: list[Panel]) -> Iterator[tuple[int, Panel]]:
    return enumerate(panels, start=1)


def test_every_mark_is_a_figure_of_the_selection(views: list[Seen]) -> None:
    for one in views:
        ids = {mark.figure for chart in (one.comparison, one.timeline) for mark in marks(chart)}
        assert ids <= set(one.figures["figure"]), one.search


def test_every_figure_is_compared_once_at_its_value(views: list[Seen]) -> None:
    drawn = 0
    for one in views:
        found = marks(one.comparison)
        assert Counter(mark.figure for mark in found) == Counter(one.figures["figure"]), one.search
        values = dict(zip(one.reported["figure"], one.reported["value"], strict=True))
        assert {mark.figure: mark.x for mark in found if mark.figure in values} == values, one.search
        drawn += len(values)
    assert drawn > 100


def test_every_figure_with_an_end_is_on_the_timeline_once_at_its_value(views: list[Seen]) -> None:
    for one in views:
        found = marks(one.timeline)
        assert Counter(mark.figure for mark in found) == Counter(one.dated["figure"]), one.search
        assert {mark.figure: mark.y for mark in found} == dict(zip(one.dated["figure"], one.dated["value"], strict=True)), one.search


def test_every_mark_stands_on_the_axis_of_its_panel(views: list[Seen]) -> None:
    for one in views:
        for number, panel in rows_of(one.panels):
            ids = {figure for trace in of_axis(one.comparison, number) for figure in trace.get("customdata", [])}
            assert ids == set(panel.figures["figure"]), one.search
        for number, figures in enumerate(one.timed, start=1):
            ids = {figure for trace in of_axis(one.timeline, number) for figure in trace.get("customdata", [])}
            assert ids == set(figures["figure"]), one.search


def test_a_mark_stands_at_the_end_of_its_period_or_in_the_middle_of_its_year(views: list[Seen]) -> None:
    for one in views:
        rows = one.dated.set_index("figure")
        for mark in marks(one.timeline):
            row = rows.loc[mark.figure]
            year = (str(row["period_start"])[5:10], str(row["period_end"])[5:10]) == ("01-01", "12-31")
            single = year and row["period_start"].year == row["period_end"].year and row["kind"] == "total"
            expected = f"{row['period_end'].year}-07-01" if single else str(row["period_end"].date())
            assert mark.x == expected, mark


def test_what_is_bounded_both_ways_is_hatched_from_bound_to_bound(views: list[Seen]) -> None:
    hatched = 0
    for one in views:
        within = one.reported[(one.reported["qualifier"] == "within")]
        standing = pd.concat([panel.standing for panel in one.panels]) if one.panels else one.reported
        within = within[within.index.isin(standing.index)]
        found = spans(one.comparison)
        assert set(found) == set(within["figure"]), one.search
        for row in within.itertuples():
            assert found[row.figure] == (pytest.approx(row.low), pytest.approx(row.high))
        hatched += len(found)
    assert hatched > 5


def drawn_spans(chart: dict[str, Any], dash: str) -> Counter[tuple[str, str, float]]:
    """From when to when, and at what height, bars are drawn."""
    found: Counter[tuple[str, str, float]] = Counter()
    for trace in chart["data"]:
        if trace.get("opacity") and trace["line"]["dash"] == dash:
            points = zip(trace["x"], trace["y"], strict=True)
            bars = [list(bar) for gap, bar in groupby(points, key=lambda point: point[0] is None) if not gap]
            found.update((start, end, height) for (start, height), (end, _) in bars)
    return found


def test_a_bar_covers_the_span_of_its_figure(views: list[Seen]) -> None:
    for one in views:
        begun = one.dated[one.dated["period_start"].notna()]
        expected = Counter((str(row.period_start.date()), str(row.period_end.date()), row.value) for row in begun.itertuples())
        assert drawn_spans(one.timeline, "solid") == expected, one.search


def test_a_bar_without_a_beginning_is_dotted(views: list[Seen]) -> None:
    for one in views:
        open_ = one.dated[one.dated["period_start"].isna()]
        ends = Counter((end, height) for (_, end, height), count in drawn_spans(one.timeline, "dot").items() for _ in range(count))
        assert ends == Counter((str(row.period_end.date()), row.value) for row in open_.itertuples()), one.search


def test_whiskers_reach_from_bound_to_bound_where_both_are_known(views: list[Seen]) -> None:
    for one in views:
        rows = one.dated.set_index("figure")
        for trace in one.timeline["data"]:
            for place, figure in enumerate(trace.get("customdata", [])):
                row, whisker = rows.loc[figure], trace["error_y"]
                known = not (isnan(row["low"]) or isnan(row["high"]))
                assert whisker["array"][place] == (row["high"] - row["value"] if known else 0)
                assert whisker["arrayminus"][place] == (row["value"] - row["low"] if known else 0)


def test_only_what_is_exact_and_not_planned_is_filled(views: list[Seen]) -> None:
    hollow = "rgba(0,0,0,0)"
    for one in views:
        rows = one.reported.set_index("figure")
        for trace in one.timeline["data"]:
            for place, figure in enumerate(trace.get("customdata", [])):
                exact = rows.loc[figure, "qualifier"] == "exact" and rows.loc[figure, "basis"] != "planned"
                assert trace["marker"]["symbol"][place].endswith("-open") is not exact, figure
        for trace in one.comparison["data"]:
            if trace["type"] == "bar" and "base" not in trace:
                (figure,) = trace["customdata"]
                exact = rows.loc[figure, "qualifier"] == "exact" and rows.loc[figure, "basis"] != "planned"
                assert (trace["marker"]["color"] != hollow) is exact, figure


def test_every_mark_lies_within_its_axes(views: list[Seen]) -> None:
    for one in views:
        for chart, axis, place in ((one.comparison, "xaxis", "x"), (one.timeline, "yaxis", "y")):
            for trace in chart["data"]:
                low, high = chart["layout"][trace[f"{place}axis"].replace(place, axis)]["range"]
                log = chart["layout"][trace[f"{place}axis"].replace(place, axis)].get("type") == "log"
                if trace.get("customdata"):
                    ends = [trace["base"][0] + trace["x"][0]] if "base" in trace else [value for value in trace[place] if value is not None]
                    assert all((10**low if log else low) <= value <= (10**high if log else high) for value in ends), one.search
        for trace in one.timeline["data"]:
            first, last = one.timeline["layout"][trace["xaxis"].replace("x", "xaxis")]["range"]
            assert all(first <= day <= last for day in trace["x"] if trace.get("customdata")), one.search


def test_beside_every_bar_stand_its_own_pairing_and_its_own_number(views: list[Seen]) -> None:
    for one in views:
        notes = one.comparison["layout"]["annotations"]
        for number, panel in rows_of(one.panels):
            suffix = "" if number == 1 else str(number)
            on_axis = [note for note in notes if note["yref"] == f"y{suffix}"]
            bars = [trace for trace in of_axis(one.comparison, number, type="bar") if "base" not in trace]
            rows = panel.standing.set_index("figure")
            for bar in bars:
                place, row = int(bar["y"][0]), rows.loc[bar["customdata"][0]]
                texts = [note["text"] for note in on_axis if place <= note["y"] < place + 1]
                assert len(texts) == 2
                pairing, number = re.match(r"(.*?)(?:  |<br>)(<b>.*?</b>)", texts[0]).groups()
                assert pairing == escape(donor_and_recipient(row, one.language)), one.search
                assert number == f"<b>{escape(figure_words(row, one.language))}</b>"
                assert number in bar["hovertext"][0]
            assert [int(bar["y"][0]) for bar in bars] == list(range(len(panel.standing)))
            for trace in of_axis(one.comparison, number, mode="markers"):
                for figure, height in zip(trace.get("customdata", []), trace["y"], strict=False):
                    pairing = panel.figures.set_index("figure").loc[figure, "pairing"]
                    standing = next(bar for bar in bars if int(bar["y"][0]) == int(height))
                    assert rows.loc[standing["customdata"][0], "pairing"] == pairing


def test_a_line_leads_from_mark_to_mark_of_one_pairing(views: list[Seen]) -> None:
    joined = 0
    for one in views:
        pairing = dict(zip(one.figures["figure"], one.figures["pairing"], strict=True))
        for trace in one.timeline["data"]:
            if trace.get("meta") in ("annual", "cumulative", "level", "rate"):
                found = [
                    [mark.figure for mark in marks(one.timeline) if (mark.x, mark.y) == point]
                    for point in zip(trace["x"], trace["y"], strict=True)
                ]
                assert all(found), one.search
                assert set.intersection(*({pairing[figure] for figure in figures} for figures in found))
                assert all(int(later[:4]) - int(earlier[:4]) <= 1 for earlier, later in pairwise(trace["x"]))
                joined += 1
    assert joined >= 5


def growths(chart: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in chart["data"] if trace.get("meta") == "increment"]


def test_growth_is_drawn_where_totals_are_as_printed_and_nowhere_else(views: list[Seen], catalog: Catalog) -> None:
    printed = [("221个", "2010/2016-08-31"), ("394个", "2010/2024-04-30"), ("17个", "2023")]
    rows = [HAIXI | {"metric": "projects", "stated": stated, "period": period} for stated, period in printed]
    (growth,) = growths(view("?metric=projects", holding(catalog, frame(*rows)))["timeline"])
    assert growth["hovertext"][0] == "海西州<br>394个 − 221个 = 173"
    assert (growth["x"], growth["y"]) == (["2016-08-31", "2024-04-30"], [173, 173])
    assert not [one.search for one in views if growths(one.timeline) and "by=" in one.search]


def test_growth_from_a_bound_is_said_as_a_bound(catalog: Catalog) -> None:
    rows = [
        {"stated": "超4亿元", "period": "2010/2016"},
        {"stated": "18.51亿元", "period": "2010/2024"},
        {"stated": "2亿元", "period": "2020"},
    ]
    chart = view("", holding(catalog, frame(*rows)))["timeline"]
    (growth,) = growths(chart)
    assert growth["hovertext"][0] == "黄南州<br>18.51亿元 − 超4亿元 = &lt;14.515亿元"
    assert growths(view("?by=year", holding(catalog, frame(*rows)))["timeline"]) == []


def test_figures_of_charts_edit_no_frame(catalog: Catalog) -> None:
    before = catalog.frame.copy(deep=True)
    for metric in ("funds", "personnel", "twinnings"):
        drawn = as_printed(catalog.rows(metric, tuple(catalog.pairings)))
        shown = panels(drawn)
        copies = [(panel.figures.copy(deep=True), panel.standing.copy(deep=True)) for panel in shown]
        style = style_of(list(catalog.pairings), "zh")
        comparison(shown, drawn[drawn["status"] != "reported"], style)
        timeline(shown, style)
        view(f"?metric={metric}&parts=1&by=year&order=value", catalog)
        for panel, (figures, standing) in zip(shown, copies, strict=True):
            pd.testing.assert_frame_equal(panel.figures, figures)
            pd.testing.assert_frame_equal(panel.standing, standing)
    pd.testing.assert_frame_equal(catalog.frame, before)


EXACT: Row = {"stated": "407个", "period": "2021/2023", "metric": "projects", "basis": "completed"}


def test_by_value_the_largest_stands_first_and_every_bar_keeps_its_own(catalog: Catalog) -> None:
    figures = frame(HUANGNAN | EXACT, HAIXI | EXACT | {"stated": "971个"}, GANNAN | EXACT | {"stated": "567个"})
    shown = view("?metric=projects&order=value", holding(catalog, figures))
    bars = {trace["customdata"][0]: (trace["x"][0], trace["y"][0]) for trace in shown["comparison"]["data"] if trace["type"] == "bar"}
    assert bars == {"figure-2": (971, 0.56), "figure-3": (567, 1.56), "figure-1": (407, 2.56)}


def test_what_must_stand_apart_is_not_ranked(catalog: Catalog) -> None:
    figures = frame(HUANGNAN | EXACT, HAIXI | EXACT | {"stated": "971个"}, GANNAN | EXACT | {"stated": "5人"})
    shown = view("?metric=projects&order=value&lang=en&like=all", holding(catalog, figures))
    bars = [trace["customdata"][0] for trace in shown["comparison"]["data"] if trace["type"] == "bar"]
    assert bars == ["figure-1", "figure-2", "figure-3"]
    assert shown["order"][1]["disabled"] is True
    assert shown["order-why"] == "By value is off: these figures are not to stand together."


def test_a_second_report_is_a_second_mark_beside_the_one_that_stands(catalog: Catalog) -> None:
    figures = frame(EXACT, EXACT | {"stated": "390个", "tier": "C"})
    chart = view("?metric=projects", holding(catalog, figures))["comparison"]
    assert marks(chart) == [("figure-1", 407, 0.56), ("figure-2", 390, 0.56)]
