"""Addresses of pages in a language."""

from metrics.selecting.selection import Selection
from metrics.words import LANGUAGES, Language

ASKED: dict[Language, str] = {language: Selection(lang=language).to_search() for language in LANGUAGES}  # of a page in a language


def localized(path: str, language: Language) -> str:
    """The path in a language; it may have a query string already."""
    query = ASKED[language]
    return path + (query.replace("?", "&") if "?" in path else query)
