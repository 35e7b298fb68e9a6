"""One value between what is true of a view and how it is shown: `answer` makes it, components put it into words and marks.

It holds no word of one language and no pixel, so it is made once for both languages, and can be kept, tested and
served as data. Texts in it are `Bilingual`: rules word their own reasons.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

from cachetools import LRUCache, cached

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row
from ..comparing.comparability import Verdict, broken, drawn, unlike, verdict_of
from ..comparing.differences import RULES
from ..comparing.sets import Set
from ..comparing.standing import Panel, is_charted, is_headline, panels
from ..comparing.summary import Summary, summary
from ..entries.entries import Pairing
from ..entries.fields import LEVELS
from ..reckoning.consistency import Finding, bearing_on, findings
from ..reckoning.derived import Missing, derive_rows
from ..reckoning.methods import METHODS, Step, steps
from ..reckoning.sums import Refusal, Sum, total
from ..words import Bilingual
from .choices import Choices, choices_of
from .coverage import Cell, coverage
from .filtering import select
from .resolution import Resolved, resolve
from .selection import DEFAULT, MENDS, Selection, choice
from .shown import shown

SHOWN = {name: getattr(DEFAULT, name) for name in ("lang", "focus", "scale", "show", "embed", "extra")}  # how, not what
MOST_SUMMED = 8  # pairings, each with a sum or the reason against it


@dataclass(frozen=True, eq=False)
class Answer:
    """Everything that is true of a view. Figures are in the order of the pairings."""

    asked: Resolved  # what the selection names, and what was not understood
    figures: Sequence[Row]  # as printed
    drawn: Sequence[Row]  # by the chosen derivation
    missing: tuple[Missing, ...]  # what could not be derived
    sets: tuple[Set, ...]  # of figures that compare, the largest first
    chosen: Set | None  # the one that the figures above are cut to
    found: int  # how many figures there are before that cut
    panels: tuple[Panel, ...]  # of one category
    unlike: tuple[dict[str, frozenset[int]], ...]  # of each panel: what stands beside its figures -> the rows that differ there from most
    categories: dict[str, int]  # how many figures each category of the metric has to chart; the metric as such under ""
    levels: dict[str, int]  # of recipients: how many pairings each has to chart, where the panels leave some out
    verdict: Verdict
    summary: Summary | None
    contradictions: tuple[Finding, ...]
    absent: tuple[Pairing, ...]  # without a figure for the whole of them
    parts: int  # figures of parts that the view leaves out
    undated: int  # drawn figures whose period has no end
    sums: tuple[tuple[Row, Sum | Refusal], ...]  # the first figure of each pairing that has several, and what they amount to
    underivable: dict[str, Bilingual]  # derivations for which no figure has what they need, with the reason
    logarithmic: bool  # whether every drawn value is above zero
    coverage: tuple[tuple[Cell, ...], ...]  # a row a pairing, a cell a metric; empty where it is not asked for
    choices: Choices
    version: str  # of the data

    @property
    def blocked(self) -> bool:
        return self.verdict.level == "block"

    @property
    def alone(self) -> bool:
        """Whether one figure stands with nothing beside it."""
        return sum(len(panel.figures) for panel in self.panels) == 1

    @property
    def series(self) -> bool:
        """Whether all that is drawn is of one pairing, and a line joins some of it."""
        pairings = {name for panel in self.panels for name in panel.pairings}
        return len(pairings) == 1 and any(panel.joined.lines for panel in self.panels)


def answer(selection: Selection, catalog: Catalog) -> Answer:
    """The answer to a selection; what was made for one serves every other that differs from it in `SHOWN` alone."""
    asked = resolve(selection, catalog)
    return replace(computed(asked.selection.with_(**SHOWN), catalog), asked=asked)


@cached(LRUCache(maxsize=64), key=lambda selection, catalog: (selection, catalog.version), lock=Lock())
def computed(selection: Selection, catalog: Catalog) -> Answer:
    """Kept as many as views are: of thousands of figures an answer takes a quarter of a megabyte, in each process."""
    resolved = resolve(selection, catalog)
    view = shown(resolved, catalog)
    figures = view.figures
    charts = panels(view.drawn)
    held, drawable = reported(view.drawn), together(charts)
    verdict = offered(verdict_of(drawable), resolved.selection, figures, catalog)
    ordered = [by_value(panel) for panel in drawable] if by_size(choice(selection, "order"), verdict) else drawable
    return Answer(
        resolved,
        figures,
        view.drawn,
        view.missing,
        view.sets,
        view.chosen,
        len(view.asked),
        tuple(ordered),
        tuple(unlike(panel.standing) for panel in ordered),
        categories(resolved, catalog),
        levels(charts, drawable),
        verdict,
        summary(drawable, verdict),
        tuple(bearing_on(findings(catalog), view.drawn)),
        absent(resolved, view.asked),
        left_out(resolved, view.asked, catalog),
        sum(row.period_end is None for row in held),
        tuple(sums(held)) if len(resolved.pairings) <= MOST_SUMMED else (),
        underivable(figures, catalog),
        bool(held) and all(row.value > 0 for row in held),
        tuple(map(tuple, coverage(catalog))) if choice(selection, "view") == "coverage" else (),
        choices_of(catalog),
        catalog.version,
    )


def together(listed: list[Panel]) -> list[Panel]:
    """The panels of one thing at one level: of the metric as such, or the category that most pairings have, where most have it.

    What another pairing there holds is left to the table.
    """
    if not listed:
        return []
    first = listed[0]
    return [one for one in listed if (one.category, one.level, one.held) == (first.category, first.level, first.held)]


def levels(charts: list[Panel], shown: list[Panel]) -> dict[str, int]:
    """How many pairings each level has with figures of what is shown; nothing where there is one level alone."""
    found: dict[str, set[str]] = {}
    for panel in charts:
        if shown and panel.category == shown[0].category:
            found.setdefault(panel.level, set()).update(panel.pairings)
    return {name: len(found[name]) for name in LEVELS if name in found} if len(found) > 1 else {}


def categories(resolved: Resolved, catalog: Catalog) -> dict[str, int]:
    """How many figures of the selection each category has, those of none first, then as the metric lists them."""
    if resolved.metric is None:
        return {}
    rows = catalog.rows(resolved.metric.id, (one.id for one in resolved.pairings))
    counts = Counter(row.category for row in rows if is_charted(row))
    return {name: counts[name] for name in ("", *resolved.metric.categories) if name in counts}


def offered(verdict: Verdict, selection: Selection, figures: Sequence[Row], catalog: Catalog) -> Verdict:
    """The verdict, with the offer of a derivation only where it mends: the reason is gone, and figures are left."""
    by = choice(selection, "by")
    lasting = {
        action: lasting_rules(MENDS[action].get(by, ""), figures, catalog)
        for action in {one.action for one in verdict.reasons} & MENDS.keys()
    }
    reasons = [replace(one, action="") if one.rule in lasting.get(one.action, ()) else one for one in verdict.reasons]
    return replace(verdict, reasons=tuple(reasons))


def lasting_rules(by: str, figures: Sequence[Row], catalog: Catalog) -> set[str]:
    """The rules that a derivation leaves standing; all of them where it leaves no figure to compare."""
    if not by:
        return {rule.name for rule in RULES}
    charted = [row for row in figures if is_charted(row)]
    able = [row for row, step in zip(charted, steps(charted, by, catalog), strict=True) if isinstance(step, Step)]
    # Which figures share an axis and which one stands, no derivation changes: those that are drawn alone need be derived.
    axes = [derive_rows(drawn(panel), by, catalog)[0] for panel in together(panels(able))]
    return broken(axes) if axes else {rule.name for rule in RULES}


def by_size(order: str, verdict: Verdict) -> bool:
    """Whether the largest stands first: where figures compare, unless a fixed order is asked for; with care, only where it is asked for."""
    return (order != "fixed" and verdict.level in ("clean", "note")) or (order == "value" and verdict.level == "warn")


def reported(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if row.status == "reported"]


def by_value(panel: Panel) -> Panel:
    """The panel with its rows from the largest to the smallest."""
    values = {row.pairing: -row.value for row in panel.standing}
    ordered = {name: place for place, name in enumerate(sorted(values, key=values.__getitem__))}
    return replace(panel, figures=tuple(sorted(panel.figures, key=lambda row: ordered[row.pairing])))


def absent(resolved: Resolved, figures: Sequence[Row]) -> tuple[Pairing, ...]:
    """The pairings that have no figure for the whole of them, though others have; what was searched in vain says so itself."""
    whole = {row.pairing for row in figures if is_headline(row)}
    return tuple(one for one in resolved.pairings if one.id not in whole) if len(figures) else ()


def left_out(resolved: Resolved, figures: Sequence[Row], catalog: Catalog) -> int:
    """How many figures of parts the same selection has beside those of whole pairings."""
    if choice(resolved.selection, "parts"):
        return 0
    return len(select(replace(resolved, selection=resolved.selection.with_(parts="1")), catalog)) - len(figures)


def sums(figures: Sequence[Row]) -> list[tuple[Row, Sum | Refusal]]:
    """For each pairing with several totals of its whole, as printed: their sum, or why there is none. `figures` are reported ones."""
    groups: dict[str, list[Row]] = {}
    for row in figures:
        if is_headline(row) and not row.step_zh:
            groups.setdefault(row.pairing, []).append(row)
    return [(rows[0], total(rows)) for rows in groups.values() if len(rows) > 1]


def underivable(figures: Sequence[Row], catalog: Catalog) -> dict[str, Bilingual]:
    """The derivations that no figure allows, each with what its first figure lacks."""
    asked = reported(figures)
    lacking: dict[str, Bilingual] = {}
    for name in METHODS:
        answers = steps(asked, name, catalog)
        first = next(answers, None)
        if isinstance(first, Bilingual) and all(isinstance(one, Bilingual) for one in answers):
            lacking[name] = first
    return lacking
