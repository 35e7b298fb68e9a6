"""What stands in the folder: what is no curated file is refused unread or passed over by a stated rule, never published.

Cases are numbered like the catalogue's, F1 to F15.
"""

import gc
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from metrics.catalog import folder
from tests.conftest import SMALL
from tests.reading.catalogue import FILE

PAIRING = "tianjin-huangnan.yaml"
Maker = Callable[[Path], object]  # gets the path at which to make what is no curated file


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)


def bound(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def outside(path: Path) -> Path:
    target = path.parent.parent / "outside.yaml"
    target.write_text(FILE + "secret: 1\n", "utf-8")
    return target


def good(path: Path) -> Path:
    """A folder with one pairing, with room beside it for what a link may lead to."""
    where = path / "curated"
    where.mkdir()
    shutil.copy(SMALL / "metrics.yaml", where)
    (where / "zhejiang-haixi.yaml").write_text(FILE.replace("tianjin-huangnan", "zhejiang-haixi"), "utf-8")
    return where


NO_FILES: dict[str, tuple[str, Maker, str]] = {
    "F1 folder": (PAIRING, Path.mkdir, "file_can_be_read"),
    "F2 link to nothing": (PAIRING, lambda path: path.symlink_to("nothing.yaml"), "file_can_be_read"),
    "F3 link to itself": (PAIRING, lambda path: path.symlink_to(path.name), "file_can_be_read"),
    "F4 link to a file outside": (PAIRING, lambda path: path.symlink_to(outside(path)), "file_can_be_read"),
    "F5 link to a file of the system": (PAIRING, lambda path: path.symlink_to("/etc/passwd"), "file_can_be_read"),
    "F6 pipe": (PAIRING, os.mkfifo, "file_can_be_read"),
    "F6 socket": (PAIRING, bound, "file_can_be_read"),
    "F7 link to an endless device": (PAIRING, lambda path: path.symlink_to("/dev/zero"), "file_can_be_read"),
    "F8 two gigabytes of nothing": (PAIRING, sparse, "file_is_small"),
    "F9 60 000 lines": (PAIRING, lambda path: path.write_text(FILE + "    - id: funds-2\n" * 60_000), "file_is_small"),
    "F11 line feed in a name": ("tianjin\nhuangnan.yaml", Path.touch, "files_end_in_yaml"),
    "F11 name that is not UTF-8": (os.fsdecode(b"\xff-b.yaml"), Path.touch, "files_end_in_yaml"),
    "F11 Chinese name": ("天津-黄南.yaml", Path.touch, "files_end_in_yaml"),
    "F12 .yml": ("tianjin-huangnan.yml", Path.touch, "files_end_in_yaml"),
    "F12 .YAML": ("tianjin-huangnan.YAML", Path.touch, "files_end_in_yaml"),
    "F12 folder that is no programme's": ("Tianjin", Path.mkdir, "files_end_in_yaml"),
    "F14 copy of a file": (
        "tianjin-huangnan-2.yaml",
        lambda path: path.write_text(FILE.replace("command-post", "post")),
        "pairings_are_named_like_their_file",
    ),
    "metrics as a link": ("metrics.yaml", lambda path: path.symlink_to("nothing.yaml"), "file_can_be_read"),
    "population as a link": ("population.yaml", lambda path: path.symlink_to("nothing.yaml"), "file_can_be_read"),
}


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_curated_file_is_refused_unread(name: str, tmp_path: Path) -> None:
    file, make, rule = NO_FILES[name]
    where = good(tmp_path)
    (where / file).unlink(missing_ok=True)
    start = time.process_time()
    try:
        make(where / file)
    except OSError as error:
        pytest.skip(f"this file system has no such thing: {error}")
    problems = folder.read(where).problems
    assert [problem.rule for problem in problems] == [rule]
    lines = problems[0].lines()
    assert "secret" not in "".join(lines)
    assert all(line.isprintable() for line in lines), "a name must not forge a line"
    assert time.process_time() - start < 1


@pytest.mark.parametrize("name", ["tianjin-huangnan.yaml~", "tianjin-huangnan.yaml.bak", "desktop.ini", "Thumbs.db", "notes.txt", "4913"])
@pytest.mark.parametrize("within", [".", "qinghai", "reports"])
def test_what_does_not_claim_to_be_curated_is_named_and_blocks_nothing(name: str, within: str, tmp_path: Path) -> None:
    where = good(tmp_path)
    (where / within).mkdir(exist_ok=True)
    (where / within / name).write_bytes(b"\x00")
    read = folder.read(where)
    assert (read.problems, read.strays, list(read.files)) == ([], [where / within / name], ["zhejiang-haixi"])


@pytest.mark.parametrize("name", [".#tianjin-huangnan.yaml", "._tianjin-huangnan.yaml", ".git"])
def test_hidden_files_are_passed_over(name: str, tmp_path: Path) -> None:
    where = good(tmp_path)
    (where / name).symlink_to("nothing")
    read = folder.read(where)
    assert (read.problems, list(read.files)) == ([], ["zhejiang-haixi"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    where = good(tmp_path)
    (where / "zhejiang-haixi.yaml").chmod(0)
    assert [problem.rule for problem in folder.read(where).problems] == ["file_can_be_read"]


@pytest.mark.parametrize("make", [lambda path: None, Path.mkdir, Path.touch], ids=["gone", "empty", "a file"])
def test_a_folder_that_is_none_is_a_problem(make: Maker, tmp_path: Path) -> None:
    make(tmp_path / "curated")
    assert [problem.rule for problem in folder.read(tmp_path / "curated").problems] == ["folder_has_metrics"]


def test_unreadable_metrics_are_one_problem_and_not_one_for_each_figure(tmp_path: Path) -> None:
    where = good(tmp_path)
    (where / "metrics.yaml").write_text("funds:\n  title: [\n", "utf-8")
    assert [problem.rule for problem in folder.read(where).problems] == ["text_stays_on_one_line"]


def test_the_faults_of_all_files_are_found_at_once_and_sorted(tmp_path: Path) -> None:
    where = good(tmp_path)
    (where / PAIRING).write_text(FILE.replace("spent", "spend").replace("tier: B", "tier: D"), "utf-8")
    (where / "tianjin-gannan.yaml").write_text("pairing: [\n", "utf-8")
    problems = folder.read(where).problems
    assert [(Path(problem.file).name, problem.line, problem.rule) for problem in problems] == [
        ("tianjin-gannan.yaml", 1, "text_stays_on_one_line"),
        (PAIRING, 13, "choices_are_known"),
        (PAIRING, 19, "choices_are_known"),
        ("zhejiang-haixi.yaml", 9, "reports_are_declared_once"),
    ]


def test_one_file_alone_is_checked_without_the_others(tmp_path: Path) -> None:
    where = good(tmp_path)
    (where / PAIRING).write_text("pairing: [\n", "utf-8")
    assert folder.read(where, only=where / "zhejiang-haixi.yaml").problems == []
    assert [problem.line for problem in folder.read(where, only=where / PAIRING).problems] == [1]


def test_the_collector_of_garbage_is_as_before_when_a_folder_was_read() -> None:
    seen: list[bool] = []

    def watch(files: list[Path]) -> Iterator[Path]:
        for file in files:
            yield file
            seen.append(gc.isenabled())

    assert gc.isenabled()
    folder.read(SMALL, watch=watch)
    assert (seen, gc.isenabled()) == ([False] * len(seen), True)
    assert seen
    gc.disable()
    try:
        folder.read(SMALL)
        assert not gc.isenabled()
    finally:
        gc.enable()
