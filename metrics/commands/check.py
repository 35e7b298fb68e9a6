"""`check`: every problem of a folder, of one file, or of what an editor sends."""

import argparse
import sys
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..catalog import folder as folders
from ..entries.reference import POPULATION, PRICES
from ..problems import Breach, Problem
from ..reading import source
from ..words import Bilingual
from .terminal import arguments
from .terminal.arguments import FOLDER, WrongUse
from .terminal.excerpt import Excerpts, decoded
from .terminal.formats import FORMATS
from .terminal.progress import watched

SHARED = (folders.METRICS, POPULATION, PRICES)  # every pairing is read by them
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
    contents: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> int:
        return 1 if self.problems or self.empty else 0

    @property
    def counts(self) -> Bilingual:
        nothing = Bilingual("；没有可检查的内容，不算通过", "; there was nothing to check, which is no pass")
        tail = nothing if self.empty and not self.problems else Bilingual("", "")
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
    return Checked(folder.problems, len(folder.files), folder.checked, len(folder.metrics), not folder.checked)


def one(path: Path) -> Checked:
    """One file, with the problems of the files that it is read by. Raises `WrongUse` where it is no curated one."""
    folder = folders.read(path.parent, only=path.name)
    beside = {str(path.parent), *(str(path.parent / name) for name in SHARED)}
    own = folders.printable(str(path))
    concerned = {own} if path.name in SHARED else {own, *beside}
    problems = [problem for problem in folder.problems if problem.file in concerned]
    if not problems and not folder.files and path.name not in SHARED:
        raise WrongUse(f"{path} 不是数据文件。", f"{path} is not a curated file.")
    return Checked(problems, 1, folder.checked, len(folder.metrics), not folder.metrics)


def sent(data: bytes, named: Path) -> Checked:
    """A text as if it were saved under its name, beside the folder's own metrics."""
    if named.suffix != ".yaml":
        raise WrongUse(f"--as 的文件名以 .yaml 结尾，而不是 {named}。", f"The name behind --as ends in .yaml; {named} does not.")
    home = named.parent if (named.parent / folders.METRICS).exists() else Path(FOLDER)
    with TemporaryDirectory() as name:
        place = Path(name)
        for shared in SHARED:
            copy(home / shared, place / shared)
        (place / named.name).write_bytes(data)
        checked = one(place / named.name)
    names = {str(place): str(home), **{str(place / shared): str(home / shared) for shared in SHARED}}
    problems = [replace(problem, file=names.get(problem.file, str(named))) for problem in checked.problems]
    return replace(checked, problems=problems, contents={str(named): decoded(data)})


def copy(here: Path, there: Path) -> None:
    """One that cannot be read is missing there: it is told of when its own folder is checked."""
    with suppress(Breach):
        there.write_bytes(source.read_bytes(here))
