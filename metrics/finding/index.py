"""By which words each thing is known: an index of the catalog in SQLite's FTS5, made once, kept in memory, never written to.

A table a kind of thing. Things stand in the order in which they are shown, so that the first rows that match are the best
and none of the others need be looked at. The index holds words alone; what is shown of a hit is taken from the catalog.
"""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from ..catalog.catalog import Catalog
from ..catalog.tallies import tallies
from ..comparing.standing import is_headline
from ..figures.terms import TERMS
from .spelling import folded, pinyin, put_dictionary_away, short, spaced

KINDS = ("pairing", "metric", "category", "scope", "report", "figure")  # in the order in which they are shown
Entry = tuple[str, str, str, str]  # id, the words of its name, what else is said of it, words that only narrow a question of several


@dataclass(frozen=True, eq=False)
class Index:
    """`names`: for each kind the ids by row; `known`: every name, folded, that a question may be taken apart into."""

    database: sqlite3.Connection
    names: dict[str, list[str]]
    known: frozenset[str]


@lru_cache(maxsize=2)  # the catalog that is served, and the one before it
def index(catalog: Catalog) -> Index:
    """The index of a catalog."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    names: dict[str, list[str]] = {}
    for kind in KINDS:
        database.execute(
            f"CREATE VIRTUAL TABLE {kind} USING fts5(title, body, beside, content='', tokenize='unicode61 remove_diacritics 2')"
        )
        entries = list(ENTRIES[kind](catalog))
        names[kind] = [entry[0] for entry in entries]
        rows = ((place, *entry[1:]) for place, entry in enumerate(entries))
        database.executemany(f"INSERT INTO {kind} (rowid, title, body, beside) VALUES (?, ?, ?, ?)", rows)  # noqa: S608  one of `KINDS`
    put_dictionary_away()
    return Index(database, names, frozenset(known_names(catalog)))


def words(*texts: str) -> str:
    return " ".join(spaced(text) for text in texts if text)


def pairings(catalog: Catalog) -> Iterator[Entry]:
    """Those with most figures first; known by both names and their pinyin, by province, programme and codes."""
    counts = tallies(catalog).printed["pairing"]
    for one in sorted(catalog.pairings.values(), key=lambda one: -counts.get(one.id, 0)):
        parties = [party.name for party in (one.donor, one.recipient)]
        title = words(*(text for name in parties for text in (*name, short(name.zh), pinyin(name.zh))))
        programme = catalog.programmes.get(one.programme)
        named = (*programme.name, *programme.short) if programme else ()
        codes = one.id, one.donor.code, one.recipient.code
        yield one.id, title, words(*one.province.name, pinyin(one.province.name.zh), *named, *TERMS["level"][one.level], *codes), ""


def metrics(catalog: Catalog) -> Iterator[Entry]:
    for one in catalog.metrics.values():
        yield one.id, words(*one.title, *one.words), words(one.id, *one.definition), ""


def categories(catalog: Catalog) -> Iterator[Entry]:
    for one in catalog.metrics.values():
        for name, category in one.categories.items():
            yield f"{one.id} {name}", words(*category.name), "", words(*one.title, *one.words)


def scopes(catalog: Catalog) -> Iterator[Entry]:
    """Places and parts of pairings, each with the first figure that speaks of it."""
    frame = catalog.frame
    first = frame[(frame["scope"] != "") & (frame["status"] == "reported")].drop_duplicates(["pairing", "scope"])
    for figure, scope, english, pairing in zip(*(first[name] for name in ("figure", "scope", "scope_en", "pairing")), strict=True):
        yield figure, words(scope, english, short(scope), pinyin(scope)), "", words(*parties_of(catalog, pairing))


def reports(catalog: Catalog) -> Iterator[Entry]:
    """The newest first."""
    for one in sorted(catalog.sources.values(), key=lambda one: one.published.text if one.published else "", reverse=True):
        yield one.id, words(one.title or one.publisher), words(one.publisher, one.id, one.published.text if one.published else ""), ""


def figures(catalog: Catalog) -> Iterator[Entry]:
    """What speaks of a whole pairing first, then the latest; known by its number with what it counts, and by whose it is."""
    rows = [row for row in catalog.figures if row.status == "reported"]
    rows.sort(key=lambda row: (not is_headline(row), -inf if row.period_end is None else -row.period_end.toordinal()))
    of_pairing = {name: words(*parties_of(catalog, name)) for name in catalog.pairings}
    of_metric = {name: (words(*one.title), words(*one.words)) for name, one in catalog.metrics.items()}
    of_category = {(name, key): words(*one.name) for name, metric in catalog.metrics.items() for key, one in metric.categories.items()}
    for row in rows:
        title, everyday = of_metric[row.metric]
        counted = of_category.get((row.metric, row.category), ""), words(row.scope, row.scope_en, row.label_zh, row.label_en)
        yield row.figure, f"{spaced(row.stated)} {title}", " ".join((of_pairing[row.pairing], *counted, row.period)), everyday


def parties_of(catalog: Catalog, pairing: str) -> tuple[str, ...]:
    one = catalog.pairings[pairing]
    return (*one.donor.name, short(one.donor.name.zh), *one.recipient.name, short(one.recipient.name.zh))


def known_names(catalog: Catalog) -> Iterator[str]:
    """Everything that has a name of two characters or more, and the words of metrics, which may have one."""
    for one in catalog.pairings.values():
        for party in (one.donor, one.recipient, one.province):
            yield from (folded(party.name.zh), folded(short(party.name.zh)))
    for metric in catalog.metrics.values():
        yield from map(folded, (metric.title.zh, *metric.words, *(category.name.zh for category in metric.categories.values())))
    for programme in catalog.programmes.values():
        yield from map(folded, (programme.name.zh, programme.short.zh))
    yield from map(folded, catalog.frame["scope"].unique())


ENTRIES: dict[str, Callable[[Catalog], Iterator[Entry]]] = {
    "pairing": pairings,
    "metric": metrics,
    "category": categories,
    "scope": scopes,
    "report": reports,
    "figure": figures,
}
