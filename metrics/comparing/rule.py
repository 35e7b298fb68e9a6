"""A rule of comparability: what it looks at, how grave a difference is, and how it is said."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal

from ..words import Bilingual
from .descriptions import Described, Figure

Level = Literal["clean", "note", "warn", "block"]
LEVELS: tuple[Level, ...] = ("clean", "note", "warn", "block")
Action = Literal["sources", "per-year", "per-resident", "separate", "leave-out", ""]
Fault = Callable[[Figure], Bilingual | None]


@dataclass(frozen=True)
class Rule:
    """`differs` answers what the two say in the field, or None where they agree; it reads `columns` alone.

    Where one of two figures alone is at fault, `fault` tells what it lacks, and the sentence names those figures as `{a}`.
    """

    name: str
    level: Level
    field: Bilingual
    columns: tuple[str, ...]
    differs: Callable[[Figure, Figure], Described]
    sentence: Bilingual
    action: Action
    fault: Fault | None = None

    @cached_property
    def said(self) -> Callable[[Figure], object]:
        """What a figure says in the columns."""
        return attrgetter(*self.columns)
