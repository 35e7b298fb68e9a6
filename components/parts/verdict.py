"""What must be said beside the charts: the verdict, its reasons, and where reports contradict each other."""

from typing import Any

from dash import dcc, html

from metrics.comparing.comparability import MOST_REASONS, Reason
from metrics.reckoning.consistency import Finding
from metrics.selecting.answer import Answer
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import MENDS, Selection, choice
from metrics.words import Language

from ..wording.captions import short_name
from ..wording.strings import t
from .marked import marked

MOST_FINDINGS = 3


def link(selection: Selection, text: Any, **more: Any) -> dcc.Link:
    """A link to another view of the same page, without loading it anew."""
    return dcc.Link(text, href="/" + selection.to_search(), refresh=False, **more)


def verdict_strip(answer: Answer) -> list[Any]:
    """The verdict in one word, then its reasons: five at most, the rest one click away."""
    if not answer.panels:
        return []
    language = answer.asked.selection.language
    level = "alone" if answer.alone else "series" if answer.series and answer.verdict.level in ("clean", "note") else answer.verdict.level
    word = html.Strong(t(level, language), className=f"level {level}")
    first, rest = answer.verdict.reasons[:MOST_REASONS], answer.verdict.reasons[MOST_REASONS:]
    more = [html.Details([html.Summary(t("more_reasons", language, n=len(rest))), reasons(rest, answer)])] if rest else []
    return [word, *([reasons(first, answer)] if first else []), *more]


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
        drawn = {name for panel in answer.panels for name in panel.standing["pairing"]}
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
    names = {one.id: short_name(one.recipient.name.to(resolved.selection.language)) for one in resolved.pairings}
    return names.get(max((name for name in names if figure.startswith(f"{name}-")), key=len, default=""), figure)


def card(figure: str, language: Language) -> str:
    return f"/f/{figure}{Selection(lang=language).to_search()}"


def contradictions(found: tuple[Finding, ...], language: Language) -> list[Any]:
    """The findings that bear on what is drawn, each with both its figures."""
    items = [
        html.Li(
            [
                *marked(one.sentence.to(language), language),
                *[child for pair in zip(one.figures, one.sources, strict=True) for child in (" ", source(*pair, language))],
            ]
        )
        for one in found
    ]
    if not items:
        return []
    first, rest = items[:MOST_FINDINGS], items[MOST_FINDINGS:]
    more = [html.Details([html.Summary(t("more_reasons", language, n=len(rest))), html.Ul(rest)])] if rest else []
    return [html.Strong(t("findings", language), className="level warn"), html.Ul(first), *more]


def source(figure: str, name: str, language: Language) -> html.A:
    return html.A(name, href=card(figure, language))
