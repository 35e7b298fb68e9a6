"""Checked files as one frame: its columns, and what each figure says in them.

`COLUMNS` lists the frame's columns and dtypes. Rows stand in the order of pairings and, within one,
of the file. `value`, `low`, `high` are in base units; a bound is NaN where it is open.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from math import isfinite, nan

import numpy as np
import pandas as pd

from ..entries.entries import Figure, Pairing, PairingFile, Scope, reading_of
from ..entries.reference import References
from ..entries.sources import Source, host_of
from ..entries.vocabulary import Metric, Vocabulary
from ..figures.period import Period
from ..figures.stated import Reading
from ..words import Bilingual
from .columns import DESCRIBED, NOT_DERIVED

Row = dict[str, object]
DTYPES = {"text": "str", "number": "float64", "day": "datetime64[s]", "flag": "bool"}
COLUMNS = {name: DTYPES[one.type] for name, one in DESCRIBED.items() if one.empty is not NOT_DERIVED}
UNSAID = Bilingual("", "")
LATEST_CENSUS = date(2020, 11, 1)
MISSING: dict[str, object] = {"str": "", "float64": nan, "datetime64[s]": pd.NaT, "bool": False}
# Views take few rows of many columns: texts as Python has them are taken and listed twice as fast as texts in Arrow's buffers.
TEXT = pd.StringDtype("python", na_value=nan)


class Part:
    """Columns in which many figures say the same: `rows` are the different ones, `said` is which of them each figure says."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.said = array("i")
        self.known: dict[Hashable, int] = {}

    def add(self, key: Hashable, row: Callable[..., Row], *given: object) -> None:
        """What a figure says, as others of its key do: the `row` of what is given."""
        if key not in self.known:
            self.known[key] = len(self.rows)
            self.rows.append(row(*given))
        self.said.append(self.known[key])

    def columns(self) -> dict[str, pd.api.extensions.ExtensionArray]:
        names = {name for row in self.rows for name in row}
        return {name: column(name, [row.get(name, missing(name)) for row in self.rows]).take(self.said) for name in names}


class Rows:
    """The figures of checked files, as columns that grow."""

    def __init__(self) -> None:
        self.pairing, self.metric, self.scope, self.period, self.source = (Part() for _ in range(5))
        self.own: defaultdict[str, list[object]] = defaultdict(list)

    def add(self, file: PairingFile, named: Vocabulary, references: References) -> None:
        """The figures of a file in which nothing is wrong."""
        pairing = file.pairing
        if pairing is None:
            return
        for figure in file.figures:
            entry, metric = figure.record, named.metrics[figure.metric]
            category, scope, source = (entry.text(name) or "" for name in ("category", "scope", "source"))
            self.pairing.add(pairing.id, pairing_columns, pairing, named, references)
            self.metric.add((metric.id, category), metric_columns, metric, category)
            self.scope.add((pairing.id, scope), scope_columns, file.scopes.get(scope))
            self.period.add(figure.period and figure.period.text, period_columns, figure.period)
            self.source.add(source, source_columns, named.reports.get(source), named)
            for name, value in own_columns(figure, metric, pairing).items():
                self.own[name].append(value)

    def frame(self) -> pd.DataFrame:
        """All of them, and nothing is left here: else they would be there twice."""
        columns = {name: column(name, self.own.pop(name)) for name in list(self.own)}
        for part in (self.pairing, self.metric, self.scope, self.period, self.source):
            columns |= part.columns()
        return frame_of(columns)


def frame_of(columns: Mapping[str, pd.api.extensions.ExtensionArray | np.ndarray]) -> pd.DataFrame:
    """A frame of these columns; any that nobody gives is empty."""
    length = max(map(len, columns.values()), default=0)
    whole = {name: columns[name] if name in columns else column(name, [missing(name)] * length) for name in COLUMNS}
    return pd.DataFrame(whole, copy=False).set_axis(pd.Index(COLUMNS, dtype=TEXT), axis="columns")


def column(name: str, values: Sequence[object]) -> pd.api.extensions.ExtensionArray:
    return pd.array(values, dtype=TEXT if COLUMNS[name] == "str" else COLUMNS[name])


def missing(name: str) -> object:
    return MISSING[COLUMNS[name]]


def pairing_columns(pairing: Pairing, named: Vocabulary, references: References) -> Row:
    programme = named.programmes[pairing.programme].short if pairing.programme in named.programmes else Bilingual(*2 * [pairing.programme])
    census = references.residents_at(pairing.recipient.code, LATEST_CENSUS)
    return {
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


def metric_columns(metric: Metric, category: str) -> Row:
    name = metric.categories[category].name if category in metric.categories else UNSAID
    return {"metric": metric.id, "category": category, "category_zh": name.zh, "category_en": name.en}


def scope_columns(scope: Scope | None) -> Row:
    return {"scope": scope.name.zh, "scope_en": scope.name.en, "extent": scope.extent} if scope else {"extent": "whole"}


def own_columns(figure: Figure, metric: Metric, pairing: Pairing) -> Row:
    """What a figure says alone."""
    entry, status = figure.record, figure.record.text("status") or "reported"
    label, reason, note = (entry.words(name) or UNSAID for name in ("label", "reason", "note"))
    searched = entry.period("searched")
    return {
        "figure": f"{pairing.id}-{figure.id}",
        "stated": entry.text("stated") or "",
        "kind": entry.text("kind") or metric.kind,
        "basis": entry.text("basis") or "",
        "status": status,
        "preferred": entry.values.get("preferred") is True,
        "locator": entry.text("locator") or "",
        "note": note.zh,
        "note_en": note.en,
        "searched": searched.text if searched else "",
        "attribution": entry.text("attribution") or "",
        "begins_with": "pairing" if figure.begins_with_the_pairing else "",
        "label_zh": label.zh,
        "label_en": label.en,
        "reason_zh": reason.zh,
        "reason_en": reason.en,
        **number_columns(reading_of(figure) if status == "reported" else None),
    }


def number_columns(reading: Reading | None) -> Row:
    if reading is None:
        return {"unit": "", "value": nan, "low": nan, "high": nan, "qualifier": ""}
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
