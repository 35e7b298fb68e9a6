"""How a pairing and a figure are called: names, what is counted, period and basis, the place in the report."""

from functools import lru_cache
from typing import Any

from metrics.comparing.standing import Panel
from metrics.figures.terms import TERMS, period_words
from metrics.figures.units import unit_name
from metrics.words import PEOPLE, Language

from .numbers import figure_words, pick
from .strings import t


@lru_cache(maxsize=10_000)  # the same names come again and again
def short_name(name: str) -> str:
    """海西蒙古族藏族自治州 -> 海西州, as it is commonly called."""
    return PEOPLE.sub("", name)


def donor_and_recipient(row: Any, language: Language) -> str:
    return pick(f"{short_name(row.donor_zh)} → {short_name(row.recipient_zh)}", f"{row.donor_en} → {row.recipient_en}", language)


def recipient(row: Any, language: Language) -> str:
    return pick(short_name(row.recipient_zh), row.recipient_en, language)


def beside(row: Any, language: Language) -> str:
    """What a bar's words must tell beside its panel's: how the report words it, and whose result it is."""
    label = pick(row.label_zh, row.label_en, language)
    return " · ".join(part for part in (label, attribution(row, language)) if part)


def attribution(row: Any, language: Language) -> str:
    return TERMS["attribution"][row.attribution].to(language) if row.attribution else ""


def published(row: Any, language: Language) -> str:
    """The day, month or year of publication; or that it is the earliest alone, or not known."""
    text = str(row.published)
    if not text:
        return t("undated_source", language)
    return t("earliest", language, day=text.removesuffix("/..")) if text.endswith("/..") else text


def publisher(row: Any, language: Language) -> str:
    return pick(row.publisher, row.publisher_en or row.publisher, language)


def counted(row: Any, language: Language) -> str:
    """What a row counts beside the metric: its scope, its category and its label."""
    zh, en = (row.scope, row.category_zh, row.label_zh), (row.scope_en, row.category_en, row.label_en)
    return " · ".join(filter(None, zh if language == "zh" else en))


def sought(name: str, row: Any, language: Language) -> str:
    """A name with what was looked for under it, where that is less than everything: a category, some years."""
    parts = counted(row, language), period_words(row.period).to(language) if row.period else ""
    return " · ".join(part for part in (name, *parts) if part)


def circumstances(row: Any, language: Language) -> str:
    """Period and basis: what a reader must see beside every number."""
    return f"{period_words(row.period).to(language)} · {TERMS['basis'][row.basis].to(language)}"


def place_in_citation(row: Any, language: Language) -> str:
    """¶1, or in words that only a digest of the report was read."""
    return t("digest_only", language) if row.locator == "digest" else str(row.locator)


def place_in_report(row: Any, language: Language) -> str:
    """¶1, or that only a digest of the report was read."""
    return t("digest", language) if row.locator == "digest" else str(row.locator)


def derivation(row: Any, language: Language) -> str:
    """18.51亿元 ÷ 14.67 年 = 1.26亿元/年, or nothing where the figure is as printed."""
    step = pick(row.step_zh, row.step_en, language)
    return f"{row.stated} {step} = {figure_words(row, language)}" if step else ""


def panel_name(panel: Panel, language: Language) -> str:
    """What a panel counts, of whom, and how, as far as it is not the plain case."""
    kind = "" if panel.kind == "total" else TERMS["kind"][panel.kind].to(language)
    name = panel.category.to(language) if panel.category else ""
    parts = (name, TERMS["level"][panel.level].to(language), unit_name(panel.unit).to(language), kind)
    words = " · ".join(part for part in (*parts, t("held", language) if panel.held else "") if part)
    return words[:1].upper() + words[1:]
