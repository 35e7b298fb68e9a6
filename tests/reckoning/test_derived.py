"""What no report prints: recomputed by hand, by day and by what the sentence says; and what cannot be had is named."""

from dataclasses import replace
from datetime import date, timedelta
from math import isnan
from typing import Any

import pandas as pd
import pytest

from components.wording.captions import derivation
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.entries.reference import References
from metrics.reckoning.derived import derive, derive_rows
from metrics.words import LANGUAGES, Bilingual

from ..frames import CENSUSES, ROUND, printed, reference

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def known(catalog: Catalog) -> Catalog:
    """The real pairings, with round prices and censuses."""
    return replace(catalog, references=ROUND)


def only(by: str, catalog: Catalog, **row: object) -> Any:
    drawn, missing = derive_rows(printed(row), by, catalog)
    assert missing == []
    return drawn[0]


def why(by: str, catalog: Catalog, **row: object) -> Bilingual:
    drawn, (missing,) = derive_rows(printed(row), by, catalog)
    assert len(drawn) == 0
    assert (missing.figure, missing.pairing) == ("figure-1", "tianjin-huangnan")
    return missing.why


def test_eighteen_yi_over_fourteen_years_and_eight_months(known: Catalog) -> None:
    """2010 to 2023 are 14 years; January to August are 244 of the 366 days of 2024: 14.6667 years. 18.51 / 14.6667 = 1.26205.

    From the last day of 2010 to the first of August are 1/365 + 13 + 214/366 = 13.58744 years. 18.515 / 13.58744 = 1.36266.
    """
    row = only("year", known, stated="18.51亿元", period="2010/2024-08")
    assert row.value == pytest.approx(126_204_545.45)
    assert (row.low, row.high) == (pytest.approx(126_170_454.54), pytest.approx(136_265_602.7))
    assert row.unit == "CNY-per-year"
    assert (row.step_zh, row.step_en) == ("÷ 14.67 年", "÷ 14.67 years")
    assert derivation(row, "zh") == "18.51亿元 ÷ 14.67 年 = 1.26亿元/年"
    assert derivation(row, "en") == "18.51亿元 ÷ 14.67 years = CN¥126 million per year"


@pytest.mark.parametrize(
    ("period", "value", "step"),
    [
        ("2023", 1200, "÷ 1 年"),
        ("2024", 1200, "÷ 1 年"),  # 366 days are a year too
        ("2021/2024", 300, "÷ 4 年"),
        ("2023-07-01/2024-06-30", 1200 / (184 / 365 + 182 / 366), "÷ 1.001 年"),
        ("2024-03-01/2025-02-28", 1200 / (306 / 366 + 59 / 365), "÷ 0.9977 年"),  # a year to the day
    ],
)
def test_a_total_is_divided_by_the_years_that_it_covers(known: Catalog, period: str, value: float, step: str) -> None:
    row = only("year", known, stated="1200人", period=period)
    assert (row.value, row.low, row.high) == pytest.approx((value, value, value))
    assert row.step_zh == step


@pytest.mark.parametrize(
    ("period", "low", "high"),
    [
        ("2021/2025", 5, 5),  # a plan has its five years whole
        ("2021-01-01/2025-12-31", 5, 5),
        ("2021/2025-12-31", 4 + 1 / 365, 5),  # begun on some day of 2021
        ("2021-12/2023", 1 + 2 / 365, 2 + 31 / 365),  # from some day of December to some day of 2023
    ],
)
def test_bounds_per_year_hold_every_length_that_the_period_allows(known: Catalog, period: str, low: float, high: float) -> None:
    row = only("year", known, stated="1200人", period=period)
    assert (row.low, row.high, row.value) == pytest.approx((1200 / high, 1200 / low, 1200 / high))


def test_bounds_of_constant_prices_hold_every_day_that_the_period_allows(known: Catalog) -> None:
    """From some day of 2020 to some day of 2021, which is 10 % dearer: at most 366 to 1, at least 1 to 365."""
    row = only("real", known, value=1.0, low=1.0, high=1.0, unit="CNY", period="2020/2021-12")
    assert row.high == pytest.approx((366 + 335 / 1.1) / 701)
    assert row.low == pytest.approx((1 + 365 / 1.1) / 366)
    assert row.value == pytest.approx((366 + 365 / 1.1) / 731)


