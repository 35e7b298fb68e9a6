"""The table of the same figures: what the charts show, for reading, for keyboards and for paper."""

from typing import Any

import pandas as pd
from dash import html

from metrics.terms import TERMS, period_words
from metrics.words import Language

from .marks import counted, donor_and_recipient
from .numbers import reading
from .strings import t

COLUMNS = ("col_pairing", "col_stated", "col_reading", "col_period", "col_basis", "col_counted", "col_source")
SCRIPTS = {True: "en", False: "zh"}


def table(frame: pd.DataFrame, language: Language) -> html.Table | None:
    """One row a figure, in the order of the frame; None where there is none."""
    if not len(frame):
        return None
    head = html.Tr([html.Th(t(key, language), scope="col") for key in COLUMNS])
    return html.Table(
        [html.Thead(head), html.Tbody([row_of(row, language) for row in frame.itertuples()])],
        className="figures",
    )


def row_of(row: Any, language: Language) -> html.Tr:
    cells = [
        html.Th(donor_and_recipient(row, language), scope="row"),
        *(labelled(key, child, language) for key, child in zip(COLUMNS[1:], children(row, language), strict=True)),
    ]
    return html.Tr(cells, id=row.figure)


def children(row: Any, language: Language) -> list[Any]:
    if row.status != "reported":
        said = TERMS["status"][row.status].to(language) + (f" ({row.searched})" if row.searched else "")
        return [html.Em(said), "", "", "", counted(row, language), row.note if language == "zh" else row.note_en]
    return [
        html.Strong(row.stated, lang=SCRIPTS[row.stated.isascii()]),
        reading(row.qualifier, row.value, row.low, row.high, row.unit, language),
        period_words(row.period).to(language),
        TERMS["basis"][row.basis].to(language),
        counted(row, language) or html.Span(t("whole", language), className="faint"),
        source(row, language),
    ]


def labelled(key: str, child: Any, language: Language) -> html.Td:
    """A cell that names its column itself, for the narrow page where the head is not shown."""
    return html.Td(child, **{"data-label": t(key, language)})


def source(row: Any, language: Language) -> list[Any]:
    """Publisher with its link, date, tier, and where in the report."""
    named = html.Span(row.publisher, lang="zh")
    link = html.A(named, href=row.url, target="_blank", rel="noopener noreferrer") if row.url else named
    when = row.published or t("undated_source", language)
    return [link, html.Span(f" {when} · {row.tier} · {row.locator}", className="faint")]
