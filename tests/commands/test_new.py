"""`new` begins a pairing's file, all blanks, and leaves everything that is there."""

from pathlib import Path

import pytest

from metrics.__main__ import main
from metrics.catalog import folder as folders
from metrics.commands.drafting.skeletons import EDITOR, EDITOR_WITHIN

from ..conftest import CURATED, SMALL
from .blanks import blank_lines

PAIRING = "tianjin-huangnan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("metrics.yaml", f"{PAIRING}.yaml"):
        (tmp_path / name).write_bytes((SMALL / name).read_bytes())
    return tmp_path


def test_a_new_pairing_is_all_blanks_and_check_leads_through_every_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "shanghai-guoluo", str(tmp_path)]) == 0
    path = tmp_path / "shanghai-guoluo.yaml"
    assert path.read_text("utf-8").startswith(EDITOR + "\n")
    problems = folders.read(tmp_path).problems
    assert sorted(problem.line for problem in problems) == sorted(blank_lines(path))
    assert len(problems) == 13
    assert {problem.rule for problem in problems} == {"values_are_written", "fields_stand_in_a_mapping"}
    assert f"python -m metrics check {path}" in capsys.readouterr().out


def test_a_new_pairing_brings_the_metrics_only_where_there_are_none(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = tmp_path_factory.mktemp("empty")
    assert main(["new", "shanghai-guoluo", str(empty)]) == 0
    assert (empty / "metrics.yaml").read_bytes() == (CURATED / "metrics.yaml").read_bytes()
    assert main(["new", "shanghai-guoluo", str(folder)]) == 0
    assert (folder / "metrics.yaml").read_bytes() == (SMALL / "metrics.yaml").read_bytes()
    assert '"beneficiaries"' in (folder / "schema.json").read_text("utf-8")


def test_a_pairing_begun_in_a_programmes_folder_stands_under_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "qinghai").mkdir()
    assert main(["new", "shanghai-guoluo", str(folder / "qinghai")]) == 0
    path = folder / "qinghai" / "shanghai-guoluo.yaml"
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == EDITOR_WITHIN
    assert "programme: qinghai" in lines
    assert f"#   python -m metrics add shanghai-guoluo {folder} --report https://…" in lines
    assert [one.name for one in (folder / "qinghai").iterdir()] == [path.name]
    problems = [problem for problem in folders.read(folder).problems if problem.file == str(path)]
    assert sorted(problem.line for problem in problems) == sorted(blank_lines(path))
    assert len(problems) == 12


def test_the_programmes_that_a_folder_has_are_offered(folder: Path) -> None:
    assert main(["new", "shanghai-guoluo", str(folder)]) == 0
    assert "# tibet 援藏, xinjiang 援疆, qinghai 援青, " in (folder / "shanghai-guoluo.yaml").read_text("utf-8")
    text = "east-asia: {name: {zh: 东亚, en: East Asia}, short: {zh: 东亚, en: East}, description: {zh: 东亚。, en: East.}}\n"
    (folder / "programmes.yaml").write_text(text, "utf-8")
    assert main(["new", "beijing-yushu", str(folder)]) == 0
    assert "\n# east-asia 东亚\nprogramme:\n" in (folder / "beijing-yushu.yaml").read_text("utf-8")


def test_a_pairing_that_has_a_file_in_another_folder_is_not_begun_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "qinghai").mkdir()
    (folder / f"{PAIRING}.yaml").rename(folder / "qinghai" / f"{PAIRING}.yaml")
    assert main(["new", PAIRING, str(folder)]) == 1
    assert capsys.readouterr().err.splitlines()[1] == f"{folder}/qinghai/{PAIRING}.yaml is there already; it was left as it is."
    assert not (folder / f"{PAIRING}.yaml").exists()


def test_nothing_is_ever_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "schema.json").write_text("mine", "utf-8")
    (folder / "shanghai-guoluo.yaml").symlink_to(folder / "elsewhere")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.exists()}
    assert main(["new", PAIRING, str(folder)]) == 1
    assert capsys.readouterr().err.splitlines()[1] == f"{folder}/{PAIRING}.yaml is there already; it was left as it is."
    assert main(["new", "shanghai-guoluo", str(folder)]) == 1
    assert main(["new", "beijing-yushu", str(folder)]) == 0
    (folder / "beijing-yushu.yaml").unlink()
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.exists()} == before


@pytest.mark.parametrize("name", ["Tianjin-huangnan", "tianjin", "tianjin_huangnan", "../tianjin-huangnan", "天津-黄南", "tianjin-", ""])
def test_a_name_that_no_link_can_carry_is_wrong_use(name: str, folder: Path) -> None:
    assert main(["new", name, str(folder)]) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["metrics.yaml", f"{PAIRING}.yaml"]


def test_a_file_where_a_folder_should_be_is_no_crash(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "shanghai-guoluo", str(folder / "metrics.yaml")]) == 1
    assert capsys.readouterr().err == f"{folder}/metrics.yaml/shanghai-guoluo.yaml: Not a directory\n"
