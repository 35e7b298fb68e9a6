"""Addresses that others have touched: the view that was meant, or a word on what is not known and a way to the nearest."""

import html
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.selecting.answer import answer
from metrics.selecting.resolution import mended, options, resolve
from metrics.selecting.selection import DEFAULT, Selection, own_values, parse
from metrics.selecting.touched.keys import cleaned, key_problems, language_of, nearly_own

OWN = {name: value for name, value in own_values(Selection()) if name not in ("like", "category")}
FOREIGN = [
    *("from=singlemessage", "from=groupmessage", "from=timeline", "from=1012852s", "to=friend", "isappinstalled=0", "nsukey=a%2Fb%3D"),
    *("utm_source=x&utm_medium=y", "fbclid=IwAR0", "gclid=1", "spm=1.2.3", "share_token=3", "sharer_shareinfo=4", "vd_source=5"),
    *("_t=1", "ref=home", "source=wechat", "mine=1", "wxshare_count=2", "scene=126", "ts=1700000000", "=", "&", "&&"),
]
GLUED = [
    ".",
    "。",
    "，",
    ",",
    ")",
    "）",
    "]",
    "】",
    "》",
    "”",
    '"',
    "'",
    "!",
    "！",
    "?",
    "…",
    ";",
    ":",
    "：",
    " ",
    "%20",
    "%",
    "%E3%80",
    "%FF",
]
GLUED += ["，见图", "。看这里", "\u200b", "\ufeff", ">", "%3E", "*", "**", "</a>", "\n", "\t"]


@st.composite
def asked(draw: st.DrawFn, catalog: Catalog) -> Selection:
    """A selection all of whose names are known."""
    chosen = draw(st.lists(st.sampled_from([*OWN]), max_size=5, unique=True))
    made = Selection()
    for name in chosen:
        known = st.sampled_from(sorted(options(name, made, catalog)))
        made = made.with_(**{name: draw(st.lists(known, max_size=3, unique=True).map(tuple) if isinstance(OWN[name], tuple) else known)})
    return made


def encoded_whole(search: str) -> str:
    """What is left of an address that a form encoded as one word."""
    return f"?{quote(search.removeprefix('?'), safe='')}" if search else ""


CARRIERS = {
    "as it is": lambda search: search,
    "escaped": html.escape,
    "escaped twice": lambda search: html.escape(html.escape(search)),
    "double encoded": lambda search: search.replace("%", "%25").replace("~", "%257E"),
    "separators encoded": lambda search: search.replace("~", "%7E"),
    "separators encoded thrice": lambda search: search.replace("~", "%25257E"),
    "encoded whole": encoded_whole,
    "ampersands encoded": lambda search: search.replace("&", "%26"),
    "in capitals": str.upper,
    "as json": lambda search: search.replace("&", "\\u0026"),
    "two marks": lambda search: search.replace("&", "?"),
    "full width": lambda search: search.replace("~", "～"),
    "commas": lambda search: search.replace("~", ","),
}


@given(st.data())
def test_the_view_that_was_meant_is_shown_whoever_carried_its_address(small: Catalog, data: st.DataObject) -> None:
    """Added keys, marks at the end and a carrier's encoding together change nothing, and are not spoken of."""
    meant = data.draw(asked(small), label="meant")
    carried = data.draw(st.sampled_from(sorted(CARRIERS)), label="carrier")
    added = data.draw(st.lists(st.sampled_from(FOREIGN), max_size=3), label="added")
    search = CARRIERS[carried](meant.to_search())
    if search and carried not in ("encoded whole", "in capitals"):
        search += data.draw(st.sampled_from(["", *(one for one in GLUED if not one.endswith("?"))]), label="glued")
    if added:
        search = f"{search or '?'}&{'&'.join(added)}"
    found = resolve(parse(search), small)
    assert found.selection.with_(extra=()) == meant
    assert found.problems == resolve(meant, small).problems


@given(st.data())
def test_any_mangling_of_an_address_is_answered(small: Catalog, data: st.DataObject) -> None:
    """Nothing raises, what was mended once is not mended again, and what is named has two languages."""
    search = data.draw(asked(small)).to_search() + data.draw(st.text(max_size=5))
    for _ in range(data.draw(st.integers(0, 3))):
        cut = data.draw(st.integers(0, len(search)))
        search = search[:cut] + data.draw(st.sampled_from([*GLUED, *FOREIGN, "&", "=", "~", "amp;", "#"])) + search[cut:]
    once = mended(parse(search), small)
    assert mended(once, small) == once
    assert parse(once.to_search()) == once
    assert all(problem.zh and problem.en for problem in resolve(once, small).problems)


