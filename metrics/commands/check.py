"""`check`: every problem of a folder, of one file, or of what an editor sends."""

import argparse
import sys
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..catalog import folder as folders
from ..problems import Breach, Problem, printable
from ..reading import source
from ..words import Bilingual
from .terminal import arguments
from .terminal.arguments import FOLDER, WrongUse
from .terminal.excerpt import Excerpts, decoded
from .terminal.formats import FORMATS
from .terminal.progress import watched

STANDARD_INPUT = Path("-")
HELP = Bilingual("一条规则说什么：python -m metrics explain 规则名", "What a rule asks: python -m metrics explain RULE")


@dataclass(frozen=True)
class Checked:
    """What one run looked at, and every problem that it found. `contents` are texts that stand in no file."""

    problems: list[Problem]
    files: int
    figures: int
    metrics: int
    empty: bool  # a check that checked nothing is no check
    waiting: int = 0  # reports that nothing cites yet
    strays: tuple[Path, ...] = ()  # files that were not read
    contents: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> int:
        return 1 if self.problems or self.empty else 0

    @property
    def counts(self) -> Bilingual:
        waiting = Bilingual(
            f"；{self.waiting} 份报告还没有条目引用，也没有写 unused", f"; {self.waiting} reports are not cited yet, nor said to be unused"
        )
        nothing = Bilingual("；没有可检查的内容，不算通过", "; there was nothing to check, which is no pass")
        tail = nothing if self.empty and not self.problems else waiting if self.waiting else Bilingual("", "")
        return Bilingual(
            f"检查了 {self.files} 个文件、{self.figures} 个数字、{self.metrics} 项指标：{len(self.problems)} 个问题{tail.zh}",
            f"{self.files} files, {self.figures} figures, {self.metrics} metrics checked; {len(self.problems)} problems{tail.en}",
        )


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.argument(
        parser,
        "path",
        f"文件夹、文件，或 -（标准输入），默认 {FOLDER}",
        f"a folder, a file, or - for standard input; {FOLDER} unless told",
        metavar="FOLDER|FILE|-",
        nargs="?",
        default=Path(FOLDER),
        type=Path,
    )
    arguments.argument(
        parser,
        "--as",
        "标准输入的文件名；同一文件夹里的 metrics.yaml 用来对照",
        "the file that standard input is; held against the metrics.yaml beside it",
        metavar="NAME.yaml",
        type=Path,
        dest="named",
    )
    arguments.argument(
        parser,
        "--format",
        "输出格式：给人看、给程序、给 GitHub 标注",
        "for people, for programs, or for annotations on GitHub",
        choices=sorted(FORMATS, reverse=True),
        default="text",
    )
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    checked = checked_of(options.path, options.named)
    languages = arguments.languages(options)
    print(FORMATS[options.format](checked.problems, Excerpts(checked.contents), languages, checked.counts), end="")
    if options.format != "json":
        closing = [checked.counts, HELP] if checked.problems else [checked.counts]
        if checked.strays:
            print(arguments.listed([unread(checked.strays)], languages), file=sys.stderr)
        print(arguments.listed(closing, languages), file=sys.stderr if checked.code else sys.stdout)
    return checked.code


def checked_of(path: Path, named: Path | None) -> Checked:
    if (path == STANDARD_INPUT) != (named is not None):
        raise WrongUse("- 和 --as NAME.yaml 要一起用。", "- and --as NAME.yaml belong together.")
    if named is not None:
        return sent(sys.stdin.buffer.read(source.LARGEST_FILE + 1), named)
    if not arguments.existing(path).is_dir():
        return one(path)
    folder = folders.read(path, watch=watched)
    return Checked(
        folder.problems,
        len(folder.files),
        folder.checked,
        len(folder.vocabulary.metrics),
        not folder.checked,
        len(folder.waiting),
        tuple(folder.strays),
    )


def unread(strays: tuple[Path, ...]) -> Bilingual:
    names = ", ".join(printable(str(path)) for path in strays)
    return Bilingual(f"不是数据文件，没有读：{names}", f"Not curated files, not read: {names}")


def one(path: Path) -> Checked:
    """One file, with the problems of the files that it is read by. Raises `WrongUse` where it is no curated one."""
    home, own = folders.home(path), printable(str(path))
    shared = path.name in folders.SHARED or path.parent == home / folders.REPORTS
    folder = folders.read(home, only=path)
    beside = {str(home), *(str(file) for file in shared_files(home))}
    problems = [problem for problem in folder.problems if problem.file in ({own} if shared else {own, *beside})]
    if not problems and not folder.files and not shared:
        raise WrongUse(f"{path} 不是数据文件。", f"{path} is not a curated file.")
    return Checked(problems, 1, folder.checked, len(folder.vocabulary.metrics), not folder.vocabulary.metrics)


def shared_files(home: Path) -> list[Path]:
    """What every pairing of a folder is read by."""
    return [*(home / name for name in folders.SHARED), *sorted((home / folders.REPORTS).glob("*"))]


def sent(data: bytes, named: Path) -> Checked:
    """A text as if it were saved under its name, beside the folder's own metrics."""
    if named.suffix != ".yaml":
        raise WrongUse(f"--as 的文件名以 .yaml 结尾，而不是 {named}。", f"The name behind --as ends in .yaml; {named} does not.")
    home = folders.home(named)
    home = home if (home / folders.METRICS).exists() else Path(FOLDER)
    with TemporaryDirectory() as name:
        place = Path(name)
        (place / folders.REPORTS).mkdir()
        copies = {file: place / file.relative_to(home) for file in shared_files(home)}
        for here, there in copies.items():
            copy(here, there)
        (place / named.name).write_bytes(data)
        checked = one(place / named.name)
    names = {str(place): str(home), **{str(there): str(here) for here, there in copies.items()}}
    problems = [replace(problem, file=names.get(problem.file, str(named))) for problem in checked.problems]
    return replace(checked, problems=problems, contents={str(named): decoded(data)})


def copy(here: Path, there: Path) -> None:
    """One that cannot be read is missing there: it is told of when its own folder is checked."""
    with suppress(Breach):
        there.write_bytes(source.read_bytes(here))
