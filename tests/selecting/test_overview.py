"""What the programme adds up to: never twice the same, never unlike with unlike."""

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.selecting.overview import overview

from ..frames import GANNAN, HAIXI, HUANGNAN, frame, holding


def scheme(catalog: Catalog, *rows: Row):
    return next(one for one in overview(holding(catalog, frame(*rows))) if one.programme == "qinghai")


PLAN = {"period": "2016/2020", "metric": "funds"}


def test_figures_of_one_plan_level_and_basis_are_added(small: Catalog) -> None:
    (found,) = scheme(small, HUANGNAN | PLAN | {"stated": "3亿元"}, HAIXI | PLAN | {"stated": "4亿元"}).sums
    assert (found.value, found.plan, found.basis, len(found.figures)) == (7e8, "2016-2020", "spent", 2)
    assert found.interval.low < 7e8 < found.interval.high


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2016/2019"},
        {"basis": "planned"},
        {"level": "county"},
        {"category": "fiscal", "category_zh": "财政资金", "category_en": "Fiscal money"},
        {"extent": "part", "scope": "一县"},
        {"within": "tianjin-huangnan"},  # a part of the other
        {"level": "national"},
    ],
)
def test_anything_unlike_forbids_the_sum(small: Catalog, other: Row) -> None:
    found = scheme(small, HUANGNAN | PLAN | {"stated": "3亿元"}, HAIXI | PLAN | {"stated": "4亿元"} | other)
    assert found.sums == ()


def test_what_is_refused_is_counted(small: Catalog) -> None:
    rows = [HUANGNAN | PLAN | {"stated": "3亿元"}, HAIXI | PLAN | {"stated": "4亿元", "period": "2010/2019"}]
    (refused,) = scheme(small, *rows).refused
    assert (refused.metric, refused.plan, refused.spans, refused.alone) == ("funds", "2016-2020", 1, 1)


def test_one_figure_a_pairing_is_added(small: Catalog) -> None:
    rows = [HUANGNAN | PLAN | {"stated": text} for text in ("3亿元", "3.1亿元")] + [GANNAN | PLAN | {"stated": "4亿元"}]
    (found,) = scheme(small, *rows).sums
    assert len(found.figures) == 2


def test_neighbouring_years_of_a_whole_scheme_add_up(small: Catalog) -> None:
    years = [
        HUANGNAN | {"stated": f"{number}亿元", "period": year, "level": "national"}
        for number, year in ((1, "2021"), (2, "2022"), (4, "2024"))
    ]
    (found,) = scheme(small, *years).years
    assert (found.first, found.last, found.value) == (2021, 2022, 3e8)


def test_every_sum_of_the_curated_figures_is_of_like_figures(catalog: Catalog) -> None:
    rows = catalog.frame.set_index("figure")
    sums = [found for one in overview(catalog) for found in one.sums]
    assert sums
    for found in sums:
        listed = rows.loc[list(found.figures)]
        assert listed["pairing"].is_unique
        for column in ("unit", "basis", "level", "programme", "period_start", "period_end", "category", "extent", "kind"):
            assert listed[column].nunique() == 1, column


def test_what_nobody_reports_has_no_figure(catalog: Catalog) -> None:
    for one in overview(catalog):
        told = set(catalog.frame[(catalog.frame["programme"] == one.programme) & (catalog.frame["status"] == "reported")]["metric"])
        assert set(one.silent) == set(catalog.metrics) - told
