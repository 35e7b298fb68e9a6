"""The thread that looks at a folder for as long as the process lives, and processes that are forked from it.

One process reads for all: those that are forked from one that watches take what it has read and rehearsed. Should it be gone,
each reads for itself.
"""

import io
import os
import pickle
import threading
import time
from collections.abc import Callable

from ..catalog import stored
from .live import Live, described
from .word import SILENCE, Word

POLL_EVERY, HEAR_EVERY = 0.5, 0.1  # seconds; to hear whether there is a word costs next to nothing
FORKS = hasattr(os, "register_at_fork")


class Watch:
    """Over one `Live`. `reader` is the process that this one takes its word from, if there is one; `on_reload` hears of what was read."""

    def __init__(self, live: Live, on_reload: Callable[[Live], None]) -> None:
        self.live, self.on_reload = live, on_reload
        self.word = Word() if FORKS else None
        self.reader: int | None = None
        self.followed = False

    def start(self) -> None:
        """Look for ever, in a thread that ends with the process. A process that is forked from this one watches too."""
        WATCHES.append(self)
        self.look_in_a_thread()

    def look_in_a_thread(self) -> None:
        threading.Thread(target=self.look_for_ever, name="curated", daemon=True).start()

    def look_for_ever(self) -> None:
        while True:
            time.sleep(HEAR_EVERY if self.follows() else POLL_EVERY)
            with LOOKING:
                self.look()

    def follows(self) -> bool:
        return self.reader == os.getppid()

    def look(self) -> None:
        """Look once, and tell; nothing that fails ends the watch."""
        try:
            if self.word and self.follows():
                self.follow(self.word)
            elif self.live.poll():
                self.tell()
            elif self.word:
                self.word.beat()
            self.live.faults.pop("looking", None)
        except Exception as error:
            self.live.faults["looking"] = described(error)

    def tell(self) -> None:
        """Tell of what was read. One who cannot be told (a closed terminal, a full disk) is a fault, until the next can be."""
        self.live.faults.pop("telling", None)
        for told in (self.on_reload, self.tell_followers):
            try:
                told(self.live)
            except Exception as error:
                self.live.faults["telling"] = described(error)

    def tell_followers(self, live: Live) -> None:
        if self.word and self.followed:
            self.word.tell(pickle.dumps((live.problems, live.faults, live.gone, live.catalog.version, live.packed())))

    def follow(self, word: Word) -> None:
        """Take what the reader has told, if that is new."""
        self.live.looked = word.head()[0]
        if said := word.hear():
            try:
                self.take(said)
            except Exception as error:
                self.live.faults["reading"] = described(error)
                word.digest = SILENCE  # heard again at the next look

    def take(self, said: bytes) -> None:
        problems, faults, gone, version, packed = stored.Said(io.BytesIO(said)).load()
        if version != self.live.catalog.version:
            self.live.catalog = stored.unpacked(packed)[0]
        self.live.problems, self.live.faults, self.live.gone = problems, faults, gone


WATCHES: list[Watch] = []
LOOKING = threading.Lock()  # held while a watch looks: nobody forks in the middle, where locks would stay closed for ever


def be_followed() -> None:
    LOOKING.release()
    for watch in WATCHES:
        watch.followed = True


def follow() -> None:
    """Threads do not survive a fork: in the new process every watch begins anew, as one that follows."""
    LOOKING.release()
    for watch in WATCHES:
        watch.reader, watch.followed = os.getppid(), False
        watch.look_in_a_thread()


if FORKS:
    os.register_at_fork(before=LOOKING.acquire, after_in_parent=be_followed, after_in_child=follow)
