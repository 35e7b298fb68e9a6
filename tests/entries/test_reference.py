"""Denominators and deflators: read with their sources, refused where they are not sound, and absent where they are absent."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from metrics.catalog.catalog import Catalog, load
from metrics.catalog.folder import read
from metrics.entries.reference import References
from metrics.rules.whole import EVERYWHERE

from ..conftest import CURATED, SMALL

POPULATION = """\
sources:
  census:
    publisher: 统计局
    url: https://example.org/census
    language: zh-Hans
    tier: A
figures:
  - {id: huangnan-2020, code: 632300, name: {zh: 黄南州, en: Huangnan}, period: 2020-11-01, value: 276215, source: census}
  - {id: huangnan-2010, code: 632300, name: {zh: 黄南州, en: Huangnan}, period: 2010-11-01, value: 256716, source: census}
"""
PRICES = """\
sources:
  bank: {publisher: World Bank, language: en, tier: B}
figures:
  - {id: prices-2021, period: 2021, value: 0.98, source: bank}
  - {id: prices-1999, period: 1999, value: -1.4, source: bank}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "curated"
    shutil.copytree(SMALL, made)
    return made


def test_residents_stand_by_code_oldest_first(folder: Path) -> None:
    (folder / "population.yaml").write_text(POPULATION, "utf-8")
    (counts,) = load(folder).references.residents.items()
    assert counts[0] == "632300"
    assert [(one.id, one.day, one.value, one.name.en, one.source.url) for one in counts[1]] == [
        ("huangnan-2010", date(2010, 11, 1), 256_716.0, "Huangnan", "https://example.org/census"),
        ("huangnan-2020", date(2020, 11, 1), 276_215.0, "Huangnan", "https://example.org/census"),
    ]


def test_prices_stand_by_year_and_may_fall(folder: Path) -> None:
    (folder / "prices.yaml").write_text(PRICES, "utf-8")
    prices = load(folder).references.prices
    assert {year: (one.id, one.value, one.source.publisher) for year, one in prices.items()} == {
        2021: ("prices-2021", 0.98, "World Bank"),
        1999: ("prices-1999", -1.4, "World Bank"),
    }


def test_both_files_may_be_absent(folder: Path) -> None:
    assert load(folder).references == References({}, {})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1990, 1, 1), "huangnan-2010"),
        (date(2015, 11, 1), "huangnan-2010"),  # 1826 days after the one, 1827 before the other
        (date(2015, 11, 2), "huangnan-2020"),  # the other way round
        (date(2025, 12, 31), "huangnan-2020"),
    ],
)
def test_the_census_nearest_to_a_day_is_taken(folder: Path, day: date, expected: str) -> None:
    (folder / "population.yaml").write_text(POPULATION, "utf-8")
    found = load(folder).references.residents_at("632300", day)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("code", ["632800", "", None])
def test_where_nobody_counted_there_is_no_census(folder: Path, code: str | None) -> None:
    (folder / "population.yaml").write_text(POPULATION, "utf-8")
    assert load(folder).references.residents_at(code, date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("population.yaml", POPULATION.replace("source: census}", "source: cencus}", 1), "8:113 sources_are_declared"),
        ("population.yaml", POPULATION.replace("code: 632300", "code: 6323", 1), "8:31 codes_have_six_digits"),
        ("population.yaml", POPULATION.replace("276215", "276,215"), "8:101 fields_are_known"),
        ("population.yaml", POPULATION.replace("name: {zh: 黄南州, en: Huangnan}, ", "", 1), "8:5 required_fields_are_present"),
        ("population.yaml", POPULATION.replace("2010-11-01", "2020-11-01"), "9:78 figures_do_not_repeat"),
        ("population.yaml", POPULATION.replace("2020-11-01", "2020-11-31"), "8:78 dates_are_iso_8601"),
        ("population.yaml", POPULATION.partition("figures:")[0], "1:1 required_fields_are_present"),
        ("population.yaml", POPULATION.partition("figures:")[0] + "figures: {a: b}\n", "7:10 lists_are_written_as_lists"),
        ("prices.yaml", PRICES.replace("period: 1999", "period: 2021"), "5:31 figures_do_not_repeat"),
        ("population.yaml", POPULATION.replace("id: huangnan-2010", "id: huangnan-2020"), "9:10 ids_do_not_repeat"),
        ("prices.yaml", PRICES.replace("value: 0.98", "value: 0.98%"), "4:44 numbers_are_plain"),
        ("prices.yaml", PRICES.replace("value: 0.98", "price: 0.98"), "4:37 fields_are_known, 4:5 required_fields_are_present"),
    ],
)
def test_what_is_not_sound_is_a_problem_with_its_place(folder: Path, file: str, text: str, problem: str) -> None:
    (folder / file).write_text(text, "utf-8")
    found = read(folder).problems
    assert ", ".join(sorted(f"{one.line}:{one.column} {one.rule}" for one in found)) == problem
    assert {Path(one.file).name for one in found} == {file}


def test_most_curated_recipients_have_a_census_and_the_prices_no_gap(catalog: Catalog) -> None:
    codes = {pairing.recipient.code for pairing in catalog.pairings.values()}
    counted = codes & set(catalog.references.residents)
    assert len(counted) > 0.8 * len(codes)
    assert [code for code in counted if code == EVERYWHERE or code.startswith("6590")] == []  # XPCC divisions have no code of their own
    years = sorted(catalog.references.prices)
    assert years == list(range(years[0], years[-1] + 1))
    assert 2020 in years


def test_every_curated_denominator_and_deflator_has_its_source(catalog: Catalog) -> None:
    references = [*catalog.references.prices.values(), *(one for listed in catalog.references.residents.values() for one in listed)]
    assert len(references) > 40
    assert all(one.source.url and one.source.publisher for one in references)
    assert len({one.id for one in references}) == len(references)
    assert (CURATED / "population.yaml").is_file()
