"""Periods: what each spelling covers, and the laws of overlapping and lying within."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.figures.period import Period, parse, shorter_than_a_year, span


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-08", date(2023, 8, 1), date(2023, 8, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-08-15", date(2023, 8, 15), date(2023, 8, 15)),
        ("2010/2024-08", date(2010, 1, 1), date(2024, 8, 31)),
        ("2011/2015", date(2011, 1, 1), date(2015, 12, 31)),
        ("2025/2025-06-23", date(2025, 1, 1), date(2025, 6, 23)),
        ("2012-11/2024-06-21", date(2012, 11, 1), date(2024, 6, 21)),
        ("2024-08/2024", date(2024, 8, 1), date(2024, 12, 31)),
        ("2023/2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("../2020-09-12", None, date(2020, 9, 12)),
        ("2010/..", date(2010, 1, 1), None),
        ("unstated", None, None),
    ],
)
def test_a_period_covers_both_its_ends(text: str, start: date | None, end: date | None) -> None:
    assert parse(text) == Period(text, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "/2024",
        "2010/",
        "2010//2024",
        "2010/2024/2025",
        "2024/2010",
        "2023-08-16/2023-08-15",
        "2023-13",
        "2023-00",
        "2023-00-15",
        "2023-08-00",
        "2023-02-29",
        "2023-8",
        "2023-08-1",
        "23",
        "1948",
        "2101",
        "0000",
        " 2023",
        "2023\n",
        "2023年",
        "２０２３",
        "٢٠٢٣",
        "2023 / 2024",
        "2023—2024",
        "unstated/2024",
        "2023-08-15T00:00",
    ],
)
def test_what_is_no_period_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no year|is not in the calendar|is not between|ends are open|before it begins"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [("2023", 1.0), ("2024", 1.0), ("2011/2015", 5.0), ("2024-02", 29 / 366), ("2010/2024-06-30", 14 + 182 / 366), ("2010/..", None)],
)
def test_a_length_is_counted_in_calendar_years(text: str, years: float | None) -> None:
    assert parse(text).years == (None if years is None else pytest.approx(years, abs=1e-12))


@pytest.mark.parametrize(
    ("text", "year"),
    [("2023", 2023), ("2023/2023", 2023), ("2023-01/2023-12", 2023), ("2023-08", None), ("2022/2023", None), ("../2023", None)],
)
def test_a_calendar_year_is_exactly_one(text: str, year: int | None) -> None:
    assert parse(text).calendar_year == year


DAYS = st.dates(date(1949, 1, 1), date(2100, 12, 31))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Any period that can be written down."""
    start, end = sorted(draw(st.tuples(DAYS, DAYS)))
    cut = draw(st.sampled_from([4, 7, 10]))
    written = start.isoformat()[:cut]
    last = end.isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    if span(written)[0] > span(last)[1]:
        last = written
    return draw(st.sampled_from([written, f"{written}/{last}", f"../{last}", f"{written}/..", "unstated"]))


PERIODS = texts().map(parse)


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("2023", False),
        ("2024-03/2025-02", False),
        ("2024-03-01/2025-02-27", True),
        ("2024-02-29/2025-02-28", False),
        ("2024-02-29/2025-02-27", True),
        ("2023-01/2023-11", True),
        ("2024-07-19", True),
    ],
)
def test_a_year_is_one_to_the_eve_of_its_anniversary(text: str, *, shorter: bool) -> None:
    period = parse(text)
    assert period.start
    assert period.end
    assert shorter_than_a_year(period.start, period.end) is shorter


@given(texts())
def test_a_period_keeps_what_the_curator_wrote(text: str) -> None:
    assert parse(text).text == text


def has(period: Period, day: date) -> bool:
    return (period.start is None or period.start <= day) and (period.end is None or day <= period.end)


def edges(*periods: Period) -> list[date]:
    """The days around every end: what holds there holds everywhere."""
    ends = [day for period in periods for day in (period.start, period.end) if day]
    return [day + timedelta(days=step) for day in ends or [date(2000, 1, 1)] for step in (-1, 0, 1)]


@given(PERIODS, PERIODS)
def test_periods_overlap_exactly_where_they_share_a_day(one: Period, other: Period) -> None:
    shared = any(has(one, day) and has(other, day) for day in edges(one, other))
    assert one.overlaps(other) == other.overlaps(one) == shared


@given(PERIODS, PERIODS)
def test_a_period_lies_within_another_that_has_all_its_days(one: Period, other: Period) -> None:
    everywhere = all(has(other, day) for day in edges(one, other) if has(one, day))
    reaches = (other.start is None or one.start is not None) and (other.end is None or one.end is not None)
    assert one.within(other) == (everywhere and reaches)


@given(PERIODS, PERIODS, PERIODS)
def test_lying_within_is_an_order(one: Period, other: Period, third: Period) -> None:
    assert one.within(one)
    assert not (one.within(other) and other.within(third)) or one.within(third)
    assert not one.within(other) or one.overlaps(other)
    if one.within(other) and other.within(one):
        assert (one.start, one.end) == (other.start, other.end)
