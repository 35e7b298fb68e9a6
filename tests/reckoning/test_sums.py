"""What may be added and what may be subtracted: nothing twice, nothing unlike, and every bound kept."""

from collections import Counter
from itertools import pairwise
from math import inf, isnan
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.parts.notices import sums as sums_in_words
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.figures.interval import Interval
from metrics.figures.terms import period_words
from metrics.reckoning.series import joined
from metrics.reckoning.sums import ALIKE, NAMES, Refusal, Sum, total
from metrics.selecting.answer import sums
from metrics.selecting.filtering import select
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import Selection
from metrics.words import Bilingual

from ..frames import HAIXI, printed
from ..seen import of_type, words

EXACT: Row = {"stated": "407个", "period": "2021", "metric": "projects"}


def test_disjoint_totals_are_added_with_their_bounds() -> None:
    figures = printed({"stated": "18.51亿元", "period": "2016/2020"}, {"stated": "14.93亿元", "period": "2021/2024"})
    assert total(figures) == Sum(Interval(3_343_000_000, 3_345_000_000), 3_344_000_000, ("figure-1", "figure-2"))


def test_neighbouring_days_do_not_overlap() -> None:
    figures = printed(EXACT | {"period": "2021-01-01/2021-06-30"}, EXACT | {"period": "2021-07-01/2021-12-31"})
    assert isinstance(total(figures), Sum)


def test_one_figure_is_its_own_sum() -> None:
    assert total(printed(EXACT)) == Sum(Interval(407, 407), 407, ("figure-1",))


@pytest.mark.parametrize(
    ("one", "other", "interval"),
    [
        ("超4亿元", "2亿元", Interval(550_000_000, inf)),
        ("近4亿元", "2亿元", Interval(-inf, 650_000_000)),
        ("超4亿元", "近2亿元", Interval()),
        ("30多亿元", "2亿元", Interval(3_150_000_000, 4_250_000_000)),
    ],
)
def test_a_bound_goes_into_the_sum(one: str, other: str, interval: Interval) -> None:
    answer = total(printed({"stated": one, "period": "2021"}, {"stated": other, "period": "2022"}))
    assert isinstance(answer, Sum)
    assert answer.interval == interval


@pytest.mark.parametrize(
    ("one", "other", "zh", "en"),
    [
        (
            {"stated": "18.51亿元", "period": "2010/2024-08"},
            {"stated": "14.93亿元", "period": "2021/2025"},
            "不能相加：18.51亿元（2010年—2024年8月）与14.93亿元（2021年—2025年）时段重叠。",
            "Not added: 18.51亿元 (2010 – Aug 2024) and 14.93亿元 (2021–2025) overlap.",
        ),
        (
            {"stated": "2亿元", "period": "2023"},
            {"stated": "2亿元", "period": "2023-12-31/2024"},  # one day in common
            "不能相加：2亿元（2023年）与2亿元（2023年12月31日—2024年）时段重叠。",
            "Not added: 2亿元 (2023) and 2亿元 (31 Dec 2023 – 2024) overlap.",
        ),
        (
            {"stated": "2亿元", "period": "2023"},
            {"stated": "3亿元", "period": "../2024"},
            "不能相加：3亿元的时段不全（截至2024年）。",
            "Not added: the period of 3亿元 is open (up to 2024).",
        ),
        (
            {"stated": "2亿元", "period": "2023"},
            {"stated": "3亿元", "period": "2024", "basis": "planned"},
            "不能相加：2亿元与3亿元口径不同（投入，计划）。",
            "Not added: 2亿元 and 3亿元 differ in bases (put in, planned).",
        ),
        (
            {"stated": "500人", "period": "2023"},
            {"stated": "700人次", "period": "2024"},
            "不能相加：500人与700人次单位不同（人，人次）。",
            "Not added: 500人 and 700人次 differ in units (persons, person-times).",
        ),
        (
            {"stated": "500人", "period": "2023"},
            {"stated": "700人", "period": "2024", "scope": "泽库县"},
            "不能相加：500人与700人范围不同（整体，泽库县）。",
            "Not added: 500人 and 700人 differ in scopes (the whole, 泽库县).",
        ),
        (
            {"stated": "500人", "period": "2023"},
            {"stated": "700人", "period": "2024", "label_zh": "医生"},
            "不能相加：500人与700人所计不同（整体，医生）。",
            "Not added: 500人 and 700人 differ in what is counted (the whole, 医生).",
        ),
    ],
)
def test_what_must_not_be_added_is_refused_with_both_figures_named(one: Row, other: Row, zh: str, en: str) -> None:
    for rows in ((one, other), (other, one)):
        answer = total(printed(*rows))
        assert isinstance(answer, Refusal)
        assert answer.why == Bilingual(zh, en)


