"""What is named once for every file: metrics with their categories, programmes, reports, the sites that may be linked."""

from dataclasses import dataclass, field

from ..figures.period import Period
from ..problems import Report
from ..reading.nodes import Node
from ..words import Bilingual
from . import fields
from . import values as rules
from .records import Record, complete, named
from .sources import Host, Source


@dataclass(frozen=True)
class Category:
    """A part of what a metric counts. `units` are its own where it has some, else the metric's."""

    name: Bilingual
    units: tuple[str, ...]


@dataclass(frozen=True)
class Metric:
    """What a figure may be of. `words` are those by which people look for it, in either language."""

    id: str
    title: Bilingual
    definition: Bilingual
    theme: str
    units: tuple[str, ...]
    kind: str
    bases: tuple[str, ...]
    core: bool
    categories: dict[str, Category] = field(default_factory=dict)
    words: tuple[str, ...] = ()

    def units_of(self, category: str) -> tuple[str, ...]:
        """The units that figures of a category come in; those of none are the metric's."""
        named = self.categories.get(category)
        return named.units if named and named.units else self.units


@dataclass(frozen=True)
class Programme:
    """A scheme under which pairings stand. `formerly` is an id that older addresses have for it and for others."""

    id: str
    name: Bilingual
    short: Bilingual
    since: Period | None
    until: Period | None
    law: Bilingual | None
    description: Bilingual
    source: str | None
    formerly: str | None


@dataclass
class Vocabulary:
    """What pairings' files may name. `reports` has those of `reports/` and those that a pairing's file declares itself."""

    metrics: dict[str, Metric] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    reports: dict[str, Source] = field(default_factory=dict)
    hosts: dict[str, Host] = field(default_factory=dict)
    publishers: dict[str, str] = field(default_factory=dict)


def read_metrics(node: Node, report: Report) -> dict[str, Metric]:
    """`metrics.yaml`: a mapping from metric id to its fields."""
    metrics: dict[str, Metric] = {}
    for name, entry in named(node, fields.METRIC, report):
        listed = entry.values.get("categories")
        categories = read_categories(listed, report) if isinstance(listed, Node) else {}
        words = read_words(entry, report)
        if complete(entry, fields.METRIC):
            values = {key: entry.values[key] for key, one in fields.METRIC.items() if one.required}
            metrics[name] = Metric(name, core=bool(entry.values.get("core")), categories=categories, words=words, **values)  # type: ignore[arg-type]
    return metrics


def read_words(entry: Record, report: Report) -> tuple[str, ...]:
    """The everyday words of a metric, each once."""
    listed = entry.values.get("words")
    words = tuple(map(str, listed)) if isinstance(listed, tuple) else ()
    if breach := rules.words_are_listed_once(words, entry.words("title"), entry.at("words")):
        report(breach)
    return words


def read_categories(node: Node, report: Report) -> dict[str, Category]:
    """A metric's categories, in the order in which they are listed."""
    categories = {}
    for name, entry in named(node, fields.CATEGORY, report):
        units = entry.values.get("units")
        words = Bilingual(entry.text("zh") or "", entry.text("en") or "")
        categories[name] = Category(words, units if isinstance(units, tuple) else ())
    return categories


def read_programmes(node: Node, report: Report) -> dict[str, Programme]:
    """`programmes.yaml`: a mapping from programme id to its fields."""
    return {
        name: Programme(
            name,
            entry.words("name") or Bilingual(name, name),
            entry.words("short") or Bilingual(name, name),
            entry.period("since"),
            entry.period("until"),
            entry.words("law"),
            entry.words("description") or Bilingual("", ""),
            entry.text("source"),
            entry.text("formerly"),
        )
        for name, entry in named(node, fields.PROGRAMME, report)
    }
