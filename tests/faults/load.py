"""Readers who ask all the time, and what the processes of a server take."""

import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from ..browser.server import Server, running

GUNICORN = (sys.executable, "-m", "gunicorn", "app:server")


@contextmanager
def serving(**more: str) -> Iterator[Server]:
    """The dashboard as `make serve` starts it, with two processes."""
    with running(*GUNICORN, **{"WEB_CONCURRENCY": "2"} | more) as server:
        wait_until(lambda: len(workers(server)) == 2)
        yield server


def wait_until(true: Callable[[], bool], patience: float = 90) -> None:
    """It is a busy machine's patience, and no goal."""
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def ask(address: str, path: str, timeout: float = 60) -> tuple[int, bytes]:
    """One request over a connection of its own. Raises `OSError` or `HTTPException` where no whole answer comes."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=timeout)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@dataclass
class Load:
    """What became of what some readers asked: statuses, failures, and the longest that one waited."""

    answered: Counter[int] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)
    slowest: float = 0.0
    ended: threading.Event = field(default_factory=threading.Event)

    def ask_on(self, address: str, paths: Sequence[str], number: int) -> None:
        while not self.ended.is_set():
            began = time.monotonic()
            try:
                self.answered[ask(address, paths[number % len(paths)])[0]] += 1
            except (OSError, HTTPException) as error:
                if not self.ended.is_set():
                    self.failed.append(f"{paths[number % len(paths)]} {type(error).__name__}: {error}")
                self.ended.wait(0.05)  # else whoever is refused would take the whole machine to ask again
            self.slowest = max(self.slowest, time.monotonic() - began)
            number += 1

    def wait(self, more: int, patience: float = 60) -> None:
        """Until so many more requests were answered."""
        wanted, deadline = self.answered.total() + more, time.monotonic() + patience
        while self.answered.total() < wanted:
            assert time.monotonic() < deadline, f"{self.answered} after {patience} s"
            time.sleep(0.02)


@contextmanager
def readers(address: str, paths: Sequence[str], count: int) -> Iterator[Load]:
    """So many readers, each asking for one path after another, for as long as the block lasts."""
    load = Load()
    threads = [threading.Thread(target=load.ask_on, args=(address, paths, number), daemon=True) for number in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield load
    finally:
        load.ended.set()
        for thread in threads:
            thread.join(timeout=90)


def workers(server: Server) -> list[int]:
    """The processes that answer: the children of the one that was started."""
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")
    return [int(name) for name in children.read_text("utf-8").split()]


def memory(processes: Sequence[int]) -> list[float]:
    """MB that each holds by itself or shares."""
    held = [Path(f"/proc/{one}/status").read_text("utf-8") for one in processes]
    return [int(text.partition("VmRSS:")[2].split()[0]) / 1024 for text in held]


def own(processes: Sequence[int]) -> list[float]:
    """MB that each has written to, and so shares with no other."""
    held = [Path(f"/proc/{one}/smaps_rollup").read_text("utf-8") for one in processes]
    return [int(text.partition("Private_Dirty:")[2].split()[0]) / 1024 for text in held]
