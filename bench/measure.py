"""What is measured, how, and how it is told: medians with their spread, as ratios within one run."""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import process_time


@dataclass(frozen=True)
class Result:
    """A goal's row. `values` are ratios or numbers of a unit, one a round; the goal is reached where their median is within `limit`."""

    goal: str
    what: str
    values: list[float]
    limit: float | None
    unit: str = "×"
    least: bool = False  # the limit is the least that it must be, not the most
    why: str = ""  # where it is not reached

    @property
    def reached(self) -> bool | None:
        if self.limit is None:
            return None
        if not self.values:
            return False
        return median(self.values) >= self.limit if self.least else median(self.values) <= self.limit

    def line(self) -> str:
        """The row in the results' table."""
        spread = "–"
        if self.values:
            spread = (
                f"{number(median(self.values))} {self.unit} ({number(min(self.values))}–{number(max(self.values))}, n={len(self.values)})"
            )
        wanted = "–" if self.limit is None else f"{'≥' if self.least else '≤'} {number(self.limit)} {self.unit}"
        verdict = {True: "yes", False: "**no**", None: "–"}[self.reached]
        return f"| {self.goal} | {self.what} | {wanted} | {spread} | {verdict} | {self.why if self.reached is False else ''} |"


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def cpu(work: Callable[[], object]) -> float:
    """Seconds of this process's own time: what else runs on the machine does not count."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def seconds(work: Callable[[], object], rounds: int = 9) -> float:
    """The median of some rounds after one that warms, in time of this process alone: a busy machine makes nothing dearer."""
    work()
    return median(cpu(work) for _ in range(rounds))


def ratios(work: Callable[[], object], floor: Callable[[], object], rounds: int) -> list[float]:
    """How many times as long as the floor, one after the other in each round."""
    return [cpu(work) / cpu(floor) for _ in range(rounds)]
