"""Broken folders that no one text file can show: each gets an empty folder and makes in it what a rule refuses."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import SMALL
from tests.reading.catalogue import FILE

PAIRING, OTHER = "tianjin-huangnan.yaml", "zhejiang-haixi.yaml"
MOST_FILES = 3  # instead of the five thousand that a folder may hold
REPORT = """\
command-post-2024:
  publisher: 天津日报
  published: 2024-08
  url: https://news.example.org/1.html
  language: zh-Hans
  tier: A
"""
PROGRAMMES = """\
tibet:
  name: {zh: 对口支援西藏, en: Paired assistance to Tibet}
  short: {zh: 援藏, en: Tibet}
  description: {zh: 援藏。, en: Tibet.}
"""
THIRD = """\
day: 2026-11-26
stood:
  - {programme: qinghai, figures: 3}
figures:
"""
HOSTS = "gov.cn: {kind: official}\n"


def good(path: Path) -> Path:
    """A folder with one pairing and its metrics, without a fault."""
    for name in ("metrics.yaml", PAIRING):
        shutil.copy(SMALL / name, path / name)
    return path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def moved(path: Path, folder: str) -> Path:
    """The good folder with its pairing in a folder within it."""
    (good(path) / folder).mkdir()
    return (path / PAIRING).rename(path / folder / PAIRING)


def without_metrics(path: Path) -> None:
    (good(path) / "metrics.yaml").unlink()


def without_pairings(path: Path) -> None:
    (good(path) / PAIRING).unlink()


def with_four_pairings(path: Path) -> None:
    shutil.copy(SMALL / "metrics.yaml", path)
    for number in range(1, 5):
        text = FILE.replace("tianjin-huangnan", f"zhejiang-{number}").replace("command-post-2024", f"post-{number}")
        (path / f"zhejiang-{number}.yaml").write_text(text, "utf-8")


def with_a_link(path: Path) -> None:
    (good(path) / OTHER).symlink_to(SMALL / OTHER)


def with_a_large_file(path: Path) -> None:
    with (good(path) / PAIRING).open("ab") as file:
        file.write(b"#" * 1_000_000)


def with_a_file_in_gbk(path: Path) -> None:
    content = (good(path) / PAIRING).read_text("utf-8")
    (path / PAIRING).write_text(content, "gb18030")


def with_a_long_text(path: Path) -> None:
    change(good(path) / PAIRING, "publisher: ", "publisher: " + "天津" * 1000)


def with_two_files_of_a_pairing(path: Path) -> None:
    shutil.copy(moved(path, "qinghai"), path / PAIRING)


def with_a_pairing_in_another_programmes_folder(path: Path) -> None:
    moved(path, "tibet")


def with_other_programmes(path: Path) -> None:
    (good(path) / "programmes.yaml").write_text(PROGRAMMES, "utf-8")


def with_a_report_that_two_declare(path: Path) -> None:
    (good(path) / "reports").mkdir()
    (path / "reports" / "2024.yaml").write_text(REPORT, "utf-8")


def with_a_link_to_a_site_that_nobody_judged(path: Path) -> None:
    (good(path) / "reports").mkdir()
    (path / "hosts.yaml").write_text(HOSTS, "utf-8")
    (path / "reports" / "2024.yaml").write_text(REPORT.replace("command-post", "daily"), "utf-8")


def with_a_place_of_two_names(path: Path) -> None:
    shutil.copy(SMALL / OTHER, good(path) / OTHER)
    change(path / OTHER, "zh: 青海省, en: Qinghai", "zh: 青海, en: Qinghai")


def with_a_saved_web_page(path: Path) -> None:
    content = (good(path) / PAIRING).read_text("utf-8")
    (path / PAIRING).write_text(f"<!DOCTYPE html>\n<html><body><pre>{content}</pre></body></html>\n", "utf-8")


def with_pairings_that_hold_each_other(path: Path) -> None:
    shutil.copy(SMALL / OTHER, good(path) / OTHER)
    change(path / PAIRING, "programme: qinghai\n", "programme: qinghai\nwithin: [zhejiang-haixi]\n")
    change(path / OTHER, "programme: qinghai\n", "programme: qinghai\nwithin: [tianjin-huangnan]\n")


def with_a_third_reading(path: Path, figures: str) -> None:
    (good(path) / "third-reading.yaml").write_text(THIRD + figures, "utf-8")


def with_a_reading_of_no_figure(path: Path) -> None:
    with_a_third_reading(path, "  - {figure: tianjin-huangnan-funds-9, read: all}\n")


def with_a_verdict_on_what_was_not_read(path: Path) -> None:
    with_a_third_reading(path, "  - {figure: tianjin-huangnan-funds-1, read: found, found: open, basis: ours}\n")


def with_a_word_twice(path: Path) -> None:
    change(good(path) / "metrics.yaml", "[钱, money]", "[钱, money, Money]")


MADE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "folder_has_metrics": (without_metrics, ["1:1 folder_has_metrics"]),
    "folder_has_pairings": (without_pairings, ["1:1 folder_has_pairings"]),
    "folder_is_small": (with_four_pairings, ["1:1 folder_is_small"]),
    "file_can_be_read": (with_a_link, ["1:1 file_can_be_read"]),
    "file_is_small": (with_a_large_file, ["1:1 file_is_small"]),
    "file_is_utf8": (with_a_file_in_gbk, ["2:13 file_is_utf8"]),
    "file_is_written_by_hand": (with_a_saved_web_page, ["1:1 file_is_written_by_hand"]),
    "holders_do_not_go_round": (with_pairings_that_hold_each_other, ["6:9 holders_do_not_go_round", "6:9 holders_do_not_go_round"]),
    "text_is_short": (with_a_long_text, ["14:16 text_is_short"]),
    "pairings_have_one_file": (with_two_files_of_a_pairing, ["1:1 pairings_have_one_file"]),
    "pairings_stand_with_their_programme": (
        with_a_pairing_in_another_programmes_folder,
        ["5:12 pairings_stand_with_their_programme"],
    ),
    "programmes_are_declared": (with_other_programmes, ["5:12 programmes_are_declared"]),
    "reports_are_declared_once": (with_a_report_that_two_declare, ["13:5 reports_are_declared_once"]),
    "hosts_are_judged": (with_a_link_to_a_site_that_nobody_judged, ["4:8 hosts_are_judged"]),
    "third_readings_are_of_figures": (with_a_reading_of_no_figure, ["5:14 third_readings_are_of_figures"]),
    "third_readings_judge_what_was_read": (
        with_a_verdict_on_what_was_not_read,
        ["5:73 third_readings_judge_what_was_read"],
    ),
    "words_are_listed_once": (with_a_word_twice, ["4:10 words_are_listed_once"]),
    "places_have_one_name": (with_a_place_of_two_names, ["4:11 places_have_one_name"]),
}
