"""The catalog that is served now: a good edit replaces it within seconds, a bad one changes nothing.

A thread looks at the folder; a request never parses. The sign of a change is every file's name, inode,
size and times, not the newest time: deletions, older copies and kept times are seen too. A folder is
read only when two looks agree, and its result counts only when a third does, so that files in the
middle of being written are left until they are whole. Before a catalog is served it is rehearsed: what
every reader meets is made from it once, and where that fails the last good one stays. The first has none before it.
"""

import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakSet

from ..problems import Problem, printable
from . import folder as folders
from . import stored
from .catalog import Catalog, build, load
from .keeping import Kept, cut_short, is_in, keep, mended

POLL_EVERY = 1.0  # seconds
PATIENCE = 4  # looks at a folder that has lost figures, before it is believed: a slow upload may pause
MOST_TOLD = 20  # names in one line
Fingerprint = tuple[tuple[str, int, int, int, int], ...]


@dataclass
class Reading:
    """What was read of a folder that looked like `sign`, and how many looks have found it so. `known`: another process serves it."""

    sign: Fingerprint
    catalog: Catalog
    problems: tuple[Problem, ...]
    kept: Kept
    looks: int = 0
    known: bool = False


class Live:
    """`catalog` is the last good one, `problems` what keeps a newer one, or a file of it, from being it.

    `faults` are failures of the program itself, by what failed: `reading`, `telling`; `gone` are the figures that the last
    change took away; `looked` is when the folder was last looked at.
    """

    def __init__(self, path: Path, rehearse: Callable[[Catalog], None] = lambda catalog: None, place: Path | None = None) -> None:
        """Raises `CuratedError` where there is nothing good to begin with. `rehearse` raises where a catalog cannot be shown.

        `place` is the folder where catalogs are stored, if they are.
        """
        self.path, self.rehearse, self.place = path, rehearse, place
        self.problems: tuple[Problem, ...] = ()
        self.faults: dict[str, str] = {}
        self.gone: tuple[str, ...] = ()
        self.looked = time.monotonic()
        self.last_seen = self.last_read = fingerprint(path)
        self.pending: Reading | None = None
        if found := stored.find(path, place):
            self.catalog: Catalog = found[0]
        else:
            self.catalog = load(path)
            self.store(rehearsed=False)
        self.kept: Kept = keep(path)

    def poll(self) -> bool:
        """Look once; whether anything was read anew."""
        now, self.looked = fingerprint(self.path), time.monotonic()
        steady, self.last_seen = now == self.last_seen, now
        if not steady or now == self.last_read:
            return False
        with stored.alone(self.place) as alone:
            return alone and self.take(now)

    def take(self, now: Fingerprint) -> bool:
        """Read the folder that looks like `now`, and serve what is good of it; whether that is done with."""
        try:
            if self.pending is None or self.pending.sign != now:
                self.pending = self.read(now)
            self.pending.looks += 1
            if fingerprint(self.path) != now or self.may_come_back(self.pending):
                return False
            self.serve(self.pending)
            self.faults.pop("reading", None)
        except Exception as error:  # whatever it is, it must not end the watch, nor what is served
            self.faults["reading"] = described(error)
        self.last_read, self.pending = now, None
        return True

    def read(self, now: Fingerprint) -> Reading:
        """What is good of the folder that looks like `now`: a file that is not stays as it last was."""
        if made := stored.find(self.path, self.place):
            return Reading(now, made[0], (), keep(self.path), known=made[1])
        folder, found = folders.read(self.path), keep(self.path)
        folder.problems += cut_short(folder, self.catalog.frame)
        usable = mended(folder, self.path, found, self.kept) if folder.problems else folder
        bad = {problem.file for problem in folder.problems}
        kept = {name: data for name, data in found.items() if not is_in(bad, self.path / name)}
        kept |= {name: data for name, data in self.kept.items() if is_in(bad, self.path / name)}
        return Reading(now, build(usable) if usable else self.catalog, tuple(folder.problems), kept if usable else self.kept)

    def may_come_back(self, reading: Reading) -> bool:
        """Whether figures that their pairing's file has lost may still be on their way: for some looks they may."""
        frame, fresh = self.catalog.frame, reading.catalog
        lost = frame["pairing"].isin(set(fresh.pairings)) & ~frame["figure"].isin(set(fresh.frame["figure"]))
        return bool(lost.any()) and reading.looks < PATIENCE and not reading.known

    def serve(self, reading: Reading) -> None:
        """Let a reading be what is served, once it was rehearsed; the same bytes again keep what is remembered of them."""
        if reading.catalog.version != self.catalog.version:
            if not reading.known:
                self.rehearse(reading.catalog)
            before, after = set(self.catalog.frame["figure"]), set(reading.catalog.frame["figure"])
            self.catalog, self.gone = reading.catalog, tuple(sorted(before - after))
            if not reading.problems and not reading.known:
                self.store(rehearsed=True)
        self.problems, self.kept = reading.problems, reading.kept

    def store(self, *, rehearsed: bool) -> None:
        """Store what is served, where the folder was what it was read from even after it was named."""
        with suppress(OSError):
            name = stored.name_of(self.path) if self.place else ""
            if self.place and fingerprint(self.path) == self.last_seen:
                stored.write(self.place / name, self.catalog, rehearsed=rehearsed)

    def watch(self, on_reload: Callable[["Live"], None]) -> None:
        """Look for ever, in a thread that ends with the process; `on_reload` hears of everything read anew.

        A process that is forked from this one watches too: a server may load the data once and then start its workers.
        """
        self.on_reload = on_reload
        WATCHED.add(self)
        threading.Thread(target=self.look_for_ever, name="curated", daemon=True).start()

    def look_for_ever(self) -> None:
        while True:
            time.sleep(POLL_EVERY)
            with LOOKING:
                self.look()

    def look(self) -> None:
        """Look once, and tell; one who cannot be told (a closed terminal, a full disk) does not end the watch."""
        if not self.poll():
            return
        try:
            self.on_reload(self)
            self.faults.pop("telling", None)
        except Exception as error:
            self.faults["telling"] = described(error)


WATCHED: WeakSet[Live] = WeakSet()
LOOKING = threading.Lock()  # held while a watcher works: nobody forks in the middle, where locks would stay closed for ever


def watch_again() -> None:
    """Threads do not survive a fork: in the new process every watcher begins anew."""
    LOOKING.release()
    for live in list(WATCHED):
        live.watch(live.on_reload)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=LOOKING.acquire, after_in_parent=LOOKING.release, after_in_child=watch_again)


def fingerprint(path: Path) -> Fingerprint:
    """What the folder's files look like from outside; empty where it is gone."""
    try:
        statuses = [(str(file.relative_to(path)), file.lstat()) for file in stored.files_of(path)]
    except OSError:
        return ()
    return tuple((name, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns) for name, status in statuses)


def described(error: Exception) -> str:
    """An error in one line: its kind, what it says, and where it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    return printable(f"{type(error).__name__}: {error}{where}")


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
