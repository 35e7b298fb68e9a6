"""`verify` and `export`: the figures held against the reports, and what is written for other programs."""

import re
from pathlib import Path

import pytest

from metrics.__main__ import main
from metrics.catalog.catalog import load

from ..conftest import CURATED, SMALL

LIST = """\
- id: post
  outlet: 'a value
    over two lines'
  document: documents/post.txt
- id: digest
  digest: 资金18.51亿元; 567个项目
- id: outside
  document: ../secret.txt
"""
BODY = "累计投入18.51\n亿元，援建 567 个项目，县域连通工程惠及近2.5　万人。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`curated/` with one pairing whose three figures stand in `reports/documents/post.txt`."""
    curated, reports = tmp_path / "curated", tmp_path / "reports"
    curated.mkdir()
    (reports / "documents").mkdir(parents=True)
    (reports / "reports.yaml").write_text(LIST, "utf-8")
    (reports / "documents" / "post.txt").write_text(BODY, "utf-8")
    (tmp_path / "secret.txt").write_text(BODY, "utf-8")
    (curated / "metrics.yaml").write_bytes((SMALL / "metrics.yaml").read_bytes())
    of_report(tmp_path, "post")
    return tmp_path


def of_report(folder: Path, report: str) -> None:
    content = (SMALL / "tianjin-huangnan.yaml").read_text("utf-8").replace("    tier: B\n", f"    tier: B\n    text: {report}\n")
    (folder / "curated" / "tianjin-huangnan.yaml").write_text(content, "utf-8")


def verify(folder: Path) -> int:
    return main(["verify", str(folder / "curated"), "--reports", str(folder / "reports"), "--lang", "en"])


def test_blanks_and_line_ends_do_not_matter(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(folder) == 0
    assert capsys.readouterr().out == "3 figures verified; 0 problems; 0 more have a report without a text\n"


def test_a_figure_that_is_not_in_its_report_is_shown_in_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    of_report(folder, "digest")
    assert verify(folder) == 1
    shown = capsys.readouterr()
    file = folder / "curated" / "tianjin-huangnan.yaml"
    assert shown.out.splitlines() == [
        f'{file}:39:15 figures_stand_in_their_reports "近2.5万人" does not stand in the report "digest".',
        "     39 |       stated: 近2.5万人",
        "        |               ^",
        "    Copy it letter by letter, qualifier and unit too; or mend the source.",
    ]
    assert shown.err == "3 figures verified; 1 problems; 0 more have a report without a text\n"


def test_a_whole_text_needs_no_entry_in_the_list(folder: Path) -> None:
    of_report(folder, "post.txt")
    assert verify(folder) == 0


@pytest.mark.parametrize("report", ["nowhere", "outside", "../../secret.txt"])
def test_figures_whose_report_has_no_text_are_counted_and_verify_nothing(
    report: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of_report(folder, report)
    assert verify(folder) == 1
    assert capsys.readouterr().out == "0 figures verified; 0 problems; 3 more have a report without a text\n"


def test_a_report_is_looked_for_by_its_own_id_unless_it_names_its_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "curated" / "tianjin-huangnan.yaml"
    file.write_text((SMALL / "tianjin-huangnan.yaml").read_text("utf-8").replace("command-post-2024", "post"), "utf-8")
    assert verify(folder) == 0
    assert capsys.readouterr().out.startswith("3 figures verified; ")


@pytest.mark.parametrize("content", [None, "id: post\n", "- title: without an id\n", "- [\n", ""])
def test_a_list_of_reports_that_cannot_be_read_is_wrong_use(content: str | None, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "reports" / "reports.yaml"
    if content is None:
        path.unlink()
    else:
        path.write_text(content, "utf-8")
    assert verify(folder) == 2
    assert f"The list of reports cannot be read at {path}" in capsys.readouterr().err


def test_figures_that_break_rules_are_not_verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "curated" / "tianjin-huangnan.yaml"
    file.write_text(file.read_text("utf-8").replace("basis: spent", "basis: spend"), "utf-8")
    assert verify(folder) == 1
    assert "choices_are_known" in capsys.readouterr().err


def test_every_curated_figure_stands_in_its_report(documents: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(CURATED), "--reports", str(documents / "sources"), "--lang", "en"]) == 0
    frame = load(CURATED).frame
    held, problems, alone = map(int, re.findall(r"\d+", capsys.readouterr().out))
    assert (held + alone, problems) == (int((frame["status"] == "reported").sum()), 0)
    assert alone < held / 50


def test_the_package_is_written_where_it_is_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "release"
    assert main(["export", str(target), str(SMALL), "--lang", "en"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert {"data.csv", "datapackage.json"} <= {path.name for path in target.iterdir()}
    assert sorted(said) == sorted(f"{path} was written" for path in target.iterdir())
