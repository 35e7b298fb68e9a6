"""Each page is of one language, says which, and marks every word of the other; the link to the other keeps every choice."""

import pytest
from playwright.sync_api import expect

VIEW = "pair=zhejiang-haixi~tianjin-huangnan&since=2016&until=2024&parts=1&by=year&order=value&scale=log"
SCREENS = (
    f"?{VIEW}",
    "?metric=trainees&parts=1",
    "?metric=projects&like=all",
    "?metric=personnel&category=medical",
    "?view=coverage",
    "?metric=gold",
    "about",
    "f/",
    "f/tianjin-huangnan-funds-9",
    "f/liaoning-nagqu-funds-1",
    "nowhere",
)
# Visible texts of a language that neither the page nor an element around them is of. A chart's texts cannot be marked.
FOREIGN = """([pattern, lang]) => {
    const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, around = text.parentElement, words = text.textContent.replace(/https?:\\S+/g, '');
        if (around.closest('script, style, noscript, svg') || !new RegExp(pattern).test(words)) continue;
        if (!around.closest('[lang]').lang.startsWith(lang)) found.push(text.textContent.trim().slice(0, 80));
    }
    return [...new Set(found)];
}"""
CHINESE = "[\\u3000-\\u9fff\\uff00-\\uffef]"
# Names that Chinese writes in Latin letters too; file endings; domain names, which are names of reports; versions of the data.
KEPT = "CSV|ZIP|JSON|Parquet|PNG|SVG|CC|BY|MIT|JavaScript|metric|pair|gold|[a-z0-9.-]+[.](?:com?|cn|net|org|gov)[a-z.]*|[0-9a-f]{12}"
LATIN = f"(?<![A-Za-z0-9./-])(?!(?:{KEPT})(?![A-Za-z]))[A-Za-z]{{2,}}"


def at(reader, screen, lang=""):
    """A screen, in English where `lang` says so."""
    address = f"{screen}{'&' if '?' in screen else '?'}lang={lang}" if lang else screen
    reader.page.goto(f"{reader.address}/{address}")
    if screen.startswith("?"):
        reader.arrive()
    return reader


@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_of_the_other_language_stands_unmarked(reader, screen):
    found = {
        "en": at(reader, screen, "en").page.evaluate(FOREIGN, [CHINESE, "zh"]),
        "zh": at(reader, screen).page.evaluate(FOREIGN, [LATIN, "en"]),
    }
    reader.complaints.clear()  # of the page that is not there
    assert found == {"en": [], "zh": []}


def test_an_unmarked_word_would_be_noticed(reader):
    at(reader, "about", "en").page.evaluate("document.querySelector('h1').append('出处')")
    assert reader.page.evaluate(FOREIGN, [CHINESE, "zh"]) == ["出处"]
    at(reader, "about").page.evaluate("document.querySelector('h1').append('digest')")
    assert reader.page.evaluate(FOREIGN, [LATIN, "en"]) == ["digest"]


def test_no_chart_of_the_english_page_has_a_chinese_word(reader):
    svg = "#charts svg text"
    texts = at(reader, "?metric=projects&like=all", "en").page.locator(svg).all_text_contents()
    texts += at(reader, "?metric=trainees&parts=1", "en").page.locator(svg).all_text_contents()
    texts += at(reader, "?like=all", "en").page.locator(svg).all_text_contents()
    assert len(texts) > 40
    assert [text for text in texts if any("\u3000" <= letter <= "\u9fff" for letter in text)] == []


def test_what_a_report_prints_is_marked_as_chinese_in_the_english_page(reader):
    page = at(reader, "?pair=tianjin-huangnan", "en").page
    assert page.locator("#tianjin-huangnan-funds-9 strong[lang=zh]").inner_text() == "18.51亿元"
    assert page.locator("#tianjin-huangnan-funds-9 td:last-child").inner_text().startswith("Tianjin command post")
    page.click("#tianjin-huangnan-funds-9 a[href^='/f/'] >> nth=0")
    title = page.locator(".card-dialog[open] p:not(.cite) > [lang=zh]", has_text="天津对口支援")
    expect(title).to_have_text(["天津对口支援青海省黄南州"])


@pytest.mark.parametrize(
    ("search", "lang", "title", "number", "ends"),
    [
        (
            f"?{VIEW}",
            "zh-Hans",
            "资金投入 · 浙江省 → 海西州、天津市 → 黄南州 · 2016–2024年的数据 · 年均 · 对口支援数据",
            "18.51亿元 ÷ 15 年 = 1.23亿元/年",
            f"?{VIEW}&lang=en",
        ),
        (
            f"?{VIEW}&lang=en",
            "en",
            "Assistance funds · Zhejiang → Haixi, Tianjin → Huangnan · about 2016–2024 · Average per year",
            "= CN¥123 million per year",
            f"?{VIEW}",
        ),
    ],
)
def test_the_other_language_keeps_every_choice(reader, search, lang, title, number, ends):
    at(reader, search)
    assert (reader.page.get_attribute("html", "lang"), reader.page.title()) == (lang, title)
    assert number in reader.text("tianjin-huangnan-funds-9")
    rows, marks = reader.listed(), reader.marks("comparison")
    assert reader.page.get_attribute("#language", "hreflang") == reader.page.get_attribute("#language", "lang") != lang
    reader.page.click("#language")
    reader.page.wait_for_url(f"{reader.address}/{ends}")
    reader.arrive()
    assert (reader.listed(), reader.marks("comparison")) == (rows, marks)
    assert reader.page.get_attribute("html", "lang") != lang


@pytest.mark.parametrize(("lang", "place", "number"), [("", "黄南州", "18.51亿元"), ("en", "Huangnan", "CN¥1.851 billion")])
def test_numbers_are_written_as_the_language_writes_them(reader, lang, place, number):
    page = at(reader, "?pair=tianjin-huangnan", lang).page
    row = page.locator("#comparison .row").filter(has_text=f"→ {place}")
    unit = page.inner_text("#comparison thead .amount")
    assert row.locator(".amount").inner_text() == (number if lang == "" else "1,851")
    assert lang == "" or unit == "CN¥ million"
    assert number in reader.text("finding")
    assert any(text.endswith(f" {number}") and place in text for text in page.locator("#timeline svg text").all_text_contents())
