"""Figures, metrics and pairings -> JSON: a head that says what they are, then one record each, null where there is nothing."""

import json
from collections.abc import Iterator
from math import isnan

import pandas as pd

from ..catalog.catalog import Catalog
from ..entries.entries import Side
from .extract import Extract, head

PIECE = 4_096  # rows written at a time


def json_pieces(extract: Extract) -> Iterator[bytes]:
    """`{"metadata": …, "records": [{"figure": …}, …]}`, piece by piece."""
    yield f'{{"metadata": {to_json(extract.metadata)}, "records": ['.encode()
    for start in range(0, len(extract.frame), PIECE):
        listed = ",\n".join(to_json(one) for one in records(extract.frame.iloc[start : start + PIECE]))
        yield f"{',' if start else ''}\n{listed}".encode()
    yield b"\n]}\n"


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def records(frame: pd.DataFrame) -> Iterator[dict[str, object]]:
    columns = ([json_value(value) for value in frame[name].tolist()] for name in frame.columns)
    return (dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True))


def json_value(value: object) -> object:
    """A value as JSON has it: numbers with the digits of the CSV, days as text, the empty text as null."""
    if isinstance(value, float):
        rounded = value if isnan(value) else float(f"{value:.15g}")
        return None if isnan(value) else int(rounded) if rounded.is_integer() else rounded
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    return None if value is pd.NaT or value == "" else value


def metrics_json(catalog: Catalog, site: str = "") -> bytes:
    """Every metric with its definition, how many figures it has, and where they are."""
    counts = catalog.frame["metric"].value_counts()
    listed = [
        {
            "metric": one.id,
            "title": one.title._asdict(),
            "definition": one.definition._asdict(),
            "theme": one.theme,
            "units": one.units,
            "kind": one.kind,
            "bases": one.bases,
            "categories": {name: category.name._asdict() for name, category in one.categories.items()},
            "core": one.core,
            "figures": int(counts.get(one.id, 0)),
            "data": f"{site}/data.json?metric={one.id}&parts=1",
        }
        for one in catalog.metrics.values()
    ]
    return listing(catalog, site, listed)


def pairings_json(catalog: Catalog, site: str = "") -> bytes:
    """Every pairing, its two sides, and which metrics have figures of it."""
    counts: dict[str, dict[str, int]] = {}
    for (pairing, metric), number in catalog.frame.groupby(["pairing", "metric"], sort=False).size().items():
        counts.setdefault(pairing, {})[metric] = int(number)
    sources = catalog.frame[catalog.frame["source"] != ""].groupby("pairing", sort=False)["source"].nunique()
    listed = [
        {
            "pairing": one.id,
            **{side: side_record(getattr(one, side)) for side in ("donor", "recipient", "province")},
            "programme": one.programme,
            "level": one.level,
            "within": one.within,
            "since": one.since.text if one.since else None,
            "until": one.until.text if one.until else None,
            "figures": counts.get(one.id, {}),
            "sources": int(sources.get(one.id, 0)),
        }
        for one in catalog.pairings.values()
    ]
    return listing(catalog, site, listed)


def side_record(side: Side) -> dict[str, str]:
    return {**side.name._asdict(), "code": side.code}


def listing(catalog: Catalog, site: str, listed: object) -> bytes:
    return f"{json.dumps({'metadata': head(catalog, f'{site}/'), 'records': listed}, ensure_ascii=False, indent=1)}\n".encode()
