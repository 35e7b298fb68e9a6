"""What is known, and how well: pairings by metrics."""

from dataclasses import dataclass
from functools import lru_cache
from math import isnan
from typing import Literal

import pandas as pd

from ..catalog.catalog import Catalog
from ..comparing.standing import charted, ranked
from ..reckoning.consistency import findings

Flag = Literal["sure", "noted", "parts", "conflict", "not-found", "not-applicable", "not-searched"]


@dataclass(frozen=True)
class Cell:
    """What is known of one metric of one pairing.

    `count` figures of the view `?metric=…&pair=…&parts=1`, or entries where it has no figure; the latest year in which they end;
    the worst that is known of them.
    """

    pairing: str
    metric: str
    count: int
    latest: int | None
    flag: Flag


@lru_cache(maxsize=2)
def coverage(catalog: Catalog) -> list[list[Cell]]:
    """A row a pairing, a cell a metric, both in the order of the catalog."""
    known = cells(catalog)
    return [
        [known.get((pairing, metric)) or Cell(pairing, metric, 0, None, "not-searched") for metric in catalog.metrics]
        for pairing in catalog.pairings
    ]


def cells(catalog: Catalog) -> dict[tuple[str, str], Cell]:
    """The cells that have an entry, by pairing and metric."""
    frame = catalog.frame
    keys = [frame["pairing"], frame["metric"]]
    told = frame["status"] == "reported"  # what was looked for and not found is no figure, and its years are not those of one
    figures, entries = told.groupby(keys, sort=False).sum(), frame.groupby(keys, sort=False).size()
    counts = figures.where(figures > 0, entries)
    latest = frame["period_end"].dt.year.where(told).groupby(keys, sort=False).max()
    known = flags(catalog)
    return {
        key: Cell(key[0], key[1], int(count), None if isnan(latest[key]) else int(latest[key]), known[key]) for key, count in counts.items()
    }


def flags(catalog: Catalog) -> dict[tuple[str, str], Flag]:
    """The worst that is known of each cell.

    Conflict is worse than parts alone, parts alone worse than a bound or an unstated field of the figure that leads.
    """
    frame = catalog.frame
    troubled = {figure for found in findings(catalog) for figure in found.figures}
    reported = frame[frame["status"] == "reported"]
    leads = ranked(reported[charted(reported)]).drop_duplicates(["pairing", "metric"])
    stated = (leads["basis"] != "unstated") & leads["period_start"].notna() & leads["period_end"].notna()
    sure = stated & (leads["qualifier"] == "exact")
    known: dict[tuple[str, str], Flag] = dict(zip(keys_of(frame), frame["status"], strict=True))
    known |= dict.fromkeys(keys_of(reported), "parts")
    known |= {key: "sure" if certain else "noted" for key, certain in zip(keys_of(leads), sure, strict=True)}
    return known | dict.fromkeys(keys_of(reported[reported["figure"].isin(troubled)]), "conflict")


def keys_of(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(frame["pairing"], frame["metric"], strict=True))
