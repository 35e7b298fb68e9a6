"""Where a curated file has blanks: what `new` and `add` write, and `check` leads through."""

from pathlib import Path


def blank_lines(path: Path) -> list[int]:
    """The lines that end behind their colon, or have blanks in braces, but for those whose value stands below."""
    lines = path.read_text("utf-8").splitlines()
    ended = [number for number, line in enumerate(lines, 1) if line.endswith(":") and not line.lstrip().startswith("#")]
    last = [number for number in ended if number == len(lines) or not lines[number].startswith(" " * (indent(lines[number - 1]) + 1))]
    return [*last, *(number for number, line in enumerate(lines, 1) for _ in range(line.count(": ,") + line.count(": }")))]


def indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
