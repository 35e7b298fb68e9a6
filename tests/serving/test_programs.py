"""What programs are told, parsed: sitemap, robots.txt, where a page stands in each language, datasets, citations, the feed."""

import json
from datetime import date, datetime
from html.parser import HTMLParser
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from app import create_app
from tests.conftest import SMALL

SITE = "https://figures.example"
ATOM, SITEMAP, XHTML = ("{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}")
LISTS = ("/pairings", "/reports", "/metrics", "/data", "/overview", "/about", "/f/")
DATASETS = ("/data", "/p/tianjin-huangnan", "/m/funds")
ONE_OF_EACH = (*LISTS, *DATASETS[1:], "/r/huangnan-2024-qianfangzhihuibu", "/f/tianjin-huangnan-funds-1", "/")
CODES = {"": "zh-Hans", "?lang=en": "en"}


class Head(HTMLParser):
    """The links, named metas and JSON-LD of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.metas: list[tuple[str, str]] = []
        self.data: list[dict[str, object]] = []
        self.within = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "link":
            self.links.append(found)
        if tag == "meta" and "name" in found:
            self.metas.append((found["name"], found["content"]))
        self.within = tag == "script" and found.get("type") == "application/ld+json"

    def handle_data(self, text):
        if self.within:
            self.data.append(json.loads(text))

    def handle_endtag(self, tag):
        self.within = False

    def alternates(self) -> dict[str, str]:
        return {link["hreflang"]: link["href"] for link in self.links if link["rel"] == "alternate" and "hreflang" in link}

    def canonical(self) -> list[str]:
        return [link["href"] for link in self.links if link["rel"] == "canonical"]

    def named(self, name: str) -> list[str]:
        return [content for key, content in self.metas if key == name]


@pytest.fixture
def site(monkeypatch):
    """A client of the small dashboard that stands at `SITE`."""
    monkeypatch.setenv("SITE_URL", SITE)
    return create_app(SMALL).server.test_client()


@pytest.fixture
def whole(monkeypatch, client):
    """The same of all that is curated."""
    monkeypatch.setenv("SITE_URL", SITE)
    return client


def within(address: str) -> str:
    assert address.startswith(SITE + "/"), address
    return address.removeprefix(SITE)


def status(client, address: str) -> int:
    with client.get(address) as answer:
        return answer.status_code


def test_every_address_of_the_sitemap_answers_and_names_its_other_language(site):
    answer = site.get("/sitemap.xml")
    assert answer.mimetype == "application/xml"
    named = {}
    for url in ElementTree.fromstring(answer.data).findall(f"{SITEMAP}url"):  # noqa: S314  our own
        alternates = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        assert all(link.get("rel") == "alternate" for link in url.findall(f"{XHTML}link"))
        named[url.findtext(f"{SITEMAP}loc")] = alternates
    assert len(named) > 30
    for address, alternates in named.items():
        assert alternates.keys() == {"zh-Hans", "en"}
        assert address in alternates.values()
        assert all(named[other] == alternates for other in alternates.values())
    assert [address for address in named if status(site, within(address)) != 200] == []


def test_the_sitemap_has_every_page_but_cards_and_what_is_chosen(whole, catalog):
    found = {url.text for url in ElementTree.fromstring(whole.get("/sitemap.xml").data).iter(f"{SITEMAP}loc")}  # noqa: S314  our own
    kinds = {"p": catalog.pairings, "m": catalog.metrics, "r": catalog.sources}
    assert {f"{SITE}/{kind}/{name}{suffix}" for kind, names in kinds.items() for name in names for suffix in CODES} <= found
    assert len(found) < 50_000  # what the protocol allows
    assert not any("/f/" in address or "/search" in address for address in found)


def test_robots_may_read_all_but_the_search(site):
    answer = site.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    robots = RobotFileParser()
    robots.parse(answer.text.splitlines())
    assert robots.site_maps() == [f"{SITE}/sitemap.xml"]
    assert not robots.can_fetch("Googlebot", f"{SITE}/search?q=567")
    assert all(robots.can_fetch("Googlebot", SITE + path) for path in ONE_OF_EACH)


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_a_page_says_where_it_stands_in_both_languages(whole, path):
    heads = {code: Head(whole.get(path + suffix).text) for suffix, code in CODES.items()}
    expected = {code: f"{SITE}{path}{suffix}" for suffix, code in CODES.items()}
    for code, head in heads.items():
        assert head.alternates() == expected
        assert head.canonical() == [expected[code]]


@pytest.mark.parametrize("suffix", CODES)
@pytest.mark.parametrize("path", DATASETS)
def test_a_dataset_is_described_as_search_engines_ask(whole, path, suffix):
    """What Google requires of a `Dataset` (name, description of 50 to 5000 letters), and what it recommends."""
    (found,) = Head(whole.get(path + suffix).text).data
    assert found["@context"] == "https://schema.org"
    assert found["@type"] == "Dataset"
    assert found["name"]
    assert 50 <= len(found["description"]) <= 5000
    assert found["url"] == f"{SITE}{path}{suffix}"
    assert found["license"].startswith("https://creativecommons.org/licenses/by/4.0")
    assert found["creator"]["name"]
    assert found["isAccessibleForFree"] is True
    assert date.fromisoformat(found["dateModified"])
    assert len(found["distribution"]) == 4
    for one in found["distribution"]:
        assert one["@type"] == "DataDownload"
        with whole.get(within(one["contentUrl"])) as answer:
            assert (answer.status_code, answer.mimetype) == (200, one["encodingFormat"])


@pytest.mark.parametrize("suffix", CODES)
@pytest.mark.parametrize("path", [*DATASETS, "/r/huangnan-2024-qianfangzhihuibu", "/f/tianjin-huangnan-funds-1"])
def test_a_reference_manager_finds_title_author_date_and_address(whole, path, suffix):
    """The tags that Zotero's translator of embedded metadata reads."""
    head = Head(whole.get(path + suffix).text)
    for name in ("title", "author", "publisher", "publication_date", "language", "public_url"):
        assert len(head.named(f"citation_{name}")) == 1, name
    (day,), (address,) = head.named("citation_publication_date"), head.named("citation_public_url")
    assert datetime.strptime(day, "/".join(("%Y", "%m", "%d")[: day.count("/") + 1]))
    assert address.startswith("http")
    assert "<" not in "".join(head.named("citation_title"))


