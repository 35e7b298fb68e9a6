"""`new`: begin a pairing's file, blank, with what belongs in it."""

import argparse
import re
import sys
from pathlib import Path

from ..catalog import folder as folders
from ..words import Bilingual
from .drafting.skeletons import PAIRING
from .schema import of_folder
from .terminal import arguments
from .terminal.arguments import FOLDER, WrongUse

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
METRICS = Path(__file__).parents[2] / FOLDER / folders.METRICS  # the project's own, for a folder that has none
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
    if not written(path, PAIRING.format(pairing=name, folder="" if str(folder) == FOLDER else f" {folder}")):
        message = Bilingual(f"{path} 已经有了，没有改动。", f"{path} is there already; it was left as it is.")
        print(arguments.listed([message], languages), file=sys.stderr)
        return 1
    made = [path]
    if written(folder / folders.METRICS, METRICS.read_text("utf-8")):
        made.append(folder / folders.METRICS)
    if not (folder / SCHEMA).exists() and written(folder / SCHEMA, of_folder(folder)):
        made.append(folder / SCHEMA)
    done = [Bilingual(f"写好 {one}", f"{one} was written") for one in made]
    check = f"python -m metrics check {path}"
    print(arguments.listed([*done, Bilingual(f"接着填空，再运行 {check}", f"Now fill it in, then run {check}")], languages))
    return 0


def written(path: Path, text: str) -> bool:
    """Whether the file was made; one that is there is never overwritten."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True
