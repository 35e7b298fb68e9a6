"""The table of the same figures: what the charts show, for reading, for keyboards and for paper."""

from typing import Any

import pandas as pd
from dash import html

from metrics.catalog.tuples import each
from metrics.figures.terms import TERMS, period_words
from metrics.figures.units import unit_name
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..wording.captions import counted, derivation, donor_and_recipient, place_in_report
from ..wording.numbers import SIGNS, figure_words, pick, plain, reading
from ..wording.strings import t
from .marked import marked

DERIVED = "col_derivation"
COLUMNS = ("col_pairing", "col_stated", "col_reading", "col_period", "col_basis", "col_counted", "col_source")
SCRIPTS = {True: "en", False: "zh"}


def table(frame: pd.DataFrame, language: Language) -> html.Table | None:
    """One row a figure, in the order of the frame; None where there is none."""
    if not len(frame):
        return None
    columns = COLUMNS if (frame["step_zh"] == "").all() else (*COLUMNS[:3], DERIVED, *COLUMNS[3:])
    head = html.Tr([html.Th(t(key, language), scope="col") for key in columns])
    return html.Table(
        [html.Thead(head), html.Tbody([row_of(row, columns, language) for row in each(frame)])],
        className="figures",
    )


def row_of(row: Any, columns: tuple[str, ...], language: Language) -> html.Tr:
    cells = [
        html.Th(donor_and_recipient(row, language), scope="row"),
        *(labelled(key, child, language) for key, child in children(row, language).items() if key in columns),
    ]
    return html.Tr(cells, id=row.figure)


def children(row: Any, language: Language) -> dict[str, Any]:
    """The cell of every column but the first."""
    if row.status != "reported":
        said = TERMS["status"][row.status].to(language) + (f" ({row.searched})" if row.searched else "")
        return dict.fromkeys(COLUMNS[1:], "") | {
            "col_stated": card_link(html.Em(said), row, language),
            "col_counted": marked(counted(row, language), language),
            "col_source": pick(row.note, row.note_en, language),
        }
    return {
        "col_stated": card_link(html.Strong(row.stated, lang=SCRIPTS[row.stated.isascii()]), row, language),
        "col_reading": figure_words(row, language) if row.step_zh else read_as(row, language),
        DERIVED: derived(row, language),
        "col_period": period_words(row.period).to(language),
        "col_basis": TERMS["basis"][row.basis].to(language),
        "col_counted": marked(counted(row, language), language) or html.Span(t("whole", language), className="faint"),
        "col_source": source(row, language),
    }


def card_link(child: Any, row: Any, language: Language) -> html.A:
    """The way to everything known of a figure; the keyboard's twin of its mark."""
    return html.A(child, href=f"/f/{row.figure}{Selection(lang=language).to_search()}")


def read_as(row: Any, language: Language) -> str:
    """The reading in full: in Chinese every digit, because the figure as printed has its 万 and 亿 already."""
    if language == "en":
        return reading(row.qualifier, row.value, row.low, row.high, row.unit, language)
    unit = "" if row.unit == "count" else unit_name(row.unit).zh
    if row.qualifier == "within":
        return f"{plain(row.low)}—{plain(row.high)}{unit}"
    return f"{SIGNS.get(row.qualifier, '')}{plain(row.value)}{unit}"


def derived(row: Any, language: Language) -> Any:
    """The step that was taken, leading to the figure that it used."""
    text = marked(derivation(row, language), language)
    return html.A(text, href=row.input_url, target="_blank", rel="noopener noreferrer") if row.input_url else text


def labelled(key: str, child: Any, language: Language) -> html.Td:
    """A cell that names its column itself, for the narrow page where the head is not shown."""
    return html.Td(child, **{"data-label": t(key, language)})


def source(row: Any, language: Language) -> list[Any]:
    """Publisher with its link, date, tier, and where in the report."""
    named = html.Span(row.publisher, lang=SCRIPTS[row.publisher.isascii()])
    link = html.A(named, href=row.url, target="_blank", rel="noopener noreferrer") if row.url else named
    when = row.published or t("undated_source", language)
    return [link, html.Span(f" {when} · {row.tier} · {place_in_report(row, language)}", className="faint")]
