"""The page in another engine, as readers have it: with its protections on, its blockers, its translators, going back and forth."""

import json
import re

import pytest

from .firefox import MISSING, Firefox, find, opened

VIEW = "?metric=projects&lang=en"
STANDS = "return document.querySelector('#table[data-filled]') !== null && window.store?.getState().appLifecycle === 'HYDRATED'"
SEES = "return [...document.querySelectorAll(arguments[0])].some((one) => one.checkVisibility({ visibilityProperty: true }))"
SAYS = "return document.querySelector(arguments[0])?.innerText ?? ''"
WITHIN = 30  # seconds: the page speaks after 7 of its own, and a busy machine takes longer for everything
GO = "history.pushState({}, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))"
# What a translator does to a page: each text becomes an element of its own, as `font` in `font`, in place of what was written.
TRANSLATE = """
    const walk = document.createTreeWalker(document.querySelector('#react-entry-point'), NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts.filter((one) => one.data.trim() && !one.parentNode.closest('svg, style, script'))) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = `⟦${text.data}⟧`;
        outer.append(inner);
        text.parentNode.insertBefore(outer, text);
        text.remove();
    }
    return texts.length;"""
# What a reader for the dyslexic does: the first half of each word is made bold.
EMBOLDEN = """
    const walk = document.createTreeWalker(document.querySelector('#react-entry-point'), NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts.filter((one) => one.data.trim() && !one.parentNode.closest('svg, style, script'))) {
        const parts = document.createDocumentFragment(), half = document.createElement('b');
        half.textContent = text.data.slice(0, Math.ceil(text.data.length / 2));
        parts.append(half, text.data.slice(Math.ceil(text.data.length / 2)));
        text.parentNode.replaceChild(parts, text);
    }
    return texts.length;"""


@pytest.fixture(scope="module")
def firefox():
    if find() is None:
        pytest.skip(MISSING)
    with opened() as one:
        yield one


@pytest.fixture(scope="module")
def guarded():
    """One that resists the taking of fingerprints, as Tor Browser, Mullvad and LibreWolf do."""
    if find() is None:
        pytest.skip(MISSING)
    with opened({"privacy.resistFingerprinting": True}) as one:
        yield one


def arrive(firefox: Firefox, address: str) -> Firefox:
    firefox.open(address)
    firefox.wait(STANDS)
    return firefox


def test_the_page_stands_and_shows_what_its_address_says(firefox, server):
    arrive(firefox, f"{server.address}/{VIEW}")
    assert firefox.run(SAYS, "#title").startswith("Projects")
    assert firefox.run(SEES, "#comparison svg")
    assert firefox.run(SEES, "#table a[href^='/f/']")
    assert not firefox.run(SEES, "#trouble, .shell, #outage")


def test_back_and_forward_agree_with_the_address_each_time(firefox, server):
    arrive(firefox, f"{server.address}/{VIEW}")
    first = firefox.run(SAYS, "#title")
    firefox.run(GO, "?metric=personnel&lang=en")
    firefox.wait("return document.querySelector('#title').innerText !== arguments[0]", first)
    second = firefox.run(SAYS, "#title")
    firefox.open(f"{server.address}/about?lang=en")
    firefox.back()
    firefox.wait(f"return location.search.includes('personnel') && ({SAYS.removeprefix('return ')}) === arguments[1]", "#title", second)
    firefox.back()
    firefox.wait(f"return location.search.includes('projects') && ({SAYS.removeprefix('return ')}) === arguments[1]", "#title", first)
    firefox.ask("WebDriver:Forward")
    firefox.wait(f"return location.search.includes('personnel') && ({SAYS.removeprefix('return ')}) === arguments[1]", "#title", second)
    assert not firefox.run(SEES, "#trouble, .shell, #outage")


@pytest.mark.parametrize("rewrite", [TRANSLATE, EMBOLDEN], ids=["translated", "emboldened"])
def test_a_page_whose_texts_somebody_rewrote_shows_the_next_view_all_the_same(firefox, server, rewrite):
    other = "?metric=funds&lang=en"
    arrive(firefox, f"{server.address}/{other}")
    words = {css: firefox.run(SAYS, css) for css in ("#title", ".finding", "#verdict", "#credit", ".downloads", "#sets", "#table")}
    arrive(firefox, f"{server.address}/{VIEW}")
    firefox.run("window.failures = []; addEventListener('error', (event) => window.failures.push(event.message))")
    assert firefox.run(rewrite) > 50
    for search in (other, VIEW, "?metric=trainees&lang=en", "?view=coverage&lang=en", other):
        firefox.run(GO, search)
        firefox.wait("return window.store.getState().layout && document.querySelector('.results')?.getAttribute('aria-busy') !== 'true'")
    firefox.wait(f"return ({SAYS.removeprefix('return ')}) === arguments[1]", "#title", words["#title"])
    # What both views say alike is still as the translator left it.
    assert {css: firefox.run(SAYS, css).replace("⟦", "").replace("⟧", "") for css in words} == words
    assert firefox.run("return window.failures") == []


def test_a_picture_is_saved_as_lines_where_points_would_be_noise(guarded, server):
    arrive(guarded, f"{server.address}/{VIEW}")
    guarded.run("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    guarded.click("button[data-picture]")
    guarded.wait(SEES, ".saved-note")
    assert "fingerprinting" in guarded.run(SAYS, ".saved-note")
    for _ in range(100):
        saved = [path for path in guarded.downloads.glob("*") if path.suffix in (".svg", ".png") and path.stat().st_size]
        if saved:
            break
        guarded.run("return 1")
    assert [path.suffix for path in saved] == [".svg"]
    assert saved[0].read_text("utf-8").startswith("<svg")


def test_a_guarded_browser_shows_the_page_like_any_other(guarded, firefox, server):
    said = [arrive(one, f"{server.address}/{VIEW}").run(SAYS, "#table") for one in (guarded, firefox)]
    assert said[0] == said[1] != ""


BLOCKER = {
    "manifest_version": 2,
    "name": "blocker",
    "version": "1",
    "permissions": ["webRequest", "webRequestBlocking", "<all_urls>"],
    "background": {"scripts": ["block.js"]},
    "browser_specific_settings": {"gecko": {"id": "blocker@example.org"}},
}


@pytest.mark.parametrize(
    "part", ["dash_renderer", "dash_core_components", "react-dom", "page.js", "async-graph", "_dash-layout", "_dash-dependencies"]
)
def test_a_content_blocker_that_takes_one_part_leaves_the_table_and_a_way_to_try_again(server, tmp_path, part):
    if find() is None:
        pytest.skip(MISSING)
    (tmp_path / "manifest.json").write_text(json.dumps(BLOCKER), "utf-8")
    listen = f"browser.webRequest.onBeforeRequest.addListener(({{url}}) => ({{cancel: url.includes({json.dumps(part)})}}),"
    (tmp_path / "block.js").write_text(f'{listen} {{urls: ["<all_urls>"]}}, ["blocking"]);', "utf-8")
    with opened() as firefox:
        firefox.install(tmp_path)
        firefox.open(f"{server.address}/{VIEW}")
        assert firefox.wait(SEES, "#trouble a", seconds=WITHIN)
        assert firefox.run(SEES, ".table-box a[href^='/f/']")
        assert re.search(r"\w", firefox.run("return [...document.querySelectorAll('.finding')].map((one) => one.innerText).join('')"))
