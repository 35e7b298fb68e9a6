"""What is wrong with a curated file, as values: where, which rule, what to write instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .words import LANGUAGES, Bilingual, Language


def printable(text: str) -> str:
    """Text on one line: what cannot be printed is written as an escape, so that nothing in a file or a name forges a line."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


class Place(NamedTuple):
    """A place in a file, both counted from 1, in characters."""

    line: int
    column: int


@dataclass(frozen=True, order=True)
class Problem:
    """One breach of one rule. `rule` is the name of the function that words it."""

    file: str
    line: int
    column: int
    rule: str
    message: Bilingual
    hint: Bilingual

    def lines(self, languages: tuple[Language, ...] = LANGUAGES) -> list[str]:
        """`file:line:column rule message`, then the hint, per language, under it."""
        first, *others = languages
        head = f"{printable(self.file)}:{self.line}:{self.column} {self.rule} {printable(self.message.to(first))}"
        tail = [line for other in others for line in (self.message.to(other), self.hint.to(other))]
        return [head, *(f"    {printable(line)}" for line in (self.hint.to(first), *tail) if line)]


class Breach(Exception):
    """A rule broken at a place. Readers raise it; whoever knows the file makes it a `Problem`."""

    def __init__(self, rule: str, place: Place, message: Bilingual, hint: Bilingual) -> None:
        super().__init__(message.en)
        self.rule, self.place, self.message, self.hint = rule, place, message, hint

    def problem(self, file: str) -> Problem:
        return Problem(file, *self.place, self.rule, self.message, self.hint)


Report = Callable[[Breach], None]


def reporter(file: str, problems: list[Problem]) -> Report:
    """A report that keeps the problems of one file."""
    return lambda breach: problems.append(breach.problem(file))


def raise_breach(breach: Breach) -> None:
    """A report that suffers nothing."""
    raise breach


class CuratedError(Exception):
    """Curated data that must not be used, with every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(line for problem in self.problems for line in problem.lines()))
