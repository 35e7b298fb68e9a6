"""What a reader asks for, as an immutable value that is the query string and nothing else.

`parse(s.to_search()) == s` for every selection `s`. A selection keeps what was written, known or
not; `resolve` holds it against a catalog and names what is unknown.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qsl, quote

import pandas as pd

from .catalog import Catalog
from .entries import Metric, Pairing
from .fields import PROGRAMMES
from .series import is_year
from .words import LANGUAGES, Bilingual, Language, closest

SEPARATOR = "~"  # sites rewrite + and %20; nobody touches ~
YEARS = range(1949, 2101)
KEYS = {"start": "from", "end": "to"}  # attribute -> key, where Python reserves the key


@dataclass(frozen=True)
class Selection:
    """One view. Defaults are left out of the query string; `extra` keeps keys that are not ours."""

    metric: str = "funds"
    pair: tuple[str, ...] = ()
    donor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    province: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    parts: str = ""
    span: str = ""
    by: str = ""
    order: str = ""
    scale: str = ""
    embed: str = ""
    lang: str = "zh"
    view: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Hold each value as its query string gives it back: names once, none empty, no half characters."""
        for name, value in own_values(self):
            if isinstance(value, tuple):
                names = sendable(SEPARATOR.join(value)).split(SEPARATOR)
                object.__setattr__(self, name, tuple(dict.fromkeys(filter(None, names))))
            else:
                object.__setattr__(self, name, sendable(value) or getattr(Selection, name))
        others = ((sendable(key), sendable(value)) for key, value in self.extra)
        object.__setattr__(self, "extra", tuple((key, value) for key, value in others if key not in ATTRIBUTES))

    @property
    def language(self) -> Language:
        return "en" if self.lang == "en" else "zh"

    def with_(self, **changes: object) -> "Selection":
        return replace(self, **changes)  # type: ignore[arg-type]

    def to_search(self) -> str:
        """`?metric=…`, or the empty string for the default view."""
        pairs = [
            (KEYS.get(name, name), SEPARATOR.join(value) if isinstance(value, tuple) else value)
            for name, value in own_values(self)
            if value != getattr(DEFAULT, name)
        ]
        query = "&".join(f"{quote(key, safe='')}={quote(value, safe='~')}" for key, value in [*pairs, *self.extra])
        return f"?{query}" if query else ""


def sendable(text: str) -> str:
    """Text without the halves of characters that no address can carry."""
    return text.encode("utf-8", "replace").decode()


def own_values(selection: Selection) -> list[tuple[str, tuple[str, ...] | str]]:
    return [(field.name, getattr(selection, field.name)) for field in fields(selection) if field.name != "extra"]


DEFAULT = Selection()
ATTRIBUTES = {KEYS.get(name, name): name for name, _ in own_values(DEFAULT)}


def parse(search: str) -> Selection:
    """The selection that a query string writes. Never raises: what is unknown is kept as it is."""
    values: dict[str, tuple[str, ...] | str] = {}
    extra: list[tuple[str, str]] = []
    for key, text in parse_qsl(search.removeprefix("?"), keep_blank_values=True, max_num_fields=None, errors="replace"):
        name = ATTRIBUTES.get(key)
        if name is None:
            extra.append((key, text))
        elif isinstance(getattr(DEFAULT, name), tuple):
            values[name] = (*values.get(name, ()), text)
        elif text:
            values[name] = text
    return Selection(**values, extra=tuple(extra))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Resolved:
    """A selection held against a catalog: what it names, and a sentence for each name that is unknown."""

    selection: Selection
    metric: Metric | None
    pairings: tuple[Pairing, ...]
    first: int | None
    last: int | None
    problems: tuple[Bilingual, ...]


def resolve(selection: Selection, catalog: Catalog) -> Resolved:
    problems: list[Bilingual] = []
    metric = catalog.metrics.get(selection.metric)
    if metric is None:
        problems.append(unknown("metric", selection.metric, list(catalog.metrics)))
    first, last = (year(key, text, problems) for key, text in (("from", selection.start), ("to", selection.end)))
    if first and last and first > last:
        problems.append(Bilingual(f"起始年 {first} 晚于终止年 {last}。", f"The first year, {first}, is after the last, {last}."))
    for key, options in CHOICES.items():
        if (value := getattr(selection, key)) and value not in options:
            problems.append(unknown(key, value, list(options)))
    if selection.lang not in LANGUAGES:
        problems.append(unknown("lang", selection.lang, list(LANGUAGES)))
    return Resolved(selection, metric, pairings(selection, catalog, problems), first, last, tuple(problems))


def choice(selection: Selection, key: str) -> str:
    """The value of a key with fixed choices, or its default where it is unknown."""
    value: str = getattr(selection, key)
    return value if value in CHOICES[key] else ""


