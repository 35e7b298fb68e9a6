"""A figure as printed -> what is known of the number: `近2.5万人` -> at most 25,000 persons.

The grammar is the one that reports use, in simplified and traditional characters, with a little
English: [人民币] [qualifier] number [余|多|几|来] [万|亿] measure word [至 number measure word] [以上|左右].
What it cannot read, it refuses, and says how far it came. These conventions decide the bounds:

* A printed number is rounded to its last digit: 18.51亿 is 1,851,000,000 give or take 500,000; 八成 is 75 to 85%,
  三分之一 as wide as its numerator, 1/6 to 1/2. Whole numbers of people and things below 万 are exact.
* People and things come whole: 1.5万人 is read, 2.5人 is not.
* 余, 多 and 几 reach up to the next step of the last digit that is not zero: 700余 is 700 to 800,
  30多亿 is 30 to 40亿, 万余 is 1 to 2万. A small power behind 几 is how much is added: 三千几百万 is 3,000 to 4,000万.
* 来 is a little more or less: 十来个 bounds nothing, nor do 约 and 左右.
* 近, 不足, 不超过 bound from above, 超, 逾, 过, 以上 from below.
* 数十 and 几十 are 20 to 100; 二三十 is 20 to 30; 3至5万 is 3万 to 5万, 300元至500万元 what it says.
* 百, 千, 万, 亿 alone are a unit's heading and no number, 万元; with a word they are one, 万余元, 近百人, 过亿元.
* A share may be negative, −3%; nothing else is.
* Words that contradict each other (近3000余) bound nothing; 超 with 余 bounds from below alone.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .characters import normalised
from .grammar import QUALIFIERS, Parts, Qualifier, grammar, qualified
from .interval import Interval
from .numerals import Numeral, numeral, product
from .ranges import between, both
from .sense import Stop, objection, scales
from .units import UNITS

__all__ = ["QUALIFIERS", "Qualifier", "Reading", "Unreadable", "read"]


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


class Extent(NamedTuple):
    """A number, the end of what 余 or a range reaches to, and the step that it is rounded to."""

    value: Decimal
    following: Decimal
    step: Decimal


NOTHING, ENDLESS = Decimal(0), Decimal("Infinity")


@lru_cache(maxsize=10_000)  # several rules and the catalog read the same figure
def read(stated: str, unit: str | None = None) -> Reading:
    """What is known of a printed figure. `unit` serves where none is printed. Raises `Unreadable`."""
    token = normalised(stated)
    found = grammar().match(token)
    if found is None:
        raise Unreadable("", token)
    if found.end() != len(token):
        raise Unreadable(found.group(), token[found.end() :])
    try:
        return reading(found.groupdict(""), unit or "")
    except Stop as stop:
        at = max(found.start(str(stop)), 0) if str(stop) else len(token)
        raise Unreadable(token[:at], token[at:] or "?") from None


def reading(parts: Parts, given: str) -> Reading:
    """A matched figure, in base units. Raises `Stop`."""
    (base, factor), (other, upper_factor) = scales(parts, given)
    qualifier = qualified(parts)
    if base not in UNITS:
        raise Stop
    if group := objection(parts, base, other, qualifier):
        raise Stop(group)
    extent = extent_of(parts, factor, upper_factor)
    if UNITS[base].discrete and (extent.value % 1 or (parts["upper"] and extent.following % 1)):
        raise Stop("number")
    low, high = bounds(qualifier, extent, UNITS[base].discrete)
    if parts["minus"]:
        return Reading(qualifier, -float(extent.value), Interval(-float(high), -float(low)), base)
    return Reading(qualifier, float(extent.value), Interval(float(low), float(high)), base)


def extent_of(parts: Parts, factor: Decimal, upper_factor: Decimal) -> Extent:
    """The number that a figure prints, or the two that it lies between. Raises `Stop`."""
    if several := parts["several"]:
        return Extent(2 * product(several) * factor, 10 * product(several) * factor, NOTHING)
    if parts["pair"]:
        return ends(between(parts["head"], parts["pair"], parts["tail"]), "pair", factor, factor)
    if upper := parts["upper"]:
        apart = bool(parts["unit"] or parts["of"])
        return ends(both(parts["number"], upper, apart=apart), "upper", factor, upper_factor)
    written = numeral(parts["number"])
    if parts["tens"] and written.place <= product(parts["tens"]):
        raise Stop("tens")
    powers = parts["chain"] or parts["hundred"]
    value, place, step = written.times(product(powers) * factor if powers else factor)
    return Extent(value, value + place, step)


def ends(numbers: tuple[Numeral, Numeral] | None, group: str, factor: Decimal, upper_factor: Decimal) -> Extent:
    """From the one number to the other, which is not below it. Raises `Stop` at the group."""
    if numbers is None or (lower := numbers[0].value * factor) > (upper := numbers[1].value * upper_factor):
        raise Stop(group)
    return Extent(lower, upper, NOTHING)


def bounds(qualifier: Qualifier, extent: Extent, discrete: bool) -> tuple[Decimal, Decimal]:
    """What is known of a number by its qualifier and by how it is rounded."""
    value, following, step = extent
    if qualifier == "exact":
        if discrete and step == 1:
            return value, value
        return max(value - step / 2, NOTHING), value + step / 2
    low = value if qualifier in ("over", "within") else -ENDLESS
    return low, {"under": value, "within": following}.get(qualifier, ENDLESS)
