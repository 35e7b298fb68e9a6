"""The page in another engine, as readers have it: with its protections on, its blockers, its translators, going back and forth."""

import base64
import json
import re
import shutil
import zlib

import pytest

from .firefox import MISSING, Firefox, find, opened
from .rewriting import MARKS, NAMES, begun
from .server import running

VIEW = "?metric=projects&lang=en"
STANDS = "return document.querySelector('#table[data-filled]') !== null && window.store?.getState().appLifecycle === 'HYDRATED'"
SEES = "return [...document.querySelectorAll(arguments[0])].some((one) => one.checkVisibility({ visibilityProperty: true }))"
SAYS = "return document.querySelector(arguments[0])?.innerText ?? ''"
WITHIN = 30  # seconds: the page speaks after 7 of its own, and a busy machine takes longer for everything
MANIFEST = {
    "manifest_version": 2,
    "name": "extension",
    "version": "1",
    "browser_specific_settings": {"gecko": {"id": "extension@example.org"}},
}
GO = "history.pushState({}, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))"


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


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_an_extension_rewrites_shows_the_next_view_all_the_same(firefox, server, name):
    other = "?metric=funds&lang=en"
    arrive(firefox, f"{server.address}/{other}")
    words = {css: firefox.run(SAYS, css) for css in ("#title", ".finding", "#verdict", "#credit", ".downloads", "#sets", "#table")}
    arrive(firefox, f"{server.address}/{VIEW}")
    firefox.run("window.failures = []; addEventListener('error', (event) => window.failures.push(event.message))")
    firefox.run(begun(name))
    assert firefox.run("return window.rewritten") > 0
    for search in (other, VIEW, "?metric=trainees&lang=en", "?view=coverage&lang=en", other):
        firefox.run(GO, search)
        firefox.wait("return window.store.getState().layout && document.querySelector('.results')?.getAttribute('aria-busy') !== 'true'")
    firefox.wait(f"return ({SAYS.removeprefix('return ')}).replace(/[⟦⟧]/g, '') === arguments[1]", "#title", words["#title"])
    # What both views say alike is still as the extension left it.
    assert {css: firefox.run(SAYS, css).translate(MARKS) for css in words} == words
    assert firefox.run("return window.failures") == []


@pytest.mark.parametrize("name", ["darkened", "translated"])
def test_a_real_extension_that_rewrites_every_page_as_it_comes_leaves_it_working(server, tmp_path, name):
    """From a world of its own, before the page's scripts have drawn anything."""
    if find() is None:
        pytest.skip(MISSING)
    script = {"matches": ["<all_urls>"], "js": ["rewrite.js"], "run_at": "document_end", "all_frames": True}
    (tmp_path / "manifest.json").write_text(json.dumps({**MANIFEST, "content_scripts": [script]}), "utf-8")
    (tmp_path / "rewrite.js").write_text(f"(() => {{ {begun(name)} }})()", "utf-8")
    with opened() as firefox:
        firefox.install(tmp_path)
        arrive(firefox, f"{server.address}/{VIEW}")
        firefox.wait(
            SEES, {"darkened": "[data-darkreader-inline-fill], [data-darkreader-inline-bgcolor]", "translated": "#table font font"}[name]
        )
        firefox.run(GO, "?metric=personnel&lang=en")
        firefox.wait("return document.querySelectorAll('#table tr[id*=\"-personnel-\"]').length > 0")
        assert firefox.run(SAYS, "#title").translate(MARKS).startswith("Seconded personnel")
        assert not firefox.run(SEES, "#trouble, .shell, #outage")


def test_a_page_that_back_restores_as_it_was_answers_and_opens_cards(firefox, server):
    arrive(firefox, f"{server.address}/{VIEW}")
    firefox.run("window.marked = 1; addEventListener('pageshow', (event) => (window.restored = event.persisted))")
    firefox.open(f"{server.address}/about?lang=en")
    firefox.back()
    assert firefox.wait("return window.marked === 1 && window.restored === true"), "Firefox kept it whole"
    firefox.run(GO, "?metric=personnel&lang=en")
    firefox.wait("return document.querySelectorAll('#table tr[id*=\"-personnel-\"]').length > 0")
    firefox.click("#table a[href^='/f/']")
    firefox.wait(SEES, "dialog[open] #card-title")
    firefox.back()
    firefox.wait("return !document.querySelector('dialog[open]')")
    assert firefox.run("return location.search") == "?metric=personnel&lang=en"
    assert not firefox.run(SEES, "#trouble, .shell, #outage")


def test_a_tab_that_slept_behind_another_is_told_of_newer_data_with_a_link_to_them(firefox, five, tmp_path):
    folder = shutil.copytree(five, tmp_path / "curated")
    with running(CURATED=str(folder)) as server:
        arrive(firefox, f"{server.address}/{VIEW}")
        shown, first = firefox.run(SAYS, "#table"), firefox.ask("WebDriver:GetWindowHandle")
        version = firefox.run("return document.documentElement.dataset.version")
        other = firefox.ask("WebDriver:NewWindow", {"type": "tab"})["handle"]
        firefox.ask("WebDriver:SwitchToWindow", {"handle": other})
        arrive(firefox, f"{server.address}/?metric=funds&lang=en")
        path = next(folder.glob("*/tianjin-huangnan.yaml"))
        path.write_text(re.sub(r"stated: 567个", "stated: 568个", path.read_text("utf-8"), count=1), "utf-8")
        firefox.wait("return fetch('/status.json').then((one) => one.json()).then((one) => one.version !== arguments[0])", version)
        firefox.ask("WebDriver:CloseWindow")
        firefox.ask("WebDriver:SwitchToWindow", {"handle": first})
        firefox.wait(SEES, "#newer a", seconds=WITHIN)
        assert firefox.run(SAYS, "#table") == shown, "nothing changes under a reader's eyes"
        firefox.click("#newer a")
        firefox.wait(f"return !document.querySelector('#newer') && ({STANDS.removeprefix('return ')})")
        assert "568" in firefox.run(SAYS, "#table")


