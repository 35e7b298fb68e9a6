"""The schema that editors complete by: as committed, no stricter than the reader, and as strict as a schema can be."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from metrics.__main__ import main
from metrics.catalog import folder as folders
from metrics.commands.drafting.skeletons import EDITOR, EDITOR_OF_REPORTS, EDITOR_WITHIN
from metrics.entries.fields import FIGURE, PAIRING_FILE, SCOPE, SOURCE
from metrics.entries.records import Fields

from ..conftest import CURATED, ROOT, SMALL

SCHEMA, SCHEMA_OF_REPORTS = CURATED / "schema.json", CURATED / "reports.schema.json"
CURATED_PAIRINGS = sorted(path for path in CURATED.glob("*/*.yaml") if path.parent.name != "reports")
PAIRINGS = [*CURATED_PAIRINGS[::5], *sorted(SMALL.glob("*-*.yaml"))]
BROKEN = {path.stem: path for path in sorted((ROOT / "tests" / "rules" / "broken").glob("*.yaml"))}
# What a schema cannot see: how a file is written, what other places say, what a figure means.
BEYOND = {
    "bases_fit_the_metric",
    "bounds_are_in_order",
    "categories_are_declared",
    "characters_can_be_seen",
    "comments_keep_their_distance",
    "dates_are_iso_8601",
    "directives_are_not_used",
    "figures_do_not_repeat",
    "figures_stand_oldest_first",
    "files_end_in_yaml",
    "holders_are_pairings",
    "ids_do_not_repeat",
    "levels_have_one_date",
    "locators_fit_what_was_read",
    "metrics_are_declared",
    "numbers_have_at_most_fifteen_digits",
    "pairings_are_named_like_their_file",
    "periods_begin_with_a_known_start",
    "periods_end_with_the_report",
    "places_say_one_thing",
    "scopes_are_declared",
    "sources_are_declared",
    "stated_can_be_read",
    "units_fit_the_metric",
    "unused_reports_are_not_cited",
    "values_agree_with_stated",
    "what_was_not_found_is_not_there",
}
# Spellings that the reader takes, many of which loaders make something else of.
ACCEPTED = {
    "title": ["2023", "1.5", "1e5", "1_000", "0x1F", "0o17", "007", "true", "NO", "on", "12:30", "2024-01-05", ".inf", '"null"', "'~'"],
    "publisher": ["007", "1.10", "yes", "2024-02-30"],
    "published": ["2024", "'2024'", "2024-08", "2024-08-15", "2100", "2024/..", "2024-08-15/.."],
    "url": ["http://a.cn", "https://www.example.org/a?b=1#c", "HTTPS://example.org/"],
    "original": ["http://a.cn/1"],
    "text": ["123", "000_f5b0.txt"],
    "read": ["whole", "'whole'"],
    "readings": ["[2024]", "[2026-11-22, 2026-11-26]"],
    "category": ["fiscal", "'fiscal'"],
    "until": ["2020", "2020-12-31"],
    "level": ["province"],
    "tier": ["A", "'B'"],
    "stated": ["18.51亿元", "'2元'", "近2.5万元", "1,000 yuan"],
    "period": ["2023", "'2023'", "2010/2024-08", "../2024", "2010/..", "since/2024-08", "2023-08-15", "unstated"],
    "locator": ["3", "¶3", "1e5", "2024-01-05", "false"],
    "id": ["funds-1", "1", "1e5", "0x1", "null-1", "no"],
}
FILE = """\
pairing: tianjin-huangnan
donor: {zh: 天津市, en: 120000, code: "120000"}
recipient: {zh: 黄南藏族自治州, en: Huangnan, code: 632300}
province: {zh: 青海省, en: true, code: 630000}
programme: qinghai
since: 2010
until: 2026
level: prefecture
retired: [funds-7, 8, 2e5]
scopes:
  2023: {en: 2023, code: 632323, extent: wider}
sources:
  post:
    title: Title
    publisher: Publisher
    published: 2100
    url: https://www.example.org
    language: en
    tier: B
    text: report
    original: https://www.example.org/original
    read: whole
    readings: [2026]
