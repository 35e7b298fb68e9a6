"""`datapackage.json`: what programs must know of the files beside it (Data Package v2, datapackage.org)."""

import json
from collections.abc import Mapping

import pandas as pd

from ..catalog.columns import SOURCE, Column, described
from ..figures.terms import TERMS
from ..words import Bilingual
from .extract import AUTHORS, LICENCE, TITLE, Extract

PROFILE = "https://datapackage.org/profiles/2.0/"
TYPES = {"text": "string", "number": "number", "day": "date", "flag": "boolean"}
CODED = ("qualifier", "kind", "basis", "status", "tier", "extent", "level", "read", "attribution")


def datapackage(extract: Extract, sources: pd.DataFrame) -> str:
    frame = extract.frame
    data = {str(name): described(frame[name]) for name in frame.columns}
    labels = {name: TERMS[name] for name in CODED} | {
        "metric": {name: metric.title for name, metric in extract.catalog.metrics.items()},
        "programme": {name: programme.name for name, programme in extract.catalog.programmes.items()},
        "pairing": {name: pairing.name for name, pairing in extract.catalog.pairings.items()},
    }
    described_package = {
        "$schema": f"{PROFILE}datapackage.json",
        "name": "paired-assistance",
        "title": both(TITLE),
        "version": extract.catalog.version,
        **({"homepage": extract.address} if extract.address.startswith("http") else {}),
        "filters": extract.filters,
        "contributors": [{"title": AUTHORS, "roles": ["author"]}],
        "licenses": [{"name": LICENCE["id"], "title": LICENCE["name"], "path": LICENCE["url"]}],
        "sources": cited(sources),
        "resources": [
            resource("data", data, labels, {"primaryKey": ["figure"]}),
            resource("sources", SOURCE, {"tier": TERMS["tier"]}, {}),
        ],
    }
    return json.dumps(described_package, ensure_ascii=False, indent=2) + "\n"


def both(words: Bilingual) -> str:
    return f"{words.zh} / {words.en}"


def cited(sources: pd.DataFrame) -> list[dict[str, str]]:
    """Each report once, by its title or, where it has none, its publisher."""
    listed = [{"title": row.title or row.publisher, **({"path": row.url} if row.url else {})} for row in sources.itertuples()]
    return [one for place, one in enumerate(listed) if one not in listed[:place]]


Labels = Mapping[str, Mapping[str, Bilingual]]


def resource(name: str, columns: Mapping[str, Column], labels: Labels, keys: dict[str, list[str]]) -> dict[str, object]:
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"$schema": f"{PROFILE}tabledialect.json", "delimiter": ",", "lineTerminator": "\r\n"},
        "schema": {
            "$schema": f"{PROFILE}tableschema.json",
            **keys,
            "fields": [field(column, one, labels.get(column, {})) for column, one in columns.items()],
        },
    }


def field(name: str, column: Column, labels: Mapping[str, Bilingual]) -> dict[str, object]:
    """One column: `missingValues` says what its empty cell means, `categories` what its codes are called."""
    made: dict[str, object] = {"name": name, "type": TYPES[column.type], "description": both(column.words)}
    made |= {"missingValues": [{"value": "", "label": both(column.empty)}]} if column.empty else {"constraints": {"required": True}}
    if labels:
        made["categories"] = [{"value": code, "label": both(words)} for code, words in labels.items() if code]
    return made
