"""Printed figures evaluated a second time, with nothing of the code under test: numbers are split at their largest power,
and how much a digit stands for is found by counting it up by one. It takes what `written.py` writes, and refuses nothing else."""

import re
from fractions import Fraction
from math import inf
from typing import NamedTuple

POWERS = {"亿": 10**8, "万": 10**4, "千": 10**3, "百": 100, "十": 10}
CHARACTERS = "零一二三四五六七八九"
FACTORS = {
    "元": ("CNY", 1),
    "人": ("person", 1),
    "亩": ("mu", 1),
    "公顷": ("mu", 15),
    "%": ("percent", 1),
    "‰": ("percent", Fraction(1, 10)),
}
FACTORS |= {"成": ("percent", 10), "吨": ("tonne", 1), "公斤": ("tonne", Fraction(1, 1000)), "个百分点": ("percentage-point", 1)}
WORDS = {"近": "under", "不超过": "under", "超": "over", "过": "over", "约": "about", "达": "", "高达": ""}
BEHIND = {"以上": "over", "以内": "under", "左右": "about"}


class Said(NamedTuple):
    qualifier: str
    value: float
    low: float
    high: float
    unit: str


def number(text: str) -> Fraction:
    """A number in digits, characters or both: what stands before the largest power, times it, and what stands behind."""
    for power, scale in POWERS.items():
        if power in text:
            before, _, behind = text.rpartition(power)
            return (number(before) if before else Fraction(1)) * scale + number(behind)
    plain = "".join(str(CHARACTERS.index(one)) if one in CHARACTERS else one for one in text.replace("两", "二").replace("点", "."))
    return Fraction(plain or 0)


def worth(text: str, *, zeros: bool) -> Fraction:
    """How much one more of the last digit is, be it a zero or not."""
    text = text if re.search(r"[\d一二两三四五六七八九]", text) else f"一{text}"
    text = text.replace("两", "二")
    digits = [place for place, one in enumerate(text) if one in ("0123456789" if zeros else "123456789") or one in CHARACTERS[1:]]
    if not digits:  # 0
        return Fraction(1)
    last = digits[-1]
    every = "0123456789" if text[last] in "0123456789" else CHARACTERS
    here = every.index(text[last])
    other = every[here + 1] if here < 9 else every[here - 1]
    return abs(number(text[:last] + other + text[last + 1 :]) - number(text))


def step(text: str) -> Fraction:
    """What a number is rounded to: in characters and below 万 to the last one."""
    if "点" not in text and not re.search(r"\d", text) and number(text) < 10**4:
        return Fraction(1)
    return worth(text, zeros=True)


def said(before: str, text: str, more: str, power: str, unit: str, after: str) -> Said | None:
    """A figure of one number, from its parts; None for a part of a person."""
    base, factor = FACTORS[unit]
    scale = Fraction(factor) * number(f"1{power}")
    value = number(text) * scale
    if base == "person" and value.denominator != 1:
        return None
    words = {WORDS.get(before, ""), BEHIND.get(after, ""), {"余": "within", "多": "within", "来": "about"}.get(more, "")} - {""}
    qualifier = "over" if words == {"over", "within"} else "about" if len(words) > 1 else "".join(words) or "exact"
    rounded = step(text) * scale
    half = 0 if base == "person" and rounded == 1 else rounded / 2
    bounds = {
        "exact": (max(value - half, 0), value + half),
        "under": (-inf, value),
        "over": (value, inf),
        "within": (value, value + worth(text, zeros=False) * scale),
        "about": (-inf, inf),
    }[qualifier]
    return Said(qualifier, float(value), float(bounds[0]), float(bounds[1]), base)
