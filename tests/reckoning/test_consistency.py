"""Contradictions: each is found where two figures cannot both hold, and no longer when one thing is otherwise."""

import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.view import view
from metrics.__main__ import main
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.reckoning.consistency import RULES, Finding, bearing_on, findings
from metrics.words import Bilingual

from ..conftest import SMALL
from ..frames import HAIXI, HUANGNAN, as_printed, frame, holding

TOTAL: Row = {"stated": "18.51亿元", "period": "2010/2024", "source": "command-post-2024"}
# Rule -> the figure that contradicts TOTAL, which stands before it; the sentence; the figures in the order of the sentence.
CASES: dict[str, tuple[Row, str, str, tuple[str, str]]] = {
    "cumulative_totals_fall": (
        TOTAL | {"stated": "19.2亿元", "period": "2010/2023"},
        "累计数下降：2010年—2023年为19.2亿元，2010年—2024年为18.51亿元。",
        "A cumulative total falls: 19.2亿元 over 2010–2023, then 18.51亿元 over 2010–2024.",
        ("figure-2", "figure-1"),
    ),
    "parts_exceed_their_whole": (
        TOTAL | {"stated": "20亿元", "period": "2011/2020", "extent": "part", "scope": "泽库县"},
        "部分大于整体：20亿元（2011年—2020年，其中一部分）大于18.51亿元（2010年—2024年，整体）。",
        "A part exceeds its whole: 20亿元 (2011–2020, a part) against 18.51亿元 (2010–2024, the whole).",
        ("figure-2", "figure-1"),
    ),
    "years_exceed_their_plan": (
        TOTAL | {"stated": "18.6亿元", "period": "2021"},
        "较短时段大于较长时段：18.6亿元（2021年）大于18.51亿元（2010年—2024年）。",
        "A shorter span exceeds the longer one: 18.6亿元 (2021) against 18.51亿元 (2010–2024).",
        ("figure-2", "figure-1"),
    ),
    "reports_disagree": (
        TOTAL | {"stated": "17.9亿元", "source": "daily"},
        "两处说法不一：同一时段（2010年—2024年），一处为18.51亿元，一处为17.9亿元。",
        "Two reports disagree: for one period (2010–2024), 18.51亿元 and 17.9亿元.",
        ("figure-1", "figure-2"),
    ),
}
# What sets the contradiction aside: a smaller amount, or something else that is counted, elsewhere, or otherwise.
ASIDE: list[Row] = [
    {"pairing": "zhejiang-haixi"},
    {"metric": "investment"},
    {"stated": "25亿美元"},
    {"kind": "level"},
    {"basis": "planned"},
    {"label_zh": "计划外资金"},
    {"status": "not-found"},
]
AGREEING: dict[str, list[Row]] = {
    "cumulative_totals_fall": [
        {"stated": "18.51亿元"},
        {"stated": "18.5亿元"},
        {"stated": "近19.2亿元"},
        {"period": "2010/2025"},
        {"period": "2009/2023"},
        {"period": "../2023"},
        {"scope": "泽库县"},
    ],
    "parts_exceed_their_whole": [
        {"stated": "18.51亿元"},
        {"stated": "近20亿元"},
        {"period": "2009/2020"},
        {"period": "2011/2025"},
        {"period": "../2020"},
        {"extent": "wider"},
    ],
    "years_exceed_their_plan": [
        {"stated": "18.51亿元"},
        {"stated": "约18.6亿元"},
        {"period": "2025"},
        {"period": "unstated"},
        {"scope": "泽库县"},
    ],
    "reports_disagree": [
        {"stated": "18.51亿元"},
        {"stated": "超17.9亿元"},
        {"period": "2011/2024"},
        {"period": "2009/2024-06"},
        {"period": "../2024"},
        {"period": "unstated"},
        {"scope": "泽库县"},
    ],
}


def found_in(catalog: Catalog, *rows: Row) -> list[Finding]:
    return findings(holding(catalog, frame(*rows)))


PAPER = Bilingual("日报", "日报")


def test_every_rule_has_a_case() -> None:
    assert [rule.name for rule in RULES] == list(CASES) == list(AGREEING)


