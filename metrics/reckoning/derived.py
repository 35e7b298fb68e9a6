"""Values that no report prints, made from those that one does: per year, per resident, in constant prices.

Interval in, interval out, and the step that was taken is kept in words, with the figure that it used. The steps are in `methods`.
What lacks an input is left out and named; nothing stands in for it.
"""

from dataclasses import dataclass
from math import isfinite, nan

import pandas as pd

from ..catalog.catalog import Catalog
from ..figures.interval import from_columns
from ..words import Bilingual
from .methods import METHODS, Step, steps

ADDED = ("step_zh", "step_en", "input", "input_url")


@dataclass(frozen=True)
class Missing:
    """Why a figure cannot be derived."""

    figure: str
    pairing: str
    why: Bilingual


def derive(frame: pd.DataFrame, by: str, catalog: Catalog) -> tuple[pd.DataFrame, list[Missing]]:
    """The figures by one of `METHODS`, and why some could not be; with no method, as printed.

    Columns are the catalog's, `value`, `low`, `high`, `unit` derived, and `ADDED`: the step in both
    languages, the id and address of the figure it used.
    """
    if by not in METHODS or not len(frame):
        return frame.assign(**dict.fromkeys(ADDED, pd.Series("", frame.index, dtype=object))), []
    reported = frame["status"] == "reported"
    answers = steps(frame[reported], by, catalog)
    taken = [next(answers) if has else None for has in reported.tolist()]
    missing = [
        Missing(figure, pairing, step)
        for figure, pairing, step in zip(frame["figure"].tolist(), frame["pairing"].tolist(), taken, strict=True)
        if isinstance(step, Bilingual)
    ]
    kept = frame[[not isinstance(step, Bilingual) for step in taken]]
    return applied(kept, [step for step in taken if not isinstance(step, Bilingual)]), missing


def applied(frame: pd.DataFrame, taken: list[Step | None]) -> pd.DataFrame:
    """The frame with its values by a step each; a row without one, for which no report gives a figure, stays as it is."""
    names = ("value", "low", "high", "unit")
    made = [values(*row) for row in zip(*(frame[name].tolist() for name in names), taken, strict=True)]
    columns = {name: [row[place] for row in made] for place, name in enumerate((*names, *ADDED))}
    return frame.assign(
        **{name: pd.Series(column, frame.index, float if name in names[:3] else object) for name, column in columns.items()}
    )


def values(value: float, low: float, high: float, unit: str, step: Step | None) -> tuple[float | str, ...]:
    """What a row holds after its step: a bound that is not known is NaN, as in the catalog's frame."""
    if step is None:
        return value, low, high, unit, "", "", "", ""
    bounds, used = from_columns(low, high) * step.bounds, step.input
    low, high = (bound if isfinite(bound) else nan for bound in (bounds.low, bounds.high))
    return value * step.factor, low, high, step.unit, *step.words, used.id if used else "", (used.source.url or "") if used else ""


def with_derived(frame: pd.DataFrame, by: str, catalog: Catalog) -> pd.DataFrame:
    """The figures that a view draws, as printed, with what was derived from each in columns of its own."""
    drawn, _ = derive(frame, by, catalog)
    frame, shown = frame.loc[drawn.index], drawn[drawn["step_en"] != ""]
    columns = {f"derived_{name}": shown[name].reindex(frame.index) for name in ("value", "low", "high")}
    words = {"derived_unit": shown["unit"], "derivation": shown["step_en"], "derived_from": shown["input"]}
    return frame.assign(**columns, **{name: texts.reindex(frame.index, fill_value="") for name, texts in words.items()})
