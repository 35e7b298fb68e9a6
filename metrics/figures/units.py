"""Units: what a printed measure word counts, and how a unit is named."""

from typing import NamedTuple

from ..words import Bilingual


class Unit(NamedTuple):
    """A base unit. `discrete` ones come in whole numbers, so a plain integer is exact."""

    name: Bilingual
    discrete: bool


UNITS: dict[str, Unit] = {
    "CNY": Unit(Bilingual("元", "CN¥"), False),
    "USD": Unit(Bilingual("美元", "US$"), False),
    "HKD": Unit(Bilingual("港元", "HK$"), False),
    "EUR": Unit(Bilingual("欧元", "€"), False),
    "person": Unit(Bilingual("人", "persons"), True),
    "person-time": Unit(Bilingual("人次", "person-times"), True),
    "household": Unit(Bilingual("户", "households"), True),
    "count": Unit(Bilingual("个（项）", "number"), True),
    "percent": Unit(Bilingual("%", "%"), False),
    "percentage-point": Unit(Bilingual("个百分点", "percentage points"), False),
    "times": Unit(Bilingual("倍", "times"), False),
    "m2": Unit(Bilingual("平方米", "m²"), False),
    "m3": Unit(Bilingual("立方米", "m³"), False),
    "km": Unit(Bilingual("公里", "km"), False),
    "mu": Unit(Bilingual("亩", "mu (1/15 ha)"), False),
    "tonne": Unit(Bilingual("吨", "tonnes"), False),
    "day": Unit(Bilingual("天", "days"), False),
    "kW": Unit(Bilingual("千瓦", "kW"), False),
    "kWh": Unit(Bilingual("千瓦时", "kWh"), False),
}
CURRENCIES = ("CNY", "USD", "HKD", "EUR")
SHARES = ("percent", "percentage-point")  # the units that may be negative

# What comes in pieces. A measure has a unit of its own. 块 may be a piece or, as one speaks, a 元: 块钱 is read, 块 is not.
COUNTED = (
    "个 所 家 项 场 期 批 台 例 对 班 次 件 套 条 座 间 栋 幢 辆 头 只 匹 株 棵 张 册 本 份 支 种 类 门 处 片 双 床 架 笔 款 部 盘 "
    "粒 根 届 轮 站 节 堂 篇 幅 顶 村 校 组 队 团 轮次 批次 班次 场次 台次 台套 项次 期次 个班 项目"
).split()

# Printed -> (unit, factor to the base unit).
PRINTED: dict[str, tuple[str, float]] = {
    **dict.fromkeys(COUNTED, ("count", 1)),
    **dict.fromkeys(("元", "块钱", "元人民币", "人民币", "yuan", "rmb"), ("CNY", 1)),
    **dict.fromkeys(("美元", "dollars", "us dollars", "usd"), ("USD", 1)),
    **dict.fromkeys(("港元", "港币", "元港币", "hkd"), ("HKD", 1)),
    **dict.fromkeys(("欧元", "euros", "eur"), ("EUR", 1)),
    **dict.fromkeys(("人", "名", "位", "个人", "people", "persons", "officials", "teachers", "doctors"), ("person", 1)),
    **dict.fromkeys(("人次", "person-times", "visits"), ("person-time", 1)),
    **dict.fromkeys(("户", "households", "families"), ("household", 1)),
    **dict.fromkeys(("%", "percent"), ("percent", 1)),
    "成": ("percent", 10),
    "‰": ("percent", 0.1),
    **dict.fromkeys(("个百分点", "百分点", "percentage points"), ("percentage-point", 1)),
    **dict.fromkeys(("倍", "times"), ("times", 1)),
    **dict.fromkeys(("平方米", "平米", "m2", "square meters"), ("m2", 1)),
    **dict.fromkeys(("公里", "千米", "km", "kilometers", "kilometer", "-kilometer"), ("km", 1)),
    "米": ("km", 0.001),
    **dict.fromkeys(("立方米", "m3", "cubic meters"), ("m3", 1)),
    **dict.fromkeys(("亩", "mu"), ("mu", 1)),
    **dict.fromkeys(("公顷", "ha", "hectares"), ("mu", 15)),
    **dict.fromkeys(("平方公里", "平方千米", "km2"), ("mu", 1500)),
    **dict.fromkeys(("吨", "公吨", "tonnes", "tons"), ("tonne", 1)),
    **dict.fromkeys(("公斤", "千克", "kg"), ("tonne", 0.001)),
    "斤": ("tonne", 0.0005),
    **dict.fromkeys(("天", "days"), ("day", 1)),
    **dict.fromkeys(("千瓦", "kw"), ("kW", 1)),
    **dict.fromkeys(("兆瓦", "mw"), ("kW", 1000)),
    **dict.fromkeys(("千瓦时", "度电", "kwh"), ("kWh", 1)),
    **dict.fromkeys(("兆瓦时", "mwh"), ("kWh", 1000)),
    **dict.fromkeys(("projects", "companies", "counties", "villages", "schools", "hospitals", "regions"), ("count", 1)),
}

# Printed before a number, or behind it in place of a unit's own word. $ alone is no one's, so it is not read.
COINS = {"人民币": "CNY", "¥": "CNY", "港币": "HKD", "hk$": "HKD", "us$": "USD", "€": "EUR"}


def measured(printed: str) -> tuple[str, float] | None:
    """Unit and factor of a measure word; 台(套) is either of two things that are counted, 人(次) is person-times."""
    word, _, beside = printed.casefold().rstrip(")").partition("(")
    if not beside:
        return PRINTED.get(word)
    if word == "人" and beside == "次":
        return PRINTED["人次"]
    return PRINTED[word] if PRINTED[word] == PRINTED[beside] == ("count", 1) else None


TEN_THOUSAND = 10_000


def shown_per(unit: str) -> int:
    """For how many residents a value is shown: one for money, 10,000 for people and things, as staff and beds are in statistics."""
    base, _, rest = unit.partition("-per-")
    return TEN_THOUSAND if rest.startswith("resident") and base not in ("CNY", "USD") else 1


def unit_name(unit: str) -> Bilingual:
    """A unit's name, derived ones included: 元/年, CN¥ per year; persons per 10,000 residents, see `shown_per`."""
    base, _, rest = unit.partition("-per-")
    if rest:
        residents = Bilingual("居民", "resident") if shown_per(unit) == 1 else Bilingual("万居民", f"{TEN_THOUSAND:,} residents")
        parts = [{"resident": residents, "year": Bilingual("年", "year")}[part] for part in rest.split("-")]
        names = [UNITS[base].name, *parts]
        return Bilingual("/".join(name.zh for name in names), " per ".join(name.en for name in names))
    if unit.startswith("CNY-"):
        return Bilingual(f"元（{unit[4:]}年价格）", f"CN¥ ({unit[4:]} prices)")
    return UNITS[unit].name
