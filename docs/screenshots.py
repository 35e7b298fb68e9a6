"""`make shots`: the screens as pictures, in every width, theme and language.

The few that documents show go to `docs/screenshots/`, all others to `build/screenshots/`, which is not kept.
"""

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench.many import many
from scripts.chromium import ARGUMENTS, find
from tests.browser.reader import Reader
from tests.browser.server import ROOT, running

HEIGHTS = {1440: 1000, 1024: 1000, 360: 1000}
TALL = {("made", 1440): 1900}  # the charts of many pairings
THEMES = ("light", "dark")
LANGUAGES = {"zh": "", "en": "&lang=en"}


def filters(page: Page) -> None:
    """Unfold the filters, where a narrow page folds them."""
    if page.is_visible(".filters > summary"):
        page.click(".filters > summary")


def card(page: Page) -> None:
    """Open the card of a figure."""
    page.click("#tianjin-huangnan-funds-9 a[href^='/f/']")
    page.wait_for_selector(".card-dialog[open] .cite")


# A screen: its address, and what a reader has done there.
SCREENS: dict[str, tuple[str, Callable[[Page], None]]] = {
    "main": ("?", lambda page: None),
    "verdict": ("?like=all", lambda page: page.click("#verdict summary")),
    "coverage": ("?view=coverage", lambda page: None),
    "card": ("?pair=tianjin-huangnan", card),
    "filters": ("?pair=tianjin-huangnan~zhejiang-haixi", filters),
    "about": ("about?", lambda page: None),
    "pairings": ("pairings?donor=shanghai", lambda page: None),
    "pairing": ("p/zhejiang-haixi?", lambda page: None),
    "metric": ("m/funds?", lambda page: None),
}
MADE = {"made": ("?like=all", lambda page: None)}  # of 120 pairings with 10,000 figures, made of the curated ones
KEPT = (
    *("main-1440-light-zh", "main-1440-dark-en", "main-1024-light-en", "main-360-light-zh"),
    *("coverage-1440-light-en", "card-1440-light-zh", "card-360-dark-en", "filters-360-light-en"),
    *("made-1440-light-en", "made-360-light-zh", "pairings-1440-light-en", "pairing-1440-light-zh"),
)


def folder(name: str) -> Path:
    return ROOT / ("docs" if name in KEPT else "build") / "screenshots"


def shoot(browser: Browser, address: str, screen: str, width: int, theme: str, language: str) -> Path:
    """One picture of the top of a screen, as a reader with these settings sees it."""
    name = f"{screen}-{width}-{theme}-{language}"
    search, act = (SCREENS | MADE)[screen]
    height = TALL.get((screen, width), HEIGHTS[width])
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
    context.set_default_timeout(60_000)
    reader = Reader(context.new_page(), address)
    reader.page.goto(f"{address}/{search}{LANGUAGES[language]}")
    if search.startswith("?"):
        reader.arrive()
    act(reader.page)
    reader.page.wait_for_load_state("networkidle")
    path = folder(name) / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    reader.page.screenshot(path=path)
    context.close()
    return path


def main() -> int:
    chromium = find()
    if chromium is None:
        return 1  # `make shots` has said so before
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        many(ROOT / "curated", Path(made), 120, 10_000)
        for screens, folder_of in ((SCREENS, {}), (MADE, {"CURATED": made})):
            with running(**folder_of) as server:
                for screen, width, theme, language in product(screens, HEIGHTS, THEMES, LANGUAGES):
                    path = shoot(browser, server.address, screen, width, theme, language)
                    print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
