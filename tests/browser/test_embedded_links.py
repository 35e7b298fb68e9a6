"""A chart in a page of somebody else, on another origin: its links open outside it, and whoever opened them is not known there."""

import pytest
from playwright.sync_api import expect

LINKS = {".way-out a": "/?", "#comparison a[href*='/f/']": "/f/", "#comparison a.dot": "/?"}


@pytest.fixture
def framed(browser, server, elsewhere, tmp_path):
    """Open a page that holds the embed of a query string, and give the page and its frame."""
    contexts = []

    def frame(search, *, scripts=True):
        (tmp_path / "index.html").write_text(
            f'<!DOCTYPE html><h1>Elsewhere</h1><iframe src="{server.address}/{search}" width=900 height=700></iframe>'
        )
        contexts.append(browser.new_context(java_script_enabled=scripts))
        page = contexts[-1].new_page()
        page.goto(elsewhere)
        inside = page.frame_locator("iframe")
        inside.locator("#comparison .row" if scripts else ".shell .bars .row").first.wait_for()
        return page, inside

    yield frame
    for context in contexts:
        context.close()


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("how", ["click", "Enter"])
def test_a_link_of_an_embed_opens_a_tab_of_its_own_that_knows_no_opener(framed, server, link, how):
    page, inside = framed("?metric=projects&lang=en&embed=1")
    target = inside.locator(link).first
    with page.context.expect_page() as opened:
        target.click() if how == "click" else target.press("Enter")
    tab = opened.value
    tab.wait_for_load_state()
    assert tab.url.startswith(f"{server.address}{LINKS[link]}")
    assert "embed" not in tab.url
    assert "lang=en" in tab.url
    assert tab.evaluate("[window.opener, window.parent === window]") == [None, True]
    assert tab.locator(".page.embed").count() == 0, "it is the whole page"
    assert page.locator("h1").inner_text() == "Elsewhere"
    expect(inside.locator("#comparison .row").first).to_be_visible()


def test_no_link_of_an_embed_leaves_its_frame_elsewhere(framed, server):
    page, inside = framed("?metric=projects&lang=en&embed=1")
    before, links = page.frames[1].url, inside.locator("a[href]:visible:not(.skip)").all()
    assert len(links) > 4
    for link in links:
        with page.context.expect_page() as opened:
            link.click()
        assert opened.value.url.startswith(server.address)
        opened.value.close()
        assert page.frames[1].url == before


def test_without_scripts_the_links_of_an_embed_open_outside_too(framed, server):
    page, inside = framed("?metric=projects&lang=en&embed=1", scripts=False)
    link = inside.locator(".shell .bars a[href*='/f/']").first
    with page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    assert opened.value.url.startswith(f"{server.address}/f/")
    expect(inside.locator(".shell .bars .row").first).to_be_visible()
