"""The shape of a printed figure, and the words around its number."""

import re
from functools import cache
from typing import Literal, get_args

from .numerals import BIG, NEXT, NUMERAL, PAIR, POWER
from .units import COINS, PRINTED

Qualifier = Literal["exact", "under", "over", "within", "about"]
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)

UNDER = "不足|不到|不超过|不多于|不高于|至多|最多|将近|接近|近|少于|低于|未满|nearly|almost|under|less than|up to|at most"
OVER = "超过|超出|突破|超|逾|过|不少于|不低于|不下|至少|最少|多于|高于|上|more than|over|at least|exceeding"
ABOUT = "大约|约|about|around|some|approximately"
NEUTRAL = "累计|共计|合计|总计|共|已|达到|高达|多达|达|为|a total of"
BEFORE: tuple[tuple[str, Qualifier], ...] = ((UNDER, "under"), (OVER, "over"), (ABOUT, "about"))
AFTER: tuple[tuple[str, Qualifier], ...] = (("以上", "over"), ("以下|以内", "under"), ("左右|上下", "about"))
SAID = {word: qualifier for words, qualifier in (*BEFORE, *AFTER) for word in words.split("|")}

COIN = "|".join(map(re.escape, COINS))
WORD = "|".join(sorted(map(re.escape, PRINTED), key=len, reverse=True))
MEASURE = rf"(?:{WORD})(?:\((?:{WORD})\))?"
DENOMINATOR = r"(?:[二三四五六七八九]?[十百千万]|[二三四五六七八九]|[1-9]\d{0,3})"
GRAMMAR = (
    rf"(?P<coin>{COIN})?(?:{NEUTRAL})*(?P<before>{UNDER}|{OVER}|{ABOUT})? ?(?:{NEUTRAL})*(?P<money>{COIN})? ?"
    rf"(?:(?P<parts>{DENOMINATOR})分之)?"
    rf"(?:[数几](?:个(?=亿))?(?P<several>{POWER})"
    rf"|(?P<head>[一二两三四五六七八九十百千万亿零]+?(?={NEXT}{POWER}))?(?P<pair>{PAIR})(?P<tail>{POWER})?"
    rf"|(?P<minus>[-负])?(?P<number>{NUMERAL})"
    rf"(?:(?P<more>[余多来]|几(?P<tens>[十百千])?)(?:个(?=亿))?(?P<chain>{BIG})?"
    rf"|个(?P<odd>[余多来])?(?P<hundred>亿))?)"
    rf" ?(?P<unit>{MEASURE})?(?P<beyond>(?<=成)[余多])?"
    rf"(?: ?[至到~—–-] ?(?:(?P<of>{DENOMINATOR})分之)?(?P<upper>{NUMERAL}) ?(?P<last>{MEASURE})?)?"
    rf"(?P<after>以上|以下|以内|左右|上下)?"
)
Parts = dict[str, str]  # a group's name -> its text, empty where it is not there


@cache
def grammar() -> re.Pattern[str]:
    """Made when the first figure is read: it takes a twentieth of a start, and one on stored figures reads none."""
    return re.compile(GRAMMAR, re.IGNORECASE | re.ASCII)


def more_of(parts: Parts) -> str:
    """余, 多, 几 or 来, wherever it stands: 30多亿, 3个多亿, 八成多."""
    return parts["more"] or parts["odd"] or parts["beyond"]


def qualified(parts: Parts) -> Qualifier:
    """What all qualifying words of a figure say together."""
    words: set[Qualifier] = {SAID[word.casefold()] for word in (parts["before"], parts["after"]) if word}
    if more := more_of(parts):
        words.add("about" if more == "来" else "within")
    if parts["several"] or parts["upper"] or parts["pair"]:
        words.add("within")
    if words == {"over", "within"}:
        return "over"
    return "about" if len(words) > 1 else words.pop() if words else "exact"
