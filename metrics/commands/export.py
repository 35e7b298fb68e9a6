"""`export`: the whole catalog as a package of files that other programs read."""

import argparse
from pathlib import Path

from ..catalog.catalog import load
from ..release.package import export
from ..words import Bilingual
from .terminal import arguments


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.argument(parser, "target", "写到哪个文件夹", "the folder to write to", metavar="DIR", type=Path)
    arguments.folder(parser)
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    made = export(load(arguments.existing(options.folder)), options.target)
    done = [Bilingual(f"写好 {one}", f"{one} was written") for one in made]
    print(arguments.listed(done, arguments.languages(options)))
    return 0
