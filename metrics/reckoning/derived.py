"""Values that no report prints, made from those that one does: per year, per resident, in constant prices.

Interval in, interval out, and the step that was taken is kept in words, with the figure that it used. The steps are in `methods`.
What lacks an input is left out and named; nothing stands in for it.
"""

from dataclasses import dataclass

import pandas as pd

from ..catalog.catalog import Catalog
from ..catalog.tuples import row_tuples
from ..figures.interval import from_columns
from ..words import Bilingual
from .methods import METHODS, Step

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
    method = METHODS.get(by)
    if method is None or not len(frame):
        return frame.assign(**dict.fromkeys(ADDED, "")), []
    steps: dict[int, Step] = {}
    missing: list[Missing] = []
    for row in row_tuples(frame[frame["status"] == "reported"]):
        step = method(row, catalog)
        if isinstance(step, Step):
            steps[row.Index] = step
        else:
            missing.append(Missing(row.figure, row.pairing, step))
    derived = applied(frame.loc[list(steps)], list(steps.values()))
    nothing = frame[frame["status"] != "reported"].assign(**dict.fromkeys(ADDED, ""))
    both = pd.concat([derived, nothing])
    return both.loc[[row for row in frame.index if row in both.index]], missing


def applied(frame: pd.DataFrame, steps: list[Step]) -> pd.DataFrame:
    intervals = [from_columns(low, high) * step.bounds for low, high, step in zip(frame["low"], frame["high"], steps, strict=True)]
    return frame.assign(
        value=[value * step.factor for value, step in zip(frame["value"], steps, strict=True)],
        low=[one.low if one.low != -float("inf") else float("nan") for one in intervals],
        high=[one.high if one.high != float("inf") else float("nan") for one in intervals],
        unit=[step.unit for step in steps],
        step_zh=[step.words.zh for step in steps],
        step_en=[step.words.en for step in steps],
        input=[step.input.id if step.input else "" for step in steps],
        input_url=[(step.input.source.url or "") if step.input else "" for step in steps],
    )


def with_derived(frame: pd.DataFrame, by: str, catalog: Catalog) -> pd.DataFrame:
    """The figures that a view draws, as printed, with what was derived from each in columns of its own."""
    drawn, _ = derive(frame, by, catalog)
    frame, shown = frame.loc[drawn.index], drawn[drawn["step_en"] != ""]
    columns = {f"derived_{name}": shown[name].reindex(frame.index) for name in ("value", "low", "high")}
    words = {"derived_unit": shown["unit"], "derivation": shown["step_en"], "derived_from": shown["input"]}
    return frame.assign(**columns, **{name: texts.reindex(frame.index, fill_value="") for name, texts in words.items()})
