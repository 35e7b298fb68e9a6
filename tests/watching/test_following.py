"""One process reads for all that are forked from it: they take what it has read, what is wrong with it, and when it looked."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.watching.live import Live
from metrics.watching.looking import Watch
from metrics.watching.word import Word

from ..conftest import ROOT, SMALL
from .test_live import CORRECTED, PAIRING, PRINTED, correct, folder, funds, rewrite

__all__ = ["folder"]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")


def heard(word: Word) -> Word:
    """The word as it is after a fork: the same memory, and what was heard of it so far."""
    same = Word()
    os.dup2(word.file, same.file)
    same.digest = word.digest
    return same


def look(*watches: Watch) -> None:
    for _ in range(3):
        for watch in watches:
            watch.look()


@pytest.fixture
def reader(folder: Path) -> Watch:
    watch = Watch(Live(folder), lambda live: None)
    watch.followed = True
    return watch


@pytest.fixture
def follower(reader: Watch, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    watch = Watch(Live(folder), lambda live: None)
    watch.word, watch.reader = heard(reader.word), os.getppid()
    monkeypatch.setattr(watch.live, "poll", lambda: pytest.fail("it looked at the folder itself"))
    return watch


def test_who_follows_has_what_was_read_without_reading(reader: Watch, follower: Watch, folder: Path) -> None:
    rewrite(folder / PAIRING, correct)
    look(reader, follower)
    assert "18.52亿元" in funds(follower.live)
    assert follower.live.catalog.version == reader.live.catalog.version
    assert follower.live.looked == pytest.approx(reader.live.looked, abs=5)


def test_who_follows_knows_what_is_wrong_and_when_it_is_mended(reader: Watch, follower: Watch, folder: Path) -> None:
    good, before = (folder / PAIRING).read_bytes(), follower.live.catalog
    (folder / PAIRING).write_bytes(b"pairing: broken\n")
    look(reader, follower)
    assert follower.live.problems == reader.live.problems != ()
    (folder / PAIRING).write_bytes(good)
    look(reader, follower)
    assert follower.live.problems == ()
    assert follower.live.catalog is before, "what is remembered of it would be lost"


def test_who_follows_knows_what_failed_and_what_is_gone(reader: Watch, follower: Watch, folder: Path) -> None:
    reader.on_reload = lambda live: 1 / 0
    (folder / PAIRING).unlink()
    look(reader, follower)
    assert "ZeroDivisionError" in follower.live.faults["telling"]
    assert "tianjin-huangnan-funds-1" in follower.live.gone


def test_a_word_that_cannot_be_taken_is_a_fault_and_heard_again(
    reader: Watch, follower: Watch, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(folder / PAIRING, correct)
    with monkeypatch.context() as patched:
        patched.setattr("metrics.catalog.stored.unpacked", lambda content: [][0])
        look(reader, follower)
    assert "IndexError" in follower.live.faults["reading"]
    look(reader, follower)
    assert "18.52亿元" in funds(follower.live)
    assert follower.live.faults == {}


def test_half_a_word_is_not_heard() -> None:
    told = Word()
    other = heard(told)
    told.tell(b"a long word")
    os.pwrite(told.file, b"another", os.fstat(told.file).st_size - 7)
    assert other.hear() is None
    told.tell(b"a short one")
    assert other.hear() == b"a short one"
    assert other.hear() is None


def test_without_names_for_memory_a_file_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "memfd_create", raising=False)
    told = Word()
    other = heard(told)
    told.tell(b"a word")
    assert other.hear() == b"a word"


def test_who_has_lost_its_reader_reads(reader: Watch, folder: Path) -> None:
    orphan = Watch(Live(folder), lambda live: None)
    orphan.word, orphan.reader = heard(reader.word), -1
    rewrite(folder / PAIRING, correct)
    look(orphan)
    assert "18.52亿元" in funds(orphan.live)


def test_the_first_process_of_a_container_follows_nobody(reader: Watch, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getppid", lambda: 0)
    rewrite(folder / PAIRING, correct)
    look(reader)
    assert "18.52亿元" in funds(reader.live)


FORKED = """
import os, sys, time
from pathlib import Path
from metrics.watching import live, looking
looking.POLL_EVERY = 0.05
watched = live.Live(Path(sys.argv[1]))
looking.Watch(watched, lambda live: None).start()
if os.fork():
    file = Path(sys.argv[1]) / sys.argv[2]
    file.write_text(file.read_text("utf-8").replace(*sys.argv[3:5]), "utf-8")
    sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
live.folders.read = None
deadline = time.monotonic() + 60
while time.monotonic() < deadline:
    if sys.argv[4].partition(" ")[2] in set(watched.catalog.frame["stated"]):
        os._exit(0)
    time.sleep(0.05)
os._exit(1)
"""


def test_a_process_that_is_forked_from_one_that_watches_follows_it(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "curated")
    ended = subprocess.run([sys.executable, "-c", FORKED, str(folder), PAIRING, PRINTED, CORRECTED], cwd=ROOT, timeout=120)
    assert ended.returncode == 0
