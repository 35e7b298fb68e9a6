"""What the verdict forbids and where its links lead, over metrics whose figures do not compare in both languages."""

import pytest

METRICS = ("projects", "trainees", "donations", "facilities", "students", "surgeries", "contracts", "personnel&category=medical")
SUPERLATIVES = (" has most", "最多：")
# The reasons that carry a link to another view, and where it leads.
LINKED = """() => [...document.querySelectorAll('#verdict li')].flatMap(item =>
    [...item.querySelectorAll('a[href^="/?"]')].map(link => [item.textContent, link.getAttribute('href')]))"""


def topic(sentence: str) -> str:
    """What a reason is about: its words up to the colon."""
    return sentence.replace("：", ":").partition(":")[0]


def topics(reader) -> set[str]:
    return {topic(text) for text in reader.page.locator("#verdict li").all_text_contents()}


@pytest.mark.parametrize(
    "search", ["?metric=projects&like=all&lang=en", "?pair=tianjin-huangnan", "?metric=projects&by=year&like=all&lang=en"]
)
def test_every_link_mends_the_reason_that_it_stands_behind(reader, search):
    linked = reader.open(search).page.evaluate(LINKED)
    assert len(linked) >= 1
    for sentence, href in linked:
        assert topic(sentence) in topics(reader)
        reader.page.evaluate("document.querySelectorAll('#verdict details').forEach(more => more.open = true)")
        reader.page.click(f"#verdict a[href='{href}'] >> nth=0")
        assert reader.settle().search == href.removeprefix("/")
        assert topic(sentence) not in topics(reader)
        assert reader.drawn("comparison")
        reader.back()


def test_links_to_the_sources_of_a_reason_open_their_cards(reader):
    reader.open("?lang=en").page.click("#verdict summary")
    links = reader.page.locator("#verdict .action a[href^='/f/']")
    assert links.all_inner_texts()[:2] == ["Huangnan", "Haixi"]
    assert links.nth(1).get_attribute("href") == "/f/zhejiang-haixi-funds-22?lang=en"
    links.nth(1).click()
    assert reader.page.inner_text(".card-dialog[open] .stated") == "30.98亿元"


@pytest.mark.parametrize("lang", ["", "&lang=en"])
def test_no_sentence_names_a_largest_where_the_verdict_warns(reader, lang):
    reader.open(f"?like=all{lang}")
    warned = []
    for metric in METRICS:
        reader.go(f"?metric={metric}&like=all{lang}")
        if reader.page.locator("#verdict .level").get_attribute("class").split()[-1] in ("warn", "block"):
            warned.append(metric)
            assert reader.text("finding")
            assert not any(words in reader.text("finding") for words in SUPERLATIVES)
    assert warned == list(METRICS)


def bars(reader) -> list[tuple[str, float]]:
    """Each row's pairing and the value of its bar, from the top."""
    told = "bars => bars.map(bar => [bar.dataset.figure, +bar.dataset.value])"
    return [(figure, value) for figure, value in reader.page.eval_on_selector_all("#comparison .row .bar", told)]


def test_what_compares_stands_with_the_largest_first_unless_another_order_is_asked_for(standing):
    compared = "?metric=projects&pair=zhejiang-haixi~tianjin-huangnan&lang=en"
    marks = bars(standing.go(compared))
    assert [value for _, value in marks] == sorted((value for _, value in marks), reverse=True)
    assert bars(standing.go(f"{compared}&order=value")) == marks
    assert bars(standing.go(f"{compared}&order=fixed")) == marks[::-1]
    assert len(marks) == 2


@pytest.mark.parametrize("search", ["?metric=projects&like=all&lang=en", "?metric=personnel&category=medical&lang=en"])
def test_what_does_not_compare_is_never_put_in_the_order_of_its_values(standing, search):
    fixed = bars(standing.go(f"{search}&order=fixed"))
    assert len(fixed) > 2
    assert bars(standing.go(search)) == bars(standing.go(f"{search}&order=value")) == fixed
