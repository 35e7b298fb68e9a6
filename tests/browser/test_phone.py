"""On a telephone: one column, filters folded, rows as cards, room for fingers, and no word on another."""

import pytest

CORE = ("funds", "projects", "personnel", "trainees", "employment")
WIDTHS = (360, 1024, 1440)
CHARTS = {"&like=all": WIDTHS, "": WIDTHS[:1], "&by=year&like=all": WIDTHS[:1]}  # words are set for the narrowest
CROWDED = (*CORE, "personnel&category=medical", "personnel&category=batches", "facilities", "events&category=participants")
SCREENS = (
    "?metric=funds&parts=1&lang=en",
    "?metric=projects&like=all&lang=en",
    "?view=coverage",
    "about?lang=en",
    "f/tianjin-huangnan-funds-9",
    "f/zhejiang-haixi-projects-14?lang=en",
    "f/?lang=en",
    "nowhere",
)
# Links and buttons smaller than a finger, but for those within a sentence; one may answer in more room than it fills.
SMALL = """() => [...document.querySelectorAll('a, button, summary, [role=button]')].filter(one => {
    const {width, height} = one.getBoundingClientRect(), more = getComputedStyle(one, '::after');
    const wider = more.content !== 'none' && more.position === 'absolute';
    const box = wider ? {width: parseFloat(more.width), height: parseFloat(more.height)} : {width, height}, within = one.closest('li, p, dd, .level');
    const sentence = within && [...within.childNodes].some(node => node !== one && !node.contains(one)
        && node.textContent.trim() && !node.matches?.('a, button'));
    return one.checkVisibility() && box.width > 1 && !sentence && (box.height < 43.5 || box.width < 24);
}).map(one => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`)"""
# Pairs of a chart's lines of text that lie on one another, and lines that leave the chart: of what plotly drew and of other drawings.
COLLISIONS = """() => [...document.querySelectorAll('.js-plotly-plot, .chart .panel, .multiples li')].filter(chart => chart.checkVisibility()).flatMap(chart => {
    const edge = chart.getBoundingClientRect();
    const boxes = [...chart.querySelectorAll('.infolayer .annotation-text-g text, .panel text, .multiples text')].flatMap(text => {
        const lines = [...text.querySelectorAll('tspan.line')];
        return lines.length ? lines : [text];
    }).map(line => [line.textContent, line.getBoundingClientRect()]);
    const out = boxes.filter(([, box]) => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 3 || box.bottom > edge.bottom + 3);
    const pairs = boxes.flatMap(([text, box], place) => boxes.slice(place + 1).filter(([, other]) =>
        Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2 && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 3
    ).map(([other]) => `${text} | ${other}`));
    return [...out.map(([text]) => `outside: ${text}`), ...pairs];
})"""


@pytest.fixture
def phone(new_reader):
    return new_reader(width=360, height=740)


def test_there_is_one_column_and_the_filters_are_folded_until_touched(phone):
    page = phone.open("?metric=projects&pair=tianjin-huangnan&lang=en").page
    page.wait_for_selector("#metric")  # what is shown can be changed at once
    assert page.is_hidden("#slider")
    assert page.inner_text(".filters > summary") == "Filters (1)"
    lefts = {round(page.locator(css).bounding_box()["x"]) for css in ("form.controls", "#title", "#charts", ".table-box")}
    assert lefts == {16}
    phone.choose("metric", "funds")
    assert phone.text("title") == "Assistance funds · Tianjin → Huangnan"


@pytest.mark.parametrize(("lang", "words"), [("&lang=en", "Show pairings ({})"), ("", "显示 {} 组结对关系")])
def test_the_foot_of_the_sheet_says_how_much_is_left_and_leads_to_the_chart(phone, lang, words):
    page = phone.open(f"?metric=projects&like=all{lang}").page
    page.click(".filters > summary")
    sheet = page.locator(".fields").bounding_box()
    assert (sheet["x"], sheet["y"], sheet["width"], sheet["height"]) == (0, 0, 360, 740)
    assert page.inner_text("#done") == words.format(5)
    phone.choose("level", "prefecture")
    assert page.is_visible("#done"), "a choice leaves the sheet open"
    assert page.inner_text("#done") == words.format(4)
    page.click("#done")
    assert page.is_hidden("#done")
    assert page.is_hidden("#slider")
    assert 0 <= page.locator("#title").bounding_box()["y"] < 100
    assert page.locator("#comparison .row").first.bounding_box()["y"] < 740
    assert {name.rpartition("-projects-")[0] for name in phone.drawn("comparison")} == {
        *("tianjin-gannan", "tianjin-huangnan", "zhejiang-haixi", "liaoning-nagqu")
    }


