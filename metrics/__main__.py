"""`python -m metrics check [FOLDER|FILE]`: every problem as `file:line:column rule message`, hint under it.

Exit 0 when clean, 1 when there are problems, 2 for wrong use.
"""

import argparse
import sys
from pathlib import Path

from . import folder as folders
from .words import LANGUAGES


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m metrics", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    check_parser = commands.add_parser("check", help="检查 curated 文件 / check curated files")
    check_parser.add_argument("path", nargs="?", default="curated", type=Path, help="文件夹或一个文件 / a folder or one file")
    check_parser.add_argument("--lang", choices=LANGUAGES, help="只用一种语言 / one language only")
    options = parser.parse_args(arguments)
    return check(options.path, (options.lang,) if options.lang else LANGUAGES)


def check(path: Path, languages: tuple[str, ...]) -> int:
    """Print every problem, then what was checked. The exit code."""
    folder = folders.read(path.parent, only=path.name) if path.is_file() else folders.read(path)
    for problem in folder.problems:
        print("\n".join(problem.lines(languages)))  # type: ignore[arg-type]
    counts = f"{len(folder.files)} files, {folder.checked} figures, {len(folder.metrics)} metrics checked; {len(folder.problems)} problems"
    print(counts, file=sys.stderr if folder.problems else sys.stdout)
    return 1 if folder.problems or not folder.checked else 0


if __name__ == "__main__":
    sys.exit(main())
