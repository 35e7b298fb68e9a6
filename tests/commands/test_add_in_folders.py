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


@pytest.mark.parametrize(
    ("words", "file"),
    [
        (["--published", "2024-03-01"], "2024.yaml"),
        (["--published", "2019"], "2019.yaml"),
        (["--published", "2021/.."], "2021.yaml"),
        (["--source", "huangnan-2023-08-qinghairibao"], "2023.yaml"),
        (["--source", "huangnan-2023-ribao", "--published", "2024-01-02"], "2024.yaml"),
        (["--source", "daily-20241"], "undated.yaml"),
        ([], "undated.yaml"),
    ],
)
def test_a_report_that_nobody_declared_is_put_with_those_of_its_year(shared: Path, words: list[str], file: str) -> None:
    path = shared / "qinghai" / f"{PAIRING}.yaml"
    before = (shared / "reports" / "2024.yaml").read_text("utf-8")
    assert main(["add", str(path), "--report", f"{ADDRESS}?another", "--bare", *words]) == 0
    found = folders.read(shared)
    assert list(found.files[PAIRING].sources) == ["command-post-2024"]
    (new,) = set(found.vocabulary.reports) - {"command-post-2024", "daily-2024"}
    assert found.declared[new] == shared / "reports" / file
    assert found.vocabulary.reports[new].url == f"{ADDRESS}?another"
    assert found.files[PAIRING].figures[1].record.text("source") == new
    assert {problem.rule for problem in found.problems} == {"values_are_written"}
    if file == "2024.yaml":
        assert set(before.splitlines()) <= set((shared / "reports" / file).read_text("utf-8").splitlines())
    else:
        assert (shared / "reports" / "2024.yaml").read_text("utf-8") == before
        assert (shared / "reports" / file).read_text("utf-8").startswith("# yaml-language-server: $schema=../reports.schema.json\n")


@pytest.mark.parametrize(
    ("published", "order"),
    [
        ("2024", ["a", "new", "b", "c"]),
        ("2024-03", ["a", "b", "new", "c"]),
        ("2024-02-01", ["a", "b", "new", "c"]),
        ("2024-12-31", ["a", "b", "c", "new"]),
    ],
)
def test_a_report_stands_where_its_date_belongs(shared: Path, published: str, order: list[str]) -> None:
    entry = "{}:\n  publisher: 青海日报\n  published: {}\n  language: zh-Hans\n  tier: A\n"
    written = "# Of 2024.\n\n" + "\n".join(entry.format(*one) for one in (("a", "2024"), ("b", "2024-02-01"), ("c", "2024-11")))
    path = shared / "reports" / "2024.yaml"
    path.write_text(written, "utf-8")
    assert main(["add", PAIRING, str(shared), "--report", ADDRESS, "--source", "new", "--published", published, "--bare"]) == 0
    after = path.read_text("utf-8")
    assert [line[:-1] for line in after.splitlines() if line.endswith(":") and not line.startswith((" ", "#"))] == order
    assert after.replace(after[after.index("new:") : after.index("new:") + len("new:")], "").startswith("# Of 2024.\n\na:")
    assert "\n\n\n" not in after


def test_a_date_that_is_none_is_wrong_use_and_changes_nothing(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in shared.rglob("*.yaml")}
    assert main(["add", PAIRING, str(shared), "--report", f"{ADDRESS}?2", "--published", "2024年"]) == 2
    assert "2024" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in shared.rglob("*.yaml")} == before


def test_a_curated_file_of_reports_takes_one_more(tmp_path: Path) -> None:
    for path in sorted((CURATED / "reports").glob("20*.yaml")):
        (tmp_path / "reports").mkdir(exist_ok=True)
        (tmp_path / "reports" / path.name).write_bytes(path.read_bytes())
    (tmp_path / "metrics.yaml").write_bytes((SMALL / "metrics.yaml").read_bytes())
    (tmp_path / f"{PAIRING}.yaml").write_bytes((SMALL / f"{PAIRING}.yaml").read_bytes())
    for day in ("2024-06-21", "2019-01-01", "2026"):
        file = tmp_path / "reports" / f"{day[:4]}.yaml"
        before = file.read_text("utf-8").splitlines()
        assert main(["add", PAIRING, str(tmp_path), "--report", f"{ADDRESS}?{day}", "--published", day]) == 0
        after = file.read_text("utf-8").splitlines()
        assert [line for line in after if line in set(before)] != []
        assert len(after) > len(before)
        rest = iter(after)
        assert all(line in rest for line in before), "a line is gone or moved"
    assert {one.rule for one in folders.read(tmp_path).problems if "reports" in one.file} == {"values_are_written"}


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
