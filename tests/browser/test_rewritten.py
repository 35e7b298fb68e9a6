"""A page that an extension rewrites, and goes on rewriting, answers every filter: its title, sentence and table are those of the view."""

import pytest

from .rewriting import MARKS, NAMES, begun

VIEWS = ["?lang=en", "?metric=projects&pair=tianjin-huangnan&lang=en", "?metric=personnel&like=all&lang=en", "?view=coverage&lang=en"]
PARTS = ("#title", ".finding", "#verdict", "#credit", "#downloads", "#table")
SAID = f"() => [...document.querySelectorAll('{', '.join(PARTS)}')].map((one) => one.textContent.replace(/\\s+/g, ' '))"


def said(reader):
    return [text.translate(MARKS) for text in reader.page.evaluate(SAID)]


@pytest.mark.parametrize("name", NAMES)
def test_a_rewritten_page_shows_each_view_like_any_other(new_reader, name):
    plain, reader = new_reader().open(VIEWS[0]), new_reader().open("?metric=trainees&lang=en")
    reader.page.evaluate(f"() => {{ {begun(name)} }}")
    assert reader.page.evaluate("window.rewritten") > (0 if name in ("darkened", "attached") else 50)
    for search in [*VIEWS, VIEWS[1], VIEWS[0]]:
        assert said(reader.go(search)) == said(plain.go(search)), search
        assert reader.listed() == plain.listed()
        assert reader.marks("comparison") == plain.marks("comparison")


@pytest.mark.parametrize("name", NAMES)
def test_its_controls_and_cards_still_work(new_reader, name):
    reader = new_reader().open("?metric=projects&lang=en")
    reader.page.evaluate(f"() => {{ {begun(name)} }}")
    reader.choose("pair", "tianjin-huangnan")
    assert reader.search == "?metric=projects&pair=tianjin-huangnan&lang=en"
    shown = reader.listed()
    assert {one.rpartition("-projects-")[0] for one in shown} == {"tianjin-huangnan"}
    reader.page.click(f"#{shown[0]} a[href^='/f/']")
    reader.page.wait_for_selector("dialog[open] #card-title")
    assert "567" in reader.page.inner_text("dialog .stated").translate(MARKS)
    reader.page.go_back()
    reader.page.wait_for_selector("dialog[open]", state="detached")
    reader.choose("metric", "funds")
    assert all("-funds-" in one for one in reader.listed())
