"""A pairing's profile and a report's: everything once, whole before parts, nothing of anybody else."""

from metrics.catalog.catalog import Catalog
from metrics.comparing.standing import is_charted, standing
from metrics.selecting.profile import by_figure, given, leaders_of, profile, rows_of


def test_a_profile_has_every_figure_of_its_pairing_once(few: Catalog) -> None:
    for name in few.pairings:
        frame = few.frame[(few.frame["pairing"] == name) & (few.frame["status"] == "reported")]
        listed = [row.figure for rows in profile(name, few).figures.values() for row in rows]
        assert sorted(listed) == sorted(frame["figure"])


def test_whole_figures_stand_before_parts(few: Catalog) -> None:
    for name in few.pairings:
        for rows in profile(name, few).figures.values():
            parts = [row.extent != "whole" or (row.label_zh != "" and row.category == "") for row in rows]
            assert parts == sorted(parts)


def test_the_core_figure_is_the_one_that_stands(small: Catalog) -> None:
    core = {one.metric.id: one.row.figure for one in profile("tianjin-huangnan", small).core}
    assert core == {"funds": "tianjin-huangnan-funds-1", "projects": "tianjin-huangnan-projects-1"}


def test_a_core_figure_brings_those_that_continue_it(small: Catalog) -> None:
    projects = next(one for one in profile("zhejiang-haixi", small).core if one.metric.id == "projects")
    ends = [row.period_end for row in projects.series]
    assert ends == sorted(ends)
    assert projects.row.figure in [row.figure for row in projects.series]


def test_what_holds_a_pairing_lists_it_among_its_parts(catalog: Catalog) -> None:
    held = next(one for one in catalog.pairings.values() if one.within)
    assert held.id in [part.id for part in profile(held.within[0], catalog).parts]
    assert held.within[0] in [holder.id for holder in profile(held.id, catalog).holders]


def test_a_report_has_what_it_gives_to_every_pairing(catalog: Catalog) -> None:
    counts = catalog.frame["source"].value_counts()
    for name in [name for name in counts.index if name][:20]:
        found = given(name, catalog)
        assert sum(map(len, found.figures.values())) == counts[name]
        assert {row.source for rows in found.figures.values() for row in rows} == {name}


def test_rows_are_those_of_the_frame_in_its_order(catalog: Catalog) -> None:
    for column in ("pairing", "metric", "source"):
        for name, rows in catalog.frame.groupby(column)["figure"]:
            assert [row.figure for row in rows_of(column, str(name), catalog)] == rows.tolist()
    assert list(by_figure(catalog)) == catalog.frame["figure"].tolist()
    unknown = next(name for name in catalog.pairings if name not in set(catalog.frame["pairing"]))
    assert rows_of("pairing", unknown, catalog) == []


def test_the_figure_that_stands_for_a_pairing_is_the_one_of_the_comparison(catalog: Catalog) -> None:
    """Of the metric as such, all units and kinds together."""
    as_such = [row for row in catalog.figures if row.metric == "funds" and is_charted(row) and row.category == ""]
    leaders = {name: row.figure for name, row in leaders_of("funds", catalog).items() if row.category == ""}
    assert leaders == {row.pairing: row.figure for row in standing(as_such)}