def test_escape_closes_the_sheet_and_gives_focus_back(phone):
    page = phone.open("?lang=en").page
    page.click(".filters > summary")
    page.keyboard.press("Escape")
    assert page.is_hidden("#done")
    assert page.evaluate("document.activeElement.matches('.filters > summary')")


def test_a_row_is_a_card_whose_cells_name_themselves(phone):
    page = phone.open("?pair=tianjin-huangnan&lang=en").page
    assert page.is_hidden("#table thead")
    cells = page.locator("#tianjin-huangnan-funds-9 td")
    named = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert named == ['"As printed"', '"Value"', '"Period"', '"Basis"', '"What is counted"', '"Source"']
    tops = [cells.nth(place).bounding_box()["y"] for place in range(len(named))]
    assert tops == sorted(set(tops)), "one under the other"


def test_the_coverage_of_every_pairing_can_be_read_and_touched(phone):
    page = phone.open("?view=coverage").page
    rows = page.locator("table.coverage tbody tr:not(.group, .nobody)")
    assert sorted(rows.locator("th").all_inner_texts()) == sorted(
        ["南京市六合区 → 湟源县", "天津市 → 甘南州", "天津市 → 黄南州", "浙江省 → 海西州", "辽宁省 → 那曲市"]
    )
    haixi = rows.filter(has_text="海西州")
    cells = haixi.locator("td:visible")
    named = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert named[:2] == ['"资金投入"', '"援建项目"']
    assert 20 < len(named) == len(set(named)) < haixi.locator("td").count(), "what is not known has no cell"
    boxes = cells.evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect()).map(box => [box.left, box.right])")
    assert all(0 <= left < right <= 360 for left, right in boxes)
    cells.locator("a").first.click()
    phone.settle()
    assert phone.search == "?pair=zhejiang-haixi&parts=1"
    assert {name.rpartition("-funds-")[0] for name in phone.listed()} == {"zhejiang-haixi"}


@pytest.mark.parametrize("screen", SCREENS)
def test_what_can_be_touched_is_as_large_as_a_finger_and_nothing_scrolls_sideways(phone, screen):
    phone.page.goto(f"{phone.address}/{screen}")
    if screen.startswith("?"):
        phone.arrive().page.click(".filters > summary") if "coverage" not in screen else phone.arrive()
    assert phone.page.evaluate(SMALL) == []
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") == 360
    phone.complaints.clear()  # of the page that is not there


def test_a_card_comes_up_from_below_and_fits(phone):
    phone.open("?pair=tianjin-huangnan").page.click("#tianjin-huangnan-funds-9 a[href^='/f/'] >> nth=0")
    phone.page.wait_for_selector(".card-dialog[open] .cite button")
    box = phone.page.locator(".card-dialog").bounding_box()
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 360, 740)
    assert phone.page.evaluate(SMALL) == []
    assert phone.page.locator(".card-dialog").evaluate("box => box.scrollWidth <= box.clientWidth")


@pytest.mark.parametrize("lang", ["", "&lang=en"])
@pytest.mark.parametrize("rest", CHARTS)
def test_no_word_of_a_chart_lies_on_another_or_outside_at_any_width(new_reader, lang, rest):
    reader = new_reader(width=360).open(f"?metric=funds{rest}{lang}")
    found = {}
    for metric in CROWDED:
        reader.go(f"?metric={metric}{rest}{lang}")
        for width in CHARTS[rest]:
            found[metric, width] = reader.resize(width, 800).page.evaluate(COLLISIONS)
    assert {place: words for place, words in found.items() if words} == {}


def test_collisions_would_be_noticed(reader):
    reader.open("?metric=projects&like=all&lang=en")
    assert reader.page.evaluate(COLLISIONS) == []
    reader.page.evaluate("""() => {
        const chart = document.querySelector('#timeline .js-plotly-plot'), [, one, other] = chart.layout.annotations;
        return Plotly.relayout(chart, {'annotations[2].x': one.x, 'annotations[2].y': one.y, 'annotations[2].xanchor': one.xanchor,
            'annotations[2].xshift': one.xshift, 'annotations[2].yshift': one.yshift});
    }""")
    assert len(reader.page.evaluate(COLLISIONS)) >= 1
    reader.go("?metric=projects&lang=en")
    assert reader.page.evaluate(COLLISIONS) == []
    reader.page.evaluate("document.querySelectorAll('.bars-axis text').forEach(text => text.setAttribute('x', '20%'))")
    assert len(reader.page.evaluate(COLLISIONS)) >= 1
