"""The plain form of YAML in which nearly every curated file is written, read a line at a time.

A line is blank, a comment, or one field: `key:`, `key: value`, `- key: value`; a value is plain text, text in quotes without a
quote or a backslash in it, or one flat `{…}` or `[…]`; an entry of a list may be one flat `{…}`. Such lines mean one thing, and
most say what others said before: a pattern reads each different one, many times faster than a parser gives events. For everything
else, at the least doubt, the answer is None: then `source` asks the parser, whose word alone counts, and which words every breach.
What is read here the parser reads alike, place by place: tests hold it to that.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from ..problems import Place
from .nodes import Node, Sequence
from .text import is_seen
from .tree import LONGEST_KEY, MOST_KEYS, folded
from .written import FIRST, QUOTED, Written, alone, node_of

LONGEST_FILE = 100_000  # characters: too few for more values than a file may have
LONGEST_LINE = 1_000  # characters: on a longer one the parser loses sight of a key
DEEPEST = 7  # mappings and lists around a line, with room for what stands within it

KEY = rf"\w(?:[^:#：﹕]{{,{LONGEST_KEY - 2}}}[^:#\s：﹕])?"
TEXT = rf"(?:{FIRST}|-(?=[0-9]))[^:#]*(?:(?::(?=\S)|(?<! )#)[^:#]*)*(?<! )"
LINE = re.compile(rf"( *)(?:(- )?({KEY}):(?: ({TEXT}|{QUOTED}|\{{.*\}}|\[.*\]))?|- (\{{.*\}})|#.*)?")


class Line(NamedTuple):
    """What a line says: a key in a column and the value behind it, None where it stands below; an entry without a key, or nothing."""

    column: int = 0  # 0 where it says nothing
    dash: bool = False
    key: str = ""
    value: str | None = None
    usual: bool = True  # whether no other key looks like this one


@lru_cache(maxsize=16_384)
def line_of(line: str) -> Line | None:
    """A line by itself; None where it is in doubt."""
    found = LINE.fullmatch(line)
    if found is None or len(line) >= LONGEST_LINE or not is_seen(line):
        return None
    spaces, dash, key, value, entry = found.groups()
    if key is None and entry is None:
        return Line()
    if (value or entry or "")[:1] in ("{", "["):
        try:
            alone(value or entry)
        except ValueError:
            return None
    usual = key is None or (key.isascii() and key.islower())
    return Line(len(spaces) + 1, bool(dash or entry), key or "", value or entry, usual)


def read(content: str) -> Node | None:
    """The root node of a text, None where it is not wholly in the plain form."""
    if len(content) > LONGEST_FILE or not unicodedata.is_normalized("NFC", content):
        return None
    form = Form()
    for number, text in enumerate(content.split("\n"), 1):
        line = line_of(text)
        if line is None or (line.column and not form.add(line, number)):
            return None
    return form.whole()


class Form:
    """The nodes so far. `open` holds mappings and lists with the column of each; `waiting` is a key with nothing behind it yet."""

    def __init__(self) -> None:
        self.top = self.mapping = Written(Place(0, 0))  # of the root alone
        self.top.written[""] = "", 0, 0
        self.open: list[tuple[int, Written | Sequence]] = [(0, self.top)]
        self.column = 0  # of the mapping that is being filled
        self.waiting: str | None = ""
        self.unusual: list[Written] = []  # with keys that may look alike

    def add(self, line: Line, number: int) -> bool:
        """Add what a line says; whether it was beyond doubt."""
        column, dash, key, value, usual = line
        if (dash or column != self.column or self.waiting is not None) and not self.reach(dash, column, number):
            return False
        if not key:
            return self.entry(node_of(value or "", Place(number, self.column)))
        written = self.mapping.written
        if key in written or len(written) >= MOST_KEYS:
            return False
        if not usual:
            self.unusual.append(self.mapping)
        if value is None:
            self.waiting, value = key, ""  # until `reach` finds what it waits for
        written[key] = value, number, self.column
        return True

    def entry(self, node: Node) -> bool:
        """Put a whole entry in the place of the one that was begun for it; nothing may be added to it."""
        self.open.pop()
        _, listed = self.open[-1]
        assert isinstance(listed, Sequence)
        listed.items[-1], self.column = node, 0
        return True

    def reach(self, dash: bool, column: int, number: int) -> bool:
        """Go to the mapping at a column, with a dash to the list there and begin an entry; what is new there, a key must wait for."""
        if self.waiting is not None:
            if column <= self.column or len(self.open) > DEEPEST:
                return False
            node = Sequence(Place(number, column)) if dash else Written(Place(number, column))
            self.mapping.written[self.waiting], self.waiting = (node, *self.mapping.written[self.waiting][1:]), None
            self.open.append((column, node))
        while self.open[-1][0] > column:
            self.open.pop()
        self.column, there = self.open[-1]
        if self.column != column or isinstance(there, Sequence) != dash:
            return False
        if isinstance(there, Sequence):
            self.column += 2
            there.items.append(entry := Written(Place(number, self.column)))
            self.open.append((self.column, entry))
            there = entry
        self.mapping = there
        return True

    def whole(self) -> Node | None:
        """The root, if nothing is left open and nothing looks alike."""
        root, _, _ = self.top.written[""]
        alike = any(len({*map(folded, one.written)}) < len(one.written) for one in self.unusual)
        return root if self.waiting is None and isinstance(root, Written | Sequence) and root.place.column == 1 and not alike else None
