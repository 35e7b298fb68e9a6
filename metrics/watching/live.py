"""The catalog that is served now: a good edit replaces it within seconds, a bad one changes nothing.

The sign of a change is every file's name, inode, size and times, not the newest time: deletions, older
copies and kept times are seen too. A folder is read only when two looks agree, and its result counts
only when a third does, so that files in the middle of being written are left until they are whole.
Before a catalog is served it is rehearsed: what every reader meets is made from it once, and where that
fails the last good one stays. The first has none before it.
"""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..catalog import folder as folders
from ..catalog import stored
from ..catalog.catalog import Catalog, build, load
from ..problems import Problem, printable
from .keeping import Kept, cut_short, is_in, keep, mended

PATIENCE = 8  # looks at a folder that has lost figures, before it is believed: a slow upload may pause
Sign = tuple[str, int, int, int, int]
Fingerprint = tuple[Sign, ...]


@dataclass
class Reading:
    """What was read of a folder that looked like `sign`, and how many looks have found it so. `known`: another process serves it.

    Where there are problems, there is no catalog before it is mended.
    """

    sign: Fingerprint
    problems: tuple[Problem, ...]
    catalog: Catalog | None
    kept: Kept
    looks: int = 0
    known: bool = False


class Live:
    """`catalog` is the last good one, `problems` what keeps a newer one, or a file of it, from being it.

    `faults` are failures of the program itself, by what failed: `looking`, `reading`, `telling`; `gone` are the figures that the last
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
            self.made = self.catalog.version, b""  # every process has what there was at the start
        else:
            self.catalog, self.made = load(path), ("", b"")
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
        """Read the folder that looks like `now`, and serve what is good of it; whether there is anything to tell.

        What is wrong with it is told at once; to serve the rest takes as long again, and is for the next look.
        """
        before, anew = self.state(), self.pending is None or self.pending.sign != now
        try:
            self.pending = reading = self.read(now) if self.pending is None or anew else self.pending
            reading.looks += 1
            if fingerprint(self.path) != now:
                return False
            if reading.problems and anew:
                self.problems = reading.problems
                return True
            reading.catalog = catalog = reading.catalog or self.mend(reading)
            if self.may_come_back(reading, catalog):
                return False
            self.serve(reading, catalog)
            self.faults.pop("reading", None)
        except Exception as error:  # whatever it is, it must not end the watch, nor what is served
            self.faults["reading"] = described(error)
        self.last_read, self.pending = now, None
        return anew or self.state() != before

    def state(self) -> tuple[object, ...]:
        return self.catalog.version, self.problems, dict(self.faults), self.gone

    def read(self, now: Fingerprint) -> Reading:
        """What the folder has that looks like `now`."""
        if made := stored.find(self.path, self.place):
            return Reading(now, (), made[0], keep(self.path), known=made[1])
        folder, found = folders.read(self.path), keep(self.path)
        problems = [*folder.problems, *cut_short(folder, self.catalog.frame)]
        return Reading(now, tuple(problems), None if problems else build(folder), found)

    def mend(self, reading: Reading) -> Catalog:
        """What is good of a folder with problems: a file that is not stays as it last was."""
        usable = mended(reading.problems, self.path, reading.kept, self.kept)
        bad = {problem.file for problem in reading.problems}
        last = {name: data for name, data in self.kept.items() if is_in(bad, self.path / name)}
        good = {name: data for name, data in reading.kept.items() if not is_in(bad, self.path / name)}
        reading.kept = good | last if usable else self.kept
        return build(usable) if usable else self.catalog

    def may_come_back(self, reading: Reading, catalog: Catalog) -> bool:
        """Whether figures that their pairing's file has lost may still be on their way: for some looks they may."""
        frame = self.catalog.frame
        lost = frame["pairing"].isin(set(catalog.pairings)) & ~frame["figure"].isin(set(catalog.frame["figure"]))
        return bool(lost.any()) and reading.looks < PATIENCE and not reading.known

    def serve(self, reading: Reading, catalog: Catalog) -> None:
        """Let a reading be what is served, once it was rehearsed; the same bytes again keep what is remembered of them."""
        if catalog.version != self.catalog.version:
            if not reading.known:
                self.rehearse(catalog)
            before, after = set(self.catalog.frame["figure"]), set(catalog.frame["figure"])
            self.catalog, self.gone = catalog, tuple(sorted(before - after))
            if not reading.problems and not reading.known:
                self.store(rehearsed=True)
        self.problems, self.kept = reading.problems, reading.kept

    def store(self, *, rehearsed: bool) -> None:
        """Store what is served, where the folder was what it was read from even after it was named."""
        with suppress(OSError):
            name = stored.name_of(self.path) if self.place else ""
            if self.place and fingerprint(self.path) == self.last_seen:
                stored.write(self.place / name, self.packed(rehearsed=rehearsed))

    def packed(self, *, rehearsed: bool = True) -> bytes:
        """What is served, as bytes that are made once; none where it is what the first of the processes began with."""
        if self.made[0] != self.catalog.version:
            self.made = self.catalog.version, stored.packed(self.catalog, rehearsed=rehearsed)
        return self.made[1]


def fingerprint(path: Path) -> Fingerprint:
    """What the folder's files look like from outside; empty where it is gone."""
    return tuple(filter(None, map(sign, stored.files_of(path))))


def sign(entry: os.DirEntry[str]) -> Sign | None:
    """What changes with any edit of a file; None where it went meanwhile."""
    with suppress(OSError):
        status = entry.stat(follow_symlinks=False)
        return entry.path, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
    return None


def described(error: Exception) -> str:
    """An error in one line: its kind, what it says, and where it arose."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})" if trace else ""
    return printable(f"{type(error).__name__}: {error}{where}")
