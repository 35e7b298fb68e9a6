"""The curator's handbook says what the rules accept: the same fields, the same that must be there, the same words."""

import re

import pytest

from metrics.catalog import folder as folders
from metrics.entries import fields
from metrics.entries.fields import (
    ATTRIBUTIONS,
    BASES,
    CATEGORY,
    EXTENTS,
    FIGURE,
    HOST,
    HOSTS,
    KINDS,
    LEVELS,
    METRIC,
    PAIRING_FILE,
    PROGRAMME,
    READ,
    SCOPE,
    SCRIPTS,
    SOURCE,
    STATUSES,
    THEMES,
    TIERS,
)
from metrics.entries.records import Fields
from metrics.figures.stated import read
from metrics.figures.units import UNITS
from metrics.rules.figures import PRINTED

from ..conftest import CURATED

HANDBOOK = (CURATED / "README.md").read_text(encoding="utf-8")
TABLES: dict[str, Fields] = {
    "A pairing": PAIRING_FILE,
    "A figure": FIGURE,
    "A report": SOURCE,
    "A scope": SCOPE,
    "A metric": METRIC,
    "A category": CATEGORY,
    "A programme": PROGRAMME,
    "A site": HOST,
}
CHOICES = {
    "A figure": [*STATUSES, *KINDS, *ATTRIBUTIONS],
    "A scope": EXTENTS,
    "A pairing": LEVELS,
    "A report": [*SCRIPTS, *TIERS, *READ],
    "A metric": THEMES,
    "A site": HOSTS,
}


def section(title: str) -> str:
    """The text under a heading, up to the next of the same rank."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", HANDBOOK, re.MULTILINE | re.DOTALL)
    assert found, f"the handbook has no section {title!r}"
    return found.group(1)


def table(title: str) -> dict[str, bool]:
    """Field -> whether it must be there, off the table of a section."""
    rows = re.findall(r"^\| (`[^|]*`) \| (yes|no) \|", section(title), re.MULTILINE)
    return {name: must == "yes" for names, must in rows for name in re.findall(r"`([a-z]+)`", names)}


@pytest.mark.parametrize("title", TABLES)
def test_the_handbook_lists_exactly_the_fields_that_are_read(title: str) -> None:
    cited = PRINTED if title == "A figure" else ()
    assert table(title) == {name: field.required or name in cited for name, field in TABLES[title].items()}


def test_every_table_of_fields_has_its_place_in_the_handbook() -> None:
    tables = {name: value for name, value in vars(fields).items() if name.isupper() and isinstance(value, dict)}
    unlisted = [name for name, value in tables.items() if value not in TABLES.values()]
    assert unlisted == ["UNITS", "PLACE"]  # its fields stand in the row of donor and recipient
    assert all(f"{name}: …" in section("A pairing") for name in fields.PLACE)


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


@pytest.mark.parametrize(("title", "name"), [(title, name) for title, names in CHOICES.items() for name in names])
def test_the_handbook_names_every_choice_where_it_is_made(title: str, name: str) -> None:
    assert f"`{name}`" in section(title) or f": {name}`" in section(title)


def test_every_choice_that_a_field_has_is_looked_for() -> None:
    made = {name for table in (*TABLES.values(), fields.PLACE) for one in table.values() for name in one.kind.schema.get("enum", ())}
    assert made - {name for names in CHOICES.values() for name in names} == {*BASES, *UNITS}


def test_every_figure_that_the_handbook_shows_can_be_read() -> None:
    shown = set(re.findall(r"`(?:stated: )?([^`]*\d[^`]*[元人次])`", HANDBOOK))
    assert shown >= {"近2.5万人", "30多亿元", "1.2万余人次", "0人"}
    assert {read(printed).unit for printed in shown} == {"CNY", "person", "person-time"}


def fields_shown(title: str) -> set[str]:
    """The fields of a section's example."""
    example = section(title).partition("```yaml\n")[2].partition("```")[0]
    return set(re.findall(r"(?:^ *(?:- )?|[{,] ?)([a-z]+):(?= |$)", example, re.MULTILINE))


def test_the_example_of_a_pairing_has_fields_that_are_known() -> None:
    assert fields_shown("A pairing") - {*PAIRING_FILE, *SCOPE, *FIGURE, "zh", "en", "code"} == {"funds"}
    assert {"pairing", "source", "scopes", "figures", "stated", "locator"} <= fields_shown("A pairing")


def test_the_example_of_a_report_is_the_one_that_is_declared() -> None:
    example = section("A report").partition("```yaml\n")[2].partition("```")[0]
    name = example.partition(":")[0]
    year = re.findall(r"published: (\d{4})", example)[0]
    declared = (CURATED / "reports" / f"{year}.yaml").read_text("utf-8")
    assert {line for line in example.splitlines() if "readings" not in line} <= set(declared.splitlines())
    assert f"\n{name}:\n" in declared


def test_the_handbook_shows_every_file_that_is_read_for_all() -> None:
    layout = HANDBOOK.partition("```text\n")[2].partition("```")[0]
    assert [name for name in (*folders.SHARED, f"{folders.REPORTS}/") if f"  {name} " not in layout] == []
    programmes = {path.name for path in CURATED.iterdir() if path.is_dir()} - {folders.REPORTS}
    assert set(re.findall(r"([a-z-]+)/ ", layout)) - {folders.REPORTS} <= programmes
