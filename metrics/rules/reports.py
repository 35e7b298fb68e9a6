"""Rules of reports: each declared once, linked only where somebody has judged the site, and used or said why not."""

from collections.abc import Callable, Iterator

from ..entries.entries import PairingFile
from ..entries.reference import References
from ..entries.sources import Source, host_of
from ..entries.suggestions import duplicate_id
from ..entries.vocabulary import Vocabulary
from ..problems import Breach
from ..words import Bilingual

Sources = dict[str, Source]
Rule = Callable[[Sources, Vocabulary], Iterator[Breach]]


def reports_are_declared_once(sources: Sources, named: Vocabulary) -> Iterator[Breach]:
    """A report is declared once, wherever several pairings cite it: two entries would say two things of it in time."""
    for name, source in sources.items():
        if name in named.reports:
            yield Breach("reports_are_declared_once", source.record.place, *duplicate_id(name, Bilingual("", "")))


def hosts_are_judged(sources: Sources, named: Vocabulary) -> Iterator[Breach]:
    """An address leads to a site of `hosts.yaml`, which somebody has looked at: other people's pages are hijacked, sold and emptied."""
    for source in sources.values():
        for field, address in (("url", source.url), ("original", source.original), ("archived", source.archived)):
            if named.hosts and address and host_of(address, named.hosts) is None:
                yield Breach(
                    "hosts_are_judged",
                    source.record.at(field),
                    Bilingual("这个网站不在 hosts.yaml 里。", "This site is not in hosts.yaml."),
                    Bilingual(
                        "看清是谁的网站，写进 hosts.yaml；无关的网站不链接，写 copy: true。",
                        "See whose site it is and add it to hosts.yaml; an unrelated one is not linked: copy: true.",
                    ),
                )


def copies_are_not_linked(sources: Sources, named: Vocabulary) -> Iterator[Breach]:
    """A report that was read on a site which has nothing to do with it has no address here: nobody answers for where it leads."""
    for source in sources.values():
        if source.copied and source.url:
            yield Breach(
                "copies_are_not_linked",
                source.record.at("url"),
                Bilingual("copy: true 的报告不写 url。", "A report with copy: true has no url."),
                Bilingual(
                    "删去 url；原文的网址明显时写 original。", "Remove url; where the original's address is evident, write it as original."
                ),
            )


RULES: tuple[Rule, ...] = (reports_are_declared_once, hosts_are_judged, copies_are_not_linked)


def unused_reports_are_not_cited(named: Vocabulary, cited: set[str]) -> Iterator[tuple[str, Breach]]:
    """A report that says in `unused` why it gives no figure is cited nowhere: one of the two is no longer true."""
    for name, source in named.reports.items():
        if source.unused and name in cited:
            yield (
                name,
                Breach(
                    "unused_reports_are_not_cited",
                    source.record.at("unused"),
                    Bilingual(f"报告 {name} 已被引用，却写了 unused。", f"The report {name} is cited, and says that it is unused."),
                    Bilingual("删去 unused。", "Remove unused."),
                ),
            )


def cited_by(file: PairingFile) -> set[str]:
    """The reports that a pairing and its figures rest on."""
    return {record.text("source") or "" for record in (file.record, *(figure.record for figure in file.figures))} - {""}


def cited_by_others(named: Vocabulary, references: References) -> set[str]:
    """The reports that something else rests on: a programme, a denominator."""
    cited = {one.source or "" for one in named.programmes.values()} | {one.source.id for one in references.prices.values()}
    return cited | {one.source.id for listed in references.residents.values() for one in listed}
