"""May these figures stand together: the level, the sentence that says why not, and the count."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.comparability import Verdict, reason, verdict, verdict_of
from metrics.comparing.descriptions import Figure
from metrics.comparing.differences import RULES, Rule
from metrics.comparing.standing import panels
from metrics.reckoning.derived import derive

from ..frames import GANNAN, HAIXI, HUANGNAN, HUANGYUAN, NAGQU, frame

MONEY: Row = {"stated": "14.93亿元", "period": "2021/2023"}
PROJECTS: Row = {"stated": "407个", "period": "2021/2023", "metric": "projects", "basis": "completed"}
COUNTY: Row = MONEY | {"extent": "part", "scope": "乌兰县", "scope_en": "Ulan County"}

# Rule -> level; what both figures say; the one thing that the second says otherwise; the sentence in both languages.
Case = tuple[str, Row, Row, str, str]
CASES: dict[str, Case] = {
    "units_differ": (
        "block",
        MONEY,
        {"unit": "USD"},
        "单位不同：黄南州为元，海西州为美元，分开显示。",
        "Units differ: Huangnan in CN¥, Haixi in US$; shown separately.",
    ),
    "kinds_differ": (
        "block",
        MONEY,
        {"kind": "level"},
        "类型不同：黄南州为总量，海西州为存量，分开显示。",
        "Kinds differ: Huangnan is a total, Haixi a level; shown separately.",
    ),
    "extents_differ": (
        "block",
        MONEY,
        {"extent": "wider"},
        "范围不同：黄南州是整个结对，海西州是大于结对的范围，不宜放在一起。",
        "Extent differs: Huangnan is the whole pairing, Haixi is more than the pairing; not shown together.",
    ),
    "counted_things_differ": (
        "warn",
        MONEY,
        {"label_zh": "计划外资金", "label_en": "off-plan money"},
        "所计不同：黄南州计全部，海西州（计划外资金）计计划外资金。",
        "They count different things: Huangnan counts all of it, Haixi (off-plan money) counts off-plan money.",
    ),
    "scopes_differ": (
        "warn",
        COUNTY,
        {"scope": "都兰县", "scope_en": "Dulan County"},
        "范围不同：一个是乌兰县，一个是都兰县。",
        "Scopes differ: one is Ulan County, the other Dulan County.",
    ),
    "intentions_differ": (
        "warn",
        MONEY,
        {"basis": "planned"},
        "一个是预定的，另一个是已发生的或未注明：黄南州（投入），海西州（计划）。",
        "One is intended, the other actual or not stated: Huangnan (spent), Haixi (planned).",
    ),
    "lengths_differ": (
        "warn",
        PROJECTS,
        {"period": "2022/2023"},
        "时段长短不同：黄南州为2021—2023，海西州为2022—2023。",
        "Periods differ in length: Huangnan covers 2021–2023, Haixi covers 2022–2023.",
    ),
    "periods_are_open": (
        "warn",
        PROJECTS,
        {"period": "../2023"},
        "时段没有写全：黄南州为2021—2023，海西州为截至 2023。",
        "A period is not fully stated: Huangnan covers 2021–2023, Haixi covers up to 2023.",
    ),
    "periods_are_apart": (
        "warn",
        PROJECTS,
        {"period": "2019/2021"},
        "截止相差一年以上：黄南州为2021—2023，海西州为2019—2021。",
        "Their ends are more than a year apart: Huangnan covers 2021–2023, Haixi covers 2019–2021.",
    ),
    "bases_differ": (
        "note",
        MONEY,
        {"basis": "in-place"},
        "口径不同：黄南州（投入），海西州（到位）。",
        "Bases differ: Huangnan (spent), Haixi (in place).",
    ),
    "bases_are_unknown": (
        "note",
        MONEY | {"basis": "unstated"},
        {},
        "黄南州与海西州都没有注明口径，是否同一口径不得而知。",
        "Neither Huangnan nor Haixi states its basis; whether they share one is not known.",
    ),
    "prices_differ": (
        "note",
        MONEY,
        {"period": "2022/2024"},
        "金额按各时段的当年价格，报告未注明价格基准（黄南州为2021—2023，海西州为2022—2024）。",
        "Amounts are in the prices of their own years; no report names a price basis (Huangnan: 2021–2023, Haixi: 2022–2024).",
    ),
    "order_is_uncertain": (
        "note",
        MONEY,
        {"stated": "超14亿元"},
        "大小不能确定：黄南州（14.93亿元）与海西州（超14亿元）的界限重叠。",
        "Their order is not certain: the bounds of Huangnan (14.93亿元) and Haixi (超14亿元) overlap.",
    ),
    "tiers_differ": (
        "note",
        MONEY,
        {"tier": "C"},
        "来源级别不同：黄南州为A 级（官方或本报网页），海西州为C 级（第三方转载）。",
        "Sources differ in tier: Huangnan is tier A (official or the paper's own page), Haixi is tier C (third party's copy).",
    ),
}
# Another amount that two figures of one sort may have, so that their order is certain.
LARGER: dict[str, Row] = {"14.93亿元": {"stated": "18.51亿元"}, "407个": {"stated": "567个"}}


def pair(both: Row, change: Row) -> pd.DataFrame:
    """Two figures that agree in everything but their pairing, their amount, and the change to the second."""
    return frame(HUANGNAN | both, HAIXI | both | LARGER[str(both["stated"])] | change)


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
    (found,) = verdict(pair(both, change).iloc[::-1]).reasons
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
    (found,) = verdict(frame(*(PROJECTS | one | amount for one, amount in zip(PAIRINGS, COUNTED, strict=True)))).reasons
    assert (found.rule, found.touched) == ("order_is_uncertain", 3)
    assert found.sentence.zh.endswith("的界限重叠（5 个数字中 3 个涉及）。")
    assert found.sentence.en.endswith(" overlap (3 of 5 figures concerned).")


def test_a_pair_is_not_counted() -> None:
    (found,) = verdict(frame(*(PROJECTS | one | amount for one, amount in zip(PAIRINGS[:4], COUNTED[:4], strict=True)))).reasons
    assert (found.touched, found.sentence.en.count("concerned")) == (2, 0)


ROWS = st.builds(
    lambda *given: {name: value for one in given for name, value in one.items()},
    st.sampled_from(PAIRINGS),
    st.sampled_from([{"stated": text} for text in ("407个", "567个", "超400个", "14.93亿元", "近2.5万人")]),
    st.sampled_from([{"period": text} for text in ("2021/2023", "2019/2021", "2023", "../2023", "2020/..", "unstated", "2022/2024")]),
    st.fixed_dictionaries({name: st.sampled_from(TERMS) for name, TERMS in (("basis", ["spent", "unstated"]), ("tier", ["A", "C"]))}),
    st.sampled_from([{}, {"extent": "part", "scope": "乌兰县"}, {"extent": "part", "scope": "都兰县"}, {"label_zh": "计划外资金"}]),
    st.sampled_from([{"kind": "total"}, {"kind": "total"}, {"kind": "level"}]),
)


def by_hand(rule: Rule, axes: list[list[Figure]]) -> set[int]:
    """The figures that a rule touches, every pair of an axis being asked."""
    pairs = (pair for figures in axes for pair in combinations(figures, 2))
    return {figure.Index for one, other in pairs if rule.differs(one, other) for figure in (one, other)}


@given(st.lists(ROWS, max_size=7))
def test_a_reason_is_that_of_every_pair(rows: list[Row]) -> None:
    figures = list(frame(*rows).itertuples())
    for rule in RULES:
        found, touched = reason(rule, [figures]), by_hand(rule, [figures])
        assert (found.touched if found else 0) == len(touched)


@given(st.lists(ROWS, max_size=7))
def test_no_two_figures_of_one_axis_must_stand_apart(rows: list[Row]) -> None:
    for panel in panels(frame(*rows)):
        assert verdict(panel.standing).level != "block"


def test_what_reports_no_figure_is_not_compared() -> None:
    assert verdict(frame(HUANGNAN | MONEY, HAIXI | {"status": "not-found", "kind": "total"})) == Verdict("clean", ())
    assert verdict_of([]) == Verdict("clean", ())


def test_figures_on_two_axes_differ_in_what_parts_them_alone() -> None:
    rows = [HUANGNAN | MONEY, HAIXI | COUNTY | {"tier": "C", "basis": "planned", "period": "../2010"}]
    assert [one.rule for one in verdict_of(panels(frame(*rows))).reasons] == ["extents_differ"]


def test_parts_on_one_axis_are_never_called_comparable() -> None:
    rows = [{"label_zh": "医生", "label_en": "doctors"}, {"label_zh": "教师", "label_en": "teachers"}]
    found = verdict_of(panels(frame(*rows, stated="407人", period="2023")))
    assert found.level == "warn"
    assert [one.sentence.en for one in found.reasons] == [
        "They count different things: Huangnan (doctors) counts doctors, Huangnan (teachers) counts teachers."
    ]


def test_two_figures_of_one_name_are_told_apart_by_what_is_printed() -> None:
    (found,) = verdict(frame({"stated": "14.93亿元", "basis": "planned"}, {"stated": "18.51亿元"}, period="2021/2023")).reasons
    assert (
        found.sentence.en
        == "One is intended, the other actual or not stated: Huangnan (14.93亿元) (planned), Huangnan (18.51亿元) (spent)."
    )


def test_the_order_of_derived_figures_names_what_they_are_derived_from(catalog: Catalog) -> None:
    rows = [HUANGNAN | MONEY | {"period": "2021/2024"}, HAIXI | {"stated": "超4亿元", "period": "2021/2022"}]
    drawn, _ = derive(frame(*rows), "year", catalog)
    found = {one.rule: one.sentence for one in verdict(drawn).reasons}
    assert found["order_is_uncertain"].zh == "大小不能确定：黄南州（14.93亿元 ÷ 4 年）与海西州（超4亿元 ÷ 2 年）的界限重叠。"
