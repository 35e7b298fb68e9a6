"""Checked files as one frame: its columns, and the row of each figure.

`COLUMNS` lists the frame's columns and dtypes. Rows stand in the order of pairings and, within one,
of the file. `value`, `low`, `high` are in base units; a bound is NaN where it is open.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from math import inf, isfinite, nan

import numpy as np
import pandas as pd

from ..entries.entries import Figure, PairingFile
from ..entries.reference import References
from ..entries.sources import Source, host_of
from ..entries.vocabulary import Vocabulary
from ..figures.interval import Interval
from ..figures.period import Period
from ..figures.stated import Qualifier, Reading
from ..words import Bilingual

COLUMNS: dict[str, str] = {
    "figure": "str",
    "pairing": "str",
    "donor_zh": "str",
    "donor_en": "str",
    "recipient_zh": "str",
    "recipient_en": "str",
    "programme": "str",
    "metric": "str",
    "stated": "str",
    "unit": "str",
    "value": "float64",
    "low": "float64",
    "high": "float64",
    "qualifier": "str",
    "period_start": "datetime64[s]",
    "period_end": "datetime64[s]",
    "kind": "str",
    "basis": "str",
    "scope": "str",
    "status": "str",
    "preferred": "bool",
    "source": "str",
    "title": "str",
    "publisher": "str",
    "published": "str",
    "tier": "str",
    "url": "str",
    "locator": "str",
    "note": "str",
    "period": "str",
    "label_zh": "str",
    "label_en": "str",
    "scope_en": "str",
    "extent": "str",
    "note_en": "str",
    "reason_zh": "str",
    "reason_en": "str",
    "archived": "str",
    "searched": "str",
    "category": "str",
    "category_zh": "str",
    "category_en": "str",
    "attribution": "str",
    "begins_with": "str",
    "programme_zh": "str",
    "programme_en": "str",
    "level": "str",
    "within": "str",
    "residents": "float64",
    "report": "str",
    "read": "str",
    "publisher_en": "str",
    "original": "str",
    "site": "str",
}
Row = dict[str, object]
LATEST_CENSUS = date(2020, 11, 1)
MISSING: dict[str, object] = {"str": "", "float64": nan, "datetime64[s]": pd.NaT, "bool": False}
# Views take few rows of many columns: texts as Python has them are taken and listed twice as fast as texts in Arrow's buffers.
TEXT = pd.StringDtype("python", na_value=nan)


def frame_of(rows: Iterator[Row]) -> pd.DataFrame:
    listed = list(rows)
    return frame_with({name: column(name, dtype, listed) for name, dtype in COLUMNS.items()})


def frame_with(columns: Mapping[str, pd.api.extensions.ExtensionArray | np.ndarray]) -> pd.DataFrame:
    return pd.DataFrame(columns).set_axis(pd.Index(COLUMNS, dtype=TEXT), axis="columns")


def column(name: str, dtype: str, rows: list[Row]) -> pd.api.extensions.ExtensionArray:
    values = [row.get(name, MISSING[dtype]) for row in rows]
    return pd.array(values, dtype=TEXT if dtype == "str" else dtype)


def rows_of(file: PairingFile, named: Vocabulary, references: References) -> Iterator[Row]:
    pairing = file.pairing
    if pairing is None:
        return
    programme = named.programmes[pairing.programme].short if pairing.programme in named.programmes else Bilingual(*2 * [pairing.programme])
    census = references.residents_at(pairing.recipient.code, LATEST_CENSUS)
    shared: Row = {
        "pairing": pairing.id,
        "donor_zh": pairing.donor.name.zh,
        "donor_en": pairing.donor.name.en,
        "recipient_zh": pairing.recipient.name.zh,
        "recipient_en": pairing.recipient.name.en,
        "programme": pairing.programme,
        "programme_zh": programme.zh,
        "programme_en": programme.en,
        "level": pairing.level,
        "within": " ".join(pairing.within),
        "residents": census.value if census else nan,
    }
    for figure in file.figures:
        yield shared | row_of(figure, named, file)


def row_of(figure: Figure, named: Vocabulary, file: PairingFile) -> Row:
    metric = named.metrics[figure.metric]
    category = metric.categories.get(figure.record.text("category") or "")
    entry, status = figure.record, figure.record.text("status") or "reported"
    scope = file.scopes.get(entry.text("scope") or "")
    searched = entry.values.get("searched")
    row: Row = {
        "figure": f"{entry_prefix(file)}-{figure.id}",
        "metric": figure.metric,
        "stated": entry.text("stated") or "",
        "kind": entry.text("kind") or metric.kind,
        "basis": entry.text("basis") or "",
        "scope": entry.text("scope") or "",
        "scope_en": scope.name.en if scope else "",
        "extent": scope.extent if scope else "whole",
        "status": status,
        "preferred": entry.values.get("preferred") is True,
        "locator": entry.text("locator") or "",
        "searched": searched.text if isinstance(searched, Period) else "",
        "category": entry.text("category") or "",
        "attribution": entry.text("attribution") or "",
        "begins_with": "pairing" if figure.begins_with_the_pairing else "",
    }
    texts = {"label": entry.words("label"), "reason": entry.words("reason"), "category": category.name if category else None}
    for name, words in texts.items():
        row |= {f"{name}_zh": words.zh if words else "", f"{name}_en": words.en if words else ""}
    note = entry.words("note")
    row |= {"note": note.zh if note else "", "note_en": note.en if note else ""}
    row |= period_columns(figure.period) | source_columns(named.reports.get(entry.text("source") or ""), named)
    return row | (number_columns(reading_of(figure)) if status == "reported" else {})


def entry_prefix(file: PairingFile) -> str:
    return file.pairing.id if file.pairing else ""


def reading_of(figure: Figure) -> Reading:
    """What the figure says, or what the curator says that it says."""
    if figure.reading:
        return figure.reading
    low, value, high = (figure.number(name) for name in ("low", "value", "high"))
    drawn = next(number for number in (value, low, high) if number is not None)
    if value is not None and low is None and high is None:
        low = high = value
    interval = Interval(-inf if low is None else low, inf if high is None else high)
    qualifier: Qualifier = (
        "exact" if interval.low == interval.high else "within" if interval.bounded else "under" if low is None else "over"
    )
    return Reading(qualifier, drawn, interval, figure.record.text("unit") or "")


def number_columns(reading: Reading) -> Row:
    low, high = reading.interval.low, reading.interval.high
    return {
        "unit": reading.unit,
        "value": reading.value,
        "low": low if isfinite(low) else nan,
        "high": high if isfinite(high) else nan,
        "qualifier": reading.qualifier,
    }


def period_columns(period: Period | None) -> Row:
    if period is None:
        return {}
    return {
        "period": period.text,
        "period_start": pd.NaT if period.start is None else pd.Timestamp(period.start),
        "period_end": pd.NaT if period.end is None else pd.Timestamp(period.end),
    }


def source_columns(source: Source | None, named: Vocabulary) -> Row:
    if source is None:
        return {}
    host = host_of(source.url, named.hosts) if source.url else None
    return {
        "source": source.id,
        "title": source.title or "",
        "publisher": source.publisher,
        "published": source.published.text if source.published else "",
        "tier": source.tier,
        "url": source.url or "",
        "archived": source.archived or "",
        "report": source.id,
        "read": source.read,
        "publisher_en": named.publishers.get(source.publisher, source.publisher),
        "original": source.original or "",
        "site": "unrelated" if source.copied else host.kind if host else "",
    }
