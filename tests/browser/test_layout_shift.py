"""Nothing moves while the page comes: what is late has its place kept."""

import pytest

# The sum of all shifts that no hand caused, and what moved. https://web.dev/articles/cls calls 0.1 good.
WATCH = """() => {
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => entry.hadRecentInput || window.shifts.push(
        [entry.value, ...(entry.sources ?? []).map(({node}) => `${node?.nodeName} ${node?.id} ${node?.className}`)]
    ))).observe({type: 'layout-shift', buffered: true});
}"""
GOOD = 0.1


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("search", ["?lang=en", "?metric=projects&parts=1", "?view=coverage"])
def test_nothing_moves_while_a_page_comes(new_reader, search, width):
    reader = new_reader(width=width, height=800)
    reader.page.add_init_script(f"({WATCH})()")
    reader.open(search)
    shifts = reader.page.evaluate("shifts")
    assert sum(value for value, *_ in shifts) < GOOD, shifts


def test_what_comes_late_would_be_noticed(reader):
    reader.page.add_init_script(f"({WATCH})()")
    reader.open("?lang=en")
    reader.page.evaluate("document.body.prepend(Object.assign(document.createElement('div'), {style: 'height: 400px'}))")
    reader.settle()
    assert sum(value for value, *_ in reader.page.evaluate("shifts")) > GOOD


def test_a_shell_stands_until_the_page_is_there_and_no_word_flashes(reader):
    held = []
    reader.page.route("**/_dash-layout*", lambda route: held.append(route))
    reader.page.goto(f"{reader.address}/?lang=en")
    reader.page.wait_for_selector("._dash-loading", state="attached")
    assert reader.page.inner_text(".shell header .site") == "Paired Assistance in Figures"
    told = reader.page.locator(".shell main").inner_text()
    assert "has most: CN¥3.098 billion" in told
    assert reader.page.locator(".shell .bars .row").count() == 2
    assert "30.98亿元" in told, "the table"
    assert reader.page.is_hidden("._dash-loading")
    before = reader.page.locator(".shell header").bounding_box()
    held[0].continue_()
    reader.arrive()
    assert reader.page.locator(".shell").count() == 0
    assert reader.page.locator("#comparison .bars .row").count() == 2
    assert reader.page.locator("#react-entry-point header").bounding_box() == before
