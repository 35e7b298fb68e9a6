"""What several pages list: figures, pairings and reports, each as a line in words."""

from typing import Any

from components.wording.captions import counted, published, publisher
from components.wording.numbers import figure_words
from components.wording.strings import t
from components.wording.titles import pairing_name
from metrics.catalog.catalog import Catalog
from metrics.entries.entries import Pairing
from metrics.entries.sources import Source
from metrics.figures.terms import TERMS, period_words
from metrics.words import Bilingual, Language


def figure_line(row: Any, language: Language) -> dict[str, str]:
    """A figure: as printed, what it counts, when and how real, and its report."""
    return {
        "figure": row.figure,
        "words": figure_words(row, language),
        "counted": counted(row, language) or t("whole", language),
        "when": period_words(row.period).to(language),
        "basis": TERMS["basis"][row.basis].to(language),
        "report": row.source,
        "source": f"{publisher(row, language)} {published(row, language)}",
        "place": t("digest", language) if row.locator == "digest" else row.locator,
    }


def pairing_line(one: Pairing, figures: int, money: Any, catalog: Catalog, language: Language) -> dict[str, Any]:
    """A pairing: who, under which programme, since when, and the money known; `money` is the figure that stands for it, or None."""
    return {
        "id": one.id,
        "name": pairing_name(one, language),
        "programme": programme_name(one.programme, catalog).to(language),
        "province": one.province.name.to(language),
        "level": TERMS["level"][one.level].to(language),
        "years": years(one),
        "figures": figures,
        "money": figure_line(money, language) if money is not None else None,
    }


def report_line(source: Source, figures: int, language: Language) -> dict[str, Any]:
    """A report: its title or publisher, its date, how good a source it is, how much of it was read, how much it gives."""
    return {
        "id": source.id,
        "title": source.title or source.publisher,
        "publisher": source.publisher,
        "published": day_of(source, language),
        "tier": source.tier,
        "read": TERMS["read"][source.read].to(language),
        "figures": figures,
    }


def programme_name(name: str, catalog: Catalog) -> Bilingual:
    declared = catalog.programmes.get(name)
    return declared.name if declared else Bilingual(name, name)


def years(one: Pairing) -> str:
    """2010–, 2016–2020; nothing where no start is known."""
    since, until = (period.text if period else "" for period in (one.since, one.until))
    return f"{since}–{until}" if since or until else ""


def day_of(source: Source, language: Language) -> str:
    """The date of publication, or that it is the earliest alone, or not known."""
    if source.published is None:
        return t("undated_source", language)
    text = source.published.text
    return t("earliest", language, day=text.removesuffix("/..")) if text.endswith("/..") else text
