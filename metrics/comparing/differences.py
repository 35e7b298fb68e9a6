"""The ways in which two figures may differ, as a table of rules.

Each rule looks at two rows of a catalog frame and answers what the two say in one field, or None
where they agree. `RULES` is the table, worst level first. The action of a rule is the one that mends
it: `separate` is asked of figures on different axes too, for those are shown at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from ..words import Bilingual
from .descriptions import (
    Described,
    Figure,
    bases_are_unknown,
    bases_differ,
    counted_things_differ,
    intentions_differ,
    lengths_differ,
    order_is_uncertain,
    periods_are_apart,
    periods_are_open,
    prices_differ,
    scopes_differ,
    terms_of,
)

Level = Literal["clean", "note", "warn", "block"]
LEVELS: tuple[Level, ...] = ("clean", "note", "warn", "block")
Action = Literal["sources", "per-year", "separate", "leave-out", ""]


@dataclass(frozen=True)
class Rule:
    """`differs` answers what the two say in the field, or None where they agree; it reads `columns` alone."""

    name: str
    level: Level
    field: Bilingual
    columns: tuple[str, ...]
    differs: Callable[[Figure, Figure], Described]
    sentence: Bilingual
    action: Action


PERIOD = ("period", "period_start", "period_end")
RULES: tuple[Rule, ...] = (
    Rule(
        "units_differ",
        "block",
        Bilingual("单位", "unit"),
        ("unit",),
        terms_of("unit"),
        Bilingual("单位不同：{a}为{x}，{b}为{y}，分开显示{n}。", "Units differ: {a} in {x}, {b} in {y}; shown separately{n}."),
        "separate",
    ),
    Rule(
        "kinds_differ",
        "block",
        Bilingual("类型", "kind"),
        ("kind",),
        terms_of("kind"),
        Bilingual("类型不同：{a}为{x}，{b}为{y}，分开显示{n}。", "Kinds differ: {a} is a {x}, {b} a {y}; shown separately{n}."),
        "separate",
    ),
    Rule(
        "extents_differ",
        "block",
        Bilingual("范围", "extent"),
        ("extent",),
        terms_of("extent"),
        Bilingual("范围不同：{a}是{x}，{b}是{y}，不宜放在一起{n}。", "Extent differs: {a} is {x}, {b} is {y}; not shown together{n}."),
        "separate",
    ),
    Rule(
        "counted_things_differ",
        "warn",
        Bilingual("所计", "what is counted"),
        ("label_zh", "label_en"),
        counted_things_differ,
        Bilingual("所计不同：{a}计{x}，{b}计{y}{n}。", "They count different things: {a} counts {x}, {b} counts {y}{n}."),
        "separate",
    ),
    Rule(
        "scopes_differ",
        "warn",
        Bilingual("范围", "scope"),
        ("extent", "scope", "scope_en"),
        scopes_differ,
        Bilingual("范围不同：一个是{x}，一个是{y}{n}。", "Scopes differ: one is {x}, the other {y}{n}."),
        "separate",
    ),
    Rule(
        "intentions_differ",
        "warn",
        Bilingual("预定或已发生", "intended or actual"),
        ("basis",),
        intentions_differ,
        Bilingual(
            "一个是预定的，另一个是已发生的或未注明：{a}（{x}），{b}（{y}）{n}。",
            "One is intended, the other actual or not stated: {a} ({x}), {b} ({y}){n}.",
        ),
        "sources",
    ),
    Rule(
        "lengths_differ",
        "warn",
        Bilingual("时段长短", "length of period"),
        ("kind", "unit", *PERIOD),
        lengths_differ,
        Bilingual("时段长短不同：{a}为{x}，{b}为{y}{n}。", "Periods differ in length: {a} covers {x}, {b} covers {y}{n}."),
        "per-year",
    ),
    Rule(
        "periods_are_open",
        "warn",
        Bilingual("时段", "period"),
        ("kind", *PERIOD),
        periods_are_open,
        Bilingual("时段没有写全：{a}为{x}，{b}为{y}{n}。", "A period is not fully stated: {a} covers {x}, {b} covers {y}{n}."),
        "sources",
    ),
    Rule(
        "periods_are_apart",
        "warn",
        Bilingual("时段截止", "end of period"),
        PERIOD,
        periods_are_apart,
        Bilingual("截止相差一年以上：{a}为{x}，{b}为{y}{n}。", "Their ends are more than a year apart: {a} covers {x}, {b} covers {y}{n}."),
        "leave-out",
    ),
    Rule(
        "bases_differ",
        "note",
        Bilingual("口径", "basis"),
        ("basis",),
        bases_differ,
        Bilingual("口径不同：{a}（{x}），{b}（{y}）{n}。", "Bases differ: {a} ({x}), {b} ({y}){n}."),
        "sources",
    ),
    Rule(
        "bases_are_unknown",
        "note",
        Bilingual("口径", "basis"),
        ("basis", "kind"),
        bases_are_unknown,
        Bilingual(
            "{a}与{b}都没有注明口径，是否同一口径不得而知{n}。",
            "Neither {a} nor {b} states its basis; whether they share one is not known{n}.",
        ),
        "sources",
    ),
    Rule(
        "prices_differ",
        "note",
        Bilingual("价格", "prices"),
        ("unit", *PERIOD),
        prices_differ,
        Bilingual(
            "金额按各时段的当年价格，报告未注明价格基准（{a}为{x}，{b}为{y}）{n}。",
            "Amounts are in the prices of their own years; no report names a price basis ({a}: {x}, {b}: {y}){n}.",
        ),
        "",
    ),
    Rule(
        "order_is_uncertain",
        "note",
        Bilingual("大小", "order"),
        ("stated", "low", "high"),
        order_is_uncertain,
        Bilingual(
            "大小不能确定：{a}（{x}）与{b}（{y}）的界限重叠{n}。",
            "Their order is not certain: the bounds of {a} ({x}) and {b} ({y}) overlap{n}.",
        ),
        "sources",
    ),
    Rule(
        "tiers_differ",
        "note",
        Bilingual("来源级别", "source tier"),
        ("tier",),
        terms_of("tier"),
        Bilingual("来源级别不同：{a}为{x}，{b}为{y}{n}。", "Sources differ in tier: {a} is {x}, {b} is {y}{n}."),
        "sources",
    ),
)
