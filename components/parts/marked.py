"""Text as components, with what it has in the other language marked as such."""

from typing import Any

from dash import html

from metrics.words import Language

from ..wording.foreign import pieces


def marked(text: str, language: Language) -> list[Any]:
    """The text as components."""
    return [html.Span(piece, lang=lang) if lang else piece for piece, lang in pieces(text, language)]