@pytest.mark.parametrize("name", CASES)
def test_two_figures_that_cannot_both_hold_are_one_finding(catalog: Catalog, name: str) -> None:
    other, zh, en, figures = CASES[name]
    sources = tuple("command-post-2024" if figure == "figure-1" else str(other["source"]) for figure in figures)
    assert found_in(catalog, TOTAL, other) == [
        Finding(name, "tianjin-huangnan", "funds", Bilingual(zh, en), figures, sources, (PAPER, PAPER))  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(("name", "change"), [(name, change) for name in CASES for change in [*AGREEING[name], *ASIDE]])
def test_one_changed_field_sets_a_finding_aside(catalog: Catalog, name: str, change: Row) -> None:
    assert found_in(catalog, TOTAL, CASES[name][0] | change) == []


@pytest.mark.parametrize("name", CASES)
def test_a_basis_that_is_not_stated_may_be_any(catalog: Catalog, name: str) -> None:
    other = CASES[name][0]
    assert [one.rule for one in found_in(catalog, TOTAL, other | {"basis": "unstated"})] == [name]
    assert [one.rule for one in found_in(catalog, TOTAL | {"basis": "unstated"}, other | {"basis": "planned"})] == [name]


@pytest.mark.parametrize("name", CASES)
def test_the_same_contradiction_is_found_in_whatever_order_the_figures_stand(catalog: Catalog, name: str) -> None:
    (found,) = found_in(catalog, CASES[name][0], TOTAL)
    assert found.rule == name


def test_one_period_written_in_two_ways_is_one_period(catalog: Catalog) -> None:
    rows = [TOTAL | {"period": "2023"}, TOTAL | {"stated": "17.9亿元", "period": "2023-01/2023-12"}]
    assert [one.rule for one in found_in(catalog, *rows)] == ["reports_disagree"]


def test_levels_of_one_day_disagree_and_levels_of_two_days_do_not(catalog: Catalog) -> None:
    rows = [{"stated": "667人", "period": "2024-08", "kind": "level"}, {"stated": "700人", "period": "2024-08", "kind": "level"}]
    assert [one.rule for one in found_in(catalog, *rows)] == ["reports_disagree"]
    assert found_in(catalog, rows[0], rows[1] | {"period": "2025-08"}) == []
    assert found_in(catalog, rows[0], rows[1] | {"period": "2023"}) == []


THREE: list[Row] = [TOTAL | {"stated": f"{number}亿元", "period": str(2021 + number)} for number in range(3)]  # 0, 1, 2: 3 in all


@pytest.mark.parametrize(
    ("more", "zh", "en"),
    [
        (
            {"stated": "6亿元"},
            "各段相加不等于总量：2021年 0亿元、2022年 1亿元、2023年 2亿元，2021年—2023年却为6亿元。",
            "The spans do not add up to their total: 2021: 0亿元, 2022: 1亿元, 2023: 2亿元, yet 6亿元 over 2021–2023.",
        ),
        (
            {"stated": "3亿元", "kind": "rate"},
            "各年平均不等于年均数：2021年 0亿元、2022年 1亿元、2023年 2亿元，2021年—2023年年均却为3亿元。",
            "The years do not average out: 2021: 0亿元, 2022: 1亿元, 2023: 2亿元, yet 3亿元 a year over 2021–2023.",
        ),
    ],
)
def test_years_that_make_another_total_are_one_finding(catalog: Catalog, more: Row, zh: str, en: str) -> None:
    (found,) = found_in(catalog, *THREE, TOTAL | {"period": "2021/2023"} | more)
    assert (found.rule, found.sentence) == ("spans_make_another_total", Bilingual(zh, en))
    assert found.figures == ("figure-1", "figure-2", "figure-3", "figure-4")


@pytest.mark.parametrize(
    "more",
    [
        {"stated": "3亿元"},
        {"stated": "4亿元"},  # each is rounded to half a 亿: 2 to 4.5 in all, 3.5 to 4.5
        {"stated": "超2亿元"},
        {"stated": "1亿元", "kind": "rate"},
        {"period": "2021/2024"},
        {"period": "2021/2023-11"},
        {"kind": "level"},
        {"basis": "planned"},
        {"label_zh": "计划外资金"},
        {"scope": "泽库县"},
    ],
)
def test_years_make_no_other_total_where_they_add_up_or_are_not_all_of_it(catalog: Catalog, more: Row) -> None:
    assert found_in(catalog, *THREE, TOTAL | {"stated": "6亿元", "period": "2021/2023"} | more) == []


def test_spans_of_any_length_make_the_span_that_they_fill(catalog: Catalog) -> None:
    """320 over five years and 112 in the next are not 422 over six."""
    parts = [TOTAL | {"stated": stated, "period": period} for stated, period in (("320个", "2019/2023"), ("112个", "2024"))]
    whole = TOTAL | {"stated": "422个", "period": "2019/2024"}
    (found,) = found_in(catalog, *parts, whole)
    assert (found.rule, found.figures) == ("spans_make_another_total", ("figure-1", "figure-2", "figure-3"))
    assert found_in(catalog, *parts, whole | {"stated": "432个"}) == []


def test_a_year_that_two_reports_print_may_be_either(catalog: Catalog) -> None:
    whole = TOTAL | {"stated": "6亿元", "period": "2021/2023"}
    assert "spans_make_another_total" not in {one.rule for one in found_in(catalog, *THREE, THREE[0] | {"stated": "3亿元"}, whole)}


YEARS = st.sampled_from(["2021", "2022", "2023"])
SPANS = st.lists(st.tuples(YEARS, YEARS).map(sorted), min_size=1, max_size=5)


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3), SPANS, st.data())
def test_figures_that_were_all_true_contradict_nothing(
    catalog: Catalog, counts: list[int], spans: list[list[str]], data: st.DataObject
) -> None:
    """Whatever was counted in three years, and however loosely sums of it are reported."""
    rows = []
    for first, last in spans:
        true = sum(counts[int(first) - 2021 : int(last) - 2020])
        slack = data.draw(st.tuples(st.integers(0, 5), st.integers(0, 5)))
        rows.append({"period": f"{first}/{last}", "value": true, "low": true - slack[0], "high": true + slack[1], "unit": "count"})
    assert found_in(catalog, *rows) == []


