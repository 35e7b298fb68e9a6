"""`new`: begin a pairing's file, blank, with what belongs in it."""

import argparse
import re
import sys
from pathlib import Path

from ..catalog import folder as folders
from ..entries.vocabulary import read_programmes
from ..reading import source
from ..words import Bilingual
from ..writing import write_new
from .drafting.skeletons import EDITOR, EDITOR_WITHIN, PAIRING
from .schema import of_folder
from .terminal import arguments
from .terminal.arguments import FOLDER, WrongUse

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
OWN = Path(__file__).parents[2] / FOLDER  # the project's, for a folder that has no metrics or programmes
SCHEMA = "schema.json"


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.argument(
        parser,
        "pairing",
        "支援方-受援方，小写拼音，如 shanghai-guoluo",
        "donor-recipient in small letters, such as shanghai-guoluo",
        metavar="DONOR-RECIPIENT",
    )
    arguments.folder(parser)
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    name, folder, languages = options.pairing, arguments.existing(options.folder), arguments.languages(options)
    if not NAME.fullmatch(name):
        raise WrongUse(f"“{name}”不是“支援方-受援方”：小写字母和连字符。", f'"{name}" is not donor-recipient in small letters and hyphens.')
    path = folder / f"{name}.yaml"
    home = folders.home(path)
    there = next((one for one in sorted(home.glob(f"*/{name}.yaml")) if one != path), path)
    if there != path or not write_new(path, blank(name, folder, home).encode()):
        message = Bilingual(f"{there} 已经有了，没有改动。", f"{there} is there already; it was left as it is.")
        print(arguments.listed([message], languages), file=sys.stderr)
        return 1
    made = [path]
    if write_new(home / folders.METRICS, (OWN / folders.METRICS).read_bytes()):
        made.append(home / folders.METRICS)
    if not (home / SCHEMA).exists() and write_new(home / SCHEMA, of_folder(home).encode()):
        made.append(home / SCHEMA)
    done = [Bilingual(f"写好 {one}", f"{one} was written") for one in made]
    check = f"python -m metrics check {path}"
    print(arguments.listed([*done, Bilingual(f"接着填空，再运行 {check}", f"Now fill it in, then run {check}")], languages))
    return 0


def blank(name: str, folder: Path, home: Path) -> str:
    """The file as it begins; one in a programme's folder stands under that programme."""
    within = folder != home
    listed = next(filter(None, (source.read_if_there(one / folders.PROGRAMMES, [], read_programmes) for one in (home, OWN))), {})
    return PAIRING.format(
        editor=EDITOR_WITHIN if within else EDITOR,
        pairing=name,
        folder="" if str(home) == FOLDER else f" {home}",
        programmes=", ".join(f"{one.id} {one.short.zh}" for one in listed.values()),
        programme=f" {folder.name}" if within else "",
    )
