"""Tallies count what the frame holds, by pairing, report and metric."""

import pytest

from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import COLUMNS, tallies


@pytest.mark.parametrize("column", COLUMNS)
def test_places_and_counts_are_those_of_the_frame(catalog: Catalog, column: str) -> None:
    found = tallies(catalog)
    for name, places in found.places[column].items():
        expected = catalog.frame[catalog.frame[column] == name]
        assert catalog.frame.index[places].equals(expected.index)
        assert found.printed[column].get(name, 0) == (expected["status"] == "reported").sum()


def test_metrics_know_their_pairings_and_reports_their_programmes(catalog: Catalog) -> None:
    found, reported = tallies(catalog), catalog.frame[catalog.frame["status"] == "reported"]
    assert found.pairings["funds"] == reported.loc[reported["metric"] == "funds", "pairing"].nunique()
    source = reported["source"].iloc[0]
    assert found.programmes[source] == set(reported.loc[reported["source"] == source, "programme"])
