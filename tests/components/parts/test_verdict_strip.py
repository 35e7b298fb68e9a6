"""The verdict in words: one line of its level, which unfolds into its reasons, each with what mends it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from components.parts.verdict import verdict_strip
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.comparability import Verdict, verdict_of
from metrics.comparing.standing import panels
from metrics.selecting.answer import Answer, answer
from metrics.selecting.selection import parse

from ...comparing.cases import MONEY, PROJECTS
from ...frames import GANNAN, HAIXI, HUANGNAN, frame, holding, printed
from ...seen import links, of_type, words


def answered(search: str, catalog: Catalog) -> Answer:
    return answer(parse(search), catalog)


def strip(search: str, figures: Sequence[Any], catalog: Catalog, verdict: Verdict | None = None) -> list[Any]:
    """The strip for these figures, as a selection would ask for them."""
    standing = tuple(panels(figures))
    return verdict_strip(replace(answered(search, catalog), panels=standing, verdict=verdict or verdict_of(list(standing))))


def searches(catalog: Catalog) -> Iterator[str]:
    for metric in catalog.metrics:
        for more in ("", "&like=all", "&parts=1"):
            yield f"?metric={metric}&lang=en{more}"


def test_every_action_leads_to_a_view_without_its_reason(few: Catalog) -> None:
    followed = Counter[str]()
    for search in searches(few):
        found = answered(search, few)
        for one, item in zip(found.verdict.reasons, of_type(verdict_strip(found), "Li"), strict=True):
            for address in links(item).values():
                after = answered(address.removeprefix("/"), few)
                assert one.rule not in {reason.rule for reason in after.verdict.reasons}, (search, address)
                assert after.panels, f"{address} shows nothing"
                followed[one.action] += 1
    assert set(followed) >= {"per-year", "leave-out"}


def test_what_no_link_mends_offers_none(catalog: Catalog) -> None:
    """Persons and person-times of whole pairings stay apart whatever is left out: no link claims otherwise."""
    rows = [{"stated": "407人"}, HAIXI | {"stated": "700人次"}, {"stated": "5人", "extent": "part", "scope": "泽库县"}]
    figures = printed(*rows, period="2023", metric="trainees")
    assert [(one.rule, one.action) for one in verdict_of(panels(figures)).reasons] == [("units_differ", "separate")]
    items = of_type(strip("?metric=trainees&parts=1", figures, catalog), "Li")
    assert [links(item) for item in items] == [{}]


@pytest.mark.parametrize(
    ("periods", "offered"),
    [(("2020/2024", "2024"), True), (("2020/2024", "2024-07-19"), True), (("2024-01/2024-03", "2024-07-19"), False)],
)
def test_per_year_is_offered_where_it_leaves_a_figure(catalog: Catalog, periods: tuple[str, str], *, offered: bool) -> None:
    figures = frame(*(name | MONEY | {"period": period} for name, period in zip((HUANGNAN, HAIXI), periods, strict=True)))
    found = answered("?lang=en", holding(catalog, figures))
    assert "lengths_differ" in {one.rule for one in found.verdict.reasons}
    assert ("switch to per year" in {text for item in of_type(verdict_strip(found), "Li") for text in links(item)}) is offered


def test_per_resident_becomes_per_resident_per_year(catalog: Catalog) -> None:
    long, short = HUANGNAN | MONEY | {"period": "2010/2023"}, HAIXI | MONEY | {"period": "2021/2023"}
    few = holding(catalog, frame(long, short))
    found = answered("?by=resident&lang=en&like=all", few)
    (offer,) = [links(item) for item in of_type(verdict_strip(found), "Li") if "switch to per year" in links(item)]
    assert offer == {"switch to per year": "/?like=all&by=resident-year&lang=en"}
    assert "lengths_differ" not in {one.rule for one in answered("?by=resident-year&lang=en&like=all", few).verdict.reasons}


def test_leaving_out_names_the_pairing_and_keeps_two(catalog: Catalog) -> None:
    apart = [HUANGNAN | {"period": "2023"}, HAIXI | {"period": "2023"}, GANNAN | {"period": "2020"}]
    rows = [PROJECTS | one for one in apart]
    (three,) = verdict_of(panels(printed(*rows))).reasons
    assert (three.rule, three.odd) == ("periods_are_apart", "tianjin-gannan")
    (two,) = verdict_of(panels(printed(*rows[1:]))).reasons
    assert (two.rule, two.odd) == ("periods_are_apart", "")
    seen = strip("?metric=projects", printed(*rows), catalog, Verdict("warn", (three,)))
    assert links(seen) == {"排除甘南州": "/?metric=projects&pair=tianjin-huangnan~zhejiang-haixi"}  # of those that are drawn


def test_see_sources_leads_to_the_two_figures(catalog: Catalog) -> None:
    figures = printed(HUANGNAN | MONEY, HAIXI | MONEY | {"tier": "C", "stated": "18.51亿元"})
    seen = strip("?lang=en", figures, catalog)
    assert [part.href.partition("?")[0].rpartition("/")[2] for part in of_type(seen, "A")] == ["figure-1", "figure-2"]


@pytest.mark.parametrize(
    ("language", "line"),
    [("zh", "谨慎比较：时段长短为什么（{n}）"), ("en", "Compare with care: length of period why ({n})")],
)
def test_the_verdict_is_one_line_that_unfolds_into_every_reason(catalog: Catalog, language: str, line: str) -> None:
    figures = printed(HUANGNAN | MONEY, HAIXI | MONEY | {"period": "2010/2023", "tier": "C", "stated": "18.51亿元"})
    found = verdict_of(panels(figures)).reasons
    (folded,) = strip(f"?lang={language}", figures, catalog)
    summary, unfolded = folded.children
    assert type(folded).__name__ == "Details"
    assert words(summary).replace(" why", " why").replace("短 为", "短为") == line.format(n=len(found))
    sentences = [one.sentence.zh if language == "zh" else one.sentence.en for one in found]
    read = [words(item) for item in of_type(unfolded, "Li")]
    assert [text.startswith(sentence) for text, sentence in zip(read, sentences, strict=True)] == [True] * len(found)


def test_a_verdict_without_a_reason_has_nothing_to_unfold(catalog: Catalog) -> None:
    assert [type(part).__name__ for part in strip("", printed(HUANGNAN | MONEY, HAIXI | MONEY | {"stated": "18.51亿元"}), catalog)] == ["P"]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ([MONEY, HAIXI | MONEY | {"stated": "18.51亿元"}], "Comparable"),
        ([MONEY, HAIXI | MONEY | {"stated": "18.51亿元", "tier": "C"}], "Comparable, with notes"),
        ([MONEY, HAIXI | MONEY | {"stated": "18.51亿元", "basis": "planned"}], "Compare with care"),
        ([MONEY, HAIXI | MONEY | {"level": "county"}], "Not comparable: shown apart"),
        ([MONEY | {"period": "2020"}, MONEY | {"period": "2021", "stated": "18.51亿元"}], "A series of one pairing"),
        ([MONEY | {"period": "2020"}, MONEY | {"period": "2020/2021", "stated": "18.51亿元"}], "Compare with care"),
        ([MONEY], "One figure alone: nothing to compare"),
    ],
)
def test_the_verdict_is_one_word(catalog: Catalog, rows: list[Row], word: str) -> None:
    assert words(of_type(strip("?lang=en", printed(*rows), catalog), "Strong")[0]) == word


def test_nothing_shown_has_no_verdict(catalog: Catalog) -> None:
    assert strip("", [], catalog) == []
