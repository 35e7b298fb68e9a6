"""The verdict stands above the charts: apart where figures must not meet, with care, with notes, or of a series."""

import pytest
from playwright.sync_api import expect

from .reader import Reader

BLOCK = "?metric=personnel&category=medical&lang=en"
WARN = "?metric=projects&like=all&lang=en"
NOTE = "?lang=en"
SERIES = "?metric=personnel&lang=en"
ALONE = "?pair=tianjin-gannan&lang=en"


@pytest.mark.parametrize(
    ("search", "level", "words"),
    [
        (BLOCK, "block", "Not comparable: shown apart"),
        (WARN, "warn", "Compare with care"),
        (NOTE, "note", "Comparable, with notes"),
        (SERIES, "series", "A series of one pairing"),
        (ALONE, "alone", "One figure alone: nothing to compare"),
    ],
)
def test_the_verdict_is_a_word_in_one_line_above_the_charts(standing: Reader, search: str, level: str, words: str) -> None:
    standing.go(search)
    told = standing.page.locator(f"#verdict .level.{level}")
    expect(told).to_have_text(words)
    assert standing.page.locator("#verdict").bounding_box()["height"] < 40, "one line"
    assert told.bounding_box()["y"] < standing.page.locator("#comparison").bounding_box()["y"]


def test_the_verdict_names_what_differs_most_and_unfolds_into_every_reason(standing: Reader) -> None:
    page = standing.go(WARN).page
    reasons = page.locator("#verdict li")
    assert page.inner_text("#verdict .differing") == ": programme, length of period, end of period"
    assert page.inner_text("#verdict .why-link") == f"why ({reasons.count()})"
    assert reasons.count() > 3
    assert not any(reason.is_visible() for reason in reasons.all())
    page.click("#verdict summary")
    assert all(reason.is_visible() for reason in reasons.all())
    standing.go(ALONE)
    assert page.locator("#verdict summary").count() == 0, "nothing to unfold"


def test_figures_that_must_not_meet_have_axes_of_their_own(standing: Reader) -> None:
    """Persons and person-times, totals and levels: no two panels of the comparison share an axis."""
    standing.go(BLOCK)
    axes = standing.page.evaluate(
        """() => {
            const rows = [...document.querySelectorAll('table.figures tbody tr')].map(row => [row.id, row.innerText]);
            const unit = Object.fromEntries(rows.map(([id, text]) => [id, text.includes('person-time')]));
            return [...document.querySelectorAll('#comparison .panel')].flatMap((panel, number) =>
                [...panel.querySelectorAll('[data-figure]')].map(mark => [number, unit[mark.dataset.figure]]));
        }"""
    )
    units: dict[int, set[bool]] = {}
    for axis, person_time in axes:
        units.setdefault(axis, set()).add(person_time)
    assert len(units) > 2
    assert {True, False} == set().union(*units.values())
    assert not [axis for axis, found in units.items() if len(found) > 1]


def test_the_largest_cannot_be_put_first_unless_the_figures_compare(standing: Reader) -> None:
    by_value = standing.page.locator('#order input[value="value"]')
    for search in (BLOCK, WARN):
        standing.go(search)
        expect(by_value).to_be_disabled()
        expect(standing.page.locator("#order-why")).to_have_text("Largest first is off: these figures do not compare without care.")
    standing.go(NOTE)
    expect(by_value).to_be_enabled()
    expect(standing.page.locator("#order-why")).to_have_text("")


def test_the_offered_action_mends_its_reason(standing: Reader) -> None:
    standing.go(WARN)
    reasons = standing.page.locator("#verdict li")
    expect(reasons.filter(has_text="Periods differ in length")).to_have_count(1)
    standing.page.click("#verdict summary")
    standing.page.get_by_role("link", name="switch to per year").first.click()
    standing.settle()
    assert "by=year" in standing.page.url
    expect(reasons.filter(has_text="Periods differ in length")).to_have_count(0)


def test_the_sentence_names_no_largest_where_the_verdict_warns(standing: Reader) -> None:
    standing.go(WARN)
    expect(standing.page.locator("#finding")).to_contain_text("do not rank")
    standing.go(NOTE)
    expect(standing.page.locator("#finding")).to_contain_text("has most: CN¥3.098 billion")


def test_what_cannot_be_derived_is_named_and_its_switch_is_off(standing: Reader) -> None:
    standing.go("?metric=projects&lang=en")
    assert standing.options("by", ":disabled") == ["real"]
    expect(standing.page.locator("#by-why")).to_contain_text("In constant 2020 prices is off")
    standing.go("?by=real&like=all&lang=en")
    expect(standing.page.locator("#notes")).to_contain_text("its period is open (up to 22 Jul 2025): Haixi")
    expect(standing.page.locator("table.figures")).to_contain_text("18.51亿元 × 1.0813")
