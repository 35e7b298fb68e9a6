"""Tallies count what the frame holds, by pairing, report and metric."""

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import COLUMNS, rows_of, tallies


@pytest.mark.parametrize("column", COLUMNS)
def test_rows_and_counts_are_those_of_the_frame(catalog: Catalog, column: str) -> None:
    found = tallies(catalog)
    for name in found.places[column]:
        expected = catalog.frame[catalog.frame[column] == name]
        assert rows_of(column, name, catalog).index.equals(expected.index)
        assert found.printed[column].get(name, 0) == (expected["status"] == "reported").sum()


def test_what_has_no_figure_has_no_rows(catalog: Catalog) -> None:
    unknown = next(name for name in catalog.pairings if name not in tallies(catalog).places["pairing"])
    assert len(rows_of("pairing", unknown, catalog)) == 0


def test_metrics_know_their_pairings_and_reports_their_programmes(catalog: Catalog) -> None:
    found, reported = tallies(catalog), catalog.frame[catalog.frame["status"] == "reported"]
    assert found.pairings["funds"] == reported.loc[reported["metric"] == "funds", "pairing"].nunique()
    source = reported["source"].iloc[0]
    assert found.programmes[source] == set(reported.loc[reported["source"] == source, "programme"])
