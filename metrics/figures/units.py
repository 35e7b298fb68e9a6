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
    "person": Unit(Bilingual("人", "persons"), True),
    "person-time": Unit(Bilingual("人次", "person-times"), True),
    "household": Unit(Bilingual("户", "households"), True),
    "count": Unit(Bilingual("个（项）", "number"), True),
    "percent": Unit(Bilingual("%", "%"), False),
    "m2": Unit(Bilingual("平方米", "m²"), False),
    "km": Unit(Bilingual("公里", "km"), False),
    "mu": Unit(Bilingual("亩", "mu (1/15 ha)"), False),
}

COUNTED = (
    "个 所 家 项 场 期 批 台 例 对 班 次 件 套 条 座 间 栋 幢 辆 头 只 匹 株 棵 张 册 本 份 支 种 类 门 处 片 块 双 床 架 笔 款 部 盘 "
    "粒 根 届 轮 站 节 堂 篇 幅 顶 村 校 组 队 团 天 吨 轮次 批次 班次 场次 台次 台套 项次 期次 个班 项目"
).split()

# Printed -> (unit, factor to the base unit).
PRINTED: dict[str, tuple[str, float]] = {
    **dict.fromkeys(COUNTED, ("count", 1)),
    **dict.fromkeys(("元", "元人民币", "人民币", "yuan", "rmb"), ("CNY", 1)),
    **dict.fromkeys(("美元", "dollars", "us dollars", "usd"), ("USD", 1)),
    **dict.fromkeys(("人", "名", "位", "个人", "people", "persons", "officials", "teachers", "doctors"), ("person", 1)),
    **dict.fromkeys(("人次", "person-times", "visits"), ("person-time", 1)),
    **dict.fromkeys(("户", "households", "families"), ("household", 1)),
    **dict.fromkeys(("%", "percent"), ("percent", 1)),
    **dict.fromkeys(("平方米", "平米", "m2", "square meters"), ("m2", 1)),
    **dict.fromkeys(("公里", "千米", "km", "kilometers", "kilometer", "-kilometer"), ("km", 1)),
    "米": ("km", 0.001),
    "亩": ("mu", 1),
    **dict.fromkeys(("projects", "companies", "counties", "villages", "schools", "hospitals", "regions"), ("count", 1)),
}


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
