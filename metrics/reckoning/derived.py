"""Values that no report prints, made from those that one does: per year, per resident, in constant prices.

Interval in, interval out, and the step that was taken is kept in words, with the figure that it used. The steps are in `methods`.
What lacks an input is left out and named; nothing stands in for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite, nan

import pandas as pd

from ..catalog.catalog import Catalog
from ..catalog.frames import TEXT
from ..catalog.tuples import ADDED, Row, row_tuples
from ..figures.interval import from_columns
from ..words import Bilingual
from .methods import METHODS, Step, steps


@dataclass(frozen=True)
class Missing:
    """Why a figure cannot be derived."""

    figure: str
    pairing: str
    why: Bilingual


def derive(frame: pd.DataFrame, by: str, catalog: Catalog) -> tuple[pd.DataFrame, list[Missing]]:
    """The figures of a frame by one of `METHODS`, and why some could not be; with no method, as printed.

    Columns are the catalog's, `value`, `low`, `high`, `unit` derived, and `tuples.ADDED`: the step in both
    languages, the id and address of the figure it used.
    """
    rows, missing = derive_rows(row_tuples(frame.reset_index(drop=True).assign(**dict.fromkeys(ADDED, ""))), by, catalog)
    kept = frame.iloc[[row.Index for row in rows]]
    kinds = dict.fromkeys(("value", "low", "high"), float) | dict.fromkeys(("unit", *ADDED), object)
    made = {name: pd.Series([getattr(row, name) for row in rows], kept.index, kind) for name, kind in kinds.items()}
    return kept.assign(**made), missing


def derive_rows(rows: Sequence[Row], by: str, catalog: Catalog) -> tuple[Sequence[Row], list[Missing]]:
    """The same of rows; one for which no report gives a figure stays as it is."""
    if by not in METHODS:
        return rows, []
    answers = steps((row for row in rows if row.status == "reported"), by, catalog)
    taken = [(row, next(answers) if row.status == "reported" else None) for row in rows]
    missing = [Missing(row.figure, row.pairing, step) for row, step in taken if isinstance(step, Bilingual)]
    return [derived(row, step) if step else row for row, step in taken if not isinstance(step, Bilingual)], missing


def derived(row: Row, step: Step) -> Row:
    """What a row holds after its step: a bound that is not known is NaN, as in the catalog's frame."""
    bounds, used = from_columns(row.low, row.high) * step.bounds, step.input
    low, high = (bound if isfinite(bound) else nan for bound in (bounds.low, bounds.high))
    zh, en = step.words
    told = {"step_zh": zh, "step_en": en, "input": used.id if used else "", "input_url": (used.source.url or "") if used else ""}
    return row._replace(value=row.value * step.factor, low=low, high=high, unit=step.unit, **told)


def with_derived(frame: pd.DataFrame, drawn: Iterable[Row]) -> pd.DataFrame:
    """Figures as printed, with what was derived from them in columns of its own; `drawn` are rows of the frame."""
    rows = {row.Index: row for row in drawn if row.step_en}
    numbers = {f"derived_{name}": (name, "float64", nan) for name in ("value", "low", "high")}
    words = {name: (own, TEXT, "") for name, own in {"derived_unit": "unit", "derivation": "step_en", "derived_from": "input"}.items()}
    return frame.assign(
        **{
            name: pd.array([getattr(rows[label], own) if label in rows else empty for label in frame.index], dtype=dtype)
            for name, (own, dtype, empty) in (numbers | words).items()
        }
    )
