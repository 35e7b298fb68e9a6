"""The strip under the comparison: who was searched in vain and when, or to whom the metric does not apply. Knows no dash."""

from html import escape
from typing import Any

import pandas as pd

from metrics.catalog.tuples import row_tuples
from metrics.figures.terms import TERMS

from ..wording.captions import donor_and_recipient
from .marks import Style, note, suffix
from .palette import FAINT

GONE = 46  # pixels: a row without a figure
SIGN, WORDS = 0.012, 0.04  # from the left, as parts of the width: a sign, and the words after it


def absences(absent: pd.DataFrame, made: dict[str, Any], place: tuple[float, int], style: Style) -> dict[str, Any]:
    """The signs; their axes and words go to the layout `made`. `place`: the chart's height, and which axes these are."""
    height, number = place
    made[f"xaxis{suffix(number)}"] = {"anchor": f"y{suffix(number)}", "range": [0, 1], "visible": False, "fixedrange": True}
    made[f"yaxis{suffix(number)}"] = {
        "anchor": f"x{suffix(number)}",
        "domain": [0, GONE * len(absent) / height],
        "range": [len(absent), 0],
        "visible": False,
        "fixedrange": True,
    }
    rows = row_tuples(absent)
    for at, row in enumerate(rows):
        status = TERMS["status"][row.status].to(style.language) + (f" {row.searched}" if row.searched else "")
        on_row = {"xref": "paper", "yref": f"y{suffix(number)}", "xanchor": "left", "yanchor": "middle"}
        made["annotations"].append(note(escape(donor_and_recipient(row, style.language)), x=0, y=at + 0.25, **on_row))
        made["annotations"].append(note(escape(status), x=WORDS, y=at + 0.65, **on_row) | {"font": {"size": 12, "color": FAINT}})
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [SIGN] * len(rows),
        "y": [at + 0.65 for at in range(len(rows))],
        "marker": {
            "symbol": ["x-thin" if row.status == "not-found" else "line-ew" for row in rows],
            "size": 8,
            "line": {"width": 2, "color": FAINT},
        },
        "hoverinfo": "skip",
        "customdata": [row.figure for row in rows],
        "cliponaxis": False,
        "xaxis": f"x{suffix(number)}",
        "yaxis": f"y{suffix(number)}",
    }
