"""`view` is everything that the page shows for one query string: a pure function of it and the catalog."""

from typing import Any

import pandas as pd
from dash import html

from metrics.catalog.catalog import Catalog
from metrics.comparing.comparability import verdict_of
from metrics.comparing.consistency import bearing_on, findings
from metrics.comparing.derived import derive
from metrics.comparing.standing import Panel, panels
from metrics.selecting.filtering import select
from metrics.selecting.resolution import Resolved, resolve
from metrics.selecting.selection import choice, parse
from metrics.words import Language

from .charts.comparison import comparison
from .charts.marks import Chart, look
from .charts.timeline import log_is_possible, timeline
from .navigation import navigation
from .parts.coverage_table import coverage_table
from .parts.finding import finding
from .parts.marked import marked
from .parts.notices import methods, notice, sums, undated
from .parts.table import table
from .parts.verdict import contradictions, verdict_strip
from .wording.strings import t

# What `view` answers: an output's name, and the property of the component of that name that shows it.
SEEN = {
    "title": "children",
    "finding": "children",
    "definition": "children",
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
    "credit": "children",
    "sums": "children",
    "table": "children",
    "downloads": "children",
    "status": "children",
    "navigation": "children",
    "results": "hidden",
    "coverage": "children",
    "by": "options",
    "by-why": "children",
    "order": "options",
    "order-why": "children",
    "scale": "options",
    "scale-why": "children",
    "filters": "children",
}


def view(search: str, catalog: Catalog) -> dict[str, Any]:
    """Everything that the page shows for a query string: the names of `SEEN` to values."""
    resolved = resolve(parse(search), catalog)
    selection, language = resolved.selection, resolved.selection.language
    frame = select(resolved, catalog)
    drawn, missing = derive(frame, choice(selection, "by"), catalog)
    shown = panels(drawn)
    verdict = verdict_of(shown)
    return {
        "title": metric_title(resolved),
        "finding": finding(shown, verdict, language),
        "definition": resolved.metric.definition.to(language) if resolved.metric else "",
        "notice": notice(resolved, frame, missing, catalog),
        "verdict": verdict_strip(verdict, shown, resolved),
        "contradictions": contradictions(list(bearing_on(findings(catalog), drawn)), language),
        **charts(resolved, drawn, shown, catalog, blocked=verdict.level == "block"),
        "credit": credit(drawn, language),
        "sums": sums(drawn, language),
        "table": table(drawn, language),
        "downloads": downloads(resolved, len(drawn), len(catalog.frame)),
        "status": t("updated", language, p=drawn["pairing"].nunique(), n=len(drawn)),
        "navigation": navigation(selection),
        **switches(resolved, frame, drawn, catalog, blocked=verdict.level == "block"),
        "filters": t("filters_n", language, n=n) if (n := filters(resolved)) else t("filters", language),
        **covering(resolved, catalog),
    }


def heading(resolved: Resolved) -> str:
    """What a view is called: in its window, and wherever somebody shares its address."""
    covered = choice(resolved.selection, "view") == "coverage"
    return t("coverage_title", resolved.selection.language) if covered else metric_title(resolved)


def metric_title(resolved: Resolved) -> str:
    language = resolved.selection.language
    return resolved.metric.title.to(language) if resolved.metric else t("metric", language)


def charts(resolved: Resolved, drawn: pd.DataFrame, shown: list[Panel], catalog: Catalog, *, blocked: bool) -> dict[str, Any]:
    """Both figures, and whether there is anything to show in them."""
    selection, language = resolved.selection, resolved.selection.language
    if choice(selection, "order") and not blocked:
        shown = [by_value(panel) for panel in shown]
    style = look(list(catalog.pairings), language)
    nothing = drawn[drawn["status"] != "reported"]
    compared = comparison(shown, nothing, style)
    over_time = timeline(shown, style, log=choice(selection, "scale") == "log" and log_is_possible(drawn))
    return {
        "charts": not len(drawn),
        "comparison": compared,
        "comparison-place": place(compared),
        "timeline": over_time,
        "timeline-place": place(over_time),
        "timeline-box": not over_time["data"],
        "undated": undated(drawn, language),
    }


def place(chart: Chart) -> dict[str, str]:
    """The style of a chart's box: as tall as the chart, before it is drawn and when it is fitted to a new width."""
    return {"height": f"{chart['layout']['height']}px"}


def switches(resolved: Resolved, frame: pd.DataFrame, drawn: pd.DataFrame, catalog: Catalog, *, blocked: bool) -> dict[str, Any]:
    """The choices that a view may forbid, with the reason beside each that is off."""
    language = resolved.selection.language
    by, reasons = methods(frame, catalog, language)
    possible = log_is_possible(drawn)
    return {
        "by": by,
        "by-why": reasons,
        "order": two("order_none", "order_value", "value", language, off=blocked),
        "order-why": t("order_off", language) if blocked else "",
        "scale": two("scale_linear", "scale_log", "log", language, off=not possible),
        "scale-why": "" if possible else t("scale_off", language),
    }


def two(plain: str, other: str, value: str, language: Language, *, off: bool) -> list[dict[str, Any]]:
    return [{"value": "", "label": t(plain, language)}, {"value": value, "label": t(other, language), "disabled": off}]


def filters(resolved: Resolved) -> int:
    """How many choices narrow or change the view, beside the metric."""
    selection = resolved.selection
    names = ("pair", "donor", "recipient", "province", "programme", "start", "end", "parts", "span", "by")
    return sum(bool(getattr(selection, name)) for name in names)


def covering(resolved: Resolved, catalog: Catalog) -> dict[str, Any]:
    """The coverage matrix instead of the charts, where it is asked for."""
    if choice(resolved.selection, "view") != "coverage":
        return {"results": False, "coverage": []}
    title = html.H1(heading(resolved))
    return {"results": True, "coverage": [title, *coverage_table(catalog, resolved.selection)]}


def by_value(panel: Panel) -> Panel:
    """The panel with its rows from the largest to the smallest."""
    rows = panel.standing.sort_values("value", ascending=False, kind="stable")
    return Panel(panel.unit, panel.kind, panel.group, panel.figures, rows)


def credit(frame: pd.DataFrame, language: Language) -> list[Any]:
    """The line of sources under the charts: it goes with every exported picture."""
    pairs = dict.fromkeys(zip(frame["publisher"], frame["published"], strict=True))
    names = [f"{publisher} {published}".strip() for publisher, published in pairs if publisher]
    if not names:
        return []
    more = t("sources_more", language, n=len(names)) if len(names) > 3 else ""
    said = t("sources_line", language, names=("；" if language == "zh" else "; ").join(names[:3])) + more
    return marked(said, language)


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
