"""What a question finds, by kind, the best first.

Every word must be found. Where that finds nothing, the question is taken apart: 567个项目 into 567 and 项目, 天津援助黄南多少钱
into the names in it; what nothing is known by is left out and told, and those come that the most of the rest fit.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from ..catalog.catalog import Catalog
from .index import KINDS, Index, index
from .spelling import CHARACTER, FILLING, folded, phrase, runs

MOST, MOST_WORDS = 20, 12  # hits of each kind, words of a question
MOST_COUNTED = 5_000  # rows of each word, where not every word is found
LENIENT = ("pairing", "metric", "figure")  # kinds of which some pieces of a question may do; of the others all must fit
LONGEST_NAME = 12  # characters of a name in a question without blanks
ASKED = Lock()  # one connection answers one question at a time


@dataclass(frozen=True)
class Found:
    """Ids by kind, the best first: of figures, pairings, metrics, reports; a category as `metric category`, a scope as its first figure.

    `unknown` are the words of the question that nothing is known by.
    """

    hits: dict[str, list[str]]
    unknown: tuple[str, ...] = ()


def search(question: str, catalog: Catalog) -> Found:
    """What a question finds; nothing for an empty one."""
    printable = "".join(letter if letter.isprintable() else " " for letter in question)
    words = [word for word in folded(printable).split()[:MOST_WORDS] if phrase(word) and word not in FILLING]
    if not words:
        return Found({})
    with ASKED:
        known = index(catalog)
        hits = {kind: ids(known, kind, every_word(known, kind, words)) for kind in KINDS}
        if any(hits.values()):
            return Found({kind: found for kind, found in hits.items() if found})
        return taken_apart(known, printable)


def every_word(known: Index, kind: str, words: list[str]) -> list[int]:
    """Rows in which every word is found: what is called so first, then what the name has, what else is known, and beginnings."""
    exact, begun = (" AND ".join(phrase(word, begins=begins) for word in words) for begins in (False, True))
    first, where = ([f"title : ^{exact}"], "{title body} : ") if len(words) == 1 else ([], "")
    rows: dict[int, None] = {}
    for match in (*first, f"title : ({exact})", f"{where}({exact})", f"title : ({begun})", f"{where}({begun})"):
        rows |= dict.fromkeys(matching(known, kind, match, MOST))
        if len(rows) >= MOST:
            break
    return list(rows)[:MOST]


def taken_apart(known: Index, question: str) -> Found:
    """What the most of a question's pieces fit; of each kind that one of them fits."""
    pieces = list(dict.fromkeys(pieces_of(question, known)))[:MOST_WORDS]
    lost = tuple(piece for piece in pieces if not any(matching(known, kind, phrase(piece, begins=True), 1) for kind in KINDS))
    kept = [piece for piece in pieces if piece not in lost]
    hits = {kind: ids(known, kind, fitting(known, kind, kept)) for kind in KINDS} if kept else {}
    return Found({kind: found for kind, found in hits.items() if found}, lost if kept else ())


def pieces_of(question: str, known: Index) -> Iterator[str]:
    """Letters and digits as they stand; of Chinese the known names, the longest first from left to right."""
    for run in runs(question):
        if not CHARACTER.match(run):
            yield run
            continue
        start = 0
        while start < len(run):
            ends = range(min(len(run), start + LONGEST_NAME), start, -1)
            end = next((end for end in ends if run[start:end] in known.known), None)
            if end is not None:
                yield run[start:end]
            start = end or start + 1


def fitting(known: Index, kind: str, pieces: list[str]) -> list[int]:
    """The rows that every piece fits; where there is none, of some kinds those that the most fit."""
    every = every_word(known, kind, pieces)
    if every or kind not in LENIENT:
        return every
    counts = Counter(row for piece in pieces for row in matching(known, kind, f"{{title body}} : {phrase(piece)}", MOST_COUNTED))
    most = max(counts.values(), default=0)
    return sorted(row for row, count in counts.items() if count == most)[:MOST]


def matching(known: Index, kind: str, match: str, most: int) -> list[int]:
    """The first rows of a kind for a question in the words of the index, which are values and never part of the statement."""
    statement = f"SELECT rowid FROM {kind} WHERE {kind} MATCH ? ORDER BY rowid LIMIT ?"  # noqa: S608  one of `KINDS`
    return [row for (row,) in known.database.execute(statement, (match, most))]


def ids(known: Index, kind: str, rows: list[int]) -> list[str]:
    return [known.names[kind][row] for row in rows]
