"""A number as it is written -> its value, the place of its last digit that is not zero, and the step it is rounded to.

Digits (18.51亿, 3千), characters (三千五百万, 三点五亿), both (1亿3千万, 1万5千), a little English (1.1 billion):

* In characters a number is written in full: 十四五 (a plan's name), 三百五 (305 or 350?) and 千百万 are none.
* The step is that of the last digit printed. A number in characters below 万 is meant to the last one: 三百 is 300, 3百 some 300.
"""

import re
from decimal import Decimal
from functools import cache
from math import prod
from typing import NamedTuple

DIGIT = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"两": 2}
SCALE = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
ENGLISH_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "bln": 10**9, "mln": 10**6}

# 千 and 百 of 千瓦, 千克, 百分点 belong to the unit; 5千米 is the same either way.
HUNDRED, THOUSAND = "百(?!分)", "千(?![瓦克])"
SMALL = f"(?:十|{HUNDRED}|{THOUSAND})"
BIG = "(?:万?亿|万)"
POWER = f"(?:{SMALL}?{BIG}|{SMALL})"
ONE = "[一二两三四五六七八九]"


def full(one: str) -> tuple[str, str]:
    """Patterns of 10 to 99 or 01 to 09, and of 100 to 9999, each written in full with such digits."""
    tens = f"(?:{one}十{one}?|零{one})"
    hundreds = f"{one}{HUNDRED}(?:零?{tens})?"
    return tens, f"(?:{one}{THOUSAND}(?:零?(?:{hundreds}|{tens}))?|{hundreds})"


TENS, REST = full(ONE)
SECTION = f"(?:{REST}|{THOUSAND}(?:零?(?:{ONE}{HUNDRED}(?:零?{TENS})?|{TENS}))?|{HUNDRED}(?:零?{TENS})?|{ONE}?十{ONE}?|{ONE})"
CHINESE = f"(?:(?:{SECTION}万零?{REST}亿|{SECTION}?万?亿)(?:零?{SECTION}万)?|{SECTION}?万)(?:零?(?:{REST}|{TENS}))?|{SECTION}|零"
POINT = f"(?:{SECTION}|零)点[零一二三四五六七八九]{{1,6}}{BIG}?"
MIXED_REST = full("[1-9一二两三四五六七八九]")[1]
MIXED = (
    rf"\d{{1,4}}万?亿零?(?:{MIXED_REST}|\d{{1,4}}(?:\.\d{{1,6}})?)万"
    rf"|\d{{1,4}}万零?(?:{MIXED_REST}|\d{{4}}(?![\d.]))亿?"
    rf"|[1-9](?:{THOUSAND}零?[1-9]{HUNDRED}|{HUNDRED}零?[1-9]十){BIG}?"
)
DIGITS = rf"\d{{1,15}}(?:\.\d{{1,6}})?(?:{POWER}| ?(?:{'|'.join(ENGLISH_SCALE)}))?"
NUMERAL = f"(?:{MIXED}|{DIGITS}|{POINT}|{CHINESE})"

SCALED = re.compile(r"(\d+(?:\.\d+)?) ?([^\d.]*)", re.ASCII)
TERMS = re.compile(r"\d+(?:\.\d+)?|.", re.ASCII)
# Two digits beside each other are from the one to the other: 二三十 is 20 to 30; 三五个 are three to five.
NEXT = "(?:一[二两]|[二两]三|三四|四五|五六|六七|七八|八九)"
PAIR = f"(?:{NEXT}|三五)"
PLACES = {exponent: Decimal(1).scaleb(exponent) for exponent in range(-6, 16)}


@cache
def whole() -> re.Pattern[str]:
    """A number, made when the first range is read: as with `grammar.grammar`."""
    return re.compile(NUMERAL, re.IGNORECASE | re.ASCII)


class Numeral(NamedTuple):
    value: Decimal
    place: Decimal
    step: Decimal

    def times(self, scale: Decimal) -> "Numeral":
        return self if scale == 1 else Numeral(self.value * scale, self.place * scale, self.step * scale)


def numeral(printed: str) -> Numeral:
    """What a number says that matches `NUMERAL`."""
    if "点" in printed:
        printed = pointed(printed)
    scaled = SCALED.fullmatch(printed)
    if not scaled:
        return compound(printed)
    return digits(scaled[1]).times(product(scaled[2])) if scaled[2] else digits(scaled[1])


def pointed(printed: str) -> str:
    """十三点五亿 -> 13.5亿."""
    whole, _, rest = printed.partition("点")
    return f"{compound(whole).value}." + "".join(str(DIGIT.get(character, character)) for character in rest)


def digits(printed: str) -> Numeral:
    """18.50 -> 18.5, 0.1, 0.01; 3000 -> 3000, 1000, 1."""
    whole, _, rest = printed.partition(".")
    plain = (whole + rest).rstrip("0")
    return Numeral(Decimal(printed), PLACES[len(whole) - len(plain) if plain else 0], PLACES[-len(rest)])


def product(chain: str) -> Decimal:
    """百万 -> 1,000,000; million likewise."""
    if chain.casefold() in ENGLISH_SCALE:
        return Decimal(ENGLISH_SCALE[chain.casefold()])
    return Decimal(prod(SCALE[character] for character in chain))


def compound(printed: str) -> Numeral:
    """三百二十 -> 320, 10, 1; 两千万 -> 20,000,000, 10,000,000, 10,000,000; 1亿3千万 -> 130,000,000, 10,000,000, 10,000,000."""
    total = section = Decimal(0)
    last, one = Numeral(Decimal(0), Decimal(1), Decimal(1)), Decimal(1)
    for term in TERMS.findall(printed):
        scale = Decimal(SCALE.get(term, 0))
        if not scale:
            last = digits(str(DIGIT.get(term, term)))
            last = last if term[0].isascii() else Numeral(last.value, one, one)
        elif scale < 10**4:
            section += (last.value or 1) * scale
            last = Numeral(Decimal(0), scale, scale)
        else:
            section = section + last.value or Decimal(0 if total else 1)
            total = total + section * scale if scale == 10**4 else (total + section) * scale
            section, last = Decimal(0), Numeral(Decimal(0), last.place * scale, last.step * scale)
    value = total + section + last.value
    return Numeral(value, last.place, one if value < 10**4 and not re.search("[0-9]", printed) else last.step)
