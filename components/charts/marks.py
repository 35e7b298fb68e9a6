"""What both charts share: the layout, the words on a mark, and which pairing looks how."""

from dataclasses import dataclass
from html import escape
from typing import Any

from metrics.words import Language

from ..wording.captions import circumstances, counted, derivation, donor_and_recipient, published, publisher
from ..wording.numbers import figure_words
from .palette import FAINT, FONT, INK, colours, shapes

Chart = dict[str, Any]  # a plotly figure: {"data": […], "layout": {…}}


@dataclass(frozen=True)
class Style:
    """How a chart is to look: its language, and each pairing's colour and shape."""

    language: Language
    colour: dict[str, str]
    shape: dict[str, str]


def style_of(pairings: list[str], language: Language) -> Style:
    return Style(language, colours(pairings), shapes(pairings))


def hover(row: Any, language: Language) -> str:
    """What a pointer shows; everything in it stands in the table too."""
    lines = (
        donor_and_recipient(row, language),
        counted(row, language),
        f"<b>{escape(figure_words(row, language))}</b>",
        derivation(row, language),
        circumstances(row, language),
        f"{publisher(row, language)} {published(row, language)}",
    )
    return "<br>".join(line if line.startswith("<b>") else escape(line) for line in lines if line)


def layout(height: float, **more: Any) -> dict[str, Any]:
    """A transparent, quiet layout of a fixed height in pixels."""
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": "#ffffff", "bordercolor": FAINT, "align": "left", "font": {"family": FONT, "size": 13, "color": INK}},
        "dragmode": False,
        "uirevision": "keep",
        **more,
    }


def note(text: str, **place: Any) -> dict[str, Any]:
    """Text on a chart, where `place` says."""
    return {"text": text, "showarrow": False, "font": {"size": 13, "color": INK}, "align": "left", **place}


def suffix(number: int) -> str:
    """What plotly adds to the name of an axis: nothing to the first."""
    return "" if number == 1 else str(number)
