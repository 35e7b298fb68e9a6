"""Addresses: where this site stands for the public, and the same page in either language.

Absolute addresses are made here and nowhere else: SITE_URL says where the site stands, else the host that a request came to.
Where a request names no host, or what cannot be one, addresses stay relative.
"""

import os

from flask import request

from components.wording.addresses import localized
from metrics.words import LANGUAGES, Language

CODES: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}  # what `lang` and `hreflang` say


def public(path: str = "") -> str:
    """The absolute address of a path; without one, that of the site, which ends without a slash."""
    site = os.environ.get("SITE_URL") or (request.host_url if request.host else "")
    return site.rstrip("/") + path


def alternates(path: str) -> dict[str, str]:
    """The absolute address of a page for each language that it is written in."""
    return {CODES[language]: public(localized(path, language)) for language in LANGUAGES}
