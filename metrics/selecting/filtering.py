"""The figures of a view: what a resolved selection leaves of a catalog."""

import pandas as pd

from ..catalog.catalog import Catalog
from ..comparing.standing import charted, headline
from ..reckoning.series import is_year
from .resolution import Resolved
from .selection import choice

PLANS = {  # five-year plans, the 12th to the 14th
    "2011-2015": ("2011-01-01", "2015-12-31"),
    "2016-2020": ("2016-01-01", "2020-12-31"),
    "2021-2025": ("2021-01-01", "2025-12-31"),
}
FIRST, LAST = 0, 9999  # years before and after all


def select(resolved: Resolved, catalog: Catalog) -> pd.DataFrame:
    """The figures of a view: `frames.COLUMNS`, in the order of the pairings.

    What was searched and not found at any time has no period: it stays, lest it look like what nobody searched for. What
    was searched for some years is of these years.
    """
    if resolved.metric is None:
        return catalog.frame.iloc[:0]
    frame = catalog.rows(resolved.metric.id, tuple(pairing.id for pairing in resolved.pairings))
    if resolved.category:
        frame = frame[frame["category"] == resolved.category]
    if not choice(resolved.selection, "parts") and charted(frame).any():  # parts are shown where there is nothing else
        frame = frame[headline(frame)]
    timely = spanning(frame, choice(resolved.selection, "span"), catalog)
    timely = timely[in_years(timely, resolved)]
    without_figure = (frame["status"] != "reported") & (frame["period"] == "")
    return frame[frame.index.isin(timely.index) | without_figure]


def in_years(frame: pd.DataFrame, resolved: Resolved) -> "pd.Series[bool]":
    """Which figures are about the years that were asked for: their periods share a day with them, or, with `years=end`, end in them.

    An end that a report leaves open reaches as far as one likes; a period of which nothing is told is about no year.
    """
    starts, ends = frame["period_start"].dt.year, frame["period_end"].dt.year
    begin = reach = ends
    if not choice(resolved.selection, "years"):
        begin, reach = starts.fillna(ends.mask(ends.notna(), FIRST)), ends.fillna(starts.mask(starts.notna(), LAST))
    fits = pd.Series(True, frame.index)
    if resolved.first:
        fits &= reach >= resolved.first
    if resolved.last:
        fits &= begin <= resolved.last
    return fits


def spanning(frame: pd.DataFrame, span: str, catalog: Catalog) -> pd.DataFrame:
    """Figures of one sort of period: since the pairing's start, one year, or within one five-year plan."""
    start, end = frame["period_start"], frame["period_end"]
    if span == "year":
        return frame[is_year(frame)]
    if span == "since":
        years = {name: one.since.end.year for name, one in catalog.pairings.items() if one.since and one.since.end}
        began = frame["pairing"].map(years).astype("float64")  # not a number where no start is known: nothing compares
        return frame[(frame["kind"] == "total") & (start.isna() | (start.dt.year <= began)) & ~is_year(frame)]
    plan = PLANS.get(span)
    return frame if plan is None else frame[(start >= plan[0]) & (end <= plan[1]) & ~is_year(frame)]
