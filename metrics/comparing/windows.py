"""Where figures lie in time, and every window of ends by lengths within which all of them are near one another."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from .descriptions import DAYS_APART, TIMES_LONGER


@dataclass(slots=True, eq=False)  # one of a kind: its row is long to compare
class Point:
    """A figure that may stand in a set: where it lies in time, and who it is of. Lengths count for totals alone."""

    row: Any
    place: int  # by `standing.RULE`: of two figures of one pairing the first stands
    end: int
    length: float

    @property
    def moment(self) -> "Moment":
        return self.end, self.length


Moment = tuple[int, float]  # the end and the length of a figure's period


class Window(NamedTuple):
    """A stretch of ends by a stretch of lengths: how many pairings have a figure there, and its moments as bits."""

    pairings: int
    end: int
    shortest: float
    moments: int

    @property
    def order(self) -> tuple[int, int, float]:
        """The fullest first, the latest of equals, then the shortest."""
        return -self.pairings, -self.end, self.shortest


class Moments:
    """The moments of figures, with who has one there; pairings and moments are bits of whole numbers, which are fast to unite."""

    def __init__(self, points: list[Point]) -> None:
        self.points: dict[Moment, list[Point]] = {}
        for point in points:
            self.points.setdefault(point.moment, []).append(point)
        pairing = {name: 1 << place for place, name in enumerate(dict.fromkeys(point.row.pairing for point in points))}
        self.listed = sorted(self.points)
        self.ends = [end for end, _ in self.listed]
        self.lengths = [length for _, length in self.listed]
        self.bits = [reduce(or_, {pairing[point.row.pairing] for point in self.points[moment]}) for moment in self.listed]

    def fresh_windows(self) -> Iterator[tuple[Window, set[Moment]]]:
        """Windows in their order, each with the moments that none before had; one without such a moment is left out."""
        seen = 0
        for window in sorted(self.windows(), key=lambda one: one.order):
            if fresh := window.moments & ~seen:
                seen |= window.moments
                yield window, set(self.of(fresh))

    def best(self, point: Point) -> Window:
        """The first window that a figure lies in."""
        moment = 1 << bisect_left(self.listed, point.moment)
        return min((window for window in self.windows() if window.moments & moment), key=lambda one: one.order)

    def of(self, moments: int) -> Iterator[Moment]:
        while moments:
            yield self.listed[(moments & -moments).bit_length() - 1]
            moments &= moments - 1

    def figures(self, window: Window) -> list[Point]:
        """The figures of a window, those that stand first."""
        return sorted((point for moment in self.of(window.moments) for point in self.points[moment]), key=lambda point: point.place)

    def windows(self) -> Iterator[Window]:
        """Every window that no other one holds."""
        reached = 0
        for first, end in enumerate(self.ends):
            last = bisect_right(self.ends, end + DAYS_APART)
            if last > reached:
                reached = last
                yield from self.lengthwise(first, last)

    def lengthwise(self, first: int, last: int) -> Iterator[Window]:
        """Of the moments from the first to before the last: the windows that no other one of them holds, by length."""
        pairings: dict[float, int] = {}
        moments: dict[float, int] = {}
        bit = 1  # counted from the first: short numbers are united faster
        for place in range(first, last):
            length = self.lengths[place]
            pairings[length] = pairings.get(length, 0) | self.bits[place]
            moments[length] = moments.get(length, 0) | bit
            bit <<= 1
        lengths, reached = sorted(pairings), 0
        for start, shortest in enumerate(lengths):
            stop = bisect_right(lengths, TIMES_LONGER * shortest)
            if stop > reached:
                reached = stop
                together, there = 0, 0
                for length in lengths[start:stop]:
                    together |= pairings[length]
                    there |= moments[length]
                yield Window(together.bit_count(), self.ends[first], shortest, there << first)


def near(one: Point, other: Point) -> bool:
    """Whether time lets two figures stand together."""
    shorter, longer = sorted((one.length, other.length))
    return abs(one.end - other.end) <= DAYS_APART and longer <= TIMES_LONGER * shorter
