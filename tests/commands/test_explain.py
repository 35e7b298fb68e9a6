"""`python -m metrics explain`: every rule is explained, and its examples are what they are called."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from metrics import rules
from metrics.__main__ import main
from metrics.catalog import folder as folders
from metrics.commands.explain import Example, explanations

from ..conftest import ROOT, SMALL

KNOWN = explanations()
IN_A_FILE = [name for name, one in KNOWN.items() if one.bad and one.bad.form == "yaml"]
OF_FILES = {  # these speak of files and folders, or of more than an example can show
    "folder_has_metrics",
    "folder_has_pairings",
    "folder_is_small",
    "files_end_in_yaml",
    "pairings_have_one_file",
    "pairings_stand_with_their_programme",
    "holders_are_pairings",
    "holders_do_not_go_round",
    "file_is_written_by_hand",
    "places_have_one_name",
    "programmes_are_declared",
    "reports_are_declared_once",
    "hosts_are_judged",
    "file_can_be_read",
    "file_is_small",
    "file_is_not_empty",
    "file_is_utf8",
    "fields_begin_at_the_margin",
    "nesting_is_shallow",
    "text_is_short",
    "figures_stand_in_their_reports",
    "third_readings_are_of_figures",
    "words_are_listed_once",
    "third_readings_judge_what_was_read",
}
TOP = """\
pairing: tianjin-huangnan
donor: {zh: 天津市, en: Tianjin, code: 120000}
recipient: {zh: 黄南藏族自治州, en: Huangnan, code: 632300}
province: {zh: 青海省, en: Qinghai, code: 630000}
programme: qinghai
scopes:
  泽库县: {en: Zeku County}
sources:
  command-post-2024:
"""
SOURCE = """\
    publisher: 前方指挥部
    published: 2024-08
    language: zh-Hans
    tier: B
"""
FIGURE = """\
    - id: funds-1
      stated: 18.51亿元
      period: 2010/2024-08
      basis: spent
      source: command-post-2024
      locator: ¶1
"""


def field(line: str) -> str:
    """The first word of a line, whatever a broken example has around it."""
    return "".join(re.findall(r"\w+", line, re.ASCII)[:1])


def merged(base: str, example: str) -> str:
    """The base with the example's lines instead of those of the same fields, the others behind them."""
    own = {field(line) for line in example.splitlines()}
    kept = [line for line in base.splitlines() if field(line) not in own]
    return "\n".join([*kept, example.rstrip("\n"), ""])


def placed(example: str) -> str:
    """A whole file around an example, which tells by its indentation where it belongs."""
    top, source, figures = TOP, SOURCE, FIGURE
    if example.startswith("figures:"):
        return top + source + example
    if example.startswith("    - "):
        figures = example
        if example.count("\n") == 1:
            figures += "".join(FIGURE.splitlines(keepends=True)[1:])
    elif example.startswith("      "):
        figures = merged(figures, example)
    elif example.startswith("    "):
        source = merged(source, example)
    else:
        own = {field(line) for line in example.splitlines()}
        top = example + "".join(line for line in TOP.splitlines(keepends=True) if field(line) not in own)
    return f"{top}{source}figures:\n  funds:\n{figures}"


def broken_by(example: Example, place: Path) -> set[str]:
    shutil.copy(SMALL / "metrics.yaml", place)
    (place / "tianjin-huangnan.yaml").write_text(placed(example.text), "utf-8")
    return {problem.rule for problem in folders.read(place).problems}


def test_every_rule_has_a_chinese_text_an_english_text_and_examples() -> None:
    assert {name for name, one in KNOWN.items() if not (one.zh and one.en and one.bad and one.good)} == set()
    assert set(KNOWN) == {*rules.every(), "figures_stand_in_their_reports"}


def test_the_rules_whose_examples_are_no_lines_of_a_file_are_those_known() -> None:
    assert set(KNOWN) - set(IN_A_FILE) == OF_FILES
    assert len(IN_A_FILE) > 35


@pytest.mark.parametrize("name", IN_A_FILE)
def test_a_bad_example_breaks_its_rule_and_the_good_one_none(name: str, tmp_path: Path) -> None:
    assert name in broken_by(KNOWN[name].bad, tmp_path)
    assert broken_by(KNOWN[name].good, tmp_path) == set()


def test_a_rule_is_explained_in_both_languages_with_its_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "flags_are_true_or_false"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "flags_are_true_or_false",
        "是与否写作 true 或 false。",
        KNOWN["flags_are_true_or_false"].en,
        "",
        "✗ 错例 bad",
        "  |       preferred: 是",
        "  |       reason: {zh: 来源较可靠。, en: The better source.}",
        "",
        "✓ 正例 good",
        "  |       preferred: true",
        "  |       reason: {zh: 来源较可靠。, en: The better source.}",
    ]


def test_without_a_name_all_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == list(KNOWN)
    assert lines[:2] == ["folder_has_metrics", f"    {KNOWN['folder_has_metrics'].zh}"]


def test_a_name_may_be_copied_with_hyphens_or_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "[values-are-written]"]) == 0
    assert capsys.readouterr().out.startswith("values_are_written\n")


def test_a_misspelt_rule_is_wrong_use_and_the_nearest_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "value_are_writen"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "没有 value_are_writen 这条规则。是不是 values_are_written？",
        "There is no rule value_are_writen. Did you mean values_are_written?",
    ]


def test_it_explains_where_there_is_nothing_but_the_package(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "metrics", tmp_path / "metrics", ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "metrics", "explain", "ids_do_not_repeat"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert "✗ 错例 bad" in done.stdout
