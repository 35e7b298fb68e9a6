"""`findings`: where reports contradict each other or themselves."""

import argparse
from collections.abc import Iterator

from ..catalog.catalog import Catalog, load
from ..reckoning.consistency import findings
from ..words import Language
from .terminal import arguments


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.folder(parser)
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    print("\n".join(listed(load(arguments.existing(options.folder)), arguments.languages(options))))
    return 0


def listed(catalog: Catalog, languages: tuple[Language, ...]) -> Iterator[str]:
    """A block a finding: its sentence, then both figures with their reports."""
    found = findings(catalog)
    for one in found:
        yield f"{one.pairing} {one.metric} {one.rule}"
        yield from (f"    {one.sentence.to(language)}" for language in languages)
        for figure, name in zip(one.figures, one.sources, strict=True):
            source = catalog.sources[name]
            yield f"    {figure}: {source.publisher} {source.published.text if source.published else ''} {source.url or ''}".rstrip()
    yield f"{len(found)} findings among {len(catalog.frame)} figures"
