"""Reports, each declared once, and the sites on which they may be linked."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..figures.period import Period
from ..problems import Report
from ..reading.nodes import Mapping, Node
from ..words import Bilingual
from . import fields, kinds
from . import values as rules
from .records import Record, attempt, named


@dataclass(frozen=True)
class Source:
    """A report. `copied`: it was read in a copy on a site that has nothing to do with it, which is neither named nor linked.

    `published` has no end where it is the earliest day alone. `readings` are the days on which its figures were entered.
    """

    id: str
    title: str | None
    publisher: str
    published: Period | None
    url: str | None
    original: str | None
    archived: str | None
    copied: bool
    language: str
    tier: str
    read: str
    readings: tuple[Period, ...]
    text: str
    note: Bilingual | None
    unused: Bilingual | None
    record: Record = field(compare=False, repr=False)


@dataclass(frozen=True)
class Host:
    """A site that may be linked; an aggregator's page is linked as the copy that it is."""

    kind: str
    owner: str


def read_sources(node: Node, report: Report) -> dict[str, Source]:
    """A mapping from a report's id to its fields; one that lacks a field is declared all the same, and can be cited."""
    return {name: source_of(name, entry) for name, entry in named(node, fields.SOURCE, report)}


def source_of(name: str, entry: Record) -> Source:
    readings = entry.values.get("readings")
    return Source(
        name,
        entry.text("title"),
        entry.text("publisher") or "",
        entry.period("published"),
        entry.text("url"),
        entry.text("original"),
        entry.text("archived"),
        entry.values.get("copy") is True,
        entry.text("language") or "",
        entry.text("tier") or "",
        entry.text("read") or "digest",  # what nobody says was read whole may have been read in part
        readings if isinstance(readings, tuple) else (),
        entry.text("text") or name,
        entry.words("note"),
        entry.words("unused"),
        entry,
    )


def read_hosts(node: Node, report: Report) -> dict[str, Host]:
    """`hosts.yaml`: a mapping from a site's name, without www., to what it is."""
    listed = named(node, fields.HOST, report, kinds.text)
    return {name: Host(entry.text("kind") or "", entry.text("owner") or "") for name, entry in listed}


def host_of(address: str, hosts: dict[str, Host]) -> Host | None:
    """The site of an address, or that which it belongs to: news.example.org is of example.org."""
    labels = (urlsplit(address).hostname or "").split(".")
    return next((hosts[name] for first in range(len(labels)) if (name := ".".join(labels[first:])) in hosts), None)


def read_publishers(node: Node, report: Report) -> dict[str, str]:
    """`publishers.yaml`: a mapping from a publisher's name to its English one."""
    if not isinstance(node, Mapping):
        report(rules.fields_stand_in_a_mapping(node))
        return {}
    names = {name: attempt(kinds.text, value, report) for name, value in node.values.items()}
    return {name: english for name, english in names.items() if isinstance(english, str)}
