"""Mappings as they are written, a line to a key: nodes and places are made of them when somebody asks, which is seldom."""

import re
from functools import lru_cache

from ..problems import Place
from .nodes import Mapping, Node, Scalar, Sequence

FIRST = r"[^-?:,\[\]{}#&*!|>'\"%@`\s]"  # of plain text: the others have a meaning
QUOTED = r"\"[^\"\\]*\"|'[^']*'"
FLAT = rf"{FIRST}(?:[^:#,\[\]{{}}]*[^:#,\[\]{{}}\s])?"  # plain text in brackets
PAIR = re.compile(rf"([a-z]{{1,20}}): ({FLAT}|{QUOTED}|\[[^\[\]]*\])(?:, |\}}$)")
NOWHERE = Place(0, 0)
ITEM = re.compile(rf"({FLAT}|{QUOTED})(?:, |\]$)")


class Written(Mapping):
    """A mapping in which each key has a line of its own, or all stand on one: `written` is what stands behind a key, its line and column.

    A value is left as it is written, in its quotes or brackets. `keys` and `values` are made when somebody asks for them.
    """

    __slots__ = ("written",)

    def __init__(self, place: Place) -> None:
        self.place = place
        self.written: dict[str, tuple[str | Node, int, int]] = {}

    def drop(self, name: str) -> None:
        self.written.pop(name, None)
        super().drop(name)

    def __getattr__(self, name: str) -> object:
        """Asked only for what is not there yet."""
        if name == "keys":
            self.keys = {key: Scalar(key, Place(line, column)) for key, (_, line, column) in self.written.items()}
        elif name == "values":
            self.values = {
                key: node_of(value, Place(line, column + len(f"{key}: "))) if isinstance(value, str) else value
                for key, (value, line, column) in self.written.items()
            }
        else:
            raise AttributeError(name)
        return getattr(self, name)


@lru_cache(maxsize=1_000)  # a line is looked at for its form, and again for what it says
def alone(written: str) -> Node:
    """A value at no place. Raises `ValueError` as `node_of`."""
    return node_of(written, NOWHERE)


def node_of(written: str, place: Place) -> Node:
    """A value as it is written, with its quotes or brackets if it has some. Raises `ValueError` where what is in brackets is not flat."""
    if written[0] == "{":
        return pairs(written, place)
    if written[0] == "[":
        return items(written, place)
    quoted = written[0] in "\"'"
    return Scalar(written[1:-1] if quoted else written, place, quoted)


def pairs(value: str, place: Place) -> Written:
    node, at, (line, column) = Written(place), 1, place
    while at < len(value) and value != "{}":
        found = PAIR.match(value, at)
        if found is None or found[1] in node.written:
            raise ValueError(value)
        key, text = found.groups()
        if text[0] == "[":
            items(text, NOWHERE)  # for its form
        node.written[key] = text, line, column + at
        at = found.end()
    return node


def items(value: str, place: Place) -> Sequence:
    node, at, (line, column) = Sequence(place), 1, place
    while at < len(value) and value != "[]":
        found = ITEM.match(value, at)
        if found is None:
            raise ValueError(value)
        node.items.append(node_of(found[1], Place(line, column + at)))
        at = found.end()
    return node
