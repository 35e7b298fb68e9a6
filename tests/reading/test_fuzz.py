"""Files that were cut, damaged or written by another program are read as meant or refused: nothing but a `Breach` is raised."""

import random
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from metrics.entries.entries import read_pairing
from metrics.entries.vocabulary import Vocabulary
from metrics.problems import Breach
from metrics.reading import source, text
from metrics.rules.figures import RULES
from tests.conftest import CURATED
from tests.reading.catalogue import FILE
from tests.reading.test_source import plain


def broken(data: bytes) -> set[str]:
    """The rules that a file breaks by itself; any exception but a `Breach` passes through."""
    breaches: list[Breach] = []
    try:
        file = read_pairing(source.parse(text.decode(data), breaches.append), breaches.append)
    except Breach as breach:
        return {breach.rule, *(one.rule for one in breaches)}
    for rule in RULES:
        breaches.extend(rule(file, Vocabulary(reports=file.sources)) if file else ())
    return {breach.rule for breach in breaches}


def test_every_beginning_of_a_good_file_is_read_or_refused() -> None:
    data = FILE.encode()
    good = [length for length in range(len(data) + 1) if not broken(data[:length])]
    assert good[-1] == len(data)
    assert good[0] == data.index("¶1".encode()) + 2, "a file that was cut before the last value lacks a field"


MARKS = "\t\n\r \"'{}[],:&*!?#|>%-~\x85\u3000：，亿0"
CHUNK = 25  # lines of figures that are changed at a time


def changed(data: bytes, chance: random.Random) -> bytes:
    """A few bytes replaced, inserted, taken out or doubled."""
    for _ in range(chance.randint(1, 2)):
        at, width = chance.randrange(len(data) + 1), chance.randint(0, 8)
        piece = chance.choice([bytes([chance.randrange(256)]), chance.choice(MARKS).encode(), b"", data[at : at + 30] * 2])
        data = data[:at] + piece + data[at + width :]
    return data


@pytest.mark.parametrize("seed", range(8))
def test_changed_bytes_of_the_curated_files_raise_nothing_but_a_breach(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    rules: set[str] = set()
    longest = sorted(CURATED.glob("*/*-*.yaml"), key=lambda path: path.stat().st_size)[-5:]
    for path in longest:
        lines = path.read_bytes().splitlines(keepends=True)
        entries = [number for number, line in enumerate(lines) if line.startswith(b"    - id: ")]
        head = lines[: next(number for number, line in enumerate(lines) if line.startswith(b"programme: ")) + 1]
        for _ in range(200):
            start = chance.choice(entries)
            data = b"".join([*head, b"figures:\n  funds:\n", *lines[start : start + CHUNK]])
            rules |= broken(changed(data, chance))
    assert len(rules) > 20, "the changes reach few rules"


SEEN = st.characters(exclude_categories=["C", "Z"]) | st.just(" ")
TEXTS = st.text(SEEN, max_size=40) | st.sampled_from(["NO", "1e5", "012", "12:30", "~", "=", "<<", "-", "a: b", "a #b", "\t", "\u2028"])


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_what_another_program_writes_is_read_as_meant_or_refused(document: dict[str, object]) -> None:
    written = yaml.safe_dump(document, allow_unicode=True)
    try:
        read = plain(source.parse(text.decode(written.encode())))
    except Breach:
        return
    assert read == composed(document)


def composed(value: object) -> object:
    if isinstance(value, dict):
        return {composed(key): composed(one) for key, one in value.items()}
    return [composed(one) for one in value] if isinstance(value, list) else unicodedata.normalize("NFC", str(value))
