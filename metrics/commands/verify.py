"""`verify`: whether every printed figure stands in its report."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..catalog import folder as folders
from ..entries.entries import Figure, PairingFile, Source
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
            f"核对了 {self.held} 个数字：{len(self.problems)} 个问题；另有 {self.alone} 个数字的来源没有 report",
            f"{self.held} figures verified; {len(self.problems)} problems; {self.alone} more have a source without report",
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
        verify(file, str(options.folder / f"{name}.yaml"), reports, verified)
    print(text(sorted(verified.problems), Excerpts(), languages), end="")
    print(arguments.listed([verified.counts], languages), file=sys.stderr if verified.problems else sys.stdout)
    return 1 if verified.problems or not verified.held else 0


def verify(file: PairingFile, name: str, reports: Reports, verified: Verified) -> None:
    """Hold a pairing's figures against their reports. A report that is missing is told once."""
    report = reporter(name, verified.problems)
    for source in file.sources.values():
        body = reports.text(source.report) if source.report else ""
        figures = [figure for figure in file.figures if figure.record.text("source") == source.id and figure.record.text("stated")]
        verified.held += len(figures) if body else 0
        verified.alone += len(figures) if not source.report else 0
        for breach in figures_stand_in_their_reports(source, body, figures):
            report(breach)


def figures_stand_in_their_reports(source: Source, body: str, figures: list[Figure]) -> Iterator[Breach]:
    """A figure stands in its report as it is entered, blanks and line ends aside: else it is miscopied, or the report is another."""
    rule = "figures_stand_in_their_reports"
    if source.report and not body:
        yield Breach(
            rule,
            source.record.at("report"),
            Bilingual(f"报告集里没有“{source.report}”的全文或摘记。", f'The collection has no text of "{source.report}".'),
            Bilingual("照报告集里的名称改正。", "Write its name as the collection has it."),
        )
        return
    for figure in figures if body else ():
        stated = figure.record.text("stated") or ""
        if compact(stated) not in body:
            yield Breach(
                rule,
                figure.record.at("stated"),
                Bilingual(f"“{stated}”不见于报告“{source.report}”。", f'"{stated}" does not stand in the report "{source.report}".'),
                Bilingual(
                    "逐字照抄，连限定词和单位；或改正 source。", "Copy it letter by letter, qualifier and unit too; or mend the source."
                ),
            )
