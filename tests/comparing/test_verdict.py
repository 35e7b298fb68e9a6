"""The verdict on a view: that of every pair on it; on one pairing alone, of all its figures; and whom a sentence names."""

from collections import Counter
from itertools import chain

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.comparability import Verdict, verdict, verdict_of
from metrics.comparing.differences import RULES
from metrics.comparing.standing import panels
from metrics.selecting.answer import answer
from metrics.selecting.selection import parse

from ..frames import GANNAN, HAIXI, HUANGNAN, HUANGYUAN, NAGQU, printed
from .cases import ROADS
from .test_comparability import by_hand

VIEWS = ("", "&like=all", "&parts=1", "&pair=tianjin-huangnan")


def test_the_verdict_on_every_view_is_that_of_every_pair(few: Catalog) -> None:
    levels = Counter[str]()
    for search in [f"?metric={metric}{more}" for metric in few.metrics for more in VIEWS]:
        found = answer(parse(search), few)
        judged = [panel.figures if len(panel.standing) == 1 else panel.standing for panel in found.panels]
        axes = [list(figures) for figures in judged]
        asked = {rule: [list(chain.from_iterable(axes))] if rule.action == "separate" else axes for rule in RULES}
        touched = {rule.name: len(by_hand(rule, groups)) for rule, groups in asked.items()}
        assert {one.rule: one.touched for one in found.verdict.reasons} == {name: count for name, count in touched.items() if count}
        levels[found.verdict.level] += 1
    assert set(levels) == {"clean", "note", "warn", "block"}


COUNT: Row = {"metric": "projects", "basis": "completed"}
YEARS = [COUNT | {"stated": f"{100 + year % 100}个", "period": str(year)} for year in (2019, 2021, 2022)]
SINCE = [COUNT | {"stated": f"{100 + year % 100}个", "period": f"2010/{year}"} for year in (2016, 2019, 2024)]


def rules(*rows: Row) -> list[str]:
    return [one.rule for one in verdict_of(panels(printed(*rows))).reasons]


@pytest.mark.parametrize("rows", [YEARS, SINCE, [row | {"kind": "level"} for row in YEARS], [row | {"unit": "CNY"} for row in YEARS]])
def test_times_within_one_series_do_not_differ(rows: list[Row]) -> None:
    assert rules(*rows) == []
    assert "periods_are_apart" in rules(rows[0], rows[-1] | HAIXI)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (SINCE[2], ["lengths_differ"]),  # a year beside a total of many
        (COUNT | {"stated": "300个", "period": "2020/2022"}, ["lengths_differ"]),
        (COUNT | {"stated": "300个", "period": "../2022"}, ["periods_are_open"]),
        (YEARS[2] | {"stated": "300个", "basis": "planned"}, ["intentions_differ"]),
    ],
)
def test_every_figure_of_one_pairing_is_judged(other: Row, expected: list[str]) -> None:
    assert [name for name in rules(YEARS[1], YEARS[2], other) if name != "periods_are_apart"] == expected


def test_totals_since_two_starts_are_two_series() -> None:
    assert rules(SINCE[1], COUNT | {"stated": "300个", "period": "2016/2019"}) == ["lengths_differ"]


def test_a_level_of_no_date_is_in_no_series() -> None:
    level: Row = COUNT | {"kind": "level"}
    assert rules(level | {"stated": "5个", "period": "2023"}, level | {"stated": "9个", "period": "unstated"}) == ["periods_are_open"]


def test_wordings_of_one_category_of_one_pairing_are_told() -> None:
    rows = [ROADS | {"label_zh": zh, "label_en": en} for zh, en in (("国道", "highways"), ("乡道", "village roads"))]
    (found,) = verdict_of(panels(printed(*rows, stated="407个", period="2023"))).reasons
    assert (
        found.sentence.en
        == "One category, worded differently: Tianjin–Huangnan (highways) “highways”, Tianjin–Huangnan (village roads) “village roads”."
    )


FIVE = [one | COUNT | {"stated": f"{100 + number}个"} for number, one in enumerate((HUANGNAN, HAIXI, GANNAN, NAGQU, HUANGYUAN))]


def open_periods(*periods: str) -> Verdict:
    return verdict(printed(*(row | {"period": period} for row, period in zip(FIVE, periods, strict=False))))


@pytest.mark.parametrize(
    ("periods", "zh", "en"),
    [
        (
            ("2023", "../2023", "2023"),
            "时段不完整：浙江省—海西州（截至2023年，未注明起始时间）。",
            "A period is not fully stated: Zhejiang–Haixi (up to 2023, no start given).",
        ),
        (
            ("unstated", "2023/..", "2023"),
            "时段不完整：天津市—黄南州（时段未注明）、浙江省—海西州（2023年以来，未注明终止时间）。",
            "A period is not fully stated: Tianjin–Huangnan (period not stated), Zhejiang–Haixi (since 2023, no end given).",
        ),
        (
            ("2023", *4 * ("../2023",)),
            "时段不完整：浙江省—海西州（截至2023年，未注明起始时间）、天津市—甘南州（截至2023年，未注明起始时间）、"
            "辽宁省—那曲市（截至2023年，未注明起始时间）等 4 个。",
            "A period is not fully stated: Zhejiang–Haixi (up to 2023, no start given), Tianjin–Gannan (up to 2023, no start given), "
            "Liaoning–Nagqu (up to 2023, no start given) and 1 more.",
        ),
    ],
)
def test_those_at_fault_are_named_and_nobody_else(periods: tuple[str, ...], zh: str, en: str) -> None:
    said = {one.rule: one.sentence for one in open_periods(*periods).reasons}
    assert said["periods_are_open"] == (zh, en)


def test_of_digests_each_is_named() -> None:
    rows = [row | {"period": "2023", "read": read} for row, read in zip(FIVE, ("digest", "whole", "digest"), strict=False)]
    (found,) = verdict(printed(*rows)).reasons
    assert found.sentence == (
        "只读了报告的摘要：天津市—黄南州、天津市—甘南州。",
        "Only a digest of the report was read: Tianjin–Huangnan, Tianjin–Gannan.",
    )
