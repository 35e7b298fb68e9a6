"""Pages of pairings and reports, the lists of both, the search and the overview: they answer, and lead to one another."""

import re

import pytest

import app
from tests.conftest import SMALL

PAGES = (
    "/pairings",
    "/reports",
    "/overview",
    "/search",
    "/search?q=567个",
    "/p/zhejiang-haixi",
    "/p/tianjin-huangnan",
    "/r/haixi-2025-07-22-qinghairibao",
)


@pytest.mark.parametrize("lang", ["", "lang=en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_in_both_languages(client, page: str, lang: str) -> None:
    answer = client.get(page + ("&" if "?" in page else "?") + lang)
    assert answer.status_code == 200
    assert f'<html lang="{"en" if lang else "zh-Hans"}">' in answer.text
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize("address", ["/p/nobody", "/r/nothing", "/p/", "/r/"])
def test_what_is_unknown_is_not_found(client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_every_link_within_the_site_answers(client) -> None:
    """A sample by a fixed rule: every 25th address that these pages lead to."""
    found = {link.replace("&amp;", "&") for page in PAGES for link in re.findall(r'href="(/[^"#]*)"', client.get(page).text)}
    walked = sorted(found)[::25]
    assert len(walked) > 40
    assert [link for link in walked if status(client, link) != 200] == []


def status(client, link: str) -> int:
    with client.get(link) as answer:
        return answer.status_code


def test_a_pairing_leads_to_its_figures_reports_and_holders(client) -> None:
    page = client.get("/p/tianjin-gannan?lang=en").text
    assert 'href="/p/tianjin-gansu?lang=en"' in page
    assert re.search(r'href="/f/tianjin-gannan-funds-\d+\?lang=en"', page)
    assert re.search(r'href="/r/[a-z0-9-]+\?lang=en"', page)
    assert "like=tianjin-gannan-" in page


def test_a_report_read_on_an_unrelated_site_is_cited_and_not_linked(client, catalog) -> None:
    copied = next(one for one in catalog.sources.values() if one.copied and not one.original)
    page = client.get(f"/r/{copied.id}?lang=en").text
    assert "in a copy on a site that has nothing to do with it" in page
    assert not re.search(r'<main.*href="https?://', page, re.DOTALL)


def test_the_search_shows_a_question_as_text(client) -> None:
    page = client.get("/search?q=<script>alert(1)</script>").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_overview_in_the_docs_is_the_one_that_is_reckoned() -> None:
    from docs.adding_up import PAGE, page

    assert PAGE.read_text("utf-8") == page(), "python -m docs.adding_up"


def test_what_was_searched_in_vain_is_told_with_its_years_and_is_not_said_to_lack_an_entry(client):
    page = client.get("/p/shandong-gansu?lang=en").text
    assert "Sales · 2021–2024</a>: searched, not found (2026-11-26)" in page
    without = page.partition("Metrics without an entry:")[2].partition("</p>")[0]
    assert "Surgeries" in without
    assert "Sales" not in without


def test_the_card_of_a_hole_names_its_years(client, catalog):
    holes = catalog.frame[(catalog.frame["status"] == "not-found") & (catalog.frame["period"] == "2021/2024")]
    card = client.get(f"/f/{holes['figure'].iloc[0]}?lang=en").text
    assert "searched, not found (2026-11-26)" in card
    assert "2021–2024" in card


def test_a_programme_that_no_file_declares_is_a_choice_all_the_same():
    client = app.create_app(SMALL).server.test_client()
    assert client.get("/pairings?programme=qinghai").status_code == 200
    assert client.get("/pairings?programme=nothing").status_code == 404
    assert client.get("/pairings?donor=nowhere").status_code == 404