@pytest.mark.parametrize(
    ("search", "meant"),
    [
        ("?from=2016&to=2020&from=singlemessage&isappinstalled=0", "?since=2016&until=2020&years=end&from=singlemessage&isappinstalled=0"),
        ("?from=singlemessage", "?from=singlemessage"),
        ("?from=2016。&to=2020)", "?since=2016&until=2020&years=end"),
        ("?metric=funds&amp;pair=zhejiang-haixi", "?pair=zhejiang-haixi"),
        ("?metric%3Dprojects%26pair%3Dzhejiang-haixi", "?metric=projects&pair=zhejiang-haixi"),
        ("?Metric=Projects", "?metric=projects"),
        ("?lang=en-US&pair=zhejiang–haixi", "?pair=zhejiang-haixi&lang=en"),
        ("?pair=zhejiang_haixi%20tianjin-huangnan", "?pair=zhejiang-haixi~tianjin-huangnan"),
        ("?since=２０１６年", "?since=2016"),
        ("?like=tianjin-huangnan-funds-1）", "?like=tianjin-huangnan-funds-1"),
    ],
)
def test_an_address_means(search: str, meant: str, small: Catalog) -> None:
    assert mended(parse(search), small).to_search() == meant
    assert answer(parse(search), small).asked.problems == ()


@pytest.mark.parametrize(
    ("search", "near", "said"),
    [
        ("?metrics=projects", "?metric=projects", '"metrics=" in this link is not a key here and was skipped. Did you mean "metric"?'),
        ("?pairs=zhejiang-haixi", "?pair=zhejiang-haixi", "Did you mean"),
        ("?year=2020", "?since=2020&until=2020", "since / until"),
        ("?years=2020", "?since=2020&until=2020", "since / until"),
        ("?pair=zhejiang-haixy~tianjin-huangnan", "?pair=zhejiang-haixi~tianjin-huangnan", "zhejiang-haixy"),
        ("?metric=fund&utm_source=x", "", "Did you mean"),
        ("?metric=gold", None, "gold"),  # near to nothing
        ("?unit=CNY", None, "a column of the files"),
        ("?metric=funds%2Cprojects", "?metric=projects", "funds,projects"),  # two are known: which was meant?
        ("?since=2016-2020", None, "is not a year"),
    ],
)
def test_what_cannot_be_read_is_named_beside_the_nearest_view(search: str, near: str | None, said: str, small: Catalog) -> None:
    found = resolve(parse(search), small)
    assert said in found.problems[0].en
    assert (found.nearest.to_search() if found.nearest else None) == near


@pytest.mark.parametrize("key", ["metric", "metrics", "Metrics", "row", "rows", "year", "pairs", "catagory", "programm", "sort"])
def test_a_key_that_is_nearly_ours_is_told_from_one_that_is(key: str) -> None:
    others = parse(f"?{key}=1").extra
    assert bool(key_problems(others, ["metric", "pair", "category", "programme"], ["rows"])) == (key not in ("metric", "rows"))


@pytest.mark.parametrize("added", FOREIGN)
def test_what_others_add_is_near_to_nothing_of_ours(added: str, small: Catalog) -> None:
    selection = parse(f"?metric=projects&{added}")
    assert selection.with_(extra=()) == Selection(metric="projects")
    assert key_problems(selection.extra, [*OWN, "since", "until"]) == []


@given(st.text(max_size=12))
def test_any_text_is_a_key_that_is_ours_or_not(key: str) -> None:
    assert cleaned(cleaned(key)) == cleaned(key)
    assert nearly_own(key, OWN) in {"", "since / until", "since", "until", "rows", "lang", "by", "like", "order", *OWN}


@pytest.mark.parametrize(
    ("text", "language"), [("EN", "en"), ("en.", "en"), ("en-US", "en"), ("zh-CN", "zh"), ("zh_Hans", "zh"), ("kl", None), ("entry", None)]
)
def test_a_language_is_told_by_its_first_letters(text: str, language: str | None) -> None:
    assert language_of(text) == language
    assert Selection(lang=text).language == (language or DEFAULT.language)
