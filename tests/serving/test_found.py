"""What a page says of itself to those who find, unfurl and cite it: read out of what is served, as they read it."""

import re
from html.parser import HTMLParser

import pytest

from app import create_app

from ..conftest import SMALL

FIGURE = "tianjin-huangnan-projects-1"
PAGES = ["/", "/?metric=projects", f"/f/{FIGURE}", "/p/tianjin-huangnan", "/m/projects", "/pairings", "/reports", "/about", "/data"]


class Head(HTMLParser):
    """The metas of a page by name or property, its links by `rel` and its title."""

    def __init__(self, text):
        super().__init__()
        self.metas, self.links, self.title, self.within = {}, {}, "", ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.within, given = tag, dict(attributes)
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            self.metas[name] = given.get("content")
        if tag == "link":
            self.links.setdefault(given["rel"], []).append(given.get("href"))

    def handle_data(self, text):
        if self.within == "title" and not self.title:
            self.title = text


@pytest.fixture(scope="module")
def site():
    return create_app(SMALL).server.test_client()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_shared_link_unfurls_to_what_its_page_is_about(site, page, language):
    mark = "&" if "?" in page else "?"
    head = Head(site.get(f"{page}{mark}lang=en" if language == "en" else page).text)
    assert head.title.startswith(head.metas["og:title"])
    assert head.metas["og:description"] == head.metas["description"]
    assert re.search("[\u4e00-\u9fff]" if language == "zh" else "[a-z]", head.metas["og:description"])
    assert head.metas["og:site_name"]
    (canonical,) = head.links["canonical"]
    assert head.metas.get("og:url", canonical) == canonical
    assert ("lang=en" in canonical) == (language == "en")


def test_a_figure_unfurls_to_what_was_printed_and_by_whom(site):
    head = Head(site.get(f"/f/{FIGURE}?lang=en").text)
    assert "567个" in head.metas["og:description"]
    assert head.metas["citation_publisher"]
    assert head.metas["og:title"] != Head(site.get("/").text).metas["og:title"]


@pytest.mark.parametrize("added", ["utm_source=x", "from=timeline", "isappinstalled=0", "spm=1.2.3"])
def test_whatever_others_add_a_page_has_one_address(site, added):
    plain = Head(site.get("/?metric=projects").text).links["canonical"]
    assert Head(site.get(f"/?metric=projects&{added}").text).links["canonical"] == plain


def closed(site, path):
    """Whether robots.txt closes a path, as RFC 9309 reads it: a star is any text."""
    rules = re.findall(r"^Disallow: (\S+)$", site.get("/robots.txt").text, re.MULTILINE)
    assert rules
    return any(re.match(".*".join(map(re.escape, rule.split("*"))), path) for rule in rules)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/?metric=projects&lang=en",
        "/?pair=tianjin-huangnan",
        f"/f/{FIGURE}?lang=en",
        "/p/tianjin-huangnan",
        "/data",
        "/about",
        "/sitemap.xml",
        "/changes.atom",
    ],
)
def test_robots_may_read_pages_and_each_choice_of_figures(site, path):
    assert not closed(site, path)


@pytest.mark.parametrize(
    "path",
    [
        "/data.csv?metric=funds",
        "/data.zip",
        "/?metric=projects&focus=tianjin-huangnan",
        "/?embed=1",
        "/?like=all",
        f"/f/{FIGURE}?card=1",
        "/search?q=a",
        "/_dash-layout",
    ],
)
def test_robots_are_kept_from_files_and_from_the_same_shown_otherwise(site, path):
    assert closed(site, path)
