"""Denominators and deflators: figures of their own, each with its source, in curated files of their own.

`population.yaml` gives residents by division code and census day, `prices.yaml` the change of consumer
prices on the year before. Both may be absent: then what needs them cannot be derived, and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ..figures.period import Period
from ..problems import Breach, Report
from ..reading.nodes import Mapping, Node, Sequence
from ..words import Bilingual
from . import kinds
from . import values as rules
from .records import Field, Fields, Record, record
from .sources import Source, read_sources
from .suggestions import duplicate_id, undeclared_name

POPULATION, PRICES = "population.yaml", "prices.yaml"
FILE: Fields = {"sources": Field(kinds.anything, True), "figures": Field(kinds.anything, True)}
RESIDENTS: Fields = {
    "id": Field(kinds.word, True),
    "code": Field(kinds.division_code, True),
    "name": Field(kinds.bilingual, True),
    "period": Field(kinds.day, True),
    "value": Field(kinds.number, True),
    "source": Field(kinds.word, True),
}
CHANGE: Fields = {name: RESIDENTS[name] for name in ("id", "period", "value", "source")}


@dataclass(frozen=True)
class Reference:
    """One figure of a reference file. `value` is residents, or percent on the year before."""

    id: str
    code: str
    name: Bilingual
    day: date
    value: float
    source: Source


@dataclass(frozen=True)
class References:
    """Residents by division code, oldest first; price changes by year."""

    residents: dict[str, tuple[Reference, ...]] = field(default_factory=dict)
    prices: dict[int, Reference] = field(default_factory=dict)

    def residents_at(self, code: str | None, day: date) -> Reference | None:
        """The census nearest to a day, or None where none is curated."""
        return min(self.residents.get(code or "", ()), key=lambda one: abs(one.day - day), default=None)


def residents(node: Node, report: Report) -> dict[str, tuple[Reference, ...]]:
    """`population.yaml` by division code."""
    found: dict[str, list[Reference]] = {}
    for one in references(node, RESIDENTS, report, lambda one: (one.code, one.day)):
        found.setdefault(one.code, []).append(one)
    return {code: tuple(sorted(listed, key=lambda one: one.day)) for code, listed in found.items()}


def prices(node: Node, report: Report) -> dict[int, Reference]:
    """`prices.yaml` by year."""
    return {one.day.year: one for one in references(node, CHANGE, report, lambda one: one.day.year)}


def references(node: Node, table: Fields, report: Report, about: Callable[["Reference"], object]) -> list[Reference]:
    """The figures of a file; of two about one thing the second is a problem, for one would silently win."""
    top = record(node, FILE, report)
    if top is None or not isinstance(node, Mapping) or not {"sources", "figures"} <= set(node.values):
        return []
    sources, figures = read_sources(node.values["sources"], report), node.values["figures"]
    if not isinstance(figures, Sequence):
        report(rules.lists_are_written_as_lists(figures.place))
        return []
    entries = [entry for item in figures.items if (entry := record(item, table, report))]
    found: dict[object, Reference] = {}
    ids: set[str] = set()
    for entry in entries:
        if (one := reference(entry, sources, report)) is None:
            continue
        if about(one) in found:
            first = Bilingual(f"与 {found[about(one)].id} 说的是同一个数。", f"It says the same as {found[about(one)].id}.")
            report(Breach("figures_do_not_repeat", entry.at("period"), first, Bilingual("删去一条。", "Remove one.")))
        found.setdefault(about(one), one)
        if one.id and one.id in ids:
            report(Breach("ids_do_not_repeat", entry.at("id"), *duplicate_id(one.id, Bilingual("", ""))))
        ids.add(one.id)
    return list(found.values())


def reference(entry: Record, sources: dict[str, Source], report: Report) -> Reference | None:
    name, day, value = entry.text("source") or "", entry.values.get("period"), entry.values.get("value")
    if name and name not in sources:
        report(Breach("sources_are_declared", entry.at("source"), *undeclared_name(name, list(sources), Bilingual("来源", "source"))))
    if name not in sources or not isinstance(day, Period) or day.start is None or not isinstance(value, float):
        return None
    words = entry.values.get("name")
    shown = words if isinstance(words, Bilingual) else Bilingual("", "")
    return Reference(entry.text("id") or "", entry.text("code") or "", shown, day.start, value, sources[name])
