"""The marks of the time series: spans, points, lines, and the growth between totals. Knows no dash."""

from calendar import monthrange
from datetime import date
from itertools import pairwise
from math import isnan
from typing import Any

from metrics.reckoning.series import Increment, Joined

from ..wording.captions import recipient
from ..wording.numbers import known
from .marks import Style, hover, plain, suffix
from .palette import READABLE

SIGNS = {"over": "↑", "under": "↓", "about": "≈"}
Piece = tuple[date, date, float]  # of a horizontal line: from a day to a day, at a height
FADE, MONTHS = (0.35, 0.25, 0.15, 0.07), 6  # how strong a bar without a beginning is, each so many months further back


def mark_date(row: Any, joined: Joined) -> date:
    """Where a figure's mark stands: the middle of a single year, else the end of its period."""
    return date(row.period_end.year, 7, 1) if row.Index in joined.annual else row.period_end


def marks(joined: Joined, rows: list[Any], number: int, style: Style) -> list[dict[str, Any]]:
    """Spans, marks and lines of a panel's dated figures."""
    axes = {"xaxis": f"x{suffix(number)}", "yaxis": f"y{suffix(number)}"}
    data: list[dict[str, Any]] = []
    for pairing in dict.fromkeys(row.pairing for row in rows):
        own = [row for row in rows if row.pairing == pairing]
        colour, shape = style.colour(pairing), style.shape(pairing)
        data.extend(stretch(pieces, axes, colour=colour, opacity=opacity) for pieces, opacity in zip(strengths(own), FADE, strict=True))
        signs = [SIGNS.get(row.qualifier, "") for row in own]
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text" if any(signs) else "markers",  # a text that is empty costs plotly as much as any
                "x": [str(mark_date(row, joined)) for row in own],
                "y": [row.value for row in own],
                "text": signs,
                "textposition": "top center",
                "textfont": {"size": 13, "color": READABLE[colour]},
                "marker": {
                    "symbol": [shape if row.qualifier == "exact" and row.basis != "planned" else f"{shape}-open" for row in own],
                    "size": 10,
                    "color": colour,
                    "line": {"width": 2, "color": colour},
                },
                "error_y": whiskers(own, colour),
                "hoverinfo": "text",
                "hovertext": [hover(row, style.language) for row in own],
                "customdata": [row.figure for row in own],
                "cliponaxis": False,
                **axes,
            }
        )
    by_index = {row.Index: row for row in rows}
    data.extend(growth(joined.increments, by_index, style, axes))
    for line in joined.lines:
        data.append(joining([(mark_date(by_index[index], joined), by_index[index]) for index in line.rows], line.course, style, axes))
    return [trace for trace in data if trace["x"]]


def strengths(rows: list[Any]) -> list[list[Piece]]:
    """What is drawn as strong as `FADE` has it, in its order: first the years covered, as horizontal bars.

    Where no beginning is stated, a bar fades out within two years: it has no end that one could read off.
    """
    begun = [(row.period_start, row.period_end, row.value) for row in rows if row.period_start is not None]
    months = [MONTHS * step for step in range(len(FADE) + 1)]
    faded = [
        [(before(row.period_end, far), before(row.period_end, near), row.value) for row in rows if row.period_start is None]
        for near, far in pairwise(months)
    ]
    return [begun + faded[0], *faded[1:]]


def before(day: date, months: int) -> date:
    """The same day so many months before, or the last of that month."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def stretch(pieces: list[Piece], axes: dict[str, str], *, colour: str, opacity: float) -> dict[str, Any]:
    """Horizontal lines as one trace: from a day to a day, at a height."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day for start, end, _ in pieces for day in (str(start), str(end), None)],
        "y": [height for *_, value in pieces for height in (value, value, None)],
        "line": {"color": colour, "width": 4},
        "opacity": opacity,
        "hoverinfo": "skip",
        **axes,
    }


def whiskers(rows: list[Any], colour: str) -> dict[str, Any]:
    """From the low to the high bound, where both are known; half the last printed digit is mostly too small to see."""
    above = [0 if isnan(row.high) or isnan(row.low) else row.high - row.value for row in rows]
    below = [0 if isnan(row.high) or isnan(row.low) else row.value - row.low for row in rows]
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "color": colour, "thickness": 1.5, "width": 4}


def growth(steps: tuple[Increment, ...], rows: dict[int, Any], style: Style, axes: dict[str, str]) -> list[dict[str, Any]]:
    """What a cumulative total grew by, dashed between the two ends: no report prints it."""
    made = []
    for step in steps:
        earlier, later = rows[step.earlier], rows[step.later]
        low, high, colour = step.interval.low, step.interval.high, style.colour(later.pairing)
        unit, language = later.unit, style.language
        text = f"{later.stated} − {earlier.stated} = {known(step.value, low, high, unit, language)}"
        made.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [str(earlier.period_end), str(later.period_end)],
                "y": [step.value, step.value],
                "line": {"color": colour, "width": 2, "dash": "dash"},
                "hoverinfo": "text",
                "hovertext": [f"{plain(recipient(later, language))}<br>{plain(text)}"] * 2,
                "meta": "increment",
                **axes,
            }
        )
    return made


def joining(points: list[tuple[date, Any]], course: str, style: Style, axes: dict[str, str]) -> dict[str, Any]:
    """The line through a series: days and the rows that stand there."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [str(day) for day, _ in points],
        "y": [row.value for _, row in points],
        "line": {"color": style.colour(points[0][1].pairing), "width": 2},
        "hoverinfo": "skip",
        "meta": course,
        **axes,
    }
