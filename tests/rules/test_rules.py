"""Each rule has a broken case: a file in `broken/` named like it, or a folder made by `made` that no one file can show.

A broken file says in its first comments what it breaks, a line each, and `# as: name` where its name matters.
"""

import shutil
from pathlib import Path

import pytest

from metrics import rules
from metrics.catalog import folder
from metrics.catalog.catalog import load
from metrics.problems import Problem
from metrics.rules import figures, reports, whole
from metrics.rules import folder as folder_rules
from tests.conftest import SMALL

from .made import MADE, MOST_FILES, PAIRING, change, good

BROKEN = Path(__file__).with_name("broken")
FILES = sorted(BROKEN.glob("*.yaml"), key=lambda path: path.name)


def declared(path: Path) -> tuple[str, list[str]]:
    """The name under which a broken file stands, and what it breaks."""
    comments = [line.removeprefix("# ") for line in path.read_text("utf-8").splitlines() if line.startswith("# ")]
    names = [line.removeprefix("as: ") for line in comments if line.startswith("as: ")]
    return next(iter(names), PAIRING), [line for line in comments if line[0].isdigit()]


def broken(path: Path, where: Path) -> Path:
    name, _ = declared(path)
    shutil.copy(SMALL / "metrics.yaml", where)
    shutil.copy(path, where / name)
    return where


EXPECTED = {path.stem: declared(path)[1] for path in FILES} | {name: expected for name, (_, expected) in MADE.items()}


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """What each case breaks, each in a folder of its own."""
    where = {name: tmp_path_factory.mktemp(name) for name in EXPECTED}
    for path in FILES:
        broken(path, where[path.stem])
    for name, (make, _) in MADE.items():
        make(where[name])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folder_rules, "MOST_FILES", MOST_FILES)
        return {name: folder.read(path).problems for name, path in where.items()}


def test_every_rule_has_one_broken_case_and_every_case_a_rule() -> None:
    assert sorted([path.stem for path in FILES] + list(MADE)) == sorted(rules.every())
    assert len(rules.every()) > 50


@pytest.mark.parametrize(
    ("table", "modules", "elsewhere"),
    [
        (figures.RULES, {"names", "numbers", "periods", "figures"}, set()),
        (reports.RULES, {"reports"}, {"unused_reports_are_not_cited"}),  # asked when every file is read
        (whole.RULES, {"whole"}, set()),
    ],
    ids=["of a pairing", "of reports", "of the whole"],
)
def test_every_rule_stands_in_the_table_by_which_it_is_run(table: tuple[object, ...], modules: set[str], elsewhere: set[str]) -> None:
    written = {name for name, one in rules.every().items() if one.__module__.rpartition(".")[2] in modules}
    assert sorted(rule.__name__ for rule in table) == sorted(written - elsewhere)
    assert elsewhere <= written


@pytest.mark.parametrize("name", sorted(rules.every()))
def test_a_rule_says_what_it_asks(name: str) -> None:
    words = rules.every()[name].__doc__ or ""
    assert len(words.split()) >= 10, "a sentence for curators is missing"
    assert words[0].isupper()
    assert words[-1] == "."


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_case_breaks_what_it_says_and_nothing_else(name: str, problems: dict[str, list[Problem]]) -> None:
    assert [f"{problem.line}:{problem.column} {problem.rule}" for problem in problems[name]] == EXPECTED[name]
    assert name in {problem.rule for problem in problems[name]}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_problem_has_a_message_and_a_hint_in_both_languages(name: str, problems: dict[str, list[Problem]]) -> None:
    for problem in problems[name]:
        texts = [*problem.message, *problem.hint]
        assert all(text.strip() for text in texts)
        assert len(set(texts)) == 4, "two of the four texts are one"
        assert problem.message.zh[-1] in "。）"
        assert problem.message.en[-1] in ".)"


