"""One value between what is true of a view and how it is shown: `answer` makes it, components put it into words and marks.

It holds no word of one language and no pixel, so it is made once for both languages, and can be kept, tested and
served as data. Texts in it are `Bilingual`: rules word their own reasons.
"""

from dataclasses import dataclass, replace
from threading import Lock

import pandas as pd
from cachetools import LRUCache, cached

from ..catalog.catalog import Catalog
from ..catalog.tuples import Row, row_tuples
from ..comparing.comparability import Verdict, verdict_of
from ..reckoning.consistency import Finding, bearing_on, findings
from ..reckoning.derived import Missing, derive
from ..reckoning.methods import METHODS
from ..comparing.standing import Panel, panels
from ..comparing.summary import Summary, summary
from ..reckoning.sums import Refusal, Sum, total
from ..entries.entries import Pairing
from ..words import LANGUAGES, Bilingual
from .choices import Choices, choices_of
from .coverage import Cell, coverage
from .filtering import headline, select
from .resolution import Resolved, resolve
from .selection import DEFAULT, YEARLY, Selection, choice


@dataclass(frozen=True, eq=False)
class Answer:
    """Everything that is true of a view. Frames are `frames.COLUMNS` in the order of the pairings."""

    asked: Resolved  # what the selection names, and what was not understood
    figures: pd.DataFrame  # as printed
    drawn: pd.DataFrame  # by the chosen derivation, with `derived.ADDED`
    missing: tuple[Missing, ...]  # what could not be derived
    panels: tuple[Panel, ...]
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

    @property
    def blocked(self) -> bool:
        return self.verdict.level == "block"

    @property
    def alone(self) -> bool:
        """Whether one figure stands with nothing beside it."""
        return sum(len(panel.standing) for panel in self.panels) == 1


def answer(selection: Selection, catalog: Catalog) -> Answer:
    """The answer to a selection; what was made for one language serves the other."""
    neutral = selection.with_(lang=DEFAULT.lang) if selection.lang in LANGUAGES else selection
    made = computed(neutral, catalog)
    return replace(made, asked=replace(made.asked, selection=selection))


@cached(LRUCache(maxsize=256), key=lambda selection, catalog: (selection, catalog.version), lock=Lock())
def computed(selection: Selection, catalog: Catalog) -> Answer:
    resolved = resolve(selection, catalog)
    figures = select(resolved, catalog)
    drawn, missing = derive(figures, choice(selection, "by"), catalog)
    held, shown = reported(drawn), panels(drawn)
    verdict = offered(verdict_of(shown), resolved.selection, figures, catalog)
    ordered = [by_value(panel) for panel in shown] if choice(selection, "order") and verdict.level != "block" else shown
    return Answer(
        resolved,
        figures,
        drawn,
        tuple(missing),
        tuple(ordered),
        verdict,
        summary(shown, verdict),
        tuple(bearing_on(findings(catalog), drawn)),
        absent(resolved, figures),
        left_out(resolved, figures, catalog),
        int(held["period_end"].isna().sum()),
        tuple(sums(held)),
        underivable(figures, catalog),
        bool(len(held) and (held["value"] > 0).all()),
        tuple(map(tuple, coverage(catalog))) if choice(selection, "view") == "coverage" else (),
        choices_of(catalog),
    )


def offered(verdict: Verdict, selection: Selection, figures: pd.DataFrame, catalog: Catalog) -> Verdict:
    """The verdict, with the offer of values per year only where it mends: the reason is gone, and figures are left."""
    if not any(one.action == "per-year" for one in verdict.reasons):
        return verdict
    yearly = panels(derive(figures, YEARLY.get(choice(selection, "by"), ""), catalog)[0])
    lasting = {one.rule for one in (verdict_of(yearly) if yearly else verdict).reasons}
    reasons = [replace(one, action="") if one.action == "per-year" and one.rule in lasting else one for one in verdict.reasons]
    return replace(verdict, reasons=tuple(reasons))


def reported(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["status"] == "reported"]


def by_value(panel: Panel) -> Panel:
    """The panel with its rows from the largest to the smallest."""
    return replace(panel, standing=panel.standing.sort_values("value", ascending=False, kind="stable"))


def absent(resolved: Resolved, figures: pd.DataFrame) -> tuple[Pairing, ...]:
    """The pairings that have no figure for the whole of them, though others have; what was searched in vain says so itself."""
    whole = set(figures["pairing"][headline(figures)])
    return tuple(one for one in resolved.pairings if one.id not in whole) if len(figures) else ()


def left_out(resolved: Resolved, figures: pd.DataFrame, catalog: Catalog) -> int:
    """How many figures of parts the same selection has beside those of whole pairings."""
    if choice(resolved.selection, "parts"):
        return 0
    return len(select(resolve(resolved.selection.with_(parts="1"), catalog), catalog)) - len(figures)


def sums(figures: pd.DataFrame) -> list[tuple[Row, Sum | Refusal]]:
    """For each pairing with several totals of its whole, as printed: their sum, or why there is none. `figures` are reported ones."""
    whole = figures[headline(figures) & (figures["step_zh"] == "")]
    groups = [rows for _, rows in whole.groupby("pairing", sort=False) if len(rows) > 1]
    return [(row_tuples(rows)[0], total(rows)) for rows in groups]


def underivable(figures: pd.DataFrame, catalog: Catalog) -> dict[str, Bilingual]:
    """The derivations that no figure allows, each with what its first figure lacks."""
    rows = row_tuples(reported(figures))
    lacking = {name: [method(row, catalog) for row in rows] for name, method in METHODS.items()}
    return {name: steps[0] for name, steps in lacking.items() if rows and all(isinstance(step, Bilingual) for step in steps)}  # type: ignore[misc]
