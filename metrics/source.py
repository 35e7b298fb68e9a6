"""One YAML file -> nodes that know their place. The only module that knows yaml.

PyYAML's C parser gives events; nodes are built from them on a stack of our own, in one pass, and
the pass stops at the first breach. So depth, size and aliases are refused before they cost
anything, and every scalar stays the text that the curator wrote: `NO` is not false, `12:30` not 750.
Nothing is half-read: a file is a node, or the breach that stopped it.
"""

import os
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from . import text
from .nodes import Mapping, Node, Scalar, Sequence
from .problems import Place
from .rules import files as rules

LARGEST_FILE = 1_000_000  # bytes
DEEPEST = 10  # levels of nesting
MOST_NODES = 50_000
LONGEST_TEXT = 20_000  # characters of one value
LONGEST_KEY = 100


def read(path: Path) -> Node:
    """The root node of one file. Raises `Breach` at the first place that cannot be read."""
    return parse(text.decode(read_bytes(path)))


def read_bytes(path: Path) -> bytes:
    """A regular file's bytes; links, pipes, devices and folders are refused unread."""
    try:
        # Without O_NONBLOCK, opening a named pipe would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise rules.file_can_be_read(error) from error
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise rules.file_can_be_read(OSError("not a regular file"))
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise rules.file_is_small()
    return data


def parse(content: str) -> Node:
    """The root node of a text. Raises `Breach`."""
    text.check(content)
    lines = content.split("\n")
    try:
        return build(yaml.parse(content, Loader=yaml.CSafeLoader), lines)
    except yaml.MarkedYAMLError as error:
        raise rules.yaml_is_well_formed(error, lines) from error


def build(events: Iterator[Any], lines: list[str]) -> Node:
    """Nodes from parser events, refusing what curated files never need."""
    stack: list[Builder] = []
    root: Node | None = None
    count = 0
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            count += 1
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
            if event.anchor is not None:
                raise rules.anchors_are_not_used(place)
            if event.tag is not None and not (kind is yaml.ScalarEvent and event.implicit[1]):
                raise rules.tags_are_not_used(place)
            if count > MOST_NODES or len(stack) > DEEPEST:
                raise rules.nesting_is_shallow(place)
            if kind is yaml.ScalarEvent:
                node: Node = scalar(event, place, lines)
            else:
                node = Mapping(place) if kind is yaml.MappingStartEvent else Sequence(place)
            if stack:
                stack[-1].add(node)
            elif root is not None:
                raise rules.one_document_a_file(place)
            else:
                root = node
            if kind is not yaml.ScalarEvent:
                stack.append(Builder(node))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            stack.pop()
        elif kind is yaml.AliasEvent:
            raise rules.anchors_are_not_used(Place(event.start_mark.line + 1, event.start_mark.column + 1))
        elif kind is yaml.DocumentStartEvent and (event.version or event.tags):
            raise rules.directives_are_not_used()
    if root is None or (isinstance(root, Scalar) and not root.text):
        raise rules.file_is_not_empty()
    return root


class Builder:
    """A mapping or sequence that is being filled; in a mapping, keys and values take turns."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.key: Scalar | None = None

    def add(self, child: Node) -> None:
        if isinstance(self.node, Sequence):
            self.node.items.append(child)
        elif isinstance(self.node, Mapping):
            if self.key is None:
                self.key = key_of(child, self.node)
            else:
                self.node.values[self.key.text] = child
                self.key = None


def key_of(child: Node, mapping: Mapping) -> Scalar:
    if not isinstance(child, Scalar) or not child.text or len(child.text) > LONGEST_KEY:
        raise rules.keys_are_plain_words(child.place)
    folded = unicodedata.normalize("NFKC", child.text).casefold()
    if folded in mapping.folded:
        raise rules.keys_do_not_repeat(child, mapping.keys[mapping.folded[folded]])
    mapping.folded[folded] = child.text
    mapping.keys[child.text] = child
    return child


def scalar(event: Any, place: Place, lines: list[str]) -> Scalar:
    end = event.end_mark
    quoted = event.style in ("'", '"')  # plain is '' in the C parser and None in the other
    if event.style in ("|", ">") or end.line + 1 != place.line:
        raise rules.text_stays_on_one_line(place, quoted)
    if len(event.value) > LONGEST_TEXT:
        raise rules.text_is_short(place)
    if not quoted and event.value and (behind := lines[end.line][end.column :]).startswith(" #"):
        raise rules.comments_keep_their_distance(Place(place.line, end.column + 2), behind)
    return Scalar(event.value, place, quoted)
