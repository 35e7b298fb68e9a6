"""The comparison across pairings: one row a pairing, one panel for what may share an axis. Knows no dash."""

from dataclasses import replace
from math import isnan
from typing import Any

import numpy as np
import pandas as pd

from metrics.catalog.tuples import row_tuples
from metrics.comparing.standing import Panel

from ..wording.numbers import axis
from .absences import GONE, absences
from .marks import Chart, Style, hover, layout, suffix
from .palette import FAINT, GRID
from .rows import LINE, ROW, heading, height_of_rows, row_text, title, words

HEAD, FOOT = 34, 34  # pixels: a panel's head of one line, its axis
FEWEST = 3  # rows of a panel, however many panels there are
BAR = 0.44  # of a plain row: from its bottom to the middle of its bar


def comparison(panels: list[Panel], absent: pd.DataFrame, style: Style, most: int | None = None) -> Chart:
    """The figure for these panels; every row is a mark that carries its figure's id.

    `absent`: what was not found; `most`: how many rows all panels show together, and so many more of what was not found.
    """
    if most:
        panels = [cut(panel, rows) for panel, rows in zip(panels, shares(panels, most), strict=True)]
        absent = absent.head(most)
    texts = [[row_text(row, style.language) for row in row_tuples(panel.standing)] for panel in panels]
    heights = [height_of_rows(rows) for rows in texts]
    titles = [titled(panel, style) for panel in panels]
    heads = [HEAD + LINE * (len(lines) - 1) for lines in titles]
    sizes = [head + FOOT + each_row * len(rows) for head, each_row, rows in zip(heads, heights, texts, strict=True)]
    height = sum(sizes) + GONE * len(absent) or 1
    data: list[dict[str, Any]] = []
    made = layout(height, barmode="overlay", bargap=0, annotations=[])
    top = 0.0
    for number, panel in enumerate(panels, start=1):
        head, row_height, size = heads[number - 1], heights[number - 1], sizes[number - 1]
        add_axes(made, number, panel, style, (1 - (top + size - FOOT) / height, 1 - (top + head) / height))
        made["annotations"].append(heading(titles[number - 1], 1 - (top + head / 2) / height))
        for place, row in enumerate(row_tuples(panel.standing)):
            data.extend(bars(row, place, row_height, number, style))
            made["annotations"].extend(words(texts[number - 1][place], place, row_height, number))
        data.extend(others(panel, row_height, number, style))
        top += size
    if len(absent):
        data.append(absences(absent, made, (height, len(panels) + 1), style))
    return {"data": data, "layout": made}


def titled(panel: Panel, style: Style) -> list[str]:
    """The lines of a panel's title."""
    return title(panel, [axis(largest_value(panel), panel.unit, style.language)[2]], style.language)


def shares(panels: list[Panel], most: int) -> list[int]:
    """How many rows each panel shows of `most` in all: small ones every row, the others even shares of what is left, a few at least."""
    shown = [len(panel.standing) for panel in panels]
    left = most
    for number, place in enumerate(sorted(range(len(panels)), key=shown.__getitem__)):
        shown[place] = min(shown[place], max(FEWEST, left // (len(panels) - number)))
        left -= shown[place]
    return shown


def cut(panel: Panel, most: int) -> Panel:
    """The panel with its first rows alone, and the other figures of those."""
    if len(panel.standing) <= most:
        return panel
    return replace(panel, figures=panel.figures[panel.figures["pairing"].isin(panel.standing["pairing"].head(most))])


def bar_position(place: int, height: float) -> float:
    """Where a row's bar stands on the axis that counts rows."""
    return round(place + 1 - BAR * ROW / height, 4)


def largest_value(panel: Panel) -> float:
    """The largest number that a panel must show; where all are zero, 1, so that the axis has a length."""
    return float(np.nanmax([panel.figures[bound].to_numpy() for bound in ("value", "low", "high")])) or 1.0


def add_axes(made: dict[str, Any], number: int, panel: Panel, style: Style, domain: tuple[float, float]) -> None:
    """Add a panel's axes."""
    ticks, texts, _ = axis(largest_value(panel), panel.unit, style.language)
    made[f"xaxis{suffix(number)}"] = {
        "anchor": f"y{suffix(number)}",
        "range": [0, max(largest_value(panel), ticks[-1]) * 1.04],  # the last tick has room for its text,
        "tickvals": ticks,
        "ticktext": texts,
        "tickfont": {"size": 12, "color": FAINT},
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
        "automargin": False,
    }
    made[f"yaxis{suffix(number)}"] = {
        "anchor": f"x{suffix(number)}",
        "domain": list(domain),
        "range": [len(panel.standing), 0],
        "visible": False,
        "fixedrange": True,
    }


def bars(row: Any, place: int, height: float, number: int, style: Style) -> list[dict[str, Any]]:
    """A bar to the value; hollow where it is a bound, hatched between two bounds, an arrow where open."""
    colour, at = style.colour[row.pairing], bar_position(place, height)
    hollow = row.qualifier != "exact" or row.basis == "planned"
    axes = {"xaxis": f"x{suffix(number)}", "yaxis": f"y{suffix(number)}"}
    common = {
        "type": "bar",
        "orientation": "h",
        "y": [at],
        "width": 0.24 * ROW / height,
        "hoverinfo": "text",
        "hovertext": [hover(row, style.language)],
        "customdata": [row.figure],
        **axes,
    }
    made = [
        {
            **common,
            "x": [row.value],
            "marker": {"color": "rgba(0,0,0,0)" if hollow else colour, "line": {"color": colour, "width": 2 if hollow else 0}},
        }
    ]
    if row.qualifier == "within" and not isnan(row.high):
        made.append(
            {
                **common,
                "base": [row.low],
                "x": [row.high - row.low],
                "marker": {
                    "color": "rgba(0,0,0,0)",
                    "pattern": {"shape": "/", "fgcolor": colour, "size": 5},
                    "line": {"color": colour, "width": 1},
                },
            }
        )
    arrow = {"over": "triangle-right", "under": "triangle-left", "about": "diamond-open"}.get(row.qualifier)
    if arrow:
        made.append(
            {
                "type": "scatter",
                "mode": "markers",
                "x": [row.value],
                "y": [at],
                "marker": {"symbol": arrow, "size": 13, "color": colour},
                "hoverinfo": "skip",
                "cliponaxis": False,
                **axes,
            }
        )
    return made


def others(panel: Panel, height: float, number: int, style: Style) -> list[dict[str, Any]]:
    """The figures that do not stand for their pairing: small, beside the one that does."""
    places = {pairing: place for place, pairing in enumerate(panel.standing["pairing"])}
    rest = panel.figures.drop(panel.standing.index)
    if not len(rest):
        return []
    rows = row_tuples(rest)
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [row.value for row in rows],
            "y": [bar_position(places[row.pairing], height) for row in rows],
            "marker": {
                "symbol": "circle",
                "size": 8,
                "color": "#ffffff",
                "line": {"width": 1.5, "color": [style.colour[row.pairing] for row in rows]},
            },
            "hoverinfo": "text",
            "hovertext": [hover(row, style.language) for row in rows],
            "customdata": [row.figure for row in rows],
            "cliponaxis": False,
            "xaxis": f"x{suffix(number)}",
            "yaxis": f"y{suffix(number)}",
        }
    ]
