"""The labels of a time series stand at their marks, apart, off other marks, and off the words of the scale."""

from itertools import pairwise

import pytest

from components.charts.labels import labels, spread
from components.charts.marks import Style
from metrics.catalog.catalog import Catalog
from metrics.selecting.selection import Selection

from ...frames import GANNAN, HAIXI, HUANGNAN, printed

TALL = 300
HALF = {"figure-1": (0.9, 0.5), "figure-2": (0.8, 0.55)}


def style(catalog: Catalog) -> Style:
    return Style(Selection(), tuple(catalog.pairings), (), tuple({one.programme: None for one in catalog.pairings.values()}))


def placed(catalog: Catalog, places: dict[str, tuple[float, float]], *rows: dict[str, object], scale: tuple[float, ...] = ()) -> list[dict]:
    figures = printed(*rows, metric="projects")
    return labels(figures, lambda row: places[row.figure], list(scale), TALL, 1, style(catalog))


def test_a_label_stands_above_its_mark_where_nothing_is_in_the_way(catalog: Catalog) -> None:
    (label,) = placed(catalog, HALF, HUANGNAN | {"stated": "407个", "period": "2023"})
    assert (label["text"], label["y"], label["yshift"], label["xanchor"]) == ("<b>黄南州</b> 407个", 0.5, 14, "right")


def test_a_label_stands_below_where_above_it_would_cover_an_older_mark(catalog: Catalog) -> None:
    (label,) = placed(catalog, HALF, HUANGNAN | {"stated": "407个", "period": "2023"}, HUANGNAN | {"stated": "450个", "period": "2022"})
    assert label["yshift"] == -16


def test_a_label_gives_up_its_number_before_it_covers_the_scale(catalog: Catalog) -> None:
    row = HUANGNAN | {"stated": "407,000,000人次", "period": "2023"}
    (free,) = placed(catalog, {"figure-1": (0.6, 0.5)}, row, scale=(0.5,))
    assert (free["text"], free["yshift"]) == ("<b>黄南州</b> 407,000,000人次", -16)
    (label,) = placed(catalog, {"figure-1": (0.6, 0.5)}, row, scale=(0.5, 0.4))
    assert (label["text"], label["yshift"]) == ("<b>黄南州</b>", 14)


def test_one_label_stands_for_a_pairing_at_its_newest_mark(catalog: Catalog) -> None:
    rows = [HUANGNAN | {"stated": "5个", "period": "2020"}, HUANGNAN | {"stated": "7个", "period": "2021"}]
    (label,) = placed(catalog, {"figure-1": (0.1, 0.2), "figure-2": (0.9, 0.8)}, *rows)
    assert (label["text"], label["y"]) == ("<b>黄南州</b> 7个", 0.8)


def test_labels_of_marks_at_one_place_are_moved_apart(catalog: Catalog) -> None:
    rows = [one | {"stated": "407个", "period": "2023"} for one in (HUANGNAN, HAIXI, GANNAN)]
    heights = sorted(
        label["y"] * TALL + label["yshift"] for label in placed(catalog, {f"figure-{n}": (0.9, 0.5) for n in (1, 2, 3)}, *rows)
    )
    assert [later - earlier for earlier, later in pairwise(heights)] == [20, 20]


@pytest.mark.parametrize(
    ("wanted", "most", "heights"),
    [
        ([10, 50], 100, [10, 50]),
        ([10, 12], 100, [10, 30]),
        ([90, 92], 100, [80, 100]),
        ([], 100, []),
    ],
)
def test_heights_are_moved_as_little_as_needed(wanted: list[float], most: float, heights: list[float]) -> None:
    assert spread(wanted, most) == heights
