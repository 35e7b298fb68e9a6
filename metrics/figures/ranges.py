"""From one number to another: 3至5万, 300至500万元, 二三十."""

import re

from .numerals import BIG, DIGIT, ENGLISH_SCALE, ONE, SMALL, Numeral, numeral, whole

ENGLISH = re.compile(rf" ?(?:{'|'.join(ENGLISH_SCALE)})$", re.IGNORECASE)
TAIL = re.compile(rf"(?P<small>{SMALL}?)(?P<big>{BIG}?)$")
LONE = rf"(?:{ONE}|[0-9]+(?:\.[0-9]+)?)"


def between(head: str, pair: str, tail: str) -> tuple[Numeral, Numeral] | None:
    """一百, 二三, 十 -> 120 and 130; None where these are no numbers, 一百二三."""
    texts = [f"{head}{digit}{tail}" for digit in pair]
    return (numeral(texts[0]), numeral(texts[1])) if all(map(whole().fullmatch, texts)) else None


def both(lower: str, upper: str, *, apart: bool) -> tuple[Numeral, Numeral] | None:
    """The ends of a range, each a number in full where they stand `apart`, by a unit of their own; None where there is no telling."""
    power = "" if apart else shared(lower, upper)
    if power is None or not whole().fullmatch(lower + power):
        return None
    return numeral(lower + power), numeral(upper)


def shared(lower: str, upper: str) -> str | None:
    """The power of ten that the lower end borrows of the upper one; None where it may be meant either way.

    3至5万 is 3万 to 5万, 三百至五百万 is 300万 to 500万; 三至五十 may be 3 or 30, and 3万至5万亿 3万 or 3万亿.
    """
    if english := ENGLISH.search(upper):
        return "" if ENGLISH.search(lower) else english.group()
    small, big = tail(upper)
    own = tail(lower)[1]
    if own or "亿" in lower:
        return None if own != big and big.startswith(own) else ""
    if re.search("[万亿]", upper.removesuffix(big)):
        return None
    if not small or not re.fullmatch(LONE, lower) or not re.fullmatch(LONE + small + big, upper):
        return big
    if small == "十":
        return big if DIGIT.get(lower, 0) > DIGIT.get(upper[0], 9) else None
    return small + big


def tail(number: str) -> tuple[str, str]:
    """The small and the big power that a number ends with: 三千五百万 -> 百, 万."""
    found = TAIL.search(number)
    return (found["small"], found["big"]) if found else ("", "")
