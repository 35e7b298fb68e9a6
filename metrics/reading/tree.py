"""Parser events -> nodes, on a stack of our own, refusing what curated files never need."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from ..problems import Breach, Place, Report
from ..words import Bilingual
from . import files, grammar
from .nodes import Mapping, Node, Scalar, Sequence
from .text import UNSEEN

DEEPEST = 10  # levels of nesting
MOST_NODES = 50_000
MOST_KEYS = 1_000  # of one mapping
LONGEST_TEXT = 2_000  # characters of one value
LONGEST_KEY = 100
FARTHEST_COLON = 1_000  # characters behind the beginning of a key; YAML itself looks 1,024 far
COLON = re.compile(" *:")
ESCAPED = re.compile(f"{UNSEEN.pattern}|\n")


class Tree:
    """The nodes so far. `open` holds the collections that are not yet closed, `taken` counts events."""

    def __init__(self, lines: list[str], report: Report) -> None:
        self.lines, self.report = lines, report
        self.root: Node | None = None
        self.open: list[Collection] = []
        self.count = self.taken = 0
        self.handlers = {
            "DocumentStartEvent": self.begin,
            "ScalarEvent": self.scalar,
            "MappingStartEvent": self.start,
            "SequenceStartEvent": self.start,
            "MappingEndEvent": self.end,
            "SequenceEndEvent": self.end,
            "AliasEvent": self.alias,
        }

    def add_event(self, event: Any) -> None:
        """Add one event. Raises `Breach`."""
        self.taken += 1
        if handle := self.handlers.get(type(event).__name__):
            handle(event, Place(event.start_mark.line + 1, event.start_mark.column + 1))

    def begin(self, event: Any, place: Place) -> None:
        if self.root is not None:
            raise grammar.one_document_a_file(place)

    def alias(self, event: Any, place: Place) -> None:
        raise grammar.anchors_are_not_used(place)

    def scalar(self, event: Any, place: Place) -> None:
        self.check_node(event, place)
        self.is_no_far_key(place, event.end_mark)
        if self.open or event.value:
            self.add(self.read(event, place))

    def start(self, event: Any, place: Place) -> None:
        self.check_node(event, place)
        node: Mapping | Sequence = Mapping(place) if type(event).__name__ == "MappingStartEvent" else Sequence(place)
        if len(self.open) >= DEEPEST:
            raise grammar.nesting_is_shallow(place)
        if not self.open and not event.flow_style and place.column > 1:
            raise grammar.fields_begin_at_the_margin(place)
        self.add(node)
        self.open.append(Collection(node, bool(event.flow_style)))

    def end(self, event: Any, place: Place) -> None:
        self.stays_on_its_line(place)
        closed = self.open.pop()
        if closed.flow:
            self.is_no_far_key(closed.node.place, event.end_mark)
            self.check_behind(event.end_mark)

    def check_node(self, event: Any, place: Place) -> None:
        """What holds for every node, whatever its kind."""
        self.count += 1
        self.stays_on_its_line(place)
        if event.anchor is not None:
            raise grammar.anchors_are_not_used(place)
        if event.tag is not None:
            raise grammar.tags_are_not_used(place)
        if self.count > MOST_NODES:
            raise files.file_is_small(place, Bilingual(f" {MOST_NODES} 个值", f"{MOST_NODES:,} values"))

    @property
    def bracket(self) -> Place | None:
        """The innermost bracket that is not yet closed."""
        return self.open[-1].node.place if self.open and self.open[-1].flow else None

    def stays_on_its_line(self, place: Place) -> None:
        """A bracket that was left open shows by what follows it on another line."""
        if self.open and self.open[-1].flow and self.open[-1].node.place.line != place.line:
            raise grammar.text_stays_on_one_line(self.open[-1].node.place, "bracket")

    def is_no_far_key(self, place: Place, end: Any) -> None:
        """A node with a colon behind it was meant as a key, even where the parser looked for one no longer."""
        line = self.lines[end.line] if end.line < len(self.lines) else ""  # what is empty may stand behind the text
        if len(line) < FARTHEST_COLON or end.line + 1 != place.line:
            return
        colon = COLON.match(line, end.column)
        is_value = line[: place.column - 1].rstrip().endswith(":")
        if colon and colon.end() - place.column > FARTHEST_COLON and not is_value:
            raise grammar.keys_are_plain_words(place)

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
        elif isinstance(self.open[-1].node, Sequence):
            self.open[-1].node.items.append(node)
        elif not self.asks(node):
            self.open[-1].pair(node, self.report)

    def asks(self, node: Node) -> bool:
        """Whether a name has a question mark before it, which is a way to write keys; both are told and left out."""
        if self.open[-1].turn == "value" or not isinstance(node, Scalar):
            return False
        before = self.lines[node.place.line - 1][: node.place.column - 1].rstrip()
        if not before.endswith("?"):
            return False
        self.report(grammar.keys_are_plain_words(Place(node.place.line, len(before)), "question"))
        self.open[-1].key, self.open[-1].turn = None, "value"
        return True

    def read(self, event: Any, place: Place) -> Scalar:
        quoted = event.style in ("'", '"')  # plain is '' in the C parser and None in the other
        if event.style in ("|", ">"):
            raise grammar.text_stays_on_one_line(place, "block")
        if event.end_mark.line + 1 != place.line and (quoted or self.open):  # plain text alone is no mapping: said later
            raise grammar.text_stays_on_one_line(place, "quote") if quoted else self.continued_line(place)
        if len(event.value) > LONGEST_TEXT:
            self.report(grammar.text_is_short(place))
        if quoted:
            self.check_escapes(event.value, place)
            self.check_behind(event.end_mark)
        elif event.value == "-" and self.bracket:  # an entry of a list, to all but one parser
            raise grammar.yaml_is_well_formed(place, self.lines[place.line - 1], "block sequence entries")
        elif event.value:
            self.check_comment(event.end_mark)
        return Scalar(unicodedata.normalize("NFC", event.value), place, quoted)

    def check_escapes(self, value: str, place: Place) -> None:
        """Characters that the check of the text did not see were written as an escape."""
        if unseen := ESCAPED.search(value):
            column = self.lines[place.line - 1].find("\\", place.column - 1) + 1
            self.report(files.characters_can_be_seen(Place(place.line, column or place.column), unseen[0]))

    def check_behind(self, end: Any) -> None:
        """A # right behind a quote or a bracket begins a comment for the parser alone; a blank before it is one too few."""
        behind = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if behind.startswith("#"):
            mark = self.lines[end.line][end.column - 1]
            self.report(grammar.nothing_follows_what_is_closed(Place(end.line + 1, end.column + 1), mark, behind))
        elif behind:
            self.check_comment(end)

    def check_comment(self, end: Any) -> None:
        """Plain text ends before a #, and what stands behind it is lost."""
        if self.lines[end.line].startswith(" #", end.column):
            behind = self.lines[end.line][end.column + 1 : end.column + 100]
            self.report(grammar.comments_keep_their_distance(Place(end.line + 1, end.column + 2), behind))

    def continued_line(self, place: Place) -> Breach:
        """Plain text goes on where the next line slipped to the right of its field, or where this line lacks its form."""
        if self.bracket:
            return grammar.text_stays_on_one_line(self.bracket, "bracket")
        following = [(number, indent(line)) for number, line in enumerate(self.lines[place.line :], place.line + 1) if line.strip()]
        number, column = following[0]
        in_line = [place.column - 1, *(other for _, other in following[1:2])]
        return grammar.text_stays_on_one_line(place if column in in_line else Place(number, column + 1), "plain")


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class Collection:
    """A mapping or sequence that is being filled; in a mapping, keys and values take turns."""

    def __init__(self, node: Mapping | Sequence, flow: bool) -> None:
        self.node, self.flow = node, flow
        self.key: Scalar | None = None
        self.turn = "key"
        self.folded: dict[str, str] = {}  # look-alike form -> key, to find repeats

    def pair(self, node: Node, report: Report) -> None:
        """Take a key, or the value of the last one; the value of a refused key is left out with it."""
        assert isinstance(self.node, Mapping)
        if self.turn == "key":
            self.key, self.turn = key_of(node, self.node, self.folded, report), "value"
        else:
            if self.key is not None:
                self.node.values[self.key.text] = node
            self.turn = "key"


def key_of(node: Node, mapping: Mapping, known: dict[str, str], report: Report) -> Scalar | None:
    """The key, noted in its mapping and among those `known` by their look, or None where it is refused."""
    if len(mapping.keys) >= MOST_KEYS:
        raise files.file_is_small(node.place, Bilingual(f" {MOST_KEYS} 个字段", f"{MOST_KEYS:,} fields"))
    if not isinstance(node, Scalar):
        raise grammar.keys_are_plain_words(node.place)
    if not node.text or len(node.text) > LONGEST_KEY:
        report(grammar.keys_are_plain_words(node.place, "other" if node.text else "empty"))
        return None
    alike = folded(node.text)
    if alike in known:
        report(grammar.keys_do_not_repeat(node, mapping.keys[known[alike]]))
        return None
    known[alike] = node.text
    mapping.keys[node.text] = node
    return node


@lru_cache(maxsize=1000)  # the same few words are the keys of every entry
def folded(key: str) -> str:
    """What keys have in common that a reader would take for the same."""
    return unicodedata.normalize("NFKC", key).casefold()
