"""The watch goes on: whoever cannot be told, whatever an edit keeps, and in every process that is forked from one that watches."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.watching.live import Live, fingerprint
from metrics.watching.looking import Watch
from metrics.watching.telling import log_reload

from ..conftest import ROOT, SMALL
from .test_live import CORRECTED, PAIRING, PRINTED, correct, folder, funds, rewrite, settle

__all__ = ["folder"]
FAILURES = [
    BrokenPipeError("gone"),
    OSError(28, "No space left on device"),
    ValueError("I/O operation on closed file"),
    RuntimeError("日志"),
]


@pytest.fixture
def live(folder: Path) -> Live:
    return Live(folder)


def look(watch: Watch) -> None:
    for _ in range(3):
        watch.look()


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
def test_one_who_cannot_be_told_does_not_end_the_watch(live: Live, folder: Path, failure: Exception) -> None:
    def tell(live: Live) -> None:
        raise failure

    watch = Watch(live, tell)
    rewrite(folder / PAIRING, correct)
    look(watch)
    assert "18.52亿元" in funds(live)
    assert type(failure).__name__ in live.faults["telling"]
    watch.on_reload = lambda live: None
    rewrite(folder / PAIRING, lambda text: text.replace(CORRECTED, PRINTED))
    look(watch)
    assert "18.51亿元" in funds(live)
    assert live.faults == {}


def test_a_terminal_without_chinese_is_told_in_escapes(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(folder / PAIRING, lambda text: text.replace("basis: spent", "basis: 已用", 1))
    settle(live)
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    log_reload(live)
    assert rb"\u5df2\u7528" in written.getvalue()
    assert b"choices_are_known" in written.getvalue()


@pytest.mark.skipif(sys.platform == "win32", reason="there the third time is that of the file's birth")
def test_an_edit_that_keeps_size_and_time_is_seen(live: Live, folder: Path) -> None:
    file = folder / PAIRING
    times = file.stat()
    rewrite(file, correct)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns, file.stat().st_ino) == (times.st_size, times.st_mtime_ns, times.st_ino)
    settle(live)
    assert "18.52亿元" in funds(live)


@pytest.mark.skipif(sys.platform == "win32", reason="there a mode is no more than read-only")
def test_a_change_of_permission_is_seen_there_and_back(folder: Path) -> None:
    file, before = folder / PAIRING, fingerprint(folder)
    file.chmod(0o000)
    closed = fingerprint(folder)
    file.chmod(0o644)
    assert len({before, closed, fingerprint(folder)}) == 3


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
deadline = time.monotonic() + 60
while time.monotonic() < deadline:
    if sys.argv[4].partition(" ")[2] in set(watched.catalog.frame["stated"]):
        os._exit(0)
    time.sleep(0.05)
os._exit(1)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")
def test_a_process_that_is_forked_from_one_that_watches_watches_too(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "curated")
    ended = subprocess.run([sys.executable, "-c", FORKED, str(folder), PAIRING, PRINTED, CORRECTED], cwd=ROOT, timeout=120)
    assert ended.returncode == 0
