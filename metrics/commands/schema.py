"""`schema`: the JSON Schema by which editors complete a pairing's file."""

import argparse
from pathlib import Path

from ..catalog import folder as folders
from ..entries.schema import text
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
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    made = of_folder(arguments.existing(options.folder))
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
    return text(found.vocabulary.metrics.values(), HANDBOOK.read_text("utf-8") if HANDBOOK.exists() else "")
