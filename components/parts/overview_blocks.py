"""What the programme adds up to, in words: a block a scheme, for a page and for the docs alike."""

from dataclasses import dataclass

from metrics.catalog.catalog import Catalog
from metrics.catalog.tuples import Row
from metrics.figures.terms import TERMS, period_words, term
from metrics.selecting.overview import PlanSum, Refused, Scheme, Years
from metrics.words import Language

from ..wording.captions import donor_and_recipient
from ..wording.numbers import known, reading
from ..wording.strings import t


@dataclass(frozen=True)
class Block:
    """A scheme: its id and name, what is known of it, tables by their title, what is refused among them, and what is missing."""

    programme: str
    name: str
    lead: str
    tables: dict[str, list[tuple[str, ...]]]  # the first row is the head
    notes: list[str]


def blocks(schemes: tuple[Scheme, ...], catalog: Catalog, language: Language) -> list[Block]:
    """A block for every scheme, in order."""
    return [block(one, catalog, language) for one in schemes]


def block(scheme: Scheme, catalog: Catalog, language: Language) -> Block:
    declared = catalog.programmes.get(scheme.programme)
    registered = sum(scheme.registered.values())
    levels = join([f"{TERMS['level'][name].to(language)} {number}" for name, number in scheme.registered.items()], language)
    lead = t("overview_lead", language, n=registered, levels=levels, known=scheme.known, core=scheme.core)
    tables = {
        "overview_sums": [sum_row(one, catalog, language) for one in scheme.sums],
        "overview_years": [years_row(one, catalog, language) for one in scheme.years],
        "overview_printed": [printed_row(one, catalog, language) for one in scheme.national],
        "overview_refused": [refused_row(one, catalog, language) for one in scheme.refused],
    }
    names = join([catalog.metrics[name].title.to(language) for name in scheme.silent], language)
    notes = [t("overview_silent", language, names=names)] if names else []
    name = declared.name.to(language) if declared else scheme.programme
    return Block(
        scheme.programme,
        name,
        lead,
        {t(key, language): [head(f"{key}_head", language), *rows] for key, rows in tables.items() if rows},
        notes,
    )


def head(key: str, language: Language) -> tuple[str, ...]:
    return tuple(t(key, language).split("|"))


def join(parts: list[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(parts)


def plan(name: str) -> str:
    return name.replace("-", "–")


def sum_row(one: PlanSum, catalog: Catalog, language: Language) -> tuple[str, ...]:
    amount = known(one.value, one.interval.low, one.interval.high, one.unit, language)
    level, basis = TERMS["level"][one.level].to(language), term("basis", one.basis).to(language)
    return catalog.metrics[one.metric].title.to(language), plan(one.plan), level, basis, amount, str(len(one.figures))


def years_row(one: Years, catalog: Catalog, language: Language) -> tuple[str, ...]:
    metric, pairing = catalog.metrics[one.metric], catalog.pairings[one.pairing]
    category = metric.categories[one.category].name.to(language) if one.category else ""
    counted = " · ".join(part for part in (metric.title.to(language), category) if part)
    amount = known(one.value, one.interval.low, one.interval.high, one.unit, language)
    return pairing.name.to(language), counted, f"{one.first}–{one.last}", term("basis", one.basis).to(language), amount


def printed_row(row: Row, catalog: Catalog, language: Language) -> tuple[str, ...]:
    metric = catalog.metrics[row.metric].title.to(language)
    basis = term("basis", row.basis).to(language)
    amount = reading(row.qualifier, row.value, row.low, row.high, row.unit, language)
    return donor_and_recipient(row, language), metric, period_words(row.period).to(language), basis, amount


def refused_row(one: Refused, catalog: Catalog, language: Language) -> tuple[str, ...]:
    return catalog.metrics[one.metric].title.to(language), plan(one.plan), str(one.spans), str(one.alone)
