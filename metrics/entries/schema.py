"""The tables of `fields` -> JSON Schemas (2020-12), by which editors complete and explain a pairing's file and one of reports.

Each accepts whatever the strict reader accepts. Loaders turn plain scalars into numbers and truth values, so
text may be any of them here; what only the reader can see (the grammar, names that are declared, figures
that can be read) is left to `check`. Descriptions are the handbook's own.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..figures.period import EARLIEST, LATEST, SINCE, UNSTATED
from .fields import FIGURE, PAIRING_FILE, SCOPE, SOURCE
from .kinds import Kind
from .records import Fields, Nested
from .vocabulary import Metric

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCALAR = ["string", "number", "boolean"]  # what loaders make of text without quotes

YEAR = "(19(49|[5-9][0-9])|20[0-9]{2}|2100)"
DAY = f"{YEAR}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
PERIOD = rf"{UNSTATED}|{DAY}|{DAY}/{DAY}|(\.\.|{SINCE})/{DAY}|{DAY}/\.\."
YEARS: Schema = {"type": ["string", "integer"], "minimum": EARLIEST, "maximum": LATEST}

# Kinds whose schema says too little, or forgets what loaders do. Keywords for text and for numbers mind only their own.
LOADED: dict[str, Schema] = {
    "text": {"type": SCALAR, "minLength": 1},
    "name": {"type": SCALAR, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 60},
    "true/false": {"enum": [True, False, "true", "false"]},
    "date": {**YEARS, "pattern": f"^({DAY})$"},
    "date of publication": {**YEARS, "pattern": rf"^({DAY})(/\.\.)?$"},
    "web address": {"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"},
    "period": {**YEARS, "pattern": f"^({PERIOD})$"},
    "GB/T 2260 code": {"type": ["string", "integer"], "pattern": "^[1-9][0-9]{5}$", "minimum": 100000, "maximum": 999999},
}
LISTED: Schema = {"type": "array", "items": {"$ref": "#/$defs/figure"}}
HANDBOOK_TABLES = {"A pairing": "pairing", "A scope": "scope", "A report": "source", "A figure": "figure"}  # its headings -> names here
HEADING = re.compile(r"^## (.+)$|^\| ((?:`\w+`(?:, )?)+) \|[^|]*\| (.+) \|$", re.MULTILINE)

# What `reports_are_cited`, `nothing_is_explained`, `searches_are_for_what_was_not_found` and `preferences_have_a_reason` ask.
FIGURE_ASKS: list[Schema] = [
    {"if": {"not": {"required": ["status"]}}, "then": {"required": ["stated", "period", "basis", "source", "locator"]}},
    {
        "if": {"required": ["status"]},
        "then": {"not": {"anyOf": [{"required": [name]} for name in ("stated", "value", "low", "high", "preferred")]}},
    },
    {"if": {"properties": {"status": {"const": "not-found"}}, "required": ["status"]}, "then": {"required": ["searched"]}},
    {"if": {"properties": {"status": {"const": "not-applicable"}}, "required": ["status"]}, "then": {"required": ["note"]}},
    {"if": {"required": ["searched"]}, "then": {"properties": {"status": {"const": "not-found"}}, "required": ["status"]}},
    {"if": {"properties": {"preferred": {"enum": [True, "true"]}}, "required": ["preferred"]}, "then": {"required": ["reason"]}},
]

SOURCE_ASKS: list[Schema] = [  # what `copies_are_not_linked` asks
    {"if": {"properties": {"copy": {"enum": [True, "true"]}}, "required": ["copy"]}, "then": {"not": {"required": ["url"]}}},
]


def text(made: Schema) -> str:
    """A schema as it is committed."""
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def schema_of_reports(handbook: str = "") -> Schema:
    """The schema of a file of reports: ids to reports, and nothing else."""
    return {
        "$schema": DIALECT,
        "title": "报告文件 a file of reports",
        "$comment": "python -m metrics schema --of reports --write curated/reports.schema.json",
        "type": "object",
        "propertyNames": LOADED["name"] | {"type": "string"},
        "additionalProperties": {"$ref": "#/$defs/source"},
        "$defs": {"source": of_source(descriptions(handbook))},
    }


def of_source(texts: Mapping[str, Mapping[str, str]]) -> Schema:
    return {**table(SOURCE, texts.get("source", {})), "allOf": SOURCE_ASKS}


def schema(metrics: Iterable[Metric], handbook: str = "") -> Schema:
    """The schema of a pairing's file. Metrics and categories are for completion: one that is not among them is left to `check`."""
    texts = descriptions(handbook)
    head = properties(PAIRING_FILE, texts.get("pairing", {}))
    return {
        "$schema": DIALECT,
        "title": "结对文件 a pairing's file",
        "$comment": "python -m metrics schema --write curated/schema.json",
        **table(PAIRING_FILE, {}),
        "properties": {
            **head,
            "scopes": {**head["scopes"], "additionalProperties": {"$ref": "#/$defs/scope"}},
            "sources": {**head["sources"], "additionalProperties": {"$ref": "#/$defs/source"}},
            "figures": {**head["figures"], "properties": {one.id: of_metric(one) for one in metrics}, "additionalProperties": LISTED},
        },
        "$defs": {
            "scope": table(SCOPE, texts.get("scope", {})),
            "source": of_source(texts),
            "figure": {**table(FIGURE, texts.get("figure", {})), "allOf": FIGURE_ASKS},
        },
    }


def of_metric(metric: Metric) -> Schema:
    """The figures of a metric, which may be of one of its categories."""
    named = [{"const": name, "description": "\n".join(one.name)} for name, one in metric.categories.items()]
    offered: Schema = {"type": "object", "properties": {"category": {"anyOf": [*named, of_kind(FIGURE["category"].kind)]}}}
    items: Schema = {"items": {"allOf": [LISTED["items"], offered]}} if named else {}
    return {**LISTED, **items, "description": "\n".join([*metric.title, *metric.definition])}


def table(fields: Fields, texts: Mapping[str, str]) -> Schema:
    """A mapping with these fields and no other."""
    required = [name for name, field in fields.items() if field.required]
    return {"type": "object", "properties": properties(fields, texts), "required": required, "additionalProperties": False}


def properties(fields: Fields, texts: Mapping[str, str]) -> Schema:
    return {name: {**of_kind(field.kind), **({"description": texts[name]} if name in texts else {})} for name, field in fields.items()}


def of_kind(kind: Kind) -> Schema:
    """A kind's schema, as its values come out of a loader."""
    if isinstance(kind, Nested):
        return table(kind.fields, {})
    return LOADED.get(kind.name) or {name: loaded(part) for name, part in kind.schema.items()}


def loaded(part: object) -> object:
    """Part of a kind's schema; text within it may come as any scalar."""
    if isinstance(part, Mapping):
        inner = {name: loaded(value) for name, value in part.items()}
        return {**inner, "type": SCALAR} if inner.get("type") == "string" else inner
    return part


def descriptions(handbook: str) -> dict[str, dict[str, str]]:
    """What the handbook's tables say of each field: `{"figure": {"stated": …}}`."""
    found: dict[str, dict[str, str]] = {}
    heading = ""
    for title, names, words in HEADING.findall(handbook):
        heading = HANDBOOK_TABLES.get(title, "") if title else heading
        for name in re.findall(r"`(\w+)`", names) if heading else ():
            found.setdefault(heading, {})[name] = words.replace("`", "")
    return found
