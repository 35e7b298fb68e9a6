"""What is known of a number: the bounds that it lies between, either of them open.

Arithmetic is interval arithmetic (Moore, Interval Analysis, 1966): the result holds every value that
operands within their bounds can give. Bounds are inclusive; whether a source means "less than" or
"at most" is in the qualifier, and including the bound never claims more than is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isinf, isnan


@dataclass(frozen=True)
class Interval:
    """`low` and `high` in base units; minus or plus infinity where a side is open."""

    low: float = -inf
    high: float = inf

    def __post_init__(self) -> None:
        if not self.low <= self.high:  # so worded, it refuses what is not a number too
            raise ValueError(f"low {self.low} is above high {self.high}")

    def __contains__(self, number: float) -> bool:
        return self.low <= number <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        # 0 times an open side is 0: the factor is finite, only unknown.
        products = [0.0 if 0 in (a, b) else a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Raises ZeroDivisionError where the divisor may be zero."""
        if 0 in other:
            raise ZeroDivisionError("the divisor may be zero")
        # A number divided by an open side comes as near to 0 as one likes.
        quotients = [0.0 if isinf(b) else a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(quotients), max(quotients))

    def overlaps(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high

    def finite(self) -> dict[str, float | None]:
        """Both bounds by name, None where one is open."""
        return {name: None if isinf(bound) else bound for name, bound in (("low", self.low), ("high", self.high))}

    @property
    def bounded(self) -> bool:
        return self.low != -inf and self.high != inf


def from_columns(low: float, high: float) -> Interval:
    """The bounds that a row of a frame holds, where one that is not a number is open."""
    return Interval(-inf if isnan(low) else low, inf if isnan(high) else high)


def exactly(number: float) -> Interval:
    return Interval(number, number)


def hull(numbers: Iterable[float]) -> Interval:
    """The smallest interval that holds them all."""
    listed = list(numbers)
    return Interval(min(listed), max(listed))
