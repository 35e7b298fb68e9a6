"""The values that a curated file is read into, each with the record that knows where it stands."""

from dataclasses import dataclass, field

from ..figures import stated
from ..figures.period import Period
from ..problems import Place, Report
from ..reading.nodes import Mapping, Node, Sequence
from ..words import Bilingual
from . import fields, kinds
from . import values as rules
from .records import Fields, Record, attempt, record


@dataclass(frozen=True)
class Metric:
    id: str
    title: Bilingual
    definition: Bilingual
    theme: str
    units: tuple[str, ...]
    kind: str
    bases: tuple[str, ...]
    core: bool


@dataclass(frozen=True)
class Side:
    """A donor, a recipient or a province."""

    name: Bilingual
    code: str


@dataclass(frozen=True)
class Scope:
    name: Bilingual
    code: str | None
    extent: str


@dataclass(frozen=True)
class Source:
    id: str
    title: str | None
    publisher: str
    published: Period | None
    url: str | None
    archived: str | None
    language: str
    tier: str
    report: str | None
    note: Bilingual | None
    record: Record = field(compare=False, repr=False)


@dataclass(frozen=True)
class Pairing:
    id: str
    donor: Side
    recipient: Side
    province: Side
    programme: str
    since: Period | None

    @property
    def name(self) -> Bilingual:
        return Bilingual(*(f"{donor} → {recipient}" for donor, recipient in zip(self.donor.name, self.recipient.name, strict=True)))


@dataclass(frozen=True)
class Figure:
    """One entry under a metric: a figure that a report prints, or one of the kinds of nothing."""

    id: str
    metric: str
    record: Record
    key: Place  # of the metric's name

    @property
    def period(self) -> Period | None:
        value = self.record.values.get("period")
        return value if isinstance(value, Period) else None

    def number(self, name: str) -> float | None:
        value = self.record.values.get(name)
        return value if isinstance(value, float) else None

    def words(self, name: str) -> Bilingual | None:
        value = self.record.values.get(name)
        return value if isinstance(value, Bilingual) else None

    def read(self) -> stated.Reading:
        """What its `stated` says. Raises `stated.Unreadable`."""
        return stated.read(self.record.text("stated") or "", self.record.text("unit"))


@dataclass
class PairingFile:
    """One pairing's file as far as it could be read."""

    record: Record
    pairing: Pairing | None = None
    scopes: dict[str, Scope] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)


def read_metrics(node: Node, report: Report) -> dict[str, Metric]:
    """`metrics.yaml`: a mapping from metric id to its fields."""
    metrics: dict[str, Metric] = {}
    for name, entry in named(node, fields.METRIC, report):
        values = entry.values
        if all(key in values for key, one in fields.METRIC.items() if one.required):
            metrics[name] = Metric(name, core=bool(values.get("core")), **{key: values[key] for key in values if key != "core"})  # type: ignore[arg-type]
    return metrics


def read_pairing(node: Node, report: Report) -> PairingFile | None:
    """One pairing's file; what cannot be read is reported and left out."""
    top = record(node, fields.PAIRING_FILE, report)
    if top is None or not isinstance(node, Mapping):
        return None
    file = PairingFile(top, pairing_of(top))
    if "scopes" in node.values:
        file.scopes = {name: scope_of(name, entry) for name, entry in named(node.values["scopes"], fields.SCOPE, report, kinds.text)}
    if "sources" in node.values:
        file.sources = read_sources(node.values["sources"], report)
    if "figures" in node.values:
        file.figures = figures_of(node.values["figures"], report)
    return file


def read_sources(node: Node, report: Report) -> dict[str, Source]:
    """A mapping from source id to its fields."""
    return {name: source_of(name, entry) for name, entry in named(node, fields.SOURCE, report)}


def named(node: Node, table: Fields, report: Report, name: kinds.Kind = kinds.word) -> list[tuple[str, Record]]:
    """The records of a mapping from name to fields."""
    if not isinstance(node, Mapping):
        report(rules.fields_stand_in_a_mapping(node))
        return []
    for key in node.keys.values():
        attempt(name, key, report)
    entries = ((key, record(value, table, report)) for key, value in node.values.items())
    return [(key, entry) for key, entry in entries if entry is not None]


def pairing_of(top: Record) -> Pairing | None:
    sides = [side_of(top.values.get(name)) for name in ("donor", "recipient", "province")]
    donor, recipient, province = sides
    name, programme, since = top.text("pairing"), top.text("programme"), top.values.get("since")
    if donor is None or recipient is None or province is None or name is None or programme is None:
        return None
    return Pairing(name, donor, recipient, province, programme, since if isinstance(since, Period) else None)


def side_of(value: object) -> Side | None:
    if not isinstance(value, Record):
        return None
    return Side(Bilingual(value.text("zh") or "", value.text("en") or ""), value.text("code") or "")


def scope_of(name: str, entry: Record) -> Scope:
    return Scope(Bilingual(name, entry.text("en") or name), entry.text("code"), entry.text("extent") or "part")


def source_of(name: str, entry: Record) -> Source:
    published, note = entry.values.get("published"), entry.values.get("note")
    return Source(
        name,
        entry.text("title"),
        entry.text("publisher") or "",
        published if isinstance(published, Period) else None,
        entry.text("url"),
        entry.text("archived"),
        entry.text("language") or "",
        entry.text("tier") or "",
        entry.text("report"),
        note if isinstance(note, Bilingual) else None,
        entry,
    )


def figures_of(node: Node, report: Report) -> list[Figure]:
    if not isinstance(node, Mapping):
        report(rules.fields_stand_in_a_mapping(node))
        return []
    figures = []
    for metric, entries in node.values.items():
        if not isinstance(entries, Sequence):
            report(rules.lists_are_written_as_lists(entries.place))
            continue
        for item in entries.items:
            entry = record(item, fields.FIGURE, report)
            if entry is not None:
                figures.append(Figure(entry.text("id") or "", metric, entry, node.keys[metric].place))
    return figures
