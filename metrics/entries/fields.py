"""What a curated file may say, field by field: the one table that rules, handbook and schema share.

`PAIRING_FILE`, `SOURCE`, `SCOPE`, `FIGURE`, `METRIC` are the tables. A field has a kind, and a kind
turns a node into a value or raises the `Breach` of its rule.
"""

from ..figures.units import UNITS
from . import kinds
from .records import Field, Fields, nested

BASES = ("planned", "agreed", "allocated", "in-place", "spent", "completed", "unstated")
KINDS = ("total", "level", "rate")
PROGRAMMES = ("paired-assistance", "east-west")
THEMES = ("money", "projects", "people", "training", "work", "health", "education", "trade", "exchange")
TIERS = ("A", "B", "C")
SCRIPTS = ("zh-Hans", "zh-Hant", "en")
STATUSES = ("not-found", "not-applicable")
EXTENTS = ("part", "wider")

PLACE: Fields = {
    "zh": Field(kinds.text, True),
    "en": Field(kinds.text, True),
    "code": Field(kinds.division_code, True),
}
PAIRING_FILE: Fields = {
    "pairing": Field(kinds.word, True),
    "donor": Field(nested(PLACE), True),
    "recipient": Field(nested(PLACE), True),
    "province": Field(nested(PLACE), True),
    "programme": Field(kinds.one_of(PROGRAMMES), True),
    "since": Field(kinds.day),
    "scopes": Field(kinds.anything),
    "sources": Field(kinds.anything, True),
    "figures": Field(kinds.anything, True),
    "retired": Field(kinds.list_of(kinds.word)),
}
SCOPE: Fields = {
    "en": Field(kinds.text, True),
    "code": Field(kinds.division_code),
    "extent": Field(kinds.one_of(EXTENTS)),
}
SOURCE: Fields = {
    "title": Field(kinds.text),
    "publisher": Field(kinds.text, True),
    "published": Field(kinds.day),
    "url": Field(kinds.address),
    "archived": Field(kinds.address),
    "language": Field(kinds.one_of(SCRIPTS), True),
    "tier": Field(kinds.one_of(TIERS), True),
    "report": Field(kinds.text),
    "note": Field(kinds.bilingual),
}
FIGURE: Fields = {
    "id": Field(kinds.word, True),
    "stated": Field(kinds.text),
    "period": Field(kinds.period),
    "basis": Field(kinds.one_of(BASES)),
    "source": Field(kinds.word),
    "locator": Field(kinds.text),
    "kind": Field(kinds.one_of(KINDS)),
    "scope": Field(kinds.text),
    "label": Field(kinds.bilingual),
    "note": Field(kinds.bilingual),
    "value": Field(kinds.number),
    "low": Field(kinds.number),
    "high": Field(kinds.number),
    "unit": Field(kinds.one_of(tuple(UNITS))),
    "preferred": Field(kinds.flag),
    "reason": Field(kinds.bilingual),
    "status": Field(kinds.one_of(STATUSES)),
    "searched": Field(kinds.day),
}
METRIC: Fields = {
    "title": Field(kinds.bilingual, True),
    "definition": Field(kinds.bilingual, True),
    "theme": Field(kinds.one_of(THEMES), True),
    "units": Field(kinds.list_of(kinds.one_of(tuple(UNITS))), True),
    "kind": Field(kinds.one_of(KINDS), True),
    "bases": Field(kinds.list_of(kinds.one_of(BASES)), True),
    "core": Field(kinds.flag),
}
