"""May these figures stand together, and if not wholly, in what do they differ?

Every rule of `differences.RULES` is asked of every pair. The worst level wins. A reason names one pair
and counts the others, so that a reader gets few sentences, each of which can be acted on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from operator import attrgetter
from typing import NamedTuple

from ..reckoning.series import SHARED, series_of
from ..words import Bilingual
from .descriptions import Figure
from .differences import RULES
from .rule import LEVELS, Action, Fault, Level, Rule
from .standing import Panel
from .timing import TIMING

MOST_NAMES = 3
CELLS = {  # what stands beside a figure, and the rules that look at it
    "period": ("lengths_differ", "periods_are_open", "periods_are_apart"),
    "basis": ("intentions_differ", "bases_differ"),
    "recipient": ("programmes_differ", "sizes_differ", "attributions_differ"),
    "source": ("tiers_differ", "readings_differ"),
}


@dataclass(frozen=True)
class Reason:
    """One way in which figures differ: the rule, the field that it speaks of, the pair that shows it, and how many figures it touches."""

    rule: str
    level: Level
    field: Bilingual
    sentence: Bilingual
    figures: tuple[str, str]
    touched: int
    action: Action
    odd: str  # the pairing to leave out, if that mends it


@dataclass(frozen=True)
class Verdict:
    level: Level
    reasons: tuple[Reason, ...]


def verdict_of(panels: list[Panel]) -> Verdict:
    """The verdict on all that is drawn."""
    return verdict(*map(drawn, panels))


def drawn(panel: Panel) -> Sequence[Figure]:
    """The figures that stand for pairings; of a pairing alone, every figure of it."""
    return panel.figures if len(panel.pairings) == 1 else panel.standing


def verdict(*axes: Sequence[Figure]) -> Verdict:
    """The verdict on figures that are shown at once, each sequence on one axis: a reason a rule, worst first."""
    found = (reason(rule, groups) for rule, groups in asked(axes))
    reasons = sorted(filter(None, found), key=lambda one: -LEVELS.index(one.level))
    return Verdict(reasons[0].level if reasons else "clean", tuple(reasons))


def broken(axes: Iterable[Sequence[Figure]]) -> set[str]:
    """The rules of a verdict's reasons alone."""
    return {rule.name for rule, groups in asked(axes) if any(next(breaches(rule, group), None) for group in groups)}


def asked(axes: Iterable[Sequence[Figure]]) -> Iterator[tuple[Rule, list[list[Figure]]]]:
    """Each rule, with the figures of which it is asked together."""
    groups = [[row for row in rows if row.status == "reported"] for rows in axes]
    together = [everyone(groups)]
    return ((rule, together if rule.action == "separate" else groups) for rule in RULES)


class Breach(NamedTuple):
    """Two figures that differ, what each says, and every figure that says the same as one of them."""

    first: Figure
    second: Figure
    described: tuple[Bilingual, Bilingual]
    figures: list[Figure]


def reason(rule: Rule, groups: list[list[Figure]]) -> Reason | None:
    """The rule's reason over every pair of a group, or None where all agree."""
    found = [breach for group in groups for breach in breaches(rule, group)]
    if not found:
        return None
    first, second, (says, other), _ = found[0]
    touched = len({figure.Index for breach in found for figure in breach.figures})
    a, b = (at_fault(rule.fault, everyone(groups)), Bilingual("", "")) if rule.fault else names(first, second)
    sentence = rule.sentence.format(a=a, b=b, x=says, y=other)
    odd = odd_one(rule, groups, found[0]) if rule.action == "leave-out" else ""
    return Reason(rule.name, rule.level, rule.field, sentence, (first.figure, second.figure), touched, rule.action, odd)


def breaches(rule: Rule, figures: list[Figure]) -> Iterator[Breach]:
    """Pairs that differ, until each figure that does is in one.

    Figures that say the same in the rule's columns are asked once, for all of them.
    """
    alike: dict[object, list[Figure]] = {}
    series = rule in TIMING and len({figure.pairing for figure in figures}) == 1
    said = attrgetter(*rule.columns, *SHARED) if series else rule.said
    for figure in figures:
        alike.setdefault(said(figure), []).append(figure)
    groups, touched = list(alike.values()), [False] * len(alike)
    for at, on in combinations_with_replacement(range(len(groups)), 2):
        if touched[at] and touched[on]:
            continue
        first, second = groups[at][0], groups[on][0] if at != on else groups[at][-1]
        if first is not second and not (series and one_series(first, second)) and (described := rule.differs(first, second)):
            touched[at] = touched[on] = True
            yield Breach(first, second, described, groups[at] if at == on else groups[at] + groups[on])


