"""The shape of what the page's own scripts send when a control moves: everything else is refused before it is looked at."""

import json
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from components.controls import FACETS

LONGEST_TEXT = 8 * 1024  # characters of an address: every pairing chosen by name is half of that
MOST_NAMES = 2_000  # chosen in one control: as many pairings as a folder may hold
Wire = Mapping[str, Any]  # {"id": …, "property": …, "value": …}
Wires = Callable[[], Mapping[str, Mapping[str, Any]]]  # by its output, each callback with its "inputs" and its "state"


class Foreign(Exception):
    """A body that no page of ours sends; the message says in a line what is foreign in it."""


def check(data: bytes, wires: Mapping[str, Mapping[str, Any]]) -> None:
    """Raises `Foreign` unless the body is a call of one of the callbacks, with values as its controls have them."""
    body = parsed(data)
    if not isinstance(body, dict) or not {"output", "outputs", "inputs", "changedPropIds"} <= body.keys():
        raise Foreign("not a call of a callback")
    output = body["output"]
    wired = wires.get(output) if isinstance(output, str) else None
    if wired is None or "callback" not in wired:
        raise Foreign("no such output; reload the page")
    if body["outputs"] != outputs_of(output):
        raise Foreign("outputs that are not those of this callback")
    inputs = check_values(body["inputs"], wired["inputs"])
    check_values(body.get("state", []), wired["state"])
    changed = body["changedPropIds"]
    if not isinstance(changed, list) or len(changed) > len(inputs) or any(name not in inputs for name in changed):
        raise Foreign("changes of what is no input")


def parsed(data: bytes) -> Any:
    try:
        return json.loads(data, parse_constant=no_constant)
    except (ValueError, RecursionError) as error:  # also of bytes that are no text, and of endless numbers
        raise Foreign("not JSON") from error


def no_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are no JSON


def outputs_of(output: str) -> Any:
    """`..title.children...notice.children..` as ids and properties; one alone is not listed."""
    pairs = [{"id": name, "property": prop} for name, _, prop in (one.rpartition(".") for one in output.strip(".").split("..."))]
    return pairs if output.startswith("..") else pairs[0]


def check_values(sent: Any, wired: list[Wire]) -> list[str]:
    """The names of what is sent, which is what is wired, in its order, each with a value of its kind."""
    if not isinstance(sent, list) or len(sent) != len(wired):
        raise Foreign("inputs that are not those of this callback")
    names = []
    for one, wire in zip(sent, wired, strict=True):
        if not isinstance(one, dict) or (one.get("id"), one.get("property")) != (wire["id"], wire["property"]):
            raise Foreign("inputs that are not those of this callback")
        if not kind_of(wire)(one.get("value")):
            raise Foreign(f"a value that {wire['id']} never has")
        names.append(f"{wire['id']}.{wire['property']}")
    return names


def kind_of(wire: Wire) -> Callable[[Any], bool]:
    if wire["property"] == "options":
        return are_options
    return are_years if wire["id"] == "slider" else are_names if wire["id"] in FACETS else is_text


def is_text(value: Any) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_TEXT)


def are_names(value: Any) -> bool:
    if value is None:
        return True
    return isinstance(value, list) and len(value) <= MOST_NAMES and all(isinstance(one, str) for one in value)


def are_years(value: Any) -> bool:
    return value is None or (isinstance(value, list) and len(value) == 2 and all(type(year) is int and 0 <= year <= 9999 for year in value))


def are_options(value: Any) -> bool:
    """They are only compared with what they should be."""
    return value is None or (isinstance(value, list) and all(isinstance(one, dict) for one in value))
