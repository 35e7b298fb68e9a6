"""Which rows a comparison shows, in which order: by programme, those in focus first, of many the first few of each. Knows no dash."""

from collections import Counter
from dataclasses import dataclass

from metrics.catalog.tuples import Row
from metrics.comparing.standing import Panel

from .marks import Style

FEWEST = 3  # rows of a group, however many groups there are


@dataclass(frozen=True)
class Group:
    """The rows of one programme in a panel, and how many of them are shown."""

    rows: list[Row]
    most: int

    @property
    def shown(self) -> list[Row]:
        return self.rows[: self.most]


def grouped(panels: tuple[Panel, ...], style: Style, most: int | None) -> list[list[Group]]:
    """The groups of each panel; `most`: how many rows all of them show together."""
    listed = [by_programme(panel, style) for panel in panels]
    counts = iter(shares([len(rows) for groups in listed for rows in groups], most))
    return [[Group(rows, next(counts)) for rows in groups] for groups in listed]


def by_programme(panel: Panel, style: Style) -> list[list[Row]]:
    """The standing rows of each programme, in the panel's order; those in focus come first."""
    found: dict[str, list[Row]] = {}
    for row in panel.standing:
        found.setdefault(row.programme, []).append(row)
    return [sorted(rows, key=lambda row: row.pairing not in style.focus) for rows in found.values()]


def others_of(panel: Panel) -> dict[str, list[Row]]:
    """The figures that do not stand for their pairing, by pairing."""
    found: dict[str, list[Row]] = {}
    standing = {row.Index for row in panel.standing}
    for row in (row for row in panel.figures if row.Index not in standing):
        found.setdefault(row.pairing, []).append(row)
    return found


def shares(sizes: list[int], most: int | None) -> list[int]:
    """How many rows each group shows of `most` in all: small ones every row, the others even shares of what is left, a few at least."""
    shown = list(sizes)
    left = sum(sizes) if most is None else most
    for number, place in enumerate(sorted(range(len(sizes)), key=sizes.__getitem__)):
        shown[place] = min(shown[place], max(FEWEST, left // (len(sizes) - number)))
        left -= shown[place]
    return sizes if most is None else shown


def cut(panels: tuple[Panel, ...], most: int) -> tuple[int, int]:
    """How many rows are shown of how many."""
    sizes = [size for panel in panels for _, size in Counter(row.programme for row in panel.standing).most_common()]
    return sum(shares(sizes, most)), sum(sizes)
