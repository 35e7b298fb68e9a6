"""Where new lines go in a file that people wrote: behind the block they belong to, at its indentation."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...reading.nodes import Mapping, Scalar
from ..terminal.arguments import WrongUse
from .skeletons import indented

STEP = 2  # blanks a level, where a block has no line yet to take it from


@dataclass(frozen=True)
class Insertion:
    """`lines` go behind the first `after` lines."""

    after: int
    lines: list[str]


@dataclass(frozen=True)
class Block:
    """The lines of one field of a mapping: the number of its first, and of the first that is not its own any more."""

    mapping: Mapping
    key: str
    stop: int

    @property
    def first(self) -> int:
        return self.mapping.keys[self.key].place.line

    @property
    def end(self) -> int:
        return min((key.place.line for key in self.mapping.keys.values() if key.place.line > self.first), default=self.stop)

    @property
    def indent(self) -> int:
        """Of what stands in it. Raises `WrongUse` where that is written in braces, or is something else."""
        key, value = self.mapping.keys[self.key], self.mapping.values[self.key]
        if isinstance(value, Scalar) and not value.text:
            return key.place.column - 1 + STEP
        if isinstance(value, Scalar) or value.place.line == key.place.line:
            raise WrongUse(
                f"第 {self.first} 行的 {self.key} 写在括号里，程序添不进去；请改成每条一行。",
                f"{self.key} at line {self.first} is written in brackets; write one entry a line, so that more can be put in.",
            )
        return value.place.column - 1

    def last(self, lines: list[str]) -> int:
        """Its last line that says something: blank lines and comments at the margin belong to what follows."""
        own = range(self.end - 1, self.first, -1)
        return next((number for number in own if lines[number - 1].strip() and not lines[number - 1].startswith("#")), self.first)


def under(root: Mapping, lines: list[str], fields: Iterable[str], entry: str) -> Insertion:
    """The entry as the last one under `fields`, the outermost first; those that are not there yet come with it."""
    block, missing = innermost(root, len(lines) + 1, list(fields))
    for name in reversed(missing):
        entry = "\n".join([f"{name}:", *indented(entry, STEP)])
    if block is None:
        return Insertion(len(lines), ["", *indented(entry, 0)])
    return Insertion(block.last(lines), indented(entry, block.indent))


def beside(root: Mapping, lines: list[str], dates: dict[str, str], date: str, entry: str) -> Insertion:
    """The entry behind the last one that is not later, a blank line between; at the end where its date is not known."""
    earlier = [name for name in root.keys if not date or dates.get(name, "") <= date]
    if not earlier:
        first = min((key.place.line for key in root.keys.values()), default=len(lines) + 1)
        return Insertion(first - 1, [*indented(entry, 0), ""])
    return Insertion(Block(root, earlier[-1], len(lines) + 1).last(lines), ["", *indented(entry, 0)])


def innermost(mapping: Mapping, stop: int, fields: list[str]) -> tuple[Block | None, list[str]]:
    """The block of the last of these fields that is there, and those that are not."""
    if not fields or fields[0] not in mapping.keys:
        return None, fields
    block = Block(mapping, fields[0], stop)
    value = mapping.values[block.key]
    deeper, missing = innermost(value, block.end, fields[1:]) if isinstance(value, Mapping) else (None, fields[1:])
    return deeper or block, missing


def inserted(content: str, insertions: Iterable[Insertion]) -> str:
    """The text with all insertions; its own lines and line ends stay as they are."""
    lines = content.splitlines(keepends=True)
    newline = "\r\n" if "\r\n" in content else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    for _, insertion in sorted(enumerate(insertions), key=lambda one: (-one[1].after, -one[0])):  # the last first: the others do not move
        lines[insertion.after : insertion.after] = [f"{line}{newline}" for line in insertion.lines]
    return "".join(lines)
