"""Each rule by itself: where it begins, where it ends, and that it looks at nothing else."""

import pandas as pd
import pytest

from metrics.catalog.frames import COLUMNS, Row
from metrics.comparing.descriptions import Figure, years_long
from metrics.comparing.differences import RULES
from metrics.comparing.rule import LEVELS, Rule
from metrics.entries.fields import BASES
from metrics.words import Bilingual

from ..frames import HAIXI, HUANGNAN, printed
from .cases import CASES, MONEY, PROJECTS, ROADS, pair

BY_NAME = {rule.name: rule for rule in RULES}
OTHER: dict[str, object] = {"str": "something else", "float64": 3.0, "datetime64[s]": pd.Timestamp("1999-12-31"), "bool": True}


def two(one: Row, other: Row) -> tuple[Figure, Figure]:
    first, second = printed(HUANGNAN | one, HAIXI | other)
    return first, second


def differ(rule: str, one: Row, other: Row) -> bool:
    return BY_NAME[rule].differs(*two(one, other)) is not None


def test_rules_stand_worst_first_and_each_once() -> None:
    levels = [LEVELS.index(rule.level) for rule in RULES]
    assert levels == sorted(levels, reverse=True)
    assert len(BY_NAME) == len(RULES) == 21


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_sentence_says_the_same_in_both_languages(rule: Rule) -> None:
    """A rule with a fault names who is at fault; `bases_are_unknown` alone does not say what the two say: neither says anything."""
    named = {name for name in ("{a}", "{b}", "{x}", "{y}") if name in rule.sentence.en}
    assert named == {name for name in ("{a}", "{b}", "{x}", "{y}") if name in rule.sentence.zh}
    assert named == {"{a}"} or not rule.fault
    assert rule.fault or rule.name == "bases_are_unknown" or {"{x}", "{y}"} <= named
    assert rule.field.zh
    assert rule.field.en


@pytest.mark.parametrize("name", CASES)
def test_a_rule_is_of_two_figures_whichever_comes_first(name: str) -> None:
    _, both, change, _, _ = CASES[name]
    first, second = pair(both, change)
    said, back = BY_NAME[name].differs(first, second), BY_NAME[name].differs(second, first)
    assert said is not None
    assert back == said[::-1]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_reads_its_columns_alone(rule: Rule) -> None:
    """What a rule answers for one figure holds for every other that says the same in these columns."""
    frames = [pair(both, change) for _, both, change, _, _ in CASES.values()] + [pair(MONEY, {})]
    for figures in frames:
        answers = rule.differs(*figures)
        others = {name: OTHER[dtype] for name, dtype in COLUMNS.items() if name not in rule.columns}
        assert rule.differs(*(figure._replace(**others) for figure in figures)) == answers


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2021/2024", "2021/2024", False),
        ("2020/2024", "2021/2024", False),  # five years to four: a quarter more, and no more than that
        ("2019/2024", "2021/2024", True),
        ("2010/2024-08", "2021/2024", True),
        ("2023", "2024", False),  # 365 and 366 days are both a year
        ("2023", "2023-12", True),
        ("../2024", "2021/2024", False),  # no length: another rule's
        ("2021/..", "2021/2024", False),
        ("unstated", "2021/2024", False),
    ],
)
def test_totals_over_stretches_of_different_length_differ(one: str, other: str, expected: bool) -> None:
    assert differ("lengths_differ", {"period": one}, {"period": other}) is expected


@pytest.mark.parametrize("more", [{"kind": "level"}, {"kind": "rate"}, {"unit": "CNY-per-year"}])
def test_the_length_of_a_period_says_nothing_of_levels_rates_and_averages(more: Row) -> None:
    assert not differ("lengths_differ", {"period": "2010/2024"} | more, {"period": "2023/2024"} | more)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2021/2023", "2021/2023", False),
        ("2023", "2024", False),  # neighbouring years: 366 days
        ("2023", "2025", True),
        ("2023-12-31", "2024-12-31", False),
        ("2023-12-31", "2025-01-01", True),  # 367 days
        ("2021/2023", "2021/..", False),
        ("unstated", "2023", False),
    ],
)
def test_ends_more_than_a_year_apart_differ(one: str, other: str, expected: bool) -> None:
    assert differ("periods_are_apart", {"period": one}, {"period": other}) is expected


