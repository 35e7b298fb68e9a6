"""May these figures stand together, and if not wholly, in what do they differ?

Every rule of `differences.RULES` is asked of every pair. The worst level wins. A reason names one pair
and counts the others, so that a reader gets few sentences, each of which can be acted on.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import pandas as pd

from .differences import LEVELS, RULES, Action, Figure, Level, Rule
from .standing import Panel
from .words import Bilingual

MOST_REASONS = 5


@dataclass(frozen=True)
class Reason:
    """One way in which figures differ: the rule, the pair that shows it, and how many figures it touches."""

    rule: str
    level: Level
    sentence: Bilingual
    figures: tuple[str, str]
    touched: int
    action: Action
    odd: str  # the pairing that differs from most others


@dataclass(frozen=True)
class Verdict:
    level: Level
    reasons: tuple[Reason, ...]


def verdict(frame: pd.DataFrame) -> Verdict:
    """The verdict on figures that would stand side by side: rows of a catalog frame."""
    figures = list(frame[frame["status"] == "reported"].itertuples())
    reasons = sorted(filter(None, (reason(rule, figures) for rule in RULES)), key=lambda one: -LEVELS.index(one.level))
    return Verdict(reasons[0].level if reasons else "clean", tuple(reasons))


def reason(rule: Rule, figures: Iterable[Figure]) -> Reason | None:
    """The rule's reason over every pair, or None where all agree."""
    listed = list(figures)
    breaches = [(a, b, said) for a, b in combinations(listed, 2) if (said := rule.differs(a, b))]
    if not breaches:
        return None
    first, second, (says, other) = breaches[0]
    touched = len({figure.Index for a, b, _ in breaches for figure in (a, b)})
    count = Bilingual("", "")
    if touched > 2:
        count = Bilingual(f"（{len(listed)} 个数字中 {touched} 个涉及）", f" ({touched} of {len(listed)} figures concerned)")
    sentence = rule.sentence.format(a=name(first), b=name(second), x=says, y=other, n=count)
    odd = Counter(figure.pairing for a, b, _ in breaches for figure in (a, b)).most_common(1)[0][0]
    return Reason(rule.name, rule.level, sentence, (first.figure, second.figure), touched, rule.action, odd)


def name(figure: Figure) -> Bilingual:
    """How a sentence calls a figure: its pairing, and its part where it has one."""
    part = Bilingual(figure.scope or figure.label_zh, figure.scope_en or figure.label_en)
    return Bilingual(
        f"{figure.recipient_zh}{'（' + part.zh + '）' if part.zh else ''}",
        f"{figure.recipient_en}{' (' + part.en + ')' if part.en else ''}",
    )


def verdict_of(panels: list[Panel]) -> Verdict:
    """The verdict on a whole view: blocks between panels, everything else within each headline panel."""
    if not panels:
        return Verdict("clean", ())
    between = verdict(pd.concat([panel.standing.iloc[:1] for panel in panels]))
    blocks = [reason for reason in between.reasons if reason.level == "block"]
    within = [reason for panel in panels if panel.group == "headline" for reason in verdict(panel.standing).reasons]
    reasons = sorted((*blocks, *within), key=lambda one: -LEVELS.index(one.level))
    return Verdict(reasons[0].level if reasons else "clean", tuple(reasons))
