"""How often an entry was wrong: the verdicts of the third reading counted by field, each with the interval that so many readings allow."""

from dataclasses import dataclass
from math import sqrt

from ..catalog.third_reading import ASPECTS, ThirdReading

Z = 1.959964  # of 95 % in the middle of a normal distribution
FIGURES = "figures"  # whole figures, wrong where any aspect is


@dataclass(frozen=True)
class Rate:
    """Of `read` readings of one aspect: how many were alike, and who was wrong in the others. `low` to `high`: the share of `ours`."""

    aspect: str
    read: int
    ours: int
    open: int
    reader: int
    low: float
    high: float

    @property
    def alike(self) -> int:
        return self.read - self.ours - self.open - self.reader


def rates(third: ThirdReading) -> tuple[Rate, ...]:
    """A rate for each aspect, in the order in which they are told, and one for figures as a whole; none where nothing was read."""
    listed = [rate(aspect, [one.verdicts.get(aspect, "") for one in third.drawn if aspect in one.aspects]) for aspect in ASPECTS]
    whole = [worst(one.verdicts) for one in third.drawn if one.aspects]
    return tuple(one for one in (*listed, rate(FIGURES, whole)) if one.read)


def worst(verdicts: dict[str, str]) -> str:
    """What is said of a figure with these verdicts: ours where any is, else open, else the reader's."""
    return next((name for name in ("ours", "open", "reader") if name in verdicts.values()), "")


def rate(aspect: str, verdicts: list[str]) -> Rate:
    ours, unclear, reader = (verdicts.count(name) for name in ("ours", "open", "reader"))
    return Rate(aspect, len(verdicts), ours, unclear, reader, *wilson(ours, len(verdicts)))


def wilson(errors: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share, which stays within 0 and 1 and says something of none in n too.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
    Association 22 (1927), pages 209 to 212. It takes the draw as one from a population much larger than it.
    """
    if not of:
        return 0.0, 1.0
    share, square = errors / of, Z * Z
    middle = share + square / (2 * of)
    spread = Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, (middle - spread) / (1 + square / of)), min(1.0, (middle + spread) / (1 + square / of))
