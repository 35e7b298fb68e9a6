"""The curator's handbook says what the rules accept: the same fields, the same that must be there, the same words."""

import re

import pytest

from metrics.entries import fields
from metrics.entries.fields import BASES, EXTENTS, FIGURE, KINDS, SCOPE, SCRIPTS, SOURCE, STATUSES, TIERS
from metrics.entries.records import Fields
from metrics.figures.stated import read
from metrics.figures.units import UNITS
from metrics.rules.figures import PRINTED

from ..conftest import CURATED

HANDBOOK = (CURATED / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The text under a heading, up to the next of the same rank."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", HANDBOOK, re.MULTILINE | re.DOTALL)
    assert found, f"the handbook has no section {title!r}"
    return found.group(1)


def table(title: str) -> dict[str, bool]:
    """Field -> whether it must be there, off the table of a section."""
    rows = re.findall(r"^\| (`[^|]*`) \| (yes|no) \|", section(title), re.MULTILINE)
    return {name: must == "yes" for names, must in rows for name in re.findall(r"`([a-z]+)`", names)}


@pytest.mark.parametrize(
    ("title", "known", "cited"), [("A figure", FIGURE, PRINTED), ("A source", SOURCE, ()), ("A scope", SCOPE, ())], ids=lambda value: ""
)
def test_the_handbook_lists_exactly_the_fields_that_are_read(title: str, known: Fields, cited: tuple[str, ...]) -> None:
    assert table(title) == {name: field.required or name in cited for name, field in known.items()}


def test_the_tables_were_found() -> None:
    assert [len(table(title)) for title in ("A figure", "A source", "A scope")] == [len(FIGURE), len(SOURCE), len(SCOPE)] == [18, 9, 3]


def test_the_handbook_explains_every_basis_and_no_other() -> None:
    bases = section("A figure").partition("### Basis")[2].partition("###")[0]
    assert tuple(re.findall(r"^\| `([a-z-]+)` \|", bases, re.MULTILINE)) == BASES


@pytest.mark.parametrize("kind", KINDS)
def test_the_handbook_explains_every_kind(kind: str) -> None:
    assert f"`{kind}`" in section("A figure").partition("### Kind")[2].partition("###")[0]


@pytest.mark.parametrize("unit", UNITS)
def test_the_handbook_names_every_unit(unit: str) -> None:
    assert f"`{unit}`" in section("Units")


def test_the_words_that_the_handbook_gives_for_a_unit_are_read_as_it() -> None:
    told = re.findall(r"`([A-Za-z0-9-]+)` (?:for what is counted with\n)?([^`,.]+?)(?:, | and )", section("Units").partition("`stated`")[0])
    pairs = [(unit, word) for unit, words in told for word in words.split()]
    assert {unit for unit, _ in pairs} == set(UNITS)
    assert len(pairs) > 20
    for unit, word in pairs:
        assert read(f"3{word}").unit == unit


@pytest.mark.parametrize("name", [*STATUSES, *EXTENTS, *SCRIPTS, *TIERS])
def test_the_handbook_names_every_choice(name: str) -> None:
    assert f"`{name}`" in HANDBOOK or f": {name}`" in HANDBOOK


def test_every_figure_that_the_handbook_shows_can_be_read() -> None:
    shown = set(re.findall(r"`(?:stated: )?([^`]*\d[^`]*[元人次])`", HANDBOOK))
    assert shown >= {"近2.5万人", "30多亿元", "1.2万余人次", "0人"}
    assert {read(printed).unit for printed in shown} == {"CNY", "person", "person-time"}


def test_the_example_of_a_pairing_has_fields_that_are_known() -> None:
    example = section("A pairing")
    known = {*fields.PAIRING_FILE, *SOURCE, *SCOPE, *FIGURE, "zh", "en", "code"}
    names = set(re.findall(r"(?:^ *(?:- )?|[{,] ?)([a-z]+):(?= |$)", example, re.MULTILINE))
    assert names - known == {"funds"}
    assert {"pairing", "sources", "figures", "stated", "locator", "report"} <= names