@pytest.mark.parametrize(
    ("kind", "one", "expected"),
    [
        ("total", "2021/2023", False),
        ("total", "../2023", True),
        ("total", "2021/..", True),
        ("total", "unstated", True),
        ("level", "2023", False),
        ("level", "../2023", False),  # a level is of its day: when it began to be so is no matter
        ("level", "unstated", True),
        ("rate", "unstated", True),
    ],
)
def test_a_period_is_open_where_a_total_has_no_length_or_a_level_no_date(kind: str, one: str, expected: bool) -> None:
    stated: Row = {"kind": kind, "period": "2023"}
    assert differ("periods_are_open", {"kind": kind, "period": one}, stated) is expected
    assert differ("periods_are_open", stated, {"kind": kind, "period": one}) is expected
    assert differ("periods_are_open", {"kind": kind, "period": one}, {"kind": kind, "period": one}) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("407个", "567个", False),
        ("407个", "407个", False),  # the same number is the same
        ("18.51亿元", "18.51亿元", True),  # each is rounded: which is the larger is not known
        ("18.51亿元", "18.52亿元", True),  # 18.515 may be either
        ("18.51亿元", "18.53亿元", False),
        ("超400个", "567个", True),
        ("超600个", "567个", False),
        ("近2.5万人", "2.4万人", True),
        ("近2.5万人", "2.6万人", False),
        ("700余人次", "750人次", True),
        ("700余人次", "801人次", False),
        ("约500人", "9000人", True),  # 约 bounds nothing
        ("超400个", "超900个", True),
    ],
)
def test_the_order_of_two_figures_is_certain_where_their_bounds_leave_no_choice(one: str, other: str, expected: bool) -> None:
    assert differ("order_is_uncertain", {"stated": one}, {"stated": other}) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (MONEY, MONEY, False),
        (MONEY, MONEY | {"period": "2021/2023-06"}, False),  # the same years
        (MONEY, MONEY | {"period": "2020/2023"}, True),
        (MONEY | {"unit": "CNY-per-year"}, MONEY | {"unit": "CNY-per-year", "period": "2020/2023"}, True),
        (MONEY | {"unit": "CNY-2020"}, MONEY | {"unit": "CNY-2020", "period": "2020/2023"}, False),  # the prices of one year
        (PROJECTS, PROJECTS | {"period": "2020/2023"}, False),
        (MONEY | {"period": "unstated"}, MONEY, True),
    ],
)
def test_money_of_different_years_is_in_different_prices(one: Row, other: Row, expected: bool) -> None:
    assert differ("prices_differ", one, other) is expected


@pytest.mark.parametrize("one", BASES)
@pytest.mark.parametrize("other", BASES)
def test_bases_are_of_two_classes(one: str, other: str) -> None:
    """Intended beside actual or unstated is a warning; two of one class, or unstated beside actual, a note; the same twice is neither."""
    intended = [basis in ("planned", "agreed", "allocated") for basis in (one, other)]
    fired = {rule for rule in ("intentions_differ", "bases_differ") if differ(rule, {"basis": one}, {"basis": other})}
    expected = "intentions_differ" if intended[0] != intended[1] else "bases_differ" if one != other else None
    assert fired == ({expected} if expected else set())


@pytest.mark.parametrize(("kind", "expected"), [("total", True), ("level", True), ("rate", False)])
def test_a_basis_that_neither_report_states_may_differ(kind: str, expected: bool) -> None:
    unstated: Row = {"basis": "unstated", "kind": kind}
    assert differ("bases_are_unknown", unstated, unstated) is expected
    assert not differ("bases_are_unknown", unstated, unstated | {"basis": "spent"})


def test_parts_are_of_one_scope_or_of_two() -> None:
    part: Row = {"extent": "part", "scope": "泽库县"}
    assert not differ("scopes_differ", part, part)
    assert differ("scopes_differ", part, part | {"scope": "河南县"})
    assert not differ("scopes_differ", part, {"extent": "wider", "scope": "青海省"})  # another rule's


def test_what_is_of_no_category_counts_all_of_it() -> None:
    said = BY_NAME["categories_differ"].differs(*two({}, ROADS))
    assert said == (Bilingual("全部", "all of it"), Bilingual("公路", "roads"))


def test_labels_are_held_together_within_one_category_alone() -> None:
    """Of two categories another rule speaks already."""
    worded: Row = {"label_zh": "乡村公路", "label_en": "village roads"}
    assert differ("wordings_differ", ROADS, ROADS | worded)
    assert not differ("wordings_differ", ROADS | worded, ROADS | worded)
    assert not differ("wordings_differ", {}, ROADS | worded)


@pytest.mark.parametrize(
    ("within", "expected"),
    [("", False), ("tianjin-huangnan", True), ("tianjin-qinghai tianjin-huangnan", True), ("tianjin-huangnan-2", False)],
)
def test_a_pairing_holds_what_names_it(within: str, expected: bool) -> None:
    assert differ("one_holds_the_other", {}, {"within": within}) is expected


@pytest.mark.parametrize(
    ("residents", "more", "expected"),
    [
        (1_000_000.0, {}, False),  # ten times as many, and no more than that
        (1_000_001.0, {}, True),
        (9_000.0, {}, True),
        (float("nan"), {}, False),
        (9_000.0, {"kind": "rate"}, False),  # what a rate says is of no size
        (9_000.0, {"unit": "CNY-per-resident"}, False),
        (9_000.0, {"unit": "CNY-per-resident-year"}, False),
    ],
)
def test_recipients_differ_in_size_more_than_tenfold(residents: float, more: Row, expected: bool) -> None:
    assert differ("sizes_differ", {"residents": 100_000.0} | more, {"residents": residents} | more) is expected
    assert differ("sizes_differ", {"residents": residents} | more, {"residents": 100_000.0} | more) is expected


@pytest.mark.parametrize(
    ("period", "expected"), [("2023", 1.0), ("2021/2024", 4.0), ("../2024", None), ("2021/..", None), ("unstated", None)]
)
def test_a_period_has_a_length_where_both_its_ends_are_stated(period: str, expected: float | None) -> None:
    assert years_long(two({"period": period}, {})[0]) == expected
