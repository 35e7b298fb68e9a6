"""What may be said of a view in one sentence, and never more than its verdict allows."""

from dataclasses import dataclass
from typing import Literal

from ..catalog.tuples import Row
from .comparability import Verdict
from .standing import Panel

# One figure alone; from the least to the most; the most is the most for certain; it is so as far as bounds tell.
Claim = Literal["one", "range", "most", "open"]


@dataclass(frozen=True)
class Summary:
    """`least` and `most` are rows of the panel that is summed up, by value; `count` is how many it has."""

    claim: Claim
    count: int
    least: Row
    most: Row


def summary(panels: list[Panel], verdict: Verdict) -> Summary | None:
    """The summary of the first panel, None where there is none."""
    if not panels:
        return None
    panel = panels[0]
    rows = sorted(panel.standing, key=lambda row: row.value)
    return Summary(claim(rows, verdict), len(rows), rows[0], rows[-1])


def claim(rows: list[Row], verdict: Verdict) -> Claim:
    if len(rows) == 1:
        return "one"
    if verdict.level in ("warn", "block"):
        return "range"
    # Nobody has the most where two are the same, nor where a bound is open.
    return "most" if all(row.high < rows[-1].low for row in rows[:-1]) else "open"
