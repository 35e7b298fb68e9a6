"""The time series: each figure over the span that it covers, lines only where a series is one. Knows no dash."""

from html import escape
from math import floor, isnan, log10
from typing import Any

import pandas as pd

from metrics.each import each
from metrics.series import course_of, increments, lines
from metrics.standing import Panel

from .comparison import reach, suffix
from .marks import Chart, Look, hover, layout, note, recipient
from .numbers import amount, axis, figure_words, known
from .palette import FAINT, GRID
from .strings import t

PLOT, HEAD, FOOT = 300, 40, 30  # pixels
LEFT = 8
NEAR = 18  # pixels between two labels
HEADROOM = 1.18  # for arrows and labels above the largest value


def timeline(panels: list[Panel], look: Look, *, log: bool = False) -> Chart:
    """The figure for these panels, one above the other on their own axes over the same years."""
    dated = [(panel, panel.figures[panel.figures["period_end"].notna()]) for panel in panels]
    dated = [(panel, figures) for panel, figures in dated if len(figures)]
    height = (HEAD + PLOT + FOOT) * len(dated) or 1
    made = layout(height, annotations=[])
    made["margin"] |= {"l": LEFT, "r": LEFT}
    data: list[dict[str, Any]] = []
    if not dated:
        return {"data": data, "layout": made}
    years = years_shown(pd.concat([figures for _, figures in dated]))
    for number, (panel, figures) in enumerate(dated, start=1):
        top = (HEAD + PLOT + FOOT) * (number - 1) + HEAD
        domain = (1 - (top + PLOT) / height, 1 - top / height)
        unit = add_axes(made, number, panel, look, domain, years)
        if log:
            made[f"yaxis{suffix(number)}"] |= logarithmic(figures, panel.unit, look)
        title = f"<b>{t(panel.group, look.language)}</b>  {unit}"
        made["annotations"].append(
            note(title, xref="paper", yref="paper", x=0, y=1 - (top - HEAD * 0.6) / height, xanchor="left", yanchor="middle")
        )
        rows = each(figures)
        data.extend(marks(figures, rows, number, look))
        heights = limits(figures) if log else (0.0, reach(panel) * HEADROOM)
        made["annotations"].extend(labels(rows, heights, number, look, years, log=log))
    return {"data": data, "layout": made}


def years_shown(figures: pd.DataFrame) -> tuple[int, int]:
    """First and last year on the axis: whole years around every span."""
    starts = figures["period_start"].dropna()
    ends = figures["period_end"].dt.year
    return int(min(starts.dt.year.min() if len(starts) else ends.min(), ends.min())), int(ends.max()) + 1


def add_axes(made: dict[str, Any], number: int, panel: Panel, look: Look, domain: tuple[float, float], years: tuple[int, int]) -> str:
    """Add a panel's axes; the words for its unit and scale."""
    ticks, texts, unit = axis(reach(panel), panel.unit, look.language)
    first, last = years
    step = max(1, -(-(last - first) // 8))
    shown = list(range(first, last + 1, step))
    made[f"xaxis{suffix(number)}"] = {
        "anchor": f"y{suffix(number)}",
        "type": "date",
        "range": [f"{first}-01-01", f"{last}-04-01"],
        "tickvals": [f"{year}-01-01" for year in shown],
        "ticktext": [str(year) for year in shown],
        "tickfont": {"size": 12, "color": FAINT},
        "showgrid": False,
        "ticks": "outside",
        "tickcolor": GRID,
        "linecolor": FAINT,
        "showline": True,
        "fixedrange": True,
    }
    made[f"yaxis{suffix(number)}"] = {
        "anchor": f"x{suffix(number)}",
        "domain": list(domain),
        "range": [0, reach(panel) * HEADROOM],
        "tickvals": ticks,
        "ticktext": texts,
        "tickfont": {"size": 12, "color": FAINT},
        "ticklabelposition": "inside top",
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
    }
    return unit


def limits(figures: pd.DataFrame) -> tuple[float, float]:
    """The powers of ten that a logarithmic axis spans, with room for labels."""
    return log10(figures["value"].min()) - 0.15, log10(figures["value"].max()) + 0.2


def logarithmic(figures: pd.DataFrame, unit: str, look: Look) -> dict[str, Any]:
    """What a logarithmic axis changes: its range and its ticks, a power of ten each."""
    low, high = limits(figures)
    ticks = [10.0**power for power in range(floor(low), floor(high) + 1)]
    return {"type": "log", "range": [low, high], "tickvals": ticks, "ticktext": [amount(tick, unit, look.language) for tick in ticks]}


def log_is_possible(figures: pd.DataFrame) -> bool:
    """Whether every value that would be drawn is above zero."""
    values = figures.loc[figures["status"] == "reported", "value"]
    return bool(len(values) and (values > 0).all())


def when(row: Any) -> pd.Timestamp:
    """Where a figure's mark stands: the middle of a single year, else the end of its period."""
    return pd.Timestamp(row.period_end.year, 7, 1) if course_of(row) == "annual" else row.period_end


def marks(figures: pd.DataFrame, rows: list[Any], number: int, look: Look) -> list[dict[str, Any]]:
    """Spans, marks and lines of a panel's dated figures; `rows` are the frame's."""
    axes = {"xaxis": f"x{suffix(number)}", "yaxis": f"y{suffix(number)}"}
    data: list[dict[str, Any]] = []
    for pairing in dict.fromkeys(row.pairing for row in rows):
        own = [row for row in rows if row.pairing == pairing]
        colour, shape = look.colour[pairing], look.shape[pairing]
        data.append(spans([row for row in own if not isnan_date(row.period_start)], colour, "solid", axes))
        data.append(spans([row for row in own if isnan_date(row.period_start)], colour, "dot", axes))
        data.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [str(when(row).date()) for row in own],
                "y": [row.value for row in own],
                "text": [{"over": "↑", "under": "↓", "about": "≈"}.get(row.qualifier, "") for row in own],
                "textposition": "top center",
                "textfont": {"size": 13, "color": colour},
                "marker": {
                    "symbol": [shape if row.qualifier == "exact" and row.basis != "planned" else f"{shape}-open" for row in own],
                    "size": 10,
                    "color": colour,
                    "line": {"width": 2, "color": colour},
                },
                "error_y": whiskers(own, colour),
                "hoverinfo": "text",
                "hovertext": [hover(row, look.language) for row in own],
                "customdata": [row.figure for row in own],
                "cliponaxis": False,
                **axes,
            }
        )
    by_index = {row.Index: row for row in rows}
    data.extend(growth(figures, by_index, look, axes))
    data.extend(joining([by_index[index] for index in line.rows], line.course, look, axes) for line in lines(figures))
    return [trace for trace in data if trace["x"]]