@pytest.mark.parametrize(("kind", "zh", "en"), [("level", "时点存量", "stock at a date"), ("rate", "比率", "rate")])
def test_levels_and_rates_are_not_added(kind: str, zh: str, en: str) -> None:
    answer = total(printed(EXACT | {"kind": kind}, EXACT | {"period": "2022", "kind": kind}))
    assert isinstance(answer, Refusal)
    assert answer.why == Bilingual(f"不能相加：407个是{zh}，不是总量。", f"Not added: 407个 is a {en}, not a total.")


def test_every_column_that_parts_a_sum_has_its_words() -> None:
    assert set(ALIKE) == set(NAMES)


def test_the_overlap_that_is_named_is_one_that_there_is() -> None:
    """A long span first, a short one within it, a third after both: the first two overlap, the third with neither."""
    rows = [EXACT | {"period": "2010/2020"}, EXACT | {"period": "2021"}, EXACT | {"period": "2015"}]
    answer = total(printed(*rows))
    assert isinstance(answer, Refusal)
    assert answer.figures == ("figure-1", "figure-3")


YEAR = st.integers(2010, 2024)
BOUNDS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))


def bounded(period: str, low: int, true: int, high: int, *open_ends: bool) -> Row:
    """A figure of an amount that lies within its bounds; either side may be open."""
    below, above = (float("nan") if side else bound for side, bound in zip(open_ends, (low, high), strict=True))
    return {"period": period, "value": true, "low": below, "high": above, "unit": "count", "stated": ""}


AMOUNT = st.builds(
    lambda period, bounds, *ends: (sorted(bounds)[1], bounded(period, *sorted(bounds), *ends)),
    st.sampled_from(["2021", "2022", "2023", "2024-01/2024-06", "2024-07", "2021/2022", "2022/2023", "2021-12-31/2022"]),
    BOUNDS,
    st.booleans(),
    st.booleans(),
)


@given(st.lists(AMOUNT, min_size=1, max_size=5))
def test_a_sum_holds_the_true_sum_and_counts_no_day_twice(amounts: list[tuple[int, Row]]) -> None:
    figures = printed(*(row for _, row in amounts))
    days = Counter(day for row in figures for day in pd.date_range(row.period_start, row.period_end))
    answer = total(figures)
    if max(days.values()) > 1:
        assert isinstance(answer, Refusal)
        one, other = (next(row for row in figures if row.figure == figure) for figure in answer.figures)
        assert one.period_start <= other.period_end
        assert other.period_start <= one.period_end
        assert f"({period_words(one.period).en}) and" in answer.why.en
        assert f"({period_words(other.period).en}) overlap" in answer.why.en
    else:
        assert isinstance(answer, Sum)
        assert sum(true for true, _ in amounts) in answer.interval
        assert answer.value == sum(row.value for row in figures)
        assert sorted(answer.figures) == sorted(row.figure for row in figures)


