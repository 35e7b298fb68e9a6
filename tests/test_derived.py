"""What no report prints: recomputed by hand, by day and by what the sentence says; and what cannot be had is named."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import floor, inf, isnan, log10

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.marks import derivation
from components.view import view
from metrics.catalog import Catalog, Row
from metrics.derived import BASE_YEAR, METHODS, derive, with_derived
from metrics.entries import Source
from metrics.reference import Reference, References
from metrics.selection import Selection, parse, resolve, select
from metrics.terms import period_words
from metrics.words import Bilingual

from .frames import HAIXI, frame, holding
from .seen import marks, of_type, words

DAY = timedelta(days=1)


def reference(day: date, value: float) -> Reference:
    source = Source("census", None, "统计局", None, "https://example.org/census", None, "zh-Hans", "A", None, None, record=None)  # type: ignore[arg-type]
    return Reference(f"figure-{day.year}", "632300", Bilingual("黄南州", "Huangnan"), day, value, source)


# Round numbers, so that every result can be recomputed in the head.
CHANGES = {2018: 1.0, 2019: 2.0, 2020: 5.0, 2021: 10.0, 2022: 20.0}
PRICES = {year: reference(date(year, 1, 1), change) for year, change in CHANGES.items()}
CENSUSES = {"632300": (reference(date(2010, 11, 1), 250_000), reference(date(2020, 11, 1), 200_000))}


@pytest.fixture(scope="module")
def known(catalog: Catalog) -> Catalog:
    """The real pairings, with round prices and censuses."""
    return replace(catalog, references=References(CENSUSES, PRICES))


def only(by: str, catalog: Catalog, **row: object) -> pd.Series:
    drawn, missing = derive(frame(row), by, catalog)
    assert missing == []
    return drawn.iloc[0]


def why(by: str, catalog: Catalog, **row: object) -> Bilingual:
    drawn, (missing,) = derive(frame(row), by, catalog)
    assert len(drawn) == 0
    assert (missing.figure, missing.pairing) == ("figure-1", "tianjin-huangnan")
    return missing.why


def test_eighteen_yi_over_fourteen_years_and_eight_months(known: Catalog) -> None:
    """2010 to 2023 are 14 years; January to August are 244 of the 366 days of 2024: 14.6667 years. 18.51 / 14.6667 = 1.26205."""
    row = only("year", known, stated="18.51亿元", period="2010/2024-08")
    assert row["value"] == pytest.approx(126_204_545.45)
    assert (row["low"], row["high"]) == (pytest.approx(126_170_454.54), pytest.approx(126_238_636.36))
    assert row["unit"] == "CNY-per-year"
    assert (row["step_zh"], row["step_en"]) == ("÷ 14.67 年", "÷ 14.67 years")
    assert derivation(row, "zh") == "18.51亿元 ÷ 14.67 年 = 1.26亿元/年"
    assert derivation(row, "en") == "18.51亿元 ÷ 14.67 years = CN¥126 million per year"


@pytest.mark.parametrize(
    ("period", "value", "step"),
    [
        ("2023", 1200, "÷ 1 年"),
        ("2024", 1200, "÷ 1 年"),  # 366 days are a year too
        ("2021/2024", 300, "÷ 4 年"),
        ("2023-07/2024-06", 1200 / (184 / 365 + 182 / 366), "÷ 1.001 年"),
        ("2023-01", 1200 * 365 / 31, "÷ 0.08493 年"),
    ],
)
def test_a_total_is_divided_by_the_years_that_it_covers(known: Catalog, period: str, value: float, step: str) -> None:
    row = only("year", known, stated="1200人", period=period)
    assert (row["value"], row["low"], row["high"]) == pytest.approx((value, value, value))
    assert row["step_zh"] == step


def test_twenty_yi_for_two_hundred_thousand_residents(known: Catalog) -> None:
    row = only("resident", known, stated="20亿元", period="2010/2024-08")
    assert (row["value"], row["low"], row["high"]) == (10_000, 9_750, 10_250)  # 20 is 19.5 to 20.5
    assert (row["unit"], row["input"], row["input_url"]) == ("CNY-per-resident", "figure-2020", "https://example.org/census")
    assert derivation(row, "zh") == "20亿元 ÷ 200,000 人（2020 年普查） = 1万元/居民"
    assert derivation(row, "en") == "20亿元 ÷ 200,000 residents (2020 census) = CN¥10,000 per resident"


@pytest.mark.parametrize(
    ("period", "residents"), [("2011", 250_000), ("2015-10-31", 250_000), ("2015-11-02", 200_000), ("2024", 200_000), ("unstated", 200_000)]
)
def test_the_residents_are_those_of_the_census_nearest_to_the_end(known: Catalog, period: str, residents: int) -> None:
    assert only("resident", known, stated="1000人", period=period)["value"] == pytest.approx(1000 / residents)


@pytest.mark.parametrize(
    ("period", "factor", "step"),
    [
        ("2020", 1, "× 1.0000（2020 年价格）"),
        ("2021", 1 / 1.1, "× 0.9091（2020 年价格）"),  # 10 % dearer than 2020
        ("2022", 1 / 1.1 / 1.2, "× 0.7576（2020 年价格）"),  # 20 % dearer still: 1.32
        ("2019", 1.05, "× 1.0500（2020 年价格）"),
        ("2018", 1.02 * 1.05, "× 1.0710（2020 年价格）"),
        ("2021/2022", (1 / 1.1 + 1 / 1.32) / 2, "× 0.8333（2020 年价格，设期内均匀支出）"),  # 365 days each
        ("2020-12-31/2021-01-01", (1 + 1 / 1.1) / 2, "× 0.9545（2020 年价格，设期内均匀支出）"),
    ],
)
def test_prices_are_chained_from_one_year_to_the_next(known: Catalog, period: str, factor: float, step: str) -> None:
    row = only("real", known, stated="超1亿元", period=period)
    assert (row["value"], row["low"]) == pytest.approx((1e8 * factor, 1e8 * factor))
    assert isnan(row["high"])
    assert (row["unit"], row["step_zh"]) == ("CNY-2020", step)


def test_the_curated_prices_of_two_years_chained_by_hand(catalog: Catalog) -> None:
    """2021: +0.981015135544882 %, 2022: +1.97357555739051 %; so 2022 is at 1.0297438 of 2020."""
    level = 1.00981015135544882 * 1.0197357555739051
    row = only("real", catalog, stated="1亿元", period="2022")
    assert level == pytest.approx(1.0297395, abs=1e-6)
    assert row["value"] == pytest.approx(1e8 / level)
    assert row["step_en"] == "× 0.9711 (2020 prices)"


@pytest.mark.parametrize(
    ("by", "row", "zh", "en"),
    [
        ("year", {"kind": "level", "period": "2023"}, "只有总量可以折算到每年", "only totals can be put per year"),
        ("year", {"kind": "rate", "period": "2023"}, "只有总量可以折算到每年", "only totals can be put per year"),
        ("year", {"period": "../2023"}, "时段不全（截至 2023）", "its period is open (up to 2023)"),
        ("year", {"period": "2010/.."}, "时段不全（2010 以来）", "its period is open (since 2010)"),
        ("year", {"period": "unstated"}, "时段不全（时段未注明）", "its period is open (period not stated)"),
        ("resident", {"kind": "rate", "period": "2023"}, "比率不能再按人口折算", "a rate cannot be put per resident"),
        ("resident", {"scope": "德吉村", "extent": "part"}, "没有德吉村的人口数", "no population for Deji Village"),
        (
            "resident",
            {"scope": "各支援方—黄南州", "extent": "wider"},
            "没有各支援方—黄南州的人口数",
            "no population for All donors to Huangnan",
        ),
        ("real", {"stated": "700人", "period": "2021"}, "只有人民币金额可以折算价格", "only sums in yuan have prices"),
        ("real", {"period": "../2021"}, "时段不全（截至 2021）", "its period is open (up to 2021)"),
        ("real", {"kind": "level", "period": "2021"}, "时段不全（2021）", "its period is open (2021)"),
        ("real", {"period": "2021/2023"}, "没有 2023 年的价格指数", "no price index for 2023"),
        ("real", {"period": "2016/2021"}, "没有 2016 年的价格指数", "no price index for 2016"),
    ],
)
def test_what_cannot_be_derived_says_why(known: Catalog, by: str, row: Row, zh: str, en: str) -> None:
    assert why(by, known, **{"stated": "1亿元", "period": "2021"} | row) == Bilingual(zh, en)


def test_a_county_is_divided_by_its_own_residents(known: Catalog) -> None:
    county = {"632323": (reference(date(2020, 11, 1), 80_000),)}
    row = only("resident", replace(known, references=References(CENSUSES | county)), stated="800人", scope="泽库县", extent="part")
    assert row["value"] == pytest.approx(0.01)


BOUNDS = st.integers(0, 10**12)
DATES = st.dates(date(2018, 1, 1), date(2022, 12, 31))


@st.composite
def figures(draw: st.DrawFn) -> tuple[float, Row]:
    """A true number, and a figure whose bounds hold it; either side may be open."""
    low, true, high = sorted(draw(st.tuples(BOUNDS, BOUNDS, BOUNDS)))
    start, end = sorted(draw(st.tuples(DATES, DATES)))
    bounds = {"low": float("nan") if draw(st.booleans()) else low, "high": float("nan") if draw(st.booleans()) else high}
    return true, {"value": true, "unit": "CNY", "period": f"{start}/{end}", **bounds}


def days(row: Row) -> list[date]:
    start, end = (date.fromisoformat(day) for day in str(row["period"]).split("/"))
    return [start + DAY * number for number in range((end - start).days + 1)]


def length_of_year(year: int) -> int:
    return (date(year + 1, 1, 1) - date(year, 1, 1)).days


def by_day(by: str, row: Row) -> float:
    """What one yuan of the period becomes, day by day."""
    covered = days(row)
    if by == "year":
        return 1 / sum(1 / length_of_year(day.year) for day in covered)
    if by == "resident":
        return 1 / (250_000 if covered[-1] - date(2010, 11, 1) < date(2020, 11, 1) - covered[-1] else 200_000)
    levels = {2018: 1 / (1.02 * 1.05), 2019: 1 / 1.05, 2020: 1.0, 2021: 1.1, 2022: 1.1 * 1.2}
    return sum(1 / levels[day.year] for day in covered) / len(covered)


@pytest.mark.parametrize("by", METHODS)
@given(figure=figures())
def test_derived_bounds_hold_whatever_the_printed_bounds_hold(known: Catalog, by: str, figure: tuple[float, Row]) -> None:
    true, row = figure
    drawn = only(by, known, **row)
    low = -inf if isnan(drawn["low"]) else drawn["low"]
    high = inf if isnan(drawn["high"]) else drawn["high"]
    derived = true * by_day(by, row)
    assert low <= derived * (1 + 1e-9)
    assert derived * (1 - 1e-9) <= high
    assert drawn["value"] == pytest.approx(derived)
    assert (isnan(drawn["low"]), isnan(drawn["high"])) == (isnan(row["low"]), isnan(row["high"]))  # type: ignore[arg-type]


SCALES = {"": 1, "万": 1e4, "亿": 1e8, "million": 1e6, "billion": 1e9}
# The first number and its scale; between two bounds the scale stands once, behind the second.
RESULT = re.compile(r"(?:CN¥)?([\d,.]+)(?:–(?:CN¥)?[\d,.]+)? ?(万|亿|million|billion)?")


def derived_views(catalog: Catalog) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """The figures of every metric as printed, and those that each method derives from them."""
    for metric in catalog.metrics:
        figures = select(resolve(Selection(metric=metric, parts="1"), catalog), catalog)
        for by in METHODS:
            drawn, _ = derive(figures, by, catalog)
            yield figures, drawn[drawn["status"] == "reported"]


def printed(text: str) -> tuple[float, float]:
    """The first number of a result, and half of its third digit: what three digits leave open."""
    digits, scale = RESULT.search(text).groups()  # type: ignore[union-attr]
    number = float(digits.replace(",", "")) * SCALES[scale or ""]
    return number, number and 10 ** (floor(log10(number)) - 2) / 2


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_derivation_recomputes_to_the_drawn_value(catalog: Catalog, language: str) -> None:
    checked = 0
    for before_it, drawn in derived_views(catalog):
        for row in drawn.itertuples():
            before = before_it.loc[row.Index]
            stated, result = derivation(row, language).split(" = ")  # type: ignore[arg-type]
            sign, factor = re.search(r" ([÷×]) ([\d,.]+)", stated).groups()  # type: ignore[union-attr]
            number, half = printed(result)
            shown, of = (row.low, before["low"]) if row.qualifier == "within" else (row.value, before["value"])
            again = of / float(factor.replace(",", "")) if sign == "÷" else of * float(factor)
            assert abs(shown - number) <= half * 1.0001, row.figure
            assert abs(again - number) <= half * 2, row.figure
            assert stated.startswith(before["stated"] + " ")
            checked += 1
    assert checked > 300


def test_every_figure_is_derived_or_named(catalog: Catalog) -> None:
    whole = 0
    for metric in catalog.metrics:
        figures = select(resolve(Selection(metric=metric, parts="1"), catalog), catalog)
        for by in METHODS:
            drawn, missing = derive(figures, by, catalog)
            left = {one.figure for one in missing}
            assert set(drawn["figure"]) | left == set(figures["figure"])
            assert not set(drawn["figure"]) & left
            assert list(drawn.index) == [row for row in figures.index if row in drawn.index]
            whole += len(left)
    assert whole > 100


def test_nothing_is_drawn_that_could_not_be_derived(catalog: Catalog) -> None:
    """What is drawn stands at the derived value, and the file has it in columns of its own, beside what is printed."""
    for search in [f"?metric={metric}&parts=1&by={by}" for metric in ("funds", "trainees", "twinnings") for by in METHODS]:
        resolved = resolve(parse(search), catalog)
        figures = select(resolved, catalog)
        drawn, _ = derive(figures, resolved.selection.by, catalog)
        values = dict(zip(drawn["figure"], drawn["value"], strict=True))
        numbers = {figure: value for figure, value in values.items() if not isnan(value)}
        seen = view(search, catalog)
        assert {mark.figure: mark.x for mark in marks(seen["comparison"]) if mark.figure in numbers} == numbers
        assert {mark.figure for mark in marks(seen["timeline"])} <= set(numbers)
        assert all(mark.y == numbers[mark.figure] for mark in marks(seen["timeline"]))
        file = with_derived(figures, resolved.selection.by, catalog).set_index("figure")
        assert dict(file["derived_value"].dropna()) == numbers
        assert dict(file["value"].dropna()).items() <= dict(zip(figures["figure"], figures["value"], strict=True)).items()
        for name in ("low", "high"):
            assert dict(file[f"derived_{name}"].dropna()) == dict(drawn.set_index("figure")[name].dropna())
        assert dict(file["derived_unit"][file["derived_unit"] != ""]) == {
            one.figure: one.unit for one in drawn.itertuples() if one.figure in numbers
        }


def test_a_file_of_printed_figures_has_empty_derived_columns(catalog: Catalog) -> None:
    file = with_derived(frame({"stated": "18.51亿元"}), "", catalog)
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
            "“按受援方人均”不能用：没有黄南藏族自治州的人口数。",
            "Per resident is off: no population for Huangnan.",
        ),
        ("real", {}, "“2020 年价格”不能用：没有 2020 年的价格指数。", "In 2020 prices is off: no price index for 2020."),
        (
            "year",
            {"period": "../2024"},
            "“每年平均”不能用：时段不全（截至 2024）。",
            "Per year is off: its period is open (up to 2024).",
        ),
    ],
)
def test_a_control_that_lacks_its_input_is_off_and_says_which(catalog: Catalog, by: str, more: Row, zh: str, en: str) -> None:
    without = replace(holding(catalog, frame({"stated": "18.51亿元", "period": "2020"} | more)), references=References())
    for language, sentence in (("zh", zh), ("en", en)):
        seen = view(f"?lang={language}", without)
        assert control(seen, by)["disabled"] is True
        assert sentence in words(seen["by-why"])
        assert marks(view(f"?lang={language}&by={by}", without)["comparison"]) == []


def test_a_control_is_off_though_something_was_searched_and_not_found(catalog: Catalog) -> None:
    figures = frame({"stated": "18.51亿元", "period": "../2024"}, HAIXI | {"status": "not-found", "searched": "2026-11-22"})
    assert control(view("", holding(catalog, figures)), "year")["disabled"] is True


def test_a_control_is_on_where_one_figure_has_what_it_needs(known: Catalog) -> None:
    figures = frame({"stated": "18.51亿元", "period": "2021"}, HAIXI | {"stated": "3亿元", "period": "../2021"})
    seen = view("?lang=en&by=year", holding(known, figures))
    assert control(seen, "year")["disabled"] is False
    said = words(seen["notice"])
    assert "1 of 2 figures cannot be derived and are not drawn:" in said
    assert "its period is open (up to 2021): Haixi" in said
    assert [mark.figure for mark in marks(seen["comparison"])] == ["figure-1"]


def test_a_derivation_leads_to_the_figure_that_it_used(known: Catalog) -> None:
    seen = view("?by=resident&lang=en", holding(known, frame({"stated": "20亿元", "period": "2020"})))
    (found,) = [link for link in of_type(seen["table"], "A") if "÷" in words(link)]
    assert found.href == "https://example.org/census"
    assert words(found) == "20亿元 ÷ 200,000 residents (2020 census) = CN¥10,000 per resident"


def test_deriving_edits_no_figure(catalog: Catalog) -> None:
    before = catalog.frame.copy(deep=True)
    for by in METHODS:
        derive(catalog.frame, by, catalog)
        with_derived(catalog.frame, by, catalog)
    pd.testing.assert_frame_equal(catalog.frame, before)


def test_nothing_can_be_derived_from_nothing(catalog: Catalog) -> None:
    for by in ("", *METHODS):
        drawn, missing = derive(catalog.frame.iloc[:0], by, catalog)
        assert (len(drawn), missing) == (0, [])


def test_the_base_year_is_the_one_that_the_page_names() -> None:
    assert BASE_YEAR == 2020
    assert period_words(str(BASE_YEAR)).zh == "2020"
