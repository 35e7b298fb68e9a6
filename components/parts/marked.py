"""Text with what it has in the other language marked as such: as components, and as HTML."""

from typing import Any

from dash import html
from markupsafe import Markup, escape

from metrics.words import Language

from ..wording.foreign import pieces

MARKED = Markup('<span lang="%s">%s</span>')


def marked(text: str, language: Language) -> list[Any]:
    """The text as components."""
    return [html.Span(piece, lang=lang) if lang else piece for piece, lang in pieces(text, language)]


def marked_html(text: str, language: Language) -> Markup:
    """The text as HTML."""
    return Markup().join(MARKED % (lang, piece) if lang else escape(piece) for piece, lang in pieces(text, language))
