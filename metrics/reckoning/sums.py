"""May figures be added up? Only where nothing would be counted twice; else the two spans that overlap."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from ..catalog.tuples import Row
from ..figures.interval import Interval, from_columns
from ..figures.terms import TERMS, period_prose
from ..words import Bilingual

ALIKE = ("unit", "kind", "basis", "scope", "category", "label_zh")


@dataclass(frozen=True)
class Sum:
    """What the figures amount to, and their ids."""

    interval: Interval
    value: float
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """The two figures that forbid the sum, and why."""

    why: Bilingual
    figures: tuple[str, str]


def total(printed: Iterable[Row]) -> Sum | Refusal:
    """The sum of one pairing's totals, or the first reason against it. `printed`: at least one."""
    rows = sorted(printed, key=lambda row: inf if row.period_start is None else row.period_start.toordinal())
    for row in rows:
        if row.kind != "total":
            kind = TERMS["kind"][row.kind]
            why = Bilingual(f"不能相加：{row.stated}是{kind.zh}，不是总量。", f"Not added: {row.stated} is a {kind.en}, not a total.")
            return Refusal(why, (row.figure, row.figure))
        if row.period_start is None or row.period_end is None:
            span = period_prose(row.period)
            return Refusal(
                Bilingual(
                    f"不能相加：{row.stated}的时段不全（{span.zh}）。", f"Not added: the period of {row.stated} is open ({span.en})."
                ),
                (row.figure, row.figure),
            )
    for row in rows[1:]:
        if column := next((name for name in ALIKE if getattr(row, name) != getattr(rows[0], name)), None):
            return Refusal(unlike(rows[0], row, column), (rows[0].figure, row.figure))
    for i, earlier in enumerate(rows):
        for later in rows[i + 1 :]:
            if later.period_start <= earlier.period_end:
                a, b = period_prose(earlier.period), period_prose(later.period)
                return Refusal(
                    Bilingual(
                        f"不能相加：{earlier.stated}（{a.zh}）与{later.stated}（{b.zh}）时段重叠。",
                        f"Not added: {earlier.stated} ({a.en}) and {later.stated} ({b.en}) overlap.",
                    ),
                    (earlier.figure, later.figure),
                )
    interval = Interval(0, 0)
    for row in rows:
        interval += from_columns(row.low, row.high)
    return Sum(interval, sum(row.value for row in rows), tuple(row.figure for row in rows))


NAMES = {
    "unit": Bilingual("单位", "units"),
    "kind": Bilingual("类型", "kinds"),
    "basis": Bilingual("口径", "bases"),
    "scope": Bilingual("范围", "scopes"),
    "category": Bilingual("类别", "categories"),
    "label_zh": Bilingual("所计", "what is counted"),
}


def unlike(a: object, b: object, column: str) -> Bilingual:
    terms = [term(getattr(row, column), column) for row in (a, b)]
    stated = [row.stated for row in (a, b)]  # type: ignore[attr-defined]
    name = NAMES[column]
    return Bilingual(
        f"不能相加：{stated[0]}与{stated[1]}{name.zh}不同（{terms[0].zh}，{terms[1].zh}）。",
        f"Not added: {stated[0]} and {stated[1]} differ in {name.en} ({terms[0].en}, {terms[1].en}).",
    )


def term(value: str, column: str) -> Bilingual:
    known = TERMS.get(column, {}).get(value)
    return known or (Bilingual(value, value) if value else Bilingual("整体", "the whole"))
