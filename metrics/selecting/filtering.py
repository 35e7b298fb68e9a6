"""The figures of a view: what a resolved selection leaves of a catalog."""

from collections.abc import Callable
from datetime import date

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row
from ..comparing.standing import is_charted, is_headline
from ..reckoning.series import is_year
from .resolution import Resolved
from .selection import choice

PLANS = {  # five-year plans, the 12th to the 14th
    "2011-2015": ("2011-01-01", "2015-12-31"),
    "2016-2020": ("2016-01-01", "2020-12-31"),
    "2021-2025": ("2021-01-01", "2025-12-31"),
}
FIRST, LAST = 0, 9999  # years before and after all


def select(resolved: Resolved, catalog: Catalog) -> list[Row]:
    """The figures of a view, in the order of the pairings.

    What was searched and not found at any time has no period: it stays, lest it look like what nobody searched for. What
    was searched for some years is of these years.
    """
    if resolved.metric is None:
        return []
    rows = catalog.rows(resolved.metric.id, (pairing.id for pairing in resolved.pairings))
    if resolved.category:
        rows = [row for row in rows if row.category == resolved.category]
    if not choice(resolved.selection, "parts") and any(map(is_charted, rows)):  # parts are shown where there is nothing else
        rows = [row for row in rows if is_headline(row)]
    timely = spanning(choice(resolved.selection, "span"), catalog)
    return [row for row in rows if (row.status != "reported" and row.period == "") or (timely(row) and in_years(row, resolved))]


def in_years(row: Row, resolved: Resolved) -> bool:
    """Whether a figure is about the years that were asked for: its period shares a day with them, or, with `years=end`, ends in them.

    An end that a report leaves open reaches as far as one likes; a period of which nothing is told is about no year.
    """
    if not resolved.first and not resolved.last:
        return True
    start, end = row.period_start, row.period_end
    if choice(resolved.selection, "years"):
        start = end
    if start is end is None:
        return False
    begin, reach = FIRST if start is None else start.year, LAST if end is None else end.year
    return bool(reach >= (resolved.first or FIRST) and begin <= (resolved.last or LAST))


def spanning(span: str, catalog: Catalog) -> Callable[[Row], bool]:
    """Whether a figure is of one sort of period: since the pairing's start, one year, or within one five-year plan."""
    if span == "year":
        return is_year
    if span == "since":
        years = {name: one.since.end.year for name, one in catalog.pairings.items() if one.since and one.since.end}
        return lambda row: row.kind == "total" and not is_year(row) and begun(row, years.get(row.pairing))
    if span not in PLANS:
        return lambda row: True
    first, last = map(date.fromisoformat, PLANS[span])
    return lambda row: begins(row, first) and ends(row, last) and not is_year(row)


def begins(row: Row, day: date) -> bool:
    return row.period_start is not None and bool(row.period_start >= day)


def ends(row: Row, day: date) -> bool:
    return row.period_end is not None and bool(row.period_end <= day)


def begun(row: Row, year: int | None) -> bool:
    """Whether a period begins in a year or before, or on no day that is told; where no year is known, only the latter."""
    return row.period_start is None or (year is not None and row.period_start.year <= year)
