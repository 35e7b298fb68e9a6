"""`page` is the layout, once; `view` is everything that the page shows for one query string."""

from typing import Any

from dash import dcc, html

from metrics.catalog import Catalog
from metrics.comparability import verdict_of
from metrics.consistency import bearing_on, findings
from metrics.derived import derive
from metrics.selection import Resolved, Selection, choice, parse, resolve, select
from metrics.standing import RULE, Panel, panels
from metrics.words import Language

from .comparison import comparison
from .controls import CONFIG, controls
from .coverage_table import coverage_table
from .marks import look
from .notices import methods, notice, sums, undated
from .strings import t
from .table import table
from .timeline import timeline
from .verdict import contradictions, verdict_strip

# What `view` answers: an output's name, and the property of the component of that name that shows it.
SEEN = {
    "title": "children",
    "definition": "children",
    "notice": "children",
    "verdict": "children",
    "contradictions": "children",
    "comparison": "figure",
    "timeline": "figure",
    "charts": "hidden",
    "undated": "children",
    "sums": "children",
    "table": "children",
    "downloads": "children",
    "status": "children",
    "language": "href",
    "results": "hidden",
    "coverage": "children",
    "by-why": "children",
    "order-why": "children",
    "by": "options",
    "order": "options",
}


def page(search: str, catalog: Catalog) -> html.Div:
    """The layout for one query string, filled, so that the first paint is a finished page."""
    resolved = resolve(parse(search), catalog)
    language = resolved.selection.language
    part = {name: {"id": name, SEEN[name]: value} for name, value in view(search, catalog).items()}
    columns = [html.Aside(controls(resolved, catalog, part)), results(part, language)]
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            html.A(t("skip", language), href="#main", className="skip"),
            header(resolved, part["language"]),
            html.Main(
                [html.Div(columns, className="columns", **part["results"]), html.Div(className="coverage-box", **part["coverage"])],
                id="main",
                tabIndex="-1",
            ),
            html.Footer(t("footer", language)),
            html.Div(role="status", className="unseen", **part["status"]),
        ],
        className="page",
    )


def header(resolved: Resolved, language_link: dict[str, Any]) -> html.Header:
    language, other = resolved.selection.language, "en" if resolved.selection.language == "zh" else "zh"
    home = Selection(lang=resolved.selection.lang)
    return html.Header(
        [
            html.A(t("site", language), href="/" + home.to_search(), className="site"),
            html.Nav(
                [
                    html.A(t("compare", language), href="/" + home.to_search()),
                    html.A(t("coverage", language), href="/" + home.with_(view="coverage").to_search()),
                    html.A(t("language", language), hrefLang=other, lang=other, **language_link),
                ]
            ),
            html.P(t("tagline", language), className="tagline"),
        ]
    )


def results(part: dict[str, dict[str, Any]], language: Language) -> html.Div:
    """Everything beside the controls, in the order in which it is read."""
    charts = [
        chart("comparison", language, part["comparison"], t("how_read", language), lead=RULE.to(language)),
        chart(
            "timeline",
            language,
            part["timeline"],
            t("how_read_timeline", language),
            t("increments", language),
            after=html.P(**part["undated"]),
        ),
    ]
    return html.Div(
        [
            html.H1(**part["title"]),
            html.P(className="definition", **part["definition"]),
            html.Div(className="notice", **part["notice"]),
            html.Section(**part["verdict"], className="verdict-box"),
            html.Section(**part["contradictions"], className="verdict-box"),
            html.Div(charts, **part["charts"]),
            html.H2(t("figures", language)),
            html.P(className="downloads", **part["downloads"]),
            html.Details(**part["sums"]),
            html.Div(className="table-box", tabIndex="0", role="region", **{"aria-label": t("figures", language)}, **part["table"]),
        ],
        className="results",
    )


def chart(name: str, language: Language, graph: dict[str, Any], *captions: str, lead: str = "", after: html.P | None = None) -> html.Figure:
    """A chart under its heading, with how to read it one click away."""
    how = html.Details([html.Summary(t("reading", language)), *[html.P(caption) for caption in captions]])
    heading = [html.H2(t(name, language), id=f"{name}-heading"), html.P(lead, className="faint lead")]
    return html.Figure(
        [*heading, dcc.Graph(config=CONFIG, **graph), html.Figcaption([after, how])], **{"aria-labelledby": f"{name}-heading"}
    )


def view(search: str, catalog: Catalog) -> dict[str, Any]:
    """Everything that the page shows for a query string: the names of `SEEN` to values."""
    resolved = resolve(parse(search), catalog)
    selection, language = resolved.selection, resolved.selection.language
    frame = select(resolved, catalog)
    drawn, missing = derive(frame, choice(selection, "by"), catalog)
    shown = panels(drawn)
    verdict = verdict_of(shown)
    blocked = verdict.level == "block"
    if choice(selection, "order") and not blocked:
        shown = [by_value(panel) for panel in shown]
    style = look(list(catalog.pairings), language)
    options, reasons = methods(frame, catalog, language)
    covering = choice(selection, "view") == "coverage"
    return {
        "title": resolved.metric.title.to(language) if resolved.metric else t("metric", language),
        "definition": resolved.metric.definition.to(language) if resolved.metric else "",
        "notice": notice(resolved, frame, missing, catalog),
        "verdict": verdict_strip(verdict, shown, resolved),
        "contradictions": contradictions(list(bearing_on(findings(catalog), drawn)), language),
        "comparison": comparison(shown, style),
        "timeline": timeline(shown, style),
        "charts": not shown,
        "undated": undated(drawn, language),
        "sums": sums(drawn, language),
        "table": table(drawn, language),
        "downloads": downloads(resolved, len(drawn), len(catalog.frame)),
        "status": t("updated", language, p=drawn["pairing"].nunique(), n=len(drawn)),
        "language": "/" + selection.with_(lang="zh" if language == "en" else "en").to_search(),
        "results": covering,
        "coverage": [html.H1(t("coverage_title", language)), *coverage_table(catalog, selection)] if covering else [],
        "by": options,
        "by-why": reasons,
        "order": [
            {"value": "", "label": t("order_none", language)},
            {"value": "value", "label": t("order_value", language), "disabled": blocked},
        ],
        "order-why": t("order_off", language) if blocked else "",
    }


def by_value(panel: Panel) -> Panel:
    """The panel with its rows from the largest to the smallest."""
    return Panel(panel.unit, panel.kind, panel.group, panel.figures, panel.standing.sort_values("value", ascending=False, kind="stable"))


def downloads(resolved: Resolved, shown: int, everything: int) -> list[Any]:
    """Plain links: what is shown, and all there is."""
    language, search = resolved.selection.language, resolved.selection.to_search()
    return [
        html.A(t("download", language, n=shown), href=f"/data.csv{search}", download="", className="button"),
        " ",
        html.A(t("download_all", language, n=everything), href="/data.csv?rows=all", download=""),
    ]