def pairings(selection: Selection, catalog: Catalog, problems: list[Bilingual]) -> tuple[Pairing, ...]:
    """The pairings that every filter allows, in the order asked for, else in the catalog's."""
    everyone = catalog.pairings
    chosen: Iterable[str] = known("pair", selection.pair, list(everyone), problems) if selection.pair else everyone
    allowed = [everyone[name] for name in chosen]
    for key, facet in FACETS.items():
        wanted: tuple[str, ...] = getattr(selection, key)
        if wanted:
            options = list(PROGRAMMES) if key == "programme" else [facet(pairing) for pairing in everyone.values()]
            found = set(known(key, wanted, options, problems))
            allowed = [pairing for pairing in allowed if facet(pairing) in found]
    return tuple(allowed)


# What pairings can be chosen by, besides their own names. Ids, never labels: links serve both languages.
FACETS: dict[str, Callable[[Pairing], str]] = {
    "donor": lambda pairing: pairing.id.partition("-")[0],
    "recipient": lambda pairing: pairing.id.partition("-")[2],
    "province": lambda pairing: pairing.province.name.en.casefold().replace(" ", "-"),
    "programme": lambda pairing: pairing.programme,
}


def known(key: str, names: tuple[str, ...], options: list[str], problems: list[Bilingual]) -> list[str]:
    problems.extend(unknown(key, name, options) for name in names if name not in options)
    return [name for name in names if name in options]


def unknown(key: str, name: str, options: list[str]) -> Bilingual:
    near, shown = closest(name, options), name[:60]
    return Bilingual(
        f"链接中的 {key}“{shown}”不存在，已略过。" + (f"是不是“{near}”？" if near else ""),
        f'{key} "{shown}" in this link is unknown and was skipped.' + (f' Did you mean "{near}"?' if near else ""),
    )


def year(key: str, text: str, problems: list[Bilingual]) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdecimal() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    problems.append(
        Bilingual(f"链接中的 {key}“{text[:60]}”不是年份，已略过。", f'{key} "{text[:60]}" in this link is not a year and was skipped.')
    )
    return None


def select(resolved: Resolved, catalog: Catalog) -> pd.DataFrame:
    """The figures of a view: `catalog.COLUMNS`, in the order of the pairings.

    A period belongs to the years if it ends in them: an amount up to 2024 says nothing of 2020. What was
    searched and not found has no period: it stays, lest it look like what nobody searched for.
    """
    if resolved.metric is None:
        return catalog.frame.iloc[:0]
    frame = catalog.rows(resolved.metric.id, tuple(pairing.id for pairing in resolved.pairings))
    if not choice(resolved.selection, "parts"):
        frame = frame[headline(frame)]
    timely = spanning(frame, choice(resolved.selection, "span"), catalog)
    ends = timely["period_end"].dt.year
    if resolved.first:
        timely = timely[ends >= resolved.first]
        ends = ends.loc[timely.index]
    if resolved.last:
        timely = timely[ends <= resolved.last]
    without_figure = (frame["status"] != "reported") & (frame["period"] == "")
    return frame[frame.index.isin(timely.index) | without_figure]


SPANS: dict[str, tuple[str, str] | None] = {
    "since": None,
    "year": None,
    "2011-2015": ("2011-01-01", "2015-12-31"),
    "2016-2020": ("2016-01-01", "2020-12-31"),
    "2021-2025": ("2021-01-01", "2025-12-31"),
}


def spanning(frame: pd.DataFrame, span: str, catalog: Catalog) -> pd.DataFrame:
    """Figures of one sort of period: since the pairing's start, one year, or within one five-year plan."""
    start, end = frame["period_start"], frame["period_end"]
    if span == "year":
        return frame[is_year(frame)]
    if span == "since":
        years = {name: one.since.end.year for name, one in catalog.pairings.items() if one.since and one.since.end}
        began = frame["pairing"].map(years).astype("float64")  # not a number where no start is known: nothing compares
        return frame[(frame["kind"] == "total") & (start.isna() | (start.dt.year <= began)) & ~is_year(frame)]
    plan = SPANS.get(span)
    return frame if plan is None else frame[(start >= plan[0]) & (end <= plan[1]) & ~is_year(frame)]


CHOICES: dict[str, tuple[str, ...]] = {
    "parts": ("1",),
    "span": tuple(SPANS),
    "by": ("year", "resident", "real"),
    "order": ("value",),
    "scale": ("log",),
    "embed": ("1", "timeline"),
    "view": ("coverage",),
}


def headline(frame: pd.DataFrame) -> "pd.Series[bool]":
    """Which rows speak of the whole pairing and of nothing narrower than the metric."""
    return (frame["extent"] == "whole") & (frame["label_zh"] == "")
