"""A figure as printed -> what is known of the number: `近2.5万人` -> at most 25,000 persons.

The grammar is the one that reports use, in simplified and traditional characters, with a little
English: [qualifier] number [余|多] [万|亿] [余|多] measure word [以上|左右]. What it cannot read, it
refuses, and says how far it came. These conventions decide the bounds:

* A printed number is rounded to its last digit: 18.51亿 is 1,851,000,000 give or take 500,000.
  Whole numbers of people and things below 万 are exact.
* 余 and 多 reach up to the next step of the last digit that is not zero: 700余 is 700 to 800,
  30多亿 is 30 to 40亿, 万余 is 1 to 2万.
* 近, 不足 bound from above, 超, 逾, 以上 from below; 约 and 左右 bound nothing.
* 数十 and 几十 are 20 to 100; 3至5万 is 3万 to 5万.
* Words that contradict each other (近3000余) bound nothing; 超 with 余 bounds from below alone.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
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
    "億萬兩餘幾個項場臺對間棟輛頭隻匹雙張冊種類門處塊條達過約滿畝數戶許輪節團隊噸單級廠將從於內計總為筆盤屆頂組幣〇",
    "亿万两余几个项场台对间栋辆头只匹双张册种类门处块条达过约满亩数户许轮节团队吨单级厂将从于内计总为笔盘届顶组币零",
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

DIGITS = r"\d{1,15}(?:\.\d{1,6})?"
# Chinese numerals as they are written in full: 十四五 (a plan's name), 三百五 (305 or 350?), 千百万 are none.
ONE = "[一二两三四五六七八九]"
TENS = f"{ONE}十{ONE}?|零{ONE}"
HUNDREDS = f"{ONE}百(?:零?(?:{TENS}))?"
THOUSANDS = f"{ONE}千(?:零?(?:{HUNDREDS}|{TENS}))?"
SECTION = f"(?:{ONE}?千(?:零?(?:{HUNDREDS}|{TENS}))?|{ONE}?百(?:零?(?:{TENS}))?|{ONE}?十{ONE}?|{ONE})"
CHINESE = f"(?:{SECTION}?万?亿(?:零?{SECTION}万)?|{SECTION}?万)(?:零?(?:{THOUSANDS}|{HUNDREDS}|{TENS}))?|{SECTION}|零"
POWER = "[十百千]?万?亿|[十百千]?万|[十百千]"
MEASURE = "|".join(sorted(map(re.escape, PRINTED), key=len, reverse=True))
GRAMMAR = re.compile(
    rf"(?:{NEUTRAL})*(?P<before>{UNDER}|{OVER}|{ABOUT})? ?(?:{NEUTRAL})*"
    rf"(?:[数几](?P<several>{POWER})"
    rf"|(?P<number>{DIGITS}|{CHINESE})(?:(?P<own>[万亿])?[至到~—–-](?P<upper>{DIGITS})|(?P<more>[余多几]))?"
    rf" ?(?:(?<=[0-9余多几 ])(?P<chain>{POWER}|{'|'.join(ENGLISH_SCALE)}))?)"
    rf"(?P<then>[余多])? ?(?P<unit>{MEASURE})?(?P<after>以上|以下|以内|左右|上下)?",
    re.IGNORECASE | re.ASCII,
)


@lru_cache(maxsize=10_000)  # several rules and the catalog read the same figure
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
    if parts["upper"] and (low > high or parts["before"] or parts["then"] or parts["after"]):
        raise Unreadable(token[: found.start("upper")], token[found.start("upper") :])
    scale = Decimal(str(factor))
    return Reading(qualifier, float(value * scale), Interval(float(low * scale), float(high * scale)), base)


def normalised(stated: str) -> str:
    """Half-width, simplified, without thousands separators; blanks stay only between English words."""
    token = "".join(half_width(character) for character in stated.replace("m²", "m2")).translate(SIMPLIFIED)
    token = " ".join(token.split()) if token.isascii() else "".join(token.split())
    return re.sub(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])", lambda number: number.group().replace(",", ""), token)


def half_width(character: str) -> str:
    """The plain form; a raised or encircled digit stays what it is, a footnote's mark and no part of the number."""
    marked = unicodedata.decomposition(character).startswith(("<super>", "<sub>", "<circle>"))
    return character if marked else unicodedata.normalize("NFKC", character)


Parts = dict[str, str | None]


def bounds(parts: Parts, discrete: bool) -> tuple[Qualifier, Decimal, Decimal, Decimal]:
    """Qualifier, value, low and high of a matched figure, before the unit's factor."""
    qualifier = qualified(parts)
    value, following, half = extent(parts, discrete)
    if qualifier == "exact":
        return qualifier, value, max(value - half, Decimal(0)), value + half
    low = value if qualifier in ("over", "within") else Decimal("-Infinity")
    high = {"under": value, "within": following}.get(qualifier, Decimal("Infinity"))
    return qualifier, value, low, high


def qualified(parts: Parts) -> Qualifier:
    """What all qualifying words of a figure say together."""
    words: set[Qualifier] = {
        qualifier
        for word, table in ((parts["before"], QUALIFIED), (parts["after"], AFTER))
        for pattern, qualifier in table
        if word and re.fullmatch(pattern, word, re.IGNORECASE)
    }
    if parts["several"] or parts["upper"] or parts["more"] or parts["then"]:
        words.add("within")
    if words == {"over", "within"}:
        return "over"
    return "about" if len(words) > 1 else words.pop() if words else "exact"


def extent(parts: Parts, discrete: bool) -> tuple[Decimal, Decimal, Decimal]:
    """The number, the end of what 余 or a range reaches to, and half of the step that it is rounded to."""
    if several := parts["several"]:
        return 2 * product(several), 10 * product(several), Decimal(0)
    chain = parts["chain"] or ""
    scale = product(chain)
    value, digit, step = numeral(parts["number"] or "")
    if upper := parts["upper"]:
        return value * product(parts["own"] or chain), Decimal(upper) * scale, Decimal(0)
    half = Decimal(0) if discrete and step * scale == 1 else step * scale / 2
    return value * scale, (value + digit) * scale, half


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
    digit, step = (Decimal(1).scaleb(int(number.as_tuple().exponent)) for number in (value.normalize(), value))
    return value, digit, step


def chinese(printed: str) -> tuple[Decimal, Decimal, Decimal]:
    """三百二十 -> 320, 10, 1; 两千万 -> 20,000,000, 10,000,000, 10,000,000."""
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
