"""What is known, and how well: pairings by metrics."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from ..catalog.catalog import Catalog
from ..comparing.standing import headline, ranked
from ..reckoning.consistency import findings

Flag = Literal["sure", "noted", "parts", "conflict", "not-found", "not-applicable", "not-searched"]


@dataclass(frozen=True)
class Cell:
    """`count` rows of the view `?metric=…&pair=…&parts=1`; the latest year that they end in; the worst that is known of them."""

    pairing: str
    metric: str
    count: int
    latest: int | None
    flag: Flag


@lru_cache(maxsize=2)
def coverage(catalog: Catalog) -> list[list[Cell]]:
    """A row a pairing, a cell a metric, both in the order of the catalog."""
    troubled = {figure for found in findings(catalog) for figure in found.figures}
    return [[cell(catalog, pairing, metric, troubled) for metric in catalog.metrics] for pairing in catalog.pairings]


def cell(catalog: Catalog, pairing: str, metric: str, troubled: set[str]) -> Cell:
    if (metric, pairing) not in catalog.index:  # as most are
        return Cell(pairing, metric, 0, None, "not-searched")
    rows = catalog.rows(metric, (pairing,))
    ends = rows["period_end"].dropna().dt.year
    return Cell(pairing, metric, len(rows), int(ends.max()) if len(ends) else None, flag(rows, troubled))


def flag(rows: pd.DataFrame, troubled: set[str]) -> Flag:
    """Conflict is worse than parts alone, parts alone worse than a bound or an unstated field of the figure that leads."""
    reported = rows[rows["status"] == "reported"]
    if not len(reported):
        first: Flag = rows["status"].iloc[0]
        return first
    if troubled & set(reported["figure"]):
        return "conflict"
    whole = reported[headline(reported)]
    if not len(whole):
        return "parts"
    leads = ranked(whole).iloc[0]
    stated = leads["basis"] != "unstated" and pd.notna(leads["period_start"]) and pd.notna(leads["period_end"])
    return "sure" if leads["qualifier"] == "exact" and stated else "noted"
