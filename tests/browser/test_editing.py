"""While the dashboard runs for editing: the page follows a good edit by itself and tells what is wrong with a bad one."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, expect

from ..conftest import SMALL
from .server import running

SEEN_WITHIN = 30_000  # milliseconds, on a busy machine; three seconds on a quiet one


def test_the_page_follows_an_edit_and_tells_what_is_wrong_with_one(browser: Browser, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "curated"))
    file = folder / "tianjin-huangnan.yaml"
    good = file.read_text(encoding="utf-8")
    with running(CURATED=str(folder), EDITING="1") as server:
        page = browser.new_page()
        page.goto(f"{server.address}/?pair=tianjin-huangnan")
        printed = page.locator("#table td").get_by_text("18.51亿元", exact=True)
        expect(printed).to_be_visible(timeout=SEEN_WITHIN)

        file.write_text(good.replace("stated: 18.51亿元", "stated: 18.51亿圆"), encoding="utf-8")
        expect(page.locator(".edit-panel")).to_contain_text("stated_can_be_read", timeout=SEEN_WITHIN)
        expect(printed).to_be_visible()

        file.write_text(good.replace("stated: 18.51亿元", "stated: 18.52亿元"), encoding="utf-8")
        corrected = page.locator("#table td").get_by_text("18.52亿元", exact=True)
        expect(corrected).to_be_visible(timeout=SEEN_WITHIN)
        expect(page.locator(".edit-panel:visible")).to_have_count(0)
        page.close()


def test_a_reader_is_told_nothing_of_a_bad_edit(browser: Browser, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "curated"))
    with running(CURATED=str(folder)) as server:
        page = browser.new_page()
        page.goto(server.address)
        (folder / "tianjin-huangnan.yaml").write_text("pairing: broken\n", encoding="utf-8")
        page.wait_for_function("fetch('/status.json').then(a => a.json()).then(s => s.problems > 0)", timeout=SEEN_WITHIN)
        status = page.evaluate("fetch('/status.json').then(answer => answer.json())")
        page.reload()
        expect(page.locator("#table td").get_by_text("18.51亿元", exact=True)).to_be_visible(timeout=SEEN_WITHIN)
        assert "lines" not in status
        assert page.locator(".edit-panel").count() == 0
        page.close()