figures:
  funds:
    - id: funds-1
      stated: 18.51亿元
      period: 1949
      basis: spent
      source: post
      locator: ¶1
      category: fiscal
      attribution: recipient
      preferred: "true"
      reason: {zh: 1, en: no}
"""


def judged(*files: Path, schema: Path = SCHEMA) -> dict[str, list[str]]:
    """Each file's name with what check-jsonschema has against it."""
    command = [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--schemafile", str(schema), *map(str, files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120)
    answer: dict[str, Any] = json.loads(done.stdout)
    against: dict[str, list[str]] = {str(file): [] for file in files}
    for error in answer.get("errors", []):
        against[error["filename"]].append(f"{error['path']} {error['message']}")
    for error in answer.get("parse_errors", []):
        against[error["filename"]].append("no YAML")
    return against


def test_the_committed_schema_is_the_one_that_the_tables_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", str(CURATED)]) == 0
    advice = "run: python -m metrics schema --write curated/schema.json"
    assert capsys.readouterr().out == SCHEMA.read_text("utf-8"), advice


def test_it_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    assert main(["schema", str(SMALL), "--write", str(tmp_path / "schema.json")]) == 0
    written = json.loads((tmp_path / "schema.json").read_text("utf-8"))
    assert list(written["properties"]["figures"]["properties"]) == ["funds", "projects", "beneficiaries"]


def test_it_is_a_schema_of_the_dialect_that_it_names() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(SCHEMA)]
    assert subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    assert json.loads(SCHEMA.read_text("utf-8"))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_good_file_is_accepted() -> None:
    assert len(PAIRINGS) > 60
    assert judged(*PAIRINGS) == {str(path): [] for path in PAIRINGS}


def test_the_broken_files_that_a_schema_can_refuse_are_refused() -> None:
    against = judged(*BROKEN.values())
    assert {name for name, path in BROKEN.items() if not against[str(path)]} == BEYOND
    assert len(BROKEN) - len(BEYOND) > 25


def spelt(name: str, value: str) -> str:
    line = next(line for line in FILE.splitlines() if line.lstrip(" -").startswith(f"{name}: "))
    return FILE.replace(line, f"{line.partition(':')[0]}: {value}")


def test_whatever_the_reader_accepts_is_accepted(tmp_path: Path) -> None:
    files: dict[str, Path] = {}
    (tmp_path / "metrics.yaml").write_bytes((SMALL / "metrics.yaml").read_bytes())
    for name, values in ACCEPTED.items():
        for number, value in enumerate(values):
            path = tmp_path / f"{name}-{number}.yaml"
            text = spelt(name, value).replace("tianjin-huangnan", path.stem)
            path.write_text(text.replace("  post:", f"  post-{name}-{number}:").replace(": post\n", f": post-{name}-{number}\n"), "utf-8")
            files[f"{name}: {value}"] = path
    assert [problem.lines() for problem in folders.read(tmp_path).problems] == []
    against = judged(*files.values())
    assert {spelling: against[str(path)] for spelling, path in files.items() if against[str(path)]} == {}
    assert len(files) == sum(map(len, ACCEPTED.values())) > 60


def test_nothing_behind_a_colon_is_refused_as_by_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "tianjin-huangnan.yaml"
    path.write_text(spelt("title", "").replace("title: ", "title:"), "utf-8")
    assert [against.partition(" ")[0] for against in judged(path)[str(path)]] == ["$.sources.post.title"]


@pytest.mark.parametrize(("name", "fields"), [("figure", FIGURE), ("source", SOURCE), ("scope", SCOPE)])
def test_each_field_is_explained_in_the_words_of_the_handbook(name: str, fields: Fields) -> None:
    properties = json.loads(SCHEMA.read_text("utf-8"))["$defs"][name]["properties"]
    assert list(properties) == list(fields)
    handbook = (CURATED / "README.md").read_text("utf-8").replace("`", "")
    for field, one in properties.items():
        assert len(one["description"]) > 8, f"{field} is not explained"
        assert f"| {one['description']} |" in handbook


def test_the_head_of_a_pairing_is_explained_in_the_words_of_the_handbook() -> None:
    properties = json.loads(SCHEMA.read_text("utf-8"))["properties"]
    handbook = (CURATED / "README.md").read_text("utf-8").replace("`", "")
    assert [name for name, one in properties.items() if f"| {one['description']} |" not in handbook] == []


