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
        Bilingual("时段长短不同：{a}为{x}，{b}为{y}。", "Periods differ in length: {a} covers {x}, {b} covers {y}."),
        "per-year",
    ),
    Rule(
        "periods_are_open",
        "warn",
        Bilingual("时段", "period"),
        ("kind", *PERIOD),
        periods_are_open,
        Bilingual("时段不完整：{a}。", "A period is not fully stated: {a}."),
        "sources",
        open_period,
    ),
    Rule(
        "periods_are_apart",
        "warn",
        Bilingual("时段截止", "end of period"),
        PERIOD,
        periods_are_apart,
        Bilingual("截止时间相差一年以上：{a}为{x}，{b}为{y}。", "Their ends are more than a year apart: {a} covers {x}, {b} covers {y}."),
        "leave-out",
    ),
    Rule(
        "prices_differ",
        "note",
        Bilingual("价格", "prices"),
        ("unit", *PERIOD),
        prices_differ,
        Bilingual(
            "金额均为当年价，未作价格调整（{a}为{x}，{b}为{y}）。",
            "Amounts are in the prices of their own years; no report names a price basis ({a}: {x}, {b}: {y}).",
        ),
        "",
    ),
)
TIME = {rule.name: rule for rule in TIMING}
