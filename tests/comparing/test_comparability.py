"""May these figures stand together: the level, the sentence that says why not, and the count."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.comparability import Verdict, reason, verdict, verdict_of
from metrics.comparing.descriptions import Figure
from metrics.comparing.differences import RULES
from metrics.comparing.rule import Rule
from metrics.comparing.standing import panels
from metrics.comparing.timing import TIMING
from metrics.reckoning.derived import derive_rows

from ..frames import GANNAN, HAIXI, HUANGNAN, HUANGYUAN, NAGQU, printed
from .cases import CASES, COUNTY, MONEY, PROJECTS, pair


def test_every_rule_has_a_case() -> None:
    assert list(CASES) == [rule.name for rule in RULES]


@pytest.mark.parametrize("both", [MONEY, PROJECTS, COUNTY])
def test_figures_that_agree_in_all_are_comparable(both: Row) -> None:
    assert verdict(pair(both, {})) == Verdict("clean", ())


@pytest.mark.parametrize("name", CASES)
def test_one_changed_field_gives_one_reason_with_its_level_and_sentence(name: str) -> None:
    level, both, change, zh, en = CASES[name]
    found = verdict(pair(both, change))
    assert [(one.rule, one.level, one.sentence.zh, one.sentence.en) for one in found.reasons] == [(name, level, zh, en)]
    assert found.level == level


@pytest.mark.parametrize("name", CASES)
def test_a_reason_names_the_two_figures_that_differ(name: str) -> None:
    _, both, change, _, _ = CASES[name]
    (found,) = verdict(pair(both, change)).reasons
    assert (found.figures, found.touched) == (("figure-1", "figure-2"), 2)


@pytest.mark.parametrize("name", CASES)
def test_a_rule_does_not_mind_which_figure_comes_first(name: str) -> None:
    _, both, change, _, _ = CASES[name]
    (found,) = verdict(pair(both, change)[::-1]).reasons
    assert (found.rule, found.figures) == (name, ("figure-2", "figure-1"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (["tiers_differ"], ["note"]),
        (["tiers_differ", "intentions_differ"], ["warn", "note"]),
        (["tiers_differ", "bases_differ"], ["note", "note"]),
        (["tiers_differ", "intentions_differ", "kinds_differ"], ["block", "warn", "note"]),
        (["tiers_differ", "kinds_differ"], ["block", "note"]),
        (["units_differ", "kinds_differ"], ["block", "block"]),
    ],
)
def test_the_worst_level_wins_and_stands_first(changes: list[str], expected: list[str]) -> None:
    both: Row = {name: value for change in changes for name, value in CASES[change][2].items()}
    found = verdict(pair(MONEY, both))
    assert [one.level for one in found.reasons] == expected
    assert found.level == expected[0]


COUNTED = [{"stated": stated} for stated in ("100个", "200个", "300个", "超300个", "超400个")]  # only the last three overlap
PAIRINGS = [GANNAN, HUANGNAN, HAIXI, NAGQU, HUANGYUAN]


def test_a_reason_counts_the_figures_that_it_touches() -> None:
    (found,) = verdict(printed(*(PROJECTS | one | amount for one, amount in zip(PAIRINGS, COUNTED, strict=True)))).reasons
    assert (found.rule, found.touched) == ("order_is_uncertain", 3)


ROWS = st.builds(
    lambda *given: {name: value for one in given for name, value in one.items()},
    st.sampled_from(PAIRINGS),
    st.sampled_from([{"stated": text} for text in ("407个", "567个", "超400个", "14.93亿元", "近2.5万人")]),
    st.sampled_from([{"period": text} for text in ("2021/2023", "2019/2021", "2023", "../2023", "2020/..", "unstated", "2022/2024")]),
    st.fixed_dictionaries({name: st.sampled_from(TERMS) for name, TERMS in (("basis", ["spent", "unstated"]), ("tier", ["A", "C"]))}),
    st.sampled_from([{}, {"extent": "part", "scope": "乌兰县"}, {"extent": "part", "scope": "都兰县"}, {"label_zh": "计划外资金"}]),
    st.sampled_from([{"kind": "total"}, {"kind": "total"}, {"kind": "level"}]),
    st.sampled_from([{}, {}, {"level": "county"}, {"programme": "tibet"}, {"attribution": "recipient"}, {"read": "digest"}]),
    st.sampled_from([{}, {}, {"within": "tianjin-huangnan"}, {"category": "roads"}, {"residents": 5_000.0}, {"residents": 90_000.0}]),
)


def continue_one_another(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one series: the same thing, of a day each, of a year each, or since one start."""
    same = all(getattr(one, name) == getattr(other, name) for name in ("pairing", "unit", "kind", "basis", "scope", "category", "label_zh"))
    years = [figure.period.isdecimal() for figure in (one, other)]
    totals = years[0] == years[1] and (years[0] or one.period_start == other.period_start is not None)
    return bool(same and one.period_end and other.period_end and (one.kind != "total" or totals))


