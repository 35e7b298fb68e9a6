"""What the programme adds up to: by scheme and five-year plan, which sums may be formed, which may not, and what nobody reports.

A sum over pairings holds figures of one metric as such, of one plan, one level of recipient and one basis, one a pairing, no
pairing beside one that holds it. Everything else is counted by the first thing that keeps it out, so that a sum never looks
like the whole.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row
from ..comparing.standing import is_charted, rank
from ..entries.entries import Pairing
from ..entries.fields import LEVELS
from ..figures.interval import Interval, exactly, from_columns
from ..reckoning.series import is_year
from .filtering import PLANS

FEWEST = 2  # pairings that make a sum


@dataclass(frozen=True)
class PlanSum:
    """What the figures of one plan amount to, and whose they are."""

    metric: str
    plan: str
    level: str
    basis: str
    unit: str
    interval: Interval
    value: float
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """Pairings with figures that end in a plan and are in no sum: how many cover another span, how many have nobody beside them."""

    metric: str
    plan: str
    spans: int
    alone: int


@dataclass(frozen=True)
class Years:
    """Single years of one plan that a pairing's reports print alike, and what they amount to."""

    pairing: str
    metric: str
    category: str
    basis: str
    unit: str
    first: int
    last: int
    interval: Interval
    value: float
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Scheme:
    """One programme: how many pairings are registered at each level, and how many have a figure, a core figure."""

    programme: str
    registered: dict[str, int]
    known: int
    core: int
    sums: tuple[PlanSum, ...]
    refused: tuple[Refused, ...]
    national: tuple[Row, ...]  # totals over a plan that reports print for the scheme as a whole, or all that one donor gives
    years: tuple[Years, ...]  # of the same
    silent: tuple[str, ...]  # metrics of which no pairing of the programme has a figure


@lru_cache(maxsize=2)
def overview(catalog: Catalog) -> tuple[Scheme, ...]:
    """Every programme that has pairings, in the order in which they are declared."""
    declared = list(catalog.programmes) or sorted({one.programme for one in catalog.pairings.values()})
    groups = {name: [one for one in catalog.pairings.values() if one.programme == name] for name in declared}
    return tuple(scheme(name, pairings, catalog) for name, pairings in groups.items() if pairings)


def scheme(name: str, pairings: list[Pairing], catalog: Catalog) -> Scheme:
    figures = [row for row in catalog.figures if row.programme == name and row.status == "reported"]
    core = [one.id for one in catalog.metrics.values() if one.core]
    totals = sorted((row for row in figures if is_charted(row) and row.kind == "total" and row.metric in core), key=rank)
    registered = {level: number for level in LEVELS if (number := sum(one.level == level for one in pairings))}
    rows = [row for row in totals if row.category == ""]
    sums, refused = plans_of(rows, core)
    told = {row.metric for row in figures}
    return Scheme(
        name,
        registered,
        len({row.pairing for row in figures}),
        len({row.pairing for row in figures if row.metric in core}),
        sums,
        refused,
        tuple(row for row in rows if row.level == "national" and plan_of(row)),
        tuple(years_of([row for row in totals if row.level == "national" and is_year(row)])),
        tuple(metric for metric in catalog.metrics if metric not in told),
    )


def plans_of(rows: list[Row], metrics: list[str]) -> tuple[tuple[PlanSum, ...], tuple[Refused, ...]]:
    """For each metric and plan every sum that may be formed, and what keeps the other pairings out."""
    sums: list[PlanSum] = []
    refused: list[Refused] = []
    for metric in metrics:
        for plan in PLANS:
            ended = [row for row in rows if row.metric == metric and row.level != "national" and ends_in(row, plan)]
            exact = [row for row in ended if plan_of(row) == plan]
            groups: dict[tuple[str, str, str], dict[str, Row]] = {}
            for row in exact:
                groups.setdefault((row.level, row.basis, row.unit), {}).setdefault(row.pairing, row)
            made = [added(metric, plan, key, without_parts(group)) for key, group in groups.items()]
            kept = [one for one in made if len(one.figures) >= FEWEST]
            counted = {row.pairing for row in exact for one in kept if row.figure in one.figures}
            sums += sorted(kept, key=lambda one: -len(one.figures))
            spans = len({row.pairing for row in ended} - {row.pairing for row in exact})
            if spans or alone(exact, counted):
                refused.append(Refused(metric, plan, spans, alone(exact, counted)))
    return tuple(sums), tuple(refused)


def alone(rows: list[Row], counted: set[str]) -> int:
    """How many pairings have a figure over the plan and are in no sum."""
    return len({row.pairing for row in rows} - counted)


def years_of(rows: list[Row]) -> Iterator[Years]:
    """Neighbouring single years of one plan, pairing, metric, category and basis, where there are two or more; one figure a year."""
    groups: dict[tuple[str, ...], dict[int, Row]] = {}
    for row in rows:
        plan = next((name for name in PLANS if ends_in(row, name)), "")
        if plan:
            key = (row.pairing, row.metric, row.category, row.basis, row.unit, plan)
            groups.setdefault(key, {}).setdefault(row.period_end.year, row)
    for (pairing, metric, category, basis, unit, _), found in groups.items():
        for run in neighbours(sorted(found)):
            if len(run) >= FEWEST:
                chosen = [found[year] for year in run]
                interval = sum((from_columns(row.low, row.high) for row in chosen), exactly(0))
                figures = tuple(row.figure for row in chosen)
                amount = sum(row.value for row in chosen)
                yield Years(pairing, metric, category, basis, unit, run[0], run[-1], interval, amount, figures)


def neighbours(years: list[int]) -> Iterator[list[int]]:
    """Runs of years without a gap."""
    run: list[int] = []
    for year in years:
        if run and year > run[-1] + 1:
            yield run
            run = []
        run.append(year)
    if run:
        yield run


def plan_of(row: Row) -> str:
    """The five-year plan that a period is, exactly; empty where it is none."""
    if row.period_start is None or row.period_end is None:
        return ""
    days = (row.period_start.isoformat(), row.period_end.isoformat())
    return next((name for name, span in PLANS.items() if span == days), "")


def ends_in(row: Row, plan: str) -> bool:
    first, last = PLANS[plan]
    return row.period_end is not None and first <= row.period_end.isoformat() <= last


def without_parts(group: dict[str, Row]) -> list[Row]:
    """The figures of pairings that no other one of them holds."""
    return [row for row in group.values() if not any(holder in group for holder in row.within.split())]


def added(metric: str, plan: str, key: tuple[str, str, str], rows: list[Row]) -> PlanSum:
    level, basis, unit = key
    interval = sum((from_columns(row.low, row.high) for row in rows), exactly(0))
    return PlanSum(metric, plan, level, basis, unit, interval, sum(row.value for row in rows), tuple(row.figure for row in rows))
