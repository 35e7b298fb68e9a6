"""A mapping read by a table of fields: the values that were read well, and where each stands."""

from collections.abc import Callable
from dataclasses import dataclass

from .kinds import Kind
from .nodes import Mapping, Node
from .problems import Breach, Place, Problem
from .rules import values as rules


@dataclass(frozen=True)
class Field:
    kind: Kind
    required: bool = False


Fields = dict[str, Field]


@dataclass(frozen=True)
class Record:
    """The values of one mapping that were read well, and where each stands."""

    place: Place
    values: dict[str, object]
    places: dict[str, Place]

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def at(self, name: str) -> Place:
        return self.places.get(name, self.place)


Report = Callable[[Breach], None]


def record(node: Node, fields: Fields, report: Report) -> Record | None:
    """Read one mapping by its table, reporting every breach; None where it is no mapping."""
    if not isinstance(node, Mapping):
        report(rules.fields_stand_in_a_mapping(node))
        return None
    values: dict[str, object] = {}
    places: dict[str, Place] = {}
    for name, key in node.keys.items():
        places[name] = node.values[name].place
        if name not in fields:
            report(rules.fields_are_known(name, key.place, list(fields)))
            continue
        try:
            values[name] = fields[name].kind.read(node.values[name])
        except Breach as breach:
            report(breach)
    for name, field in fields.items():
        if field.required and name not in node.keys:
            report(rules.required_fields_are_present(name, node))
    return Record(node.place, values, places)


def reporter(file: str, problems: list[Problem]) -> Report:
    return lambda breach: problems.append(breach.problem(file))


def nested(fields: Fields) -> Kind:
    """The kind of a mapping with a table of its own, read into a `Record`; raises its first breach."""

    def read(node: Node) -> Record:
        breaches: list[Breach] = []
        result = record(node, fields, breaches.append)
        if breaches or result is None:
            raise breaches[0]
        return result

    return Kind("mapping", read, {"type": "object"})
