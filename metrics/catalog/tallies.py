"""Where the figures of each pairing, report and metric stand in the frame, and how many there are: reckoned once for a catalog."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .catalog import Catalog

COLUMNS = ("pairing", "source", "metric")


@dataclass(frozen=True)
class Tallies:
    """For each of `COLUMNS`, by name: `places` are row positions in their order, `printed` how many figures a report prints."""

    places: dict[str, dict[str, np.ndarray]]
    printed: dict[str, dict[str, int]]
    pairings: dict[str, int]  # of each metric
    programmes: dict[str, frozenset[str]]  # of each report


@lru_cache(maxsize=2)  # the catalog that is served, and the one before it
def tallies(catalog: Catalog) -> Tallies:
    """The tallies of a catalog."""
    frame = catalog.frame
    reported = frame.loc[frame["status"] == "reported", [*COLUMNS, "programme"]]
    programmes = reported.groupby("source", sort=False)["programme"].unique()
    return Tallies(
        {column: {str(name): np.sort(rows) for name, rows in frame.groupby(column, sort=False).indices.items()} for column in COLUMNS},
        {column: {str(name): int(number) for name, number in reported[column].value_counts().items()} for column in COLUMNS},
        {str(name): int(number) for name, number in reported.groupby("metric", sort=False)["pairing"].nunique().items()},
        {str(name): frozenset(map(str, found)) for name, found in programmes.items()},
    )
