"""The values that a pairing's file is read into, each with the record that knows where it stands."""

from contextlib import suppress
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from ..figures import stated
from ..figures.interval import Interval
from ..figures.period import SINCE, Period, parse
from ..problems import Place, Report
from ..reading.nodes import Mapping, Node, Sequence
from ..words import Bilingual
from . import fields, kinds
from . import values as rules
from .records import Record, named, record
from .sources import Source, read_sources


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
class Pairing:
    """Who is paired with whom; `level` is the recipient's, `within` names the pairings that hold this one."""

    id: str
    donor: Side
    recipient: Side
    province: Side
    programme: str
    since: Period | None
    until: Period | None = None
    level: str = "prefecture"
    within: tuple[str, ...] = ()
    source: str = ""

    @property
    def name(self) -> Bilingual:
        return Bilingual(*(f"{donor} → {recipient}" for donor, recipient in zip(self.donor.name, self.recipient.name, strict=True)))


class Figure(NamedTuple):
    """One entry under a metric: a figure that a report prints, or one of the kinds of nothing.

    `period` is the span, with the start of the pairing where the entry leaves it to that; without, where it would end before
    it begins. `reading` is what its `stated` says, None where nobody can read it.
    """

    id: str
    metric: str
    record: Record
    key: Place  # of the metric's name
    period: Period | None
    begins_with_the_pairing: bool
    reading: stated.Reading | None

    def number(self, name: str) -> float | None:
        value = self.record.values.get(name)
        return value if isinstance(value, float) else None

    def read(self) -> stated.Reading:
        """What its `stated` says. Raises `stated.Unreadable`."""
        return read_stated(self.record)


@dataclass
class PairingFile:
    """One pairing's file as far as it could be read; `sources` are the reports that it declares itself, `ids` name its figures."""

    record: Record
    pairing: Pairing | None = None
    scopes: dict[str, Scope] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def let_go(self) -> None:
        """Keep the names of the figures alone: they, and the nodes that they were read from, take most of the room."""
        self.figures = []
        self.record.values.pop("figures", None)
        self.record.node.drop("figures")


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
        since = top.period("since")
        file.figures = figures_of(node.values["figures"], since.text if since else "", report)
        file.ids = [figure.id for figure in file.figures]
    return file


def pairing_of(top: Record) -> Pairing | None:
    sides = [side_of(top.values.get(name)) for name in ("donor", "recipient", "province")]
    donor, recipient, province = sides
    name, programme, within = top.text("pairing"), top.text("programme"), top.values.get("within")
    if donor is None or recipient is None or province is None or name is None or programme is None:
        return None
    return Pairing(
        name,
        donor,
        recipient,
        province,
        programme,
        top.period("since"),
        top.period("until"),
        top.text("level") or level_of(recipient.code),
        tuple(map(str, within)) if isinstance(within, tuple) else (),
        top.text("source") or "",
    )


def level_of(code: str) -> str:
    """The level of a division, by its GB/T 2260 code: 630000 is a province, 632300 a prefecture, 632323 a county."""
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def side_of(value: object) -> Side | None:
    if not isinstance(value, Record):
        return None
    return Side(Bilingual(value.text("zh") or "", value.text("en") or ""), value.text("code") or "")


def scope_of(name: str, entry: Record) -> Scope:
    return Scope(Bilingual(name, entry.text("en") or name), entry.text("code"), entry.text("extent") or "part")


def figures_of(node: Node, since: str, report: Report) -> list[Figure]:
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
                figures.append(figure_of(entry, metric, node.keys[metric].place, since))
    return figures


def figure_of(entry: Record, metric: str, key: Place, since: str) -> Figure:
    period, reading = entry.period("period"), None
    begins_with_the_pairing = period is not None and period.text.startswith(f"{SINCE}/")
    if period and begins_with_the_pairing:
        with suppress(ValueError):
            period = parse(period.text, since)
    if "stated" in entry.values:
        with suppress(stated.Unreadable):
            reading = read_stated(entry)
    return Figure(entry.text("id") or "", metric, entry, key, period, begins_with_the_pairing, reading)


def read_stated(entry: Record) -> stated.Reading:
    """What the `stated` of an entry says. Raises `stated.Unreadable`."""
    return stated.read(entry.text("stated") or "", entry.text("unit"))


def reading_of(figure: Figure) -> stated.Reading:
    """What the figure says, or what the curator says that it says."""
    if figure.reading:
        return figure.reading
    low, value, high = (figure.number(name) for name in ("low", "value", "high"))
    drawn = next(number for number in (value, low, high) if number is not None)
    if value is not None and low is None and high is None:
        low = high = value
    interval = Interval(-inf if low is None else low, inf if high is None else high)
    qualifier: stated.Qualifier = (
        "exact" if interval.low == interval.high else "within" if interval.bounded else "under" if low is None else "over"
    )
    return stated.Reading(qualifier, drawn, interval, figure.record.text("unit") or "")
