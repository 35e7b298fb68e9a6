"""Checked figures as one frame, indexed once, with the pairings, metrics and sources they name.

`COLUMNS` lists the frame's columns and dtypes. Rows stand in the order of pairings and, within one,
of the file. `value`, `low`, `high` are in base units; a bound is NaN where it is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from math import inf, isfinite, nan
from pathlib import Path

import numpy as np
import pandas as pd

from . import folder as folders
from .entries import Figure, Metric, Pairing, PairingFile, Scope, Source
from .interval import Interval
from .period import Period
from .problems import CuratedError
from .reference import References
from .stated import Qualifier, Reading, Unreadable

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
}
Row = dict[str, object]


@dataclass(frozen=True, eq=False)  # compared by identity, so that answers about one can be kept
class Catalog:
    """`frame` holds every figure; `index` the row positions of each metric and pairing."""

    frame: pd.DataFrame
    metrics: dict[str, Metric]
    pairings: dict[str, Pairing]
    sources: dict[str, dict[str, Source]]
    scopes: dict[str, dict[str, Scope]]
    references: References
    index: dict[tuple[str, str], np.ndarray]
    version: str

    @cached_property
    def printed(self) -> int:
        """How many figures of the frame a report prints: all but what was searched and not found, or does not apply."""
        return int((self.frame["status"] == "reported").sum())

    def rows(self, metric: str, pairings: tuple[str, ...]) -> pd.DataFrame:
        """The figures of a metric and some pairings, in the order of the pairings asked for."""
        found = [self.index[metric, pairing] for pairing in pairings if (metric, pairing) in self.index]
        return self.frame.take(np.concatenate(found) if found else np.empty(0, dtype=np.intp))


def load(path: Path) -> Catalog:
    """The checked catalog of a folder. Raises `CuratedError` with every problem."""
    folder = folders.read(path)
    if folder.problems:
        raise CuratedError(folder.problems)
    return build(folder)


def build(folder: folders.Folder) -> Catalog:
    """A catalog from a folder without problems."""
    frame = frame_of(row for file in folder.files.values() for row in rows_of(file, folder.metrics))
    pairings = {name: file.pairing for name, file in folder.files.items() if file.pairing}
    index = {key: np.sort(positions) for key, positions in frame.groupby(["metric", "pairing"], sort=False).indices.items()}
    return Catalog(
        frame,
        folder.metrics,
        pairings,
        {name: file.sources for name, file in folder.files.items()},
        {name: file.scopes for name, file in folder.files.items()},
        folder.references,
        index,
        version_of(frame, folder),
    )


def frame_of(rows: Iterator[Row]) -> pd.DataFrame:
    listed = list(rows)
    return pd.DataFrame({name: pd.array([row.get(name, MISSING[dtype]) for row in listed], dtype=dtype) for name, dtype in COLUMNS.items()})


MISSING: dict[str, object] = {"str": "", "float64": nan, "datetime64[s]": pd.NaT, "bool": False}


def version_of(frame: pd.DataFrame, folder: folders.Folder) -> str:
    """A short name for this content: it changes when any figure does, or what is said of metrics, pairings, sources, denominators."""
    said = [(file.pairing, file.scopes, file.sources) for file in folder.files.values()]
    content = frame.to_csv(index=False) + repr((folder.metrics, said, folder.references))
    return sha256(content.encode()).hexdigest()[:12]


def rows_of(file: PairingFile, metrics: dict[str, Metric]) -> Iterator[Row]:
    pairing = file.pairing
    if pairing is None:
        return
    shared: Row = {
        "pairing": pairing.id,
        "donor_zh": pairing.donor.name.zh,
        "donor_en": pairing.donor.name.en,
        "recipient_zh": pairing.recipient.name.zh,
        "recipient_en": pairing.recipient.name.en,
        "programme": pairing.programme,
    }
    for figure in file.figures:
        yield shared | row_of(figure, metrics[figure.metric], file)


def row_of(figure: Figure, metric: Metric, file: PairingFile) -> Row:
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
    }
    for name, words in (("label", figure.words("label")), ("reason", figure.words("reason"))):
        row |= {f"{name}_zh": words.zh if words else "", f"{name}_en": words.en if words else ""}
    note = figure.words("note")
    row |= {"note": note.zh if note else "", "note_en": note.en if note else ""}
    row |= period_columns(figure.period) | source_columns(file.sources.get(entry.text("source") or ""))
    return row | (number_columns(reading_of(figure)) if status == "reported" else {})


def entry_prefix(file: PairingFile) -> str:
    return file.pairing.id if file.pairing else ""


def reading_of(figure: Figure) -> Reading:
    """What the figure says, or what the curator says that it says."""
    try:
        return figure.read()
    except Unreadable:
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


def source_columns(source: Source | None) -> Row:
    if source is None:
        return {}
    return {
        "source": source.id,
        "title": source.title or "",
        "publisher": source.publisher,
        "published": source.published.text if source.published else "",
        "tier": source.tier,
        "url": source.url or "",
        "archived": source.archived or "",
    }
