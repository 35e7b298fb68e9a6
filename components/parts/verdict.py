"""What must be said beside the charts: the verdict, its reasons, and where reports contradict each other."""

from functools import lru_cache
from typing import Any

import htpy
from dash import dcc, html

from metrics.comparing.comparability import Reason
from metrics.reckoning.consistency import Finding
from metrics.selecting.answer import Answer
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import MENDS, Selection, choice
from metrics.words import Language

from ..wording.addresses import localized
from ..wording.captions import short_name
from ..wording.numbers import pick
from ..wording.strings import t
from .marked import marked, marked_html


def link(selection: Selection, text: Any, **more: Any) -> dcc.Link:
    """A link to another view of the same page, without loading it anew."""
    return dcc.Link(text, href="/" + selection.to_search(), refresh=False, **more)


def verdict_strip(answer: Answer) -> list[Any]:
    """The verdict in one line: how well what is drawn compares, and in what it differs; why unfolds in place."""
    if not answer.panels:
        return []
    language, found = answer.asked.selection.language, answer.verdict.reasons
    word = html.Strong(verdict_word(answer), className=f"level {verdict_level(answer)}")
    if not found:
        return [html.P(word)]
    worst = [reason for reason in found if reason.level == found[0].level]
    fields = list(dict.fromkeys(reason.field.to(language) for reason in worst))
    named = pick("：" + "、".join(fields), ": " + ", ".join(fields), language)
    why = html.Span(t("why", language, n=len(found)), className="why-link")
    return [
        html.Details([html.Summary([word, html.Span(named, className="differing"), " ", why]), reasons(found, answer)], className="folded")
    ]


def verdict_level(answer: Answer) -> str:
    if answer.alone:
        return "alone"
    return "series" if answer.series and answer.verdict.level in ("clean", "note") else answer.verdict.level


def verdict_word(answer: Answer) -> str:
    return t(verdict_level(answer), answer.asked.selection.language)


def reasons(listed: tuple[Reason, ...], answer: Answer) -> html.Ul:
    language = answer.asked.selection.language
    return html.Ul([html.Li([*marked(one.sentence.to(language), language), *action(one, answer)], className=one.level) for one in listed])


def action(reason: Reason, answer: Answer) -> list[Any]:
    """The one thing that mends a reason, as a link."""
    resolved = answer.asked
    selection, language = resolved.selection, resolved.selection.language
    if reason.action == "sources":
        first, second = (html.A(recipient_of(figure, resolved), href=card(figure, language)) for figure in reason.figures)
        return [" ", html.Span([t("act_sources", language), first, t("and", language), second], className="action")]
    if by := MENDS.get(reason.action, {}).get(choice(selection, "by")):
        return [" ", link(selection.with_(by=by), t(f"act_{reason.action.replace('-', '_')}", language), className="action")]
    if reason.action == "leave-out" and reason.odd:
        odd = next(one for one in resolved.pairings if one.id == reason.odd)
        drawn = {name for panel in answer.panels for name in panel.pairings}
        rest = tuple(one.id for one in resolved.pairings if one is not odd and one.id in drawn)
        return [
            " ",
            link(
                selection.with_(pair=rest), t("act_leave_out", language, x=short_name(odd.recipient.name.to(language))), className="action"
            ),
        ]
    return []


def recipient_of(figure: str, resolved: Resolved) -> str:
    """Whose figure that is, in a word."""
    whose = (one for one in resolved.pairings if figure.startswith(f"{one.id}-"))
    pairing = max(whose, key=lambda one: len(one.id), default=None)
    return short_name(pairing.recipient.name.to(resolved.selection.language)) if pairing else figure


def card(figure: str, language: Language) -> str:
    return localized(f"/f/{figure}", language)


def contradictions(found: tuple[Finding, ...], language: Language) -> str:
    """The findings that bear on what is drawn, each with its figures: HTML of one line that unfolds; empty where there are none."""
    if not found:
        return ""
    items = [contradiction(one, language) for one in found]
    word = htpy.strong(".level.warn")[t("findings", language, n=len(found))]
    return str(htpy.details(".folded")[htpy.summary[word], htpy.ul[items]])


@lru_cache(maxsize=4096)
def contradiction(found: Finding, language: Language) -> str:
    """One of them, with its figures: the same in every view that it bears on. It is `Markup`, which stays as it is within other HTML."""
    return str(htpy.li[marked_html(found.sentence.to(language), language), figure_links(found, language)])


def figure_links(found: Finding, language: Language) -> list[htpy.Node]:
    """The figures of a finding, each by the publisher of its report."""
    pairs = zip(found.figures, found.publishers, strict=True)
    return [child for figure, name in pairs for child in (" ", htpy.a(href=card(figure, language))[name.to(language)])]
