"""For programs that follow the site: the changes as an Atom feed, the sitemap, and what robots may read."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid5
from xml.etree import ElementTree

from flask import Flask, Response

from components.wording.addresses import localized
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.entries.sources import Source
from metrics.release.extract import AUTHORS
from metrics.words import Language

from .frame.addresses import alternates, public
from .frame.context import asked_language
from .frame.kept import kept

NAMES = UUID("5b1f7a34-5c0e-4d0b-9d57-2f9f6f6b8f11")  # made once: under it the feed names its entries, wherever the site stands
FEWEST_ENTRIES = 100  # of the feed; the days that they need come whole
ATOM, SITEMAP, XHTML = "http://www.w3.org/2005/Atom", "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
XML = '<?xml version="1.0" encoding="utf-8"?>\n'
# Pages, and each choice of figures; not the files of them, nor the same figures shown otherwise: there is no end to those.
CLOSED = ("/_dash", "/search", "/data.", "/answer.json", "/sets.json", "/chart.svg")
WAYS = ("focus", "order", "scale", "show", "embed", "by", "like", "card")
ROBOTS = "".join(["User-agent: *\n", *(f"Disallow: {one}\n" for one in (*CLOSED, *(f"/*{mark}{key}=" for key in WAYS for mark in "?&")))])


def serve_programs(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/changes.atom`, `/sitemap.xml` and `/robots.txt` to a server."""

    @server.get("/changes.atom")
    def changes() -> Response:
        catalog, language = current(), asked_language()
        return kept(catalog, f"/changes.atom {language}", "application/atom+xml; charset=utf-8", lambda: feed(catalog, language))

    @server.get("/sitemap.xml")
    def sitemap() -> Response:
        catalog = current()
        return kept(catalog, "/sitemap.xml", "application/xml; charset=utf-8", lambda: site_map(catalog))

    @server.get("/robots.txt")
    def robots() -> Response:
        return kept(current(), "/robots.txt", "text/plain; charset=utf-8", lambda: f"{ROBOTS}\nSitemap: {public('/sitemap.xml')}\n")


def entered(catalog: Catalog) -> list[tuple[date, Source, int]]:
    """The reports whose figures were entered, each with the last day of it and how many there are; the newest first."""
    counts = tallies(catalog).printed["source"]
    days = {one.id: max((day.start for day in one.readings if day.start), default=None) for one in catalog.sources.values()}
    listed = [(day, catalog.sources[name], counts.get(name, 0)) for name, day in days.items() if day]
    return sorted(listed, key=lambda one: (one[0], one[1].id), reverse=True)


def by_day(catalog: Catalog) -> dict[date, list[tuple[Source, int]]]:
    days: dict[date, list[tuple[Source, int]]] = {}
    for day, source, number in entered(catalog):
        days.setdefault(day, []).append((source, number))
    return days


def feed(catalog: Catalog, language: Language) -> str:
    """An Atom feed (RFC 4287): an entry a report. Its ids hold wherever the site stands, and whatever else changes."""
    listed = entered(catalog)
    last = listed[:FEWEST_ENTRIES][-1][0] if listed else date.min
    top = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    head(top, f"feed {language}", f"{t('site', language)} · {t('feed_title', language)}", listed[0][0] if listed else date(1970, 1, 1))
    add(add(top, "author"), "name", AUTHORS)
    add(top, "link", rel="self", href=public(localized("/changes.atom", language)))
    add(top, "link", rel="alternate", href=public(localized("/data", language)))
    for day, source, number in listed:
        if day >= last:
            entry = add(top, "entry")
            named = f"《{source.title}》" if source.title else ""
            head(entry, source.id, t("feed_entry", language, n=number, publisher=source.publisher, title=named), day)
            add(entry, "link", rel="alternate", href=public(localized(f"/r/{source.id}", language)))
    return XML + ElementTree.tostring(top, encoding="unicode")


def head(parent: ElementTree.Element, name: str, title: str, day: date) -> None:
    """What a feed and each of its entries must have."""
    add(parent, "id", f"urn:uuid:{uuid5(NAMES, name)}")
    add(parent, "title", title)
    add(parent, "updated", f"{day.isoformat()}T00:00:00Z")


def add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def paths(catalog: Catalog) -> list[str]:
    """Every page but the cards of figures, to which the pages of their pairings lead."""
    lists = ["/", "/?view=coverage", "/pairings", "/metrics", "/reports", "/overview", "/data", "/about"]
    kinds = {"p": list(catalog.pairings), "m": list(catalog.metrics), "r": list(catalog.sources)}
    return [*lists, *(f"/{kind}/{name}" for kind, names in kinds.items() for name in names)]


def site_map(catalog: Catalog) -> str:
    """Each page in each language, with where it stands in the other."""
    top = ElementTree.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for path in paths(catalog):
        found = alternates(path)
        for address in found.values():
            url = add(top, "url")
            add(url, "loc", address)
            for code, other in found.items():
                add(url, "xhtml:link", rel="alternate", hreflang=code, href=other)
    return XML + ElementTree.tostring(top, encoding="unicode")
