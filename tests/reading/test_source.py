"""Bad input is refused at its place, good input is read unchanged, and nothing but a `Breach` is ever raised."""

import shutil
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from metrics.catalog import folder
from metrics.problems import Breach
from metrics.reading import source, text
from metrics.reading.nodes import Mapping, Node, Scalar, Sequence
from tests.conftest import CURATED, SMALL
from tests.reading.catalogue import CASES, FILE, Case

NAMES = [f"Y{number}" for number in range(1, 91)]
PAIRING = "tianjin-huangnan.yaml"


def folder_with(path: Path, content: bytes | None) -> Path:
    shutil.copy(SMALL / "metrics.yaml", path)
    if content is not None:
        (path / PAIRING).write_bytes(content)
    return path


def encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def found(path: Path) -> str:
    return ", ".join(f"{problem.line}:{problem.column} {problem.rule}" for problem in folder.read(path).problems)


def plain(node: Node) -> object:
    """A node as the plainest of YAML loaders gives it: all values text."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else node.text


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        yield from node.keys.values()
        for value in node.values.values():
            yield from scalars(value)


def test_the_catalogue_is_whole() -> None:
    numbers = [words.split()[0] for words, _, _ in CASES]
    assert sorted(set(numbers), key=NAMES.index) == NAMES
    assert len({words for words, _, _ in CASES}) == len(CASES) > 280


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_bad_input_is_refused_at_its_place(case: Case, tmp_path: Path) -> None:
    _, content, expected = case
    path = folder_with(tmp_path, encoded(content))
    start = time.process_time()
    assert found(path) == expected
    assert time.process_time() - start < 1


@pytest.mark.parametrize("case", [case for case in CASES if not case[2]], ids=lambda case: case[0])
def test_good_input_is_read_unchanged(case: Case) -> None:
    content = text.decode(encoded(case[1]))
    assert plain(source.parse(content)) == yaml.load(unicodedata.normalize("NFC", content), Loader=yaml.CBaseLoader)  # noqa: S506


@pytest.mark.parametrize("path", sorted(CURATED.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_value_knows_where_it_stands(path: Path) -> None:
    root = source.read(path)
    assert plain(root) == yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506
    lines = path.read_text("utf-8").splitlines()
    for one in scalars(root):
        written = lines[one.place.line - 1][one.place.column - 1 :]
        assert written.startswith(('"', "'") if one.quoted else one.text)


def test_accents_are_stored_composed() -> None:
    assert plain(source.parse("title: Cafe\u0301\n")) == {"title": "Caf\u00e9"}


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        ("a:\n" + "".join(f"  k{n}: v\n" for n in range(1000)), ""),
        ("a:\n" + "".join(f"  k{n}: v\n" for n in range(1001)), "file_is_small"),
        ("a: [" + "x, " * 49_996 + "x]", ""),
        ("a: [" + "x, " * 49_997 + "x]", "file_is_small"),
        ("a: " + "[" * 9 + "]" * 9, ""),
        ("a: " + "[" * 10 + "]" * 10, "nesting_is_shallow"),
        ("k" * 100 + ": v", ""),
        ("k" * 101 + ": v", "keys_are_plain_words"),
        ("a: " + "字" * 2000, ""),
        ("a: " + "字" * 2001, "text_is_short"),
    ],
)
def test_a_limit_is_where_its_rule_says(content: str, rule: str) -> None:
    try:
        source.parse(content)
        broken = ""
    except Breach as breach:
        broken = breach.rule
    assert broken == rule


def test_a_file_of_a_million_bytes_is_read_and_one_more_is_too_many(tmp_path: Path) -> None:
    content = FILE.encode()
    folder_with(tmp_path, content + b"#" * (1_000_000 - len(content)))
    assert found(tmp_path) == ""
    folder_with(tmp_path, content + b"#" * (1_000_001 - len(content)))
    assert found(tmp_path) == "1:1 file_is_small"


def test_without_a_report_the_first_breach_is_raised() -> None:
    with pytest.raises(Breach) as caught:
        source.parse("a: 1\na: 2\n")
    assert (caught.value.rule, caught.value.place) == ("keys_do_not_repeat", (2, 1))
