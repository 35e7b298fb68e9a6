"""What the commands' arguments share: help in both languages, the folder, the language, wrong use."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from ...words import LANGUAGES, Bilingual, Language, closest

FOLDER = "curated"
WIDTH = 100  # of help, whatever the terminal: what --help prints can be quoted


class WrongUse(Exception):
    """What was asked for cannot be: the command line is wrong, not the data. Exit code 2."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.words = Bilingual(zh, en)


class Form(argparse.RawTextHelpFormatter):
    """Help that keeps its line ends: Chinese has no blanks to break at."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=WIDTH)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法 usage: ")


class Parser(argparse.ArgumentParser):
    """A parser whose own words are in both languages."""

    def __init__(self, command: str, description: Bilingual, epilog: Bilingual) -> None:
        super().__init__(
            prog=f"python -m metrics {command}",
            description="\n".join(description),
            epilog="\n".join(epilog),
            formatter_class=Form,
            add_help=False,
            allow_abbrev=False,
        )
        self.arguments = self.add_argument_group("参数 arguments")
        self.options = self.add_argument_group("选项 options")
        self.options.add_argument("-h", "--help", action="help", help="显示这段说明\nshow this help")

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.format_usage()}用法不对 wrong use: {message}\n")


def argument(parser: argparse.ArgumentParser, name: str, zh: str, en: str, **more: Any) -> None:
    """Add an argument, or an option where its name begins with dashes, with its help in both languages."""
    assert isinstance(parser, Parser)
    group = parser.options if name.startswith("-") else parser.arguments
    group.add_argument(name, help=f"{zh}\n{en}", **more)


def folder(parser: argparse.ArgumentParser) -> None:
    argument(
        parser,
        "folder",
        f"放数据文件的文件夹，默认 {FOLDER}",
        f"the folder of curated files; {FOLDER} unless told",
        metavar="FOLDER",
        nargs="?",
        default=Path(FOLDER),
        type=Path,
    )


def pairing(parser: argparse.ArgumentParser) -> None:
    argument(parser, "pairing", "结对，如 tianjin-huangnan", "the pairing, such as tianjin-huangnan", metavar="PAIRING")


def language(parser: argparse.ArgumentParser) -> None:
    argument(parser, "--lang", "只用一种语言；不写则先中文、后英文", "one language only; else Chinese, then English", choices=LANGUAGES)


def languages(options: argparse.Namespace) -> tuple[Language, ...]:
    return (options.lang,) if options.lang else LANGUAGES


def existing(path: Path) -> Path:
    """The path. Raises `WrongUse` where nothing is there."""
    if not path.exists() and not path.is_symlink():
        raise WrongUse(f"没有 {path} 这个文件或文件夹。", f"There is no file or folder {path}.")
    return path


def file_of(pairing: str, folder: Path) -> Path:
    """A pairing's file, named by its id or by its path. Raises `WrongUse` where there is none."""
    name = f"{pairing}.yaml"
    path = Path(pairing) if pairing.endswith(".yaml") else next(existing(folder).glob(f"*/{name}"), folder / name)
    if not path.exists():
        near = closest(path.stem, [file.stem for file in sorted(path.parent.rglob("*-*.yaml"))])
        raise WrongUse(
            f"没有 {path}。" + (f"是不是 {near}？" if near else ""), f"There is no {path}." + (f" Did you mean {near}?" if near else "")
        )
    return path


def listed(words: Iterable[Bilingual], languages: tuple[Language, ...], indent: str = "") -> str:
    """Each text, in each language on a line of its own."""
    return "\n".join(f"{indent}{one.to(language)}" for one in words for language in languages)
