"""What `check` draws on a terminal: the caret under a place, and a bar for work that takes long."""

import io
import os
from contextlib import suppress

import pytest

from metrics.commands.terminal.cells import columns
from metrics.commands.terminal.excerpt import marked
from metrics.commands.terminal.progress import watched


def test_columns_are_aligned_by_cells_and_not_by_characters() -> None:
    assert columns([["资金", "1,000", "a"], ["funds", "5", "b"]], frozenset({1})) == ["资金   1,000  a", "funds      5  b"]


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("stated: 18.51亿元", 9, ["      7 | stated: 18.51亿元", "        |         ^"]),
        ("近2.5万人，元", 7, ["      7 | 近2.5万人，元", "        | " + " " * 9 + "^"]),
        ("a\tb\u200bc", 5, ["      7 | a<U+0009>b<U+200B>c", "        |                   ^"]),
        ("", 1, ["      7 |", "        | ^"]),
        ("x" * 200, 100, ["      7 | …" + "x" * 100 + "…", "        | " + " " * 61 + "^"]),
    ],
    ids=["behind text", "behind Chinese", "behind what cannot be seen", "an empty line", "in a long line"],
)
def test_the_caret_stands_under_its_place(line: str, column: int, expected: list[str]) -> None:
    assert marked(line, 7, column) == expected


def seen(terminal: int) -> str:
    """Everything that was written to a terminal whose other end is closed."""
    pieces: list[bytes] = []
    with suppress(OSError), os.fdopen(terminal, "rb", buffering=0) as screen:  # its end is an error on Linux
        while piece := screen.read(1000):
            pieces.append(piece)
    return b"".join(pieces).decode()


def test_a_bar_is_drawn_on_a_terminal_and_wiped_off() -> None:
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        assert list(watched(["a", "b", "c"], terminal, patience=-1)) == ["a", "b", "c"]
    said = seen(ours)
    assert said.split("\r")[1:] == [
        "[                              ] 0/3",
        "[##########                    ] 1/3",
        "[####################          ] 2/3",
        "\x1b[K",
    ]


def test_no_bar_is_drawn_for_a_moment_nor_into_a_file() -> None:
    ours, theirs = os.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal:
        assert list(watched([1, 2], terminal, patience=60)) == [1, 2]
        terminal.write("end")
    assert seen(ours) == "end"
    file = io.StringIO()
    assert list(watched([1, 2], file, patience=-1)) == [1, 2]
    assert file.getvalue() == ""
