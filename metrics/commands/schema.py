"""`schema`: the JSON Schema by which editors complete a pairing's file, or one of reports."""

import argparse
from pathlib import Path

from ..catalog import folder as folders
from ..entries.schema import schema, schema_of_reports, text
from ..problems import CuratedError
from ..words import Bilingual
from ..writing import write
from .terminal import arguments

HANDBOOK = Path(__file__).parents[2] / arguments.FOLDER / "README.md"


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.folder(parser)
    arguments.argument(
        parser,
        "--write",
        "写到这个文件；不写则打印",
        "write it to this file; else it is printed",
        metavar="curated/schema.json",
        type=Path,
    )
    arguments.argument(
        parser,
        "--of",
        "结对文件的，或报告文件的",
        "of pairings' files, or of files of reports",
        choices=("pairings", "reports"),
        default="pairings",
    )
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    made = of_folder(arguments.existing(options.folder)) if options.of == "pairings" else of_reports()
    if options.write is None:
        print(made, end="")
        return 0
    write(options.write, made.encode())
    print(arguments.listed([Bilingual(f"写好 {options.write}", f"{options.write} was written")], arguments.languages(options)))
    return 0


def of_folder(folder: Path) -> str:
    """The schema with a folder's metrics and the project's handbook."""
    found = folders.read(folder, only=Path())
    problems = [problem for problem in found.problems if problem.file in (str(folder), str(folder / folders.METRICS))]
    if problems:
        raise CuratedError(problems)
    return text(schema(found.vocabulary.metrics.values(), handbook()))


def of_reports() -> str:
    """The schema of files of reports, with the project's handbook; no folder has one of its own."""
    return text(schema_of_reports(handbook()))


def handbook() -> str:
    return HANDBOOK.read_text("utf-8") if HANDBOOK.exists() else ""
