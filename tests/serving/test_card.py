"""A figure's card over plain HTTP: what it says of the report and where it was read, and what it leads to."""

import re
import shutil
from html import unescape

import pytest

import app
from tests.conftest import SMALL

HOSTS = """\
gov.cn: {kind: official}
copies.example: {kind: aggregator, owner: 转载网}
"""
REPORTS = """\
paper:
  publisher: 青海日报
  published: 2024-08-30
  url: https://paper.gov.cn/1.html
  language: zh-Hans
  tier: A
  read: whole
portal:
  publisher: 青海日报
  published: 2024/..
  url: https://www.copies.example/2.html
  original: https://paper.gov.cn/2.html
  language: zh-Hans
  tier: C
lost:
  publisher: 未署名
  copy: true
  language: zh-Hans
  tier: C
found:
  publisher: 青海日报
  published: 2024-08-01/..
  copy: true
  original: https://paper.gov.cn/3.html
  language: zh-Hans
  tier: C
"""
FIGURES = """
  funds:
    - {id: funds-2, stated: 1亿元, period: 2023, basis: spent, source: portal, locator: digest, category: fiscal}
    - {id: funds-1, stated: 18.51亿元, period: since/2024-08, basis: spent, source: paper, locator: ¶1}
  projects:
    - {id: projects-1, stated: 5个, period: 2023, basis: unstated, source: lost, locator: digest}
  beneficiaries:
    - {id: beneficiaries-1, stated: 30人, period: 2023, basis: unstated, source: found, locator: digest, attribution: recipient}
"""
COPIED = "read in a copy on a site that has nothing to do with it, not named here"
NOT_OPENED = "Evident address of the original (not opened) ↗"


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """A dashboard over one pairing with a report of every sort, beside the small Haixi."""
    folder = shutil.copytree(SMALL, tmp_path_factory.mktemp("card") / "curated")
    (folder / "reports").mkdir()
    (folder / "reports" / "2024.yaml").write_text(REPORTS, "utf-8")
    (folder / "hosts.yaml").write_text(HOSTS, "utf-8")
    (folder / "publishers.yaml").write_text("青海日报: Qinghai Daily\n", "utf-8")
    pairing = folder / "tianjin-huangnan.yaml"
    pairing.write_text(pairing.read_text("utf-8").partition("\nscopes:")[0] + "\nfigures:" + FIGURES, "utf-8")
    haixi = folder / "zhejiang-haixi.yaml"
    haixi.write_text(re.sub(r"\n    url: .*", "", haixi.read_text("utf-8")), "utf-8")
    return app.create_app(folder).server.test_client()


def said(client, figure, search="?lang=en"):
    html = client.get(f"/f/tianjin-huangnan-{figure}{search}").text
    blocks = re.sub(r"</?span[^>]*>", "", html)  # a change of language within a sentence
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", blocks)).split())


def links(client, figure):
    """The links of a card that leave the site: address -> (rel, words)."""
    html = client.get(f"/f/tianjin-huangnan-{figure}?lang=en&card=1").text
    return {
        href: (rel, words) for href, rel, words in re.findall(r'<a href="(https?:[^"]+)" target="_blank" rel="([^"]+)">([^<]+)</a>', html)
    }


def test_a_report_on_a_site_of_its_own_is_linked_as_the_original(reading):
    assert links(reading, "funds-1") == {"https://paper.gov.cn/1.html": ("noopener noreferrer", "Original ↗")}
    assert "Qinghai Daily 2024-08-30 · tier A (official or first publisher) · ¶1" in said(reading, "funds-1")
    assert COPIED not in said(reading, "funds-1")


def test_a_copy_on_an_aggregator_is_linked_as_one_and_not_recommended_to_search_engines(reading):
    assert links(reading, "funds-2") == {
        "https://www.copies.example/2.html": ("noopener noreferrer nofollow", "A copy ↗"),
        "https://paper.gov.cn/2.html": ("noopener noreferrer", NOT_OPENED),
    }


def test_a_copy_on_an_unrelated_site_is_told_and_never_linked(reading):
    assert links(reading, "projects-1") == {}
    assert COPIED in said(reading, "projects-1")
    assert "Address not known" not in said(reading, "projects-1")
    assert "读的是无关网站上的转载，这里不列其网址" in said(reading, "projects-1", "")


def test_an_evident_original_is_linked_and_said_to_be_unopened(reading):
    assert links(reading, "beneficiaries-1") == {"https://paper.gov.cn/3.html": ("noopener noreferrer", NOT_OPENED)}
    assert COPIED in said(reading, "beneficiaries-1")


@pytest.mark.parametrize(
    ("figure", "english", "chinese"),
    [
        ("funds-1", "2024-08-30", "2024-08-30"),
        ("funds-2", "2024 at the earliest", "2024或更晚"),
        ("beneficiaries-1", "2024-08-01 at the earliest", "2024-08-01或更晚"),
    ],
)
def test_a_publication_of_which_only_the_earliest_day_is_known_says_so(reading, figure, english, chinese):
    assert f"{english} · tier" in said(reading, figure)
    assert f"{chinese} · {'A' if figure == 'funds-1' else 'C'} 级" in said(reading, figure, "")
    assert "/.." not in said(reading, figure)


def test_a_period_that_begins_with_the_pairing_says_so(reading):
    assert "Period 2010 – Aug 2024 It begins with the pairing: the report says “in N years”" in said(reading, "funds-1")
    assert "It begins with the pairing" not in said(reading, "funds-2")


def test_what_is_the_places_own_result_says_so(reading):
    assert "Attribution the place's own result" in said(reading, "beneficiaries-1")
    assert "Attribution" not in said(reading, "projects-1")


def test_the_category_is_what_the_figure_counts(reading):
    assert "What is counted Fiscal money" in said(reading, "funds-2")
    assert "What is counted whole pairing" in said(reading, "funds-1")


def test_what_compares_is_counted_and_one_click_away(reading):
    html = reading.get("/f/tianjin-huangnan-funds-1?lang=en").text
    assert '<a href="/?like=tianjin-huangnan-funds-1&amp;lang=en">What compares with it: 2 pairings</a>' in html
    assert "No figure here compares with it." in said(reading, "projects-1")
    like = reading.get("/answer.json?like=tianjin-huangnan-funds-1").json
    assert like["problems"] == []
    assert "tianjin-huangnan-funds-1" in like["figures"]


def test_how_to_cite_names_the_copy_as_a_copy(reading):
    cited = said(reading, "beneficiaries-1").partition("How to cite")[2]
    assert f"Source: Qinghai Daily, 2024-08-01 at the earliest, read in a digest, not in the full report, {COPIED}" in cited
    assert "copy" not in said(reading, "funds-1").partition("How to cite")[2]


def test_no_card_of_the_curated_figures_links_to_a_site_that_nobody_judged(client, catalog):
    copies = catalog.frame[catalog.frame["site"] == "unrelated"]["figure"]
    assert len(copies) > 30
    for figure in copies.iloc[:: len(copies) // 20]:
        html = client.get(f"/f/{figure}").text
        source = catalog.sources[catalog.frame.set_index("figure").loc[figure, "source"]]
        assert set(re.findall(r'<a href="(https?:[^"]+)"', html)) == ({source.original.replace("&", "&amp;")} if source.original else set())


def test_every_card_of_what_was_not_found_is_there(client, catalog):
    """Several may be of one metric and pairing, in years of their own."""
    holes = catalog.frame.loc[catalog.frame["status"] != "reported", "figure"]
    assert len(holes) > 20
    assert [name for name in holes if client.get(f"/f/{name}").status_code != 200] == []
