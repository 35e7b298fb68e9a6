"""Edits while serving: a good one is served, a bad one changes nothing, and nothing is lost in between."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from metrics.problems import CuratedError
from metrics.watching.live import Live
from metrics.watching.telling import log_reload

from ..conftest import SMALL

PAIRING = "tianjin-huangnan.yaml"
PRINTED, CORRECTED = "stated: 18.51亿元", "stated: 18.52亿元"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "curated"))


@pytest.fixture
def live(folder: Path) -> Live:
    return Live(folder)


def settle(live: Live) -> None:
    """Look as often as it takes for a change to be seen and found steady."""
    for _ in range(3):
        live.poll()


def funds(live: Live) -> list[str]:
    frame = live.catalog.frame
    return list(frame.loc[(frame["pairing"] == "tianjin-huangnan") & (frame["metric"] == "funds"), "stated"])


def rewrite(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def correct(text: str) -> str:
    assert PRINTED in text
    return text.replace(PRINTED, CORRECTED)


def test_a_good_edit_is_served(live: Live, folder: Path) -> None:
    before = live.catalog.version
    rewrite(folder / PAIRING, correct)
    settle(live)
    assert "18.52亿元" in funds(live)
    assert live.catalog.version != before
    assert live.problems == ()


def test_an_edit_is_read_only_once_it_is_steady(live: Live, folder: Path) -> None:
    rewrite(folder / PAIRING, correct)
    assert live.poll() is False
    assert "18.52亿元" not in funds(live)
    assert live.poll() is True
    assert "18.52亿元" in funds(live)


def test_a_bad_edit_changes_nothing_and_is_told(live: Live, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = live.catalog
    rewrite(folder / PAIRING, lambda text: text.replace("basis: spent", "basis: spend", 1))
    settle(live)
    assert live.catalog is before
    assert [problem.rule for problem in live.problems] == ["choices_are_known"]
    log_reload(live)
    said = capsys.readouterr().out
    assert "choices_are_known" in said
    assert before.version in said


def test_the_old_bytes_clear_the_problem(live: Live, folder: Path) -> None:
    good, before = (folder / PAIRING).read_bytes(), live.catalog
    (folder / PAIRING).write_bytes(good[: len(good) // 2] + b"\n  broken")
    settle(live)
    assert live.problems
    (folder / PAIRING).write_bytes(good)
    settle(live)
    assert live.problems == ()
    assert live.catalog is before


def test_half_a_file_is_never_served(live: Live, folder: Path) -> None:
    """A writer in five parts: between the parts the folder is not steady, and a part that is valid by itself is not taken."""
    whole, shown = correct((folder / PAIRING).read_text(encoding="utf-8")), len(live.catalog.frame)
    for part in range(1, 6):
        (folder / PAIRING).write_text(whole[: len(whole) * part // 5], encoding="utf-8")
        live.poll()
        assert len(live.catalog.frame) == shown
    settle(live)
    assert len(live.catalog.frame) == shown
    assert "18.52亿元" in funds(live)


@pytest.mark.parametrize("keep_time", [True, False])
def test_an_edit_is_seen_whatever_its_time(live: Live, folder: Path, keep_time: bool) -> None:
    file = folder / PAIRING
    times = file.stat()
    rewrite(file, lambda text: correct(text) + "\n")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns if keep_time else 0))
    settle(live)
    assert "18.52亿元" in funds(live)


def test_an_editor_that_renames_a_temporary_file_is_followed(live: Live, folder: Path) -> None:
    beside = folder / ".swap"
    beside.write_text(correct((folder / PAIRING).read_text(encoding="utf-8")), encoding="utf-8")
    beside.replace(folder / PAIRING)
    settle(live)
    assert "18.52亿元" in funds(live)


def test_an_edit_in_a_folder_that_is_linked_to_is_seen(folder: Path, tmp_path: Path) -> None:
    shared, place = tmp_path / "elsewhere", tmp_path / "catalogs"
    shared.mkdir()
    (folder / PAIRING).rename(shared / PAIRING)
    (folder / "qinghai").symlink_to(shared)
    live = Live(folder, place=place)
    rewrite(shared / PAIRING, correct)
    settle(live)
    assert "18.52亿元" in funds(live)


def test_a_deleted_pairing_goes_and_comes_back(live: Live, folder: Path, tmp_path: Path) -> None:
    (folder / PAIRING).rename(tmp_path / "aside")
    settle(live)
    assert "tianjin-huangnan" not in live.catalog.pairings
    (tmp_path / "aside").rename(folder / PAIRING)
    settle(live)
    assert "tianjin-huangnan" in live.catalog.pairings


def test_a_folder_that_is_gone_leaves_the_last_good_data(live: Live, folder: Path, tmp_path: Path) -> None:
    before = live.catalog
    folder.rename(tmp_path / "elsewhere")
    settle(live)
    assert live.catalog is before
    assert live.problems
    (tmp_path / "elsewhere").rename(folder)
    settle(live)
    assert live.problems == ()


def test_it_does_not_begin_on_bad_data(folder: Path) -> None:
    rewrite(folder / PAIRING, lambda text: text.replace("programme:", "program:"))
    with pytest.raises(CuratedError, match="fields_are_known"):
        Live(folder)
