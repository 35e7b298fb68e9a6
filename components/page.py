"""`page` is the layout, once; `view` is everything that the page shows for one query string."""

from typing import Any

import pandas as pd
from dash import dcc, html

from metrics.catalog import Catalog
from metrics.comparability import LEVELS, MOST_REASONS, Reason, Verdict, verdict_of
from metrics.selection import Resolved, Selection, headline, parse, resolve, select
from metrics.standing import RULE, Panel, panels
from metrics.words import Bilingual, Language

from .comparison import comparison
from .controls import CONFIG, controls
from .marks import look, short_name
from .strings import T, t
from .table import table
from .timeline import timeline

OUTPUTS = (
    "title",
    "definition",
    "notice",
    "verdict",
    "comparison",
    "timeline",
    "charts",
    "undated",
    "table",
    "downloads",
    "status",
    "language",
)
OWN = {"comparison": "figure", "timeline": "figure", "charts": "hidden", "language": "href"}  # the others are children
SEEN = {name: OWN.get(name, "children") for name in OUTPUTS}


def page(search: str, catalog: Catalog) -> html.Div:
    """The layout for one query string, filled, so that the first paint is a finished page."""
    resolved = resolve(parse(search), catalog)
    language = resolved.selection.language
    shown = view(search, catalog)
    part = {name: {"id": name, SEEN[name]: value} for name, value in shown.items()}
    return html.Div(
        [
            dcc.Location(id="url", refresh=False),
            html.A(t("skip", language), href="#results", className="skip"),
            html.Header(
                [
                    html.A(t("site", language), href="/" + Selection(lang=resolved.selection.lang).to_search(), className="site"),
                    html.P(t("tagline", language), className="tagline"),
                    html.A(
                        t("language", language),
                        hrefLang="en" if language == "zh" else "zh",
                        lang="en" if language == "zh" else "zh",
                        className="language",
                        **part["language"],
                    ),
                ]
            ),
            html.Div(
                [
                    html.Aside(controls(resolved, catalog)),
                    html.Main(
                        [
                            html.H1(**part["title"]),
                            html.P(className="definition", **part["definition"]),
                            html.Div(className="notice", **part["notice"]),
                            html.Section(**part["verdict"], className="verdict-box"),
                            html.Div(
                                [
                                    chart("comparison", "reading", "how_read", language, part["comparison"], html.P(RULE.to(language))),
                                    chart(
                                        "timeline", "reading", "how_read_timeline", language, part["timeline"], html.P(**part["undated"])
                                    ),
                                ],
                                **part["charts"],
                            ),
                            html.H2(t("figures", language)),
                            html.P(className="downloads", **part["downloads"]),
                            html.Div(
                                className="table-box",
                                tabIndex="0",
                                role="region",
                                **{"aria-label": t("figures", language)},
                                **part["table"],
                            ),
                        ],
                        id="results",
                        tabIndex="-1",
                    ),
                ],
                className="columns",
            ),
            html.Footer(t("footer", language)),
            html.Div(role="status", className="unseen", **part["status"]),
        ],
        className="page",
    )


def chart(name: str, summary: str, caption: str, language: Language, graph: dict[str, Any], more: html.P) -> html.Figure:
    """A chart with its heading and, one click away, how to read it."""
    return html.Figure(
        [
            html.H2(t(name, language), id=f"{name}-heading"),
            dcc.Graph(config=CONFIG, **graph),
            html.Figcaption(html.Details([html.Summary(t(summary, language)), html.P(t(caption, language)), more])),
        ],
        **{"aria-labelledby": f"{name}-heading"},
    )


