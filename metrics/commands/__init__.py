"""One module a command: `configure` adds its arguments to a parser, `run` does it and answers the exit code.

A command prints what it found to stdout and what concerns the run itself to stderr, Chinese first. Names,
arguments, exit codes and the first line of every problem are relied on by editors and CI: they change only
with an entry in the changelog. What takes long to import is imported in `run`, so that `check` stays quick.
A command must not know the page or the server. Begin with `check`; `terminal` is how all of them speak, `drafting` what
`new` and `add` write.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ..words import Bilingual

COMMANDS: dict[str, Bilingual] = {
    "check": Bilingual("列出所有文件的所有问题", "list every problem of every file"),
    "explain": Bilingual("说明一条规则，附错例和正例", "explain a rule, with a bad and a good example"),
    "new": Bilingual("开始一个新的结对文件", "begin a new pairing's file"),
    "add": Bilingual("给结对添一份报告和一个数字，留空待填", "add a report and a figure to a pairing, blank, to be filled"),
    "show": Bilingual("列出每个数字读成了什么，供校对", "show how every figure was read, to proof-read"),
    "verify": Bilingual("核对每个数字是否见于它的报告", "hold every figure against its report's text"),
    "coverage": Bilingual("哪些结对有哪些指标的数字", "which pairings have figures for which metrics"),
    "findings": Bilingual("报告之间的矛盾，附双方出处", "where reports contradict each other, with both sources"),
    "verdicts": Bilingual("每项指标下哪些数字并列，可比程度如何", "for every metric, what stands side by side and how well it compares"),
    "export": Bilingual("写出数据包", "write the data package"),
    "schema": Bilingual("供编辑器补全用的 JSON Schema", "the JSON Schema by which editors complete"),
}
EXIT_CODES = Bilingual(
    "退出码：0 成功，没有问题；1 有问题，或没有做成；2 用法不对。", "Exit codes: 0 done, no problems; 1 problems, or not done; 2 wrong use."
)


@dataclass(frozen=True)
class Command:
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def command(name: str) -> Command:
    """The command of that name; only its own module is imported."""
    module: Any = import_module(f"{__name__}.{name}")
    return Command(module.configure, module.run)
