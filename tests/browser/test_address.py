"""The address is the page's only state: links, Back, Forward and the other language lead where they say."""

import pytest

VIEW = "?metric=projects&pair=zhejiang-haixi~tianjin-huangnan&since=2016&until=2024&parts=1&lang=en"


def seen(reader):
    """Everything that tells one view from another."""
    return {
        "search": reader.search,
        "metric": reader.text("metric"),
        "pairings": reader.text("pair"),
        "years": reader.years(),
        "title": reader.text("title"),
        "rows": reader.listed(),
        "comparison": reader.marks("comparison"),
        "timeline": reader.marks("timeline"),
        "verdict": reader.text("verdict"),
        "link": reader.page.get_attribute("#downloads a.button", "href"),
    }


def test_a_deep_link_opens_the_view_that_the_controls_made(new_reader):
    one = new_reader().open("?metric=projects&since=2016&until=2024&lang=en")
    one.choose("pair", "zhejiang-haixi").choose("pair", "tianjin-huangnan").pick("parts", "1")
    assert one.search == VIEW
    assert seen(new_reader().open(one.search)) == seen(one)


def test_a_deep_link_is_not_rewritten(reader):
    reader.open("?lang=en&pair=tianjin-huangnan&metric=projects&mine=1")
    assert reader.search == "?lang=en&pair=tianjin-huangnan&metric=projects&mine=1"
    assert reader.listed() == ["tianjin-huangnan-projects-1"]


def test_an_address_with_the_older_keys_of_years_shows_what_it_showed_and_is_written_anew_by_a_choice(reader):
    reader.open("?metric=projects&pair=zhejiang-haixi&from=2016&to=2024&lang=en")
    assert reader.search == "?metric=projects&pair=zhejiang-haixi&from=2016&to=2024&lang=en"
    assert reader.linked()["period_end"].str[:4].astype(int).between(2016, 2024).all(), "what ends in them"
    shown = reader.listed()
    newer = "?metric=projects&pair=zhejiang-haixi&since=2016&until=2024&years=end&lang=en"
    assert reader.go(newer).listed() == shown
    reader.back().pick("parts", "1")
    assert reader.search == newer.replace("&lang", "&parts=1&lang")


def test_a_key_that_is_not_ours_survives_a_choice(reader):
    reader.open("?metric=projects&mine=1").choose("pair", "tianjin-huangnan")
    assert reader.search == "?metric=projects&pair=tianjin-huangnan&mine=1"


def test_back_and_forward_walk_through_the_views(reader):
    reader.open("?metric=projects&lang=en")
    views = [seen(reader)]
    for step in (
        lambda: reader.choose("pair", "zhejiang-haixi"),
        lambda: reader.choose("metric", "funds"),
        lambda: reader.pick("parts", "1"),
    ):
        step()
        views.append(seen(reader))
    assert len({str(view) for view in views}) == 4
    for view in reversed(views[:-1]):
        assert seen(reader.back()) == view
    for view in views[1:]:
        assert seen(reader.forward()) == view


def chosen_category(reader):
    """The words of the category's menu, folded away or not."""
    return reader.page.text_content("#category")


def test_back_from_another_metric_leads_to_the_category_that_stood(reader):
    """The category's dropdown offers those of the metric alone: it must learn of them before it is told which one is chosen."""
    reader.open("?metric=personnel&category=medical&lang=en")
    stood = seen(reader) | {"category": chosen_category(reader)}
    reader.choose("metric", "projects")
    assert reader.search == "?metric=projects&lang=en"
    assert seen(reader.back()) | {"category": chosen_category(reader)} == stood
    assert set(reader.linked()["category"]) == {"medical"}


def test_moves_of_the_slider_are_one_step_of_the_history(reader):
    reader.open("?metric=projects&lang=en").choose("pair", "zhejiang-haixi")
    chosen, steps = reader.search, reader.page.evaluate("history.length")
    reader.move("Minimum", "ArrowRight", 3).move("Maximum", "ArrowLeft")
    moved = reader.search
    assert reader.page.evaluate("history.length") == steps + 1
    reader.pick("parts", "1").move("Minimum", "ArrowRight", 2)
    assert reader.page.evaluate("history.length") == steps + 3
    assert reader.back().search == moved.replace("&lang", "&parts=1&lang")
    assert reader.back().search == moved
    assert reader.back().search == chosen
    reader.move("Minimum", "ArrowRight")
    assert reader.page.evaluate("history.length") == steps + 1