def view(search: str, catalog: Catalog) -> dict[str, Any]:
    """Everything that the page shows for a query string: `OUTPUTS` to values."""
    resolved = resolve(parse(search), catalog)
    language = resolved.selection.language
    frame = select(resolved, catalog)
    shown = panels(frame)
    style = look(list(catalog.pairings), language)
    other = resolved.selection.with_(lang="zh" if language == "en" else "en")
    return {
        "title": heading(resolved, language),
        "definition": resolved.metric.definition.to(language) if resolved.metric else "",
        "notice": notice(resolved, frame, catalog),
        "verdict": verdict_strip(verdict_of(shown), shown, language),
        "comparison": comparison(shown, style),
        "timeline": timeline(shown, style),
        "charts": not shown,
        "undated": undated(frame, language),
        "table": table(frame, language),
        "downloads": downloads(resolved, len(frame), len(catalog.frame)),
        "status": t("updated", language, p=frame["pairing"].nunique(), n=len(frame)),
        "language": "/" + other.to_search(),
    }


def heading(resolved: Resolved, language: Language) -> str:
    return resolved.metric.title.to(language) if resolved.metric else t("metric", language)


def notice(resolved: Resolved, frame: pd.DataFrame, catalog: Catalog) -> list[Any]:
    """What a reader asked for and does not see, each with one way out."""
    language, selection = resolved.selection.language, resolved.selection
    said: list[Any] = [html.P(problem.to(language), className="problem") for problem in resolved.problems]
    if resolved.metric is None or not resolved.pairings:
        example = selection.with_(metric="funds", pair=(), donor=(), recipient=(), province=(), programme=(), start="", end="")
        return [*said, html.P([t("choose", language), " ", link("/" + example.to_search(), catalog.metrics["funds"].title.to(language))])]
    if not len(frame):
        said.append(
            html.P(
                [
                    t("nothing", language, metric=resolved.metric.title),
                    " ",
                    link(
                        "/" + selection.with_(pair=(), donor=(), recipient=(), province=(), programme=(), start="", end="").to_search(),
                        t("widen", language),
                    ),
                ]
            )
        )
    elif missing := [one for one in resolved.pairings if one.id not in set(frame["pairing"][headline(frame)])]:
        names = Bilingual(
            "、".join(short_name(one.recipient.name.zh) for one in missing), ", ".join(one.recipient.name.en for one in missing)
        )
        said.append(html.P(t("missing", language, names=names)))
    if not selection.parts and (more := len(select(resolve(selection.with_(parts="1"), catalog), catalog)) - len(frame)):
        said.append(html.P(link("/" + selection.with_(parts="1").to_search(), t("show_parts", language, n=more))))
    return said


def link(href: str, text: str) -> dcc.Link:
    return dcc.Link(text, href=href, refresh=False)


def verdict_strip(verdict: Verdict, shown: list[Panel], language: Language) -> list[Any]:
    """The verdict in one word, then its reasons: five at most, the rest one click away."""
    if not shown:
        return []
    alone = sum(len(panel.standing) for panel in shown) == 1
    word = html.Strong(t("alone" if alone else verdict.level, language), className=f"level {verdict.level}")
    first, rest = verdict.reasons[:MOST_REASONS], verdict.reasons[MOST_REASONS:]
    more = [html.Details([html.Summary(t("more_reasons", language, n=len(rest))), reasons(rest, language)])] if rest else []
    return [word, *([reasons(first, language)] if first else []), *more]


def reasons(listed: tuple[Reason, ...], language: Language) -> html.Ul:
    return html.Ul([html.Li(reason.sentence.to(language), className=reason.level) for reason in listed])


def undated(frame: pd.DataFrame, language: Language) -> str:
    count = int((frame["period_end"].isna() & (frame["status"] == "reported")).sum())
    return t("undated", language, n=count) if count else ""


def downloads(resolved: Resolved, shown: int, everything: int) -> list[Any]:
    """Plain links: what is shown, and all there is."""
    language, search = resolved.selection.language, resolved.selection.to_search()
    return [
        html.A(t("download", language, n=shown), href=f"/data.csv{search}", download="", className="button"),
        " ",
        html.A(t("download_all", language, n=everything), href="/data.csv?rows=all", download=""),
    ]


assert set(LEVELS) <= set(T), "every level of a verdict has its word"
