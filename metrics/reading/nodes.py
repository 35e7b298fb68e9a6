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


Node = Scalar | Sequence | Mapping


class Written(Mapping):
    """A mapping of which each key has a line of its own: `written` is what stands behind it, that line, and the column behind it.

    Text is left as written, in its quotes. `keys` and `values` are made when somebody asks for them, which is seldom.
    """

    __slots__ = ("written",)

    def __init__(self, place: Place) -> None:
        self.place = place
        self.written: dict[str, tuple[str | Node, int, int]] = {}

    def __getattr__(self, name: str) -> object:
        """Asked only for what is not there yet."""
        if name not in ("keys", "values"):
            raise AttributeError(name)
        self.keys = {key: Scalar(key, Place(line, self.place.column)) for key, (_, line, _) in self.written.items()}
        self.values = {
            key: scalar_of(value, Place(line, column)) if isinstance(value, str) else value
            for key, (value, line, column) in self.written.items()
        }
        return getattr(self, name)


def scalar_of(written: str, place: Place) -> Scalar:
    """A value as it is written, with its quotes if it has some."""
    return Scalar(written[1:-1], place, True) if written[0] in "\"'" else Scalar(written, place)
