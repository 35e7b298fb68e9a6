"""Text with what it has in the other language marked as such: as components, and as HTML."""

from typing import Any

import htpy
from dash import html

from metrics.words import Language

from ..wording.foreign import pieces


def marked(text: str, language: Language) -> list[Any]:
    """The text as components."""
    return [html.Span(piece, lang=lang) if lang else piece for piece, lang in pieces(text, language)]


def marked_html(text: str, language: Language) -> list[htpy.Node]:
    """The text as HTML."""
    return [htpy.span(lang=lang)[piece] if lang else piece for piece, lang in pieces(text, language)]
