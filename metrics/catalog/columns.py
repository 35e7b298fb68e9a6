"""What each column of a data file holds, in both languages, and what an empty cell of it means."""

from dataclasses import dataclass

import pandas as pd

from ..words import Bilingual

NO_NUMBER = Bilingual("没有数字：看 status", "no number: status says why")
OPEN_BELOW = Bilingual("下端未知，或没有数字（看 status）", "open below, or no number (see status)")
OPEN_ABOVE = Bilingual("上端未知，或没有数字（看 status）", "open above, or no number (see status)")
NO_START = Bilingual("报告没有写起点，或没有数字（看 status）", "the report gives no beginning, or no number (see status)")
NO_END = Bilingual("报告没有写终点，或没有数字（看 status）", "the report gives no end, or no number (see status)")
NO_FIGURE = Bilingual("没有数字：看 status", "no figure: status says why")
UNKNOWN = Bilingual("不详", "not known")
WHOLE = Bilingual("结对整体，指标本身", "the whole pairing, the metric as such")
NOTHING_TO_SAY = Bilingual("无", "nothing to say")
NOT_DERIVED = Bilingual("没有折算，或不能折算", "not derived, or not derivable")


@dataclass(frozen=True)
class Column:
    """`type` is text, number, day or flag; `empty` says what an empty cell means, None where none is.

    `unit` is the column that names the unit of a number's row; empty where it has none.
    """

    type: str
    words: Bilingual
    empty: Bilingual | None = None
    unit: str = ""


def text(zh: str, en: str, empty: Bilingual | None = None) -> Column:
    return Column("text", Bilingual(zh, en), empty)


def number(zh: str, en: str, empty: Bilingual | None = None, unit: str = "") -> Column:
    return Column("number", Bilingual(zh, en), empty, unit)


def day(zh: str, en: str, empty: Bilingual | None = None) -> Column:
    return Column("day", Bilingual(zh, en), empty)


