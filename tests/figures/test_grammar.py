"""Figures made up by the grammar, each held against the second evaluation in `evaluator.py`."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from metrics.figures.stated import Unreadable, read

from .evaluator import BEHIND, FACTORS, WORDS, Said, number, said
from .written import CHARACTERS, DECIMAL, ENDS, IN_CHARACTERS, IN_DIGITS, NUMBERS, WHOLE, in_chinese, of

UNITS = st.sampled_from(sorted(FACTORS))
POWERS = {"十": 10, "百": 100, "千": 1000}


def outcome(stated: str) -> Said | None:
    """What the code under test says, None where it refuses."""
    try:
        reading = read(stated)
    except Unreadable:
        return None
    return Said(reading.qualifier, reading.value, reading.interval.low, reading.interval.high, reading.unit)


def agree(stated: str, expected: Said | None) -> None:
    found = outcome(stated)
    assert (found is None) == (expected is None), (stated, found, expected)
    if found and expected:
        assert (found.qualifier, found.unit) == (expected.qualifier, expected.unit), stated
        assert found[1:4] == pytest.approx(expected[1:4], rel=1e-12), stated


@given(st.sampled_from(["", *WORDS]), NUMBERS, UNITS, st.sampled_from(["", *BEHIND]))
def test_a_number_with_the_words_around_it(before: str, text: str, unit: str, after: str) -> None:
    agree(f"{before}{text}{unit}{after}", said(before, text, "", "", unit, after))


@given(st.sampled_from(["", *WORDS]), NUMBERS, of("余 多 来"), UNITS)
def test_a_number_and_some_more(before: str, text: str, more: str, unit: str) -> None:
    agree(f"{before}{text}{more}{unit}", said(before, text, more, "", unit, ""))


@given(WHOLE | CHARACTERS, of("余 多 来"), of("万 亿 万亿"), UNITS)
def test_some_more_before_the_power(text: str, more: str, power: str, unit: str) -> None:
    agree(f"{text}{more}{power}{unit}", said("", text, more, power, unit, ""))


@given(st.sampled_from("一二三四五六七八九123456789"), of("万 千 百 十"), of("千 百 十"), of(" 万 亿"), of("元 人"))
def test_a_small_power_behind_several_is_added(digit: str, high: str, low: str, power: str, unit: str) -> None:
    assume(not (high == "万" and power == "万") and not (digit.isascii() and high == "十"))
    expected = said("", digit + high, "余", power, unit, "") if number(high) > number(low) else None
    agree(f"{digit}{high}几{low}{power}{unit}", expected)


@given(of("数 几"), of(" 十 百 千"), of(" 万 亿 万亿"), of("元 人"))
def test_several_of_a_power_are_two_to_ten(word: str, small: str, big: str, unit: str) -> None:
    scale = float(number(small + big)) if small + big else 0
    agree(f"{word}{small}{big}{unit}", Said("within", 2 * scale, 2 * scale, 10 * scale, FACTORS[unit][0]) if scale else None)


@given(st.integers(1, 8), of(" 一百 三千 五万 两亿"), of("十 百 千 百万 万"), of("元 人"))
def test_two_digits_beside_each_other_are_from_the_one_to_the_other(digit: int, head: str, tail: str, unit: str) -> None:
    assume(not head or number(head[-1]) == 10 * number(tail[0]))
    low, high = (
        float(number(f"{head}{one}{tail}")) for one in in_chinese(digit * 1000 + (digit + 1) * 100).replace("千", "").replace("百", "")
    )
    pair = in_chinese(digit) + in_chinese(digit + 1)
    agree(f"{head}{pair}{tail}{unit}", Said("within", low, low, high, FACTORS[unit][0]))


@given(ENDS, st.booleans(), of("至 到 - — ~"), of(" 万 亿"), UNITS)
def test_a_range_shares_its_power(ends: tuple[int, int], characters: bool, dash: str, power: str, unit: str) -> None:
    lower, upper = (in_chinese(end) if characters else str(end) for end in ends)
    assume(not characters or ends[0] >= 10 or ends[1] < 10)
    low, high = (float(number(end + power) * FACTORS[unit][1]) for end in (lower, upper))
    agree(f"{lower}{dash}{upper}{power}{unit}", Said("within", low, low, high, FACTORS[unit][0]))


@given(IN_DIGITS | IN_CHARACTERS, IN_DIGITS | IN_CHARACTERS, of("至 - —"), of("元 亩 % 吨"))
def test_a_range_of_two_figures_says_both_in_full(lower: str, upper: str, dash: str, unit: str) -> None:
    low, high = float(number(lower)), float(number(upper))
    agree(f"{lower}{unit}{dash}{upper}{unit}", Said("within", low, low, high, FACTORS[unit][0]) if low <= high else None)


@given(st.integers(2, 9), st.integers(1, 9), st.booleans())
def test_a_fraction_is_a_share_as_exact_as_its_numerator(denominator: int, numerator: int, characters: bool) -> None:
    parts = [in_chinese(one) if characters else str(one) for one in (denominator, numerator)]
    shares = [100 * (numerator + half) / denominator for half in (0, -0.5, 0.5)]
    agree("分之".join(parts), Said("exact", *shares, "percent"))


@given(WHOLE | DECIMAL | CHARACTERS, of("百 千"))
def test_so_many_of_a_hundred_are_so_many_percent(text: str, whole: str) -> None:
    agree(f"{whole}分之{text}", said("", text, "", "", "%" if whole == "百" else "‰", ""))


@given(NUMBERS, UNITS, of("- − 负"))
def test_only_a_share_is_negative(text: str, unit: str, sign: str) -> None:
    positive = said("", text, "", "", unit, "")
    if positive is None or positive.unit not in ("percent", "percentage-point"):
        agree(f"{sign}{text}{unit}", None)
    else:
        _, value, low, high, base = positive
        agree(f"{sign}{text}{unit}", Said("exact", -value, -high, -low, base))


@given(NUMBERS, of("人民币 ￥ ¥"), of(" 元"))
def test_a_currency_before_the_number(text: str, coin: str, unit: str) -> None:
    agree(f"{coin}{text}{unit}", said("", text, "", "", "元", ""))
