"""`python -m metrics COMMAND`: what curators and researchers ask of the data without the page. `--help` lists the commands."""

import os
import sys
from io import TextIOWrapper

from .commands import COMMANDS, EXIT_CODES, command
from .commands.terminal.arguments import Parser, WrongUse, languages
from .commands.terminal.excerpt import Excerpts
from .commands.terminal.formats import text
from .problems import CuratedError
from .words import closest

USAGE = "用法 usage: python -m metrics COMMAND …"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # Chinese into a file or pipe, whatever the system's code page
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    name, *rest = given or [""]
    if name in ("-h", "--help"):
        print(overview())
        return 0
    if name not in COMMANDS:
        print(unknown(name), file=sys.stderr)
        return 2
    try:
        code = run(name, rest)
        sys.stdout.flush()
        return code
    except WrongUse as error:
        print("\n".join(error.words), file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a folder that may not be written, a file where a folder should be
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1


def run(name: str, arguments: list[str]) -> int:
    chosen = command(name)
    parser = Parser(name, COMMANDS[name], EXIT_CODES)
    chosen.configure(parser)
    options = parser.parse_args(arguments)
    try:
        return chosen.run(options)
    except CuratedError as error:
        print(text(error.problems, Excerpts(), languages(options)), end="", file=sys.stderr)
        return 1


def overview() -> str:
    """Every command with what it does, in both languages."""
    lines = [USAGE, ""]
    for name, does in COMMANDS.items():
        lines += [f"  {name:10} {does.zh}", f"  {'':10} {does.en}"]
    return "\n".join([*lines, "", "  COMMAND --help：每个命令的参数  the arguments of each", "", *EXIT_CODES])


def unknown(name: str) -> str:
    near = closest(name, list(COMMANDS))
    meant = f" 是不是 did you mean: {near}?" if near else ""
    message = f"没有这个命令 no such command: {name}.{meant}" if name else "缺少命令 a command is missing."
    return f"{message}\n{overview()}"


if __name__ == "__main__":
    sys.exit(main())
