"""What is read a line at a time is what the parser reads, value by value and place by place; in doubt nothing is read."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from metrics.problems import Breach
from metrics.reading import plain, source, text
from metrics.reading.nodes import Mapping, Node, Sequence
from tests.conftest import CURATED, SMALL
from tests.reading.catalogue import CASES
from tests.reading.test_fuzz import MARKS, TEXTS

BROKEN = Path(__file__).parent.parent / "rules" / "broken"
LONG = [
    f"a: {'x' * 998}\n",
    f"{'k' * 101}: v\n",
    f"a: {{{'k' * 101}: v}}\n",
    "a:\n" + "".join(f"  k{number}: v\n" for number in range(1001)),
]
ODD = [
    *("a: b: c\n", "a: b #c\n", "a: 'b' #c\n", "a: b \n", "a:\n", "a:\nb: c\n", "a: \n", " a: b\n", "a: b\n  c: d\n", "a: b\n c\n"),
    *("a: {b: c,}\n", "a: {b: c,d: e}\n", "a: {b: c d: e}\n", "a: {b: c}}\n", "a: {b: c} # d\n", "a: [b, [c]]\n", "a: {b: {c: d}}\n"),
    *("a: {b:c}\n", "a: {b: 'c''d'}\n", 'a: {b: "c\\u200bd"}\n', "a: {b: c, b: d}\n", "a: 1\nA: 2\n", "a: 1\na: 2\n", "é: 1\nÉ: 2\n"),
    *("a:\n- b: c\n", "a:\n  - b: c\n - b: d\n", "a:\n  - b: c\n    d: e\n   f: g\n", "a:\n  - b: c\n  d: e\n", "- a: b\n- c: d\n"),
    *("a: -1\n", "a: - 1\n", "a: -x\n", "a: ?x\n", "a: x:\n", "a: x:y\n", "a: http://x.y/#z\n", "a: ~\n", "a: <<\n", "<<: a\n"),
    *("key：b: c\n", "a: b\n---\nc: d\n", "---\na: b\n", "a: b\n...\n", "%YAML 1.2\n", "a: &b c\n", "a: !b c\n", "a: |\n  b\n", "a: {}\n"),
    *(
        "a: []\n",
        "a: [ ]\n",
        "a: { }\n",
        "a: [-1, 2]\n",
        "- {a: b}\n- {c: d}\n- e: f\n",
        "a:\n  - {b: c}\n  - {d: e}\n",
        "a:\n  - {b: c}\n    d: e\n",
        "a:\n  - {b: c}\n  d: e\n",
        "a:\n- {b: c}\nd: {e: f}\n",
        "a:\n  - {b: c}\n  -\n",
        "- {}\n- {a: b\n",
        "a: {b: [c, d], e: f}\n",
        "a: {b: [], c: [d]}\n",
        "a: {b: [c, [d]]}\n",
        "a: {b: [c, d}\n",
        "a: {b: [c, {d: e}]}\n",
        'a: ""\n',
        "'a': b\n",
        "? a: b\n",
        "a: b\n\n  \n# c\n  # d: e\ne: f",
        "a" * 9 + ": b",
    ),
]


def agrees(content: str) -> bool:
    """Whether a text was read a line at a time; if so, the parser reads the same of it."""
    found = plain.read(content)
    if found is not None:
        assert spelled(found) == parsed(content), content
    return found is not None


def spelled(node: Node) -> object:
    """A node as values that compare, with every place."""
    if isinstance(node, Mapping):
        return node.place, list(node.keys.items()), [(key, spelled(value)) for key, value in node.values.items()]
    return (node.place, [spelled(item) for item in node.items]) if isinstance(node, Sequence) else node


def parsed(content: str) -> object:
    """What the parser reads, or what is wrong."""
    try:
        return spelled(source.parse_events(content))
    except Breach as breach:
        return f"{breach.place} {breach.rule}"


def changed_lines(lines: list[str], chance: random.Random) -> str:
    """Some lines with one taken out, doubled, moved or indented, or with marks put into it."""
    lines = list(lines)
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(len(lines))
        line, column = lines[at], chance.randint(0, len(lines[at]))
        change = chance.randrange(8)
        if change == 0 and len(lines) > 1:
            lines[at : at + 1] = [line] * chance.choice([0, 2])
        elif change == 1:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
        elif change == 2:
            lines[at] = " " * chance.randint(0, 8) + line.lstrip()
        elif change == 3:
            lines[at] = line[chance.randint(0, 3) :]
        else:
            lines[at] = (
                line[:column] + "".join(chance.choices(MARKS + "  ab", k=chance.randint(1, 2))) + line[column + chance.randint(0, 2) :]
            )
    return "\n".join(lines)


def pieces(chance: random.Random, number: int) -> Iterator[list[str]]:
    """Some lines from anywhere in a curated file, as if they began at the margin."""
    files = [path.read_text("utf-8").split("\n") for path in sorted(CURATED.rglob("*.yaml"))]
    for _ in range(number):
        lines = chance.choice(files)
        start = chance.randrange(len(lines))
        margin = len(lines[start]) - len(lines[start].lstrip())
        yield [line[margin:] for line in lines[start : start + chance.randint(1, 12)]]


@pytest.mark.parametrize("content", [*ODD, *LONG], ids=lambda content: repr(content[:30]))
def test_the_odd_is_read_as_the_parser_reads_it_or_not_at_all(content: str) -> None:
    agrees(content)
    agrees(f"x:\n  y:\n    - z: 1\n      {content.rstrip()}\n")


def test_mappings_and_lists_within_one_another_agree() -> None:
    for depth in range(1, 12):
        begun = "".join(f"{'  ' * level}a:\n" for level in range(depth))
        read = [agrees(f"{begun}{'  ' * depth}{end}\n") for end in ("a: b", "- a: b", "- {a: [b]}", "a: {b: [c]}", "- a: {b: [c]}")]
        assert all(read) or depth > 5


def test_what_cannot_be_seen_is_left_to_the_parser() -> None:
    unseen = [chr(code) for code in range(0x11_0000) if text.UNSEEN.match(chr(code))]
    assert len(unseen) > 100_000
    assert [character for character in unseen if text.is_seen(character)] == []
    assert plain.read("a: x\u3164y\n") is None
    assert plain.read("# x\ufe0fy\na: b\n") is None


def test_curated_files_are_read_so_and_agree() -> None:
    contents = [path.read_text("utf-8") for folder in (CURATED, SMALL, BROKEN) for path in sorted(folder.rglob("*.yaml"))]
    assert sum(map(agrees, contents)) > 0.95 * len(contents)


def test_bad_input_agrees() -> None:
    contents = [content if isinstance(content, str) else content.decode("utf-8", "replace") for _, content, _ in CASES]
    assert sum(map(agrees, contents)) < len(contents)


@pytest.mark.parametrize("seed", range(4))
def test_changed_lines_agree(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    read = [agrees(changed_lines(piece, chance)) for piece in pieces(chance, 1500)]
    assert 100 < sum(read) < len(read), "the changes are too rough, or change nothing"


@given(st.dictionaries(TEXTS, TEXTS | st.lists(TEXTS, max_size=3) | st.dictionaries(TEXTS, TEXTS, max_size=2), min_size=1, max_size=4))
def test_what_another_program_writes_agrees(document: dict[str, object]) -> None:
    agrees(yaml.safe_dump(document, allow_unicode=True, width=900))
    agrees(yaml.safe_dump(document, allow_unicode=True, default_flow_style=None, width=900))
