"""`verdicts`: for every metric, what stands side by side and how well it compares."""

import argparse
from collections.abc import Iterator

from ..catalog.catalog import Catalog, load
from ..comparing.comparability import verdict_of
from ..comparing.standing import panels
from ..selecting.filtering import select
from ..selecting.resolution import resolve
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
        shown = panels(select(resolve(Selection(metric=metric), catalog), catalog))
        verdict = verdict_of(shown)
        yield f"{metric}: {verdict.level if shown else 'no figure for a whole pairing'}"
        for panel in shown:
            for row in panel.standing.itertuples():
                yield f"    {panel.unit} {panel.kind}  {row.pairing}  {row.stated}  {row.period}  {row.basis}"
        for reason in verdict.reasons:
            yield from (f"  {reason.level} {reason.rule}: {reason.sentence.to(language)}" for language in languages)
