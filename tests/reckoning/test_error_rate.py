"""Error rates: counted from the verdicts, with the interval that their number allows."""

import pytest

from components.wording.strings import t
from metrics.catalog.third_reading import Drawn, ThirdReading
from metrics.reckoning.error_rate import FIGURES, rates, wilson
from tests.conftest import ROOT

READ = ThirdReading(
    "2026-11-26",
    (("qinghai", 5),),
    (
        Drawn("a", "all", {}),
        Drawn("b", "all", {"period": "ours", "basis": "open"}),
        Drawn("c", "all", {"basis": "reader"}),
        Drawn("d", "found", {"found": "open"}),
        Drawn("e", "nothing", {}),
    ),
)


def test_each_aspect_is_counted_over_the_figures_of_which_it_was_read() -> None:
    counted = {one.aspect: (one.read, one.alike, one.ours, one.open, one.reader) for one in rates(READ)}
    assert counted["found"] == (4, 3, 0, 1, 0)
    assert counted["period"] == (3, 2, 1, 0, 0)
    assert counted["basis"] == (3, 1, 0, 1, 1)
    assert counted["kind"] == (3, 3, 0, 0, 0)


def test_a_figure_is_wrong_where_any_of_it_is_and_uncounted_where_nothing_was_read() -> None:
    (whole,) = [one for one in rates(READ) if one.aspect == FIGURES]
    assert (whole.read, whole.alike, whole.ours, whole.open, whole.reader) == (4, 1, 1, 1, 1)


def test_nothing_read_is_no_rate() -> None:
    assert rates(ThirdReading()) == ()


@pytest.mark.parametrize(
    ("errors", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662), (10, 10, 0.7225, 1.0)],
)
def test_the_interval_is_the_one_in_print(errors: int, of: int, low: float, high: float) -> None:
    """81 of 263: R. G. Newcombe, Statistics in Medicine 17 (1998), table I; the others by the formula there, by hand."""
    assert wilson(errors, of) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_of_nothing_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


def test_the_method_prints_what_the_file_counts(catalog) -> None:
    told = (ROOT / "docs" / "method.md").read_text("utf-8")
    rows = [
        f"| {t(f'aspect_{one.aspect}', 'en').lower()} | {one.read} | {one.alike} | {one.ours} | {one.open} | {one.reader} "
        f"| {100 * one.low:.1f}–{100 * one.high:.1f} % |"
        for one in rates(catalog.third)
    ]
    assert "\n".join(rows) in told
    assert f"{sum(count for _, count in catalog.third.stood):,} that stood" in told
