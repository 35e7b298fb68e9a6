"""The sentence above the charts: what the figures say, and never more than the verdict allows."""

from typing import Any

from metrics.catalog.tuples import each
from metrics.comparing.comparability import Verdict
from metrics.comparing.standing import Panel
from metrics.figures.terms import period_words
from metrics.words import Language

from ..wording.captions import recipient
from ..wording.numbers import figure_words
from ..wording.strings import T


def finding(panels: list[Panel], verdict: Verdict, language: Language) -> str:
    """One sentence on the first panel of whole pairings; empty where there is none."""
    panel = next((one for one in panels if one.group == "headline"), None)
    if panel is None:
        return ""
    rows = sorted(each(panel.standing), key=lambda row: row.value)
    if len(rows) == 1:
        return said("finding_one", language, **named(rows[0], "x", language))
    words = {"n": len(rows), **named(rows[0], "a", language), **named(rows[-1], "b", language)}
    if verdict.level in ("warn", "block"):
        return said("finding_range", language, **words)
    most = all(row.high < rows[-1].low for row in rows[:-1])  # not where two are the same, nor where a bound is open
    return said("finding_most" if most else "finding_open", language, **words)


def named(row: Any, letter: str, language: Language) -> dict[str, Any]:
    """Who, how much, when: the words of one figure under one letter."""
    return {
        letter: recipient(row, language),
        f"{letter}_words": figure_words(row, language),
        f"{letter}_when": period_words(row.period),
    }


def said(key: str, language: Language, **words: object) -> str:
    return T[key].format(**words).to(language)
