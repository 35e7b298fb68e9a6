"""The catalog: its columns, its index, its version, and that it refuses what is not checked."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics.catalog.catalog import Catalog, load
from metrics.catalog.frames import COLUMNS
from metrics.problems import CuratedError

from ..conftest import ROOT, SMALL


def test_columns_and_their_types_are_the_listed_ones(catalog: Catalog, small: Catalog) -> None:
    for frame in (catalog.frame, small.frame, small.frame.iloc[:0]):
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == COLUMNS
        assert list(frame.columns) == list(COLUMNS)


def test_a_figure_becomes_this_row(small: Catalog) -> None:
    row = small.frame.set_index("figure").loc["tianjin-huangnan-beneficiaries-1"]
    expected = {
        "pairing": "tianjin-huangnan",
        "donor_en": "Tianjin",
        "recipient_zh": "黄南藏族自治州",
        "programme": "qinghai",
        "metric": "beneficiaries",
        "stated": "近2.5万人",
        "unit": "person",
        "value": 25_000.0,
        "high": 25_000.0,
        "qualifier": "under",
        "period": "../2024-08",
        "period_end": pd.Timestamp("2024-08-31"),
        "kind": "total",
        "basis": "unstated",
        "scope": "泽库县",
        "scope_en": "Zeku County",
        "extent": "part",
        "status": "reported",
        "label_zh": "县域连通工程",
        "label_en": "County link works",
        "source": "command-post-2024",
        "published": "2024-08",
        "tier": "B",
        "url": "",
        "locator": "¶16",
    }
    assert {name: row[name] for name in expected} == expected
    assert np.isnan(row["low"])
    assert pd.isna(row["period_start"])


def test_rows_stand_in_the_order_of_the_files(small: Catalog) -> None:
    assert list(small.frame["figure"]) == [
        "tianjin-huangnan-funds-1",
        "tianjin-huangnan-projects-1",
        "tianjin-huangnan-beneficiaries-1",
        "zhejiang-haixi-funds-1",
        "zhejiang-haixi-funds-2",
        "zhejiang-haixi-funds-3",
        "zhejiang-haixi-projects-1",
        "zhejiang-haixi-projects-2",
    ]


def test_the_index_finds_what_a_filter_finds(catalog: Catalog) -> None:
    found = 0
    for metric in catalog.metrics:
        for pairing in catalog.pairings:
            filtered = catalog.frame[(catalog.frame["metric"] == metric) & (catalog.frame["pairing"] == pairing)]
            rows = catalog.rows(metric, (pairing,))
            assert [row.Index for row in rows] == list(filtered.index)
            assert [row.figure for row in rows] == list(filtered["figure"])
            found += len(filtered)
    assert found == len(catalog.frame) > 400


def test_rows_come_in_the_order_of_the_pairings_asked_for(small: Catalog) -> None:
    figures = small.rows("projects", ("zhejiang-haixi", "no-such-pairing", "tianjin-huangnan"))
    assert [row.figure for row in figures] == ["zhejiang-haixi-projects-1", "zhejiang-haixi-projects-2", "tianjin-huangnan-projects-1"]


def test_nothing_asked_for_is_no_row(small: Catalog) -> None:
    assert small.rows("projects", ()) == small.rows("no-such-metric", ("zhejiang-haixi",)) == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The small folder, to be changed."""
    return Path(shutil.copytree(SMALL, tmp_path / "curated"))


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stated: 18.51亿元", "stated: 18.52亿元"),
        ("stated: 18.51亿元", "stated: 超18.51亿元"),
        ("period: ../2024-08", "period: ../2024-07"),
        ("basis: spent", "basis: in-place"),
        ("locator: ¶16", "locator: ¶15"),
        ("en: County link works", "en: County road works"),
    ],
)
def test_the_version_changes_when_one_figure_does(copied: Path, small: Catalog, old: str, new: str) -> None:
    assert load(copied).version == small.version
    rewrite(copied / "tianjin-huangnan.yaml", old, new)
    assert load(copied).version != small.version


def test_nothing_is_loaded_where_one_figure_is_wrong(copied: Path) -> None:
    rewrite(copied / "tianjin-huangnan.yaml", "stated: 18.51亿元", "stated: 18.51亿番")
    with pytest.raises(CuratedError) as refused:
        load(copied)
    (problem,) = refused.value.problems
    assert (Path(problem.file).name, problem.rule) == ("tianjin-huangnan.yaml", "stated_can_be_read")


@pytest.mark.parametrize(
    ("given", "value", "low", "high", "qualifier"),
    [
        ("value: 5", 5, 5, 5, "exact"),
        ("low: 5\n      high: 9", 5, 5, 9, "within"),
        ("low: 5", 5, 5, None, "over"),
        ("high: 9", 9, None, 9, "under"),
    ],
)
def test_what_no_rule_can_read_is_what_the_curator_says(
    copied: Path, given: str, value: float, low: float | None, high: float | None, qualifier: str
) -> None:
    said = f"stated: 翻一番\n      {given}\n      unit: count\n      note: {{zh: 原文如此。, en: As printed.}}"
    rewrite(copied / "tianjin-huangnan.yaml", "stated: 567个", said)
    row = load(copied).frame.set_index("figure").loc["tianjin-huangnan-projects-1"]
    assert (row["value"], row["qualifier"], row["unit"]) == (value, qualifier, "count")
    assert [None if np.isnan(side) else side for side in (row["low"], row["high"])] == [low, high]


def test_what_was_not_found_is_neither_zero_nor_left_out(copied: Path) -> None:
    file = copied / "zhejiang-haixi.yaml"
    entry = "\n  beneficiaries:\n    - id: beneficiaries-1\n      status: not-found\n      searched: 2026-11-22\n"
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    row = load(copied).frame.set_index("figure").loc["zhejiang-haixi-beneficiaries-1"]
    assert (row["status"], row["searched"], row["stated"], row["unit"]) == ("not-found", "2026-11-22", "", "")
    assert row[["value", "low", "high"]].isna().all()


def test_a_report_that_a_later_file_declares_may_be_cited(copied: Path, small: Catalog) -> None:
    (declared,) = re.findall(r"  command-post-2024:\n(?:    .*\n)+", (copied / "tianjin-huangnan.yaml").read_text("utf-8"))
    rewrite(copied / "tianjin-huangnan.yaml", f"sources:\n{declared}", "")
    rewrite(copied / "zhejiang-haixi.yaml", "sources:\n", f"sources:\n{declared}")
    pd.testing.assert_frame_equal(load(copied).frame, small.frame)


HELD = """
import gc, sys
from metrics.catalog.catalog import load
from metrics.catalog.frames import Rows
from metrics.entries.entries import Figure
def there(): return sum(type(one) is Figure for one in gc.get_objects())
add, before = Rows.add, there()
def counted(rows, file, *others):
    print(there() - before, len(file.figures))
    add(rows, file, *others)
Rows.add = counted
load(sys.argv[1])
print(there() - before, 0)
"""


def test_of_a_file_that_was_checked_no_figure_is_held(five: Path) -> None:
    """Else memory would grow with all files. In a process of its own: who lists all objects breaks tuples that other threads are making."""
    told = subprocess.run([sys.executable, "-c", HELD, str(five)], cwd=ROOT, capture_output=True, check=True, text=True)
    counts = [line.split() for line in told.stdout.splitlines()]
    assert len(counts) == 6
    assert all(there == its for there, its in counts)
