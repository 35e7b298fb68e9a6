"""Everything known of one pairing, or that one report gives: whole before parts, core before the rest."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..catalog.catalog import Catalog
from ..catalog.tallies import tallies
from ..catalog.tuples import Row
from ..comparing.standing import is_charted, rank
from ..entries.entries import Pairing
from ..entries.sources import Source
from ..entries.vocabulary import Metric
from ..reckoning.series import runs


@dataclass(frozen=True)
class Core:
    """A core metric of a pairing: the figure that stands for it, all of its unit and kind by their end, those that continue it."""

    metric: Metric
    row: Row
    rows: tuple[Row, ...]
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


@lru_cache(maxsize=2)
def by_figure(catalog: Catalog) -> dict[str, Row]:
    """Every figure by its id."""
    return {row.figure: row for row in catalog.figures}


def rows_of(column: str, name: str, catalog: Catalog) -> list[Row]:
    """The figures of a pairing, a report or a metric, in the order of the catalog."""
    return [catalog.figures[place] for place in tallies(catalog).places[column].get(name, ())]


def profile(name: str, catalog: Catalog) -> Profile:
    """The profile of a pairing that the catalog has."""
    rows = rows_of("pairing", name, catalog)
    reported = [row for row in rows if row.status == "reported"]
    everyone = catalog.pairings
    pairing = everyone[name]
    return Profile(
        pairing,
        tuple(everyone[holder] for holder in pairing.within if holder in everyone),
        tuple(one for one in everyone.values() if name in one.within),
        tuple(cores(name, [row for row in reported if is_charted(row) and row.category == ""], catalog)),
        by_metric(reported, catalog),
        tuple(row for row in rows if row.status != "reported"),
        dict(Counter(row.source for row in reported).most_common()),
    )


def cores(name: str, rows: list[Row], catalog: Catalog) -> Iterator[Core]:
    """Of each core metric as such that a pairing has, what stands for it; `rows` are those of metrics as such that may be charted."""
    for metric in (one for one in catalog.metrics.values() if one.core):
        leader = leaders_of(metric.id, catalog).get(name)
        if leader is None or leader.category:
            continue
        alike = [row for row in rows if (row.metric, row.unit, row.kind) == (metric.id, leader.unit, leader.kind)]
        run = next((run for _, run in runs(alike) if any(row.figure == leader.figure for row in run)), [leader])
        by_end = sorted((row for row in alike if row.period_end is not None), key=lambda row: row.period_end)
        yield Core(metric, leader, tuple(by_end), tuple(run))


def by_metric(reported: list[Row], catalog: Catalog) -> dict[str, list[Row]]:
    """The rows of each metric that has some, in the order of the catalog."""
    found: dict[str, list[Row]] = {}
    for row in sorted(reported, key=lambda row: not is_charted(row)):
        found.setdefault(row.metric, []).append(row)
    return {name: found[name] for name in catalog.metrics if name in found}


@lru_cache(maxsize=2)
def money_of(catalog: Catalog) -> dict[str, Row]:
    """For each pairing the figure of the first core metric that stands for it: of the whole pairing, of the metric as such."""
    first = next((metric.id for metric in catalog.metrics.values() if metric.core), "")
    return {name: row for name, row in leaders_of(first, catalog).items() if row.category == ""}


@lru_cache(maxsize=64)  # every metric of the catalog that is served
def leaders_of(metric: str, catalog: Catalog) -> dict[str, Row]:
    """The figure that stands for each pairing, of the metric as such where there is one, else of a category; in the catalog's order."""
    rows = rows_of("metric", metric, catalog)
    leaders: dict[str, int] = {}
    for row in sorted(filter(is_charted, rows), key=lambda row: (row.category != "", rank(row))):
        leaders.setdefault(row.pairing, row.Index)
    return {row.pairing: row for row in rows if leaders.get(row.pairing) == row.Index}


@dataclass(frozen=True)
class Given:
    """A report and all that it gives, by pairing."""

    source: Source
    figures: dict[str, list[Row]]
    registers: tuple[Pairing, ...]  # the pairings that rest on it


def given(name: str, catalog: Catalog) -> Given:
    """What a report gives that the catalog declares."""
    found: dict[str, list[Row]] = {}
    for row in rows_of("source", name, catalog):
        found.setdefault(row.pairing, []).append(row)
    return Given(catalog.sources[name], found, tuple(one for one in catalog.pairings.values() if one.source == name))
