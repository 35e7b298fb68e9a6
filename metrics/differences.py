"""The ways in which two figures may differ, as a table of rules.

Each rule looks at two rows of a catalog frame and answers what the two say in one field, or None
where they agree. `RULES` is the table, worst level first. The action of a rule is the one that mends
it: `separate` is asked of figures on different axes too, for those are shown at once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from .period import years
from .terms import period_words, term
from .words import Bilingual

Level = Literal["clean", "note", "warn", "block"]
LEVELS: tuple[Level, ...] = ("clean", "note", "warn", "block")
Action = Literal["sources", "per-year", "separate", "leave-out", ""]

TIMES_LONGER = 1.25  # a quarter more time is no longer the same stretch
DAYS_APART = 366
Figure = Any  # a row of a catalog frame, as `each` gives it
Said = tuple[Bilingual, Bilingual] | None


@dataclass(frozen=True)
class Rule:
    """`differs` answers what the two say in the field, or None where they agree; it reads `columns` alone."""

    name: str
    level: Level
    field: Bilingual
    columns: tuple[str, ...]
    differs: Callable[[Figure, Figure], Said]
    sentence: Bilingual
    action: Action


def terms_of(column: str) -> Callable[[Figure, Figure], Said]:
    """Two figures differ if a column does; what each says is the column's term."""

    def differs(a: Figure, b: Figure) -> Said:
        one, other = getattr(a, column), getattr(b, column)
        return None if one == other else (term(column, one), term(column, other))

    return differs


def counted_things_differ(a: Figure, b: Figure) -> Said:
    if a.label_zh == b.label_zh:
        return None
    whole = Bilingual("全部", "all of it")
    said = [Bilingual(one.label_zh, one.label_en) if one.label_zh else whole for one in (a, b)]
    return said[0], said[1]


def scopes_differ(a: Figure, b: Figure) -> Said:
    if a.extent != b.extent or a.extent == "whole" or a.scope == b.scope:
        return None
    return Bilingual(a.scope, a.scope_en), Bilingual(b.scope, b.scope_en)


def years_long(figure: Figure) -> float | None:
    """Length of the period in years, None where an end is open or unstated."""
    if pd.isna(figure.period_start) or pd.isna(figure.period_end):
        return None
    return years(figure.period_start.date(), figure.period_end.date())


def lengths_differ(a: Figure, b: Figure) -> Said:
    """Totals over stretches of different length: the longer one may be larger for that alone."""
    one, other = years_long(a), years_long(b)
    if (
        a.kind != "total"
        or b.kind != "total"
        or a.unit.endswith("-per-year")
        or one is None
        or other is None
        or max(one, other) <= TIMES_LONGER * min(one, other)
    ):
        return None
    return spans(a, b)


def periods_are_open(a: Figure, b: Figure) -> Said:
    """A total without both ends has no length, a level or a rate without an end no date."""
    return spans(a, b) if is_open(a) or is_open(b) else None


def is_open(figure: Figure) -> bool:
    return bool(pd.isna(figure.period_end) or (figure.kind == "total" and pd.isna(figure.period_start)))


def periods_are_apart(a: Figure, b: Figure) -> Said:
    """Ends more than a year apart. Per year does not bring them together: leaving the odd one out does."""
    if pd.isna(a.period_end) or pd.isna(b.period_end):
        return None
    apart = abs((a.period_end - b.period_end).days)
    return spans(a, b) if apart > DAYS_APART else None


def spans(a: Figure, b: Figure) -> tuple[Bilingual, Bilingual]:
    return period_words(a.period), period_words(b.period)


def prices_differ(a: Figure, b: Figure) -> Said:
    """Money of different years, in the prices of each: no report names a price basis."""
    if "CNY" not in (a.unit.partition("-per-")[0], b.unit.partition("-per-")[0]) or years_of(a) == years_of(b):
        return None
    return spans(a, b)


def years_of(figure: Figure) -> tuple[Any, ...]:
    """First and last year of the period; the text itself where they are not both known."""
    known = pd.notna(figure.period_start) and pd.notna(figure.period_end)
    return (figure.period_start.year, figure.period_end.year) if known else (figure.period,)


def bases_are_unknown(a: Figure, b: Figure) -> Said:
    """Neither report says how real its figure is: they may differ without anyone seeing it."""
    said = term("basis", a.basis)
    return (said, said) if a.basis == b.basis == "unstated" and a.kind != "rate" else None


def order_is_uncertain(a: Figure, b: Figure) -> Said:
    """Bounds that overlap without being the same exact value: neither can be called the larger."""
    separate = (a.high < b.low) or (b.high < a.low)
    same = a.low == a.high == b.low == b.high
    return None if separate or same else (as_drawn(a), as_drawn(b))


def as_drawn(figure: Figure) -> Bilingual:
    """The printed figure, with the step that was taken from it where its bounds are derived: 18.51亿元 ÷ 14.67 years."""
    steps = getattr(figure, "step_zh", ""), getattr(figure, "step_en", "")
    return Bilingual(*(f"{figure.stated} {step}".strip() for step in steps))


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
        "bases_differ",
        "warn",
        Bilingual("口径", "basis"),
        ("basis",),
        terms_of("basis"),
        Bilingual("口径不同：{a}（{x}），{b}（{y}）{n}。", "Bases differ: {a} ({x}), {b} ({y}){n}."),
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
