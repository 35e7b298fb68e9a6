"""The third reading: what was drawn is what the rule draws, and what is written wrong is told with its place and remedy."""

from hashlib import sha256
from pathlib import Path

import pytest

from metrics.catalog import folder as folders
from metrics.catalog.third_reading import ASPECTS, READ, ThirdReading

from ..rules.made import good

DRAWN, FEWEST = 200, 4
LATER = {  # figures entered since the draw that stand, by the hash of their id, among those that it took
    "guangdong-guangxi-twinnings-4",
    "guangdong-guangxi-twinnings-8",
    "tianjin-gansu-personnel-4",
    "tianjin-gansu-agreements-4",
    "zhejiang-sichuan-personnel-12",
}
HEAD = "day: 2026-11-26\nstood:\n  - {programme: qinghai, figures: 3}\nfigures:\n"
FIGURE = "  - {figure: tianjin-huangnan-funds-1, read: all}\n"


def rank(figure: str) -> str:
    """The order in which figures are drawn, which nobody chose."""
    return sha256(figure.encode()).hexdigest()


def quotas(stood: dict[str, int]) -> dict[str, int]:
    """How many are drawn of each programme: in proportion, at least four, two hundred in all; the most over its share gives way."""
    share = {name: DRAWN * count / sum(stood.values()) for name, count in stood.items()}
    quota = {name: max(FEWEST, round(one)) for name, one in share.items()}
    while sum(quota.values()) > DRAWN:
        quota[max((name for name in quota if quota[name] > FEWEST), key=lambda name: quota[name] / stood[name])] -= 1
    return quota


@pytest.fixture(scope="module")
def third(catalog) -> ThirdReading:
    return catalog.third


@pytest.fixture(scope="module")
def programmes(catalog) -> dict[str, str]:
    return dict(zip(catalog.frame["figure"], catalog.frame["programme"], strict=True))


def test_of_each_programme_as_many_were_drawn_as_the_rule_says(third, programmes):
    drawn = [programmes[one.figure] for one in third.drawn]
    assert {name: drawn.count(name) for name, _ in third.stood} == quotas(dict(third.stood))
    assert len(drawn) == len({one.figure for one in third.drawn}) == DRAWN


@pytest.mark.parametrize("programme", ["tibet", "xinjiang", "qinghai", "east-west", "three-gorges", "wenchuan", "water-transfer"])
def test_those_that_were_drawn_come_first_by_the_hash_of_their_id(catalog, third, programmes, programme):
    drawn = {one.figure for one in third.drawn if programmes[one.figure] == programme}
    reported = catalog.frame[(catalog.frame["programme"] == programme) & (catalog.frame["status"] == "reported")]["figure"]
    standing = sorted({*reported, *drawn} - LATER, key=rank)
    assert set(standing[: len(drawn)]) == drawn


def test_what_was_read_has_verdicts_on_it_alone(third):
    assert {one.read for one in third.drawn} <= set(READ)
    assert all(set(one.verdicts) <= set(one.aspects) <= set(ASPECTS) for one in third.drawn)


@pytest.mark.parametrize(
    ("text", "place", "rule", "hint"),
    [
        (HEAD + FIGURE.replace("funds-1", "funds-99"), (5, 14), "third_readings_are_of_figures", "Did you mean"),
        (HEAD + FIGURE + FIGURE, (6, 14), "third_readings_are_of_figures", "Remove one of the two."),
        (HEAD + FIGURE.replace("all", "some"), (5, 46), "choices_are_known", "all"),
        (HEAD + FIGURE.replace("all", "all, basis: theirs"), (5, 58), "choices_are_known", "ours"),
        (HEAD + FIGURE.replace("all", "all, found: ours"), (5, 58), "third_readings_judge_what_was_read", "Remove found"),
        (HEAD + FIGURE.replace("all", "nothing"), (5, 46), "third_readings_judge_what_was_read", "why:"),
        (HEAD + FIGURE.replace("all", "found"), (5, 46), "third_readings_judge_what_was_read", "found: open"),
        (HEAD + FIGURE.replace("read: all", "read: all, verdict: ours"), (5, 51), "fields_are_known", ""),
        (HEAD + FIGURE.replace(", read: all", ""), (5, 5), "required_fields_are_present", "read"),
        (HEAD.replace("2026-11-26", "yesterday") + FIGURE, (1, 6), "dates_are_iso_8601", "2023-08-15"),
        (HEAD + "  one: {read: all}\n", (5, 3), "lists_are_written_as_lists", "-"),
    ],
    ids=[
        "no figure",
        "twice",
        "no such reading",
        "no such verdict",
        "found and read",
        "no reason",
        "no verdict",
        "unknown",
        "absent",
        "day",
        "list",
    ],
)
def test_what_is_written_wrong_is_told_with_its_place_and_remedy(tmp_path: Path, text, place, rule, hint):
    good(tmp_path)
    (tmp_path / "third-reading.yaml").write_text(text, "utf-8")
    problem = folders.read(tmp_path).problems[0]
    assert (problem.line, problem.column, problem.rule, Path(problem.file).name) == (*place, rule, "third-reading.yaml")
    assert hint in problem.hint.en


def test_a_folder_without_a_third_reading_has_none(tmp_path: Path):
    read = folders.read(good(tmp_path))
    assert (read.problems, read.third) == ([], ThirdReading())
