"""`python -m metrics`: what curators and researchers ask of the data without a browser.

    check [FOLDER|FILE]   every problem as `file:line:column rule message`, hint under it
    findings [FOLDER]     where reports contradict each other, with both sources
    verdicts [FOLDER]     for every metric, what stands side by side and how well it compares

Exit 0 when clean, 1 when there are problems, 2 for wrong use.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from . import folder as folders
from .catalog import Catalog, load
from .comparability import verdict_of
from .consistency import findings
from .problems import CuratedError
from .selection import Selection, resolve, select
from .standing import panels
from .words import LANGUAGES, Language


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m metrics", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["check", "findings", "verdicts"])
    parser.add_argument("path", nargs="?", default="curated", type=Path)
    parser.add_argument("--lang", choices=LANGUAGES, help="one language only / 只用一种语言")
    options = parser.parse_args(arguments)
    languages: tuple[Language, ...] = (options.lang,) if options.lang else LANGUAGES
    if options.command == "check":
        return check(options.path, languages)
    try:
        catalog = load(options.path)
    except CuratedError as error:
        print(error, file=sys.stderr)
        return 1
    lines = listed_findings if options.command == "findings" else listed_verdicts
    print("\n".join(lines(catalog, languages)))
    return 0


def check(path: Path, languages: tuple[Language, ...]) -> int:
    """Print every problem, then what was checked. The exit code."""
    folder = folders.read(path.parent, only=path.name) if path.is_file() else folders.read(path)
    for problem in folder.problems:
        print("\n".join(problem.lines(languages)))
    counts = f"{len(folder.files)} files, {folder.checked} figures, {len(folder.metrics)} metrics checked; {len(folder.problems)} problems"
    print(counts, file=sys.stderr if folder.problems else sys.stdout)
    return 1 if folder.problems or not folder.checked else 0


def listed_findings(catalog: Catalog, languages: tuple[Language, ...]) -> Iterator[str]:
    found = findings(catalog)
    for one in found:
        yield f"{one.pairing} {one.metric} {one.rule}"
        yield from (f"    {one.sentence.to(language)}" for language in languages)
        for figure, name in zip(one.figures, one.sources, strict=True):
            source = catalog.sources[one.pairing][name]
            yield f"    {figure}: {source.publisher} {source.published.text if source.published else ''} {source.url or ''}".rstrip()
    yield f"{len(found)} findings among {len(catalog.frame)} figures"


def listed_verdicts(catalog: Catalog, languages: tuple[Language, ...]) -> Iterator[str]:
    for metric in catalog.metrics:
        shown = panels(select(resolve(Selection(metric=metric), catalog), catalog))
        verdict = verdict_of(shown)
        yield f"{metric}: {verdict.level if shown else 'no figure for a whole pairing'}"
        for panel in shown:
            for row in panel.standing.itertuples():
                yield f"    {panel.unit} {panel.kind}  {row.pairing}  {row.stated}  {row.period}  {row.basis}"
        for reason in verdict.reasons:
            yield from (f"  {reason.level} {reason.rule}: {reason.sentence.to(language)}" for language in languages)


if __name__ == "__main__":
    sys.exit(main())
