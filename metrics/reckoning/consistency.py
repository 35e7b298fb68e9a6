"""Where reports contradict each other or themselves: findings, not errors. Both sides stay.

Each rule looks at two figures that speak of the same thing and answers whether they cannot both be
true. Bases must be the same, or one of them unstated: a plan may exceed what was spent.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from operator import attrgetter
from typing import Any

from ..catalog.catalog import Catalog
from ..figures.terms import period_prose
from ..words import Bilingual
from .chains import Chain, broken_chains

COUNTED = ("pairing", "metric", "unit", "category", "label_zh")
Figure = Any  # a row of the catalog frame


@dataclass(frozen=True)
class Finding:
    """Figures that cannot all hold, two as a rule. `figures`, `sources` and `publishers` are in the order of the sentence."""

    rule: str
    pairing: str
    metric: str
    sentence: Bilingual
    figures: tuple[str, ...]
    sources: tuple[str, ...]
    publishers: tuple[Bilingual, ...]


@lru_cache(maxsize=2)
def findings(catalog: Catalog) -> list[Finding]:
    """Every finding, in the order of the catalog. Only figures of one pairing that count the same are held together."""
    rows = [row for row in catalog.figures if row.status == "reported"]
    found: list[Finding] = []
    for group in alike(rows, (*COUNTED, "kind")):
        for a, b in permutations(group, 2):
            found.extend(finding(rule, a, b) for rule in RULES if bases_meet(a, b) and rule.holds(a, b))
    for group in alike(rows, (*COUNTED, "basis", "scope")):
        found.extend(map(chain_finding, broken_chains(group)))
    return found


def alike(rows: list[Figure], names: tuple[str, ...]) -> list[list[Figure]]:
    """The rows that say the same in these columns, where there is more than one."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    same = attrgetter(*names)
    for row in rows:
        groups.setdefault(same(row), []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def bases_meet(a: Figure, b: Figure) -> bool:
    return a.basis == b.basis or "unstated" in (a.basis, b.basis)


def same_thing(a: Figure, b: Figure) -> bool:
    return bool(a.scope == b.scope)


def less(a: Figure, b: Figure) -> bool:
    """Whether everything that the first allows is below everything that the second allows."""
    return bool(a.high < b.low)


def inside(a: Figure, b: Figure) -> bool:
    """Whether the first period lies within the second, both being stated."""
    if None in (a.period_start, a.period_end, b.period_start, b.period_end):
        return False
    return bool(b.period_start <= a.period_start and a.period_end <= b.period_end)


def same_period(a: Figure, b: Figure) -> bool:
    """Whether both periods are the same days, however they are written; what is unstated is not known to be the same."""
    known = None not in (a.period_start, a.period_end)
    days = (a.period_start, a.period_end) == (b.period_start, b.period_end)
    return bool(days if known else a.period == b.period != "unstated")


def cumulative_totals_fall(a: Figure, b: Figure) -> bool:
    """A total with the same start and a later end is smaller."""
    known = None not in (a.period_start, a.period_end, b.period_end)
    later = known and a.period_start == b.period_start and a.period_end < b.period_end
    return bool(later and a.kind == "total" and same_thing(a, b) and less(b, a))


def parts_exceed_their_whole(a: Figure, b: Figure) -> bool:
    """A part of the pairing is larger than the whole over a span that holds its own."""
    part = a.extent == "part" and b.extent == "whole"
    return bool(part and a.kind == "total" and inside(a, b) and less(b, a))


def years_exceed_their_plan(a: Figure, b: Figure) -> bool:
    """A single year, or a shorter span, is larger than the longer span that holds it."""
    return bool(
        same_thing(a, b)
        and a.kind == "total"
        and not same_period(a, b)
        and not cumulative_totals_fall(a, b)
        and inside(a, b)
        and less(b, a)
    )


def reports_disagree(a: Figure, b: Figure) -> bool:
    """Two figures for one thing over one period exclude each other."""
    return bool(a.Index < b.Index and same_thing(a, b) and same_period(a, b) and (less(a, b) or less(b, a)))


@dataclass(frozen=True)
class Rule:
    name: str
    holds: Callable[[Figure, Figure], bool]
    sentence: Bilingual


RULES: tuple[Rule, ...] = (
    Rule(
        "cumulative_totals_fall",
        cumulative_totals_fall,
        Bilingual("累计数下降：{p}为{x}，{q}为{y}。", "A cumulative total falls: {x} over {p}, then {y} over {q}."),
    ),
    Rule(
        "parts_exceed_their_whole",
        parts_exceed_their_whole,
        Bilingual(
            "部分大于整体：{x}（{p}，其中一部分）大于{y}（{q}，整体）。",
            "A part exceeds its whole: {x} ({p}, a part) against {y} ({q}, the whole).",
        ),
    ),
    Rule(
        "years_exceed_their_plan",
        years_exceed_their_plan,
        Bilingual(
            "较短时段大于较长时段：{x}（{p}）大于{y}（{q}）。", "A shorter span exceeds the longer one: {x} ({p}) against {y} ({q})."
        ),
    ),
    Rule(
        "reports_disagree",
        reports_disagree,
        Bilingual("两处说法不一：同一时段（{p}），一处为{x}，一处为{y}。", "Two reports disagree: for one period ({p}), {x} and {y}."),
    ),
)


def finding(rule: Rule, a: Figure, b: Figure) -> Finding:
    sentence = rule.sentence.format(x=a.stated, y=b.stated, p=period_prose(a.period), q=period_prose(b.period))
    return found_in(rule.name, sentence, [a, b])


def found_in(rule: str, sentence: Bilingual, figures: list[Figure]) -> Finding:
    names, sources = tuple(one.figure for one in figures), tuple(one.source for one in figures)
    publishers = tuple(Bilingual(one.publisher, one.publisher_en or one.publisher) for one in figures)
    return Finding(rule, figures[0].pairing, figures[0].metric, sentence, names, sources, publishers)


CHAINS = {
    "total": Bilingual("各段相加不等于总量：{n}，{p}却为{y}。", "The spans do not add up to their total: {n}, yet {y} over {p}."),
    "rate": Bilingual("各年平均不等于年均数：{n}，{p}年均却为{y}。", "The years do not average out: {n}, yet {y} a year over {p}."),
}


def chain_finding(chain: Chain) -> Finding:
    parts, whole = chain
    told = [(period_prose(part.period), part.stated) for part in parts]
    named = Bilingual("、".join(f"{when.zh} {stated}" for when, stated in told), ", ".join(f"{when.en}: {stated}" for when, stated in told))
    sentence = CHAINS[whole.kind].format(n=named, p=period_prose(whole.period), y=whole.stated)
    return found_in("spans_make_another_total", sentence, [*parts, whole])


def bearing_on(found: list[Finding], rows: Iterable[Figure]) -> Iterator[Finding]:
    """The findings that concern one of the figures."""
    shown = {row.figure for row in rows}
    return (one for one in found if not shown.isdisjoint(one.figures))
