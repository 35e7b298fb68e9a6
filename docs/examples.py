"""`python -m docs.examples`: write what `docs/python.md` prints, and its table of columns, anew from the curated data."""

import re
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

from metrics.catalog.columns import DESCRIBED
from metrics.catalog.frames import COLUMNS

PAGE = Path(__file__).with_name("python.md")
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```\n", re.DOTALL)
TABLE = re.compile(r"(?<=\|---\|---\|---\|---\|---\|\n)(?:\|.*\n)*")


def renewed(page: str) -> str:
    """A page with its examples run in order, in one namespace, from the project's folder, and its table made again."""
    names: dict[str, object] = {"__name__": "__main__"}
    with chdir(PAGE.parent.parent):
        page = EXAMPLE.sub(lambda found: f"```python\n{found['code']}```\n\n```text\n{printed(found['code'], names)}```\n", page)
    return TABLE.sub(lambda _: "".join(map(line, COLUMNS)), page)


def printed(code: str, names: dict[str, object]) -> str:
    """What a block of code prints; the names that it sets stay for the next."""
    output = StringIO()
    with redirect_stdout(output):
        exec(compile(code, str(PAGE), "exec"), names)  # noqa: S102  our own page
    return "".join(f"{text.rstrip()}\n" for text in output.getvalue().splitlines())


def line(name: str) -> str:
    """The row of the table that describes a column of the frame."""
    column = DESCRIBED[name]
    unit = f"in `{column.unit}`" if column.unit else ""
    meaning = column.words.en.replace("<", "\\<")  # an id in angle brackets is no tag
    return f"| `{name}` | {COLUMNS[name]} | {unit} | {meaning} | {column.empty.en if column.empty else 'never empty'} |\n"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
