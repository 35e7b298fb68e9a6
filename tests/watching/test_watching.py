"""The watch goes on: whoever cannot be told, and whatever an edit keeps."""

import io
import os
import sys
from pathlib import Path

import pytest

from metrics.watching.live import Live, fingerprint
from metrics.watching.looking import Watch
from metrics.watching.telling import log_reload

from .test_live import CORRECTED, PAIRING, PRINTED, correct, folder, funds, live, rewrite, settle

__all__ = ["folder", "live"]
FAILURES = [
    BrokenPipeError("gone"),
    OSError(28, "No space left on device"),
    ValueError("I/O operation on closed file"),
    RuntimeError("日志"),
]


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


def test_a_look_that_fails_does_not_end_the_watch(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(live, lambda live: None)
    with monkeypatch.context() as patch:
        patch.setattr("metrics.watching.live.fingerprint", lambda path: 1 // 0)
        look(watch)
    assert "ZeroDivisionError" in live.faults["looking"]
    rewrite(folder / PAIRING, correct)
    look(watch)
    assert "18.52亿元" in funds(live)
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
