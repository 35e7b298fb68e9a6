"""Files are written whole or not at all, whatever the disk says in the middle, and whoever else writes."""

import errno
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from metrics.writing import write, write_all, write_new

from .conftest import ROOT, SMALL

PAIRING = "tianjin-huangnan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "curated"))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, also those that are not shown."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def command(*words: object, room: int | None = None) -> subprocess.CompletedProcess[str]:
    """A command in a process whose files may have so many bytes: what is written beyond fails in the middle, as on a full disk."""

    def limit() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-B", "-m", "metrics", *map(str, words)], cwd=ROOT, preexec_fn=limit, capture_output=True, text=True, timeout=120
    )


def test_a_disk_that_is_full_leaves_what_was_there_and_the_file_is_named(folder: Path, tmp_path: Path) -> None:
    path, before = folder / f"{PAIRING}.yaml", contents(folder)
    done = command("add", PAIRING, folder, "--bare", room=path.stat().st_size - 10)
    assert (done.returncode, contents(folder)) == (1, before)
    assert done.stderr.startswith(f"{path}: ")
    assert "Traceback" not in done.stderr

    done = command("new", "shanghai-guoluo", folder, room=100)
    assert (done.returncode, contents(folder)) == (1, before)
    assert done.stderr.startswith(f"{folder / 'shanghai-guoluo.yaml'}: ")

    schema = tmp_path / "schema.json"
    schema.write_text("old", "utf-8")
    done = command("schema", folder, "--write", schema, room=100)
    assert (done.returncode, schema.read_text("utf-8")) == (1, "old")
    assert done.stderr.startswith(f"{schema}: ")


def test_a_release_is_replaced_whole_or_not_at_all(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "release"
    assert command("export", target, folder).returncode == 0
    before = contents(target)
    path = folder / f"{PAIRING}.yaml"
    path.write_text(path.read_text("utf-8").replace("18.51亿元", "18.52亿元"), "utf-8")
    done = command("export", target, folder, room=len(before["CITATION.cff"]))  # the first of the files fits, another does not
    assert (done.returncode, contents(target)) == (1, before)
    assert done.stderr.startswith(f"{target}/")
    assert command("export", target, folder).returncode == 0
    assert contents(target).keys() > before.keys()


def test_of_many_who_add_at_once_nobody_loses_what_they_added(folder: Path) -> None:
    path = folder / f"{PAIRING}.yaml"
    before = path.read_text("utf-8").count("- id: funds-")
    words = [sys.executable, "-m", "metrics", "add", PAIRING, str(folder), "--bare", "--source", "command-post-2024"]
    adding = [subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(5)]
    assert [one.wait(timeout=120) for one in adding] == [0] * 5
    assert path.read_text("utf-8").count("- id: funds-") == before + 5


def test_what_cannot_be_made_leaves_no_trace(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")

    write(tmp_path / "one", b"old")
    with pytest.raises(OSError, match="No space left") as raised:
        write_all({tmp_path / "one": [b"new"], tmp_path / "two": failing()})
    assert raised.value.filename == str(tmp_path / "two")
    assert contents(tmp_path) == {"one": b"old"}


def test_rights_and_links_stay_as_they_are(tmp_path: Path) -> None:
    path, link = tmp_path / "one", tmp_path / "link"
    write(path, b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write(link, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o640, True)


def test_what_is_there_is_never_written_over_by_something_new(tmp_path: Path) -> None:
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    assert write_new(tmp_path / "one", b"first")
    assert not write_new(tmp_path / "one", b"second")
    assert not write_new(tmp_path / "nowhere", b"third")
    assert contents(tmp_path) == {"one": b"first"}
    assert os.listdir(tmp_path).count("gone") == 0
