"""`explain`: what a rule asks and why, with a bad and a good example."""

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getdoc
from pathlib import Path

from .. import rules
from ..words import Language, closest
from .terminal import arguments
from .terminal.arguments import WrongUse
from .verify import figures_stand_in_their_reports as OWN

CHINESE = Path(__file__).with_name("explanations.md")
SECTION = re.compile(r"^## (\w+)\n+(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```(yaml|text) (bad|good)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """`yaml` ones are lines of a pairing's file, `text` ones speak of files."""

    form: str
    text: str


@dataclass(frozen=True)
class Explanation:
    name: str
    zh: str
    en: str
    bad: Example | None = None
    good: Example | None = None


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.argument(
        parser, "rule", "规则名；不写则列出全部规则", "the rule's name; without it, all rules are listed", metavar="RULE", nargs="?"
    )
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    known, languages = explanations(), arguments.languages(options)
    if options.rule is None:
        print("\n".join(line for one in known.values() for line in summary(one, languages)))
        return 0
    name = options.rule.replace("-", "_").strip("[]")
    if name not in known:
        near = closest(name, list(known))
        raise WrongUse(
            f"没有 {name} 这条规则。" + (f"是不是 {near}？" if near else ""),
            f"There is no rule {name}." + (f" Did you mean {near}?" if near else ""),
        )
    print("\n".join(page(known[name], languages)))
    return 0


def explanations() -> dict[str, Explanation]:
    """Every rule, in the order of the Chinese texts; one that has none yet comes last, with its English alone."""
    chinese = dict(SECTION.findall(CHINESE.read_text("utf-8")))
    english = {name: " ".join((getdoc(rule) or "").split()) for name, rule in {**rules.every(), OWN.__name__: OWN}.items()}
    names = [*(name for name in chinese if name in english), *(name for name in english if name not in chinese)]
    return {name: explanation(name, chinese.get(name, ""), english[name]) for name in names}


def explanation(name: str, body: str, english: str) -> Explanation:
    examples = {sort: Example(form, text) for form, sort, text in EXAMPLE.findall(body)}
    return Explanation(name, EXAMPLE.sub("", body).strip(), english, examples.get("bad"), examples.get("good"))


def summary(one: Explanation, languages: tuple[Language, ...]) -> Iterator[str]:
    yield one.name
    yield from (f"    {text}" for text in texts(one, languages))


def texts(one: Explanation, languages: tuple[Language, ...]) -> list[str]:
    """What the rule asks, in each language that has it."""
    return [text for language in languages if (text := one.zh if language == "zh" else one.en)]


def page(one: Explanation, languages: tuple[Language, ...]) -> Iterator[str]:
    yield from [one.name, *texts(one, languages)]
    for heading, example in (("✗ 错例 bad", one.bad), ("✓ 正例 good", one.good)):
        if example:
            yield from ["", heading, *(f"  | {line}" for line in example.text.splitlines())]
