"""What a reader asks for, as an immutable value that is the query string and nothing else.

`parse(s.to_search()) == s` for every selection `s`. A selection keeps what was written, known or
not; `resolution.resolve` holds it against a catalog and names what is unknown.
"""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote

from ..words import Language
from .touched.keys import OLDER, cleaned, is_number, language_of

SEPARATOR = "~"  # sites rewrite + and %20; nobody touches ~
KEYS = {"start": "since", "end": "until"}  # attribute -> key, where they differ
CHOICES: dict[str, tuple[str, ...]] = {
    "parts": ("1",),
    "span": ("since", "year", "2011-2015", "2016-2020", "2021-2025"),
    "by": ("year", "resident", "resident-year", "real"),
    "years": ("end",),
    "order": ("value", "fixed"),
    "show": ("all",),
    "scale": ("log",),
    "embed": ("1", "timeline"),
    "view": ("coverage",),
}
ALL = "all"  # `like=all`: every figure, with care; without `like` the largest set of those that compare, else that of a figure
MENDS = {  # what a reason offers -> by derivation, the one that mends it
    "per-year": {"": "year", "resident": "resident-year"},
    "per-resident": {"": "resident", "year": "resident-year"},
}


def is_span(key: str, text: str) -> bool:
    """Whether `years=2020` means a span of years, which is another key's: ours says what years are asked of."""
    return key == "years" and is_number(text)


@dataclass(frozen=True)
class Selection:
    """One view. Defaults are left out of the query string; `extra` keeps keys that are not ours."""

    metric: str = "funds"
    category: str = ""
    pair: tuple[str, ...] = ()
    donor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    years: str = ""
    like: str = ""
    focus: tuple[str, ...] = ()
    parts: str = ""
    span: str = ""
    by: str = ""
    order: str = ""
    scale: str = ""
    show: str = ""
    embed: str = ""
    lang: str = "zh"
    view: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Hold each value as its query string gives it back: names once, none empty, no half characters."""
        for name, value in own_values(self):
            if value == getattr(Selection, name):  # most are
                continue
            if isinstance(value, tuple):
                names = sendable(SEPARATOR.join(value)).split(SEPARATOR)
                object.__setattr__(self, name, tuple(dict.fromkeys(filter(None, names))))
            else:
                held = "" if is_span(name, value) else sendable(value)
                object.__setattr__(self, name, held or getattr(Selection, name))
        others = ((sendable(key), sendable(value)) for key, value in self.extra)
        object.__setattr__(self, "extra", tuple((key, value) for key, value in others if attribute(key, value) is None))

    @property
    def language(self) -> Language:
        return language_of(self.lang) or "zh"

    def with_(self, **changes: object) -> "Selection":
        return replace(self, **changes)  # type: ignore[arg-type]

    def to_search(self) -> str:
        """`?metric=…`, or the empty string for the default view."""
        pairs = [
            (KEYS.get(name, name), SEPARATOR.join(value) if isinstance(value, tuple) else value)
            for name, value in own_values(self)
            if value != getattr(Selection, name)
        ]
        query = "&".join(f"{quote(key, safe='')}={quote(value, safe='~')}" for key, value in [*pairs, *self.extra])
        return f"?{query}" if query else ""


def sendable(text: str) -> str:
    """Text without the halves of characters that no address can carry."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def own_values(selection: Selection) -> list[tuple[str, tuple[str, ...] | str]]:
    return [(name, value) for name, value in vars(selection).items() if name != "extra"]


DEFAULT = Selection()
ATTRIBUTES = {KEYS.get(name, name): name for name, _ in own_values(DEFAULT)}


def attribute(key: str, text: str) -> str | None:
    """What a key of a query string sets, None where it is somebody else's: `from` and `to` are ours where a number follows."""
    name = cleaned(key)
    if is_number(text) and name in OLDER:
        return OLDER[name]
    return None if is_span(name, text) else ATTRIBUTES.get(name)


def parse(search: str) -> Selection:
    """The selection that a query string writes. Never raises: what is unknown is kept as it is."""
    values: dict[str, tuple[str, ...] | str] = {}
    extra: list[tuple[str, str]] = []
    for key, text in parse_qsl(search.removeprefix("?"), keep_blank_values=True, max_num_fields=None, errors="replace"):
        name = attribute(key, text)
        if name is None:
            extra.append((key, text))
        elif isinstance(getattr(DEFAULT, name), tuple):
            values[name] = (*values.get(name, ()), text)
        elif text:
            values |= {name: text} | ({"years": "end"} if cleaned(key) in OLDER else {})
    return Selection(**values, extra=tuple(extra))  # type: ignore[arg-type]


def choice(selection: Selection, key: str) -> str:
    """The value of a key with fixed choices, or its default where it is unknown."""
    value: str = getattr(selection, key)
    return value if value in CHOICES[key] else ""