def by_hand(rule: Rule, axes: list[list[Figure]]) -> set[int]:
    """The figures that a rule touches, every pair of an axis being asked."""
    pairs = [(one, other, figures) for figures in axes for one, other in combinations(figures, 2)]
    if rule in TIMING:  # within one series times do not differ
        pairs = [(a, b, axis) for a, b, axis in pairs if len({one.pairing for one in axis}) > 1 or not continue_one_another(a, b)]
    return {figure.Index for one, other, _ in pairs if rule.differs(one, other) for figure in (one, other)}


@given(st.lists(ROWS, max_size=7))
def test_a_reason_is_that_of_every_pair(rows: list[Row]) -> None:
    figures = printed(*rows)
    for rule in RULES:
        found, touched = reason(rule, [figures]), by_hand(rule, [figures])
        assert (found.touched if found else 0) == len(touched)


@given(st.lists(ROWS, max_size=7))
def test_no_two_figures_of_one_axis_must_stand_apart(rows: list[Row]) -> None:
    for panel in panels(printed(*rows)):
        assert verdict(panel.standing).level != "block"


def test_what_reports_no_figure_is_not_compared() -> None:
    assert verdict(printed(HUANGNAN | MONEY, HAIXI | {"status": "not-found", "kind": "total"})) == Verdict("clean", ())
    assert verdict_of([]) == Verdict("clean", ())


def test_figures_on_two_axes_differ_in_what_parts_them_alone() -> None:
    rows = [HUANGNAN | MONEY, HAIXI | MONEY | {"level": "county", "tier": "C", "basis": "planned", "period": "../2010"}]
    assert [one.rule for one in verdict_of(panels(printed(*rows))).reasons] == ["levels_differ"]


def test_two_figures_of_one_name_are_told_apart_by_what_is_printed() -> None:
    (found,) = verdict(printed({"stated": "14.93亿元", "basis": "planned"}, {"stated": "18.51亿元"}, period="2021/2023")).reasons
    assert (
        found.sentence.en
        == "One is intended, the other actual or not stated: Tianjin–Huangnan (14.93亿元) (planned), Tianjin–Huangnan (18.51亿元) (put in)."
    )


def test_the_order_of_derived_figures_names_what_they_are_derived_from(catalog: Catalog) -> None:
    rows = [HUANGNAN | MONEY | {"period": "2021/2024"}, HAIXI | {"stated": "超4亿元", "period": "2021/2022"}]
    drawn, _ = derive_rows(printed(*rows), "year", catalog)
    found = {one.rule: one.sentence for one in verdict(drawn).reasons}
    assert (
        found["order_is_uncertain"].zh == "大小不能确定：天津市—黄南州（14.93亿元 ÷ 4 年）与浙江省—海西州（超4亿元 ÷ 2 年）的取值范围重叠。"
    )