def test_a_report_is_cited_as_itself(whole, catalog):
    source = catalog.sources["huangnan-2024-qianfangzhihuibu"]
    head = Head(whole.get(f"/r/{source.id}").text)
    assert head.named("citation_title") == [source.title]
    assert head.named("citation_author") == [source.publisher]


@pytest.mark.parametrize("suffix", CODES)
def test_the_feed_is_valid_atom(whole, catalog, suffix):
    """What RFC 4287 requires: of the feed and of each entry an id of its own, a title, a day; a way back; an author."""
    answer = whole.get(f"/changes.atom{suffix}")
    assert answer.mimetype == "application/atom+xml"
    feed = ElementTree.fromstring(answer.data)  # noqa: S314  our own
    assert feed.tag == f"{ATOM}feed"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}/changes.atom{suffix}", "alternate": f"{SITE}/data{suffix}"}
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) > 20
    for one in (feed, *entries):
        assert one.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(one.findtext(f"{ATOM}updated"))
    assert len({one.findtext(f"{ATOM}id") for one in (feed, *entries)}) == len(entries) + 1
    days = [one.findtext(f"{ATOM}updated") for one in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0]
    leads = [within(one.find(f"{ATOM}link").get("href")).partition("?")[0].removeprefix("/r/") for one in entries]
    assert set(leads) <= set(catalog.sources)


def test_a_feed_entry_keeps_its_id_wherever_the_site_stands(monkeypatch, client):
    ids = []
    for place in (SITE, "https://elsewhere.example"):
        monkeypatch.setenv("SITE_URL", place)
        feed = ElementTree.fromstring(client.get("/changes.atom").data)  # noqa: S314  our own
        ids.append([one.text for one in feed.iter(f"{ATOM}id")])
    assert ids[0] == ids[1]
