"""`python -m metrics check`: what people, editors and CI read, and the codes by which it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from metrics.__main__ import main

from ..conftest import ROOT, SMALL

BROKEN = ROOT / "tests" / "rules" / "broken"
WRONG_VALUE = """\
{file}:17:14 values_agree_with_stated 原文“18.51亿元”是 1851000000 CNY，这里写成 18510000000。
     17 |       value: 18510000000
        |              ^
    删去这一行；原文读得懂，不必再写。
    "18.51亿元" is 1851000000 CNY, not 18510000000.
    Remove the line: the figure is read for you.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one pairing whose `value` is ten times what is printed."""
    (tmp_path / "metrics.yaml").write_bytes((SMALL / "metrics.yaml").read_bytes())
    (tmp_path / "tianjin-huangnan.yaml").write_bytes((BROKEN / "values_agree_with_stated.yaml").read_bytes())
    return tmp_path


def run(*words: object, sent: bytes = b"", **more: str) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "metrics", *map(str, words)]
    environment = os.environ | more
    done = subprocess.run(command, cwd=ROOT, env=environment, input=sent, capture_output=True, timeout=60)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def test_a_clean_folder_says_what_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SMALL)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "检查了 2 个文件、8 个数字、3 项指标：0 个问题",
        "2 files, 8 figures, 3 metrics checked; 0 problems",
    ]
    assert said.err == ""


def test_a_problem_is_shown_with_its_line_a_caret_and_both_languages(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr()
    assert said.out == WRONG_VALUE.format(file=folder / "tianjin-huangnan.yaml")
    assert said.err.splitlines() == [
        "检查了 1 个文件、1 个数字、3 项指标：1 个问题",
        "1 files, 1 figures, 3 metrics checked; 1 problems",
        "一条规则说什么：python -m metrics explain 规则名",
        "What a rule asks: python -m metrics explain RULE",
    ]


def test_one_language_is_enough_where_it_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--lang", "en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f'{folder}/tianjin-huangnan.yaml:17:14 values_agree_with_stated "18.51亿元" is 1851000000 CNY, not 18510000000.',
        "     17 |       value: 18510000000",
        "        |              ^",
        "    Remove the line: the figure is read for you.",
    ]


def test_programs_get_one_json_object(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--format", "json", "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert json.loads(said.out) == {
        "problems": [
            {
                "file": f"{folder}/tianjin-huangnan.yaml",
                "line": 17,
                "column": 14,
                "rule": "values_agree_with_stated",
                "message": {"en": '"18.51亿元" is 1851000000 CNY, not 18510000000.'},
                "hint": {"en": "Remove the line: the figure is read for you."},
            }
        ],
        "counts": {"en": "1 files, 1 figures, 3 metrics checked; 1 problems"},
    }
    assert said.err == ""


def test_github_gets_an_annotation_a_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = folder / "100%, half-done"
    named.mkdir()
    for file in folder.glob("*.yaml"):
        file.rename(named / file.name)
    assert main(["check", str(named), "--format", "github", "--lang", "en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"::error file={folder}/100%25%2C half-done/tianjin-huangnan.yaml,line=17,col=14,title=values_agree_with_stated"
        '::"18.51亿元" is 1851000000 CNY, not 18510000000. Remove the line: the figure is read for you.'
    ]


@pytest.mark.parametrize("rule", ["values_agree_with_stated", "keys_do_not_repeat", "yaml_is_well_formed", "characters_can_be_seen"])
def test_an_editor_gets_for_its_text_what_the_file_would_get(rule: str, folder: Path) -> None:
    file = folder / "tianjin-huangnan.yaml"
    content = (BROKEN / f"{rule}.yaml").read_bytes()
    file.write_bytes(content)
    saved = run("check", file)
    file.unlink()
    unsaved = run("check", "-", "--as", file, sent=content)
    assert (unsaved.stdout, unsaved.returncode) == (saved.stdout, 1)
    assert saved.stdout.startswith(f"{file}:")
    assert f" {rule} " in saved.stdout


def test_an_editor_may_send_the_metrics_too(folder: Path) -> None:
    done = run("check", "-", "--as", folder / "metrics.yaml", "--lang", "en", sent=b"funds:\n  title: x\n")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == f'{folder}/metrics.yaml:2:3 required_fields_are_present "bases" is missing.'


def test_a_name_alone_is_held_against_the_metrics_of_curated() -> None:
    done = run("check", "-", "--as", "tianjin-huangnan.yaml", sent=(SMALL / "tianjin-huangnan.yaml").read_bytes())
    assert (done.returncode, done.stderr) == (0, "")


def test_one_file_is_not_blamed_for_its_neighbours(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = folder / "zhejiang-haixi.yaml"
    good.write_bytes((SMALL / "zhejiang-haixi.yaml").read_bytes())
    (folder / "Notes.txt").write_text("", "utf-8")
    assert main(["check", str(good)]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "1 files, 5 figures, 3 metrics checked; 0 problems"
    assert main(["check", str(folder / "metrics.yaml")]) == 0
    assert main(["check", str(folder)]) == 1


def test_one_file_is_told_of_metrics_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "metrics.yaml").unlink()
    assert main(["check", str(folder / "tianjin-huangnan.yaml")]) == 1
    assert f"{folder}:1:1 folder_has_metrics" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["nowhere"],
        ["curated/README.md"],
        ["-"],
        ["curated", "--as", "tianjin-huangnan.yaml"],
        ["-", "--as", "notes.txt"],
        ["curated", "curated"],
        ["--format", "xml"],
        ["--lan", "en"],
    ],
)
def test_wrong_use_ends_with_two_and_says_why_in_both_languages(words: list[str]) -> None:
    done = run("check", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert any("\u4e00" <= character <= "\u9fff" for character in done.stderr)
    assert "Traceback" not in done.stderr


def test_reports_that_wait_are_counted_until_they_are_cited_or_said_to_be_unused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pairing = folder / "tianjin-huangnan.yaml"
    pairing.write_bytes((SMALL / "tianjin-huangnan.yaml").read_bytes())
    (folder / "reports").mkdir()
    report = folder / "reports" / "2024.yaml"
    report.write_text("daily-2024:\n  publisher: 青海日报\n  language: zh-Hans\n  tier: A\n", "utf-8")
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "检查了 1 个文件、3 个数字、3 项指标：0 个问题；1 份报告还没有条目引用，也没有写 unused",
        "1 files, 3 figures, 3 metrics checked; 0 problems; 1 reports are not cited yet, nor said to be unused",
    ]
    report.write_text(report.read_text("utf-8") + "  unused: {zh: 没有数字。, en: It has no figure.}\n", "utf-8")
    assert main(["check", str(folder), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "1 files, 3 figures, 3 metrics checked; 0 problems\n"
    pairing.write_text(pairing.read_text("utf-8").replace("since: 2010", "since: 2010\nsource: daily-2024"), "utf-8")
    assert main(["check", str(report)]) == 0
    assert main(["check", str(folder)]) == 1
    assert f"{report}:5:11 unused_reports_are_not_cited" in capsys.readouterr().out


def test_one_file_in_a_programmes_folder_is_held_against_what_all_share(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "qinghai").mkdir()
    file = (folder / "tianjin-huangnan.yaml").rename(folder / "qinghai" / "tianjin-huangnan.yaml")
    assert main(["check", str(file)]) == 1
    said = capsys.readouterr()
    assert said.out == WRONG_VALUE.format(file=file)
    unsaved = run("check", "-", "--as", file, sent=file.read_bytes())
    assert (unsaved.stdout, unsaved.stderr) == (said.out, said.err)


def test_a_check_that_checked_nothing_is_no_pass(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / "tianjin-huangnan.yaml"
    file.write_text(file.read_text("utf-8").partition("figures:")[0] + "figures: {}\n", "utf-8")
    assert main(["check", str(folder), "--lang", "en"]) == 1
    assert capsys.readouterr().err == "1 files, 0 figures, 3 metrics checked; 0 problems; there was nothing to check, which is no pass\n"


def test_nothing_is_shown_of_a_file_that_a_link_leads_to(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = folder / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("the password", "utf-8")
    (folder / "tianjin-huangnan.yaml").unlink()
    (folder / "tianjin-huangnan.yaml").symlink_to(secret)
    assert main(["check", str(folder / "tianjin-huangnan.yaml")]) == 1
    said = capsys.readouterr().out
    assert "file_can_be_read" in said
    assert "password" not in said


@pytest.mark.parametrize("coding", ["ascii", "gbk", "utf-8"])
def test_chinese_comes_out_whatever_the_system_thinks_of_it(coding: str, folder: Path) -> None:
    done = run("check", folder, PYTHONIOENCODING=coding, PYTHONUTF8="0")
    assert done.stdout == WRONG_VALUE.format(file=folder / "tianjin-huangnan.yaml")


FORGED = r'"x\nother.yaml:1:1 forged \e[31mred\u0085\u2028end"'


@pytest.mark.parametrize("form", ["text", "github"])
def test_what_a_file_says_forges_no_line_and_no_colour(form: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line breaks and control characters that a quoted text may write as escapes are shown as escapes."""
    path = folder / "tianjin-huangnan.yaml"
    good = path.read_text("utf-8").replace("value: 18510000000", "note: 无")
    said = []
    for field in ("basis", "source", "period", "stated", "value"):
        lines = [f"      {field}: {FORGED}" if one.lstrip().startswith(f"{field}:") else one for one in good.splitlines()]
        path.write_text("\n".join([*lines, ""]), "utf-8")
        main(["check", str(path), "--format", form])
        said.append(capsys.readouterr().out)
    assert sum(text.count("forged") > 0 for text in said) >= 3
    for text in said:
        assert not any(line.startswith("other.yaml") for line in text.splitlines())
        assert "\x1b" not in text


def test_a_name_that_cannot_be_printed_forges_no_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tianjin-huangnan.yaml").rename(folder / "a\nb.yaml:1:1 forged \x1b.yaml")
    main(["check", str(folder)])
    said = capsys.readouterr()
    assert not any(line.startswith("b.yaml") for line in (said.out + said.err).splitlines())
    assert "\x1b" not in said.out + said.err
