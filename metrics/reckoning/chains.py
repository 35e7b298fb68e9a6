"""Spans that together make another span: 2019/2023 and 2024 make 2019/2024, so their sums must meet its total."""

from collections.abc import Iterator
from datetime import timedelta
from math import inf, isnan
from typing import Any

from ..figures.interval import Interval, exactly

Figure = Any  # a row of the catalog frame
Chain = tuple[list[Figure], Figure]  # the parts, one after the other, and the whole
Spans = dict[Any, dict[Any, list[Figure]]]  # first day -> last day -> the totals printed for that span
MOST_PARTS = 20


def broken_chains(rows: list[Figure]) -> list[Chain]:
    """For each total, or yearly average, the first chain of spans that excludes it. `rows` speak of one thing on one basis.

    Of a span that several reports print the bounds of any are allowed; while one span is missing, it may be as large as it likes.
    """
    spans: Spans = {}
    for row in rows:
        if row.kind == "total" and stated(row):
            spans.setdefault(row.period_start, {}).setdefault(row.period_end, []).append(row)
    wholes = [row for row in rows if row.kind != "level" and stated(row) and (row.kind == "total" or whole_years(row))]
    found = (next((chain for chain in chains(spans, row) if not meets(chain, row)), None) for row in wholes)
    return [([span[0] for span in chain], row) for row, chain in zip(wholes, found, strict=True) if chain]


def stated(row: Figure) -> bool:
    return not (row.period_start is None or row.period_end is None)


def chains(spans: Spans, whole: Figure) -> Iterator[list[list[Figure]]]:
    """Every way in which two or more spans cover a whole without gap or overlap."""
    open_chains: list[list[list[Figure]]] = [[]]
    while open_chains:
        chain = open_chains.pop()
        start = chain[-1][0].period_end + timedelta(days=1) if chain else whole.period_start
        for end, printed in spans.get(start, {}).items():
            if end == whole.period_end and chain:
                yield [*chain, printed]
            elif end < whole.period_end and len(chain) < MOST_PARTS:
                open_chains.append([*chain, printed])


def meets(chain: list[list[Figure]], whole: Figure) -> bool:
    """Whether the sum of a chain, each span anywhere between what its figures allow, and the whole may be the same."""
    allowed = ([bounds(figure) for figure in printed] for printed in chain)
    total = sum((Interval(min(one.low for one in span), max(one.high for one in span)) for span in allowed), exactly(0))
    times = len(whole_years(whole)) if whole.kind == "rate" else 1
    return (bounds(whole) * exactly(times)).overlaps(total)


def whole_years(figure: Figure) -> range:
    """The calendar years that a period is made of; none where it is made of anything else."""
    start, end = figure.period_start, figure.period_end
    if (start.month, start.day, end.month, end.day) != (1, 1, 12, 31):
        return range(0)
    return range(start.year, end.year + 1)


def bounds(figure: Figure) -> Interval:
    return Interval(-inf if isnan(figure.low) else figure.low, inf if isnan(figure.high) else figure.high)