def one_series(first: Figure, second: Figure) -> bool:
    """Whether two figures continue one another: that their times differ is what a series is."""
    return series_of(first) == series_of(second) is not None


def at_fault(fault: Fault, figures: list[Figure]) -> Bilingual:
    """The figures that a rule finds at fault, each with what it lacks, three of them by name."""
    found = [(name(figure, ""), lack) for figure in figures if (lack := fault(figure)) is not None]
    told = [
        Bilingual(f"{who.zh}（{lack.zh}）" if lack.zh else who.zh, f"{who.en} ({lack.en})" if lack.en else who.en) for who, lack in found
    ]
    more = Bilingual(f"等 {len(told)} 个", f" and {len(told) - MOST_NAMES} more") if len(told) > MOST_NAMES else Bilingual("", "")
    return Bilingual("、".join(one.zh for one in told[:MOST_NAMES]) + more.zh, ", ".join(one.en for one in told[:MOST_NAMES]) + more.en)


def everyone(groups: list[list[Figure]]) -> list[Figure]:
    return [figure for group in groups for figure in group]


def odd_one(rule: Rule, groups: list[list[Figure]], breach: Breach) -> str:
    """The pairing without which the others agree, where two or more are left."""
    for odd in (breach.first.pairing, breach.second.pairing):
        rest = [[figure for figure in group if figure.pairing != odd] for group in groups]
        left = {figure.pairing for group in rest for figure in group}
        if len(left) > 1 and not any(True for group in rest for _ in breaches(rule, group)):
            return str(odd)
    return ""


def names(first: Figure, second: Figure) -> tuple[Bilingual, Bilingual]:
    """How a sentence calls two figures; by what is printed too, where they would be called the same."""
    one, other = name(first, ""), name(second, "")
    return (one, other) if one != other else (name(first, first.stated), name(second, second.stated))


def name(figure: Figure, printed: str) -> Bilingual:
    """How a sentence calls a figure: its pairing, for many donors share a recipient, and its part where it has one."""
    parts = (figure.scope or figure.label_zh, figure.scope_en or figure.label_en)
    zh, en = (" ".join(filter(None, (part, printed))) for part in parts)
    return Bilingual(
        f"{figure.donor_zh}—{figure.recipient_zh}{f'（{zh}）' if zh else ''}",
        f"{figure.donor_en}–{figure.recipient_en}{f' ({en})' if en else ''}",
    )


def unlike(rows: Sequence[Figure]) -> dict[str, frozenset[int]]:
    """For each of `CELLS` the rows that differ there from what is usual among them; none where that is not most of them."""
    found = {cell: frozenset(row for name in names for row in odd_rows(BY_NAME[name], rows)) for cell, names in CELLS.items()}
    return {cell: odd if 2 * len(odd) < len(rows) else frozenset() for cell, odd in found.items()}


BY_NAME = {rule.name: rule for rule in RULES}


def odd_rows(rule: Rule, rows: Sequence[Figure]) -> Iterator[int]:
    """The rows that a rule parts from the usual one, and finds at fault where it looks for that. Asked once for all that say the same."""
    usual, said = usual_row(rule, rows), {rule.said(row): row for row in rows}
    if usual is None:
        return
    odd = {one for one, row in said.items() if rule.differs(usual, row) and (rule.fault is None or rule.fault(row) is not None)}
    yield from (row.Index for row in rows if rule.said(row) in odd)


def usual_row(rule: Rule, rows: Sequence[Figure]) -> Figure | None:
    """A row that says what most say in a rule's columns, where two do at least; of sizes, which are all different, the middle one."""
    if rule.name == "sizes_differ":
        known = sorted((row for row in rows if row.residents > 0), key=lambda row: row.residents)
        return known[len(known) // 2] if known else None
    (common, times), *_ = Counter(map(rule.said, rows)).most_common(1) or [((), 0)]
    return next((row for row in rows if rule.said(row) == common), None) if times > 1 else None