def test_twenty_yi_for_two_hundred_thousand_residents(known: Catalog) -> None:
    row = only("resident", known, stated="20亿元", period="2010/2024-08")
    assert (row.value, row.low, row.high) == (10_000, 9_750, 10_250)  # 20 is 19.5 to 20.5
    assert (row.unit, row.input, row.input_url) == ("CNY-per-resident", "figure-2020", "https://example.org/census")
    assert derivation(row, "zh") == "20亿元 ÷ 200,000 人（2020 年普查） = 1万元/居民"
    assert derivation(row, "en") == "20亿元 ÷ 200,000 residents (2020 census) = CN¥10,000 per resident"


def test_twenty_yi_for_two_hundred_thousand_residents_in_fifteen_years(known: Catalog) -> None:
    row = only("resident-year", known, stated="20亿元", period="2010/2024")
    assert (row.value, row.low, row.high) == pytest.approx((10_000 / 15, 650, 10_250 / 15))
    assert (row.unit, row.input, row.input_url) == ("CNY-per-resident-year", "figure-2020", "https://example.org/census")
    assert derivation(row, "zh") == "20亿元 ÷ 200,000 人（2020 年普查） ÷ 15 年 = 667元/居民/年"
    assert derivation(row, "en") == "20亿元 ÷ 200,000 residents (2020 census) ÷ 15 years = CN¥667 per resident per year"


@pytest.mark.parametrize(
    ("stated", "by", "value", "zh", "en"),
    [
        ("800人", "resident", 0.004, "40人/万居民", "40 persons per 10,000 residents"),
        ("800人", "resident-year", 0.001, "10人/万居民/年", "10 persons per 10,000 residents per year"),
        ("80个", "resident-year", 0.0001, "1个（项）/万居民/年", "1 per 10,000 residents per year"),
        ("20人", "resident", 0.0001, "1人/万居民", "1 person per 10,000 residents"),
        ("8000元", "resident", 0.04, "0.04元/居民", "CN¥0.04 per resident"),
    ],
)
def test_people_and_things_are_shown_per_ten_thousand(known: Catalog, stated: str, by: str, value: float, zh: str, en: str) -> None:
    row = only(by, known, stated=stated, period="2021/2024")
    assert row.value == pytest.approx(value)
    assert [derivation(row, language).rpartition(" = ")[2] for language in LANGUAGES] == [zh, en]


@pytest.mark.parametrize(
    ("period", "residents"), [("2011", 250_000), ("2015-10-31", 250_000), ("2015-11-02", 200_000), ("2024", 200_000), ("unstated", 200_000)]
)
def test_the_residents_are_those_of_the_census_nearest_to_the_end(known: Catalog, period: str, residents: int) -> None:
    assert only("resident", known, stated="1000人", period=period).value == pytest.approx(1000 / residents)


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
    assert (row.value, row.low) == pytest.approx((1e8 * factor, 1e8 * factor))
    assert isnan(row.high)
    assert (row.unit, row.step_zh) == ("CNY-2020", step)


def test_the_curated_prices_of_two_years_chained_by_hand(catalog: Catalog) -> None:
    """2021: +0.981015135544882 %, 2022: +1.97357555739051 %; so 2022 is at 1.0297438 of 2020."""
    level = 1.00981015135544882 * 1.0197357555739051
    row = only("real", catalog, stated="1亿元", period="2022")
    assert level == pytest.approx(1.0297395, abs=1e-6)
    assert row.value == pytest.approx(1e8 / level)
    assert row.step_en == "× 0.9711 (2020 prices)"


def test_the_curated_prices_reach_2025_without_a_gap(catalog: Catalog) -> None:
    """2023: +0.234836828893051 %, 2024: +0.218128938439177 %, 2025: unchanged; so 2025 is at 1.0344092 of 2020."""
    assert list(catalog.references.prices) == list(range(1994, 2026))
    level = 1.00981015135544882 * 1.0197357555739051 * 1.00234836828893051 * 1.00218128938439177
    assert level == pytest.approx(1.0344092, abs=1e-7)
    row = only("real", catalog, stated="1亿元", period="2025")
    assert row.value == pytest.approx(1e8 / level)
    assert (row.step_en, row.input) == ("× 0.9667 (2020 prices)", "prices-2025")


