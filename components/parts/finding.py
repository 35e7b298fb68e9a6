"""The sentence above the charts: what the figures say, and never more than the verdict allows."""

from typing import Any

from metrics.comparing.summary import Summary
from metrics.figures.terms import period_words
from metrics.words import Language

from ..wording.captions import recipient
from ..wording.numbers import figure_words
from ..wording.strings import T


def finding(summary: Summary | None, language: Language) -> str:
    """One sentence on the first panel of whole pairings; empty where there is none."""
    if summary is None:
        return ""
    if summary.claim == "one":
        words = named(summary.most, "x", language)
    else:
        words = {"n": summary.count, **named(summary.least, "a", language), **named(summary.most, "b", language)}
    return T[f"finding_{summary.claim}"].format(**words).to(language)


def named(row: Any, letter: str, language: Language) -> dict[str, Any]:
    """Who, how much, when: the words of one figure under one letter."""
    return {
        letter: recipient(row, language),
        f"{letter}_words": figure_words(row, language),
        f"{letter}_when": period_words(row.period),
    }
