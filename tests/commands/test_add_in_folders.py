"""`add` where pairings stand in folders by programme, and reports in files of their own."""

from pathlib import Path

import pytest

from metrics.__main__ import main
from metrics.catalog import folder as folders

from ..conftest import CURATED, SMALL
from .blanks import blank_lines

PAIRING = "tianjin-huangnan"
ADDRESS = "https://www.example.org/news/1.html"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """The pairing in its programme's folder, and a report in `reports/` that no figure cites yet."""
    for name in ("qinghai", "reports"):
        (tmp_path / name).mkdir()
    (tmp_path / "metrics.yaml").write_bytes((SMALL / "metrics.yaml").read_bytes())
    (tmp_path / "qinghai" / f"{PAIRING}.yaml").write_bytes((SMALL / f"{PAIRING}.yaml").read_bytes())
    report = f"daily-2024:\n  publisher: 青海日报\n  url: {ADDRESS}\n  language: zh-Hans\n  tier: A\n"
    (tmp_path / "reports" / "2024.yaml").write_text(report, "utf-8")
    return tmp_path


@pytest.mark.parametrize("words", [["--report", ADDRESS], ["--source", "daily-2024"], ["--report", ADDRESS, "--source", "daily-2024"]])
def test_a_report_that_is_declared_is_cited_and_not_declared_again(words: list[str], shared: Path) -> None:
    path = shared / "qinghai" / f"{PAIRING}.yaml"
    before = path.read_text("utf-8")
    assert main(["add", PAIRING, str(shared), *words, "--bare"]) == 0
    after = path.read_text("utf-8")
    assert after.count("source: daily-2024") == 1
    assert after.partition("figures:")[0] == before.partition("figures:")[0]
    problems = folders.read(shared).problems
    assert {problem.rule for problem in problems} == {"values_are_written"}
    assert [problem.line for problem in problems] == blank_lines(path)


def test_a_report_that_nobody_declared_is_put_into_the_pairings_own_file(shared: Path) -> None:
    path = shared / "qinghai" / f"{PAIRING}.yaml"
    reports = (shared / "reports" / "2024.yaml").read_bytes()
    assert main(["add", str(path), "--report", f"{ADDRESS}?another", "--bare"]) == 0
    assert list(folders.read(shared).files[PAIRING].sources) == ["command-post-2024", "report-1"]
    assert (shared / "reports" / "2024.yaml").read_bytes() == reports


def test_a_pairing_that_is_registered_without_figures_takes_its_first(shared: Path) -> None:
    path = shared / "qinghai" / f"{PAIRING}.yaml"
    path.write_text(path.read_text("utf-8").partition("\nscopes:")[0] + "figures: {}\n", "utf-8")
    assert main(["add", PAIRING, str(shared), "--source", "daily-2024", "--bare"]) == 0
    assert path.read_text("utf-8").splitlines()[-8:-5] == ["figures:", "  funds:", "    - id: funds-1"]
    assert {problem.rule for problem in folders.read(shared).problems} == {"values_are_written"}


def some_curated() -> list[Path]:
    """Of every programme the longest file and the shortest."""
    folders = [[*sorted(folder.glob("*-*.yaml"), key=lambda path: path.stat().st_size)] for folder in sorted(CURATED.iterdir())]
    return [path for files in folders if files for path in dict.fromkeys((files[-1], files[0]))]


@pytest.mark.parametrize("path", some_curated(), ids=lambda path: path.stem)
def test_a_curated_file_takes_a_figure_and_has_no_other_problem_than_its_blanks(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.parent.name / path.name
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    (tmp_path / "metrics.yaml").write_bytes((CURATED / "metrics.yaml").read_bytes())
    for metric in ("funds", "exam-rates"):
        assert main(["add", str(copy), "--report", ADDRESS, "--metric", metric]) == 0
    elsewhere = {"sources_are_declared", "holders_are_pairings"}  # the reports and the other pairings were left behind
    problems = [problem for problem in folders.read(tmp_path).problems if problem.rule not in elsewhere]
    assert {problem.rule for problem in problems} == {"values_are_written"}
    assert [problem.line for problem in problems] == blank_lines(copy)
