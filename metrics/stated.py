"""A figure as printed -> what is known of the number: `近2.5万人` -> at most 25,000 persons.

The grammar is the one that reports use, in simplified and traditional characters, with a little
English: [qualifier] number [余|多] [万|亿] [余|多] measure word [以上|左右]. What it cannot read, it
refuses, and says how far it came. Three conventions decide the bounds:

* A printed number is rounded to its last digit: 18.51亿 is 1,851,000,000 give or take 500,000.
  Whole numbers of people and things below 万 are exact.
* 余 and 多 reach up to the next step of the last digit that is not zero: 700余 is 700 to 800,
  30多亿 is 30 to 40亿, 万余 is 1 to 2万.
* 近, 不足 bound from above, 超, 逾, 以上 from below; 约 and 左右 bound nothing.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from .interval import Interval
from .units import PRINTED, UNITS

Qualifier = Literal["exact", "under", "over", "within", "about"]
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)


@dataclass(frozen=True)
class Reading:
    """`value` is where the figure is drawn, in base units; `interval` is what is known of it."""

    qualifier: Qualifier
    value: float
    interval: Interval
    unit: str


class Unreadable(ValueError):
    """`read` is the part that was understood, `rest` what stopped it."""

    def __init__(self, read: str, rest: str) -> None:
        super().__init__(f"read {read!r}, stopped at {rest!r}")
        self.read, self.rest = read, rest


SIMPLIFIED = str.maketrans(
    "億萬兩餘幾個項場臺對間棟輛頭隻匹雙張冊種類門處塊條達過約滿畝數戶許輪節團隊噸單級廠將從〇",
    "亿万两余几个项场台对间栋辆头只匹双张册种类门处块条达过约满亩数户许轮节团队吨单级厂将从零",
)
UNDER = "不足|不到|将近|接近|近|少于|低于|未满|nearly|almost|under|less than"
OVER = "超过|超出|突破|超|逾|不少于|不低于|不下|至少|多于|高于|上|more than|over|at least|exceeding"
ABOUT = "大约|约|about|around|some|approximately"
NEUTRAL = "累计|共计|合计|总计|共|已|达到|达|为|a total of"
QUALIFIED: tuple[tuple[str, Qualifier], ...] = ((UNDER, "under"), (OVER, "over"), (ABOUT, "about"))
AFTER: tuple[tuple[str, Qualifier], ...] = (("以上", "over"), ("以下|以内", "under"), ("左右|上下", "about"))

DIGIT = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}
SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
ENGLISH_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "bln": 10**9, "mln": 10**6}

NUMBER = r"\d+(?:\.\d+)?|[零一二两三四五六七八九十百千万亿]+"
CHAIN = r"[十百千万亿]+|" + "|".join(ENGLISH_SCALE)
MEASURE = "|".join(sorted(map(re.escape, PRINTED), key=len, reverse=True))
GRAMMAR = re.compile(
    rf"(?:{NEUTRAL})*(?P<before>{UNDER}|{OVER}|{ABOUT})? ?(?:{NEUTRAL})*"
    rf"(?:[数几](?P<several>[十百千万亿]+)"
    rf"|(?P<number>{NUMBER})(?:(?P<own>[万亿])?[至到~—–-](?P<upper>{NUMBER}))?(?P<more>[余多几])? ?(?P<chain>{CHAIN})?)"
    rf"(?P<then>[余多])? ?(?P<unit>{MEASURE})?(?P<after>以上|以下|以内|左右|上下)?",
    re.IGNORECASE,
)


def read(stated: str, unit: str | None = None) -> Reading:
    """What is known of a printed figure. `unit` serves where none is printed. Raises `Unreadable`."""
    token = normalised(stated)
    found = GRAMMAR.match(token)
    if found is None:
        raise Unreadable("", token)
    parts = found.groupdict()
    printed = (parts["unit"] or "").casefold()
    base, factor = PRINTED[printed] if printed else (unit or "", 1)
    if found.end() != len(token) or not base or base not in UNITS:
        raise Unreadable(found.group(), token[found.end() :] or "?")
    qualifier, value, low, high = bounds(parts, UNITS[base].discrete)
    scale = Decimal(str(factor))
    return Reading(
        qualifier,
        float(value * scale),
        Interval(*(float(side * scale) for side in (low, high))),
        base,
    )


def normalised(stated: str) -> str:
    """Half-width, simplified, without thousands separators; blanks stay only between English words."""
    token = unicodedata.normalize("NFKC", stated).translate(SIMPLIFIED)
    return re.sub(r"(?<=\d),(?=\d{3})", "", " ".join(token.split()) if token.isascii() else "".join(token.split()))


def bounds(parts: dict[str, str | None], discrete: bool) -> tuple[Qualifier, Decimal, Decimal, Decimal]:
    """Qualifier, value, low and high of a matched figure, before the unit's factor."""
    if several := parts["several"]:
        step = product(several)
        return "within", 2 * step, 2 * step, 10 * step
    number, chain = parts["number"] or "", parts["chain"] or ""
    scale = product(chain)
    value, digit, step = numeral(number)
    value, digit, step = value * scale, digit * scale, step * scale
    if upper := parts["upper"]:
        lower = numeral(number)[0] * product(parts["own"] or chain)
        return "within", lower, lower, numeral(upper)[0] * scale
    if parts["more"] or parts["then"]:
        return "within", value, value, value + digit
    for word, table in ((parts["before"], QUALIFIED), (parts["after"], AFTER)):
        for words, qualifier in table:
            if word and re.fullmatch(words, word, re.IGNORECASE):
                return one_sided(qualifier, value)
    half = Decimal(0) if discrete and step == 1 else step / 2
    return "exact", value, value - half, value + half


def one_sided(qualifier: Qualifier, value: Decimal) -> tuple[Qualifier, Decimal, Decimal, Decimal]:
    infinity = Decimal("Infinity")
    low = value if qualifier == "over" else -infinity
    high = value if qualifier == "under" else infinity
    return qualifier, value, low, high


def product(chain: str) -> Decimal:
    """百万 -> 1,000,000; million likewise."""
    if chain.casefold() in ENGLISH_SCALE:
        return Decimal(ENGLISH_SCALE[chain.casefold()])
    result = Decimal(1)
    for character in chain:
        result *= SCALE[character]
    return result


def numeral(printed: str) -> tuple[Decimal, Decimal, Decimal]:
    """Value, the place of its last digit that is not zero, and the step it is rounded to."""
    if not printed[0].isdigit():
        return chinese(printed)
    value = Decimal(printed)
    step = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    digit = step
    while "." not in printed and value and value % (digit * 10) == 0:
        digit *= 10
    return value, digit, step


def chinese(printed: str) -> tuple[Decimal, Decimal, Decimal]:
    """三百二十 -> 320, 10, 1; 两千万 -> 20,000,000, 10,000,000, 10,000,000. Raises `Unreadable`."""
    if twice := re.search(r"[一二两三四五六七八九]{2}", printed):  # 十四五 is a plan's name, not 145
        raise Unreadable(printed[: twice.start() + 1], printed[twice.start() + 1 :])
    total = section = digit = 0
    place = 1
    for character in printed:
        if character in DIGIT:
            digit, place = DIGIT[character], 1
        elif (scale := SCALE[character]) < 10**4:
            section += (digit or 1) * scale
            digit, place = 0, scale
        else:
            section = section + digit or (0 if total else 1)
            total = total + section * scale if scale == 10**4 else (total + section) * scale
            section = digit = 0
            place *= scale
    value = total + section + digit
    return Decimal(value), Decimal(place), Decimal(place if value >= 10**4 else 1)
