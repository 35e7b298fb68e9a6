"""`make shots`: the main page as pictures, in every width, theme and language.

The few that documents show go to `docs/screenshots/`, all others to `build/screenshots/`, which is not kept.
"""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.chromium import ARGUMENTS, find
from tests.browser.reader import Reader
from tests.browser.server import ROOT, running

HEIGHTS = {1440: 1720, 1024: 1000, 360: 1000}
THEMES = ("light", "dark")
LANGUAGES = {"zh": "", "en": "?lang=en"}
KEPT = ("main-1440-light-zh", "main-1440-dark-en", "main-1024-light-en", "main-360-light-zh")


def folder(name: str) -> Path:
    return ROOT / ("docs" if name in KEPT else "build") / "screenshots"


def shoot(browser: Browser, address: str, width: int, theme: str, language: str) -> Path:
    """One picture of the top of the page, as a reader with these settings sees it."""
    name = f"main-{width}-{theme}-{language}"
    context = browser.new_context(viewport={"width": width, "height": HEIGHTS[width]}, color_scheme=theme)
    context.set_default_timeout(60_000)
    reader = Reader(context.new_page(), address).open(LANGUAGES[language])
    path = folder(name) / f"{name}.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    reader.page.screenshot(path=path)
    context.close()
    return path


def main() -> int:
    chromium = find()
    if chromium is None:
        return 1  # `make shots` has said so before
    with running() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        for width, theme, language in product(HEIGHTS, THEMES, LANGUAGES):
            path = shoot(browser, server.address, width, theme, language)
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
