"""No mark stands at a false place: every figure once, at its value, over its span, on its own axis, beside its own words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import isnan
from typing import Any

import pandas as pd
import pytest

from components.charts.bars import largest_value, scale_of
from components.charts.comparison import circumstances, comparison
from components.charts.marks import style_of
from components.charts.spans import FADE, MONTHS
from components.charts.timeline import FEWEST, dated
from components.drawn import over_time
from components.view import view
from components.wording.captions import donor_and_recipient
from components.wording.numbers import figure_words, in_unit
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.standing import Panel
from metrics.reckoning.methods import METHODS
from metrics.selecting.answer import answer
from metrics.selecting.selection import parse
from metrics.words import Language

from ...frames import GANNAN, HAIXI, HUANGNAN, frame, framed, holding
from ...seen import bars, marks, panels_of


@dataclass(frozen=True)
class Seen:
    """What a view draws: the figures of its panels, those with a place in time by panel, and both charts."""

    search: str
    language: Language
    panels: tuple[Panel, ...]
    timed: list[list[Any]]
    comparison: str
    timeline: dict[str, Any]

    @property
    def figures(self) -> pd.DataFrame:
        return framed(row for panel in self.panels for row in panel.figures)

    @property
    def dated(self) -> pd.DataFrame:
        return framed(row for rows in self.timed for row in rows)


def seen(search: str, catalog: Catalog) -> Seen:
    """What `view` draws, with every row, without the words around it, which cost more than both charts."""
    found = answer(parse(search), catalog)
    style = style_of(found)
    timed = [dated(panel, style.apart) for panel in (found.panels if found.chosen is None else ())]
    drawn = over_time(found, style, every=True)["timeline"]
    long = [rows for rows in timed if len(rows) >= FEWEST]
    return Seen(search, style.language, found.panels, long, comparison(found.panels, found.unlike, style), drawn)


def test_a_view_draws_these_charts(few: Catalog) -> None:
    for search in ("", "?metric=trainees&parts=1&order=value&lang=en", "?metric=projects&by=year", "?metric=sales&scale=log"):
        one, shown = seen(search, few), view(search, few)
        assert (one.comparison, one.timeline) == (shown["comparison-html"], shown["timeline"])


@pytest.fixture(scope="module")
def views(few: Catalog) -> list[Seen]:
    """Every metric with all its figures, and some of them otherwise: in English, derived, by value, few years, one set."""
    searches = [f"?metric={metric}&like=all" for metric in few.metrics]
    searches += [f"?metric={metric}&order=value&lang=en" for metric in ("funds", "investment", "projects")]
    searches += [f"?metric={metric}&like=all&by={by}&lang=en" for metric in ("funds", "trainees") for by in METHODS]
    searches += ["?metric=projects&until=2016", "?metric=sales&scale=log&like=all", "?metric=agreements&like=all&scale=log"]
    return [seen(search, few) for search in searches]


def number_of(trace: dict[str, Any]) -> int:
    return int(trace["xaxis"].removeprefix("x") or 1)


def of_axis(chart: dict[str, Any], number: int, **like: object) -> list[dict[str, Any]]:
    """The traces on one axis whose properties are these."""
    on_axis = [trace for trace in chart["data"] if number_of(trace) == number]
    return [trace for trace in on_axis if all(trace.get(name) == value for name, value in like.items())]


def panels_drawn(one: Seen) -> Iterator[tuple[Panel, list[Any]]]:
    return zip(one.panels, panels_of(one.comparison), strict=True)


def test_every_figure_is_compared_once_at_its_value_in_its_panel(views: list[Seen]) -> None:
    drawn = 0
    for one in views:
        for panel, rows in panels_drawn(one):
            found = Counter([row.figure for row in rows] + [name for row in rows for name in row.others])
            assert found == Counter(row.figure for row in panel.figures), one.search
            values = {row.figure: row.value for row in rows} | {name: value for row in rows for name, value in row.others.items()}
            assert values == {row.figure: row.value for row in panel.figures}, one.search
            assert {row.figure for row in rows} == {row.figure for row in panel.standing}
            drawn += len(values)
    assert drawn > 100


def test_a_row_says_its_own_pairing_amount_and_circumstances(views: list[Seen]) -> None:
    for one in views:
        for panel, rows in panels_drawn(one):
            scale, standing = scale_of(largest_value(panel), panel.unit, one.language), {row.figure: row for row in panel.standing}
            for row in rows:
                figure = standing[row.figure]
                assert row.words["who"].startswith(donor_and_recipient(figure, one.language)), one.search
                amount = figure_words(figure, "zh") if one.language == "zh" else in_unit(figure, scale.unit_value, "en")
                assert row.words["amount"] == amount
                assert {name: row.words[name] for name in ("period", "basis", "recipient", "source")} == circumstances(figure, one.language)


def test_the_other_figures_under_a_bar_are_of_its_pairing(views: list[Seen]) -> None:
    for one in views:
        pairing = dict(zip(one.figures["figure"], one.figures["pairing"], strict=True))
        for row in bars(one.comparison):
            assert {pairing[name] for name in row.others} <= {pairing[row.figure]}, one.search


def at(place: str) -> float:
    """Where SVG says that something stands, of the whole width."""
    return float(place.removesuffix("%")) / 100


def one_of(parts: list[Any], name: str) -> Any:
    return next((part for part in parts if type(part).__name__ == name), None)


def test_a_bar_is_as_long_as_its_value_and_hatched_between_its_bounds(views: list[Seen]) -> None:
    hatched = 0
    for one in views:
        for panel, rows in panels_drawn(one):
            scale, standing = scale_of(largest_value(panel), panel.unit, one.language), {row.figure: row for row in panel.standing}
            for row in rows:
                rectangles = [part for part in row.parts if type(part).__name__ == "Rect"]
                assert at(rectangles[0].width) * scale.end == pytest.approx(row.value, abs=scale.end / 9999), one.search
                figure = standing[row.figure]
                within = figure.qualifier == "within"
                assert len(rectangles) == 1 + within, row
                if within:
                    low, high = at(rectangles[1].x), at(rectangles[1].x) + at(rectangles[1].width)
                    assert (low * scale.end, high * scale.end) == pytest.approx((figure.low, figure.high), abs=scale.end / 5000)
                    hatched += 1
    assert hatched > 5


def test_only_what_is_exact_and_not_planned_is_filled(views: list[Seen]) -> None:
    hollow = 0
    for one in views:
        figures = one.figures.set_index("figure")
        for row in bars(one.comparison):
            exact = figures.loc[row.figure, "qualifier"] == "exact" and figures.loc[row.figure, "basis"] != "planned"
            bar = next(part for part in row.parts if getattr(part, "className", "") == "bar")
            assert (bar.fill != "none") is exact, row
            assert ("stroke-dasharray" in vars(bar)) is (figures.loc[row.figure, "basis"] == "planned")
            hollow += not exact
        for trace in one.timeline["data"]:
            for place, figure in enumerate(trace.get("customdata", [])):
                exact = figures.loc[figure, "qualifier"] == "exact" and figures.loc[figure, "basis"] != "planned"
                assert trace["marker"]["symbol"][place].endswith("-open") is not exact, figure
    assert hollow > 10


def test_an_open_side_has_an_arrow_and_no_other_has(views: list[Seen]) -> None:
    for one in views:
        qualifier = dict(zip(one.figures["figure"], one.figures["qualifier"], strict=True))
        for row in bars(one.comparison):
            heads = [part for part in row.parts if type(part).__name__ == "Path" and getattr(part, "fill", "") == "currentColor"]
            assert len(heads) == (qualifier[row.figure] in ("over", "under", "about")), row


def test_every_bar_ends_within_its_axis_and_the_axis_has_three_ticks(views: list[Seen]) -> None:
    for one in views:
        for panel in one.panels:
            scale = scale_of(largest_value(panel), panel.unit, one.language)
            assert scale.end > largest_value(panel)
            assert len(scale.ticks) >= 3
            assert scale.texts[0] == "0"


def test_every_figure_with_an_end_is_on_the_timeline_once_at_its_value(views: list[Seen]) -> None:
    for one in views:
        found = marks(one.timeline)
        assert Counter(mark.figure for mark in found) == Counter(one.dated["figure"]), one.search
        assert {mark.figure: mark.y for mark in found} == dict(zip(one.dated["figure"], one.dated["value"], strict=True)), one.search


def test_a_mark_stands_at_the_end_of_its_period_or_in_the_middle_of_its_year(views: list[Seen]) -> None:
    for one in views:
        rows = one.dated.set_index("figure")
        for mark in marks(one.timeline):
            row = rows.loc[mark.figure]
            year = (str(row["period_start"])[5:10], str(row["period_end"])[5:10]) == ("01-01", "12-31")
            single = year and row["period_start"].year == row["period_end"].year and row["kind"] == "total"
            expected = f"{row['period_end'].year}-07-01" if single else str(row["period_end"].date())
            assert mark.x == expected, mark


def drawn_spans(chart: dict[str, Any], opacity: float) -> Counter[tuple[str, str, float]]:
    """From when to when, and at what height, bars of this strength are drawn."""
    found: Counter[tuple[str, str, float]] = Counter()
    for trace in chart["data"]:
        if trace.get("opacity") == opacity and trace["line"]["width"] == 4:
            points = zip(trace["x"], trace["y"], strict=True)
            bars = [list(bar) for gap, bar in groupby(points, key=lambda point: point[0] is None) if not gap]
            found.update((start, end, height) for (start, height), (end, _) in bars)
    return found


def test_a_bar_covers_the_span_of_its_figure_and_where_none_begins_it_fades(views: list[Seen]) -> None:
    faded = 0
    for one in views:
        begun, open_ = one.dated[one.dated["period_start"].notna()], one.dated[one.dated["period_start"].isna()]
        expected = Counter((str(row.period_start.date()), str(row.period_end.date()), row.value) for row in begun.itertuples())
        near = Counter(
            (str((row.period_end - pd.DateOffset(months=MONTHS)).date()), str(row.period_end.date()), row.value)
            for row in open_.itertuples()
        )
        assert drawn_spans(one.timeline, FADE[0]) == expected + near, one.search
        for step, opacity in enumerate(FADE[1:], start=1):
            ends = Counter((end, height) for (_, end, height), count in drawn_spans(one.timeline, opacity).items() for _ in range(count))
            days = [(str((row.period_end - pd.DateOffset(months=MONTHS * step)).date()), row.value) for row in open_.itertuples()]
            assert ends == Counter(days), one.search
        faded += len(open_)
    assert faded > 2


def test_whiskers_reach_from_bound_to_bound_where_both_are_known(views: list[Seen]) -> None:
    for one in views:
        rows = one.dated.set_index("figure")
        for trace in one.timeline["data"]:
            for place, figure in enumerate(trace.get("customdata", [])):
                row, whisker = rows.loc[figure], trace["error_y"]
                known = not (isnan(row["low"]) or isnan(row["high"]))
                assert whisker["array"][place] == (row["high"] - row["value"] if known else 0)
                assert whisker["arrayminus"][place] == (row["value"] - row["low"] if known else 0)


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


EXACT: Row = {"stated": "407个", "period": "2021/2023", "metric": "projects", "basis": "completed"}


def test_every_mark_over_time_lies_within_its_axes_on_that_of_its_panel(views: list[Seen]) -> None:
    for one in views:
        for number, figures in enumerate(one.timed, start=1):
            ids = {figure for trace in of_axis(one.timeline, number) for figure in trace.get("customdata", [])}
            assert ids == {row.figure for row in figures}, one.search
        for trace in one.timeline["data"]:
            axis = one.timeline["layout"][trace["yaxis"].replace("y", "yaxis")]
            low, high = (10**end for end in axis["range"]) if axis.get("type") == "log" else axis["range"]
            first, last = one.timeline["layout"][trace["xaxis"].replace("x", "xaxis")]["range"]
            if trace.get("customdata"):
                assert all(low <= value <= high for value in trace["y"] if value is not None), one.search
                assert all(first <= day <= last for day in trace["x"]), one.search


EXACT: Row = {"stated": "407个", "period": "2021/2023", "metric": "projects", "basis": "completed"}


@pytest.mark.parametrize(
    ("order", "figures"),
    [
        ("", ["figure-2", "figure-3", "figure-1"]),
        ("value", ["figure-2", "figure-3", "figure-1"]),
        ("fixed", ["figure-1", "figure-2", "figure-3"]),
    ],
)
def test_the_largest_stands_first_unless_a_fixed_order_is_asked_for(catalog: Catalog, order: str, figures: list[str]) -> None:
    held = holding(catalog, frame(HUANGNAN | EXACT, HAIXI | EXACT | {"stated": "971个"}, GANNAN | EXACT | {"stated": "567个"}))
    shown = view(f"?metric=projects&order={order}", held)
    assert [row.figure for row in bars(shown["comparison-html"])] == figures


def test_what_must_stand_apart_is_not_ranked(catalog: Catalog) -> None:
    figures = frame(HUANGNAN | EXACT, HAIXI | EXACT | {"stated": "971个"}, GANNAN | EXACT | {"stated": "5人"})
    shown = view("?metric=projects&order=value&lang=en&like=all", holding(catalog, figures))
    assert [row.figure for row in bars(shown["comparison-html"])] == ["figure-1", "figure-2", "figure-3"]
    assert [one["value"] for one in shown["order"] if one["disabled"]] == ["value"]
    assert shown["order-why"] == "Largest first is off: these figures do not compare without care."


def test_a_second_report_is_a_tick_under_the_bar_of_the_one_that_stands(catalog: Catalog) -> None:
    figures = frame(EXACT, EXACT | {"stated": "390个", "tier": "C"})
    (row,) = bars(view("?metric=projects", holding(catalog, figures))["comparison-html"])
    assert (row.figure, row.value, row.others) == ("figure-1", 407, {"figure-2": 390})


def test_cells_that_differ_from_most_are_marked_and_no_others(catalog: Catalog) -> None:
    figures = frame(
        HUANGNAN | EXACT, HAIXI | EXACT | {"period": "2021/2024"}, GANNAN | EXACT, HUANGNAN | EXACT | {"stated": "9个", "tier": "C"}
    )
    rows = bars(view("?metric=projects&like=all", holding(catalog, figures))["comparison-html"])
    assert {row.figure: row.odd for row in rows} == {"figure-1": [], "figure-2": ["period"], "figure-3": []}
