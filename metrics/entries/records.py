"""A mapping read by a table of fields: the values that were read well, and where each stands."""

from dataclasses import dataclass, field

from ..figures.period import Period
from ..problems import Breach, Place, Report
from ..reading.nodes import Mapping, Node
from ..reading.written import Written
from ..words import Bilingual
from . import values as rules
from .kinds import Kind, anything, value_of, word


@dataclass(frozen=True)
class Field:
    kind: Kind
    required: bool = False


Fields = dict[str, Field]


@dataclass(slots=True, eq=False)
class Record:
    """The values of one mapping that were read well, and where each stands."""

    node: Mapping
    values: dict[str, object]

    @property
    def place(self) -> Place:
        return self.node.place

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def words(self, name: str) -> Bilingual | None:
        value = self.values.get(name)
        return value if isinstance(value, Bilingual) else None

    def period(self, name: str) -> Period | None:
        value = self.values.get(name)
        return value if isinstance(value, Period) else None

    def names(self, name: str) -> bool:
        """Whether the field is there, however it was read."""
        return name in (self.node.written if isinstance(self.node, Written) else self.node.keys)

    def at(self, name: str) -> Place:
        return self.node.values[name].place if self.names(name) else self.place


@dataclass(frozen=True, eq=False)
class Nested(Kind):
    """The kind of a mapping with a table of its own."""

    fields: Fields = field(default_factory=dict)


def record(node: Node, fields: Fields, report: Report) -> Record | None:
    """Read one mapping by its table, reporting every breach; None where it is no mapping."""
    if not isinstance(node, Mapping):
        report(rules.fields_stand_in_a_mapping(node))
        return None
    if isinstance(node, Written) and (values := well_written(node, fields)) is not None:
        return Record(node, values)
    result = Record(node, {})
    for name, key in node.keys.items():
        if name not in fields:
            report(rules.fields_are_known(key, list(fields)))
        elif (value := attempt(fields[name].kind, node.values[name], report)) is not None:
            result.values[name] = value
    for name, one in fields.items():
        if one.required and name not in node.keys:
            report(rules.required_fields_are_present(name, node))
    return result


def well_written(node: Written, fields: Fields) -> dict[str, object] | None:
    """The values of a mapping in which nothing is wrong; None where something is, and has to be worded."""
    values = {}
    try:
        for name, (value, _, _) in node.written.items():
            kind = fields[name].kind
            if isinstance(value, str) and kind is not anything:
                values[name] = value_of(kind, value)
            else:
                values[name] = kind.read(node.values[name] if isinstance(value, str) else value)
    except (KeyError, Breach):
        return None
    return values if values.keys() >= {name for name, one in fields.items() if one.required} else None


def named(node: Node, table: Fields, report: Report, name: Kind = word) -> list[tuple[str, Record]]:
    """The records of a mapping from name to fields."""
    if not isinstance(node, Mapping):
        report(rules.fields_stand_in_a_mapping(node))
        return []
    for key in node.keys.values():
        attempt(name, key, report)
    entries = ((key, record(value, table, report)) for key, value in node.values.items())
    return [(key, entry) for key, entry in entries if entry is not None]


def complete(entry: Record, table: Fields) -> bool:
    """Whether every field that the table requires was read well."""
    return all(name in entry.values for name, one in table.items() if one.required)


def attempt(kind: Kind, node: Node, report: Report) -> object | None:
    """A value of a kind, or None where the node breaks a rule; every breach is reported."""
    if isinstance(kind, Nested):
        breaches: list[Breach] = []
        result = record(node, kind.fields, breaches.append)
        for breach in breaches:
            report(breach)
        return None if breaches else result
    try:
        return kind.read(node)
    except Breach as breach:
        report(breach)
        return None


def nested(fields: Fields) -> Kind:
    """The kind of a mapping with a table of its own, read into a `Record`; alone, it raises its first breach."""

    def read(node: Node) -> Record:
        breaches: list[Breach] = []
        result = record(node, fields, breaches.append)
        if breaches or result is None:
            raise breaches[0]
        return result

    return Nested("mapping", read, {"type": "object"}, fields)
