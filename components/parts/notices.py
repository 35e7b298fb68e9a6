"""What a reader asked for and does not see: each with one way out, and nothing left out in silence."""

from collections.abc import Sequence
from typing import Any

from dash import html

from metrics.catalog.tuples import Row
from metrics.figures.terms import TERMS, period_prose
from metrics.reckoning.derived import Missing
from metrics.reckoning.methods import METHODS
from metrics.reckoning.sums import Refusal, Sum
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.selection import ALL, Selection
from metrics.words import Bilingual, Language

from ..wording.captions import recipient, short_name, sought
from ..wording.numbers import known, pick
from ..wording.strings import t
from .marked import marked
from .verdict import link

EVERY_PAIRING: dict[str, Any] = {"pair": (), "donor": (), "recipient": (), "province": (), "programme": (), "level": ()}
EVERYTHING: dict[str, Any] = {**EVERY_PAIRING, "category": "", "start": "", "end": "", "like": "", "span": ""}
MOST_NAMES = 6


def notice(answer: Answer) -> list[Any]:
    """What stands above the charts: unknown names, nothing chosen, nothing found, and ways on from there."""
    asked, selection = answer.asked, answer.asked.selection
    language = selection.language
    lines: list[Any] = [html.P(problem.to(language), className="problem") for problem in asked.problems]
    if asked.nearest is not None:
        lines.append(html.P(link(asked.nearest, t("nearest_view", language))))
    if asked.metric is None or not asked.pairings:
        return [*lines, html.P([t("choose", language), " ", *examples(selection, answer.choices, language)])]
    if not len(answer.figures):
        words = t("nothing", language, metric=asked.metric.title)
        wider = selection.with_(**EVERYTHING)
        way = link(wider, t("widen", language)) if wider != selection else link(Selection(lang=selection.lang), t("begin_again", language))
        lines.append(html.P([words, " ", way]))
    if asked.like not in ("", ALL) and answer.chosen is None:
        lines.append(html.P(t("set_alone", language)))
    return lines


def notes(answer: Answer) -> list[Any]:
    """What stands under the chart: who is not in it and why, and where more is. Nothing is left out in silence."""
    asked, selection = answer.asked, answer.asked.selection
    language = selection.language
    lines: list[Any] = [*searched(answer.drawn, language), *absent(answer, language)]
    if answer.levels:
        lines.append(html.P(other_levels(answer, language)))
    if answer.parts:
        lines.append(html.P(link(selection.with_(parts="1"), t("show_parts", language, n=answer.parts))))
    return lines + underived(answer.missing, len(answer.figures), answer.choices, language) if asked.metric else []


def searched(rows: Sequence[Row], language: Language) -> list[html.P]:
    """Who was searched in vain, a line a day of the search; and to whom the metric does not apply."""
    groups: dict[tuple[str, str], list[str]] = {}
    for row in (row for row in rows if row.status != "reported"):
        groups.setdefault((row.status, row.searched), []).append(sought(recipient(row, language), row, language))
    comma = "、" if language == "zh" else ", "
    return [html.P([html.Strong(status_words(*key, language)), comma.join(dict.fromkeys(names))]) for key, names in groups.items()]


def status_words(status: str, day: str, language: Language) -> str:
    """What is known of a nothing, as a line of names begins: Searched, not found (22 Nov 2026):"""
    word = TERMS["status"][status].to(language)
    when = pick(f"（{period_prose(day).zh}）", f" ({period_prose(day).en})", language) if day else ""
    return pick(f"{word}{when}：", f"{word[0].upper()}{word[1:]}{when}: ", language)


def examples(selection: Selection, choices: Choices, language: Language) -> list[Any]:
    core = [metric for metric in choices.metrics.values() if metric.core][:3]
    return [child for metric in core for child in (link(selection.with_(metric=metric.id, **EVERYTHING), metric.title.to(language)), " ")]


def other_levels(answer: Answer, language: Language) -> list[Any]:
    """Which level the charts show, and the ways to the others."""
    shown, selection = answer.panels[0].level, answer.asked.selection
    others = [(name, number) for name, number in answer.levels.items() if name != shown]
    links = [
        link(selection.with_(level=(name,)), t("other_level", language, level=TERMS["level"][name], n=number)) for name, number in others
    ]
    return [t("other_levels", language, level=TERMS["level"][shown]), *[child for one in links for child in (one, " ")]]


def absent(answer: Answer, language: Language) -> list[Any]:
    """The pairings that have no figure for the whole of them, by name where they are few."""
    vain = {row.pairing for row in answer.drawn if row.status != "reported"}
    names = [short_name(one.recipient.name.to(language)) for one in answer.absent if one.id not in vain]
    joined = ("、" if language == "zh" else ", ").join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        return [html.P(t("missing_many", language, n=len(names), names=joined))]
    return [html.P(t("missing", language, names=joined))] if names else []


def underived(missing: tuple[Missing, ...], asked: int, choices: Choices, language: Language) -> list[Any]:
    """Which figures could not be derived and why, grouped by the reason."""
    grouped: dict[Bilingual, list[str]] = {}
    for one in missing:
        name = short_name(choices.pairings[one.pairing].recipient.name.to(language))
        grouped.setdefault(one.why, []).append(name)
    if not grouped:
        return []
    items = [html.Li(f"{why.to(language)}: {', '.join(dict.fromkeys(names))}") for why, names in grouped.items()]
    return [html.Div([html.P(t("underived", language, n=len(missing), m=asked)), html.Ul(items)], className="problem")]


def methods(underivable: dict[str, Bilingual], language: Language) -> tuple[list[dict[str, Any]], list[Any]]:
    """The choices of the derivation control: off where no figure has what it needs, with the reason in it and in a sentence."""
    options: list[dict[str, Any]] = [
        {"value": name, "label": method_words(name, underivable.get(name), language), "disabled": name in underivable} for name in METHODS
    ]
    reasons = [html.Span(t("by_off", language, by=t(f"by_{name}", language), why=why)) for name, why in underivable.items()]
    return options, reasons


def method_words(name: str, why: Bilingual | None, language: Language) -> str:
    """A way of reckoning and, where it is off, why: In constant 2020 prices: only sums in yuan have prices."""
    words = t(f"by_{name}", language)
    return pick(f"{words}：{why.zh}", f"{words}: {why.en}", language) if why else words


def undated(count: int, language: Language) -> str:
    return t("undated", language, n=count) if count else ""


def sums(added: tuple[tuple[Any, Sum | Refusal], ...], language: Language) -> list[Any]:
    """For each pairing with several totals: their sum, or the two spans that forbid it."""
    items = [
        html.Li([html.Strong(recipient(first, language)), " ", *marked(amount(found, first.unit, language), language)])
        for first, found in added
    ]
    return [html.Summary(t("sums", language)), html.Ul(items)] if items else []


def amount(found: Sum | Refusal, unit: str, language: Language) -> str:
    if isinstance(found, Refusal):
        return found.why.to(language)
    return f"{len(found.figures)}: {known(found.value, found.interval.low, found.interval.high, unit, language)}"
