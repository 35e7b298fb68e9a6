"""What tests share: the real catalog, a small one, the reports that the real one is made from, and a running dashboard."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from metrics.catalog.catalog import Catalog, load
from metrics.catalog.frames import Row

from .browser.server import Server, running
from .five import copy_five
from .frames import as_printed, frame_of, holding

ROOT = Path(__file__).parent.parent
CURATED = ROOT / "curated"
SMALL = Path(__file__).with_name("small")

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
settings.load_profile("steady")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The curated figures themselves."""
    return load(CURATED)


@pytest.fixture(scope="session")
def few(catalog: Catalog) -> Catalog:
    """The figures of the five pairings that have most: enough for a walk through every view, and no longer when there are more."""
    most = set(catalog.frame["pairing"].value_counts().index[:5])
    held = holding(catalog, catalog.frame[catalog.frame["pairing"].isin(most)].reset_index(drop=True))
    return replace(held, pairings={name: one for name, one in catalog.pairings.items() if name in most})


@pytest.fixture(scope="session")
def small() -> Catalog:
    """Two pairings with eight figures, copied from the curated ones."""
    return load(SMALL)


@pytest.fixture(scope="session")
def documents() -> Path:
    """The shared folder: whole reports and digests under `sources`. Not everybody has it."""
    shared = Path(os.environ.get("SHARED", ROOT.parent / "shared"))
    if not (shared / "sources" / "reports.yaml").is_file():
        pytest.skip(f"the reports are not at {shared} (set SHARED to the folder that holds sources/reports.yaml)")
    return shared


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of five pairings, copied from the curated ones."""
    return copy_five(tmp_path_factory.mktemp("five") / "curated")


@pytest.fixture(scope="session")
def server(five: Path) -> Iterator[Server]:
    """A dashboard over five pairings: one for each worker."""
    with running(CURATED=str(five)) as server:
        yield server


def figures(*rows: Row) -> pd.DataFrame:
    """A catalog frame of these rows, each a reported total of the whole of one pairing unless it says otherwise."""
    usual: Row = {"pairing": "tianjin-huangnan", "metric": "funds", "unit": "CNY", "kind": "total", "extent": "whole", "status": "reported"}
    return frame_of(usual | {"figure": f"figure-{number}"} | row for number, row in enumerate(rows))


def over(start: str | None, end: str | None) -> Row:
    """The columns of a period, by its first and last day."""
    return {"period_start": pd.Timestamp(start) if start else pd.NaT, "period_end": pd.Timestamp(end) if end else pd.NaT}


def printed(*rows: Row) -> list[Any]:
    """The same as the rows of a view."""
    return as_printed(figures(*rows))
