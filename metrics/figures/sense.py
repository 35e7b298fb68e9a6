"""What the parts of a figure mean together: its units, and why some parts mean nothing beside each other."""

import re
from decimal import Decimal
from functools import lru_cache

from .grammar import Parts, Qualifier, more_of
from .numerals import numeral
from .units import COINS, SHARES, measured

BARE = re.compile("[百千万亿]")


class Stop(Exception):
    """A part of a figure, by its name in the grammar, that makes no sense with the others."""


Scale = tuple[str, Decimal]


def scales(parts: Parts, given: str) -> tuple[Scale, Scale]:
    """Unit and factor of a figure, and of the upper end of a range."""
    unit, last, denominator = parts["unit"], parts["last"], parts["parts"]
    if denominator:
        return share(denominator), share(parts["of"] or denominator)
    coin = parts["coin"] or parts["money"]
    first = scale(unit or last, "unit" if unit else "last", coin, given)
    return first, scale(last, "last", coin, given) if unit and last else first


@lru_cache(maxsize=100)
def share(denominator: str) -> Scale:
    """百分之 -> one percent."""
    return "percent", 100 / numeral(denominator).value


@lru_cache(maxsize=1000)
def scale(word: str, group: str, coin: str, given: str) -> Scale:
    """Unit and factor by a measure word, by the currency before the number, or as given."""
    currency = COINS.get(coin.casefold(), "")
    if not word or (currency and word == "元"):
        return currency or given, Decimal(1)
    found = measured(word)
    if found is None or (currency and found[0] != currency):
        raise Stop(group)
    return found[0], Decimal(str(found[1]))


def objection(parts: Parts, base: str, other: str, qualifier: Qualifier) -> str:
    """The group that makes no sense with the rest of a figure; empty where all of them do."""
    more = more_of(parts)
    worded = parts["before"] or parts["after"] or more
    bare = BARE.match(parts["number"]) and (qualifier == "exact" or parts["upper"])
    objections = (
        ("money", parts["coin"] and parts["money"]),
        ("unit", parts["parts"] and parts["unit"]),
        ("upper", parts["of"] and not parts["parts"]),
        ("last", base != other or (parts["parts"] and parts["last"])),
        ("number", bare and not parts["parts"]),
        ("number", parts["parts"] and re.search("[万亿]", parts["number"] + parts["upper"] + parts["chain"] + parts["hundred"])),
        ("minus", parts["minus"] and (base not in SHARES or worded or parts["upper"])),
        ("beyond", parts["beyond"] and (parts["more"] or parts["odd"] or not parts["number"])),
        ("chain", parts["chain"] and re.search("亿" if parts["chain"] == "亿" else "[万亿]", parts["number"])),
        ("upper", parts["upper"] and (worded or not parts["number"] or parts["hundred"])),
        ("upper", parts["upper"] and not parts["of"] and BARE.match(parts["upper"])),
    )
    return next((group for group, applies in objections if applies), "")
