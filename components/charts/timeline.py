"""The time series: each figure over the span that it covers, lines only where a series is one. Knows no dash."""

from datetime import date
from functools import partial
from math import floor, log10
from typing import Any

from metrics.catalog.tuples import Row
from metrics.comparing.standing import Panel
from metrics.reckoning.series import Joined

from ..wording.numbers import amount, axis
from .bars import largest_value
from .labels import NEAR, fraction, heading, labels, title
from .marks import Chart, Style, layout, note, suffix
from .palette import FAINT, GRID
from .spans import mark_date, marks

TALL, LOW, HEAD, FOOT = 300, 110, 40, 30  # pixels
FEWEST = 3  # marks that make a timeline
SIDE = 16  # pixels: half the text of the first year, and of the last
HEADROOM = 1.18  # for arrows and labels above the largest value


def timeline(panels: tuple[Panel, ...], style: Style, *, log: bool = False) -> Chart:
    """The figure for the pairings that have a colour each, a panel above the other on their own axes over the same years."""
    told = [(panel, dated(panel, style.apart)) for panel in panels]
    shown = [(panel, rows) for panel, rows in told if len(rows) >= FEWEST]
    height = sum(HEAD + plot_height(rows) + FOOT for _, rows in shown) or 1
    made = layout(height, annotations=[])
    made["margin"] |= {"l": SIDE, "r": SIDE}
    data: list[dict[str, Any]] = []
    if not shown:
        return {"data": data, "layout": made}
    years = years_shown([row for _, rows in shown for row in rows])
    bottom = 0
    for number, (panel, rows) in enumerate(shown, start=1):
        top, plot = bottom + HEAD, plot_height(rows)
        domain = (1 - (top + plot) / height, 1 - top / height)
        bottom = top + plot + FOOT
        unit = add_axes(made, number, panel, style, domain, years)
        if log:
            made[f"yaxis{suffix(number)}"] |= logarithmic(rows, panel.unit, style)
        made["annotations"].append(heading(title(panel, unit, style.language), 1 - (top - HEAD * 0.6) / height) | {"xshift": -SIDE})
        data.extend(marks(panel.joined.of({row.Index for row in rows}), rows, number, style))
        low, high = bounds = limits(rows) if log else (0.0, largest_value(panel) * HEADROOM)
        scale = amounts(made[f"yaxis{suffix(number)}"], number)
        taken = [(one["y"] - low) / (high - low) for one in scale]
        made["annotations"].extend(
            [*scale, *labels(rows, partial(mark_position, years, bounds, panel.joined, log=log), taken, plot, number, style)]
        )
    return {"data": data, "layout": made}


def dated(panel: Panel, pairings: tuple[str, ...]) -> list[Row]:
    """The figures of these pairings that have a place in time."""
    return [row for row in panel.figures if row.period_end is not None and row.pairing in pairings]


def plot_height(rows: list[Row]) -> int:
    """As much as the labels need, up to the full height."""
    return min(TALL, LOW + NEAR * max(len({row.pairing for row in rows}), 3))


def mark_position(years: tuple[int, int], bounds: tuple[float, float], joined: Joined, row: Any, *, log: bool) -> tuple[float, float]:
    """How far right and how far up a figure's mark stands, as parts of the plot."""
    first, last = map(date.fromisoformat, ends(years))
    low, high = bounds
    return fraction(mark_date(row, joined), first, last), ((log10(row.value) if log else row.value) - low) / (high - low)


def ends(years: tuple[int, int]) -> list[str]:
    """Of the axis: a little more than the years, so that the first has its tick and the last mark is whole."""
    return [f"{years[0] - 1}-12-01", f"{years[1]}-04-01"]


def years_shown(rows: list[Row]) -> tuple[int, int]:
    """First and last year on the axis: whole years around every span."""
    ends = [row.period_end.year for row in rows]
    starts = [row.period_start.year for row in rows if row.period_start is not None]
    return min(starts + ends), max(ends) + 1


def add_axes(made: dict[str, Any], number: int, panel: Panel, style: Style, domain: tuple[float, float], years: tuple[int, int]) -> str:
    """Add a panel's axes; the words for its unit and scale."""
    ticks, texts, unit = axis(largest_value(panel), panel.unit, style.language)
    first, last = years
    step = max(1, -(-(last - first) // 8))
    shown = list(range(first, last + 1, step))
    made[f"xaxis{suffix(number)}"] = {
        "anchor": f"y{suffix(number)}",
        "type": "date",
        "range": ends(years),
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
        "range": [0, largest_value(panel) * HEADROOM],
        "tickvals": ticks,
        "ticktext": texts,
        "showticklabels": False,
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
    }
    return unit


def amounts(axis: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """The words at the lines of an axis, above them at the left: as words of the axis, plotly would hide the first year for them."""
    heights = map(log10, axis["tickvals"]) if axis.get("type") == "log" else axis["tickvals"]
    place = {"xref": f"x{suffix(number)} domain", "yref": f"y{suffix(number)}", "x": 0, "xanchor": "left", "yanchor": "bottom"}
    return [
        note(text, y=height, borderpad=0, **place) | {"font": {"size": 12, "color": FAINT}}
        for text, height in zip(axis["ticktext"], heights, strict=True)
    ]


def limits(rows: list[Row]) -> tuple[float, float]:
    """The powers of ten that a logarithmic axis spans, with room for labels."""
    return log10(min(row.value for row in rows)) - 0.15, log10(max(row.value for row in rows)) + 0.2


def logarithmic(rows: list[Row], unit: str, style: Style) -> dict[str, Any]:
    """What a logarithmic axis changes: its range and its ticks, a power of ten each."""
    low, high = limits(rows)
    ticks = [10.0**power for power in range(floor(low), floor(high) + 1)]
    return {"type": "log", "range": [low, high], "tickvals": ticks, "ticktext": [amount(tick, unit, style.language) for tick in ticks]}
