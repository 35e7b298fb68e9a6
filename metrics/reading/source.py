"""One YAML file -> nodes that know their place. The only module that knows yaml.

PyYAML's C parser gives events; nodes are built from them on a stack of our own, in one pass, and
the pass stops at the first breach that makes the rest doubtful. So depth, size and aliases are
refused before they cost anything, and every scalar stays the text that the curator wrote: `NO` is
not false, `12:30` not 750. What spoils one value alone goes to `report`, and reading goes on;
without a `report` it is raised too.

The parser has limits of its own, which change with its version, and it looks ahead: up to 1,024
characters of a line may lie behind the last event when it gives up. So where it refuses a text,
what stands before that place is read first, and our rules speak before its words are passed on.
"""

import errno
import os
import re
import stat
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeVar

import yaml

from ..problems import Breach, Place, Problem, Report, raise_breach, reporter
from ..words import Bilingual
from . import files, grammar, plain, text
from .nodes import Node
from .tree import DEEPEST, FARTHEST_COLON, Tree

Value = TypeVar("Value")
LARGEST_FILE = 1_000_000  # bytes
# Without O_NONBLOCK, opening a named pipe would wait for ever; systems that lack a flag lack what it guards against.
FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
CLOSING = ('"', "'", "]", "}")  # plain text goes on behind them, so that no error stands there
# Full-width marks where a grammar error shows that ASCII ones were meant; elsewhere they are text.
MISTYPED = re.compile(r"[，；](?= *[a-z]+:)|(?<=: )[｛［“]")


def read(path: Path, report: Report = raise_breach) -> Node:
    """The root node of one file. Raises `Breach` where it cannot be read."""
    return parse(text.decode(read_bytes(path)), report)


def read_file(path: Path, problems: list[Problem], use: Callable[[Node, Report], Value | None]) -> Value | None:
    """What `use` makes of a file; None where it cannot be read at all."""
    report = reporter(str(path), problems)
    try:
        return use(read(path, report), report)
    except Breach as breach:
        report(breach)
        return None


def read_if_there(path: Path, problems: list[Problem], use: Callable[[Node, Report], Value | None]) -> Value | None:
    """Like `read_file`, of a file that a folder may lack; a link that leads nowhere is there."""
    return read_file(path, problems, use) if os.path.lexists(path) else None


def read_bytes(path: Path) -> bytes:
    """A regular file's bytes; links, pipes, devices and folders are refused unread."""
    try:
        with os.fdopen(os.open(path, FLAGS), "rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.ENOTSUP, "not a regular file")
            data = file.read(min(status.st_size, LARGEST_FILE) + 1)  # room for a megabyte takes longer than to fill it
    except OSError as error:
        raise files.file_can_be_read(error) from error
    if len(data) > LARGEST_FILE:
        raise files.file_is_small(Place(1, 1), Bilingual(" 1 MB", "1 MB"))
    return data


def parse(content: str, report: Report = raise_breach) -> Node:
    """The root node of a text. Raises `Breach`."""
    return plain.read(content) or parse_events(content, report)


def parse_events(content: str, report: Report = raise_breach) -> Node:
    """The same by the parser's events, which alone decide what is well-formed. Raises `Breach`."""
    text.check(content, report)
    lines = content.split("\n")
    tree = Tree(lines, report)
    try:
        for event in yaml.parse(content, Loader=yaml.CSafeLoader):
            tree.add_event(event)
    except yaml.MarkedYAMLError as error:
        raise grammar_breach(read_lookahead(error, content, tree), lines, tree.bracket) from error
    if tree.root is None:
        raise files.file_is_not_empty()
    return tree.root


def cause(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the trouble begins: a token is named where it begins; of a collection, its beginning says nothing."""
    scanning = error.context_mark and (error.context or "").startswith("while scanning")
    return error.context_mark if scanning else error.problem_mark


def read_lookahead(error: yaml.MarkedYAMLError, content: str, tree: Tree) -> yaml.MarkedYAMLError:
    """Take what the parser saw before an error and had not said yet; the error to speak of. Raises `Breach`."""
    mark = cause(error)
    end = len(content[: mark and mark.index].rstrip())
    try:
        for event in islice(yaml.parse(content[:end], Loader=yaml.CSafeLoader), tree.taken, None):
            if event.start_mark.index < end:  # the others come of the end itself, as an empty value does
                tree.add_event(event)
    except yaml.MarkedYAMLError as hidden:
        # The text now ends in its middle, which is no error of it; brackets where a field's name belongs are one.
        begun = hidden.context_mark
        if begun and "simple key" in (hidden.context or "") and sum(map(content[begun.index : end].count, "[{")) > DEEPEST:
            return hidden
    return error


def grammar_breach(error: yaml.MarkedYAMLError, lines: list[str], bracket: Place | None) -> Breach:
    """A grammar error at the place that caused it, which is not always where the parser noticed."""
    noticed, end = place_of(error.problem_mark, lines), place_of(None, lines)
    begun = place_of(error.context_mark, lines) if error.context_mark else noticed
    context = error.context or ""
    if "quoted" in context and (begun.line < noticed.line or noticed == end):
        return grammar.text_stays_on_one_line(begun, "quote")
    if bracket and (bracket.line < noticed.line or noticed == end):
        return grammar.text_stays_on_one_line(bracket, "bracket")
    place = place_of(cause(error), lines)
    line = lines[place.line - 1]
    if "simple key" in context and ":" in line[place.column - 1 + FARTHEST_COLON :]:  # not missing, but too far away
        return grammar.keys_are_plain_words(place)
    if found := MISTYPED.search(line):
        return files.punctuation_is_ascii(Place(place.line, found.start() + 1), found[0])
    before, behind = line[: place.column - 1].rstrip(), line[place.column - 1 :]
    if behind.startswith(":") and (before.strip("- ") == "" or before.endswith(("{", "[", ","))):
        return grammar.keys_are_plain_words(place, "empty")
    if behind and before.endswith(CLOSING) and "expected" in (error.problem or ""):
        return grammar.nothing_follows_what_is_closed(place, before[-1], behind)
    return grammar.yaml_is_well_formed(place, line, error.problem or "")


def place_of(mark: yaml.Mark | None, lines: list[str]) -> Place:
    """The end of the text for a mark behind it."""
    if mark is None or mark.line >= len(lines):
        return Place(len(lines), len(lines[-1]) + 1)
    return Place(mark.line + 1, mark.column + 1)
