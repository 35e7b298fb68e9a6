"""What a view draws: the comparison, the course of time, the way to what is left out of both; and the same as a picture."""

from collections.abc import Sequence
from typing import Any

from metrics.catalog.tuples import Row
from metrics.selecting.answer import Answer
from metrics.selecting.selection import choice
from metrics.words import Language

from .charts.comparison import comparison
from .charts.groups import cut
from .charts.marks import Style, style_of
from .charts.multiples import multiples, told
from .charts.picture import picture as drawn_picture
from .charts.timeline import timeline
from .parts.finding import finding
from .parts.marked import marked
from .parts.notices import undated
from .parts.verdict import link, verdict_word
from .wording.captions import published, publisher
from .wording.strings import t
from .wording.titles import heading

MOST_ROWS, MOST_SMALL = 15, 12  # rows of all panels, and small panels of each, before a reader asks for all


def charts(answer: Answer) -> dict[str, Any]:
    """The comparison, and the course of time where there is one."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    style, every = style_of(answer), bool(choice(selection, "show"))
    compared = comparison(answer.panels, answer.unlike, style, None if every else MOST_ROWS)
    return {
        "charts": not len(answer.drawn),
        "comparison-html": compared,
        "more-rows": more_rows(answer),
        **over_time(answer, style, every=every),
        "undated": undated(answer.undated, language),
    }


def picture(answer: Answer, address: str) -> str:
    """The comparison of a view as an SVG that stands alone; `address` is where the view is."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    words = {
        "title": heading(answer),
        "finding": finding(answer),
        "verdict": f"● {verdict_word(answer)}",
        "credit": credit_words(answer.drawn, language),
        "licence": t("picture_licence", language, address=address, version=answer.version),
    }
    return drawn_picture(answer.panels, words, style_of(answer), None if choice(selection, "show") else MOST_ROWS)


def over_time(answer: Answer, style: Style, *, every: bool) -> dict[str, Any]:
    """Pairings that have a colour each share one large panel; many have a small one each. What compares is of one time: it has none."""
    panels = answer.panels
    large = timeline(() if answer.chosen else panels, style, log=choice(answer.asked.selection, "scale") == "log" and answer.logarithmic)
    several = answer.chosen is None and style.apart != tuple(dict.fromkeys(name for panel in panels for name in panel.pairings))
    small = multiples(panels, style, None if every else MOST_SMALL) if several else ""
    return {
        "time": not panels,
        "time-lead": time_lead(answer, drawn=bool(large["data"] or small)),
        "multiples-html": small,
        "timeline": large,
        "timeline-place": {"height": f"{large['layout']['height']}px"},
        "timeline-box": not large["data"],
    }


def time_lead(answer: Answer, *, drawn: bool) -> list[Any]:
    """Where a course of time is shown, or why none is."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    if answer.chosen:
        words = t("time_of_set", language, n=len(answer.chosen.pairings))
        return [link(selection.with_(like="", pair=answer.chosen.pairings), words)]
    if not drawn:
        return [t("time_few", language)]
    count = sum(len(told(panel)) for panel in answer.panels)
    if choice(selection, "show") or count <= MOST_SMALL:
        return []
    return [t("first_courses", language, m=MOST_SMALL), " ", link(selection.with_(show="all"), t("show_all_courses", language, n=count))]


def more_rows(answer: Answer) -> list[Any]:
    """Where a panel is cut, how many rows are shown in all, and the way to all of them."""
    selection, (shown, rows) = answer.asked.selection, cut(answer.panels, MOST_ROWS)
    if choice(selection, "show") or rows == shown:
        return []
    language = selection.language
    everything = link(selection.with_(show="all"), t("show_all_rows", language, n=rows))
    return [t("first_rows", language, m=shown), " ", everything]


def credit(rows: Sequence[Row], language: Language) -> list[Any]:
    """The line of sources under the charts: it goes with every exported picture."""
    return marked(credit_words(rows, language), language)


def credit_words(rows: Sequence[Row], language: Language) -> str:
    reports = {(row.publisher, row.publisher_en, row.published): row for row in rows if row.publisher}.values()
    dated = [f"{publisher(row, language)} {published(row, language) if row.published else ''}".strip() for row in reports]
    names = list(dict.fromkeys(dated))
    if not names:
        return ""
    more = t("sources_more", language, n=len(names)) if len(names) > 3 else ""
    return t("sources_line", language, names=("；" if language == "zh" else "; ").join(names[:3])) + more
