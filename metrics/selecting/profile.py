"""Everything known of one pairing, or that one report gives: whole before parts, core before the rest."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row, row_tuples
from ..comparing.standing import charted, ranked
from ..entries.entries import Pairing
from ..entries.sources import Source
from ..entries.vocabulary import Metric
from ..reckoning.derived import ADDED
from ..reckoning.series import series


@dataclass(frozen=True)
class Core:
    """A core metric of a pairing: the figure that stands for it, and those that continue it, oldest first."""

    metric: Metric
    row: Row
    series: tuple[Row, ...]


@dataclass(frozen=True)
class Profile:
    """A pairing: what holds it and what it holds, its core figures, every figure by metric, its reports with how many each gives."""

    pairing: Pairing
    holders: tuple[Pairing, ...]
    parts: tuple[Pairing, ...]
    core: tuple[Core, ...]
    figures: dict[str, list[Row]]  # metric -> rows, those that may be charted first
    searched: tuple[Row, ...]  # what was looked for and not found, or does not apply
    reports: dict[str, int]


def profile(name: str, catalog: Catalog) -> Profile:
    """The profile of a pairing that the catalog has."""
    frame = drawable(catalog.frame[catalog.frame["pairing"] == name])
    reported = frame[frame["status"] == "reported"]
    everyone = catalog.pairings
    pairing = everyone[name]
    return Profile(
        pairing,
        tuple(everyone[holder] for holder in pairing.within if holder in everyone),
        tuple(one for one in everyone.values() if name in one.within),
        tuple(core for metric in catalog.metrics.values() if metric.core for core in core_of(metric, reported)),
        by_metric(reported, catalog),
        tuple(row_tuples(frame[frame["status"] != "reported"])),
        {str(source): int(count) for source, count in reported["source"].value_counts().items()},
    )


def core_of(metric: Metric, reported: pd.DataFrame) -> list[Core]:
    """The metric as such, where the pairing has it."""
    rows = reported[(reported["metric"] == metric.id) & (reported["category"] == "")]
    rows = rows[charted(rows)]
    if not len(rows):
        return []
    leader = row_tuples(ranked(rows).head(1))[0]
    lines = [run for _, run in series(rows) if any(row.Index == leader.Index for row in run)]
    by_label = {row.Index: row for row in row_tuples(rows)}
    return [Core(metric, leader, tuple(by_label[row.Index] for row in lines[0]) if lines else (leader,))]


def by_metric(reported: pd.DataFrame, catalog: Catalog) -> dict[str, list[Row]]:
    """The rows of each metric that has some, in the order of the catalog."""
    parts = ~charted(reported)
    ordered = reported.assign(part=parts).sort_values("part", kind="stable").drop(columns="part")
    found: dict[str, list[Row]] = {}
    for row in row_tuples(ordered):
        found.setdefault(row.metric, []).append(row)
    return {name: found[name] for name in catalog.metrics if name in found}


@lru_cache(maxsize=2)
def money_of(catalog: Catalog) -> dict[str, Row]:
    """For each pairing the figure of the first core metric that stands for it: of the whole pairing, of the metric as such."""
    first = next((metric.id for metric in catalog.metrics.values() if metric.core), "")
    return {row.pairing: row for row in leaders_of(first, catalog) if row.category == ""}


def leaders_of(metric: str, catalog: Catalog) -> list[Row]:
    """The figure that stands for each pairing, of the metric as such where there is one, else of a category; in the catalog's order."""
    rows = catalog.frame[catalog.frame["metric"] == metric]
    chosen = ranked(rows[charted(rows)])
    chosen = chosen.assign(of_category=chosen["category"] != "").sort_values("of_category", kind="stable").drop(columns="of_category")
    return row_tuples(drawable(chosen.drop_duplicates("pairing").sort_index()))


@dataclass(frozen=True)
class Given:
    """A report and all that it gives, by pairing."""

    source: Source
    figures: dict[str, list[Row]]
    registers: tuple[Pairing, ...]  # the pairings that rest on it


def given(name: str, catalog: Catalog) -> Given:
    """What a report gives that the catalog declares."""
    found: dict[str, list[Row]] = {}
    for row in row_tuples(drawable(catalog.frame[catalog.frame["source"] == name])):
        found.setdefault(row.pairing, []).append(row)
    return Given(catalog.sources[name], found, tuple(one for one in catalog.pairings.values() if one.source == name))


def drawable(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with the columns of a derivation, empty: as printed."""
    return frame.assign(**dict.fromkeys(ADDED, ""))
