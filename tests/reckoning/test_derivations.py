"""Derived values in general: bounds that hold, sentences that recompute, nothing drawn that could not be had, nothing left out unnamed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from math import floor, inf, isnan, log10
from operator import mul, truediv
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.view import view
from components.wording.captions import derivation
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.entries.reference import References
from metrics.figures.terms import period_words
from metrics.figures.units import shown_per
from metrics.reckoning.derived import Missing, derive_rows, with_derived
from metrics.reckoning.methods import BASE_YEAR, METHODS
from metrics.selecting.answer import answer
from metrics.selecting.filtering import select
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import Selection, parse

from ..frames import HAIXI, ROUND, as_printed, frame, holding
from ..seen import bars, marks, of_type, words

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def known(catalog: Catalog) -> Catalog:
    """The real pairings, with round prices and censuses."""
    return replace(catalog, references=ROUND)


BOUNDS = st.integers(0, 10**12)
PRECISE = st.sampled_from([len("2021"), len("2021-08"), len("2021-08-15")])
DATES = st.dates(date(2018, 1, 1), date(2022, 12, 31))


@st.composite
def figures(draw: st.DrawFn) -> tuple[float, tuple[date, date], Row]:
    """A true number of a true span, and a figure whose bounds and period hold them: a bound may be open, an end a month or a year."""
    low, true, high = sorted(draw(st.tuples(BOUNDS, BOUNDS, BOUNDS)))
    start, end = sorted(draw(st.tuples(DATES, DATES)))
    bounds = {"low": float("nan") if draw(st.booleans()) else low, "high": float("nan") if draw(st.booleans()) else high}
    first, last = draw(st.tuples(PRECISE, PRECISE))
    if first == last == len("2021"):
        start, end = start.replace(month=1, day=1), end.replace(month=12, day=31)
    return true, (start, end), {"value": true, "unit": "CNY", "period": f"{str(start)[:first]}/{str(end)[:last]}", **bounds}


def days(start: date, end: date) -> list[date]:
    return [start + DAY * number for number in range((end - start).days + 1)]


def length_of_year(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def by_day(by: str, start: date, end: date) -> float:
    """What one yuan of a span becomes, day by day."""
    covered = days(start, end)
    if by == "year":
        return 1 / sum(1 / length_of_year(day.year) for day in covered)
    if by == "resident-year":
        return by_day("year", start, end) * by_day("resident", start, end)
    if by == "resident":
        return 1 / (250_000 if covered[-1] - date(2010, 11, 1) < date(2020, 11, 1) - covered[-1] else 200_000)
    levels = {2018: 1 / (1.02 * 1.05), 2019: 1 / 1.05, 2020: 1.0, 2021: 1.1, 2022: 1.1 * 1.2}
    return sum(1 / levels[day.year] for day in covered) / len(covered)


@pytest.mark.parametrize("by", METHODS)
@settings(max_examples=25)
@given(some=st.lists(figures(), min_size=4, max_size=8))
def test_derived_bounds_hold_whatever_the_printed_bounds_hold(
    known: Catalog, by: str, some: list[tuple[float, tuple[date, date], Row]]
) -> None:
    drawn, missing = derive_rows(as_printed(frame(*(row for _, _, row in some))), by, known)
    assert len(drawn) == len(some) - len(missing)
    for found in drawn:
        true, span, row = some[found.Index]
        low = -inf if isnan(found.low) else found.low
        high = inf if isnan(found.high) else found.high
        derived = true * by_day(by, *span)
        assert low <= derived * (1 + 1e-9)
        assert derived * (1 - 1e-9) <= high
        assert found.value == pytest.approx(true * by_day(by, found.period_start, found.period_end))
        assert (isnan(found.low), isnan(found.high)) == (isnan(row["low"]), isnan(row["high"]))  # type: ignore[arg-type]


SCALES = {"": 1, "万": 1e4, "亿": 1e8, "million": 1e6, "billion": 1e9}
# The first number and its scale; between two bounds the scale stands once, behind the second.
RESULT = re.compile(r"(?:CN¥)?([\d,.]+)(?:[—–](?:CN¥)?[\d,.]+)? ?(万|亿|million|billion)?")


Derived = tuple[list[Any], Sequence[Any], list[Missing]]


@pytest.fixture(scope="module")
def derived_views(few: Catalog) -> list[Derived]:
    """The figures of every metric as printed, those that each method derives from them, and those that it cannot."""
    printed = [select(resolve(Selection(metric=metric, parts="1"), few), few) for metric in few.metrics]
    return [(figures, *derive_rows(figures, by, few)) for figures in printed for by in METHODS]


def printed(text: str) -> tuple[float, float]:
    """The first number of a result, and half of its third digit: what three digits leave open."""
    digits, scale = RESULT.search(text).groups()  # type: ignore[union-attr]
    number = float(digits.replace(",", "")) * SCALES[scale or ""]
    return number, number and 10 ** (floor(log10(number)) - 2) / 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_derivation_recomputes_to_the_drawn_value(derived_views: list[Derived], language: str) -> None:
    checked = 0
    for before_it, drawn, _ in derived_views:
        printed_row = {row.Index: row for row in before_it}
        for row in (row for row in drawn if row.status == "reported"):
            before = printed_row[row.Index]
            stated, result = derivation(row, language).split(" = ")  # type: ignore[arg-type]
            steps = re.findall(r" ([÷×]) ([\d,.]+)", stated)
            number, half = (part / shown_per(row.unit) for part in printed(result))  # type: ignore[arg-type]
            shown, of = (row.low, before.low) if row.qualifier == "within" else (row.value, before.value)
            factors = [float(digits.replace(",", "")) for _, digits in steps]
            again = reduce(truediv if steps[0][0] == "÷" else mul, factors, of)
            assert abs(shown - number) <= half * 1.0001, row.figure
            assert abs(again - number) <= half * 2 or row.low <= again <= row.high, row.figure  # bounds allow for the days of a year
            assert stated.startswith(before.stated + " ")
            checked += 1
    assert checked > 300


def test_every_figure_is_derived_or_named(derived_views: list[Derived]) -> None:
    whole = 0
    for figures, drawn, missing in derived_views:
        left = {one.figure for one in missing}
        assert [row.figure for row in drawn] == [row.figure for row in figures if row.figure not in left]
        assert left <= {row.figure for row in figures}
        whole += len(left)
    assert whole > 100


def test_nothing_is_drawn_that_could_not_be_derived(few: Catalog) -> None:
    """What is drawn stands at the derived value, and the file has it in columns of its own, beside what is printed."""
    for search in [f"?metric={metric}&parts=1&by={by}" for metric in ("funds", "trainees", "twinnings") for by in METHODS]:
        resolved = resolve(parse(search), few)
        figures = select(resolved, few)
        drawn, _ = derive_rows(figures, resolved.selection.by, few)
        values = {row.figure: row.value for row in drawn}
        numbers = {figure: value for figure, value in values.items() if not isnan(value)}
        seen = view(search, few)
        charted = {row.figure for panel in answer(parse(search), few).panels for row in panel.figures}
        shown = {
            name: value
            for row in bars(view(f"{search}&show=all", few)["comparison-html"])
            for name, value in {row.figure: row.value, **row.others}.items()
        }
        assert shown == {figure: number for figure, number in numbers.items() if figure in charted}
        assert {mark.figure for mark in marks(seen["timeline"])} <= set(numbers)
        assert all(mark.y == numbers[mark.figure] for mark in marks(seen["timeline"]))
        file = with_derived(few.frame.loc[[row.Index for row in drawn]], drawn).set_index("figure")
        assert dict(file["derived_value"].dropna()) == numbers
        assert dict(file["value"].dropna()).items() <= {row.figure: row.value for row in figures}.items()
        for name in ("low", "high"):
            known = {row.figure: getattr(row, name) for row in drawn}
            assert dict(file[f"derived_{name}"].dropna()) == {figure: bound for figure, bound in known.items() if not isnan(bound)}
        assert dict(file["derived_unit"][file["derived_unit"] != ""]) == {one.figure: one.unit for one in drawn if one.figure in numbers}


def test_a_file_of_printed_figures_has_empty_derived_columns() -> None:
    file = with_derived(frame({"stated": "18.51亿元"}), ())
    assert file[["derived_value", "derived_low", "derived_high"]].isna().all(axis=None)
    assert (file[["derived_unit", "derivation", "derived_from"]] == "").all(axis=None)


def control(seen: dict[str, object], by: str) -> dict[str, object]:
    return next(option for option in seen["by"] if option["value"] == by)  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize(
    ("by", "more", "zh", "en"),
    [
        (
            "resident",
            {},
            "“受援地人均”不能用：没有黄南藏族自治州的人口数。",
            "Per resident is off: no population for Huangnan.",
        ),
        ("real", {}, "“2020 年不变价”不能用：没有 2020 年的价格指数。", "In constant 2020 prices is off: no price index for 2020."),
        (
            "year",
            {"period": "../2024"},
            "“年均”不能用：时段不全（截至2024年）。",
            "Average per year is off: its period is open (up to 2024).",
        ),
        (
            "year",
            {"period": "2024-07-19"},
            "“年均”不能用：时段不足一年（2024年7月19日）。",
            "Average per year is off: its period is shorter than a year (19 Jul 2024).",
        ),
    ],
)
def test_a_control_that_lacks_its_input_is_off_and_says_which(catalog: Catalog, by: str, more: Row, zh: str, en: str) -> None:
    without = replace(holding(catalog, frame({"stated": "18.51亿元", "period": "2019"} | more)), references=References())
    for language, sentence in (("zh", zh), ("en", en)):
        seen = view(f"?lang={language}", without)
        assert control(seen, by)["disabled"] is True
        assert sentence in words(seen["by-why"])
        assert view(f"?lang={language}&by={by}", without)["comparison-html"] == ""


def test_a_control_is_off_though_something_was_searched_and_not_found(catalog: Catalog) -> None:
    figures = frame({"stated": "18.51亿元", "period": "../2024"}, HAIXI | {"status": "not-found", "searched": "2026-11-22"})
    assert control(view("", holding(catalog, figures)), "year")["disabled"] is True


def test_a_control_is_on_where_one_figure_has_what_it_needs(known: Catalog) -> None:
    figures = frame({"stated": "18.51亿元", "period": "2021"}, HAIXI | {"stated": "3亿元", "period": "../2021"})
    seen = view("?lang=en&by=year", holding(known, figures))
    assert control(seen, "year")["disabled"] is False
    said = words([seen["notice"], seen["notes"]])
    assert "1 of 2 figures cannot be derived and are not drawn:" in said
    assert "its period is open (up to 2021): Haixi" in said
    assert [row.figure for row in bars(seen["comparison-html"])] == ["figure-1"]


def test_a_derivation_leads_to_the_figure_that_it_used(known: Catalog) -> None:
    seen = view("?by=resident&lang=en", holding(known, frame({"stated": "20亿元", "period": "2020"})))
    (found,) = [link for link in of_type(seen["table-html"], "A") if "÷" in words(link)]
    assert found.href == "https://example.org/census"
    assert words(found) == "20亿元 ÷ 200,000 residents (2020 census) = CN¥10,000 per resident"


def test_deriving_edits_no_figure(catalog: Catalog) -> None:
    before = catalog.frame.copy(deep=True)
    for by in METHODS:
        with_derived(catalog.frame, derive_rows(catalog.figures, by, catalog)[0])
    pd.testing.assert_frame_equal(catalog.frame, before)


def test_nothing_can_be_derived_from_nothing(catalog: Catalog) -> None:
    for by in ("", *METHODS):
        drawn, missing = derive_rows([], by, catalog)
        assert (len(drawn), missing) == (0, [])


def test_the_base_year_is_the_one_that_the_page_names() -> None:
    assert BASE_YEAR == 2020
    assert period_words(str(BASE_YEAR)).zh == "2020"