@given(st.lists(st.tuples(YEAR, BOUNDS, st.booleans(), st.booleans()), min_size=2, max_size=6, unique_by=lambda one: one[0]))
def test_growth_holds_the_true_growth(steps: list[tuple[int, tuple[int, int, int], bool, bool]]) -> None:
    """Cumulative totals since 2000, whatever they really were within their bounds."""
    rows = [bounded(f"2000/{year}", *sorted(bounds), *ends) for year, bounds, *ends in steps]
    figures = printed(*rows)
    found = joined(figures).increments
    ends = sorted(year for year, *_ in steps)
    spanned = [(figures[one.earlier].period_end.year, figures[one.later].period_end.year) for one in found]
    assert spanned == list(pairwise(ends))
    for one in found:
        earlier, later = (int(figures[row].value) for row in (one.earlier, one.later))
        assert later - earlier in one.interval
        assert one.value == later - earlier
        assert (one.interval.high == inf) == (isnan(figures[one.later].high) or isnan(figures[one.earlier].low))


def test_growth_over_a_gap_is_known_where_no_line_is() -> None:
    found = joined(printed(EXACT | {"period": "2010/2016"}, EXACT | {"stated": "567个", "period": "2010/2024"})).increments
    assert [(one.value, one.interval) for one in found] == [(160, Interval(160, 160))]


@pytest.mark.parametrize(
    "more", [{"basis": "planned"}, {"period": "2011/2024"}, {"label_zh": "医生"}, {"scope": "泽库县"}, HAIXI, {"kind": "level"}]
)
def test_there_is_no_growth_between_unlike_totals(more: Row) -> None:
    assert joined(printed(EXACT | {"period": "2010/2023"}, EXACT | {"period": "2010/2024"} | more)).increments == ()


def in_words(figures: pd.DataFrame, language: str) -> list[Any]:
    return sums_in_words(tuple(sums(figures)), "zh" if language == "zh" else "en")


@pytest.mark.parametrize(
    ("rows", "zh", "en"),
    [
        (
            [{"stated": "超4亿元", "period": "2021"}, {"stated": "2亿元", "period": "2022"}],
            "黄南州 2: >5.5亿元",
            "Huangnan 2: >CN¥550 million",
        ),
        (
            [{"stated": "30多亿元", "period": "2021"}, {"stated": "20多亿元", "period": "2022"}],
            "黄南州 2: 50—70亿元",
            "Huangnan 2: CN¥5–CN¥7 billion",
        ),
        ([{"stated": "约5人", "period": "2021"}, {"stated": "2人", "period": "2022"}], "黄南州 2: ≈7人", "Huangnan 2: ≈7 persons"),
        ([{"stated": "5人", "period": "2021"}, {"stated": "2人", "period": "2022"}], "黄南州 2: 7人", "Huangnan 2: 7 persons"),
        (
            [{"stated": "5人", "period": "2021"}, {"stated": "2人", "period": "2021/2022"}],
            "黄南州 不能相加：5人（2021年）与2人（2021年—2022年）时段重叠。",
            "Huangnan Not added: 5人 (2021) and 2人 (2021–2022) overlap.",
        ),
    ],
)
def test_the_page_says_a_sum_as_certainly_as_it_is_known(rows: list[Row], zh: str, en: str) -> None:
    for language, sentence in (("zh", zh), ("en", en)):
        assert [words(item) for item in of_type(in_words(printed(*rows), language), "Li")] == [sentence]


def test_the_page_sums_whole_pairings_as_printed_alone(catalog: Catalog) -> None:
    figures = printed(EXACT, EXACT | {"period": "2022", "extent": "part", "scope": "泽库县"}, EXACT | HAIXI)
    assert in_words(figures, "en") == []
    shown = select(resolve(Selection(metric="funds", pair=("tianjin-huangnan",)), catalog), catalog)
    assert words(of_type(in_words(shown, "en"), "Li")[0]) == "Huangnan Not added: the period of 两千万元 is open (up to 2011)."
