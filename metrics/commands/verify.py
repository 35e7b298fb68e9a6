"""`verify`: whether every printed figure stands in its report."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..catalog import folder as folders
from ..entries.entries import Figure, PairingFile
from ..entries.sources import Source
from ..problems import Breach, CuratedError, Problem, reporter
from ..words import Bilingual
from .reports import Reports, compact
from .terminal import arguments
from .terminal.excerpt import Excerpts
from .terminal.formats import text


@dataclass
class Verified:
    """`held` counts the figures that were held against a text, `alone` those whose source names no report."""

    problems: list[Problem] = field(default_factory=list)
    held: int = 0
    alone: int = 0

    @property
    def counts(self) -> Bilingual:
        return Bilingual(
            f"核对了 {self.held} 个数字：{len(self.problems)} 个问题；另有 {self.alone} 个数字的报告没有文本",
            f"{self.held} figures verified; {len(self.problems)} problems; {self.alone} more have a report without a text",
        )


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.folder(parser)
    arguments.argument(
        parser,
        "--reports",
        "放报告的文件夹：reports.yaml 和 documents/",
        "the folder of reports: reports.yaml and documents/",
        metavar="DIR",
        type=Path,
        required=True,
    )
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    languages = arguments.languages(options)
    folder = folders.read(arguments.existing(options.folder))
    reports = Reports(options.reports)
    if folder.problems:
        raise CuratedError(folder.problems)
    verified = Verified()
    for name, file in folder.files.items():
        verify(file, folder.vocabulary.reports, str(folder.paths[name]), reports, verified)
    print(text(sorted(verified.problems), Excerpts(), languages), end="")
    print(arguments.listed([verified.counts], languages), file=sys.stderr if verified.problems else sys.stdout)
    return 1 if verified.problems or not verified.held else 0


def verify(file: PairingFile, sources: dict[str, Source], name: str, reports: Reports, verified: Verified) -> None:
    """Hold a pairing's figures against the texts of their reports."""
    report = reporter(name, verified.problems)
    figures: dict[str, list[Figure]] = {}
    for figure in file.figures:
        if figure.record.text("stated"):
            figures.setdefault(figure.record.text("source") or "", []).append(figure)
    for source, listed in figures.items():
        body = reports.text(sources[source].text)
        verified.held += len(listed) if body else 0
        verified.alone += len(listed) if not body else 0
        for breach in figures_stand_in_their_reports(sources[source], body, listed):
            report(breach)


def figures_stand_in_their_reports(source: Source, body: str, figures: list[Figure]) -> Iterator[Breach]:
    """A figure stands in its report as it is entered, blanks and line ends aside: else it is miscopied, or the report is another."""
    rule = "figures_stand_in_their_reports"
    for figure in figures if body else ():
        stated = figure.record.text("stated") or ""
        if compact(stated) not in body:
            yield Breach(
                rule,
                figure.record.at("stated"),
                Bilingual(f"“{stated}”不见于报告“{source.text}”。", f'"{stated}" does not stand in the report "{source.text}".'),
                Bilingual(
                    "逐字照抄，连限定词和单位；或改正 source。", "Copy it letter by letter, qualifier and unit too; or mend the source."
                ),
            )
