"""The comparison across pairings: one row a pairing, one panel for what may share an axis. Knows no dash."""

from html import escape
from math import isnan
from typing import Any

import pandas as pd

from metrics.each import each
from metrics.standing import Panel
from metrics.terms import TERMS

from .marks import Chart, Look, circumstances, counted, donor_and_recipient, hover, layout, note
from .numbers import axis, figure_words
from .palette import FAINT, GRID
from .strings import t

ROW, HEAD, FOOT, GONE = 66, 34, 34, 30  # pixels: a row, a panel's head, its axis, a row without a figure


def comparison(panels: list[Panel], absent: pd.DataFrame, look: Look) -> Chart:
    """The figure for these panels; every row is a mark that carries its figure's id. `absent`: what was not found."""
    height = sum(HEAD + FOOT + ROW * len(panel.standing) for panel in panels) + GONE * len(absent) or 1
    data: list[dict[str, Any]] = []
    made = layout(height, barmode="overlay", bargap=0, annotations=[])
    top = 0.0
    for number, panel in enumerate(panels, start=1):
        tall = ROW * len(panel.standing)
        upper, lower = top + HEAD, top + HEAD + tall
        unit = add_axes(made, number, panel, look, (1 - lower / height, 1 - upper / height))
        made["annotations"].append(
            note(
                f"<b>{t(panel.group, look.language)}</b>  {unit}",
                xref="paper",
                yref="paper",
                x=0,
                y=1 - (top + HEAD / 2) / height,
                xanchor="left",
                yanchor="middle",
            )
        )
        for place, row in enumerate(each(panel.standing)):
            data.extend(bars(row, place, number, look))
            made["annotations"].extend(words(row, place, number, look, panel.group))
        data.extend(others(panel, number, look))
        top = lower + FOOT
    if len(absent):
        data.append(crosses(absent, made, (height, len(panels) + 1), look))
    return {"data": data, "layout": made}


def crosses(absent: pd.DataFrame, made: dict[str, Any], place: tuple[float, int], look: Look) -> dict[str, Any]:
    """A strip under the panels: who was searched in vain and when, or to whom the metric does not apply."""
    height, number = place
    made[f"xaxis{suffix(number)}"] = {"anchor": f"y{suffix(number)}", "range": [0, 1], "visible": False, "fixedrange": True}
    made[f"yaxis{suffix(number)}"] = {
        "anchor": f"x{suffix(number)}",
        "domain": [0, GONE * len(absent) / height],
        "range": [len(absent), 0],
        "visible": False,
        "fixedrange": True,
    }
    rows = each(absent)
    for at, row in enumerate(rows):
        status = TERMS["status"][row.status].to(look.language) + (f" {row.searched}" if row.searched else "")
        on_row = {"xref": "paper", "yref": f"y{suffix(number)}", "y": at + 0.5, "yanchor": "middle"}
        made["annotations"].append(note(escape(donor_and_recipient(row, look.language)), x=0, xanchor="left", **on_row))
        made["annotations"].append({**note(escape(status), x=1, xanchor="right", **on_row), "font": {"size": 12, "color": FAINT}})
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [0.5] * len(rows),
        "y": [at + 0.5 for at in range(len(rows))],
        "marker": {
            "symbol": ["x-thin" if row.status == "not-found" else "line-ew" for row in rows],
            "size": 9,
            "line": {"width": 2, "color": FAINT},
        },
        "hoverinfo": "skip",
        "customdata": [row.figure for row in rows],
        "cliponaxis": False,
        "xaxis": f"x{suffix(number)}",
        "yaxis": f"y{suffix(number)}",
    }


def suffix(number: int) -> str:
    return "" if number == 1 else str(number)


def reach(panel: Panel) -> float:
    """The largest number that a panel must show; where all are zero, 1, so that the axis has a length."""
    return float(panel.figures[["value", "low", "high"]].max(axis=None)) or 1.0


def add_axes(made: dict[str, Any], number: int, panel: Panel, look: Look, domain: tuple[float, float]) -> str:
    """Add a panel's axes; the words for its unit and scale."""
    ticks, texts, title = axis(reach(panel), panel.unit, look.language)
    made[f"xaxis{suffix(number)}"] = {
        "anchor": f"y{suffix(number)}",
        "range": [0, max(reach(panel) * 1.03, ticks[-1])],
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
    return title


def bars(row: Any, place: int, number: int, look: Look) -> list[dict[str, Any]]:
    """A bar to the value; hollow where it is a bound, hatched between two bounds, an arrow where open."""
    colour, middle = look.colour[row.pairing], place + 0.56
    hollow = row.qualifier != "exact" or row.basis == "planned"
    axes = {"xaxis": f"x{suffix(number)}", "yaxis": f"y{suffix(number)}"}
    common = {
        "type": "bar",
        "orientation": "h",
        "y": [middle],
        "width": 0.24,
        "hoverinfo": "text",
        "hovertext": [hover(row, look.language)],
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
                "y": [middle],
                "marker": {"symbol": arrow, "size": 13, "color": colour},
                "hoverinfo": "skip",
                "cliponaxis": False,
                **axes,
            }
        )
    return made


def words(row: Any, place: int, number: int, look: Look, group: str) -> list[dict[str, Any]]:
    """Beside every bar its pairing, its number as printed, its period and basis: no hover is needed."""
    name = donor_and_recipient(row, look.language)
    if group != "headline":
        name = f"{name} · {counted(row, look.language)}"
    on_row = {"yref": f"y{suffix(number)}", "xref": "paper"}
    return [
        note(escape(name), x=0, y=place + 0.2, xanchor="left", yanchor="middle", **on_row),
        note(f"<b>{escape(figure_words(row, look.language))}</b>", x=1, y=place + 0.2, xanchor="right", yanchor="middle", **on_row),
        {
            **note(escape(circumstances(row, look.language)), x=0, y=place + 0.84, xanchor="left", yanchor="middle", **on_row),
            "font": {"size": 12, "color": FAINT},
        },
    ]


def others(panel: Panel, number: int, look: Look) -> list[dict[str, Any]]:
    """The figures that do not stand for their pairing: small, beside the one that does."""
    places = {pairing: place for place, pairing in enumerate(panel.standing["pairing"])}
    rest = panel.figures.drop(panel.standing.index)
    if not len(rest):
        return []
    rows = each(rest)
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [row.value for row in rows],
            "y": [places[row.pairing] + 0.56 for row in rows],
            "marker": {
                "symbol": "circle",
                "size": 8,
                "color": "#ffffff",
                "line": {"width": 1.5, "color": [look.colour[row.pairing] for row in rows]},
            },
            "hoverinfo": "text",
            "hovertext": [hover(row, look.language) for row in rows],
            "customdata": [row.figure for row in rows],
            "cliponaxis": False,
            "xaxis": f"x{suffix(number)}",
            "yaxis": f"y{suffix(number)}",
        }
    ]
