"""A stored catalog is the one that would be read, or it is not used; and one process reads and rehearses for all."""

import io
import pickle
import shutil

import pandas as pd
import pytest

from metrics.catalog import stored
from metrics.watching import live as lives
from metrics.watching.live import Live
from tests.conftest import CURATED, SMALL

from ..watching.test_live import PAIRING, correct, rewrite, settle


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SMALL, tmp_path / "curated")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "catalogs"


def not_read(*path, **named):
    raise AssertionError("it was read anew")


def test_what_was_stored_is_what_was_read(place):
    made = Live(CURATED, place=place).catalog
    again, rehearsed = stored.find(CURATED, place)
    assert not rehearsed
    pd.testing.assert_frame_equal(again.frame, made.frame)
    assert again.frame.columns.dtype == made.frame.columns.dtype
    assert again.index.keys() == made.index.keys()
    assert all((again.index[key] == rows).all() for key, rows in made.index.items())
    for name in ("metrics", "pairings", "sources", "scopes", "references", "version", "programmes", "hosts", "third"):
        assert getattr(again, name) == getattr(made, name), name
    assert list(again.pairings) == list(made.pairings)


def test_the_next_start_does_not_read(folder, place, monkeypatch):
    version = Live(folder, place=place).catalog.version
    monkeypatch.setattr(lives, "load", not_read)
    assert Live(folder, place=place).catalog.version == version


@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: rewrite(folder / PAIRING, lambda text: text + "# a word more\n"),
        lambda folder: (folder / "zhejiang-haixi.yaml").unlink(),
        lambda folder: (folder / "zhejiang-haixi.yaml").rename(folder / "beijing-haixi.yaml"),
        lambda folder: rewrite(folder / "metrics.yaml", lambda text: text.replace("项目数", "项目数量")),
    ],
)
def test_an_edit_is_read(folder, place, edit):
    Live(folder, place=place)
    assert stored.find(folder, place)
    edit(folder)
    assert stored.find(folder, place) is None


def test_other_code_reads_anew(folder, place, tmp_path, monkeypatch):
    Live(folder, place=place)
    project = shutil.copytree(
        stored.PROJECT / "metrics", tmp_path / "project" / "metrics", ignore=shutil.ignore_patterns("__pycache__")
    ).parent
    monkeypatch.setattr(stored, "PROJECT", project)
    assert stored.find(folder, place)
    with (project / "metrics" / "words.py").open("a") as file:
        file.write("\n")
    stored.code.cache_clear()
    assert stored.find(folder, place) is None
    stored.code.cache_clear()


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[:-1], lambda whole: whole[:1000] + b"?" + whole[1001:], lambda whole: b"", lambda whole: whole[:31]]
)
def test_what_was_damaged_is_not_used(folder, place, damage):
    version = Live(folder, place=place).catalog.version
    file = place / stored.name_of(folder)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert stored.find(folder, place) is None
    assert Live(folder, place=place).catalog.version == version
    assert file.read_bytes() == whole, "it was not made anew"


def test_nothing_of_it_runs():
    class Evil:
        def __reduce__(self):
            return print, ("it ran",)

    for value in (Evil(), CURATED, stored.Said, not_read):
        with pytest.raises(pickle.UnpicklingError):
            stored.Said(io.BytesIO(pickle.dumps({"metrics": value}))).load()


def test_an_edit_while_it_is_read_is_not_stored(folder, place, monkeypatch):
    load = lives.load

    def edited_meanwhile(path):
        made = load(path)
        (folder / "zhejiang-haixi.yaml").unlink()
        return made

    monkeypatch.setattr(lives, "load", edited_meanwhile)
    Live(folder, place=place)
    assert not place.exists()


def test_where_nothing_can_be_written_the_folder_is_read_and_followed(folder):
    live = Live(folder, place=folder / "metrics.yaml" / "no folder can be here")
    rewrite(folder / PAIRING, correct)
    settle(live)
    assert "18.52亿元" in set(live.catalog.frame["stated"])


def test_few_are_kept(folder, place):
    for number in range(stored.MOST + 2):
        (folder / "README.md").write_text(str(number), "utf-8")
        Live(folder, place=place)
    assert len(list(place.iterdir())) == stored.MOST


# Several processes


def test_one_process_reads_and_rehearses_for_all(folder, place, monkeypatch):
    rehearsed = []
    one, other = (Live(folder, rehearsed.append, place) for _ in range(2))
    rewrite(folder / PAIRING, correct)
    settle(one)
    monkeypatch.setattr(lives.folders, "read", not_read)
    settle(other)
    assert one.catalog.version == other.catalog.version == rehearsed[0].version
    assert "18.52亿元" in set(other.catalog.frame["stated"])
    assert len(rehearsed) == 1
    assert (other.problems, other.faults) == ((), {})


def test_while_one_process_is_at_it_the_others_go_on_with_what_they_have(folder, place):
    live = Live(folder, place=place)
    before = live.catalog
    rewrite(folder / PAIRING, correct)
    with stored.alone(place) as alone:
        assert alone
        settle(live)
        assert live.catalog is before
    settle(live)
    assert live.catalog is not before


def test_what_was_stored_by_a_start_is_rehearsed_by_who_takes_it_for_an_edit(folder, place):
    def fails(catalog):
        raise ValueError("it cannot be shown")

    live = Live(folder, fails, place)
    before = live.catalog
    rewrite(folder / PAIRING, correct)
    Live(folder, place=place)
    settle(live)
    assert live.catalog is before
    assert "it cannot be shown" in live.faults["reading"]
    assert stored.find(folder, place)[1] is False
