"""What people come for, each task in no more actions than it may cost, on a desk and on a telephone.

An action is a click, or a line typed and sent. To open a menu and to choose in it are two.
"""

import re
from collections.abc import Callable

import pytest

from .reader import Reader
from .server import Server

SIZES = {"desk": (1440, 900), "phone": (360, 740)}
NewReader = Callable[..., Reader]


class Actions:
    """A reader who counts what they do."""

    def __init__(self, reader: Reader) -> None:
        self.reader, self.done = reader, 0

    def click(self, css: str, *, asks: bool = False) -> "Actions":
        self.done += 1
        if asks:
            with self.reader.asking():
                self.reader.page.click(css)
        else:
            self.reader.page.click(css)
        return self


@pytest.fixture(params=SIZES)
def acting(request: pytest.FixtureRequest, new_reader: NewReader) -> Callable[[str], Actions]:
    width, height = SIZES[request.param]
    return lambda search: Actions(new_reader(width=width, height=height).open(search))


def option(value: str) -> str:
    return f'.dash-dropdown-content label:has(input[value="{value}"])'


def test_who_gave_most_in_a_plan_and_whether_that_may_be_said(acting: Callable[[str], Actions]) -> None:
    """1: what the sentence claims is what is drawn, and who has no figure is part of it."""
    reader = (at := acting("?lang=en")).reader
    at.click("#span").click(option("2021-2025"), asks=True)
    assert at.done <= 2
    said = reader.text("finding")
    missing, asked = map(int, re.match(r"(\d+) of (\d+) pairings have no figure\.", said).groups())
    assert (asked, missing < asked) == (
        reader.page.evaluate("fetch('/answer.json' + location.search).then(one => one.json()).then(one => one.pairings.length)"),
        True,
    )
    shown = reader.linked()
    assert shown["period"].str.fullmatch("2021/2025(-12.*)?").all()  # a plan, or all of it but days
    most = re.search(r"Of the (\d+) pairings compared here (.+?) has most: ([^(]+) \(", said)
    if most:
        largest = shown.loc[shown["value"].idxmax()]
        assert int(most[1]) == len(shown)
        assert most[2] == f"{largest['donor_en']} → {largest['recipient_en']}"
        assert set(reader.page.locator("#verdict .level").get_attribute("class").split()) & {"clean", "note"}
    else:
        alone = reader.page.locator("#comparison .row").count() == 1
        assert alone or "do not rank" in said or "none can be called the largest" in said


def test_how_the_funds_of_a_pairing_went(acting: Callable[[str], Actions]) -> None:
    """3: every dated figure over time, and a sentence on why they are no series."""
    reader = (at := acting("?lang=en")).reader
    at.click("#pair")
    reader.page.keyboard.type("Haixi")
    at.click(option("zhejiang-haixi"), asks=True)
    assert at.done <= 2
    drawn = reader.drawn("timeline")
    shown = reader.linked()
    assert drawn <= set(shown[shown["period_end"].notna()]["figure"])
    assert len(drawn) >= 3
    assert reader.page.locator("#verdict .level").count() == 1
    assert "One figure alone" not in reader.text("verdict")


def test_a_figure_is_cited(acting: Callable[[str], Actions]) -> None:
    """4: from the chart to a citation that can be pasted."""
    reader = (at := acting("?lang=en")).reader
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    figure, _ = reader.marks("comparison")[0]
    at.click(f"#comparison .row:has([data-figure='{figure}'])")
    reader.page.wait_for_selector("dialog[open] .cite")
    at.click("dialog .cite button >> nth=0")
    assert at.done <= 2
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert f"/f/{figure}" in copied
    assert "Source:" in copied, "the reader's language comes first"


def test_the_figures_of_two_pairings_as_a_file(acting: Callable[[str], Actions]) -> None:
    """5: from a comparison of a metric, two pairings' figures in a file."""
    reader = (at := acting("?metric=employment&lang=en&like=all&show=all")).reader
    at.click("#pair")
    reader.page.click(option("tianjin-huangnan"))  # the menu stays open: choosing several in it is one action
    with reader.asking():
        reader.page.click(option("tianjin-gannan"))
    at.done += 1
    file = reader.downloaded()
    at.done += 1
    assert at.done <= 3
    assert set(file["pairing"]) == {"tianjin-huangnan", "tianjin-gannan"}
    assert set(file["metric"]) == {"employment"}


def test_what_is_missing_for_a_pairing(acting: Callable[[str], Actions]) -> None:
    """7: one row says of every metric what is known, what was searched in vain, and what nobody searched."""
    reader = (at := acting("?pair=liaoning-nagqu&lang=en")).reader
    if not reader.page.is_visible("a[href*='view=coverage']"):
        reader.page.click(".menu summary")  # a telephone's pages stand in a menu
    at.click("a[href*='view=coverage']", asks=True)
    assert at.done <= 1
    row = reader.page.locator("#coverage tr", has_text="Liaoning → Nagqu")
    cells = row.locator("td").all_text_contents()
    assert len(cells) > 20
    assert any(re.search(r"\d", text) for text in cells)
    assert "" in [text.strip() for text in cells]
    assert reader.page.is_visible("#coverage .legend, #coverage dl, #coverage ul")


def test_money_per_person_and_year(acting: Callable[[str], Actions]) -> None:
    """8: what lengths and sizes differ in is taken out, and each step is in the table."""
    reader = (at := acting("?lang=en")).reader
    at.click("#by").click(option("resident-year"), asks=True)
    assert at.done <= 2
    file = reader.linked()
    assert file["derived_value"].notna().any()
    assert "÷" in reader.text("table")


def test_a_view_is_shared_in_the_other_language_and_embedded(acting: Callable[[str], Actions], server: Server) -> None:
    """10: two actions each."""
    reader = (at := acting("?metric=projects&pair=zhejiang-haixi")).reader
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    at.click(".share summary").click(".share [data-copy*='lang=en']")
    assert at.done <= 2
    assert reader.page.evaluate("navigator.clipboard.readText()") == f"{server.address}/?metric=projects&pair=zhejiang-haixi&lang=en"
    reader.page.click(".share [data-copy*='embed=1']")
    code = reader.page.evaluate("navigator.clipboard.readText()")
    assert f'src="{server.address}/?metric=projects&pair=zhejiang-haixi&embed=1"' in code.replace("&amp;", "&")
    assert f'title="{reader.text("title")}"' in code


@pytest.mark.parametrize(("size", "most"), [("desk", 330), ("phone", 420)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_first_bar_stands_on_the_first_screen(new_reader: NewReader, size: str, most: int, lang: str) -> None:
    width, height = SIZES[size]
    reader = new_reader(width=width, height=height).open(f"?lang={lang}")
    top = reader.page.eval_on_selector("#comparison .row", "row => row.getBoundingClientRect().top")
    assert top <= most
