"""The sets of like with like, as links above the charts: of all figures, those that compare."""

from typing import Any

from dash import html

from metrics.comparing.sets import Set
from metrics.figures.terms import TERMS, period_words, term
from metrics.figures.units import unit_name
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.selection import ALL
from metrics.words import Bilingual, Language

from ..wording.strings import t
from .verdict import link

MOST_CHIPS = 4


def sets(answer: Answer) -> list[Any]:
    """A link a set, the shown one marked, and one to everything; empty where nothing compares."""
    asked, language = answer.asked, answer.asked.selection.language
    if asked.metric is None or not (answer.sets or answer.chosen):
        return []
    listed = [one for one in answer.sets if answer.chosen is None or one.rows != answer.chosen.rows]
    shown = [answer.chosen, *listed] if answer.chosen and len(listed) == len(answer.sets) else answer.sets
    items = [chip(one, answer, current=answer.chosen is not None and one.rows == answer.chosen.rows) for one in shown]
    everything = link(asked.selection.with_(like=ALL), t("set_all", language, n=answer.found), **marked_current(answer.chosen is None))
    first, more = items[:MOST_CHIPS], items[MOST_CHIPS:]
    rest = [html.Details([html.Summary(t("sets_more", language, n=len(more))), html.Ul(more, className="chips")])] if more else []
    return [html.P(t("sets", language), className="faint"), html.Ul([*first, html.Li(everything)], className="chips"), *rest]


def chip(one: Set, answer: Answer, *, current: bool) -> html.Li:
    selection, language = answer.asked.selection, answer.asked.selection.language
    words = t("set_of", language, what=set_words(one, answer, language), n=len(one.pairings))
    return html.Li(link(selection.with_(like=one.anchor), words, **marked_current(current)))


def marked_current(shown: bool) -> dict[str, Any]:
    return {"className": "current"} if shown else {}


def set_words(one: Set, answer: Answer, language: Language) -> str:
    """What the figures of a set share: their time, and what else all of them say."""
    shared, metric = one.shared, answer.asked.metric
    parts = [time_words(one)]
    if shared.get("category") and metric:
        parts.append(metric.categories[shared["category"]].name)
    if shared["unit"] == "person-time":
        parts.append(unit_name("person-time"))
    if shared.get("basis", "unstated") != "unstated":
        parts.append(term("basis", shared["basis"]))
    parts += [programme(shared["programme"], answer.choices), TERMS["level"][shared["level"]]]
    return " · ".join(part.to(language) for part in parts)


def programme(name: str, choices: Choices) -> Bilingual:
    return choices.facets["programme"].get(name, Bilingual(name, name))


def time_words(one: Set) -> Bilingual:
    """2021—2025, where all cover the same; else the years in which they begin and end: 2010—2024/2025; one year, 2022/2023."""
    if "period" in one.shared:
        return period_words(one.shared["period"])
    ends = either(one.ends)
    if one.starts is None:
        return Bilingual(ends, ends)
    if one.starts == one.ends:
        return Bilingual(f"单年，{ends}", f"one year, {ends}")
    return Bilingual(f"{either(one.starts)}—{ends}", f"{either(one.starts)}–{ends}")


def either(years: tuple[int, int]) -> str:
    """2024, or 2024/2025."""
    return "/".join(dict.fromkeys(map(str, years)))
