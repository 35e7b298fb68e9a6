"""What several pages list: figures, pairings and reports, each as a line in words.

Pages have hundreds of figures and reports, so the rows of those are written here: a template takes several times as long.
"""

from typing import Any, NamedTuple

from markupsafe import Markup

from components.wording.addresses import localized
from components.wording.captions import counted, place_in_report, published, publisher
from components.wording.numbers import figure_words
from components.wording.strings import t
from components.wording.titles import pairing_name
from metrics.catalog.catalog import Catalog
from metrics.entries.entries import Pairing
from metrics.entries.sources import Source
from metrics.figures.terms import TERMS, period_words
from metrics.words import Bilingual, Language

from .context import marked


class FigureLine(NamedTuple):
    """A figure: as printed, what it counts, when and how real, its report, and where in it."""

    figure: str
    words: Markup
    counted: Markup
    when: Markup
    basis: Markup
    report: str
    source: Markup
    place: Markup


class PairingLine(NamedTuple):
    """A pairing: who, under which programme, since when, how many figures, and the one that stands for the money known."""

    id: str
    name: str
    programme: str
    province: str
    level: str
    years: str
    figures: int
    money: FigureLine | None


class ReportLine(NamedTuple):
    """A report: its title or publisher, its date, how good a source it is, how much of it was read, how much it gives."""

    id: str
    title: Markup
    publisher: Markup
    published: Markup
    tier: str
    read: Markup
    figures: int


def figure_line(row: Any, language: Language) -> FigureLine:
    return FigureLine(
        row.figure,
        marked(figure_words(row, language), language),
        marked(counted(row, language) or t("whole", language), language),
        marked(period_words(row.period).to(language), language),
        marked(TERMS["basis"][row.basis].to(language), language),
        row.source,
        marked(f"{publisher(row, language)} {published(row, language)}", language),
        marked(place_in_report(row, language), language),
    )


def figure_row(line: FigureLine, first: str, last: str, suffix: str) -> str:
    """The row of a figure, as html; it carries the figure's id, so that the search can lead to it. `suffix`: of addresses."""
    return (
        f'<tr id="{line.figure}"><th scope="row">{first}</th>'
        f'<td class="stated"><a href="/f/{line.figure}{suffix}">{line.words}</a></td>'
        f"<td>{line.when}</td><td>{line.basis}</td><td>{last}</td></tr>\n"
    )


def pairing_line(one: Pairing, figures: int, money: Any, catalog: Catalog, language: Language) -> PairingLine:
    """`money` is the figure that stands for it, or None."""
    return PairingLine(
        one.id,
        pairing_name(one, language),
        programme_name(one.programme, catalog).to(language),
        one.province.name.to(language),
        TERMS["level"][one.level].to(language),
        years(one),
        figures,
        figure_line(money, language) if money is not None else None,
    )


def report_line(source: Source, figures: int, language: Language) -> ReportLine:
    return ReportLine(
        source.id,
        marked(source.title or source.publisher, language),
        marked(source.publisher, language),
        marked(day_of(source, language), language),
        source.tier,
        marked(TERMS["read"][source.read].to(language), language),
        figures,
    )


def report_rows(lines: list[ReportLine], language: Language) -> str:
    """The rows of reports, as html."""
    number, suffix = t("figures_count", language), localized("", language)
    return "".join(
        f'<tr><th scope="row"><a href="/r/{line.id}{suffix}">{line.title}</a></th><td>{line.publisher}</td>'
        f'<td class="short">{line.published}</td><td>{line.tier} · {line.read}</td>'
        f'<td class="number" data-label="{number}">{line.figures}</td></tr>\n'
        for line in lines
    )


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