def test_a_problem_names_its_file(problems: dict[str, list[Problem]]) -> None:
    assert [Path(problem.file).name for problem in problems["keys_do_not_repeat"]] == [PAIRING]
    assert [Path(problem.file).name for problem in problems["lists_are_written_as_lists"]] == ["metrics.yaml"]


def test_the_good_files_break_nothing(tmp_path: Path) -> None:
    read = folder.read(good(tmp_path))
    assert (read.problems, read.checked) == ([], 3)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("locator: ¶1", "locator: ¶7"),
        ("stated: 17.2亿元", "stated: 超17.2亿元"),
        ("basis: spent", "basis: allocated"),
        ("period: 2010/2024-08", "period: 2011/2024-08"),
        ("locator: ¶1", "locator: ¶1\n      label: {zh: 财政资金, en: fiscal funds}"),
    ],
)
def test_two_values_stand_where_place_or_matter_differ_or_both_can_hold(tmp_path: Path, old: str, new: str) -> None:
    first, second, rest = (BROKEN / "places_say_one_thing.yaml").read_text("utf-8").partition("- id: funds-2")
    good(tmp_path)
    (tmp_path / PAIRING).write_text(first + second + rest.replace(old, new), "utf-8")
    assert folder.read(tmp_path).problems == []


def test_a_digest_is_no_place(tmp_path: Path) -> None:
    good(tmp_path)
    text = (BROKEN / "places_say_one_thing.yaml").read_text("utf-8")
    (tmp_path / PAIRING).write_text(text.replace("locator: ¶1", "locator: digest"), "utf-8")
    assert folder.read(tmp_path).problems == []


@pytest.mark.parametrize("since", ["since: 2025", "since: 2024-09"])
def test_a_period_from_the_start_of_the_pairing_does_not_end_before_it(tmp_path: Path, since: str) -> None:
    good(tmp_path)
    change(tmp_path / PAIRING, "since: 2010", since)
    change(tmp_path / PAIRING, "period: 2010/2024-08\n      basis: spent", "period: since/2024-08\n      basis: spent")
    (problem,) = folder.read(tmp_path).problems
    assert problem.rule == "periods_begin_with_a_known_start"
    assert problem.message.en == "The period ends before the pairing began."


def test_a_period_from_the_start_of_the_pairing_has_its_start(tmp_path: Path) -> None:
    good(tmp_path)
    change(tmp_path / PAIRING, "period: 2010/2024-08\n      basis: spent", "period: since/2024-08\n      basis: spent")
    row = load(tmp_path).frame.iloc[0]
    assert (row["period"], str(row["period_start"].date()), row["begins_with"]) == ("2010/2024-08", "2010-01-01", "pairing")


def test_a_report_that_lacks_a_field_is_one_problem_and_not_one_for_each_figure(tmp_path: Path) -> None:
    good(tmp_path)
    change(tmp_path / PAIRING, "    tier: B\n", "")
    assert [problem.rule for problem in folder.read(tmp_path).problems] == ["required_fields_are_present"]


@pytest.mark.parametrize("field", ["url", "original", "archived"])
@pytest.mark.parametrize(("host", "judged"), [("www.gov.cn", True), ("a.b.gov.cn", True), ("gov.cn", True), ("notgov.cn", False)])
def test_a_site_is_judged_with_all_that_belong_to_it(tmp_path: Path, field: str, host: str, judged: bool) -> None:
    good(tmp_path)
    (tmp_path / "hosts.yaml").write_text("gov.cn: {kind: official}\n", "utf-8")
    change(tmp_path / PAIRING, "    tier: B\n", f"    tier: B\n    {field}: https://{host}/1.html\n")
    assert [problem.rule for problem in folder.read(tmp_path).problems] == ([] if judged else ["hosts_are_judged"])


def test_where_no_sites_are_listed_none_is_asked_for(tmp_path: Path) -> None:
    good(tmp_path)
    change(tmp_path / PAIRING, "    tier: B\n", "    tier: B\n    url: https://anywhere.example/1.html\n")
    assert folder.read(tmp_path).problems == []
