"""Printed figures, read. `printed.csv` holds each with what it says by the conventions of `metrics.figures.stated`."""

import csv
from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal
from math import inf
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.figures.interval import Interval, exactly
from metrics.figures.stated import Reading, Unreadable, read
from metrics.figures.units import UNITS

from .written import in_chinese

PRINTED = Path(__file__).with_name("printed.csv")
WHOLE_REPORTS = (
    "huangnan-2024-qianfangzhihuibu",
    "gannan-2025-12-16-gnrtv",
    "huangyuan-2023-03-30-xinhuaqinghai",
    "nagqu-2024-06-21-xizangribao",
    "haixi-2024-qinghairibao",
)

with PRINTED.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def said(row: dict[str, str]) -> Reading:
    low, high = (float(row[side]) if row[side] else open_end for side, open_end in (("low", -inf), ("high", inf)))
    return Reading(row["qualifier"], float(row["value"]), Interval(low, high), row["unit"])  # type: ignore[arg-type]


@pytest.mark.parametrize("row", ROWS, ids=[row["stated"] for row in ROWS])
def test_a_printed_figure_says_what_the_conventions_make_of_it(row: dict[str, str]) -> None:
    assert read(row["stated"]) == said(row)


def test_every_figure_of_the_whole_reports_has_its_expectation(catalog: Catalog) -> None:
    figures = catalog.frame[catalog.frame["source"].isin(WHOLE_REPORTS)]
    assert set(figures["source"]) == set(WHOLE_REPORTS)
    readable = {stated for stated in figures["stated"] if not stated.isdecimal()}
    assert len(readable) > 150
    assert readable - {row["stated"] for row in ROWS} == set()


UNDER = "不超过 不超過 至多 最多 不足 不到 将近 將近 接近 近 少于 少於 低于 低於 未满 未滿"
OVER = "过 過 最少 超过 超過 超出 突破 超 逾 不少于 不少於 不低于 不低於 不下 至少 多于 多於 高于 高於 上"
ABOUT = "大约 大約 约 約"
EXACT = "高达 高達 多达 多達 累计 累計 共计 共計 合计 合計 总计 總計 共 已 达到 達到 达 達 为 為"


@pytest.mark.parametrize(
    ("word", "qualifier", "interval"),
    [
        *((word, "under", Interval(high=500)) for word in UNDER.split()),
        *((word, "over", Interval(low=500)) for word in OVER.split()),
        *((word, "about", Interval()) for word in ABOUT.split()),
        *((word, "exact", exactly(500)) for word in EXACT.split()),
    ],
)
def test_a_word_before_the_number_bounds_it(word: str, qualifier: str, interval: Interval) -> None:
    assert read(f"{word}500人") == Reading(qualifier, 500, interval, "person")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "qualifier", "interval"),
    [
        ("以上", "over", Interval(low=500)),
        ("以下", "under", Interval(high=500)),
        ("以内", "under", Interval(high=500)),
        ("以內", "under", Interval(high=500)),
        ("左右", "about", Interval()),
        ("上下", "about", Interval()),
    ],
)
def test_a_word_behind_the_number_bounds_it(word: str, qualifier: str, interval: Interval) -> None:
    assert read(f"500人{word}") == Reading(qualifier, 500, interval, "person")  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["余", "餘", "多"])
def test_and_more_reaches_to_the_next_step_of_the_last_digit(word: str) -> None:
    assert read(f"700{word}人") == Reading("within", 700, Interval(700, 800), "person")
    assert read(f"30{word}亿元") == Reading("within", 3e9, Interval(3e9, 4e9), "CNY")
    assert read(f"万{word}人") == Reading("within", 10_000, Interval(10_000, 20_000), "person")
    assert read(f"1.2万{word}人次") == Reading("within", 12_000, Interval(12_000, 13_000), "person-time")


MEASURES = {
    "CNY": "元 块钱 塊錢 元人民币 元人民幣",
    "USD": "美元",
    "person": "人 名 位",
    "person-time": "人次 人（次）",
    "household": "户 戶",
    "percent": "% ％",
    "m2": "平方米 m² ㎡",
    "km": "公里 ㎞",
    "mu": "亩 畝",
    "HKD": "港元 港币 港幣",
    "EUR": "欧元 歐元",
    "percentage-point": "个百分点 百分点 個百分點",
    "times": "倍",
    "m3": "立方米 m³ ㎥",
    "tonne": "吨 噸",
    "day": "天",
    "kW": "千瓦",
    "kWh": "千瓦时 度电",
    "count": "个 個 所 家 项 項 场 場 期 批 台 臺 例 对 對 班 次 件 条 條 届 屆 组 組"
    " 笔 筆 盘 盤 顶 頂 种 種 队 隊 批次 台（套） 项（次） 场次 台次",
}


@pytest.mark.parametrize(("unit", "word"), [(unit, word) for unit, words in MEASURES.items() for word in words.split()])
def test_a_measure_word_tells_the_unit(unit: str, word: str) -> None:
    reading = read(f"3{word}")
    assert (reading.unit, reading.value) == (unit, 3)


def test_a_given_unit_serves_where_none_is_printed() -> None:
    assert read("12", "count") == Reading("exact", 12, exactly(12), "count")
    assert read("近2.5万", "person") == Reading("under", 25_000, Interval(high=25_000), "person")
    assert read("12人", "count").unit == "person"


def test_nothing_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read("")
    assert (refused.value.read, refused.value.rest) == ("", "")


@given(st.integers(0, 10**12), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8)]), st.integers(0, 2))
def test_a_reading_holds_every_number_that_would_be_printed_so(number: int, scale: tuple[str, int], places: int) -> None:
    printed = (Decimal(number) / scale[1]).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert number in read(f"{printed}{scale[0]}元").interval


@given(st.integers(0, 9999))
def test_a_whole_number_of_people_is_exact(number: int) -> None:
    assert read(f"{number}人") == Reading("exact", number, exactly(number), "person")


@given(st.integers(10, 10**9), st.integers(1, 3), st.sampled_from("余多"))
@example(109, 2, "余")
def test_and_more_holds_every_number_that_would_be_printed_so(number: int, kept: int, word: str) -> None:
    head = int(str(number)[:kept].ljust(len(str(number)), "0"))
    interval = read(f"{head}{word}人").interval
    last = 10 ** (len(str(head)) - len(str(head).rstrip("0")))
    assert number in interval
    assert (interval.low, interval.high) == (head, head + last)


@given(st.integers(1, 10**9))
def test_separators_and_full_width_digits_change_nothing(number: int) -> None:
    wide = str(number).translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
    assert read(f"{number:,}人") == read(f"{wide}人") == read(f"{number}人")


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_a_numeral_in_characters_is_read_in_full(number: int, rest: int) -> None:
    assert read(f"{in_chinese(number)}人").interval == exactly(number)
    assert read(f"{in_chinese(number)}万元").value == number * 10**4
    assert read(f"{in_chinese(number)}亿{in_chinese(rest)}万元").value == number * 10**8 + rest * 10**4


@given(
    st.text(st.sampled_from("零一两四十百千万亿余多几来数近超过不约达0123.,%-至 个人次元成点分之¥()吨以上左右"), max_size=12)
    | st.text(max_size=12)
)
def test_a_reading_lies_within_its_bounds_or_is_refused(text: str) -> None:
    reading = None
    with suppress(Unreadable):
        reading = read(text)
    if reading:
        assert reading.value in reading.interval
        assert reading.unit in UNITS