DESCRIBED: dict[str, Column] = {
    "figure": text("数字的编号，不变，不重复使用；/f/<编号> 是它的卡片", "id of the figure, never reused; /f/<id> is its card"),
    "pairing": text("结对的编号：支援方-受援方", "id of the pairing: donor-recipient"),
    "donor_zh": text("支援方（中文）", "donor, in Chinese"),
    "donor_en": text("支援方（英文）", "donor, in English"),
    "recipient_zh": text("受援方（中文）", "recipient, in Chinese"),
    "recipient_en": text("受援方（英文）", "recipient, in English"),
    "programme": text("类别的编号，见 pairings.json", "id of the programme; see pairings.json"),
    "metric": text("指标", "metric"),
    "stated": text("报告印出的数字，原样", "the figure as the report prints it", NO_FIGURE),
    "unit": text("基本单位：元 CNY、人 person、人次 person-time 等", "base unit: CNY, person, person-time and others", NO_NUMBER),
    "value": number(
        "读出的数值，按基本单位；只知一端时即该端",
        "the number read, in base units; where one bound alone is known, that bound",
        NO_NUMBER,
        "unit",
    ),
    "low": number("真值的下限", "lower bound of the true value", OPEN_BELOW, "unit"),
    "high": number("真值的上限", "upper bound of the true value", OPEN_ABOVE, "unit"),
    "qualifier": text("确切程度：精确值、近、超、余、约", "certainty: exact, under, over, within, about", NO_NUMBER),
    "period_start": day("时段第一天", "first day of the period", NO_START),
    "period_end": day("时段最后一天", "last day of the period", NO_END),
    "kind": text("总量、存量或比率", "total over the period, level at its end, or rate"),
    "basis": text(
        "口径：计划、签约、安排、到位、投入、完成、未注明", "how real it is: planned, agreed, allocated … completed, unstated", NO_NUMBER
    ),
    "scope": text("所说的是哪一部分（报告的写法）", "the part that the figure speaks of, as the report names it", WHOLE),
    "status": text(
        "有数据、已查未见、不适用；没有这一行即尚未查找", "reported, not-found or not-applicable; no row at all: not searched yet"
    ),
    "preferred": Column("flag", Bilingual("几个报告不一致时数据整理者所取", "the curators' choice where reports differ")),
    "source": text("报告的编号；见 sources.csv", "id of the report; see sources.csv", NO_FIGURE),
    "title": text("来源的标题", "title of the source", UNKNOWN),
    "publisher": text("发布者", "publisher of the source", NO_FIGURE),
    "published": text(
        "发布日期：日、月或年；后有 /.. 为不早于", "when it was published: day, month or year; with /.. at the earliest", UNKNOWN
    ),
    "tier": text("来源级别 A、B、C", "tier of the source: A, B or C", NO_FIGURE),
    "url": text("来源地址", "address of the source", UNKNOWN),
    "locator": text("在来源中的位置：段号或 digest", "where in the source: paragraph number, or digest", UNKNOWN),
    "note": text("说明（中文）", "what a reader must know, in Chinese", NOTHING_TO_SAY),
    "period": text(
        "时段，ISO 8601；.. 为开口；unstated 为报告未写",
        "the period in ISO 8601; .. where an end is open; unstated where the report gives none",
        NO_NUMBER,
    ),
    "label_zh": text("具体计的是什么（中文）", "what exactly is counted, in Chinese", WHOLE),
    "label_en": text("具体计的是什么（英文）", "what exactly is counted, in English", WHOLE),
    "scope_en": text("所说的部分（英文）", "the part that the figure speaks of, in English", WHOLE),
    "extent": text("结对整体、其中一部分、更大范围", "whole: the pairing; part: a part of it; wider: more than it"),
    "note_en": text("说明（英文）", "what a reader must know, in English", NOTHING_TO_SAY),
    "reason_zh": text("为何取这一个（中文）", "why this one is preferred, in Chinese", NOTHING_TO_SAY),
    "reason_en": text("为何取这一个（英文）", "why this one is preferred, in English", NOTHING_TO_SAY),
    "archived": text("来源的存档地址", "address of an archived copy of the source", UNKNOWN),
    "searched": text(
        "查找而未找到的日期", "the day of the search that found nothing", Bilingual("不是“已查，未见数据”", "status is not not-found")
    ),
    "category": text("类别的编号：指标中所计的一部分", "id of the category: the part of the metric that is counted", WHOLE),
    "category_zh": text("类别（中文）", "category, in Chinese", WHOLE),
    "category_en": text("类别（英文）", "category, in English", WHOLE),
    "attribution": text(
        "recipient：受援地自己的成果，报告没有说其中多少归于援助",
        "recipient: a result of the place itself, how much of it is due to the assistance is not told",
        Bilingual("援助本身", "the assistance itself"),
    ),
    "begins_with": text(
        "pairing：时段从结对之年算起，报告只说“N 年来”",
        "pairing: the period begins with the pairing, the report says “in N years”",
        Bilingual("起点如报告所写", "it begins as the report says"),
    ),
    "programme_zh": text("类别（中文）", "programme, in Chinese"),
    "programme_en": text("类别（英文）", "programme, in English"),
    "level": text("受援方层级：national、province、prefecture、county", "level of the recipient: national, province, prefecture, county"),
    "within": text("包含这组结对关系的结对关系", "the pairings that hold this one", Bilingual("没有", "none")),
    "residents": number("受援方常住人口（2020 年普查）", "residents of the recipient, census of 2020", UNKNOWN),
    "report": text("报告的编号，同 source", "id of the report, the same as source", NO_FIGURE),
    "read": text("读了全文 whole，或摘要 digest", "how much of the report was read: whole or digest", NO_FIGURE),
    "publisher_en": text("发布者（英文）", "publisher, in English", NO_FIGURE),
    "original": text("原文的明显网址，未打开", "evident address of the original, not opened", UNKNOWN),
    "site": text(
        "读报告的网站：official、publisher、established、aggregator（转载），unrelated（无关网站上的转载，不列网址）",
        "the site where it was read: official, publisher, established, aggregator (a copy), unrelated (a copy whose address is not given)",
        UNKNOWN,
    ),
    "derived_value": number(
        "折算值（by=year、resident、resident-year、real）",
        "the derived value (by=year, resident, resident-year, real)",
        NOT_DERIVED,
        "derived_unit",
    ),
    "derived_low": number("折算值的下限", "lower bound of the derived value", NOT_DERIVED, "derived_unit"),
    "derived_high": number("折算值的上限", "upper bound of the derived value", NOT_DERIVED, "derived_unit"),
    "derived_unit": text("折算值的单位", "unit of the derived value", NOT_DERIVED),
    "derivation": text("折算的算式", "the step from the value to the derived one", NOT_DERIVED),
    "derived_from": text("折算所用的参考数字；见 sources.csv", "id of the reference figure that it used; see sources.csv", NOT_DERIVED),
}

SOURCE: dict[str, Column] = {
    "pairing": text(
        "结对的编号", "id of the pairing", Bilingual("参考数字的来源，不属于结对", "a source of reference figures, of no pairing")
    ),
    "source": text("报告的编号", "id of the report"),
    "derived_from": text("由它给出的参考数字（人口、价格）", "the reference figure that it gives (residents, prices)", NOT_DERIVED),
    "title": DESCRIBED["title"],
    "publisher": DESCRIBED["publisher"],
    "published": DESCRIBED["published"],
    "tier": DESCRIBED["tier"],
    "language": text("来源的语言", "language of the source"),
    "url": DESCRIBED["url"],
    "archived": DESCRIBED["archived"],
    "note_zh": text("关于来源的说明（中文）", "a note on the source, in Chinese", NOTHING_TO_SAY),
    "note_en": text("关于来源的说明（英文）", "a note on the source, in English", NOTHING_TO_SAY),
    "figures": number("data.csv 中用到它的行数", "how many rows of data.csv rest on it"),
    "read": DESCRIBED["read"],
}


def described(values: "pd.Series[object]") -> Column:
    """A column's description; one that nobody described yet is called by its name."""
    name = str(values.name)
    kinds = {"f": "number", "i": "number", "b": "flag", "M": "day"}
    return DESCRIBED.get(name) or Column(kinds.get(values.dtype.kind, "text"), Bilingual(name, name), UNKNOWN)
