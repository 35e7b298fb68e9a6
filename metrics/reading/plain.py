"""The plain form of YAML in which nearly every curated file is written, read a line at a time.

A line is blank, a comment, or one field: `key:`, `key: value`, `- key: value`; a value is plain text, text in quotes without a
quote or a backslash in it, or one flat `{…}` or `[…]`. Such lines mean one thing, and a pattern reads them many times faster
than a parser gives events. For everything else, at the least doubt, the answer is None: then `source` asks the parser, whose
word alone counts, and which words every breach. What is read here the parser reads alike, place by place: tests hold it to that.
"""

import re
import unicodedata

from ..problems import Place
from .nodes import Mapping, Node, Scalar, Sequence, Written, scalar_of
from .text import has_unseen
from .tree import LONGEST_KEY, MOST_KEYS, folded

LONGEST_FILE = 100_000  # characters: too few for more values than a file may have
LONGEST_LINE = 1_000  # characters: on a longer one the parser loses sight of a key
DEEPEST = 8  # mappings and lists around a line, with room for what stands within it

KEY = rf"\w(?:[^:#：﹕]{{,{LONGEST_KEY - 2}}}[^:#\s：﹕])?"
FIRST = r"[^-?:,\[\]{}#&*!|>'\"%@`\s]"  # of plain text: the others have a meaning
QUOTED = r"\"[^\"\\]*\"|'[^']*'"
TEXT = rf"(?:{FIRST}|-(?=[0-9]))[^:#]*(?:(?::(?=\S)|(?<! )#)[^:#]*)*(?<! )"
FLAT = rf"{FIRST}(?:[^:#,\[\]{{}}]*[^:#,\[\]{{}}\s])?"
LINE = re.compile(rf"( *)(?:(- )?({KEY}):(?: ({TEXT}|{QUOTED}|\{{.*\}}|\[.*\]))?|#.*)?")
PAIR = re.compile(rf"([a-z]{{1,20}}): ({FLAT}|{QUOTED})(?:, |\}}$)")
ITEM = re.compile(rf"({FLAT}|{QUOTED})(?:, |\]$)")


def read(content: str) -> Node | None:
    """The root node of a text, None where it is not wholly in the plain form."""
    if len(content) > LONGEST_FILE or has_unseen(content) or not unicodedata.is_normalized("NFC", content):
        return None
    form = Form()
    for number, line in enumerate(content.split("\n"), 1):
        found = LINE.fullmatch(line)
        if found is None or len(line) >= LONGEST_LINE or not form.add(found, number):
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

    def add(self, found: re.Match[str], number: int) -> bool:
        """Add the field of a line; whether it was beyond doubt."""
        spaces, dash, key, value = found.groups()
        if key is None:
            return True
        column = len(spaces) + 1
        if (dash or column != self.column or self.waiting is not None) and not self.reach(bool(dash), column, number):
            return False
        written = self.mapping.written
        if key in written or len(written) >= MOST_KEYS:
            return False
        if not (key.isascii() and key.islower()):
            self.unusual.append(self.mapping)
        if value is None:
            self.waiting, written[key] = key, ("", number, column)  # until `reach` finds what it waits for
            return True
        at = found.start(4) + 1
        node = pairs(value, number, at) if value[0] == "{" else items(value, number, at) if value[0] == "[" else value
        if node is not None:
            written[key] = node, number, at
        return node is not None

    def reach(self, dash: bool, column: int, number: int) -> bool:
        """Go to the mapping at a column, with a dash to the list there and begin an entry; what is new there, a key must wait for."""
        if self.waiting is not None:
            if column <= self.column or len(self.open) > DEEPEST:
                return False
            node = Sequence(Place(number, column)) if dash else Written(Place(number, column))
            _, line, _ = self.mapping.written[self.waiting]
            self.mapping.written[self.waiting], self.waiting = (node, line, column), None
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


def pairs(value: str, line: int, column: int) -> Mapping | None:
    node, at = Mapping(Place(line, column)), 1
    while at < len(value) and value != "{}":
        found = PAIR.match(value, at)
        if found is None or found[1] in node.keys:
            return None
        key, text = found.groups()
        node.keys[key] = Scalar(key, Place(line, column + at))
        node.values[key] = scalar_of(text, Place(line, column + found.start(2)))
        at = found.end()
    return node


def items(value: str, line: int, column: int) -> Sequence | None:
    node, at = Sequence(Place(line, column)), 1
    while at < len(value) and value != "[]":
        found = ITEM.match(value, at)
        if found is None:
            return None
        node.items.append(scalar_of(found[1], Place(line, column + at)))
        at = found.end()
    return node
