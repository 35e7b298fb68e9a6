"""The sets of like with like, as links above the chart: of all figures, those that compare."""

from typing import Any

from dash import html

from metrics.comparing.sets import Set
from metrics.selecting.answer import Answer
from metrics.selecting.selection import ALL

from ..wording.strings import t
from ..wording.titles import set_words
from .verdict import link

MOST_CHIPS = 3


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
    return [html.Ul([*first, html.Li(everything)], className="chips"), *rest]


def chip(one: Set, answer: Answer, *, current: bool) -> html.Li:
    selection, language = answer.asked.selection, answer.asked.selection.language
    words = t("set_of", language, what=set_words(one, answer, language), n=len(one.pairings))
    return html.Li(link(selection.with_(like=one.anchor), words, **marked_current(current)))


def marked_current(shown: bool) -> dict[str, Any]:
    return {"className": "current"} if shown else {}
