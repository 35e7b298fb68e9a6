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
from .view import SEEN, shown
from .wording.strings import t

Part = dict[str, dict[str, Any]]  # for each name of `SEEN`, the id and the property that its component takes


def page(search: str, catalog: Catalog) -> html.Div:
    """The layout for one query string, filled, so that the first paint is a finished page."""
    answer = answer_of(parse(search), catalog)
    resolved = answer.asked
    language, embed = resolved.selection.language, choice(resolved.selection, "embed")
    part: Part = {name: {"id": name, SEEN[name]: value} for name, value in shown(answer).items()}
    aside = html.Aside(html.Details([html.Summary(**part["filters"]), controls(answer, part)], className="filters"))
    columns = html.Div([aside, results(part, resolved)], className="columns", **part["results"])
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            dcc.Store(id="asked", data=search),
            html.A(t("skip", language), href="#main", className="skip"),
            header(resolved, part["navigation"]),
            html.Main([columns, html.Div(id="coverage", className="coverage-box")], id="main", tabIndex="-1"),
            html.Footer(t("footer", language)),
            html.Div(role="status", className="unseen", **part["status"]),
            *(dcc.Store(**part[f"{name}-html"]) for name in ("table", "coverage")),  # `assets/page.js` puts them into their boxes
        ],
        className=f"page embed embed-{embed}" if embed else "page",
    )


def header(resolved: Resolved, links: dict[str, Any]) -> html.Header:
    language = resolved.selection.language
    return html.Header(
        [
            html.A(t("site", language), href="/" + Selection(lang=resolved.selection.lang).to_search(), className="site"),
            html.Nav(**links, **aria(label=t("site", language))),
            html.P(t("tagline", language), className="tagline"),
        ]
    )


def results(part: Part, resolved: Resolved) -> html.Div:
    """Everything beside the controls, in the order in which it is read."""
    language = resolved.selection.language
    return html.Div(
        [
            html.H1(**part["title"]),
            html.P(className="finding", **part["finding"]),
            html.Details([html.Summary(t("means", language)), html.P(**part["definition"]), person_times(language)], className="means"),
            html.Nav(className="sets", **part["sets"], **aria(label=t("sets", language))),
            html.Div(className="notice", **part["notice"]),
            html.Section(**part["verdict"], className="verdict-box"),
            html.Section(**part["contradictions"], className="verdict-box"),
            html.Div([*both_charts(part, language), html.P(className="credit", **part["credit"])], **part["charts"]),
            *way_out(resolved),
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


def both_charts(part: Part, language: Language) -> list[Any]:
    more = html.P(**part["more-rows"])
    compared = chart("comparison", language, part, [t("how_read", language)], lead=RULE.to(language), after=more)
    captions = [t("how_read_timeline", language), t("increments", language)]
    over_time = chart("timeline", language, part, captions, after=html.P(**part["undated"]))
    return [compared, html.Div(over_time, **part["timeline-box"])]


def chart(name: str, language: Language, part: Part, captions: list[str], *, lead: str = "", after: html.P | None = None) -> html.Figure:
    """A chart under its heading, with how to read it one click away."""
    how = html.Details([html.Summary(t("reading", language)), *[html.P(caption) for caption in captions]])
    heading = [html.H2(t(name, language), id=f"{name}-heading"), html.P(lead, className="faint lead")]
    caption = html.Figcaption([after, how, saving(name, language)])
    box = html.Div(dcc.Graph(config=CONFIG, style={"height": "100%"}, **part[name]), **part[f"{name}-place"])
    return html.Figure([*heading, box, caption], **aria(labelledby=f"{name}-heading"))


def saving(name: str, language: Language) -> html.P:
    """Buttons that save a chart as a picture, or copy what shows it in another page; scripts act on them."""
    pictures = [html.Button(t(f"save_{kind}", language), type="button", **data(name, save=kind)) for kind in ("png", "svg")]
    embed = data(name, embed="1" if name == "comparison" else name, done=t("copied_done", language))
    return html.P([*pictures, html.Button(t("embed", language), type="button", **embed)], className="saving")


def data(chart: str, **values: str) -> dict[str, Any]:
    return {f"data-{name}": value for name, value in (values | {"chart": chart}).items()}


def aria(**values: str) -> dict[str, Any]:
    return {f"aria-{name}": value for name, value in values.items()}
