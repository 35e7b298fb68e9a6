"""`view` is everything that the page shows for one query string: a pure function of it and the catalog."""

from collections.abc import Sequence
from threading import Lock
from typing import Any

from cachetools import LRUCache, cached
from dash import html

from metrics.catalog.catalog import Catalog
from metrics.catalog.tuples import Row
from metrics.selecting.answer import Answer, answer
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import Selection, choice, parse
from metrics.words import Language

from .charts.comparison import comparison
from .charts.groups import cut
from .charts.marks import Style, style_of
from .charts.multiples import multiples, told
from .charts.picture import picture as drawn_picture
from .charts.timeline import timeline
from .controls import cleared, switches
from .navigation import navigation
from .parts.coverage_table import coverage_table
from .parts.finding import finding
from .parts.marked import marked
from .parts.notices import notes, notice, sums, undated
from .parts.sets import sets as like_with_like
from .parts.share import share
from .parts.table import table
from .parts.verdict import contradictions, link, verdict_strip, verdict_word
from .wording.captions import published, publisher
from .wording.strings import t
from .wording.titles import heading

MOST_ROWS, MOST_SMALL = 15, 12  # rows of all panels, and small panels of each, before a reader asks for all

# What `shown` answers: an output's name, and the property of the component of that name that shows it.
SEEN = {
    "title": "children",
    "finding": "children",
    "share": "children",
    "definition": "children",
    "sets": "children",
    "notice": "children",
    "verdict": "children",
    "contradictions-html": "data",
    "charts": "hidden",
    "comparison-html": "data",
    "more-rows": "children",
    "notes": "children",
    "credit": "children",
    "time": "hidden",
    "time-lead": "children",
    "multiples-html": "data",
    "timeline": "figure",
    "timeline-place": "style",
    "timeline-box": "hidden",
    "undated": "children",
    "added": "children",
    "table-html": "data",
    "downloads": "children",
    "status": "children",
    "navigation": "children",
    "results": "hidden",
    "coverage-html": "data",
    "by": "options",
    "by-why": "children",
    "order": "options",
    "order-why": "children",
    "scale": "options",
    "scale-why": "children",
    "filters": "children",
    "clear": "children",
    "done": "children",
}
HTML = ("contradictions", "comparison", "multiples", "table", "coverage")  # boxes that `assets/page.js` fills


@cached(LRUCache(maxsize=64), key=lambda search, catalog: (parse(search), catalog.version), lock=Lock())
def view(search: str, catalog: Catalog) -> dict[str, Any]:
    """Everything that the page shows for a query string: the names of `SEEN` to values."""
    return shown(answer(parse(search), catalog))


def shown(answer: Answer) -> dict[str, Any]:
    """An answer in words and marks: the names of `SEEN` to values."""
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


def charts(answer: Answer) -> dict[str, Any]:
    """The comparison, and the course of time where there is one."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    style, every = style_of(answer), bool(choice(selection, "show"))
    compared = comparison(answer.panels, answer.unlike, style, None if every else MOST_ROWS)
    return {
        "charts": not len(answer.drawn),
        "comparison-html": compared,
        "more-rows": more_rows(answer),
        **over_time(answer, style, every=every),
        "undated": undated(answer.undated, language),
    }


def picture(answer: Answer, address: str) -> str:
    """The comparison of a view as an SVG that stands alone; `address` is where the view is."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    words = {
        "title": heading(answer),
        "finding": finding(answer),
        "verdict": f"● {verdict_word(answer)}",
        "credit": credit_words(answer.drawn, language),
        "licence": t("picture_licence", language, address=address, version=answer.version),
    }
    return drawn_picture(answer.panels, words, style_of(answer), None if choice(selection, "show") else MOST_ROWS)


def over_time(answer: Answer, style: Style, *, every: bool) -> dict[str, Any]:
    """Pairings that have a colour each share one large panel; many have a small one each. What compares is of one time: it has none."""
    panels = answer.panels
    large = timeline(() if answer.chosen else panels, style, log=choice(answer.asked.selection, "scale") == "log" and answer.logarithmic)
    several = answer.chosen is None and style.apart != tuple(dict.fromkeys(name for panel in panels for name in panel.pairings))
    small = multiples(panels, style, None if every else MOST_SMALL) if several else ""
    return {
        "time": not panels,
        "time-lead": time_lead(answer, drawn=bool(large["data"] or small)),
        "multiples-html": small,
        "timeline": large,
        "timeline-place": {"height": f"{large['layout']['height']}px"},
        "timeline-box": not large["data"],
    }


def time_lead(answer: Answer, *, drawn: bool) -> list[Any]:
    """Where a course of time is shown, or why none is."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    if answer.chosen:
        words = t("time_of_set", language, n=len(answer.chosen.pairings))
        return [link(selection.with_(like="", pair=answer.chosen.pairings), words)]
    if not drawn:
        return [t("time_few", language)]
    count = sum(len(told(panel)) for panel in answer.panels)
    if choice(selection, "show") or count <= MOST_SMALL:
        return []
    return [t("first_courses", language, m=MOST_SMALL), " ", link(selection.with_(show="all"), t("show_all_courses", language, n=count))]


def more_rows(answer: Answer) -> list[Any]:
    """Where a panel is cut, how many rows are shown in all, and the way to all of them."""
    selection, (shown, rows) = answer.asked.selection, cut(answer.panels, MOST_ROWS)
    if choice(selection, "show") or rows == shown:
        return []
    language = selection.language
    everything = link(selection.with_(show="all"), t("show_all_rows", language, n=rows))
    return [t("first_rows", language, m=shown), " ", everything]


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


def credit(rows: Sequence[Row], language: Language) -> list[Any]:
    """The line of sources under the charts: it goes with every exported picture."""
    return marked(credit_words(rows, language), language)


def credit_words(rows: Sequence[Row], language: Language) -> str:
    reports = {(row.publisher, row.publisher_en, row.published): row for row in rows if row.publisher}.values()
    dated = [f"{publisher(row, language)} {published(row, language) if row.published else ''}".strip() for row in reports]
    names = list(dict.fromkeys(dated))
    if not names:
        return ""
    more = t("sources_more", language, n=len(names)) if len(names) > 3 else ""
    return t("sources_line", language, names=("；" if language == "zh" else "; ").join(names[:3])) + more


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
