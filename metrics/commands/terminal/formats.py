"""Problems as text for people, as JSON for programs, as annotations for GitHub."""

import json
from collections.abc import Callable, Iterator

from ...problems import Problem, printable
from ...words import Bilingual, Language
from .excerpt import Excerpts

Languages = tuple[Language, ...]
NO_COUNTS = Bilingual("", "")


def text(problems: list[Problem], excerpts: Excerpts, languages: Languages, counts: Bilingual = NO_COUNTS) -> str:
    """`file:line:column rule message`, the line with a caret, then the hint; a second language under it."""
    return "".join(f"{line}\n" for problem in problems for line in block(problem, excerpts, languages))


def block(problem: Problem, excerpts: Excerpts, languages: Languages) -> Iterator[str]:
    head, *below = problem.lines(languages)
    yield head
    yield from excerpts.of(problem)
    yield from below


def as_json(problems: list[Problem], excerpts: Excerpts, languages: Languages, counts: Bilingual) -> str:
    """One object: `problems`, each with file, line, column, rule, message and hint by language; and `counts`."""
    answer = {
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "column": problem.column,
                "rule": problem.rule,
                "message": {language: problem.message.to(language) for language in languages},
                "hint": {language: problem.hint.to(language) for language in languages},
            }
            for problem in problems
        ],
        "counts": {language: counts.to(language) for language in languages},
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def github(problems: list[Problem], excerpts: Excerpts, languages: Languages, counts: Bilingual) -> str:
    """`::error file=…,line=…,col=…,title=rule::message`, by which GitHub marks the line in a pull request."""
    return "".join(
        f"::error file={parameter(problem.file)},line={problem.line},col={problem.column},title={problem.rule}"
        f"::{escaped(printable(' '.join(words.to(language) for language in languages for words in (problem.message, problem.hint))))}\n"
        for problem in problems
    )


def escaped(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def parameter(value: str) -> str:
    return escaped(value).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[list[Problem], Excerpts, Languages, Bilingual], str]] = {"text": text, "json": as_json, "github": github}
