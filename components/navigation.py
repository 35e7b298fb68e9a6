"""The ways to the other pages, and to this one in the other language."""

from typing import Any

from dash import html

from metrics.selecting.selection import Selection, choice

from .wording.strings import t

# In the order of `serving/templates/header.html`.
PAGES = {
    "pairings_title": "/pairings",
    "metrics_title": "/metrics",
    "reports_title": "/reports",
    "overview": "/overview",
    "data": "/data",
    "about": "/about",
}


def navigation(selection: Selection) -> list[html.A]:
    """Links, the one to the page that stands marked as such; the other language keeps every choice."""
    language, other = selection.language, "en" if selection.language == "zh" else "zh"
    home, covered = Selection(lang=selection.lang), choice(selection, "view") == "coverage"
    return [
        html.A(t("compare", language), href="/" + home.to_search(), **current_page(not covered)),
        html.A(t("coverage", language), href="/" + home.with_(view="coverage").to_search(), **current_page(covered)),
        *(html.A(t(key, language), href=path + home.to_search()) for key, path in PAGES.items()),
        html.A(t("language", language), href="/" + selection.with_(lang=other).to_search(), hrefLang=other, lang=other, id="language"),
    ]


def current_page(is_here: bool) -> dict[str, Any]:
    return {"aria-current": "page"} if is_here else {}
