"""`view` is everything that the page shows for one query string: a pure function of it and the catalog."""

from threading import Lock
from typing import Any

import pandas as pd
from cachetools import LRUCache, cached
from dash import html

from metrics.catalog.catalog import Catalog
from metrics.catalog.tuples import row_tuples
from metrics.selecting.answer import Answer, answer
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import choice, parse
from metrics.words import Language

from .charts.comparison import comparison, shares
from .charts.marks import Chart, style_of
from .charts.timeline import timeline
from .controls import cleared
from .navigation import navigation
from .parts.coverage_table import coverage_table
from .parts.finding import finding
from .parts.marked import marked
from .parts.notices import methods, notice, sums, undated
from .parts.sets import sets as like_with_like
from .parts.table import table
from .parts.verdict import contradictions, link, verdict_strip
from .wording.captions import published, publisher
from .wording.numbers import pick
from .wording.strings import t

MOST_ROWS = 15  # of all panels, before a reader asks for all

# What `shown` answers: an output's name, and the property of the component of that name that shows it.
SEEN = {
    "title": "children",
    "finding": "children",
    "definition": "children",
    "sets": "children",
    "notice": "children",
    "verdict": "children",
    "contradictions": "children",
    "charts": "hidden",
    "comparison": "figure",
    "comparison-place": "style",
    "timeline": "figure",
    "timeline-place": "style",
    "timeline-box": "hidden",
    "undated": "children",
    "more-rows": "children",
    "credit": "children",
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
}


@cached(LRUCache(maxsize=64), key=lambda search, catalog: (search, catalog.version), lock=Lock())
def view(search: str, catalog: Catalog) -> dict[str, Any]:
    """Everything that the page shows for a query string: the names of `SEEN` to values."""
    return shown(answer(parse(search), catalog))


def shown(answer: Answer) -> dict[str, Any]:
    """An answer in words and marks: the names of `SEEN` to values."""
    resolved, drawn = answer.asked, answer.drawn
    selection, language = resolved.selection, resolved.selection.language
    return {
        "title": metric_title(resolved),
        "finding": finding(answer),
        "definition": marked(resolved.metric.definition.to(language), language) if resolved.metric else [],
        "sets": like_with_like(answer),
        "notice": notice(answer),
        "verdict": verdict_strip(answer),
        "contradictions": contradictions(answer.contradictions, language),
        **charts(answer),
        "credit": credit(drawn, language),
        "added": sums(answer.sums, language),
        "table-html": table(drawn, selection),
        "downloads": downloads(resolved, len(drawn), answer.choices.figures),
        "status": t("updated", language, p=drawn["pairing"].nunique(), n=len(drawn)),
        "navigation": navigation(selection),
        **switches(answer),
        "filters": t("filters_n", language, n=n) if (n := filters(resolved)) else t("filters", language),
        "clear": [link(cleared(selection), t("clear", language))],
        **coverage_part(answer),
    }


def heading(resolved: Resolved) -> str:
    """What a view is called: in its window, and wherever somebody shares its address."""
    covered = choice(resolved.selection, "view") == "coverage"
    return t("coverage_title", resolved.selection.language) if covered else metric_title(resolved)


def metric_title(resolved: Resolved) -> str:
    """The metric, and its category where one was chosen."""
    language = resolved.selection.language
    if resolved.metric is None:
        return t("metric", language)
    category = resolved.metric.categories.get(resolved.category)
    title = resolved.metric.title.to(language)
    return pick(f"{title}：{category.name.zh}", f"{title}: {category.name.en}", language) if category else title


def charts(answer: Answer) -> dict[str, Any]:
    """Both figures, and whether there is anything to show in them."""
    selection, language, panels = answer.asked.selection, answer.asked.selection.language, list(answer.panels)
    style = style_of(list(answer.choices.pairings), language)
    nothing = answer.drawn[answer.drawn["status"] != "reported"]
    compared = comparison(panels, nothing, style, MOST_ROWS if not choice(selection, "show") else None)
    over_time = timeline([] if answer.chosen else panels, style, log=choice(selection, "scale") == "log" and answer.logarithmic)
    return {
        "charts": not len(answer.drawn),
        "comparison": compared,
        "comparison-place": place(compared),
        "timeline": over_time,
        "timeline-place": place(over_time),
        "timeline-box": not over_time["data"],
        "undated": undated(answer.undated, language),
        "more-rows": more_rows(answer),
    }


def more_rows(answer: Answer) -> list[Any]:
    """Where a panel is cut, how many rows are shown in all, and the way to all of them."""
    selection, rows = answer.asked.selection, sum(len(panel.standing) for panel in answer.panels)
    shown = sum(shares(list(answer.panels), MOST_ROWS))
    if choice(selection, "show") or rows == shown:
        return []
    language = selection.language
    everything = link(selection.with_(show="all"), t("show_all_rows", language, n=rows))
    return [t("first_rows", language, m=shown), " ", everything]


def place(chart: Chart) -> dict[str, str]:
    """The style of a chart's box: as tall as the chart, before it is drawn and when it is fitted to a new width."""
    return {"height": f"{chart['layout']['height']}px"}


def switches(answer: Answer) -> dict[str, Any]:
    """The choices that a view may forbid, with the reason beside each that is off."""
    language = answer.asked.selection.language
    by, reasons = methods(answer.underivable, language)
    return {
        "by": by,
        "by-why": reasons,
        "order": two_options("order_none", "order_value", "value", language, off=answer.blocked),
        "order-why": t("order_off", language) if answer.blocked else "",
        "scale": two_options("scale_linear", "scale_log", "log", language, off=not answer.logarithmic),
        "scale-why": "" if answer.logarithmic else t("scale_off", language),
    }


def two_options(plain: str, other: str, value: str, language: Language, *, off: bool) -> list[dict[str, Any]]:
    return [{"value": "", "label": t(plain, language)}, {"value": value, "label": t(other, language), "disabled": off}]


def filters(resolved: Resolved) -> int:
    """How many choices narrow or change the view, beside the metric."""
    selection = resolved.selection
    names = ("category", "pair", "donor", "recipient", "province", "programme", "level", "start", "end", "parts", "span", "by")
    return sum(bool(getattr(selection, name)) for name in names)


def coverage_part(answer: Answer) -> dict[str, Any]:
    """The coverage matrix instead of the charts, where it is asked for."""
    if not answer.coverage:
        return {"results": False, "coverage-html": ""}
    return {"results": True, "coverage-html": coverage_table(answer)}


def credit(frame: pd.DataFrame, language: Language) -> list[Any]:
    """The line of sources under the charts: it goes with every exported picture."""
    rows = [row for row in row_tuples(frame) if row.publisher]
    dated = [f"{publisher(row, language)} {published(row, language) if row.published else ''}".strip() for row in rows]
    names = list(dict.fromkeys(dated))
    if not names:
        return []
    more = t("sources_more", language, n=len(names)) if len(names) > 3 else ""
    sources = t("sources_line", language, names=("；" if language == "zh" else "; ").join(names[:3])) + more
    return marked(sources, language)


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
