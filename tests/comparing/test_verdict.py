"""The verdict on a view: that of every pair on it, five reasons at most, each with what mends it."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from components.parts.verdict import verdict_strip
from components.view import view
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.comparability import MOST_REASONS, Verdict, verdict_of
from metrics.comparing.derived import derive
from metrics.comparing.differences import RULES
from metrics.comparing.standing import Panel, panels
from metrics.selecting.filtering import select
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import Selection, choice, parse

from ..frames import GANNAN, HAIXI, HUANGNAN, frame
from ..seen import links, of_type, words
from .test_comparability import COUNTY, MONEY, PROJECTS, by_hand

VIEWS = ["", "parts=1"]


def shown(search: str, catalog: Catalog) -> tuple[list[Panel], Verdict]:
    resolved = resolve(parse(search), catalog)
    drawn, _ = derive(select(resolved, catalog), choice(resolved.selection, "by"), catalog)
    return panels(drawn), verdict_of(panels(drawn))


def searches(catalog: Catalog, language: str = "en") -> Iterator[str]:
    for metric in catalog.metrics:
        for more in VIEWS:
            yield f"?metric={metric}&lang={language}&{more}"


def test_the_verdict_on_every_view_is_that_of_every_pair(catalog: Catalog) -> None:
    levels = Counter[str]()
    for search in searches(catalog):
        standing, found = shown(search, catalog)
        axes = [list(panel.standing.itertuples()) for panel in standing]
        asked = {rule: [list(chain.from_iterable(axes))] if rule.action == "separate" else axes for rule in RULES}
        touched = {rule.name: len(by_hand(rule, groups)) for rule, groups in asked.items()}
        assert {one.rule: one.touched for one in found.reasons} == {name: count for name, count in touched.items() if count}
        levels[found.level] += 1
    assert set(levels) == {"clean", "warn", "block"}


def test_every_action_leads_to_a_view_without_its_reason(catalog: Catalog) -> None:
    followed = Counter[str]()
    for search in searches(catalog):
        standing, found = shown(search, catalog)
        items = of_type(verdict_strip(found, standing, resolve(parse(search), catalog)), "Li")
        for one, item in zip(found.reasons, items, strict=True):
            for address in links(item).values():
                after = shown(address.removeprefix("/"), catalog)
                assert one.rule not in {reason.rule for reason in after[1].reasons}, (search, address)
                assert after[0], f"{address} shows nothing"
                followed[one.action] += 1
    assert set(followed) == {"per-year", "separate", "leave-out"}


def test_what_no_link_mends_offers_none(catalog: Catalog) -> None:
    """Persons and person-times of whole pairings stay apart whatever is left out: no link claims otherwise."""
    rows = [{"stated": "407人"}, HAIXI | {"stated": "700人次"}, {"stated": "5人", "extent": "part", "scope": "泽库县"}]
    standing = panels(frame(*rows, period="2023", metric="trainees"))
    found = verdict_of(standing)
    assert [(one.rule, one.action) for one in found.reasons] == [("units_differ", ""), ("extents_differ", "separate")]
    items = of_type(verdict_strip(found, standing, resolve(Selection(metric="trainees", parts="1"), catalog)), "Li")
    assert [links(item) for item in items] == [{}, {"只看整个结对": "/?metric=trainees"}]


def test_leaving_out_names_the_pairing_and_keeps_two(catalog: Catalog) -> None:
    apart = [HUANGNAN | {"period": "2023"}, HAIXI | {"period": "2023"}, GANNAN | {"period": "2020"}]
    rows = [PROJECTS | one for one in apart]
    (three,) = verdict_of(panels(frame(*rows))).reasons
    assert (three.rule, three.odd) == ("periods_are_apart", "tianjin-gannan")
    (two,) = verdict_of(panels(frame(*rows[1:]))).reasons
    assert (two.rule, two.odd) == ("periods_are_apart", "")
    strip = verdict_strip(Verdict("warn", (three,)), panels(frame(*rows)), resolve(Selection(metric="projects"), catalog))
    rest = "liaoning-nagqu~liuhe-huangyuan~tianjin-huangnan~zhejiang-haixi"
    assert links(strip) == {"去掉甘南州": f"/?metric=projects&pair={rest}"}


def test_see_sources_leads_to_the_two_figures(catalog: Catalog) -> None:
    standing = panels(frame(HUANGNAN | MONEY, HAIXI | MONEY | {"tier": "C", "stated": "18.51亿元"}))
    strip = verdict_strip(verdict_of(standing), standing, resolve(Selection(lang="en"), catalog))
    assert [part.href.partition("?")[0].rpartition("/")[2] for part in of_type(strip, "A")] == ["figure-1", "figure-2"]


@pytest.mark.parametrize(("language", "more"), [("zh", "其余 {n} 条"), ("en", "{n} more")])
def test_five_reasons_are_shown_and_the_rest_are_one_click_away(catalog: Catalog, language: str, more: str) -> None:
    search = f"?metric=funds&parts=1&lang={language}"
    _, found = shown(search, catalog)
    word, first, rest = view(search, catalog)["verdict"]
    assert MOST_REASONS == 5
    assert len(found.reasons) > 6
    assert word.children == {"zh": "不宜放在一起，已分开显示", "en": "Not shown together: separate panels"}[language]
    sentences = [one.sentence.zh if language == "zh" else one.sentence.en for one in found.reasons]
    read = [words(item) for item in of_type(first, "Li")] + [words(item) for item in of_type(rest, "Li")]
    assert [text.startswith(sentence) for text, sentence in zip(read, sentences, strict=True)] == [True] * len(sentences)
    assert len(of_type(first, "Li")) == 5
    assert type(rest).__name__ == "Details"
    assert words(rest.children[0]) == more.format(n=len(sentences) - 5)


def test_up_to_five_reasons_need_no_click(catalog: Catalog) -> None:
    standing = panels(frame(HUANGNAN | MONEY, HAIXI | MONEY | {"tier": "C", "stated": "18.51亿元"}))
    strip = verdict_strip(verdict_of(standing), standing, resolve(Selection(), catalog))
    assert [type(part).__name__ for part in strip] == ["Strong", "Ul"]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ([MONEY, HAIXI | MONEY | {"stated": "18.51亿元"}], "Comparable"),
        ([MONEY, HAIXI | MONEY | {"stated": "18.51亿元", "tier": "C"}], "Comparable, with notes"),
        ([MONEY, HAIXI | MONEY | {"stated": "18.51亿元", "basis": "planned"}], "Compare with care"),
        ([MONEY, HAIXI | COUNTY], "Not shown together: separate panels"),
        ([MONEY], "One figure alone: nothing to compare"),
    ],
)
def test_the_verdict_is_one_word(catalog: Catalog, rows: list[Row], word: str) -> None:
    standing = panels(frame(*rows))
    strip = verdict_strip(verdict_of(standing), standing, resolve(Selection(lang="en"), catalog))
    assert words(strip[0]) == word


def test_nothing_shown_has_no_verdict(catalog: Catalog) -> None:
    assert verdict_strip(verdict_of([]), [], resolve(Selection(), catalog)) == []
