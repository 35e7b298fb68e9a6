"""The span that a figure covers: ISO 8601 years, months, days and intervals; both ends belong to it.

`2023`, `2023-08`, `2023-08-15`, `2010/2024-08`; `..` where the report leaves an end open (ISO 8601-2),
`unstated` where it says nothing of time at all. `since/2025` begins where the pairing does: the report says
"in fifteen years", and the day is that of the pairing's file.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

UNSTATED, SINCE = "unstated", "since"
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
EARLIEST, LATEST = 1949, 2100


@dataclass(frozen=True)
class Period:
    """First and last day, None where open; `text` as the curator wrote it."""

    text: str
    start: date | None
    end: date | None

    @property
    def years(self) -> float | None:
        """Length in years, None where an end is open."""
        return None if self.start is None or self.end is None else years(self.start, self.end)

    @property
    def calendar_year(self) -> int | None:
        """The year, where the period is exactly one."""
        whole = self.start and self.end and (self.start, self.end) == span(f"{self.start.year:04}")
        return self.start.year if whole and self.start else None

    def overlaps(self, other: "Period") -> bool:
        """Whether a day may belong to both; an open end reaches for ever."""
        return not (before(self.end, other.start) or before(other.end, self.start))

    def within(self, other: "Period") -> bool:
        """Whether every day of this one belongs to the other; an open end lies only within an open end."""
        starts = other.start is None or (self.start is not None and self.start >= other.start)
        ends = other.end is None or (self.end is not None and self.end <= other.end)
        return starts and ends


def extremes(text: str) -> list[tuple[date, date]]:
    """The outermost spans that a period with two ends allows; one alone where the text leaves nothing open. Raises ValueError.

    An end written as a year or a month is some day of it: "since 2010, by August 2024" began in 2010 and ended in August.
    Whole is what is written as one year, month or day, or as two years, as plans and budgets are: 2023; 2021/2025, the 十四五.
    """
    first, slash, last = text.partition("/")
    begins, ends = span(first), span(last or first)
    if not slash or len(first) == len(last) == len("2021"):
        return [(begins[0], ends[1])]
    return sorted({(begin, end) for begin in begins for end in ends if begin <= end})


@lru_cache(maxsize=4096)
def years(start: date, end: date) -> float:
    """Length in calendar years, both days counted: each year's days are a share of that year."""
    return sum(days_in(year, start, end) / days_in(year, date.min, date.max) for year in range(start.year, end.year + 1))


def shorter_than_a_year(start: date, end: date) -> bool:
    """Whether the last day comes before the eve of the first one's anniversary."""
    after = end + timedelta(days=1)
    return (after.year, after.month, after.day) < (start.year + 1, start.month, start.day)


def days_in(year: int, start: date, end: date) -> int:
    """How many days of a span fall into a year."""
    return (min(end, date(year, 12, 31)) - max(start, date(year, 1, 1))).days + 1


def before(earlier: date | None, later: date | None) -> bool:
    return earlier is not None and later is not None and earlier < later


def parse(text: str, since: str = "") -> Period:
    """Raises ValueError, worded in English, where `text` is no period. `since` is when a period from `since/` on begins.

    Without it such a period has no start and keeps the word; with it, the text names the day.
    """
    if text == UNSTATED:
        return Period(text, None, None)
    first, slash, last = text.partition("/")
    if not slash:
        return Period(text, *span(first))
    if first == SINCE:
        return parse(f"{since}/{last}") if since else Period(text, None, span(last)[1])
    start = None if first == ".." else span(first)[0]
    end = None if last == ".." else span(last)[1]
    if start is None and end is None:
        raise ValueError("both ends are open")
    if start and end and start > end:
        raise ValueError(f"it ends ({last}) before it begins ({first})")
    return Period(text, start, end)


def span(text: str) -> tuple[date, date]:
    """First and last day of a year, month or day. Raises ValueError."""
    found = DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no year (2023), month (2023-08) or day (2023-08-15)")
    year, month, day = (int(part) for part in found.groups(default="1"))
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"the year {year} is not between {EARLIEST} and {LATEST}")
    try:
        start = date(year, month, day)
    except ValueError:
        raise ValueError(f"{text} is not in the calendar") from None
    if found[3]:
        return start, start
    last_month = month if found[2] else 12
    return start, date(year, last_month, calendar.monthrange(year, last_month)[1])
