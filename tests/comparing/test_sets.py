"""Like with like: no two of a set differ in more than a note, nothing more could stand in it, and no larger one is missed."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import Row
from metrics.comparing.descriptions import Figure
from metrics.comparing.differences import RULES
from metrics.comparing.sets import Set, containing, sets
from metrics.comparing.standing import is_charted
from metrics.reckoning.derived import derive_rows

from ..frames import GANNAN, HAIXI, HUANGNAN, HUANGYUAN, NAGQU, printed

GRAVE = [rule for rule in RULES if rule.level in ("warn", "block")]
MONEY: Row = {"stated": "14.93亿元", "period": "2021/2023"}
MOST_SETS = 8  # of a metric of the real data that are looked at


def compare(one: Figure, other: Figure) -> bool:
    """Whether two figures may stand in one set, by the rules themselves."""
    return one.pairing != other.pairing and not any(rule.differs(one, other) for rule in GRAVE)


def faults(figures: list[Figure], found: tuple[Set, ...]) -> Iterator[str]:
    """What is wrong with sets of figures: who does not compare, and who was left out."""
    rows = list(filter(is_charted, figures))
    for one in found:
        members = [row for row in rows if row.Index in one.rows]
        yield from (f"{a.figure} beside {b.figure}" for a, b in combinations(members, 2) if not compare(a, b))
        yield from (f"{row.figure} is left out of {one.anchor}" for row in rows if all(compare(row, member) for member in members))


def largest(rows: list[Figure]) -> int:
    """How many figures compare with one another at most, every choice being tried."""
    if not rows:
        return 0
    first, *rest = rows
    return max(largest(rest), 1 + largest([row for row in rest if compare(first, row)]))


# A pairing holds another one, and that a third; two stand for themselves.
HELD = [HUANGNAN, HAIXI | {"within": "tianjin-huangnan"}, NAGQU | {"within": "tianjin-huangnan zhejiang-haixi"}, GANNAN, HUANGYUAN]
FREE = [HUANGNAN, HAIXI, NAGQU, GANNAN, HUANGYUAN]
PERIODS = ("2023", "2024", "2022/2023", "2021/2023", "2021/2024", "2020/2023", "2019/2023", "2020/2024-06", "2023-03/2023", "2024-07-01")


def made(pairings: list[Row], most: int) -> st.SearchStrategy[list[Figure]]:
    """Figures most of which differ in time alone."""
    often = [{}] * 12
    row = st.builds(
        lambda *given: {name: value for one in given for name, value in one.items()},
        st.just(MONEY),
        st.sampled_from(pairings),
        st.sampled_from([{"period": text} for text in (*PERIODS, *PERIODS, "../2023", "2021/..", "unstated")]),
        st.sampled_from([*often, {"kind": "level"}, {"level": "county"}, {"unit": "USD"}, {"programme": "tibet"}, {"status": "not-found"}]),
        st.sampled_from([*often, {"basis": "planned"}, {"basis": "in-place"}, {"attribution": "recipient"}, {"tier": "C"}]),
        st.sampled_from([*often, {"category": "roads"}, {"label_zh": "公路"}, {"extent": "part", "scope": "泽库县"}]),
    )
    return st.lists(row, max_size=most).map(lambda rows: printed(*rows))


@given(made(HELD, 14))
def test_a_set_holds_all_that_compares_and_nothing_else(figures: list[Figure]) -> None:
    found = sets(figures)
    assert list(faults(figures, found)) == []
    assert all(len(one.rows) > 1 for one in found)


@given(made(FREE, 12))
def test_no_choice_of_figures_makes_a_larger_set(figures: list[Figure]) -> None:
    most = largest(list(filter(is_charted, figures)))
    assert max((len(one.rows) for one in sets(figures)), default=1) == max(most, 1)


@settings(max_examples=50)
@given(made(FREE, 10))
def test_the_set_of_a_figure_is_the_largest_that_holds_it(figures: list[Figure]) -> None:
    rows = list(filter(is_charted, figures))
    for row in rows:
        found, most = containing(row.figure, figures), 1 + largest([other for other in rows if compare(row, other)])
        assert (len(found.rows) if found else 1) == most
        assert found is None or row.figure in found.figures


@given(made(HELD, 14))
def test_a_set_comes_back_by_its_anchor(figures: list[Figure]) -> None:
    for one in sets(figures):
        assert one.anchor in one.figures
        assert containing(one.anchor, figures) == one


@given(made(HELD, 14))
def test_the_set_of_any_figure_holds_it_and_all_that_compares(figures: list[Figure]) -> None:
    for figure in (row.figure for row in figures):
        found = containing(figure, figures)
        assert found is None or figure in found.figures
        assert list(faults(figures, (found,) if found else ())) == []


@given(made(HELD, 14))
def test_the_largest_sets_come_first_each_once(figures: list[Figure]) -> None:
    found = sets(figures)
    sizes = [len(one.rows) for one in found]
    assert sizes == sorted(sizes, reverse=True)
    assert len({one.rows for one in found}) == len(found) == len({one.anchor for one in found})
    assert len(sets(figures, 1)) == min(len(found), 1)


@pytest.mark.parametrize("by", ["", "year", "resident"])
def test_the_sets_of_the_curated_figures_hold_what_compares(catalog: Catalog, by: str) -> None:
    looked_at = 0
    for metric in catalog.metrics:
        figures, _ = derive_rows([row for row in catalog.figures if row.metric == metric], by, catalog)
        found = sets(figures)[:MOST_SETS]
        assert list(faults(figures, found)) == []
        assert [containing(one.anchor, figures) for one in found] == list(found)
        looked_at += len(found)
    assert looked_at > 10


PART: Row = {"within": "tianjin-huangnan"}
TWO = (HUANGNAN | MONEY, HAIXI | MONEY)


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "USD"},
        {"kind": "level"},
        {"extent": "part", "scope": "泽库县"},
        {"level": "county"},
        {"within": "tianjin-huangnan"},
        {"category": "roads"},
        {"label_zh": "公路"},
        {"programme": "tibet"},
        {"attribution": "recipient"},
        {"basis": "planned"},
        {"basis": "unstated", "period": "2022/2023"},
        {"period": "2021/2024-01-02", "kind": "level"},
        {"period": "../2023"},
        {"status": "not-found"},
        HUANGNAN,
    ],
)
def test_what_differs_in_more_than_a_note_is_in_no_set(other: Row) -> None:
    assert len(sets(printed(*TWO))) == 1
    assert sets(printed(TWO[0], TWO[1] | other)) == ()


@pytest.mark.parametrize(
    "other", [{"basis": "in-place"}, {"tier": "C"}, {"stated": "近15亿元"}, {"period": "2021/2024-06"}, {"period": "2020-09/2023"}]
)
def test_a_note_parts_nothing(other: Row) -> None:
    (found,) = sets(printed(TWO[0], TWO[1] | other))
    assert found.pairings == ("tianjin-huangnan", "zhejiang-haixi")


def test_a_set_says_what_all_of_it_share() -> None:
    (found,) = sets(printed(*TWO))
    assert found.shared == {
        "unit": "CNY",
        "period": "2021/2023",
        "basis": "spent",
        "category": "",
        "programme": "qinghai",
        "level": "prefecture",
    }
    (found,) = sets(printed(TWO[0], TWO[1] | {"period": "2021/2024-06", "basis": "in-place"}))
    assert {"period", "basis"} & set(found.shared) == set()
    assert (found.starts, found.ends) == ((2021, 2021), (2023, 2024))


def test_levels_have_no_length() -> None:
    (found,) = sets(printed(*TWO, kind="level"))
    assert found.starts is None


def test_per_year_lengths_do_not_part(small: Catalog) -> None:
    figures = printed(TWO[0], TWO[1] | {"period": "2010/2023"})
    yearly, _ = derive_rows(figures, "year", small)
    assert sets(figures) == ()
    assert [(one.pairings, one.starts) for one in sets(yearly)] == [(("tianjin-huangnan", "zhejiang-haixi"), None)]


def test_of_a_pairing_and_one_that_holds_it_the_holder_stands() -> None:
    holder, part, other = HUANGNAN | MONEY, HAIXI | MONEY | {"within": "tianjin-huangnan"}, GANNAN | MONEY
    figures = printed(holder, part, other)
    assert [one.figures for one in sets(figures)] == [("figure-1", "figure-3")]
    of_the_part = containing("figure-2", figures)
    assert of_the_part is not None
    assert of_the_part.figures == ("figure-2", "figure-3")


def test_what_another_holds_stands_where_that_one_did_not_come_in() -> None:
    """The holder is near the part, and not near the third, which ends a year after the part."""
    part, third = HAIXI | {"kind": "level", "within": "tianjin-huangnan"}, GANNAN | {"kind": "level"}
    rows = [HUANGNAN | {"kind": "level", "period": "2022"}, part | {"period": "2023"}, third | {"period": "2024"}]
    fourth = HUANGYUAN | {"kind": "level", "period": "2024"}
    found = sets(printed(*rows, fourth, stated="5亿元"))
    assert [one.pairings for one in found] == [("zhejiang-haixi", "tianjin-gannan", "liuhe-huangyuan")]


def test_what_is_held_makes_no_window_look_fuller() -> None:
    """Of four at the first end two are held, so that the holder compares with one there, and with two at the last."""
    first = [row | {"period": "2021-06-30"} for row in (HAIXI | PART, NAGQU | PART, GANNAN)]
    last = [HUANGYUAN | {"period": "2022-12-31"}, {"pairing": "zhejiang-xinghai", "period": "2022-12-31"}]
    figures = printed(*first, HUANGNAN | {"period": "2021-12-31"}, *last, stated="5亿元", kind="level")
    found = sets(figures)
    assert {one.anchor: len(one.rows) for one in found if "figure-4" in one.figures} == {found[0].anchor: 3, "figure-3": 2}
    assert [containing(one.anchor, figures) for one in found] == list(found)


@pytest.mark.parametrize("figure", ["figure-3", "nobody"])
def test_what_may_not_be_charted_and_what_is_not_there_has_no_set(figure: str) -> None:
    assert containing("figure-1", printed(*TWO)) is not None
    assert containing(figure, printed(*TWO, GANNAN | MONEY | {"extent": "part", "scope": "临潭县"})) is None
