"""Bounds: whatever operands within theirs can give lies within those of the result."""

from math import inf, nan

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from metrics.figures.interval import Interval, exactly

NUMBERS = st.integers(-(10**6), 10**6)
Known = tuple[Interval, int]


@st.composite
def known(draw: st.DrawFn) -> Known:
    """A number, and bounds that hold it; either side may be open."""
    low, number, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    return Interval(-inf if draw(st.booleans()) else low, inf if draw(st.booleans()) else high), number


@given(known(), known())
def test_a_sum_holds_every_sum(one: Known, other: Known) -> None:
    assert one[1] + other[1] in one[0] + other[0]


@given(known(), known())
def test_a_difference_holds_every_difference(one: Known, other: Known) -> None:
    assert one[1] - other[1] in one[0] - other[0]


@given(known(), known())
@example((Interval(0, 0), 0), (Interval(), 7))
@example((Interval(0, inf), 0), (Interval(-inf, 0), -7))
def test_a_product_holds_every_product(one: Known, other: Known) -> None:
    assert one[1] * other[1] in one[0] * other[0]


@st.composite
def not_zero(draw: st.DrawFn) -> Known:
    """A number that is surely above zero, or surely below it, and bounds that hold it."""
    low, number, high = sorted(draw(st.tuples(*[st.integers(1, 10**6)] * 3)))
    end = inf if draw(st.booleans()) else high
    return (Interval(low, end), number) if draw(st.booleans()) else (Interval(-end, -low), -number)


@given(known(), not_zero())
@example((exactly(49), 49), (exactly(49), 49))
@example((Interval(low=6), 10**6), (Interval(low=2), 2))
def test_a_quotient_holds_every_quotient(one: Known, other: Known) -> None:
    assert one[1] / other[1] in one[0] / other[0]


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Interval(10, 20) + Interval(1, 2), Interval(11, 22)),
        (Interval(10, 20) - Interval(1, 2), Interval(8, 19)),
        (Interval(-2, 3) * Interval(4, 5), Interval(-10, 15)),
        (Interval(10, 20) / Interval(2, 4), Interval(2.5, 10)),
        (Interval(high=25_000) / exactly(10), Interval(high=2_500)),
        (Interval(low=400) * exactly(0.5), Interval(low=200)),
        (Interval(low=400) - Interval(low=100), Interval()),
        (Interval(low=400) - Interval(high=100), Interval(low=300)),
        (Interval(2, 4) / Interval(low=1), Interval(0, 4)),
        (exactly(0) * Interval(), exactly(0)),
    ],
)
def test_arithmetic_is_no_wider_than_it_must_be(result: Interval, expected: Interval) -> None:
    assert result == expected


@pytest.mark.parametrize("divisor", [exactly(0), Interval(-1, 1), Interval(0, 5), Interval(high=0), Interval()])
def test_nothing_is_divided_by_what_may_be_zero(divisor: Interval) -> None:
    with pytest.raises(ZeroDivisionError, match="may be zero"):
        exactly(1) / divisor


@pytest.mark.parametrize(("low", "high"), [(5, 3), (inf, -inf), (nan, 3), (3, nan), (nan, nan)])
def test_bounds_that_are_out_of_order_or_no_numbers_are_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="is above high"):
        Interval(low, high)


@given(known(), known())
def test_intervals_overlap_exactly_where_a_number_may_be_in_both(one: Known, other: Known) -> None:
    nearest = max(one[0].low, other[0].low)
    shared = nearest in one[0] and nearest in other[0]
    assert one[0].overlaps(other[0]) == other[0].overlaps(one[0]) == shared


@pytest.mark.parametrize(
    ("interval", "bounded"), [(Interval(1, 2), True), (exactly(0), True), (Interval(low=1), False), (Interval(high=1), False)]
)
def test_an_interval_is_bounded_on_both_sides_or_not(interval: Interval, bounded: bool) -> None:
    assert interval.bounded is bounded
