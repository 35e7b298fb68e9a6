"""What is known, and how well: pairings by metrics."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import pandas as pd

from .catalog import Catalog
from .consistency import findings
from .selection import headline

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
    rows = catalog.rows(metric, (pairing,))
    ends = rows["period_end"].dropna().dt.year
    return Cell(pairing, metric, len(rows), int(ends.max()) if len(ends) else None, flag(rows, troubled))


def flag(rows: pd.DataFrame, troubled: set[str]) -> Flag:
    """Conflict is worse than parts alone, parts alone worse than a bound or an unstated field."""
    reported = rows[rows["status"] == "reported"]
    if not len(reported):
        statuses: list[Flag] = list(rows["status"].unique())
        return statuses[0] if statuses else "not-searched"
    if troubled & set(reported["figure"]):
        return "conflict"
    whole = reported[headline(reported)]
    if not len(whole):
        return "parts"
    last = whole.sort_values("period_end", na_position="first").iloc[-1]
    stated = last["basis"] != "unstated" and pd.notna(last["period_start"]) and pd.notna(last["period_end"])
    return "sure" if last["qualifier"] == "exact" and stated else "noted"
