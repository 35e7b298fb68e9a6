"""What a file is read into: scalars, sequences and mappings that know where they stand."""

from dataclasses import dataclass, field
from typing import NamedTuple

from ..problems import Place


class Scalar(NamedTuple):
    """Text as written. `quoted` tells `"12"` from `12`."""

    text: str
    place: Place
    quoted: bool = False


@dataclass(slots=True)
class Sequence:
    place: Place
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    place: Place
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)

    def drop(self, name: str) -> None:
        """Let go of a key and what stands behind it."""
        self.keys.pop(name, None)
        self.values.pop(name, None)


Node = Scalar | Sequence | Mapping
