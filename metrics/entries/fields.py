"""What a curated file may say, field by field: the one table that rules, handbook and schema share.

`PAIRING_FILE`, `SOURCE`, `SCOPE`, `FIGURE`, `METRIC`, `CATEGORY`, `PROGRAMME`, `HOST` are the tables. A field has a kind, and a
kind turns a node into a value or raises the `Breach` of its rule.
"""

from ..figures.units import UNITS
from . import kinds
from .records import Field, Fields, nested

BASES = ("planned", "agreed", "allocated", "in-place", "spent", "completed", "unstated")
KINDS = ("total", "level", "rate")
THEMES = ("money", "projects", "people", "training", "work", "health", "education", "trade", "exchange")
TIERS = ("A", "B", "C")
SCRIPTS = ("zh-Hans", "zh-Hant", "en", "de", "fr", "ha", "ja", "pt")
STATUSES = ("not-found", "not-applicable")
EXTENTS = ("part", "wider")
LEVELS = ("national", "province", "prefecture", "county")  # of a recipient
READ = ("whole", "digest")  # how much of a report was read
HOSTS = ("official", "publisher", "established", "aggregator")  # whose sites may be linked; a copy on any other is not
ATTRIBUTIONS = ("recipient",)

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
    "programme": Field(kinds.word, True),
    "since": Field(kinds.day),
    "until": Field(kinds.day),
    "level": Field(kinds.one_of(LEVELS)),
    "within": Field(kinds.list_of(kinds.word)),
    "source": Field(kinds.word),
    "scopes": Field(kinds.anything),
    "sources": Field(kinds.anything),
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
    "published": Field(kinds.publication),
    "url": Field(kinds.address),
    "original": Field(kinds.address),
    "archived": Field(kinds.address),
    "copy": Field(kinds.flag),
    "language": Field(kinds.one_of(SCRIPTS), True),
    "tier": Field(kinds.one_of(TIERS), True),
    "read": Field(kinds.one_of(READ)),
    "readings": Field(kinds.list_of(kinds.day)),
    "text": Field(kinds.text),
    "note": Field(kinds.bilingual),
    "unused": Field(kinds.bilingual),
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
    "category": Field(kinds.word),
    "label": Field(kinds.bilingual),
    "attribution": Field(kinds.one_of(ATTRIBUTIONS)),
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
CATEGORY: Fields = {
    "zh": Field(kinds.text, True),
    "en": Field(kinds.text, True),
    "units": Field(kinds.list_of(kinds.one_of(tuple(UNITS)))),
}
METRIC: Fields = {
    "title": Field(kinds.bilingual, True),
    "definition": Field(kinds.bilingual, True),
    "theme": Field(kinds.one_of(THEMES), True),
    "units": Field(kinds.list_of(kinds.one_of(tuple(UNITS))), True),
    "kind": Field(kinds.one_of(KINDS), True),
    "bases": Field(kinds.list_of(kinds.one_of(BASES)), True),
    "core": Field(kinds.flag),
    "words": Field(kinds.list_of(kinds.text)),
    "categories": Field(kinds.anything),
}
PROGRAMME: Fields = {
    "name": Field(kinds.bilingual, True),
    "short": Field(kinds.bilingual, True),
    "since": Field(kinds.day),
    "until": Field(kinds.day),
    "law": Field(kinds.bilingual),
    "description": Field(kinds.bilingual, True),
    "source": Field(kinds.word),
    "formerly": Field(kinds.word),
}
HOST: Fields = {
    "kind": Field(kinds.one_of(HOSTS), True),
    "owner": Field(kinds.text),
}
