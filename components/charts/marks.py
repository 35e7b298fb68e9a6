"""What both charts share: the layout, the words on a mark, and which pairing looks how."""

from dataclasses import dataclass
from html import escape
from typing import Any

from metrics.selecting.answer import Answer
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..wording.captions import circumstances, counted, derivation, donor_and_recipient, published, publisher
from ..wording.numbers import figure_words
from .palette import COLOURS, FAINT, FONT, INK, SHAPES

Chart = dict[str, Any]  # a plotly figure: {"data": […], "layout": {…}}


MOST_APART = 5  # pairings that are told apart by colour without being asked for


@dataclass(frozen=True)
class Style:
    """How a chart is to look: for whom, which pairings have a colour of their own, and which one each programme has."""

    selection: Selection
    apart: tuple[str, ...]
    focus: tuple[str, ...]
    programmes: tuple[str, ...]

    @property
    def language(self) -> Language:
        return self.selection.language

    def tone(self, row: Any) -> str:
        """The class of a row's colour: its own, grey beside those that have one, else its programme's."""
        if row.pairing in self.apart:
            return f"tone-{self.apart.index(row.pairing) % len(COLOURS)}"
        return "tone-rest" if self.apart else f"tone-{self.programmes.index(row.programme) % len(COLOURS)}"

    def colour(self, pairing: str) -> str:
        return COLOURS[self.apart.index(pairing) % len(COLOURS)]

    def shape(self, pairing: str) -> str:
        return SHAPES[self.apart.index(pairing) % len(SHAPES)]

    def card(self, figure: str) -> str:
        return f"/f/{figure}{Selection(lang=self.selection.lang).to_search()}"

    def focused(self, pairing: str) -> str:
        """The address of the view in which a pairing stands out, or no more does."""
        rest = tuple(name for name in self.focus if name != pairing)
        return "/" + self.selection.with_(focus=rest if pairing in self.focus else (*self.focus, pairing)).to_search()


def style_of(answer: Answer) -> Style:
    """Few pairings have a colour each, as have those in focus; of many, a programme has one."""
    drawn = tuple(dict.fromkeys(name for panel in answer.panels for name in panel.pairings))
    focus = tuple(name for name in answer.asked.focus if name in drawn)
    apart = focus or (drawn if len(drawn) <= MOST_APART else ())
    return Style(answer.asked.selection, apart, focus, tuple(answer.choices.facets["programme"]))


def hover(row: Any, language: Language) -> str:
    """What a pointer shows; everything in it stands in the table too."""
    lines = (
        donor_and_recipient(row, language),
        counted(row, language),
        figure_words(row, language),
        derivation(row, language),
        circumstances(row, language),
        f"{publisher(row, language)} {published(row, language)}",
    )
    return "<br>".join(f"<b>{plain(line)}</b>" if number == 2 else plain(line) for number, line in enumerate(lines) if line)


def plain(text: str) -> str:
    """Text as plotly shows it letter by letter: `<b>` and `<a href>` would be marks to it, wherever they come from."""
    return escape(text, quote=False)  # it knows no entity for a quote


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