def isnan_date(value: Any) -> bool:
    return bool(pd.isna(value))


def spans(rows: list[Any], colour: str, dash: str, axes: dict[str, str]) -> dict[str, Any]:
    """Horizontal bars over the years covered; dotted, and two years long, where no beginning is stated."""
    xs: list[str | None] = []
    ys: list[float | None] = []
    for row in rows:
        start = row.period_end - pd.DateOffset(years=2) if isnan_date(row.period_start) else row.period_start
        xs += [str(start.date()), str(row.period_end.date()), None]
        ys += [row.value, row.value, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": 4 if dash == "solid" else 2, "dash": dash},
        "opacity": 0.35 if dash == "solid" else 0.7,
        "hoverinfo": "skip",
        **axes,
    }


def whiskers(rows: list[Any], colour: str) -> dict[str, Any]:
    """From the low to the high bound, where both are known; half the last printed digit is mostly too small to see."""
    above = [0 if isnan(row.high) or isnan(row.low) else row.high - row.value for row in rows]
    below = [0 if isnan(row.high) or isnan(row.low) else row.value - row.low for row in rows]
    return {"type": "data", "symmetric": False, "array": above, "arrayminus": below, "color": colour, "thickness": 1.5, "width": 4}


def growth(figures: pd.DataFrame, rows: dict[int, Any], look: Look, axes: dict[str, str]) -> list[dict[str, Any]]:
    """What a cumulative total grew by, dashed between the two ends: no report prints it. Averages do not grow by their difference."""
    made = []
    printed = figures[figures["step_zh"] == ""]
    for step in increments(printed):
        earlier, later = rows[step.earlier], rows[step.later]
        low, high, colour = step.interval.low, step.interval.high, look.colour[later.pairing]
        unit, language = later.unit, look.language
        text = f"{later.stated} − {earlier.stated} = {known(step.value, low, high, unit, language)}"
        made.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [str(earlier.period_end.date()), str(later.period_end.date())],
                "y": [step.value, step.value],
                "line": {"color": colour, "width": 2, "dash": "dash"},
                "hoverinfo": "text",
                "hovertext": [f"{recipient(later, language)}<br>{escape(text)}"] * 2,
                "meta": "increment",
                **axes,
            }
        )
    return made


def joining(rows: list[Any], course: str, look: Look, axes: dict[str, str]) -> dict[str, Any]:
    """The line through a series."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [str(when(row).date()) for row in rows],
        "y": [row.value for row in rows],
        "line": {"color": look.colour[rows[0].pairing], "width": 2},
        "hoverinfo": "skip",
        "meta": course,
        **axes,
    }


def labels(
    rows: list[Any], heights: tuple[float, float], number: int, look: Look, years: tuple[int, int], *, log: bool
) -> list[dict[str, Any]]:
    """The name of each pairing at its last mark, pushed apart where they would collide."""
    newest = {row.pairing: row for row in sorted(rows, key=lambda one: one.period_end)}
    low, high = heights
    made, last = [], -NEAR * 2.0
    for row in sorted(newest.values(), key=lambda one: one.value):
        at = log10(row.value) if log else row.value
        mark = (at - low) / (high - low) * PLOT
        height = max(mark + (14 if row.qualifier in ("exact", "within") else 30), last + NEAR)
        last = height
        text = f"<b>{escape(recipient(row, look.language))}</b> {escape(figure_words(row, look.language))}"
        made.append(
            {
                **note(
                    text,
                    xref=f"x{suffix(number)}",
                    yref=f"y{suffix(number)}",
                    x=str(when(row).date()),
                    y=at,
                    xanchor=side(row, years),
                    yanchor="middle",
                    yshift=height - mark,
                    xshift=0,
                ),
                "font": {"size": 13, "color": look.colour[row.pairing]},
            }
        )
    return made


def side(row: Any, years: tuple[int, int]) -> str:
    """Labels reach towards the middle of the chart, so that they end inside it."""
    return "right" if when(row).year * 2 > sum(years) else "left"
