"""`add` puts in a report and a figure, blank, and leaves every line that is there."""

from pathlib import Path

import pytest

from metrics.__main__ import main
from metrics.catalog import folder as folders

from ..conftest import SMALL
from .blanks import blank_lines, indent

PAIRING = "tianjin-huangnan"
ADDRESS = "https://www.example.org/news/1.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("metrics.yaml", f"{PAIRING}.yaml"):
        (tmp_path / name).write_bytes((SMALL / name).read_bytes())
    return tmp_path


def added(folder: Path, *words: str) -> list[str]:
    """The lines that `add` put in; all others must stand as they stood."""
    path = folder / f"{PAIRING}.yaml"
    before = path.read_text("utf-8").splitlines()
    assert main(["add", PAIRING, str(folder), *words]) == 0
    put_in: list[str] = []
    waiting = iter([*before, None])
    expected = next(waiting)
    for line in path.read_text("utf-8").splitlines():
        if line == expected:
            expected = next(waiting)
        else:
            put_in.append(line)
    assert expected is None, f"the line {expected!r} is gone"
    return put_in


def test_a_report_and_a_figure_go_behind_the_last_of_their_kind(folder: Path) -> None:
    assert added(folder, "--report", ADDRESS, "--bare") == [
        "  report-1:",
        "    title:",
        "    publisher:",
        "    published:",
        f"    url: {ADDRESS}",
        "    language:",
        "    tier:",
        "    - id: funds-2",
        "      stated:",
        "      period:",
        "      basis:",
        "      source: report-1",
        "      locator:",
    ]
    path = folder / f"{PAIRING}.yaml"
    problems = folders.read(folder).problems
    assert sorted(problem.line for problem in problems) == blank_lines(path)
    assert len(problems) == 9
    read = folders.read(folder).files[PAIRING]
    assert list(read.sources) == ["command-post-2024", "report-1"]
    assert [figure.id for figure in read.figures] == ["funds-1", "funds-2", "projects-1", "beneficiaries-1"]


def test_each_blank_is_explained_unless_asked_otherwise(folder: Path) -> None:
    lines = added(folder, "--report", ADDRESS)
    for place, line in enumerate(lines):
        if line.endswith(":") and indent(line) > 2:
            assert lines[place - 1].lstrip().startswith("# "), f"{line!r} is not explained"
    assert "      # allocated / in-place / spent / unstated" in lines


def test_of_a_report_that_is_there_only_a_figure_is_added(folder: Path) -> None:
    added(folder, "--report", ADDRESS, "--source", "example-2024")
    again = added(folder, "--report", ADDRESS, "--metric", "projects", "--bare")
    assert again == [
        "    - id: projects-2",
        *["      stated:", "      period:", "      basis:"],
        "      source: example-2024",
        "      locator:",
    ]
    assert added(folder, "--source", "command-post-2024", "--bare")[4] == "      source: command-post-2024"


def test_an_id_that_was_ever_given_is_not_given_again(folder: Path) -> None:
    path = folder / f"{PAIRING}.yaml"
    path.write_text(path.read_text("utf-8").replace("\nscopes:", "\nretired: [funds-7]\n\nscopes:"), "utf-8")
    assert added(folder, "--source", "command-post-2024", "--bare")[0] == "    - id: funds-8"


def test_a_metric_or_a_field_that_is_not_there_yet_comes_with_the_figure(folder: Path) -> None:
    path = folder / f"{PAIRING}.yaml"
    content = path.read_text("utf-8")
    path.write_text(content[: content.index("  beneficiaries:")].rstrip() + "\n", "utf-8")
    assert added(folder, "--source", "command-post-2024", "--metric", "beneficiaries", "--bare")[:2] == [
        "  beneficiaries:",
        "    - id: beneficiaries-1",
    ]
    path.write_text(content[: content.index("figures:")], "utf-8")
    assert added(folder, "--source", "command-post-2024", "--bare")[:4] == ["", "figures:", "  funds:", "    - id: funds-1"]
    assert [figure.id for figure in folders.read(folder).files[PAIRING].figures] == ["funds-1"]


def test_a_comment_at_the_margin_stays_with_what_follows_it(folder: Path) -> None:
    path = folder / f"{PAIRING}.yaml"
    path.write_text(path.read_text("utf-8").replace("\nfigures:", "\n# The figures, oldest first.\nfigures:"), "utf-8")
    added(folder, "--report", ADDRESS, "--bare")
    lines = path.read_text("utf-8").splitlines()
    assert lines[lines.index("figures:") - 3 : lines.index("figures:")] == ["    tier:", "", "# The figures, oldest first."]


def test_line_ends_and_marks_stay_as_they_are(folder: Path) -> None:
    path = folder / f"{PAIRING}.yaml"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n").rstrip()
    path.write_bytes(before)
    assert main(["add", PAIRING, str(folder), "--report", ADDRESS]) == 0
    after = path.read_bytes()
    assert after.startswith(b"\xef\xbb\xbfpairing:")
    assert after.count(b"\n") == after.count(b"\r\n") > before.count(b"\n")
    assert {problem.rule for problem in folders.read(folder).problems} == {"values_are_written"}


def test_where_a_metric_has_categories_they_are_named_and_nowhere_else(folder: Path) -> None:
    line = "      # 只计其中一部分，加一行 category / for a part of the metric add a line category: fiscal"
    assert line in added(folder, "--source", "command-post-2024")
    assert [one for one in added(folder, "--source", "command-post-2024", "--metric", "projects") if "category" in one] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--metric", "fund"], "There is no metric fund. Did you mean funds?"),
        (["--report", "www.example.org"], '"www.example.org" is not a web address.'),
        (["--source", "People Daily"], '"People Daily" cannot be a name.'),
        (["--source", "command-post-2024", "--report", ADDRESS], "There is a source command-post-2024 already; it is another report."),
    ],
)
def test_what_cannot_be_added_is_wrong_use_and_changes_nothing(
    words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / f"{PAIRING}.yaml").read_bytes()
    assert main(["add", PAIRING, str(folder), *words]) == 2
    assert said in capsys.readouterr().err
    assert (folder / f"{PAIRING}.yaml").read_bytes() == before


def test_what_is_written_in_braces_is_left_to_the_curator(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / f"{PAIRING}.yaml"
    content = path.read_text("utf-8").partition("figures:")[0] + "figures: {projects: }\n"
    path.write_text(content, "utf-8")
    assert main(["add", PAIRING, str(folder), "--source", "command-post-2024"]) == 2
    assert "figures at line 19 is written in brackets" in capsys.readouterr().err
    assert path.read_text("utf-8") == content


def test_a_file_that_cannot_be_read_is_told_of_and_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / f"{PAIRING}.yaml"
    path.write_text("pairing: [\n", "utf-8")
    assert main(["add", PAIRING, str(folder)]) == 1
    assert f"{path}:1:10 text_stays_on_one_line" in capsys.readouterr().err
    assert path.read_text("utf-8") == "pairing: [\n"
