"""Keys, focus, motion and colours: for those who use no pointer, need contrast, or cannot bear motion."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from .reader import CALLBACK, Reader

# Every text that plotly drew, with its colour before a dark page turns it over; every word of the rows, with its colour and paper.
TEXTS = """() => [...document.querySelectorAll('.js-plotly-plot svg text')].filter(text => text.getBoundingClientRect().width)
    .flatMap(text => [text, ...text.querySelectorAll('tspan')]).map(text => [text.textContent, getComputedStyle(text).fill])"""
WORDS = """() => {
    const paper = one => { const {backgroundColor} = getComputedStyle(one);
        return /, 0[)]$/.test(backgroundColor) && one.parentElement ? paper(one.parentElement) : backgroundColor; };
    const found = [], walker = document.createTreeWalker(document.querySelector('#charts'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement, style = getComputedStyle(one);
        if (!one.closest('.js-plotly-plot') && one.checkVisibility() && walker.currentNode.textContent.trim())
            found.push([walker.currentNode.textContent, one.closest('svg') ? style.fill : style.color, paper(one)]);
    }
    return found;
}"""
PAPER = {"light": (255, 255, 255), "dark": (22, 24, 27)}
TURNED = ((-0.574, 1.430, 0.144), (0.426, 0.430, 0.144), (0.426, 1.430, -0.856))  # hue-rotate(180deg), as filter-effects defines it
FOCUS = """() => {
    const here = document.activeElement, style = getComputedStyle(here);
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
    const inside = here.closest('.dash-dropdown-wrapper, .dash-dropdown, .dash-options-list-option');
    return [here === document.body || seen || inside !== null, here.outerHTML.slice(0, 120)];
}"""


def channels(colour: str) -> tuple[float, ...]:
    return tuple(float(number) for number in re.findall(r"[\d.]+", colour)[:3])


def turned_over(colour: tuple[float, ...]) -> tuple[float, ...]:
    """A colour of a chart on a dark page: `invert(1) hue-rotate(180deg)`."""
    inverted = [255 - channel for channel in colour]
    return tuple(min(255, max(0, sum(factor * channel for factor, channel in zip(row, inverted, strict=True)))) for row in TURNED)


def luminance(colour: tuple[float, ...]) -> float:
    parts = [channel / 255 for channel in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", PAPER)
def test_every_word_of_the_charts_can_be_read(reader, theme):
    reader.page.emulate_media(color_scheme=theme)
    texts = reader.open("?metric=projects&like=all&lang=en").page.evaluate(TEXTS)
    assert len(texts) > 20
    weak = {(text, colour) for text, colour in texts if contrast(shown(channels(colour), theme), PAPER[theme]) < 4.5}
    assert weak == set()
    words = reader.page.evaluate(WORDS)
    assert len(words) > 40
    assert [word for word, colour, paper in words if contrast(channels(colour), channels(paper)) < 4.5] == []


def shown(colour: tuple[float, ...], theme: str) -> tuple[float, ...]:
    return turned_over(colour) if theme == "dark" else colour


def test_the_slash_leads_to_the_pairings_and_stays_a_slash_in_a_field(new_reader):
    for width in (1280, 360):
        reader = new_reader(width=width).open("?lang=en")
        reader.page.wait_for_selector("#pair")
        reader.page.keyboard.press("/")
        assert reader.page.evaluate("document.activeElement.closest('.field')?.querySelector('label').id") == "pair-label"
        assert reader.page.is_visible("#pair")
    reader.page.click("#metric")
    reader.page.click(".dash-dropdown-search")
    reader.page.keyboard.type("/")
    assert reader.page.input_value(".dash-dropdown-search") == "/"


def test_every_stop_of_the_keyboard_can_be_seen(reader):
    reader.open("?pair=tianjin-huangnan&lang=en")
    unseen = []
    for _ in range(45):
        reader.page.keyboard.press("Tab")
        seen, html = reader.page.evaluate(FOCUS)
        unseen += [] if seen else [html]
    assert unseen == []


def test_a_reader_of_the_screen_hears_what_the_ends_of_the_years_are(reader):
    names = "thumbs => thumbs.map(thumb => thumb.getAttribute('aria-label'))"
    reader.open("").page.wait_for_selector("#slider input[aria-label]")
    assert reader.page.eval_on_selector_all("#slider [role=slider]", names) == ["最早年份", "最晚年份"]
    assert reader.page.eval_on_selector_all("#slider input[type=number]", names) == ["最早年份", "最晚年份"]
    reader.open("?lang=en").page.wait_for_selector("#slider input[aria-label]")
    inputs = reader.page.eval_on_selector_all("#slider input[type=number]", names)
    assert inputs == ["First year", "Last year"]


def test_nothing_moves_for_those_who_cannot_bear_it(reader):
    reader.page.emulate_media(reduced_motion="reduce")
    reader.open("?lang=en")
    moving = "() => [...document.querySelectorAll('*')].filter(one => /[1-9]/.test(getComputedStyle(one).transitionDuration)).length"
    assert reader.page.evaluate(moving) == 0
    reader.page.emulate_media(reduced_motion="no-preference")
    assert reader.page.evaluate(moving) > 0


def test_where_the_system_chooses_the_colours_charts_stand_on_their_own_paper(reader):
    reader.page.emulate_media(forced_colors="active", color_scheme="dark")
    reader.open("?metric=projects&like=all&lang=en")
    style = "css => { const style = getComputedStyle(document.querySelector(css)); return [style.backgroundColor, style.filter, style.borderStyle]; }"
    assert reader.page.evaluate(style, ".dash-graph")[0] == "rgb(255, 255, 255)"
    assert reader.page.evaluate(style, ".main-svg")[1] == "none"
    # Of few pairings none differs from most.
    reader.page.evaluate("document.querySelector('#comparison td.basis').append(document.createElement('mark'))")
    assert reader.page.evaluate(style, "#comparison mark")[2] == "solid", "what a colour alone would tell has an edge"
    ink = "css => getComputedStyle(document.querySelector(css)).stroke"
    assert reader.page.evaluate(ink, "#comparison .bar") == reader.page.evaluate("getComputedStyle(document.body).color")


def test_axe_finds_nothing_when_the_server_fails(unguarded, server):
    reader = Reader(unguarded.new_page(), server.address).open("?metric=projects&lang=en")
    reader.page.route(f"**{CALLBACK}*", lambda route: route.abort())
    reader.pick("parts", "1")
    assert reader.page.is_visible("#outage")
    for theme in PAPER:
        reader.page.emulate_media(color_scheme=theme)
        assert [one["id"] for one in Axe().run(reader.page).response["violations"]] == []
    reader.page.close()
