"""The rules of comparability that speak of time, by name."""

from ..words import Bilingual
from .descriptions import lengths_differ, open_period, periods_are_apart, periods_are_open, prices_differ
from .rule import Rule

PERIOD = ("period", "period_start", "period_end")
TIMING = (
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
        Bilingual("时段没有写全：{a}。", "A period is not fully stated: {a}."),
        "sources",
        open_period,
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
)
TIME = {rule.name: rule for rule in TIMING}
