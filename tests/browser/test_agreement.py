"""Charts, table, link and downloaded file are one selection: the same figures with the same values."""

import re

import pandas as pd
import pytest

from .reader import Reader

FIRST = 20  # rows of a table, before a reader asks for all
SELECTIONS = [
    "?pair=tianjin-huangnan",
    "?metric=projects&lang=en",  # a set of like with like
    "?metric=projects&like=all&lang=en",
    "?metric=funds&parts=1&show=all",  # one of them without an end date
    "?metric=personnel&category=medical&lang=en",  # persons and person-times, totals and levels
    "?metric=trainees&parts=1&pair=zhejiang-haixi~tianjin-huangnan",
    "?metric=employment&parts=1&since=2021&until=2024&lang=en",
    "?metric=projects&until=2016&years=end",
    "?metric=projects&to=2016",  # the same, by the older key
]


def reported(csv: pd.DataFrame) -> pd.DataFrame:
    """The rows that have a number: what was searched and not found stands beside them without one."""
    return csv[csv["status"] == "reported"]


def values(csv: pd.DataFrame) -> list[tuple[str, float]]:
    return sorted(zip(csv["figure"], csv["value"].astype(float), strict=True))


def charted(csv: pd.DataFrame, drawn: set[str]) -> pd.DataFrame:
    """Of the rows that have a number, those that belong in one chart with the drawn ones: whole pairings, one category, one level."""
    numbers = reported(csv).astype({"category": object, "label_zh": object}).fillna({"category": "", "label_zh": ""})
    first = numbers[numbers["figure"].isin(drawn)].iloc[0]
    alike = (numbers[["category", "level", "extent"]] == [first["category"], first["level"], "whole"]).all(axis=1)
    return numbers[alike & ((numbers["label_zh"] == "") | (numbers["category"] != ""))]


def over_time(reader: Reader, compared: pd.DataFrame) -> pd.DataFrame:
    """Of the compared rows those on an axis of time: dated ones, three of a unit and kind at least, and none of a set."""
    if reader.page.locator("#sets a.current:not([href*='like=all'])").count():
        return compared[:0]
    dated = compared[compared["period_end"].notna()]
    return dated[dated.groupby(["unit", "kind"])["figure"].transform("count") >= 3]


def pairings(figures: list[str]) -> list[str]:
    """The pairings of figures, each once, in their order: tianjin-huangnan of tianjin-huangnan-funds-9."""
    return list(dict.fromkeys(re.sub(r"-[^-]+-\d+$", "", figure) for figure in figures))


@pytest.fixture(params=SELECTIONS)
def view(request, standing):
    """A reader at a selection, and the CSV that its page links to."""
    return standing.go(request.param), standing.linked()


def test_charts_table_and_csv_show_the_same_figures(view):
    reader, csv = view
    drawn = reader.drawn("comparison")
    compared = charted(csv, drawn)
    assert len(compared) > 0
    first = csv[: None if "show=all" in reader.search else FIRST]
    if "parts=1" in reader.search:  # the table puts a pairing's parts under their wholes
        assert set(reader.listed()) <= set(csv["figure"])
        assert pairings(reader.listed()) == list(first["pairing"].unique())
        assert len(reader.listed()) == len(first)
    else:
        assert reader.listed() == list(first["figure"])
    assert drawn == set(compared["figure"])
    assert (reader.page.locator("#notes p strong").count() > 0) == (csv["status"] != "reported").any(), "who was searched in vain is named"
    assert reader.drawn("timeline") == set(over_time(reader, compared)["figure"])


def test_each_mark_stands_at_the_value_of_the_csv(view):
    reader, csv = view
    numbers = charted(csv, reader.drawn("comparison"))
    compared = [mark for mark in reader.marks("comparison") if mark[1] is not None and mark[0] in set(numbers["figure"])]
    assert len(compared) > 0
    assert sorted(compared) == values(numbers)
    assert sorted(reader.marks("timeline")) == values(over_time(reader, numbers))


def test_the_file_that_a_click_brings_is_what_the_link_holds(view):
    reader, csv = view
    pd.testing.assert_frame_equal(reader.downloaded(), csv)


def test_the_figures_still_agree_after_every_step_of_a_walk(reader):
    reader.open("?lang=en").choose("metric", "projects").choose("pair", "zhejiang-haixi").pick("parts", "1").move(
        "Minimum", "ArrowRight", 3
    )
    csv = reader.downloaded()
    assert list(csv["figure"]) == list(reader.linked()["figure"])
    assert set(reader.listed()) <= set(csv["figure"])
    assert len(reader.listed()) == min(len(csv), FIRST)
    assert reader.drawn("comparison") == reader.drawn("timeline") == set(charted(csv, reader.drawn("comparison"))["figure"])
    assert len(reader.drawn("comparison")) > 2


def test_derived_marks_stand_at_the_derived_value_of_the_csv(standing):
    reader = standing.go("?metric=projects&by=year&like=all&lang=en")
    numbers = reported(reader.downloaded()).set_index("figure")
    assert len(reader.marks("timeline")) > 3
    assert reader.drawn("comparison") == set(charted(numbers.reset_index(), reader.drawn("comparison"))["figure"])
    for figure, value in reader.marks("timeline"):
        assert value == pytest.approx(numbers["derived_value"][figure])
        assert dict(reader.marks("comparison"))[figure] == value


def test_a_figure_without_an_end_date_is_compared_and_not_put_on_a_time_axis(standing):
    reader = standing.go("?metric=income&lang=en")
    assert "tianjin-huangnan-income-3" in reader.drawn("comparison")
    assert reader.drawn("timeline") == set()
    reader.go("?pair=tianjin-gannan~zhejiang-haixi&parts=1&show=all&lang=en")
    csv = reader.linked()
    undated = set(csv["figure"][csv["period_end"].isna()])
    assert {"tianjin-gannan-funds-15", "zhejiang-haixi-funds-25"} <= undated < set(reader.listed())
    assert len(reader.drawn("timeline")) > 3
    assert not undated & reader.drawn("timeline")
    assert f"{len(undated)} figures have no end date" in reader.text("undated")


def test_a_printed_figure_reaches_chart_table_and_file_unchanged(reader):
    reader.open("?pair=tianjin-huangnan")
    assert ("tianjin-huangnan-funds-9", 1851000000) in reader.marks("comparison")
    assert ("tianjin-huangnan-funds-9", 1851000000) in reader.marks("timeline")
    assert "18.51亿元" in reader.page.inner_text("#tianjin-huangnan-funds-9")
    row = reader.downloaded().set_index("figure").loc["tianjin-huangnan-funds-9"]
    assert (row["stated"], row["value"], row["unit"], row["period_start"], row["period_end"]) == (
        "18.51亿元",
        1851000000,
        "CNY",
        "2010-01-01",
        "2024-12-31",
    )