def test_every_category_is_offered_by_its_name_in_both_languages_and_a_new_one_is_left_to_check(tmp_path: Path) -> None:
    metrics = folders.read(CURATED, only=Path()).vocabulary.metrics
    offered = json.loads(SCHEMA.read_text("utf-8"))["properties"]["figures"]["properties"]
    for name, metric in metrics.items():
        categories = offered[name]["items"]["allOf"][1]["properties"]["category"]["anyOf"][:-1] if metric.categories else []
        described = {one["const"]: one["description"].splitlines() for one in categories}
        assert described == {category: list(one.name) for category, one in metric.categories.items()}, name
    path = tmp_path / "tianjin-huangnan.yaml"
    path.write_text(FILE.replace("category: fiscal", "category: brand-new"), "utf-8")
    assert judged(path) == {str(path): []}
    path.write_text(FILE.replace("category: fiscal", "category: Brand new"), "utf-8")
    assert judged(path)[str(path)] != []


def test_every_field_and_every_metric_is_offered() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert list(schema["properties"]) == list(PAIRING_FILE)
    metrics = folders.read(CURATED, only=Path()).vocabulary.metrics
    offered = schema["properties"]["figures"]["properties"]
    assert list(offered) == list(metrics)
    assert offered["funds"]["description"].splitlines()[:2] == list(metrics["funds"].title)


def test_a_metric_that_the_schema_does_not_know_yet_is_no_fault_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "tianjin-huangnan.yaml"
    path.write_text(FILE.replace("  funds:\n", "  brand-new:\n"), "utf-8")
    assert judged(path) == {str(path): []}
    path.write_text(FILE.replace("  funds:\n", "  brand-new:\n").replace("basis: spent", "basis: spend"), "utf-8")
    assert len(judged(path)[str(path)]) == 1


def test_the_schema_of_reports_is_the_one_that_the_tables_give_and_knows_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--of", "reports"]) == 0
    advice = "run: python -m metrics schema --of reports --write curated/reports.schema.json"
    assert capsys.readouterr().out == SCHEMA_OF_REPORTS.read_text("utf-8"), advice
    made = json.loads(SCHEMA_OF_REPORTS.read_text("utf-8"))
    assert made["$defs"]["source"] == json.loads(SCHEMA.read_text("utf-8"))["$defs"]["source"]
    assert list(made["$defs"]["source"]["properties"]) == list(SOURCE)


def test_every_file_of_reports_is_accepted_and_names_its_schema() -> None:
    files = sorted((CURATED / "reports").glob("*.yaml"))
    assert judged(*files, schema=SCHEMA_OF_REPORTS) == {str(path): [] for path in files}
    assert {path.read_text("utf-8").splitlines()[0] for path in files} == {EDITOR_OF_REPORTS}
    assert (files[0].parent / EDITOR_OF_REPORTS.partition("=")[2]).is_file()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tier: A", "tier: D"),
        ("tier: A", "grade: A"),
        ("  tier: A\n", ""),
        ("daily-2024:", "Daily 2024:"),
        ("published: 2024", "published: soon"),
    ],
)
def test_a_slip_in_a_file_of_reports_is_refused(old: str, new: str, tmp_path: Path) -> None:
    good = "daily-2024:\n  publisher: 青海日报\n  published: 2024\n  language: zh-Hans\n  tier: A\n"
    path = tmp_path / "2024.yaml"
    path.write_text(good.replace(old, new), "utf-8")
    assert judged(path, schema=SCHEMA_OF_REPORTS)[str(path)] != []
    path.write_text(good, "utf-8")
    assert judged(path, schema=SCHEMA_OF_REPORTS)[str(path)] == []


def test_every_pairing_tells_editors_where_its_schema_is() -> None:
    first = {path.read_text("utf-8").splitlines()[0] for path in CURATED_PAIRINGS}
    assert first == {EDITOR_WITHIN} == {"# yaml-language-server: $schema=../schema.json"}
    assert EDITOR == "# yaml-language-server: $schema=schema.json"
    assert (CURATED_PAIRINGS[0].parent / "../schema.json").is_file()
