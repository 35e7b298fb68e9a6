"""What is held back while serving: a bad file alone, one that is not whole, a catalog that cannot be shown."""

import re
from pathlib import Path

import pytest

from metrics.catalog.catalog import Catalog
from metrics.watching.live import PATIENCE, Live
from metrics.watching.telling import log_reload

from .test_live import PAIRING, correct, folder, funds, live, rewrite, settle

__all__ = ["folder", "live"]
NEIGHBOUR = "zhejiang-haixi.yaml"


def wait(live: Live) -> None:
    """Look until even lost figures are believed."""
    for _ in range(PATIENCE + 2):
        live.poll()


def test_a_catalog_that_cannot_be_shown_is_not_served_and_the_fault_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def rehearse(catalog: Catalog) -> None:
        if "18.52亿元" in set(catalog.frame["stated"]):
            raise ValueError("cannot convert float NaN to integer")

    live = Live(folder, rehearse)
    before = live.catalog
    rewrite(folder / PAIRING, correct)
    settle(live)
    assert live.catalog is before
    assert "ValueError: cannot convert float NaN to integer" in live.faults["reading"]
    log_reload(live)
    assert "The last good data stays: ValueError" in capsys.readouterr().out
    rewrite(folder / PAIRING, lambda text: text.replace("18.52亿元", "18.53亿元"))
    settle(live)
    assert "18.53亿元" in funds(live)
    assert live.faults == {}


def test_a_reading_that_fails_is_tried_once_and_the_next_edit_is_read(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, tried = live.catalog, []

    def failing(path: Path) -> None:
        tried.append(path)
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr("metrics.catalog.folder.read", failing)
        rewrite(folder / PAIRING, correct)
        wait(live)
    assert (len(tried), live.catalog) == (1, before)
    assert live.faults["reading"].startswith("MemoryError")
    rewrite(folder / PAIRING, lambda text: text + "\n")
    settle(live)
    assert "18.52亿元" in funds(live)
    assert live.faults == {}


def test_a_bad_file_holds_back_itself_and_not_its_neighbour(live: Live, folder: Path) -> None:
    rewrite(folder / NEIGHBOUR, lambda text: text.replace("basis: ", "basis: x", 1))
    settle(live)
    rewrite(folder / PAIRING, correct)
    settle(live)
    assert "18.52亿元" in funds(live)
    assert {Path(problem.file).name for problem in live.problems} == {NEIGHBOUR}
    assert "zhejiang-haixi" in live.catalog.pairings
    rewrite(folder / NEIGHBOUR, lambda text: text.replace("basis: x", "basis: ", 1))
    settle(live)
    assert live.problems == ()
    assert "18.52亿元" in funds(live)


def test_what_is_wrong_is_told_before_the_rest_is_mended(live: Live, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To read the folder once more, without what is bad, takes as long again."""
    rewrite(folder / NEIGHBOUR, lambda text: text.replace("basis: ", "basis: x", 1))
    rewrite(folder / PAIRING, correct)
    assert live.poll() is False
    with monkeypatch.context() as patched:
        patched.setattr("metrics.watching.live.mended", None)
        assert live.poll() is True
    assert {Path(problem.file).name for problem in live.problems} == {NEIGHBOUR}
    assert "18.52亿元" not in funds(live)
    assert live.poll() is True
    assert "18.52亿元" in funds(live)
    assert live.poll() is False


def test_a_new_file_that_is_bad_is_left_out_alone(live: Live, folder: Path) -> None:
    (folder / "tianjin-gannan.yaml").write_text("pairing: broken\n", encoding="utf-8")
    rewrite(folder / PAIRING, correct)
    settle(live)
    assert "18.52亿元" in funds(live)
    assert {Path(problem.file).name for problem in live.problems} == {"tianjin-gannan.yaml"}


def test_what_leans_on_a_bad_file_is_held_back_with_it(live: Live, folder: Path) -> None:
    """The neighbour cites a report that the bad edit would have renamed: one without the other would not hold together."""
    before = live.catalog
    rewrite(folder / "metrics.yaml", lambda text: text + "broken\n")
    rewrite(folder / PAIRING, lambda text: re.sub(r"(?m)^  funds:", "  gold:", text))
    settle(live)
    assert live.catalog is before
    assert {Path(problem.file).name for problem in live.problems} >= {"metrics.yaml"}


def test_a_file_cut_in_the_middle_of_a_line_is_held_back_until_it_is_whole(live: Live, folder: Path) -> None:
    """What is there of it is valid, so that nothing else would tell."""
    whole = (folder / PAIRING).read_text(encoding="utf-8")
    (folder / PAIRING).write_text(whole[: whole.index("\n\n  projects:")], encoding="utf-8")
    before = live.catalog
    wait(live)
    assert live.catalog is before
    assert [problem.rule for problem in live.problems] == ["files_are_whole"]
    (folder / PAIRING).write_text(correct(whole), encoding="utf-8")
    settle(live)
    assert live.problems == ()
    assert "18.52亿元" in funds(live)


def test_figures_that_are_gone_are_believed_after_a_while_and_told(live: Live, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = (folder / PAIRING).read_text(encoding="utf-8")
    (folder / PAIRING).write_text(whole[: whole.index("\n  projects:")], encoding="utf-8")
    settle(live)
    assert "tianjin-huangnan-projects-1" in set(live.catalog.frame["figure"]), "a slow upload may pause between two entries"
    wait(live)
    assert "tianjin-huangnan-projects-1" in live.gone
    log_reload(live)
    assert "gone: tianjin-huangnan-" in capsys.readouterr().out
    (folder / PAIRING).write_text(whole, encoding="utf-8")
    settle(live)
    assert live.gone == ()
