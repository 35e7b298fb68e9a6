"""What a reader asked for and does not see: each with one way out, and nothing left out in silence."""

from typing import Any

import pandas as pd
from dash import html

from metrics.catalog.catalog import Catalog
from metrics.catalog.tuples import each
from metrics.comparing.derived import METHODS, Missing
from metrics.comparing.sums import Refusal, total
from metrics.selecting.filtering import headline, select
from metrics.selecting.resolution import Resolved, resolve
from metrics.selecting.selection import Selection, choice
from metrics.words import Bilingual, Language

from ..wording.captions import recipient, short_name
from ..wording.numbers import known
from ..wording.strings import t
from .marked import marked
from .verdict import link

EVERY_PAIRING: dict[str, Any] = {"pair": (), "donor": (), "recipient": (), "province": (), "programme": ()}
EVERYTHING: dict[str, Any] = {**EVERY_PAIRING, "start": "", "end": "", "span": ""}


def notice(resolved: Resolved, frame: pd.DataFrame, missing: list[Missing], catalog: Catalog) -> list[Any]:
    """Unknown names, nothing chosen, nothing found, part found, and what could not be derived."""
    language, selection = resolved.selection.language, resolved.selection
    said: list[Any] = [html.P(problem.to(language), className="problem") for problem in resolved.problems]
    if resolved.metric is None or not resolved.pairings:
        return [*said, html.P([t("choose", language), " ", *examples(selection, catalog, language)])]
    if not len(frame):
        words = t("nothing", language, metric=resolved.metric.title)
        said.append(html.P([words, " ", link(selection.with_(**EVERYTHING), t("widen", language))]))
    else:
        said.extend(absent(resolved, frame, language))
    if not choice(selection, "parts") and (more := len(select(resolve(selection.with_(parts="1"), catalog), catalog)) - len(frame)):
        said.append(html.P(link(selection.with_(parts="1"), t("show_parts", language, n=more))))
    return said + underived(missing, len(frame), catalog, language)


def examples(selection: Selection, catalog: Catalog, language: Language) -> list[Any]:
    core = [metric for metric in catalog.metrics.values() if metric.core][:3]
    return [child for metric in core for child in (link(selection.with_(metric=metric.id, **EVERYTHING), metric.title.to(language)), " ")]


def absent(resolved: Resolved, frame: pd.DataFrame, language: Language) -> list[Any]:
    """The pairings that have no figure for the whole of them, though others have; what was searched in vain says so itself."""
    whole = set(frame["pairing"][headline(frame)])
    names = [short_name(one.recipient.name.to(language)) for one in resolved.pairings if one.id not in whole]
    joined = "、".join(names) if language == "zh" else ", ".join(names)
    return [html.P(t("missing", language, names=joined))] if names else []


def underived(missing: list[Missing], asked: int, catalog: Catalog, language: Language) -> list[Any]:
    """Which figures could not be derived and why, grouped by the reason."""
    grouped: dict[Bilingual, list[str]] = {}
    for one in missing:
        name = short_name(catalog.pairings[one.pairing].recipient.name.to(language))
        grouped.setdefault(one.why, []).append(name)
    if not grouped:
        return []
    items = [html.Li(f"{why.to(language)}: {', '.join(dict.fromkeys(names))}") for why, names in grouped.items()]
    return [html.Div([html.P(t("underived", language, n=len(missing), m=asked)), html.Ul(items)], className="problem")]


def methods(frame: pd.DataFrame, catalog: Catalog, language: Language) -> tuple[list[dict[str, Any]], list[Any]]:
    """The choices of the derivation control: off where no figure has what it needs, with the reason."""
    options: list[dict[str, Any]] = [{"value": "", "label": t("by_none", language)}]
    reasons: list[Any] = []
    rows = each(frame[frame["status"] == "reported"])
    for name, method in METHODS.items():
        missing = [answer for answer in (method(row, catalog) for row in rows) if isinstance(answer, Bilingual)]
        off = bool(rows) and len(missing) == len(rows)
        options.append({"value": name, "label": t(f"by_{name}", language), "disabled": off})
        if off:
            reasons.append(html.Span(t("by_off", language, by=t(f"by_{name}", language), why=missing[0])))
    return options, reasons


def undated(frame: pd.DataFrame, language: Language) -> str:
    count = int((frame["period_end"].isna() & (frame["status"] == "reported")).sum())
    return t("undated", language, n=count) if count else ""


def sums(frame: pd.DataFrame, language: Language) -> list[Any]:
    """For each pairing with several totals: their sum, or the two spans that forbid it."""
    reported = frame[(frame["status"] == "reported") & headline(frame) & (frame["step_zh"] == "")]
    items = []
    for _, rows in reported.groupby("pairing", sort=False):
        if len(rows) < 2:
            continue
        first = each(rows)[0]
        answer = total(rows)
        said = (
            answer.why.to(language)
            if isinstance(answer, Refusal)
            else f"{len(answer.figures)}: {known(answer.value, answer.interval.low, answer.interval.high, first.unit, language)}"
        )
        items.append(html.Li([html.Strong(recipient(first, language)), " ", *marked(said, language)]))
    return [html.Summary(t("sums", language)), html.Ul(items)] if items else []
