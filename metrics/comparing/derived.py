"""Values that no report prints, made from those that one does: per year, per resident, in constant prices.

Interval in, interval out, and the step that was taken is kept in words, with the figure that it used.
What lacks an input is left out and named; nothing stands in for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ..catalog.catalog import Catalog
from ..catalog.tuples import row_tuples
from ..entries.reference import Reference, References
from ..figures.interval import Interval, exactly
from ..figures.period import days_in, shorter_than_a_year, years
from ..figures.terms import period_words
from ..words import Bilingual

BASE_YEAR = 2020  # whose prices constant prices are
ADDED = ("step_zh", "step_en", "input", "input_url")


@dataclass(frozen=True)
class Step:
    """A factor, exactly known, and how it is written behind the figure: ÷ 14.67 years."""

    factor: float
    unit: str
    words: Bilingual
    input: Reference | None = None


@dataclass(frozen=True)
class Missing:
    """Why a figure cannot be derived."""

    figure: str
    pairing: str
    why: Bilingual


Method = Callable[[Any, Catalog], Step | Bilingual]  # a row -> the step, or what is missing


def per_year(row: Any, catalog: Catalog) -> Step | Bilingual:
    """A total divided by the length of its period in calendar years.

    Nothing is annualised over less than a year: what one day saw says nothing of the rest (so for returns in the
    Global Investment Performance Standards: those of less than one year must not be annualized).
    """
    if row.kind != "total":
        return Bilingual("只有总量可以折算到每年", "only totals can be put per year")
    if pd.isna(row.period_start) or pd.isna(row.period_end):
        return Bilingual(f"时段不全（{period_words(row.period).zh}）", f"its period is open ({period_words(row.period).en})")
    start, end = row.period_start.date(), row.period_end.date()
    if shorter_than_a_year(start, end):
        span = period_words(row.period)
        return Bilingual(f"时段不足一年（{span.zh}）", f"its period is shorter than a year ({span.en})")
    length = years(start, end)
    return Step(1 / length, f"{row.unit}-per-year", Bilingual(f"÷ {length:.4g} 年", f"÷ {length:.4g} years"))


def per_resident(row: Any, catalog: Catalog) -> Step | Bilingual:
    """Divided by the recipient's residents at the census nearest to the end of the period."""
    if row.kind == "rate":
        return Bilingual("比率不能再按人口折算", "a rate cannot be put per resident")
    scope = catalog.scopes[row.pairing].get(row.scope)
    code = scope.code if scope else catalog.pairings[row.pairing].recipient.code
    place = scope.name if scope else catalog.pairings[row.pairing].recipient.name
    day = row.period_end.date() if not pd.isna(row.period_end) else date(BASE_YEAR, 11, 1)
    census = catalog.references.residents_at(code, day)
    if census is None or not census.value:
        return Bilingual(f"没有{place.zh}的人口数", f"no population for {place.en}")
    people = f"{census.value:,.0f}"
    words = Bilingual(f"÷ {people} 人（{census.day.year} 年普查）", f"÷ {people} residents ({census.day.year} census)")
    return Step(1 / census.value, f"{row.unit}-per-resident", words, census)


def constant_prices(row: Any, catalog: Catalog) -> Step | Bilingual:
    """Money in the prices of `BASE_YEAR`, spending taken to be even over the period."""
    if row.unit != "CNY":
        return Bilingual("只有人民币金额可以折算价格", "only sums in yuan have prices")
    if row.kind != "total" or pd.isna(row.period_start) or pd.isna(row.period_end):
        return Bilingual(f"时段不全（{period_words(row.period).zh}）", f"its period is open ({period_words(row.period).en})")
    start, end = row.period_start.date(), row.period_end.date()
    covered = range(start.year, end.year + 1)
    chained = range(min(start.year, BASE_YEAR) + 1, max(end.year, BASE_YEAR) + 1)
    if unknown := [year for year in chained if year not in catalog.references.prices]:
        return Bilingual(f"没有 {unknown[0]} 年的价格指数", f"no price index for {unknown[0]}")
    days = (end - start).days + 1
    factor = sum(days_in(year, start, end) / days / index(year, catalog.references) for year in covered)
    even = Bilingual("，设期内均匀支出", ", spending taken as even") if len(covered) > 1 else Bilingual("", "")
    words = Bilingual(f"× {factor:.4f}（{BASE_YEAR} 年价格{even.zh}）", f"× {factor:.4f} ({BASE_YEAR} prices{even.en})")
    return Step(factor, f"CNY-{BASE_YEAR}", words, catalog.references.prices.get(end.year))


def index(year: int, references: References) -> float:
    """Price level of a year where `BASE_YEAR` is 1, chained from changes on the year before."""
    level = 1.0
    for later in range(min(year, BASE_YEAR) + 1, max(year, BASE_YEAR) + 1):
        level *= 1 + references.prices[later].value / 100
    return level if year > BASE_YEAR else 1 / level


METHODS: dict[str, Method] = {"year": per_year, "resident": per_resident, "real": constant_prices}


def derive(frame: pd.DataFrame, by: str, catalog: Catalog) -> tuple[pd.DataFrame, list[Missing]]:
    """The figures by one of `METHODS`, and why some could not be; with no method, as printed.

    Columns are the catalog's, `value`, `low`, `high`, `unit` derived, and `ADDED`: the step in both
    languages, the id and address of the figure it used.
    """
    method = METHODS.get(by)
    if method is None or not len(frame):
        return frame.assign(**dict.fromkeys(ADDED, "")), []
    steps: dict[int, Step] = {}
    missing: list[Missing] = []
    for row in row_tuples(frame[frame["status"] == "reported"]):
        step = method(row, catalog)
        if isinstance(step, Step):
            steps[row.Index] = step
        else:
            missing.append(Missing(row.figure, row.pairing, step))
    derived = applied(frame.loc[list(steps)], list(steps.values()))
    nothing = frame[frame["status"] != "reported"].assign(**dict.fromkeys(ADDED, ""))
    both = pd.concat([derived, nothing])
    return both.loc[[row for row in frame.index if row in both.index]], missing


def applied(frame: pd.DataFrame, steps: list[Step]) -> pd.DataFrame:
    intervals = [
        Interval(low if low == low else -float("inf"), high if high == high else float("inf")) * exactly(step.factor)
        for low, high, step in zip(frame["low"], frame["high"], steps, strict=True)
    ]
    return frame.assign(
        value=[value * step.factor for value, step in zip(frame["value"], steps, strict=True)],
        low=[one.low if one.low != -float("inf") else float("nan") for one in intervals],
        high=[one.high if one.high != float("inf") else float("nan") for one in intervals],
        unit=[step.unit for step in steps],
        step_zh=[step.words.zh for step in steps],
        step_en=[step.words.en for step in steps],
        input=[step.input.id if step.input else "" for step in steps],
        input_url=[(step.input.source.url or "") if step.input else "" for step in steps],
    )


def with_derived(frame: pd.DataFrame, by: str, catalog: Catalog) -> pd.DataFrame:
    """The figures that a view draws, as printed, with what was derived from each in columns of its own."""
    drawn, _ = derive(frame, by, catalog)
    frame, shown = frame.loc[drawn.index], drawn[drawn["step_en"] != ""]
    columns = {f"derived_{name}": shown[name].reindex(frame.index) for name in ("value", "low", "high")}
    words = {"derived_unit": shown["unit"], "derivation": shown["step_en"], "derived_from": shown["input"]}
    return frame.assign(**columns, **{name: texts.reindex(frame.index, fill_value="") for name, texts in words.items()})
