"""How many rows each panel shows before a reader asks for all: small panels whole, and what is left in even shares."""

from types import SimpleNamespace

import pytest

from components.charts.comparison import FEWEST, shares


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
def test_small_panels_are_shown_whole_and_large_ones_share_what_is_left(rows: list[int], shown: list[int]) -> None:
    assert shares([SimpleNamespace(standing=range(number)) for number in rows], 15) == shown  # type: ignore[misc]
