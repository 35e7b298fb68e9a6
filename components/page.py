"""The layout: what stands where on the page. What it says for a query string is `view`'s."""

from typing import Any

from dash import dcc, html

from metrics.catalog.catalog import Catalog
from metrics.comparing.standing import RULE
from metrics.selecting.answer import answer as answer_of
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import Selection, choice, parse
from metrics.words import Language

from .controls import CONFIG, controls
from .parts.share import data
from .view import WORDS, sent
from .wording.strings import t

Part = dict[str, dict[str, Any]]  # for each name of `SEEN` and `WORDS`, the id and the property that its component takes


def page(search: str, catalog: Catalog) -> html.Div:
    """The layout for one query string, with what fills its boxes, so that the first paint is a finished page."""
    answer = answer_of(parse(search), catalog)
    resolved = answer.asked
    language, embed = resolved.selection.language, choice(resolved.selection, "embed")
    shown = sent(search, catalog)
    part: Part = {name: {"id": name, **props} for name, props in shown["props"].items()} | {name: {"id": name} for name in WORDS}
    main = html.Div([controls(answer, part), results(part, resolved)], **part["results"])
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="asked", data=search),
            html.A(t("skip", language), href="#main", className="skip"),
            header(resolved, part["navigation"]),
            html.Main([main, html.Div(id="coverage", className="coverage-box")], id="main", tabIndex="-1"),
            html.Footer(t("footer", language)),
            html.Div(role="status", className="unseen", **part["status"]),
            dcc.Store(id="shown", data=shown),
            dcc.Store(id="graph", data=graph({"id": "timeline"}).to_plotly_json()),  # type: ignore[no-untyped-call]
        ],
        className=f"page embed embed-{embed}" if embed else "page",
    )


def header(resolved: Resolved, links: dict[str, Any]) -> html.Header:
    """The site's name, its search and its pages; `serving/templates/header.html` is the same for pages without scripts."""
    language, lang = resolved.selection.language, resolved.selection.lang
    words = [
        html.Label(t("search", language), htmlFor="q", className="unseen"),
        dcc.Input(type="search", name="q", placeholder=t("search_hint", language), id="q"),
    ]
    keep = [dcc.Input(type="hidden", name="lang", value=lang)] if lang != "zh" else []
    send = html.Button(t("search", language), type="submit", className="unseen")
    return html.Header(
        [
            html.A(t("site", language), href="/" + Selection(lang=lang).to_search(), className="site"),
            html.Form([*words, *keep, send], action="/search", method="get", role="search", className="find"),
            html.Details(
                [
                    html.Summary(["☰", html.Span(t("menu", language), className="unseen")]),
                    html.Nav(**links, **aria(label=t("site", language))),
                ],
                className="menu",
            ),
        ]
    )


def results(part: Part, resolved: Resolved) -> html.Div:
    """Everything under the controls, in the order in which it is read: what it says, whether it may, the chart, and where it is from."""
    language = resolved.selection.language
    return html.Div(
        [
            html.H1(**part["title"]),
            html.P(className="finding", **part["finding"]),
            html.Div(
                [html.Div(**part["verdict"]), html.Div(id="contradictions"), html.Details(**part["share"], className="share")],
                className="verdict-box",
            ),
            html.Nav(className="sets", **part["sets"], **aria(label=t("sets", language))),
            html.Div(className="notice", **part["notice"]),
            html.Div([*compared(part, language), *over_time(part, language)], **part["charts"]),
            *way_out(resolved),
            html.Details([html.Summary(t("means", language)), html.P(**part["definition"]), person_times(language)], className="means"),
            html.H2(t("figures", language)),
            html.P(className="downloads", **part["downloads"]),
            html.Details(**part["added"]),
            html.Div(id="table", className="table-box", tabIndex="0", role="region", **aria(label=t("figures", language))),
        ],
        className="results",
    )


def way_out(resolved: Resolved) -> list[Any]:
    """From a chart that stands in somebody else's page to the whole of it here."""
    if not choice(resolved.selection, "embed"):
        return []
    href = "/" + resolved.selection.with_(embed="").to_search()
    return [html.P(html.A(t("full_page", resolved.selection.language), href=href, target="_blank", rel="noopener"), className="way-out")]


def person_times(language: Language) -> html.P:
    return html.P([html.Strong(t("person_time_summary", language)), " ", t("person_time", language)])


def compared(part: Part, language: Language) -> list[Any]:
    """The comparison, what is not in it, and its sources."""
    stands = html.Details([html.Summary(t("stands", language)), html.P(RULE.to(language))])
    under = [html.P(className="more", **part["more-rows"]), html.Div(className="notes", **part["notes"]), stands]
    return [html.Div(id="comparison", className="chart"), *under, html.P(className="credit", **part["credit"])]


def over_time(part: Part, language: Language) -> list[Any]:
    made = graph(part["timeline"])
    place = html.Div([made] if part["timeline"]["figure"]["data"] else [], **part["timeline-place"])
    how = [html.P(t(key, language)) for key in ("how_read_timeline", "increments")]
    figure = html.Figure(
        [place, html.Figcaption([html.Details([html.Summary(t("reading", language)), *how]), saving(language)])], **part["timeline-box"]
    )
    lead = html.P(className="faint lead", **part["time-lead"])
    small = html.Div(id="multiples", className="chart")
    return [
        html.Section([html.H2(t("timeline", language)), lead, figure, small, html.P(**part["undated"])], className="time", **part["time"])
    ]


def graph(part: dict[str, Any]) -> dcc.Graph:
    """The large panel. It comes to its place with the first figure that it draws: few views have one, and plotly is half of what a
    page loads."""
    return dcc.Graph(config=CONFIG, style={"height": "100%"}, **part)


def saving(language: Language) -> html.P:
    """Buttons that save the large panel as a picture; scripts act on them."""
    pictures = [html.Button(t(f"save_{kind}", language), type="button", **data(save=kind, chart="timeline")) for kind in ("png", "svg")]
    return html.P(pictures, className="saving")


def aria(**values: str) -> dict[str, Any]:
    return {f"aria-{name}": value for name, value in values.items()}
