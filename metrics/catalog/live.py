"""The catalog that is served now: a good edit replaces it within seconds, a bad one changes nothing.

A thread looks at the folder; a request never parses. The sign of a change is every file's name, inode,
size and time, not the newest time: deletions, older copies and kept times are seen too. A folder is
read only when two looks agree, and its result counts only when a third does, so that files in the
middle of being written are left until they are whole.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from ..problems import CuratedError, Problem
from . import folder as folders
from .catalog import Catalog, build

POLL_EVERY = 1.0  # seconds
DEEPEST = 2  # folder/programme/pairing.yaml
Fingerprint = tuple[tuple[str, int, int, int], ...]


class Live:
    """`catalog` is the last good one, `problems` what keeps a newer one from being it."""

    def __init__(self, path: Path) -> None:
        """Raises `CuratedError` where there is nothing good to begin with."""
        self.path = path
        self.last_seen = self.last_read = fingerprint(path)
        folder = folders.read(path)
        if folder.problems:
            raise CuratedError(folder.problems)
        self.catalog: Catalog = build(folder)
        self.problems: tuple[Problem, ...] = ()

    def poll(self) -> bool:
        """Look once; whether anything was read anew."""
        now = fingerprint(self.path)
        steady, self.last_seen = now == self.last_seen, now
        if not steady or now == self.last_read:
            return False
        folder = folders.read(self.path)
        if fingerprint(self.path) != now:
            return False
        self.last_read, self.problems = now, tuple(folder.problems)
        if not folder.problems:
            fresh = build(folder)
            # The same bytes again keep the same catalog, and what is remembered of it.
            self.catalog = self.catalog if fresh.version == self.catalog.version else fresh
        return True

    def watch(self, on_reload: Callable[["Live"], None]) -> None:
        """Look for ever, in a thread that ends with the process; `on_reload` hears of everything read anew."""

        def run() -> None:
            while True:
                time.sleep(POLL_EVERY)
                if self.poll():
                    on_reload(self)

        threading.Thread(target=run, name="curated", daemon=True).start()


def fingerprint(path: Path) -> Fingerprint:
    """What the folder's files look like from outside; empty where it is gone."""
    try:
        files = [file for file in sorted(path.rglob("*")) if len(file.relative_to(path).parts) <= DEEPEST]
        statuses = [(str(file.relative_to(path)), file.lstat()) for file in files]
    except OSError:
        return ()
    return tuple((name, status.st_ino, status.st_size, status.st_mtime_ns) for name, status in statuses)


def log_reload(live: Live) -> None:
    """Tell the terminal of a reload: the new version, or every problem."""
    if live.problems:
        lines = [line for problem in live.problems for line in problem.lines()]
        print("\n".join(lines), f"\n{len(live.problems)} problems; the last good data stays: {live.catalog.version}", flush=True)
    else:
        print(f"Data {live.catalog.version}: {len(live.catalog.frame)} figures", flush=True)
