"""The steps from a printed figure to one that no report prints; each method answers the step, or what is missing for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row
from ..entries.reference import Reference, References
from ..figures.interval import Interval, exactly, hull
from ..figures.period import days_in, extremes, shorter_than_a_year, years
from ..figures.terms import period_prose
from ..words import Bilingual

BASE_YEAR = 2020  # whose prices constant prices are


@dataclass(frozen=True)
class Step:
    """A factor as drawn, the bounds that its inputs leave it, and how it is written behind the figure: ÷ 14.67 years."""

    factor: float
    bounds: Interval
    unit: str
    words: Bilingual
    input: Reference | None = None


@dataclass(frozen=True)
class Method:
    """A row -> its step, or what is missing for it; and the columns that it looks at: rows that are alike there have one answer."""

    step: Callable[[Any, Catalog], Step | Bilingual]
    columns: tuple[str, ...]


def per_year(row: Any, catalog: Catalog) -> Step | Bilingual:
    """A total divided by the length of its period in calendar years.

    Nothing is annualised over less than a year: what one day saw says nothing of the rest (so for returns in the
    Global Investment Performance Standards: those of less than one year must not be annualized).
    """
    if row.kind != "total":
        return Bilingual("只有总量可以折算到每年", "only totals can be put per year")
    if row.period_start is None or row.period_end is None:
        return Bilingual(f"时段不全（{period_prose(row.period).zh}）", f"its period is open ({period_prose(row.period).en})")
    spans = extremes(row.period)
    if short := too_short(row.period, spans):
        return short
    length = years(row.period_start, row.period_end)
    words = Bilingual(f"÷ {length:.4g} 年", f"÷ {length:.4g} years")
    return Step(1 / length, exactly(1) / hull(years(*span) for span in spans), f"{row.unit}-per-year", words)


def too_short(period: str, spans: list[tuple[date, date]]) -> Bilingual | None:
    """Why a period is not annualised: every span that it allows is shorter than a year, or one is."""
    short, words = [shorter_than_a_year(*span) for span in spans], period_prose(period)
    if all(short):
        return Bilingual(f"时段不足一年（{words.zh}）", f"its period is shorter than a year ({words.en})")
    return Bilingual(f"时段可能不足一年（{words.zh}）", f"its period may be shorter than a year ({words.en})") if any(short) else None


def per_resident(row: Any, catalog: Catalog) -> Step | Bilingual:
    """Divided by the recipient's residents at the census nearest to the end of the period."""
    if row.kind == "rate":
        return Bilingual("比率不能再按人口折算", "a rate cannot be put per resident")
    scope = catalog.scopes[row.pairing].get(row.scope)
    code = scope.code if scope else catalog.pairings[row.pairing].recipient.code
    place = scope.name if scope else catalog.pairings[row.pairing].recipient.name
    day = row.period_end if row.period_end is not None else date(BASE_YEAR, 11, 1)
    census = catalog.references.residents_at(code, day)
    if census is None or not census.value:
        return Bilingual(f"没有{place.zh}的人口数", f"no population for {place.en}")
    people = f"{census.value:,.0f}"
    words = Bilingual(f"÷ {people} 人（{census.day.year} 年普查）", f"÷ {people} residents ({census.day.year} census)")
    return Step(1 / census.value, exactly(1 / census.value), f"{row.unit}-per-resident", words, census)


def per_resident_year(row: Any, catalog: Catalog) -> Step | Bilingual:
    """A total divided by the recipient's residents and by the length of its period."""
    time, people = per_year(row, catalog), per_resident(row, catalog)
    if not isinstance(time, Step) or not isinstance(people, Step):
        return people if isinstance(time, Step) else time
    words = Bilingual(*(" ".join(both) for both in zip(people.words, time.words, strict=True)))
    return Step(people.factor * time.factor, people.bounds * time.bounds, f"{people.unit}-year", words, people.input)


def constant_prices(row: Any, catalog: Catalog) -> Step | Bilingual:
    """Money in the prices of `BASE_YEAR`, spending taken to be even over the period.

    As an end moves within one year, prices there being the same, the factor only rises or only falls: the outermost spans bound it.
    """
    if row.unit != "CNY":
        return Bilingual("只有人民币金额可以折算价格", "only sums in yuan have prices")
    if row.kind != "total" or row.period_start is None or row.period_end is None:
        return Bilingual(f"时段不全（{period_prose(row.period).zh}）", f"its period is open ({period_prose(row.period).en})")
    start, end = row.period_start, row.period_end
    covered = range(start.year, end.year + 1)
    chained = range(min(start.year, BASE_YEAR) + 1, max(end.year, BASE_YEAR) + 1)
    if unknown := [year for year in chained if year not in catalog.references.prices]:
        return Bilingual(f"没有 {unknown[0]} 年的价格指数", f"no price index for {unknown[0]}")
    factor = deflator(start, end, catalog.references)
    bounds = hull(deflator(*span, catalog.references) for span in extremes(row.period))
    even = Bilingual("，设期内均匀支出", ", spending taken as even") if len(covered) > 1 else Bilingual("", "")
    words = Bilingual(f"× {factor:.4f}（{BASE_YEAR} 年价格{even.zh}）", f"× {factor:.4f} ({BASE_YEAR} prices{even.en})")
    return Step(factor, bounds, f"CNY-{BASE_YEAR}", words, catalog.references.prices.get(end.year))


def deflator(start: date, end: date, references: References) -> float:
    """The mean over the days of a span of the price level of `BASE_YEAR` over theirs."""
    days = (end - start).days + 1
    return sum(days_in(year, start, end) / days / index(year, references) for year in range(start.year, end.year + 1))


def index(year: int, references: References) -> float:
    """Price level of a year where `BASE_YEAR` is 1, chained from changes on the year before."""
    level = 1.0
    for later in range(min(year, BASE_YEAR) + 1, max(year, BASE_YEAR) + 1):
        level *= 1 + references.prices[later].value / 100
    return level if year > BASE_YEAR else 1 / level


TIME = ("kind", "unit", "period", "period_start", "period_end")
PLACE = ("pairing", "scope")
METHODS: dict[str, Method] = {
    "year": Method(per_year, TIME),
    "resident": Method(per_resident, (*PLACE, "kind", "unit", "period_end")),
    "resident-year": Method(per_resident_year, (*PLACE, *TIME)),
    "real": Method(constant_prices, TIME),
}


@lru_cache(maxsize=2 * len(METHODS))  # of the catalog that is served, and of the one before it
def taken(by: str, catalog: Catalog) -> dict[tuple[Any, ...], Step | Bilingual]:
    """The answers that a method has given; figures that it cannot tell apart have one."""
    return {}


def steps(rows: Iterable[Row], by: str, catalog: Catalog) -> Iterator[Step | Bilingual]:
    """What a method answers for each row, in their order; every answer is made once."""
    method, made = METHODS[by], taken(by, catalog)
    seen = attrgetter(*method.columns)
    for row in rows:
        if (key := seen(row)) not in made:
            made[key] = method.step(row, catalog)
        yield made[key]
