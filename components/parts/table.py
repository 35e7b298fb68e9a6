"""The table of the same figures, as one piece of HTML: what the charts show, for reading, for keyboards and for paper."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from metrics.catalog.tuples import Row
from metrics.figures.terms import TERMS, period_words
from metrics.figures.units import unit_name
from metrics.selecting.selection import Selection, choice
from metrics.words import Language

from ..wording.addresses import localized
from ..wording.captions import attribution, counted, derivation, donor_and_recipient, place_in_report, published, publisher
from ..wording.escaped import Html, escape
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
    head = "".join(f'<th scope="col">{escape(t(key, language))}</th>' for key in columns)
    bodies = (body(own, columns, language, grouped=grouped) for own in together(shown, grouped=grouped))
    caption, key = escape(t("figures", language)), escape(t("table_key", language))
    made = f'<caption class="unseen">{caption}</caption><thead><tr>{head}</tr></thead>{"".join(bodies)}'
    rest = more(len(rows), selection) if len(shown) < len(rows) else ""
    return f'<table class="figures">{made}</table>{rest}<p class="faint">{key}</p>'


def body(rows: list[Row], columns: tuple[str, ...], language: Language, *, grouped: bool) -> Html:
    """Rows, under the pairing that they are of where they stand under one."""
    head = f'<tr class="group"><th colspan="{len(columns)}" scope="rowgroup">{pairing_link(rows[0], language)}</th></tr>' if grouped else ""
    return f"<tbody>{head}{''.join(row_of(row, columns, language) for row in rows)}</tbody>"


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


def pairing_link(row: Any, language: Language) -> Html:
    """The way to everything known of a pairing."""
    return link(localized(f"/p/{row.pairing}", language), escape(donor_and_recipient(row, language)))


def link(address: str, child: Html) -> Html:
    return f'<a href="{escape(address)}">{child}</a>'


def more(rows: int, selection: Selection) -> Html:
    """How many rows are shown, and the way to all of them."""
    address, language = "/" + selection.with_(show="all").to_search(), selection.language
    everything = f'<a class="view-link" href="{escape(address)}">{escape(t("show_all_rows", language, n=rows))}</a>'
    return f"<p>{escape(t('first_rows', language, m=MOST_ROWS))} {everything}</p>"


def row_of(row: Any, columns: tuple[str, ...], language: Language) -> Html:
    """A row, each cell of which names its column itself, for the narrow page where the head is not shown."""
    cells = children(row, language)
    listed = "".join(f'<td data-label="{escape(t(key, language))}">{cells[key]}</td>' for key in columns[1:])
    return f'<tr id="{escape(row.figure)}"><th scope="row">{pairing_link(row, language)}</th>{listed}</tr>'


def children(row: Any, language: Language) -> dict[str, Html]:
    """The cell of every column but the first."""
    if row.status != "reported":
        status = TERMS["status"][row.status].to(language) + (f" ({row.searched})" if row.searched else "")
        return dict.fromkeys((*COLUMNS, DERIVED), "") | {
            "col_stated": card_link(f"<em>{escape(status)}</em>", row, language),
            "col_period": escape(period_words(row.period).to(language) if row.period else ""),
            "col_counted": marked_html(counted(row, language), language),
            "col_source": escape(pick(row.note, row.note_en, language)),
        }
    stated = f'<strong lang="{SCRIPTS[row.stated.isascii()]}">{escape(row.stated)}</strong>'
    whole = marked_html(counted(row, language), language) or faint(escape(t("whole", language)))
    own = f'<span class="own">{escape(attribution(row, language))}</span>' if row.attribution else ""
    return {
        "col_stated": card_link(stated, row, language),
        "col_reading": escape(figure_words(row, language) if row.step_zh else read_as(row, language)),
        DERIVED: derived(row, language),
        "col_period": escape(period_words(row.period).to(language)),
        "col_basis": escape(TERMS["basis"][row.basis].to(language)),
        "col_counted": f"{whole}{own}",
        "col_source": source(row, language),
    }


def card_link(child: Html, row: Any, language: Language) -> Html:
    """The way to everything known of a figure; the keyboard's twin of its mark."""
    return link(localized(f"/f/{row.figure}", language), child)


def faint(child: Html) -> Html:
    return f'<span class="faint">{child}</span>'


def read_as(row: Any, language: Language) -> str:
    """The reading in full: in Chinese every digit, because the figure as printed has its 万 and 亿 already."""
    if language == "en":
        return reading(row.qualifier, row.value, row.low, row.high, row.unit, language)
    unit = "" if row.unit == "count" else unit_name(row.unit).zh
    if row.qualifier == "within":
        return f"{plain(row.low)}—{plain(row.high)}{unit}"
    return f"{SIGNS.get(row.qualifier, '')}{plain(row.value)}{unit}"


def derived(row: Any, language: Language) -> Html:
    """The step that was taken, leading to the figure that it used."""
    text = marked_html(derivation(row, language), language)
    return outside(row.input_url, text) if row.input_url else text


def outside(address: str, child: Html, *, copy: bool = False) -> Html:
    """A link that leaves the page; one to an aggregator's copy recommends it to no search engine."""
    return f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer{" nofollow" if copy else ""}">{child}</a>'


def source(row: Any, language: Language) -> Html:
    """Publisher with its link, the date, which leads to all that the report gave, tier, and where in the report."""
    name = publisher(row, language)
    named = f'<span lang="{SCRIPTS[name.isascii()]}">{escape(name)}</span>'
    day = link(localized(f"/r/{row.source}", language), escape(published(row, language)))
    where = faint(f"{day}{escape(f' · {row.tier} · {place_in_report(row, language)}')}")
    return f"{outside(row.url, named, copy=row.site == 'aggregator') if row.url else named} {where}"