@given(st.lists(st.integers(0, 50), min_size=2, max_size=5))
def test_a_cumulative_total_that_falls_is_always_found(catalog: Catalog, totals: list[int]) -> None:
    rows = [{"stated": f"{total}个", "period": f"2010/{2015 + place}"} for place, total in enumerate(totals)]
    falls = any(later < earlier for earlier, later in pairwise(totals))
    assert bool(found_in(catalog, *rows)) is falls


def test_findings_bear_on_a_view_that_shows_either_figure(catalog: Catalog) -> None:
    both = frame(TOTAL, CASES["reports_disagree"][0], HAIXI | TOTAL)
    found = findings(holding(catalog, both))
    assert [len(list(bearing_on(found, [as_printed(both)[place]]))) for place in range(3)] == [1, 1, 0]


@pytest.mark.parametrize(("language", "heading"), [("zh", "报告之间有矛盾（1）"), ("en", "Reports contradict each other (1)")])
def test_a_contradiction_is_on_the_page_that_draws_it_and_on_no_other(catalog: Catalog, language: str, heading: str) -> None:
    rows = [HUANGNAN | TOTAL, HUANGNAN | CASES["reports_disagree"][0], HAIXI | TOTAL]
    contradicted = holding(catalog, frame(*rows))
    seen = view(f"?lang={language}", contradicted)["contradictions-html"]
    zh, en = CASES["reports_disagree"][1:3]
    assert re.sub("<[^>]+>", "", seen).startswith(heading + (zh if language == "zh" else en))
    assert re.findall(r'href="/f/([^"?]+)', seen) == ["figure-1", "figure-2"]
    assert view(f"?lang={language}&pair=zhejiang-haixi", contradicted)["contradictions-html"] == ""


def test_a_contradiction_is_on_the_page_though_one_of_its_figures_is_not(catalog: Catalog) -> None:
    contradicted = holding(catalog, frame(TOTAL, CASES["years_exceed_their_plan"][0]))
    assert view("?to=2021&lang=en", contradicted)["contradictions-html"].count("<li>") == 1
    assert view("?to=2020&lang=en", contradicted)["contradictions-html"] == ""


SECOND = """\
  huangnan-daily-2024:
    publisher: 黄南报
    published: 2024-09-12
    url: http://hnb.huangnan.gov.cn/content/2024-09/12/007405.html
    language: zh-Hans
    tier: B

figures:
  funds:
    - id: funds-900
      stated: 17.2亿元
      period: 2010/2024-08
      basis: spent
      source: huangnan-daily-2024
      locator: ¶2
"""


@pytest.fixture
def contradicted(tmp_path: Path) -> Path:
    """The small folder, with a second report on what Tianjin spent up to August 2024."""
    folder = Path(shutil.copytree(SMALL, tmp_path / "curated"))
    file = folder / "tianjin-huangnan.yaml"
    text = file.read_text("utf-8").replace("\nfigures:\n  funds:\n", SECOND)
    file.write_text(text, "utf-8")
    return folder


def test_the_findings_command_names_both_figures_and_their_reports(contradicted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["findings", str(contradicted), "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.splitlines()[:4] == [
        "tianjin-huangnan funds reports_disagree",
        "    Two reports disagree: for one period (2010 – Aug 2024), 17.2亿元 and 18.51亿元.",
        "    tianjin-huangnan-funds-900: 黄南报 2024-09-12 http://hnb.huangnan.gov.cn/content/2024-09/12/007405.html",
        "    tianjin-huangnan-funds-1: 天津市对口支援青海省黄南藏族自治州工作前方指挥部 2024-08",
    ]


def test_the_findings_command_counts_one_finding_more_than_before(
    contradicted: Path, small: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    count = len(findings(small))
    for folder, more in ((SMALL, 0), (contradicted, 1)):
        main(["findings", str(folder)])
        assert capsys.readouterr().out.splitlines()[-1] == f"{count + more} findings among {len(small.frame) + more} figures"


def test_the_findings_command_does_not_answer_from_invalid_data(contradicted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = contradicted / "tianjin-huangnan.yaml"
    file.write_text(file.read_text("utf-8").replace("basis: spent", "basis: spended", 1), "utf-8")
    assert main(["findings", str(contradicted)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "choices_are_known" in said.err
