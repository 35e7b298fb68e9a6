"""From a telephone to a wide screen the page never scrolls sideways, and what it shows stays in reach."""

import pytest

WIDTHS = (360, 800, 1024, 1440)
SEARCHES = ["?lang=en", "?metric=projects&like=all", "?metric=personnel&parts=1", "?metric=funds&parts=1&lang=en", "?pair=nowhere-never"]
# Whatever reaches past the right edge and is not inside a box that scrolls by itself.
OUTSIDE = """() => [...document.querySelectorAll('body *')].filter(one => {
    const box = one.getBoundingClientRect();
    return one.checkVisibility() && box.width > 1 && box.right > innerWidth + 1 && !one.closest('.table-box, .chips, .legend, svg, .unseen');
}).map(one => `${one.tagName}#${one.id}.${one.className}`)"""
# Words of a chart that reach past its left or right edge.
CUT = """() => [...document.querySelectorAll('#charts svg text')].filter(one => {
    const word = one.getBoundingClientRect(), chart = one.closest('.js-plotly-plot, .chart').getBoundingClientRect();
    return word.width && (word.left < chart.left - 1 || word.right > chart.right + 1);
}).map(one => one.textContent)"""


@pytest.mark.parametrize("search", SEARCHES)
def test_the_page_does_not_scroll_sideways_at_any_width(reader, search):
    reader.open(search)
    for width in WIDTHS:
        reader.resize(width, 740)
        assert reader.page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert reader.page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("search", SEARCHES[:-1])
def test_no_word_of_a_chart_is_cut_off_on_a_telephone(new_reader, search):
    reader = new_reader(width=360, height=740).open(search)
    assert reader.page.locator("#charts svg text").count() >= 3, "three ticks at least"
    assert reader.page.evaluate(CUT) == []


@pytest.mark.parametrize("search", SEARCHES[:-1])
def test_every_word_of_a_row_can_be_read_on_a_telephone(new_reader, search):
    page = new_reader(width=360, height=740).open(search).page
    cut = (
        """cells => cells.filter(cell => cell.checkVisibility() && cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent)"""
    )
    words = page.locator("#comparison .row :is(th, td:not(.plot)):visible")
    assert words.count() >= 4
    assert words.evaluate_all(cut) == []


def test_a_telephone_can_choose_and_download(new_reader):
    reader = new_reader(width=360, height=740).open("?metric=projects&lang=en")
    reader.choose("pair", "tianjin-huangnan")
    assert reader.listed() == list(reader.downloaded()["figure"]) == ["tianjin-huangnan-projects-1"]
