"""Search over everything that has a name or a number: pairings, metrics, scopes and labels, reports, printed figures.

An index of the catalog in SQLite's FTS5 with trigrams, which finds any part of a word in any script from three characters on;
shorter questions are looked for as they are. It is made once for a catalog, kept in memory, and never written to.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from ..catalog.catalog import Catalog
from ..catalog.tuples import row_tuples

KINDS = ("pairing", "metric", "report", "figure")  # in the order in which they are shown
MOST, MOST_WORDS = 20, 8  # hits of each kind, words of a question
SHORTEST = 3  # characters that a trigram needs
ASKED = Lock()  # one connection answers one question at a time


@dataclass(frozen=True)
class Hit:
    """One thing found: its kind, its id, and the text in both languages that it is known by."""

    kind: str
    name: str
    zh: str
    en: str


def search(question: str, catalog: Catalog) -> dict[str, list[Hit]]:
    """What a question finds, by kind, the best first; empty for an empty question. Every word must be found."""
    words = "".join(letter if letter.isprintable() else " " for letter in question).split()[:MOST_WORDS]
    if not words:
        return {}
    with ASKED:
        database = index(catalog)
        found = {kind: [Hit(kind, *row) for row in ask(database, kind, words)] for kind in KINDS}
    return {kind: hits for kind, hits in found.items() if hits}


def ask(database: sqlite3.Connection, kind: str, words: list[str]) -> list[tuple[str, str, str]]:
    """The rows of a kind in which every word is found. Words are values, never part of the statement."""
    long, short = ([word for word in words if (len(word) >= SHORTEST) is is_long] for is_long in (True, False))
    conditions, values = ["kind = ?"], [kind]
    if long:
        conditions.append("things MATCH ?")
        quoted = (f'"{word.replace(chr(34), chr(34) * 2)}"' for word in long)
        values.append(f"body : ({' AND '.join(quoted)})")
    for word in short:
        conditions.append("body LIKE ? ESCAPE '\\'")
        values.append(f"%{escaped(word)}%")
    order = "rank" if long else "length(body)"
    statement = f"SELECT name, zh, en FROM things WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT {MOST}"  # noqa: S608  no text of the asker's
    return database.execute(statement, values).fetchall()


def escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


@lru_cache(maxsize=2)
def index(catalog: Catalog) -> sqlite3.Connection:
    """The index of a catalog."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute(
        "CREATE VIRTUAL TABLE things USING fts5(kind UNINDEXED, name UNINDEXED, zh UNINDEXED, en UNINDEXED, body, tokenize='trigram')"
    )
    database.executemany("INSERT INTO things VALUES (?, ?, ?, ?, ?)", entries(catalog))
    return database


def entries(catalog: Catalog) -> Iterator[tuple[str, str, str, str, str]]:
    """Kind, id, names, and all the words by which each thing may be looked for."""
    for pairing in catalog.pairings.values():
        words = " ".join((*pairing.name, *pairing.province.name, pairing.id, pairing.donor.code, pairing.recipient.code))
        yield "pairing", pairing.id, pairing.name.zh, pairing.name.en, words
    for metric in catalog.metrics.values():
        names = [text for category in metric.categories.values() for text in category.name]
        yield "metric", metric.id, metric.title.zh, metric.title.en, " ".join([metric.id, *metric.title, *metric.definition, *names])
    for source in catalog.sources.values():
        day = source.published.text if source.published else ""
        name = f"{source.title or source.publisher} {day}".strip()
        yield "report", source.id, name, name, " ".join((source.title or "", source.publisher, source.id, day))
    for row in row_tuples(catalog.frame[catalog.frame["status"] == "reported"]):
        titles = catalog.metrics[row.metric].title
        zh = f"{row.stated} {titles.zh} {row.donor_zh}—{row.recipient_zh} {row.period}"
        en = f"{row.stated} {titles.en} {row.donor_en}–{row.recipient_en} {row.period}"
        body = (row.stated, zh, en, row.scope, row.scope_en, row.label_zh, row.label_en, row.category_zh, row.category_en)
        yield "figure", row.figure, zh, en, " ".join(body)
