"""The time series: each figure over the span that it covers, lines only where a series is one. Knows no dash."""

from html import escape
from math import floor, log10
from typing import Any

import pandas as pd

from metrics.each import each
from metrics.standing import Panel

from .comparison import reach, suffix
from .marks import Chart, Look, layout, note, recipient
from .numbers import amount, axis, figure_words
from .palette import FAINT, GRID
from .spans import marks, when
from .strings import t

TALL, LOW, HEAD, FOOT = 300, 110, 40, 30  # pixels
LEFT = 8
NEAR = 18  # pixels between two labels
HEADROOM = 1.18  # for arrows and labels above the largest value


def timeline(panels: list[Panel], look: Look, *, log: bool = False) -> Chart:
    """The figure for these panels, one above the other on their own axes over the same years."""
    dated = [(panel, panel.figures[panel.figures["period_end"].notna()]) for panel in panels]
    dated = [(panel, figures) for panel, figures in dated if len(figures)]
    height = sum(HEAD + tall(panel, figures) + FOOT for panel, figures in dated) or 1
    made = layout(height, annotations=[])
    made["margin"] |= {"l": LEFT, "r": LEFT}
    data: list[dict[str, Any]] = []
    if not dated:
        return {"data": data, "layout": made}
    years = years_shown(pd.concat([figures for _, figures in dated]))
    bottom = 0
    for number, (panel, figures) in enumerate(dated, start=1):
        top, plot = bottom + HEAD, tall(panel, figures)
        domain = (1 - (top + plot) / height, 1 - top / height)
        bottom = top + plot + FOOT
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
        made["annotations"].extend(labels(rows, (*heights, plot), number, look, years, log=log))
    return {"data": data, "layout": made}


def tall(panel: Panel, figures: pd.DataFrame) -> int:
    """Whole pairings get the full height, other panels as much as their labels need."""
    return TALL if panel.group == "headline" else min(TALL, LOW + NEAR * figures["pairing"].nunique())


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


def labels(
    rows: list[Any], heights: tuple[float, float, float], number: int, look: Look, years: tuple[int, int], *, log: bool
) -> list[dict[str, Any]]:
    """The name of each pairing at its last mark, pushed apart where they would collide. `heights`: low, high, pixels."""
    newest = {row.pairing: row for row in sorted(rows, key=lambda one: one.period_end)}
    low, high, plot = heights
    made, last = [], -NEAR * 2.0
    for row in sorted(newest.values(), key=lambda one: one.value):
        at = log10(row.value) if log else row.value
        mark = (at - low) / (high - low) * plot
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
