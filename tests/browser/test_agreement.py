"""Charts, table, link and downloaded file are one selection: the same figures with the same values."""

import pandas as pd
import pytest

SELECTIONS = [
    "?pair=tianjin-huangnan",
    "?metric=projects&lang=en",
    "?metric=funds&parts=1",  # one of them without an end date
    "?metric=personnel&parts=1&lang=en",  # persons, person-times and teams: three units
    "?metric=trainees&parts=1&pair=zhejiang-haixi~tianjin-huangnan",
    "?metric=employment&parts=1&from=2021&to=2024&lang=en",
    "?metric=projects&to=2016",
]


def reported(csv: pd.DataFrame) -> pd.DataFrame:
    """The rows that have a number: what was searched and not found stands beside them without one."""
    return csv[csv["status"] == "reported"]


def values(csv: pd.DataFrame) -> list[tuple[str, float]]:
    return sorted(zip(csv["figure"], csv["value"].astype(float), strict=True))


@pytest.fixture(params=SELECTIONS)
def view(request, standing):
    """A reader at a selection, and the CSV that its page links to."""
    return standing.go(request.param), standing.linked()


def test_charts_table_and_csv_show_the_same_figures(view):
    reader, csv = view
    numbers = reported(csv)
    assert len(numbers) > 0
    assert reader.listed() == list(csv["figure"])
    assert reader.drawn("comparison") == set(csv["figure"])
    assert reader.drawn("timeline") == set(numbers["figure"][numbers["period_end"].notna()])


def test_each_mark_stands_at_the_value_of_the_csv(view):
    reader, csv = view
    numbers = reported(csv)
    compared = [mark for mark in reader.marks("comparison") if mark[1] is not None and mark[0] in set(numbers["figure"])]
    assert sorted(compared) == values(numbers)
    assert sorted(reader.marks("timeline")) == values(numbers[numbers["period_end"].notna()])


def test_the_file_that_a_click_brings_is_what_the_link_holds(view):
    reader, csv = view
    pd.testing.assert_frame_equal(reader.downloaded(), csv)


def test_the_figures_still_agree_after_every_step_of_a_walk(reader):
    reader.open("?lang=en").choose("metric", "projects").choose("pair", "zhejiang-haixi").pick("parts", "1").move(
        "Minimum", "ArrowRight", 3
    )
    csv = reader.downloaded()
    assert reader.listed() == list(csv["figure"]) == list(reader.linked()["figure"])
    assert reader.drawn("comparison") == reader.drawn("timeline") == set(csv["figure"])


def test_derived_marks_stand_at_the_derived_value_of_the_csv(standing):
    reader = standing.go("?metric=projects&by=year&lang=en")
    numbers = reported(reader.downloaded()).set_index("figure")
    assert len(numbers) > 3
    assert dict(reader.marks("comparison")).keys() >= set(numbers.index)
    for figure, value in reader.marks("timeline"):
        assert value == pytest.approx(numbers["derived_value"][figure])
        assert dict(reader.marks("comparison"))[figure] == value


def test_a_figure_without_an_end_date_is_compared_and_not_put_on_a_time_axis(standing):
    reader = standing.go("?metric=funds&pair=tianjin-gannan&parts=1&lang=en")
    csv = reader.linked()
    undated = set(csv["figure"][csv["period_end"].isna()])
    assert undated == {"tianjin-gannan-funds-15"}
    assert undated <= reader.drawn("comparison")
    assert not undated & reader.drawn("timeline")
    assert "1 figures have no end date" in reader.page.text_content("#undated")


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
        "2024-08-31",
    )
