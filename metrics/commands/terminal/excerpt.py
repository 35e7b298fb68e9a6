"""The line that a problem speaks of, with a caret under its place."""

from pathlib import Path

from ...problems import Breach, Problem
from ...reading import source, text
from .cells import width

BEFORE, AFTER = 60, 40  # characters of a long line around the place


class Excerpts:
    """Lines of curated files, each file read once. `contents` are texts that stand in no file."""

    def __init__(self, contents: dict[str, str] | None = None) -> None:
        self.lines = {file: content.split("\n") for file, content in (contents or {}).items()}

    def of(self, problem: Problem) -> list[str]:
        """The line and the caret; nothing where the file cannot be read or has no such line."""
        if problem.file not in self.lines:
            self.lines[problem.file] = lines_of(Path(problem.file))
        lines = self.lines[problem.file]
        return marked(lines[problem.line - 1], problem.line, problem.column) if problem.line <= len(lines) else []


def lines_of(path: Path) -> list[str]:
    """Links, pipes and devices have none: what stands outside the folder is never shown."""
    try:
        return decoded(source.read_bytes(path)).split("\n")
    except Breach:
        return []


def decoded(data: bytes) -> str:
    """The text as far as it is one; lines as the reader counts them."""
    return text.lines_end_in_lf(data.decode("utf-8-sig", "replace"))


def marked(line: str, number: int, column: int) -> list[str]:
    """`    14 |     value: 18.51` and a caret in the next line."""
    before, after = line[: column - 1], line[column - 1 :]
    start = ("…" if len(before) > BEFORE else "") + visible(before[-BEFORE:])
    end = visible(after[:AFTER]) + ("…" if len(after) > AFTER else "")
    gutter = f"    {number:>3} | "
    return [f"{gutter}{start}{end}".rstrip(), f"{' ' * (len(gutter) - 2)}| {' ' * width(start)}^"]


def visible(text: str) -> str:
    """Characters that cannot be seen, or would move the others, by their number."""
    return "".join(character if character.isprintable() else f"<U+{ord(character):04X}>" for character in text)
