"""The table of the same figures, as one piece of HTML: what the charts show, for reading, for keyboards and for paper."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import htpy

from metrics.catalog.tuples import Row
from metrics.figures.terms import TERMS, period_words
from metrics.figures.units import unit_name
from metrics.selecting.selection import Selection, choice
from metrics.words import Language

from ..wording.addresses import localized
from ..wording.captions import attribution, counted, derivation, donor_and_recipient, place_in_report, published, publisher
from ..wording.numbers import SIGNS, figure_words, pick, plain, reading
from ..wording.strings import t
from .marked import marked_html

MOST_ROWS = 20
DERIVED = "col_derivation"
COLUMNS = ("col_pairing", "col_stated", "col_reading", "col_period", "col_basis", "col_counted", "col_source")
PARTED = ("pairing", "category", "scope")  # by what rows stand together
SCRIPTS = {True: "en", False: "zh"}


def table(rows: Sequence[Row], selection: Selection) -> str:
    """One row a figure, in their order, the first of many unless all are asked for; empty where there is none.

    With parts the rows stand under their pairing, and within it by what they count and of which part.
    """
    language = selection.language
    if not rows:
        return ""
    grouped = any(row.extent != "whole" for row in rows)
    ordered = by_part(rows) if grouped else rows
    shown = ordered if choice(selection, "show") else ordered[:MOST_ROWS]
    columns = (*COLUMNS[:3], DERIVED, *COLUMNS[3:]) if any(row.step_zh for row in rows) else COLUMNS
    head = htpy.tr[(htpy.th(scope="col")[t(key, language)] for key in columns)]
    bodies = [
        htpy.tbody[group_head(own[0], len(columns), language) if grouped else None, (row_of(row, columns, language) for row in own)]
        for own in together(shown, grouped=grouped)
    ]
    made = htpy.table(".figures")[htpy.caption(".unseen")[t("figures", language)], htpy.thead[head], bodies]
    key = htpy.p(".faint")[t("table_key", language)]
    return str(htpy.fragment[made, more(len(rows), selection) if len(shown) < len(rows) else None, key])


def by_part(rows: Sequence[Row]) -> list[Row]:
    """The rows of each pairing by category, the metric as such first, then by part, the whole first; both as they first come."""
    places: dict[tuple[str, str, str], int] = {}
    for row in rows:
        for name in PARTED:
            value = getattr(row, name)
            places.setdefault((name, row.pairing, value), len(places) if value else -1)
    return sorted(rows, key=lambda row: [places[name, row.pairing, getattr(row, name)] for name in PARTED])


def together(rows: Sequence[Row], *, grouped: bool) -> list[list[Row]]:
    """The rows of each pairing, where they are to stand together; else all of them."""
    return [list(group) for _, group in groupby(rows, key=lambda row: row.pairing)] if grouped else [list(rows)]


def group_head(row: Any, columns: int, language: Language) -> htpy.Element:
    return htpy.tr(".group")[htpy.th(colspan=columns, scope="rowgroup")[pairing_link(row, language)]]


def pairing_link(row: Any, language: Language) -> htpy.Element:
    """The way to everything known of a pairing."""
    return htpy.a(href=localized(f"/p/{row.pairing}", language))[donor_and_recipient(row, language)]


def more(rows: int, selection: Selection) -> htpy.Element:
    """How many rows are shown, and the way to all of them."""
    language = selection.language
    everything = htpy.a(".view-link", href="/" + selection.with_(show="all").to_search())[t("show_all_rows", language, n=rows)]
    return htpy.p[t("first_rows", language, m=MOST_ROWS), " ", everything]


def row_of(row: Any, columns: tuple[str, ...], language: Language) -> htpy.Element:
    cells = (labelled(key, child, language) for key, child in children(row, language).items() if key in columns)
    return htpy.tr(id=row.figure)[htpy.th(scope="row")[pairing_link(row, language)], cells]


def children(row: Any, language: Language) -> dict[str, htpy.Node]:
    """The cell of every column but the first."""
    if row.status != "reported":
        status = TERMS["status"][row.status].to(language) + (f" ({row.searched})" if row.searched else "")
        return dict.fromkeys(COLUMNS[1:], "") | {
            "col_stated": card_link(htpy.em[status], row, language),
            "col_period": period_words(row.period).to(language) if row.period else "",
            "col_counted": marked_html(counted(row, language), language),
            "col_source": pick(row.note, row.note_en, language),
        }
    return {
        "col_stated": card_link(htpy.strong(lang=SCRIPTS[row.stated.isascii()])[row.stated], row, language),
        "col_reading": figure_words(row, language) if row.step_zh else read_as(row, language),
        DERIVED: derived(row, language),
        "col_period": period_words(row.period).to(language),
        "col_basis": TERMS["basis"][row.basis].to(language),
        "col_counted": [
            marked_html(counted(row, language), language) or htpy.span(".faint")[t("whole", language)],
            htpy.span(".own")[attribution(row, language)] if row.attribution else "",
        ],
        "col_source": source(row, language),
    }


def card_link(child: htpy.Node, row: Any, language: Language) -> htpy.Element:
    """The way to everything known of a figure; the keyboard's twin of its mark."""
    return htpy.a(href=localized(f"/f/{row.figure}", language))[child]


def read_as(row: Any, language: Language) -> str:
    """The reading in full: in Chinese every digit, because the figure as printed has its 万 and 亿 already."""
    if language == "en":
        return reading(row.qualifier, row.value, row.low, row.high, row.unit, language)
    unit = "" if row.unit == "count" else unit_name(row.unit).zh
    if row.qualifier == "within":
        return f"{plain(row.low)}—{plain(row.high)}{unit}"
    return f"{SIGNS.get(row.qualifier, '')}{plain(row.value)}{unit}"


def derived(row: Any, language: Language) -> htpy.Node:
    """The step that was taken, leading to the figure that it used."""
    text = marked_html(derivation(row, language), language)
    return outside(row.input_url)[text] if row.input_url else text


def outside(address: str, *, copy: bool = False) -> htpy.Element:
    """A link that leaves the page, empty yet; one to an aggregator's copy recommends it to no search engine."""
    return htpy.a(href=address, target="_blank", rel="noopener noreferrer nofollow" if copy else "noopener noreferrer")


def labelled(key: str, child: htpy.Node, language: Language) -> htpy.Element:
    """A cell that names its column itself, for the narrow page where the head is not shown."""
    return htpy.td(data_label=t(key, language))[child]


def source(row: Any, language: Language) -> list[htpy.Node]:
    """Publisher with its link, the date, which leads to all that the report gave, tier, and where in the report."""
    name = publisher(row, language)
    named = htpy.span(lang=SCRIPTS[name.isascii()])[name]
    day = htpy.a(href=localized(f"/r/{row.source}", language))[published(row, language)]
    where = f" · {row.tier} · {place_in_report(row, language)}"
    return [outside(row.url, copy=row.site == "aggregator")[named] if row.url else named, " ", htpy.span(".faint")[day, where]]
