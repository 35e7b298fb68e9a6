"""The vocabulary: what each id of a column is called, in both languages. One word per idea, everywhere."""

import calendar
import re
from functools import lru_cache

from ..words import Bilingual
from . import period as periods
from .units import UNITS, unit_name

TERMS: dict[str, dict[str, Bilingual]] = {
    "unit": {name: unit.name for name, unit in UNITS.items()},
    "kind": {
        "total": Bilingual("时段总量", "total over a period"),
        "level": Bilingual("时点存量", "stock at a date"),
        "rate": Bilingual("比率", "rate"),
    },
    "basis": {
        "planned": Bilingual("计划", "planned"),
        "agreed": Bilingual("协议或意向", "agreed"),
        "allocated": Bilingual("安排", "allocated"),
        "in-place": Bilingual("到位", "received"),
        "spent": Bilingual("投入", "put in"),
        "completed": Bilingual("完成", "completed"),
        "unstated": Bilingual("口径未注明", "basis not stated"),
        "": Bilingual("—", "—"),
    },
    "extent": {
        "whole": Bilingual("结对整体", "the whole pairing"),
        "part": Bilingual("其中一部分", "a part of it"),
        "wider": Bilingual("大于结对的范围", "more than the pairing"),
    },
    "qualifier": {
        "exact": Bilingual("精确值", "exact"),
        "under": Bilingual("不足（上限）", "less than (upper bound)"),
        "over": Bilingual("超过（下限）", "more than (lower bound)"),
        "within": Bilingual("余、多（上下限之间）", "bounded both ways"),
        "about": Bilingual("约（没有上下限）", "about (no bound)"),
    },
    "status": {
        "reported": Bilingual("有数据", "reported"),
        "not-found": Bilingual("已查，未见数据", "searched, not found"),
        "not-applicable": Bilingual("不适用", "not applicable"),
        "not-searched": Bilingual("尚未查找", "not searched yet"),
    },
    "tier": {
        "A": Bilingual("A 级（官方网站或首发媒体）", "tier A (official or first publisher)"),
        "B": Bilingual("B 级（有原名的转载）", "tier B (named original, republished)"),
        "C": Bilingual("C 级（第三方转载）", "tier C (third party's copy)"),
        "": Bilingual("—", "—"),
    },
    "level": {
        "national": Bilingual("全国", "programme as a whole"),
        "province": Bilingual("省级", "province"),
        "prefecture": Bilingual("地市级", "prefecture"),
        "county": Bilingual("县级", "county"),
    },
    "read": {
        "whole": Bilingual("读了全文", "read whole"),
        "digest": Bilingual("只读了摘要", "read in a digest only"),
        "": Bilingual("—", "—"),
    },
    "attribution": {
        "recipient": Bilingual("受援地自己的成果", "the place's own result"),
        "": Bilingual("—", "—"),
    },
    "theme": {
        "money": Bilingual("资金", "Money"),
        "projects": Bilingual("项目", "Projects"),
        "people": Bilingual("人才", "People"),
        "training": Bilingual("培训", "Training"),
        "work": Bilingual("就业", "Work"),
        "health": Bilingual("医疗", "Health"),
        "education": Bilingual("教育", "Education"),
        "trade": Bilingual("产业与消费", "Industry and sales"),
        "exchange": Bilingual("交流", "Exchange"),
    },
}


def term(column: str, value: str) -> Bilingual:
    """What a value of a column is called."""
    return unit_name(value) if column == "unit" else TERMS[column][value]


NOT_STATED = Bilingual("时段未注明", "period not stated")


@lru_cache(maxsize=10_000)  # of the periods that reports print, the same ones come again and again
def period_words(text: str) -> Bilingual:
    """`2010/2024-08` -> 2010—2024.8, 2010 – Aug 2024; an open end stays open."""
    if text in ("", periods.UNSTATED):
        return NOT_STATED
    first, slash, last = text.partition("/")
    if not slash:
        return day_words(first)
    start, end = day_words(first), day_words(last)
    if first == "..":
        return Bilingual(f"截至 {end.zh}", f"up to {end.en}")
    if last == "..":
        return Bilingual(f"{start.zh} 以来", f"since {start.en}")
    dash = " – " if " " in start.en + end.en else "–"
    return Bilingual(f"{start.zh}—{end.zh}", f"{start.en}{dash}{end.en}")


@lru_cache(maxsize=10_000)
def period_prose(text: str) -> Bilingual:
    """The same as a sentence has it: 2010年—2024年8月. English is written alike in both."""
    words = period_words(text)
    return Bilingual(PLAIN_DAY.sub(lambda found: chinese_day(*found[0].split(".")), words.zh).replace(" ", ""), words.en)


PLAIN_DAY = re.compile(r"\d{4}(?:\.\d{1,2}){0,2}")


def chinese_day(*parts: str) -> str:
    return "".join(f"{number}{name}" for number, name in zip(parts, "年月日", strict=False))


MONTHS = calendar.month_abbr


def day_words(text: str) -> Bilingual:
    """A year, month or day by each language's habit."""
    year, *rest = text.split("-")
    if not rest or text == "..":
        return Bilingual(text, text)
    english = " ".join([*(str(int(day)) for day in rest[1:]), MONTHS[int(rest[0])], year])
    return Bilingual(".".join([year, *(str(int(part)) for part in rest)]), english)
