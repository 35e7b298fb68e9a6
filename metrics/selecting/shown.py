"""Which figures a view shows: all that were asked for, or those among them that compare with one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row
from ..comparing.sets import Set, containing, sets
from ..reckoning.derived import Missing, derive_rows
from .filtering import select
from .resolution import Resolved
from .selection import ALL, choice

MOST_SETS, LOOKED_AT = 8, 40  # sets that a view offers, of so many


@dataclass(frozen=True, eq=False)
class Shown:
    """`figures` as printed, `drawn` by the chosen derivation; `chosen` is the set that both are cut to.

    `asked` are all the figures, before they were cut.
    """

    asked: Sequence[Row]
    figures: Sequence[Row]
    drawn: Sequence[Row]
    missing: tuple[Missing, ...]
    sets: tuple[Set, ...]
    chosen: Set | None


def shown(resolved: Resolved, catalog: Catalog) -> Shown:
    """What a resolved selection shows of a catalog. The sets are those of the figures as drawn: per year, lengths part none."""
    figures = select(resolved, catalog)
    drawn, missing = derive_rows(figures, choice(resolved.selection, "by"), catalog)
    offered = distinct(sets(drawn, LOOKED_AT))
    chosen = chosen_set(resolved, drawn, offered)
    if chosen is None:
        return Shown(figures, figures, drawn, tuple(missing), offered, None)
    return Shown(figures, cut(figures, chosen), cut(drawn, chosen), (), offered, chosen)


def cut(rows: Sequence[Row], chosen: Set) -> Sequence[Row]:
    """The rows of a set, in its order."""
    found = {row.Index: row for row in rows}
    return [found[label] for label in chosen.rows]


def distinct(found: tuple[Set, ...]) -> tuple[Set, ...]:
    """The first sets of which at least half the figures stand in none before: others would say the same again."""
    kept: list[Set] = []
    seen: set[int] = set()
    for one in found:
        if len(kept) < MOST_SETS and 2 * len(seen.intersection(one.rows)) <= len(one.rows):
            kept.append(one)
            seen.update(one.rows)
    return tuple(kept)


def chosen_set(resolved: Resolved, drawn: Sequence[Row], offered: tuple[Set, ...]) -> Set | None:
    """The set of a figure that was asked for, or the largest; none where a reader named pairings, parts, or everything."""
    if resolved.like == ALL:
        return None
    if resolved.like:
        return containing(resolved.like, drawn)
    named = resolved.selection.pair or choice(resolved.selection, "parts")
    return offered[0] if offered and not named else None
