"""What every page knows of a request: its language, and the words, addresses and marks that all templates use."""

from functools import lru_cache
from typing import Any

from flask import request
from markupsafe import Markup, escape

from components.wording.addresses import localized
from components.wording.foreign import pieces
from components.wording.strings import t
from metrics.selecting.selection import Selection, parse
from metrics.selecting.touched.mending import unfolded
from metrics.words import Bilingual, Language

from ..loaded import loaded
from .addresses import CODES, alternates, public


def asked_selection() -> Selection:
    """What the query string of this request asks for."""
    return unfolded(parse(request.query_string.decode("utf-8", "replace")))


def asked_language() -> Language:
    return asked_selection().language


def template_context(language: Language, path: str) -> dict[str, Any]:
    """What every template uses: words, language, and the address of the same page in the other one."""
    other: Language = "en" if language == "zh" else "zh"
    return {
        "language": language,
        "lang": CODES[language],
        "other": other,
        "other_href": localized(path, other),
        "canonical": public(localized(path, language)),
        "alternates": alternates(path),
        "home": localized("/", language),
        "suffix": localized("", language),
        "t": lambda key, **values: t(key, language, **values),
        "say": lambda zh, en: marked(Bilingual(zh, en).to(language), language),
        "marked": marked,
        "loaded": loaded,
    }


@lru_cache(maxsize=20_000)  # names come again and again
def marked(text: str, language: Language) -> Markup:
    """The text with what it has in the other language marked as such."""
    spans = [Markup('<span lang="{}">{}</span>').format(lang, piece) if lang else escape(piece) for piece, lang in pieces(text, language)]
    return Markup("").join(spans)
