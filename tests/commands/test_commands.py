"""`python -m metrics`: help in both languages, wrong use, and what the reading commands print."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.__main__ import main
from metrics.catalog.catalog import Catalog, load
from metrics.commands import COMMANDS
from metrics.commands.show import bounds
from metrics.figures.stated import read
from metrics.reckoning.consistency import findings
from metrics.selecting.coverage import coverage

from ..conftest import CURATED, ROOT, SMALL

CHINESE = re.compile("[\u4e00-\u9fff]")


def test_the_commands_are_these() -> None:
    words = "check explain new add show verify coverage findings verdicts export schema"
    assert list(COMMANDS) == words.split()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_helps_in_both_languages_and_names_its_exit_codes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith(f"用法 usage: python -m metrics {name} ")
    assert "Exit codes: 0 done, no problems; 1 problems, or not done; 2 wrong use." in said
    _, *groups = re.split(r"^(?:参数 arguments|选项 options):\n", said.partition("\n退出码")[0], flags=re.MULTILINE)
    entries = [entry for group in groups for entry in re.split(r"^  (?=\S)", group, flags=re.MULTILINE) if entry.strip()]
    assert len(entries) >= 2
    for entry in entries:
        lines = entry.strip().splitlines()
        assert CHINESE.search(entry), f"without Chinese: {entry}"
        assert not CHINESE.search(lines[-1]), f"without English: {entry}"


def test_the_overview_lists_every_command_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name, does in COMMANDS.items():
        place = lines.index(f"  {name:10} {does.zh}")
        assert lines[place + 1] == f"  {'':10} {does.en}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "缺少命令 a command is missing."),
        (["chek"], "没有这个命令 no such command: chek. 是不是 did you mean: check?"),
        (["--version"], "没有这个命令 no such command: --version."),
    ],
)
def test_a_command_that_is_none_is_wrong_use(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[0] == said


@pytest.mark.parametrize("words", [["verify"], ["show"], ["export"], ["check", "--lang", "fr"], ["add", "a-b", "c", "d"]])
def test_missing_and_surplus_arguments_are_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "用法不对 wrong use: " in capsys.readouterr().err


@pytest.mark.parametrize("name", ["check", "findings", "verdicts", "coverage", "schema"])
def test_a_folder_that_is_not_there_is_wrong_use(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "nowhere"]) == 2
    assert capsys.readouterr().err.splitlines() == ["没有 nowhere 这个文件或文件夹。", "There is no file or folder nowhere."]


@pytest.mark.parametrize("name", ["findings", "verdicts", "coverage", "schema"])
def test_invalid_data_is_told_of_instead_of_answered_from(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "metrics.yaml").write_text("funds: 1\n", "utf-8")
    assert main([name, str(tmp_path), "--lang", "en"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines()[:3] == [
        f"{tmp_path}/metrics.yaml:1:8 fields_stand_in_a_mapping Fields are expected here, each as name: value, and there is text.",
        "      1 | funds: 1",
        "        |        ^",
    ]


def test_how_a_figure_was_read_is_shown_to_the_last_digit() -> None:
    shown = {stated: bounds(read(stated)) for stated in ("18.51亿元", "近2.5万人", "30多亿元", "超400人", "约60人", "567个", "700余人次")}
    assert shown == {
        "18.51亿元": "1,851,000,000 ± 500,000",
        "近2.5万人": "≤ 25,000",
        "30多亿元": "3,000,000,000 – 4,000,000,000",
        "超400人": "≥ 400",
        "约60人": "≈ 60",
        "567个": "567",
        "700余人次": "700 – 800",
    }


def test_a_pairing_is_shown_figure_by_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "tianjin-huangnan", str(SMALL), "--lang", "en"]) == 0
    assert [re.split(r" {2,}", line) for line in capsys.readouterr().out.splitlines()] == [
        ["id", "as printed", "read as", "unit", "period", "kind", "basis", "scope, what it counts", "source"],
        [""],
        ["funds Funds invested"],
        ["funds-1", "18.51亿元", "1,851,000,000 ± 500,000", "CNY", "2010/2024-08", "total", "spent", "command-post-2024 ¶1"],
        [""],
        ["projects Projects"],
        ["projects-1", "567个", "567", "count", "2010/2024-08", "total", "unstated", "command-post-2024 ¶1"],
        [""],
        ["beneficiaries People reached"],
        [
            *"beneficiaries-1|近2.5万人|≤ 25,000|person|../2024-08|total|unstated|泽库县 · County link works|command-post-2024 ¶16".split(
                "|"
            )
        ],
    ]


def test_a_figure_that_cannot_be_read_is_shown_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "metrics.yaml").write_bytes((SMALL / "metrics.yaml").read_bytes())
    content = (SMALL / "tianjin-huangnan.yaml").read_text("utf-8").replace("stated: 567个", "stated: 许多")
    (tmp_path / "tianjin-huangnan.yaml").write_text(content, "utf-8")
    assert main(["show", str(tmp_path / "tianjin-huangnan.yaml"), "--metric", "projects", "--lang", "en"]) == 1
    shown = capsys.readouterr()
    assert shown.out.splitlines()[-1].split()[:4] == ["projects-1", "许多", "?", "?"]
    assert shown.err == f"{tmp_path}/tianjin-huangnan.yaml has 1 problems: see check.\n"


def test_a_misspelt_pairing_is_wrong_use_and_the_nearest_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "tianjin-hunagnan", str(SMALL)]) == 2
    assert capsys.readouterr().err.splitlines()[1] == f"There is no {SMALL}/tianjin-hunagnan.yaml. Did you mean tianjin-huangnan?"


def test_coverage_has_a_row_a_metric_and_a_cell_a_pairing(catalog: Catalog, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", str(CURATED), "--lang", "en"]) == 0
    head, *rows = capsys.readouterr().out.partition("\n\n")[0].splitlines()
    assert head.split() == list(catalog.pairings)
    assert [row.split()[0] for row in rows] == list(catalog.metrics)
    funds = [line[list(catalog.metrics).index("funds")] for line in coverage(catalog)]
    counts = re.findall(r"\b(\d+)[+~o!]", rows[0])
    assert [int(count) for count in counts] == [cell.count for cell in funds if cell.count]


def test_findings_and_verdicts_end_with_what_they_looked_at(five: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog = load(five)
    assert main(["findings", str(five)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"{len(findings(catalog))} findings among {len(catalog.frame)} figures"
    assert main(["verdicts", str(five), "--lang", "en"]) == 0
    metrics = [line.partition(":")[0] for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert metrics == list(catalog.metrics)


@pytest.mark.parametrize("words", [["explain"], ["explain", "ids_do_not_repeat"]], ids=["much", "little"])
def test_a_reader_who_has_seen_enough_is_no_error(words: list[str]) -> None:
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-m", "metrics", *words]
    writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=buffered)
    assert writer.stdout
    assert writer.stderr
    writer.stdout.close()
    said = writer.stderr.read()
    writer.stderr.close()
    assert (writer.wait(timeout=60), said) == (1, b"")
