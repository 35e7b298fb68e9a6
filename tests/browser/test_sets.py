"""Sets of like with like: what a metric opens on, the links to its sets above the charts, and the one on a figure's card."""

import re

import pytest

from .reader import Reader

CURRENT = "#sets a.current"
METRICS = """() => { const {layout, paths} = window.store.getState();
    return paths.strs.metric.reduce((node, key) => node[key], layout).props.options
        .filter(option => !option.disabled).map(option => option.value); }"""


def chips(reader: Reader) -> dict[str, str]:
    """The links to sets, by where they lead; the last leads to everything."""
    links = reader.page.locator("#sets a").evaluate_all("links => links.map(link => [link.getAttribute('href'), link.textContent])")
    return {address: str(words) for address, words in links}


def counted(words: str) -> int:
    """The number that a link promises."""
    found = re.search(r": (\d+) pairings|All (\d+),|：(\d+) 组|全部 (\d+) 条", words)
    assert found, words
    return int(next(filter(None, found.groups())))


@pytest.mark.parametrize("search", ["?lang=en", "?metric=projects", "?metric=projects&by=year&lang=en"])
def test_a_link_leads_to_its_set_and_is_marked_there(reader: Reader, search: str) -> None:
    offered = chips(reader.open(search))
    assert len(offered) > 2
    for address, words in list(offered.items())[:-1]:
        with reader.asking():
            reader.page.click(f"#sets a[href='{address}']")
        assert reader.search == address.removeprefix("/")
        assert reader.page.locator(CURRENT).all_inner_texts() == [words]
        pairings = [figure.rpartition("-")[0] for figure in reader.listed()]
        assert len(set(pairings)) == len(pairings) == counted(words), "one figure a pairing"
        assert reader.drawn("comparison") == set(reader.listed())
        assert reader.page.locator("#verdict .level.clean, #verdict .level.note").count() == 1


def test_a_page_opens_on_the_largest_set_and_everything_is_one_click_away(reader: Reader) -> None:
    offered = chips(reader.open("?metric=projects&lang=en"))
    (first, words), *_, (last, everything) = offered.items()
    assert reader.page.locator(CURRENT).all_inner_texts() == [words]
    assert counted(words) == max(counted(one) for one in list(offered.values())[:-1])
    opened = reader.listed()
    with reader.asking():
        reader.page.click(f"#sets a[href='{last}']")
    assert reader.search == "?metric=projects&like=all&lang=en"
    assert reader.page.locator(CURRENT).all_inner_texts() == [everything]
    assert len(reader.listed()) == counted(everything) > len(opened)
    with reader.asking():
        reader.page.click(f"#sets a[href='{first}']")
    assert reader.listed() == opened


def test_every_metric_opens_on_a_comparison_where_there_is_one_and_on_no_empty_page(standing: Reader) -> None:
    metrics = standing.page.evaluate(METRICS)
    assert len(metrics) > 20
    compared, empty = [], []
    for metric in metrics:
        standing.go(f"?metric={metric}&lang=en")
        if not standing.listed():
            empty.append(metric)
        address = f"{standing.address}/sets.json?metric={metric}"
        found = standing.page.evaluate("address => fetch(address).then(answer => answer.json())", address)
        if found["sets"]:
            compared.append(metric)
            assert len(standing.drawn("comparison")) == len(found["sets"][0]["pairings"]) > 1, metric
            assert standing.page.locator("#verdict .level.clean, #verdict .level.note").count() == 1, metric
    assert empty == []
    assert {"funds", "projects"} <= set(compared)


def test_a_figures_card_leads_to_what_compares_with_it(reader: Reader) -> None:
    figure = "zhejiang-haixi-projects-12"  # of the second set, not of the one that the page opens on
    reader.open("?metric=projects&like=all&lang=en").page.click(f"#{figure} a[href^='/f/'] >> nth=0")
    link = reader.page.locator(".card-dialog[open] a[href*='like=']")
    words = link.inner_text()
    assert words.startswith("What compares with it: ")
    reader.follow(".card-dialog a[href*='like=']", f"?metric=projects&like={figure}&lang=en")
    assert figure in reader.listed()
    assert len(reader.listed()) == counted(words)
    assert reader.page.locator(CURRENT).count() == 1
    assert "with care" not in reader.page.locator(CURRENT).inner_text()


def test_a_card_says_where_nothing_compares_and_its_address_shows_everything(reader: Reader) -> None:
    alone = "tianjin-huangnan-funds-6"
    page = reader.open("?pair=tianjin-huangnan&lang=en").page
    page.click(f"#{alone} a[href^='/f/'] >> nth=0")
    page.wait_for_selector(".card-dialog[open]")
    assert "No figure here compares with it." in page.inner_text(".card-dialog")
    assert page.locator(".card-dialog a[href*='like=']").count() == 0
    reader.open(f"?like={alone}&lang=en")
    assert "Nothing compares with that figure; all figures are shown." in reader.text("notice")
    assert alone in reader.listed()
