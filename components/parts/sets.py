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


def sets(answer: Answer) -> list[Any]:
    """A link a set, the shown one marked, and one to everything; empty where nothing compares."""
    asked, language = answer.asked, answer.asked.selection.language
    if asked.metric is None or not (answer.sets or answer.chosen):
        return []
    listed = [one for one in answer.sets if answer.chosen is None or one.rows != answer.chosen.rows]
    shown = [answer.chosen, *listed] if answer.chosen and len(listed) == len(answer.sets) else answer.sets
    items = [chip(one, answer, current=answer.chosen is not None and one.rows == answer.chosen.rows) for one in shown]
    everything = link(asked.selection.with_(like=ALL), t("set_all", language, n=answer.found), **marked_current(answer.chosen is None))
    return [html.Span(t("sets", language), className="faint"), html.Ul([*items, html.Li(everything)], className="chips")]


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
    """2021—2025, where all cover the same; else how long they are and when they end."""
    if "period" in one.shared:
        return period_words(one.shared["period"])
    first, last = one.ends
    ends = Bilingual(f"截至{first}—{last}", f"up to {first}–{last}") if last > first else Bilingual(f"截至{first}", f"up to {first}")
    if one.years is None:
        return ends
    length = f"{one.years:.0f}" if one.years >= 1.5 else "1"
    return Bilingual(f"约{length}年，{ends.zh}", f"about {length} years, {ends.en}" if length != "1" else f"about a year, {ends.en}")