def test_links_of_an_embed_open_outside_it(firefox, server, elsewhere, tmp_path):
    (tmp_path / "index.html").write_text(f'<h1>Elsewhere</h1><iframe src="{server.address}/{VIEW}&embed=1" width=900 height=700></iframe>')
    firefox.open(elsewhere)
    first = firefox.ask("WebDriver:GetWindowHandle")
    firefox.ask("WebDriver:SwitchToFrame", {"id": 0})
    firefox.wait(STANDS)
    firefox.click("#comparison a[href*='/f/']")
    for _ in range(600):
        others = [one for one in firefox.ask("WebDriver:GetWindowHandles") if one != first]
        if others:
            break
        firefox.run("return 1")
    firefox.ask("WebDriver:SwitchToWindow", {"handle": others[0]})
    firefox.wait("return location.pathname.startsWith('/f/') && document.readyState === 'complete'")
    assert firefox.run("return [window.opener, window.parent === window, location.search]") == [None, True, "?lang=en"]
    firefox.ask("WebDriver:CloseWindow")
    firefox.ask("WebDriver:SwitchToWindow", {"handle": first})
    assert firefox.run("return document.querySelector('h1').innerText") == "Elsewhere"


def sheets(document: bytes) -> int:
    """How many pages a PDF has; it may hold what describes them compressed."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", document, re.DOTALL)
    unpacked = [zlib.decompressobj().decompress(stream) for stream in streams if stream[:1] == b"x"]
    return sum(len(re.findall(rb"/Type\s*/Page\b", text)) for text in [document, *unpacked])


A4, LETTER = (21.0, 29.7), (21.59, 27.94)  # centimetres
SHEETS = [
    *((state, A4, 1.0) for state in ("whole", "card", "embed=1", "view=coverage")),
    *((state, A4, 2.5) for state in ("whole", "card")),
    ("whole", LETTER, 1.27),
]


@pytest.mark.parametrize(("state", "paper", "margin"), SHEETS)
def test_every_state_prints_on_sheets(firefox, server, state, paper, margin):
    arrive(firefox, f"{server.address}/{VIEW}" + (f"&{state}" if "=" in state else ""))
    if state == "card":
        firefox.click("#table a[href^='/f/']")
        firefox.wait(SEES, "dialog[open] #card-title")
    page = {"width": paper[0], "height": paper[1]}
    margins = dict.fromkeys(("top", "bottom", "left", "right"), margin)
    data = base64.b64decode(firefox.ask("WebDriver:Print", {"page": page, "margin": margins, "background": False}))
    assert data.startswith(b"%PDF")
    assert 1 <= sheets(data) <= 12
    assert len(data) > 8000, "there is hardly anything on it"


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


BLOCKER = MANIFEST | {
    "permissions": ["webRequest", "webRequestBlocking", "<all_urls>"],
    "background": {"scripts": ["block.js"]},
}


PARTS = ["dash_renderer", "dash_core_components", "loaded/react", "loaded/page", "async-graph", "_dash-layout", "_dash-dependencies"]
# What a blocker answers: at once that there is nothing, or nothing for as long as somebody waits.
ANSWERS = {"blocked": "({cancel: true})", "hanging": "new Promise(() => {})"}


@pytest.mark.parametrize(
    ("part", "way"),
    [*((part, "blocked") for part in PARTS), ("async-graph", "hanging"), ("_dash-layout", "hanging"), ("_dash-dependencies", "hanging")],
)
def test_a_content_blocker_that_takes_one_part_leaves_the_table_and_a_way_to_try_again(server, tmp_path, part, way):
    if find() is None:
        pytest.skip(MISSING)
    (tmp_path / "manifest.json").write_text(json.dumps(BLOCKER), "utf-8")
    listen = f"browser.webRequest.onBeforeRequest.addListener(({{url}}) => url.includes({json.dumps(part)}) ? {ANSWERS[way]} : ({{}}),"
    (tmp_path / "block.js").write_text(f'{listen} {{urls: ["<all_urls>"]}}, ["blocking"]);', "utf-8")
    with opened() as firefox:
        firefox.install(tmp_path)
        firefox.run(
            "location.assign(arguments[0])", f"{server.address}/{VIEW}&like=all"
        )  # with a course of time; nobody waits for what never ends
        assert firefox.wait(SEES, "#trouble a, #outage button", seconds=WITHIN)
        assert firefox.wait(SEES, ".table-box a[href^='/f/']", seconds=WITHIN)
        assert re.search(r"\w", firefox.run("return [...document.querySelectorAll('.finding')].map((one) => one.innerText).join('')"))
