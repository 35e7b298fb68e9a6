"""What was searched in vain for some years says which, wherever it is shown, and never passes for a figure."""

import pytest

from components.parts.notices import searched
from components.wording.captions import sought
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.catalog.tuples import row_tuples
from metrics.selecting.filtering import select
from metrics.selecting.profile import profile
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import parse

from ..frames import frame, holding
from ..seen import words

TOLD: Row = {"stated": "18.51亿元", "period": "2021", "basis": "spent"}
HOLE: Row = {"status": "not-found", "searched": "2026-11-26", "period": "2022/2024", "category": "fiscal"}
PAIR = "tianjin-huangnan"


@pytest.fixture
def held(small: Catalog) -> Catalog:
    return holding(small, frame(TOLD, HOLE | {"category_zh": "财政资金", "category_en": "Fiscal money"}))


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "已查，未见数据（2026年11月26日）：黄南州 · 财政资金 · 2022—2024"),
        ("en", "Searched, not found (26 Nov 2026): Huangnan · Fiscal money · 2022–2024"),
    ],
)
def test_the_notes_name_the_years_and_the_category(held: Catalog, language, line: str) -> None:
    assert [words(one) for one in searched(held.figures, language)] == [line]


def test_a_profile_lists_it_apart_from_the_figures(held: Catalog) -> None:
    found = profile(PAIR, held)
    assert [sought("Funds", row, "en") for row in found.searched] == ["Funds · Fiscal money · 2022–2024"]
    assert [row.stated for rows in found.figures.values() for row in rows] == ["18.51亿元"]


@pytest.mark.parametrize(("years", "kept"), [("since=2022&until=2022", 1), ("since=2019&until=2020", 0), ("", 1)])
def test_it_belongs_to_the_years_that_were_searched(held: Catalog, years: str, kept: int) -> None:
    view = select(resolve(parse(f"?metric=funds&parts=1&pair={PAIR}&{years}"), held), held)
    assert sum(row.status == "not-found" for row in view) == kept


def test_every_hole_of_the_series_has_an_entry_or_a_figure(catalog: Catalog) -> None:
    """Ten pairs of provinces and all of them together, seven series, four years."""
    pairs = "jiangsu-shaanxi guangdong-guangxi guangdong-guizhou fujian-ningxia zhejiang-sichuan shanghai-yunnan "
    pairs += "beijing-inner-mongolia tianjin-gansu shandong-chongqing shandong-gansu all-east-west"
    entries = catalog.frame[catalog.frame["pairing"].isin(pairs.split())]
    years = {(row.pairing, row.metric, year) for row in row_tuples(entries) for year in whole_years(row.period)}
    metrics = ("funds", "projects", "personnel", "trainees", "employment", "sales")
    asked = {(pair, metric, year) for pair in pairs.split() for metric in metrics for year in range(2021, 2025)}
    assert asked - years == set()
    assert (entries["status"] == "not-found").sum() > 80


def whole_years(period: str) -> range:
    """The years that a period of one or more whole years names."""
    first, _, last = period.partition("/")
    return range(int(first), int(last or first) + 1) if first.isdigit() and (last or first).isdigit() else range(0)
