"""How many rows each group shows before a reader asks for all: small groups whole, and what is left in even shares."""

import pytest

from components.charts.groups import FEWEST, shares


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([4], [4]),
        ([22], [15]),
        ([22, 5, 2], [8, 5, 2]),
        ([2, 22, 30], [2, 6, 7]),
        ([9] * 7, [FEWEST] * 7),
        ([], []),
    ],
)
def test_small_groups_are_shown_whole_and_large_ones_share_what_is_left(rows: list[int], shown: list[int]) -> None:
    assert shares(rows, 15) == shown
    assert shares(rows, None) == rows
