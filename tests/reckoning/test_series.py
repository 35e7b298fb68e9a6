"""Which figures a line may join, and where it breaks."""

from math import inf

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.figures.interval import Interval
from metrics.reckoning.series import Increment, Line, is_year, joined

from ..conftest import over, printed


def year(number: int, **more: object) -> Row:
    return over(f"{number}-01-01", f"{number}-12-31") | more


def since(start: int, end: str, **more: object) -> Row:
    return over(f"{start}-01-01", end) | more


def at(end: str, kind: str = "level", **more: object) -> Row:
    return over(None, end) | {"kind": kind} | more


def test_totals_of_single_years_form_an_annual_line() -> None:
    assert list(joined(printed(year(2020), year(2021), year(2022))).lines) == [Line("annual", (0, 1, 2))]


def test_totals_with_one_start_and_later_ends_form_a_cumulative_line() -> None:
    assert list(joined(printed(since(2010, "2023-08-31"), since(2010, "2024-08-31"))).lines) == [Line("cumulative", (0, 1))]


@pytest.mark.parametrize("kind", ["level", "rate"])
def test_levels_and_rates_have_lines_of_their_own(kind: str) -> None:
    rows = printed(at("2023-12-31", kind), at("2024-06-30", kind), at("2025-06-30", kind))
    assert list(joined(rows).lines) == [Line(kind, (0, 1, 2))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("pairing", "zhejiang-haixi"),
        ("metric", "investment"),
        ("unit", "USD"),
        ("kind", "level"),
        ("basis", "in-place"),
        ("scope", "泽库县"),
        ("label_zh", "县域连通工程"),
    ],
)
def test_a_series_shares_what_makes_its_figures_alike(column: str, value: str) -> None:
    assert list(joined(printed(year(2020), year(2021))).lines) == [Line("annual", (0, 1))]
    assert list(joined(printed(year(2020), year(2021, **{column: value}))).lines) == []


@pytest.mark.parametrize(
    ("course", "rows"),
    [
        ("annual", [year(number) for number in (2018, 2019, 2021, 2022, 2024)]),
        ("cumulative", [since(2010, f"{number}-06-30") for number in (2018, 2019, 2021, 2022, 2024)]),
        ("level", [at(f"{number}-06-30") for number in (2018, 2019, 2021, 2022, 2024)]),
        ("rate", [at(f"{number}-06-30", "rate") for number in (2018, 2019, 2021, 2022, 2024)]),
    ],
)
def test_a_gap_stays_a_gap(course: str, rows: list[Row]) -> None:
    assert list(joined(printed(*rows)).lines) == [Line(course, (0, 1)), Line(course, (2, 3))]  # type: ignore[arg-type]


def test_totals_with_different_starts_are_no_line() -> None:
    assert list(joined(printed(since(2010, "2023-08-31"), since(2011, "2024-08-31"))).lines) == []


def test_an_annual_and_a_cumulative_line_are_not_mixed() -> None:
    rows = printed(year(2022), since(2010, "2023-08-31"), year(2023), since(2010, "2024-08-31"))
    assert list(joined(rows).lines) == [Line("annual", (0, 2)), Line("cumulative", (1, 3))]
    assert list(joined(printed(year(2020), since(2020, "2021-06-30"))).lines) == []


@pytest.mark.parametrize("row", [over(None, "2021-12-31"), over("2020-01-01", None), over(None, None)])
def test_a_total_whose_period_is_open_is_on_no_line(row: Row) -> None:
    assert list(joined(printed(since(2020, "2022-06-30"), row)).lines) == []


def test_what_reports_no_figure_is_on_no_line() -> None:
    assert joined(printed(year(2020), year(2021, status="not-found"))).lines == ()


def test_one_figure_is_no_line_and_none_is_none() -> None:
    assert list(joined(printed(year(2020))).lines) == []
    assert list(joined(printed()).lines) == []


def test_two_reports_of_one_end_are_no_step_of_a_line() -> None:
    assert list(joined(printed(year(2020), year(2021), year(2021))).lines) == [Line("annual", (0, 1))]
    assert list(joined(printed(since(2010, "2024-08-31"), since(2010, "2024-08-31"))).lines) == []


def test_of_two_reports_of_one_end_the_preferred_one_is_on_the_line() -> None:
    assert list(joined(printed(year(2020), year(2021), year(2021, preferred=True))).lines) == [Line("annual", (0, 2))]


def test_a_line_runs_from_the_oldest_to_the_latest() -> None:
    assert list(joined(printed(year(2022), year(2020), year(2021))).lines) == [Line("annual", (1, 2, 0))]


def test_a_line_names_rows_that_it_was_given(catalog: Catalog) -> None:
    rows = catalog.rows("funds", catalog.pairings)
    found = joined(rows).lines
    assert {row for line in found for row in line.rows} <= {row.Index for row in rows}
    assert found != ()


def test_the_growth_between_two_reports_has_the_bounds_of_both_even_over_a_gap() -> None:
    earlier = since(2010, "2016-08-31", value=848e6, low=847.5e6, high=848.5e6)
    later = since(2010, "2024-04-30", value=2570e6, low=2565e6, high=2575e6)
    assert list(joined(printed(earlier, later)).increments) == [Increment(0, 1, 1722e6, Interval(1716.5e6, 1727.5e6))]


def test_the_growth_from_a_bound_is_a_bound() -> None:
    earlier = since(2010, "2016-08-31", value=200.0, low=200.0)
    later = since(2010, "2024-04-30", value=500.0, low=500.0, high=500.0)
    assert list(joined(printed(earlier, later)).increments) == [Increment(0, 1, 300.0, Interval(-inf, 300.0))]


def test_single_years_have_no_growth() -> None:
    assert joined(printed(year(2020, value=1.0), year(2021, value=2.0))).increments == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (year(2024), True),
        (over("2023-01-01", "2024-12-31"), False),
        (over("2024-01-01", "2024-12-30"), False),
        (over("2024-01-02", "2024-12-31"), False),
        (over(None, "2024-12-31"), False),
        (over("2024-01-01", None), False),
    ],
)
def test_a_year_is_exactly_one_calendar_year(row: Row, expected: bool) -> None:
    assert [is_year(one) for one in printed(row)] == [expected]
