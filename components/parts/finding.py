"""The sentence above the charts: what the figures say, and never more than the verdict allows."""

from typing import Any

from metrics.comparing.summary import Summary
from metrics.figures.terms import TERMS, period_prose
from metrics.selecting.answer import Answer
from metrics.words import Language

from ..wording.captions import donor_and_recipient
from ..wording.numbers import figure_words
from ..wording.strings import T, t


def finding(answer: Answer) -> str:
    """One sentence on the first panel, after how many have no figure at all, and of which level it speaks where there are others."""
    summary, language = answer.summary, answer.asked.selection.language
    if summary is None:
        return ""
    asked, none = len(answer.asked.pairings), len(answer.absent)
    level = t("at_level", language, level=TERMS["level"][answer.panels[0].level]) if len(answer.levels) > 1 else ""
    return (t("of_asked", language, m=asked, n=none) if none else "") + level + claimed(summary, language)


def claimed(summary: Summary, language: Language) -> str:
    """What may be said of the figures that there are."""
    if summary.claim == "one":
        words = named(summary.most, "x", language)
    else:
        words = {"n": summary.count, **named(summary.least, "a", language), **named(summary.most, "b", language)}
    return T[f"finding_{summary.claim}"].format(**words).to(language)


def named(row: Any, letter: str, language: Language) -> dict[str, Any]:
    """Who, how much, when: the words of one figure under one letter."""
    return {
        letter: donor_and_recipient(row, language),
        f"{letter}_words": figure_words(row, language),
        f"{letter}_when": period_prose(row.period),
    }
