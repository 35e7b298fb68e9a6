"""What a terminal is told of an edit, in lines."""

import sys

from .live import Live

MOST_TOLD = 20  # names in one line


def log_reload(live: Live) -> None:
    """Tell the terminal of a reload: the new version and what is gone with the old, every problem, what failed."""
    lines = [line for problem in live.problems for line in problem.lines()]
    lines += [f"{len(live.problems)} problems; the last good data of their files stays"] if live.problems else []
    lines += [f"The last good data stays: {fault}" for name, fault in live.faults.items() if name == "reading"]
    lines += [f"Data {live.catalog.version}: {len(live.catalog.frame)} figures{listed_gone(live.gone)}"]
    encoding = sys.stdout.encoding or "utf-8"
    print("\n".join(lines).encode(encoding, "backslashreplace").decode(encoding), flush=True)


def listed_gone(gone: tuple[str, ...]) -> str:
    more = f" and {len(gone) - MOST_TOLD} more" if len(gone) > MOST_TOLD else ""
    return f"; gone: {', '.join(gone[:MOST_TOLD])}{more}" if gone else ""