@pytest.mark.parametrize(
    ("by", "row", "zh", "en"),
    [
        ("year", {"kind": "level", "period": "2023"}, "只有总量可以折算到每年", "only totals can be put per year"),
        ("year", {"kind": "rate", "period": "2023"}, "只有总量可以折算到每年", "only totals can be put per year"),
        ("year", {"period": "2024-07-19"}, "时段不足一年（2024年7月19日）", "its period is shorter than a year (19 Jul 2024)"),
        ("year", {"period": "2023-01"}, "时段不足一年（2023年1月）", "its period is shorter than a year (Jan 2023)"),
        ("year", {"period": "2023/2023-05"}, "时段不足一年（2023年—2023年5月）", "its period is shorter than a year (2023 – May 2023)"),
        (
            "year",
            {"period": "2021-12-31/2022-12"},
            "时段可能不足一年（2021年12月31日—2022年12月）",
            "its period may be shorter than a year (31 Dec 2021 – Dec 2022)",
        ),
        ("year", {"period": "../2023"}, "时段不全（截至2023年）", "its period is open (up to 2023)"),
        ("year", {"period": "2010/.."}, "时段不全（2010年以来）", "its period is open (since 2010)"),
        ("year", {"period": "unstated"}, "时段不全（时段未注明）", "its period is open (period not stated)"),
        ("resident", {"kind": "rate", "period": "2023"}, "比率不能再按人口折算", "a rate cannot be put per resident"),
        (
            "resident",
            {"scope": "尖扎县德吉村", "extent": "part"},
            "没有尖扎县德吉村的人口数",
            "no population for Deji Village in Jainca County",
        ),
        (
            "resident",
            {"scope": "各支援方—黄南州", "extent": "wider"},
            "没有各支援方—黄南州的人口数",
            "no population for All donors to Huangnan",
        ),
        ("resident-year", {"period": "2024-07-19"}, "时段不足一年（2024年7月19日）", "its period is shorter than a year (19 Jul 2024)"),
        (
            "resident-year",
            {"scope": "尖扎县德吉村", "extent": "part"},
            "没有尖扎县德吉村的人口数",
            "no population for Deji Village in Jainca County",
        ),
        ("real", {"stated": "700人", "period": "2021"}, "只有人民币金额可以折算价格", "only sums in yuan have prices"),
        ("real", {"period": "../2021"}, "时段不全（截至2021年）", "its period is open (up to 2021)"),
        ("real", {"kind": "level", "period": "2021"}, "时段不全（2021年）", "its period is open (2021)"),
        ("real", {"period": "2021/2023"}, "没有 2023 年的价格指数", "no price index for 2023"),
        ("real", {"period": "2016/2021"}, "没有 2017 年的价格指数", "no price index for 2017"),
    ],
)
def test_what_cannot_be_derived_says_why(known: Catalog, by: str, row: Row, zh: str, en: str) -> None:
    assert why(by, known, **{"stated": "1亿元", "period": "2021"} | row) == Bilingual(zh, en)


def test_a_county_is_divided_by_its_own_residents(known: Catalog) -> None:
    county = {"632323": (reference(date(2020, 11, 1), 80_000),)}
    row = only("resident", replace(known, references=References(CENSUSES | county)), stated="800人", scope="泽库县", extent="part")
    assert row.value == pytest.approx(0.01)


def test_a_frame_is_derived_as_its_rows_are(small: Catalog) -> None:
    """Whatever its labels are: a frame of two others has some twice."""
    frame = pd.concat([small.frame, small.frame])
    rows, left = derive_rows(small.figures, "year", small)
    drawn, missing = derive(frame, "year", small)
    assert missing == [*left, *left]
    assert list(drawn["value"].fillna(-1)) == [-1 if isnan(row.value) else row.value for row in (*rows, *rows)]
    assert list(drawn["step_en"]) == [row.step_en for row in (*rows, *rows)]
