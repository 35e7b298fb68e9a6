"""`view` is everything that the page shows for one query string: a pure function of it and the catalog."""

from threading import Lock
from typing import Any

from cachetools import LRUCache, cached
from dash import html

from metrics.catalog.catalog import Catalog
from metrics.selecting.answer import Answer, answer
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import Selection, parse
from metrics.words import Language

from .controls import cleared, switches
from .drawn import charts, credit
from .navigation import navigation
from .parts.coverage_table import coverage_table
from .parts.finding import finding
from .parts.marked import marked
from .parts.notices import notes, notice, sums
from .parts.sets import sets as like_with_like
from .parts.share import share
from .parts.table import table
from .parts.verdict import contradictions, link, verdict_strip
from .wording.strings import t
from .wording.titles import heading
from .written import written

# Of what `shown` answers, HTML and the words that become HTML: `assets/page.js` puts each piece into its box, whole.
HTML = ("contradictions", "comparison", "multiples", "table", "coverage")  # `comparison-html` goes into the box `comparison`
WORDS = (
    *("title", "finding", "share", "definition", "sets", "notice", "verdict", "more-rows", "notes", "credit", "time-lead", "undated"),
    *("added", "downloads", "status", "navigation", "by-why", "order-why", "scale-why", "filters", "clear", "done"),
)
# And the properties of components, by the names of these.
SEEN = {
    "charts": "hidden",
    "time": "hidden",
    "timeline": "figure",
    "timeline-place": "style",
    "timeline-box": "hidden",
    "results": "hidden",
    "by": "options",
    "order": "options",
    "scale": "options",
}


def sent(search: str, catalog: Catalog) -> dict[str, dict[str, Any]]:
    """What a page is sent for a query string: `boxes`, HTML by the id of its box, and `props`, by id what a component has."""
    shown = view(search, catalog)
    boxes = {name: shown[f"{name}-html"] for name in HTML} | {name: written(shown[name]) for name in WORDS}
    return {"boxes": boxes, "props": {name: {prop: shown[name]} for name, prop in SEEN.items()}}


# A visit asks for one view twice, as the page and as its layout; for longer, bodies are kept as they are sent.
@cached(LRUCache(maxsize=8), key=lambda search, catalog: (parse(search), catalog.version), lock=Lock())
def view(search: str, catalog: Catalog) -> dict[str, Any]:
    """Everything that the page shows for a query string, by name: the properties of `SEEN`, and what `sent` makes HTML of."""
    return shown(answer(parse(search), catalog))


def shown(answer: Answer) -> dict[str, Any]:
    """An answer in words and marks, by name."""
    resolved, drawn = answer.asked, answer.drawn
    selection, language, pairings = resolved.selection, resolved.selection.language, {row.pairing for row in drawn}
    return {
        "title": heading(answer),
        "finding": finding(answer),
        "share": share(answer),
        "definition": defined(resolved, language),
        "sets": like_with_like(answer),
        "notice": notice(answer),
        "verdict": verdict_strip(answer),
        "contradictions-html": contradictions(answer.contradictions, language),
        **charts(answer),
        "notes": notes(answer),
        "credit": credit(drawn, language),
        "added": sums(answer.sums, language),
        "table-html": table(drawn, selection),
        "downloads": downloads(resolved, len(drawn), answer.choices.figures),
        "status": t("updated", language, p=len(pairings), n=len(drawn)),
        "navigation": navigation(selection),
        **switches(answer),
        "filters": t("filters_n", language, n=n) if (n := filters(resolved)) else t("filters", language),
        "clear": [link(cleared(selection), t("clear", language))],
        "done": t("show_pairings", language, n=len(pairings)),
        **coverage_part(answer),
    }


def filters(resolved: Resolved) -> int:
    """How many choices narrow or change the view, beside the metric."""
    selection = resolved.selection
    names = ("category", "pair", "donor", "recipient", "province", "programme", "level", "start", "end", "parts", "span", "by", "years")
    return sum(bool(getattr(selection, name)) for name in names)


def coverage_part(answer: Answer) -> dict[str, Any]:
    """The coverage matrix instead of the charts, where it is asked for."""
    if not answer.coverage:
        return {"results": False, "coverage-html": ""}
    return {"results": True, "coverage-html": coverage_table(answer)}


def defined(resolved: Resolved, language: Language) -> list[Any]:
    """What the metric means, and the way to its page."""
    if resolved.metric is None:
        return []
    page = f"/m/{resolved.metric.id}{Selection(lang=resolved.selection.lang).to_search()}"
    return [*marked(resolved.metric.definition.to(language), language), " ", html.A(t("metric_more", language), href=page)]


def downloads(resolved: Resolved, shown: int, everything: int) -> list[Any]:
    """Plain links: what is shown, and all there is."""
    language, search = resolved.selection.language, resolved.selection.to_search()
    return [
        html.A(t("download", language, n=shown), href=f"/data.csv{search}", download="", className="button"),
        " ",
        html.A(t("download_zip", language), href=f"/data.zip{search}", download=""),
        " ",
        html.A(t("download_all", language, n=everything), href="/data.csv?rows=all", download=""),
    ]
