"""What is known, and how well: pairings by metrics."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row
from ..comparing.standing import is_charted, rank
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
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in catalog.figures:
        groups.setdefault((row.pairing, row.metric), []).append(row)
    troubled = {figure for found in findings(catalog) for figure in found.figures}
    return {key: cell(rows, troubled) for key, rows in groups.items()}


def cell(rows: list[Row], troubled: set[str]) -> Cell:
    """What is known of the rows of one pairing and metric: those without a figure count where there is nothing else."""
    told = [row for row in rows if row.status == "reported"]
    years = [row.period_end.year for row in told if row.period_end is not None]
    flagged = flag(told, troubled) if told else rows[-1].status
    return Cell(rows[0].pairing, rows[0].metric, len(told or rows), max(years, default=None), flagged)


def flag(told: list[Row], troubled: set[str]) -> Flag:
    """The worst that is known of a cell's figures.

    Conflict is worse than parts alone, parts alone worse than a bound or an unstated field of the figure that leads.
    """
    if any(row.figure in troubled for row in told):
        return "conflict"
    lead = min(filter(is_charted, told), key=rank, default=None)
    if lead is None:
        return "parts"
    stated = lead.basis != "unstated" and lead.period_start is not None and lead.period_end is not None
    return "sure" if stated and lead.qualifier == "exact" else "noted"
