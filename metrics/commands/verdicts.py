"""`verdicts`: for every metric, what stands side by side and how well it compares."""

import argparse
from collections.abc import Iterator

from ..catalog.catalog import Catalog, load
from ..selecting.answer import answer
from ..selecting.selection import Selection
from ..words import Language
from .terminal import arguments


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.folder(parser)
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    print("\n".join(listed(load(arguments.existing(options.folder)), arguments.languages(options))))
    return 0


def listed(catalog: Catalog, languages: tuple[Language, ...]) -> Iterator[str]:
    """A block a metric: its level, the figures that stand for the pairings, the reasons."""
    for metric in catalog.metrics:
        found = answer(Selection(metric=metric), catalog)
        shown, verdict = found.panels, found.verdict
        like = f", {len(found.chosen.pairings)} pairings compare ({found.chosen.anchor})" if found.chosen else ""
        yield f"{metric}: {verdict.level if shown else 'no figure for a whole pairing'}{like}"
        for panel in shown:
            for row in panel.standing:
                yield f"    {panel.unit} {panel.kind}  {row.pairing}  {row.stated}  {row.period}  {row.basis}"
        for reason in verdict.reasons:
            yield from (f"  {reason.level} {reason.rule}: {reason.sentence.to(language)}" for language in languages)