def test_back_leaves_a_page_that_a_link_opened(reader):
    reader.open("?metric=projects")
    reader.open("?pair=tianjin-huangnan&lang=en")
    reader.page.go_back()
    reader.page.wait_for_url("**/?metric=projects")
    assert reader.arrive().text("title").startswith("援建项目 · 2010")


def test_an_unknown_pairing_is_named_and_the_others_stay(reader):
    reader.open("?pair=tianjin-hunagnan~tianjin-gannan&lang=en")
    assert 'pair "tianjin-hunagnan" in this link is unknown and was skipped. Did you mean "tianjin-huangnan"?' in reader.text("notice")
    assert {name.rpartition("-funds-")[0] for name in reader.listed()} == {"tianjin-gannan"}
    assert reader.control("pair") == ["tianjin-gannan"]
    assert reader.search == "?pair=tianjin-hunagnan~tianjin-gannan&lang=en"


@pytest.mark.parametrize("search", ["?pair=atlantis-eldorado&lang=en", "?metric=gold&lang=en"])
def test_where_everything_asked_for_is_unknown_nothing_is_shown(reader, search):
    reader.open(search)
    assert "is unknown and was skipped" in reader.text("notice")
    assert reader.page.is_hidden("#comparison")
    assert reader.page.is_hidden("#timeline")
    assert reader.page.is_hidden("#multiples")
    assert reader.listed() == []
    assert reader.drawn("comparison") == set()


def test_the_way_out_of_an_empty_view_leads_to_figures(reader):
    reader.open("?metric=gold&lang=en").page.click("#notice a")
    reader.settle()
    assert "unknown" not in reader.text("notice")
    assert reader.drawn("comparison") == set(reader.listed()) != set()


@pytest.mark.parametrize(
    ("search", "there", "lang", "title"),
    [
        (VIEW, VIEW.removesuffix("&lang=en"), "zh-Hans", "援建项目 · 浙江省 → 海西州、天津市 → 黄南州 · 2016–2024年的数据 · 对口支援数据"),
        (
            "?pair=zhejiang-haixi",
            "?pair=zhejiang-haixi&lang=en",
            "en",
            "Assistance funds · Zhejiang → Haixi · Paired Assistance in Figures",
        ),
    ],
)
def test_the_other_language_shows_the_same_selection(reader, search, there, lang, title):
    reader.open(search)
    rows, marks, years = reader.listed(), reader.marks("comparison"), reader.years()
    reader.follow("#language", there)
    assert (reader.page.get_attribute("html", "lang"), reader.page.title()) == (lang, title)
    assert (reader.listed(), reader.marks("comparison"), reader.years()) == (rows, marks, years)


def test_the_language_link_follows_the_selection(reader):
    reader.open("?metric=projects&lang=en").choose("pair", "tianjin-huangnan")
    reader.follow("#language", "?metric=projects&pair=tianjin-huangnan")
    assert reader.page.get_attribute("html", "lang") == "zh-Hans"
    assert reader.listed() == ["tianjin-huangnan-projects-1"]


def test_the_coverage_of_one_programme_is_a_click_away(reader):
    rows = "table.coverage tbody tr:not(.group, .nobody)"
    every = (reader.open("?view=coverage&lang=en") and reader.page.locator(rows)).count()
    reader.page.click("#coverage .chips a:has-text('Qinghai')")
    reader.settle()
    assert reader.search == "?programme=qinghai&lang=en&view=coverage"
    assert 0 < reader.page.locator(rows).count() < every
    assert reader.page.locator("tr.group").all_inner_texts() == ["Qinghai 2/2"]
    assert reader.page.locator("#coverage .chips .current").all_inner_texts() == ["Qinghai (2)"]


def test_the_navigation_marks_the_page_that_stands(reader):
    def current():
        return reader.page.eval_on_selector_all(
            "nav [aria-current=page]", "links => links.filter(link => link.checkVisibility()).map(link => link.textContent)"
        )

    assert (reader.open("?view=coverage&lang=en") and current()) == ["Coverage"]
    reader.page.click("table.coverage td a >> nth=0")
    reader.settle()
    assert current() == ["Compare"]
    reader.page.goto(f"{reader.address}/about?lang=en")
    assert current() == ["About"]
