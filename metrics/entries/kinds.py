"""The kinds of value that a field may hold: each reads a node or raises the breach of its rule.

Every scalar comes as text; a kind accepts exactly one spelling of a value, so nothing is converted
behind the curator's back.
"""

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from collections.abc import Sequence as List
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from ..figures import period as periods
from ..reading.nodes import Mapping, Node, Scalar, Sequence
from ..reading.written import NOWHERE, alone, node_of
from ..words import LANGUAGES, Bilingual
from . import values as rules
from .suggestions import plain_number

# What programs write for nothing; nothing is said by leaving the field out. In quotes it is text.
NOTHING = {"null", "~", "none", "nan", ".nan", "n/a", "—", "–", "tbd", "todo"}
WORD = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, eq=False)
class Kind:
    """`read` gives the value or raises; `schema` is its JSON Schema; `name` is for the handbook."""

    name: str
    read: Callable[[Node], object]
    schema: Table[str, object]


@lru_cache(maxsize=4096)
def value_of(kind: Kind, written: str) -> object:
    """The value of a text as it stands in a file: most fields say what others said before. Raises `Breach`, of no place."""
    return kind.read(alone(written) if written[0] in "{[" else node_of(written, NOWHERE))


def single(node: Node) -> Scalar:
    if not isinstance(node, Scalar):
        raise rules.values_are_single(node.place)
    if node.text.isspace() or (not node.quoted and node.text.casefold() in NOTHING) or not node.text:
        raise rules.values_are_written(node)
    return node


def read_text(node: Node) -> str:
    return single(node).text


def read_word(node: Node) -> str:
    scalar = single(node)
    if not WORD.fullmatch(scalar.text) or len(scalar.text) > 60:
        raise rules.names_are_plain(scalar)
    return scalar.text


def read_number(node: Node) -> float:
    scalar = single(node)
    if scalar.quoted or not plain_number(scalar.text):
        raise rules.numbers_are_plain(scalar)
    return float(scalar.text)


def read_flag(node: Node) -> bool:
    scalar = single(node)
    if scalar.text not in ("true", "false"):
        raise rules.flags_are_true_or_false(scalar)
    return scalar.text == "true"


def read_period(node: Node) -> periods.Period:
    scalar = single(node)
    try:
        return periods.parse(scalar.text)
    except ValueError as error:
        raise rules.periods_are_iso_8601(scalar, error) from error


def read_day(node: Node) -> periods.Period:
    scalar = single(node)
    try:
        return periods.Period(scalar.text, *periods.span(scalar.text))
    except ValueError as error:
        raise rules.dates_are_iso_8601(scalar, error) from error


def read_publication(node: Node) -> periods.Period:
    """A day, month or year; with `/..` behind it, the earliest that it can have been."""
    scalar = single(node)
    try:
        start, end = periods.span(scalar.text.removesuffix("/.."))
    except ValueError as error:
        raise rules.dates_are_iso_8601(scalar, error) from error
    return periods.Period(scalar.text, start, None if scalar.text.endswith("/..") else end)


def read_address(node: Node) -> str:
    scalar = single(node)
    try:
        parts = urlsplit(scalar.text)
        plain = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    except ValueError:
        plain = False
    if not plain or re.search(r"[\s<>\"'\\]", scalar.text):
        raise rules.addresses_are_on_the_web(scalar)
    return scalar.text


def read_division_code(node: Node) -> str:
    scalar = single(node)
    if not re.fullmatch(r"[1-9][0-9]{5}", scalar.text):
        raise rules.codes_have_six_digits(scalar)
    return scalar.text


def read_bilingual(node: Node) -> Bilingual:
    if not isinstance(node, Mapping) or set(node.values) != set(LANGUAGES):
        raise rules.texts_are_in_both_languages(node, LANGUAGES)
    return Bilingual(*(read_text(node.values[language]) for language in LANGUAGES))


def one_of(options: List[str]) -> Kind:
    def read(node: Node) -> str:
        scalar = single(node)
        if scalar.text not in options:
            raise rules.choices_are_known(scalar, options)
        return scalar.text

    return Kind("/".join(options), read, {"enum": list(options)})


def list_of(kind: Kind) -> Kind:
    def read(node: Node) -> tuple[object, ...]:
        if not isinstance(node, Sequence) or not node.items:
            raise rules.lists_are_written_as_lists(node.place)
        return tuple(kind.read(item) for item in node.items)

    return Kind(f"[{kind.name}]", read, {"type": "array", "minItems": 1, "items": kind.schema})


anything = Kind("mapping", lambda node: node, {"type": "object"})
TEXT_SCHEMA = {"type": "string", "minLength": 1}
text = Kind("text", read_text, TEXT_SCHEMA)
word = Kind("name", read_word, {"type": "string", "pattern": f"^{WORD.pattern}$"})
number = Kind("number", read_number, {"type": "number"})
flag = Kind("true/false", read_flag, {"type": "boolean"})
period = Kind("period", read_period, {"type": ["string", "integer"]})
day = Kind("date", read_day, {"type": ["string", "integer"]})
publication = Kind("date of publication", read_publication, {"type": ["string", "integer"]})
address = Kind("web address", read_address, {"type": "string", "pattern": "^https?://"})
division_code = Kind("GB/T 2260 code", read_division_code, {"type": ["string", "integer"]})
bilingual = Kind(
    "{zh, en}",
    read_bilingual,
    {
        "type": "object",
        "properties": dict.fromkeys(LANGUAGES, TEXT_SCHEMA),
        "required": list(LANGUAGES),
        "additionalProperties": False,
    },
)
