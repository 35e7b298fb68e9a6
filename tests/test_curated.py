"""The curated figures themselves: clean, each as its report prints it, and no report left out."""

import csv
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
import yaml

from metrics.catalog import folder as folders
from metrics.catalog.catalog import Catalog
from metrics.entries.sources import Source, host_of

from .conftest import CURATED, ROOT

CORE = ["funds", "projects", "personnel", "trainees", "employment"]
LINKED_TO = ["liaoning-nagqu", "liuhe-huangyuan", "tianjin-gannan", "tianjin-huangnan", "zhejiang-haixi"]  # the first: others know them
LONGEST = {"stated": 60, "label_zh": 25, "note": 25, "scope": 25, "reason_zh": 25, "label_en": 50, "note_en": 50, "scope_en": 50}


@pytest.fixture(scope="module")
def folder() -> folders.Folder:
    return folders.read(CURATED)


@pytest.fixture(scope="module")
def reports(documents: Path) -> dict[str, str]:
    """Report -> its text, or the digest of its figures, without blanks and line breaks."""
    sources = documents / "sources"
    entries = yaml.safe_load((sources / "reports.yaml").read_text(encoding="utf-8"))
    texts = {entry["id"]: entry.get("digest", "") for entry in entries}
    texts |= {file.name: file.read_text(encoding="utf-8") for file in (sources / "documents").glob("*.txt")}
    return {name: "".join(text.split()) for name, text in texts.items()}


def cited(folder: folders.Folder) -> Iterator[tuple[str, str, Source]]:
    """Figure, what it states, and the report that it is from."""
    for name, file in folder.files.items():
        for figure in file.figures:
            if stated := figure.record.text("stated"):
                yield f"{name}-{figure.id}", stated, folder.vocabulary.reports[figure.record.text("source") or ""]


def test_the_curated_figures_break_no_rule(folder: folders.Folder) -> None:
    assert [problem.lines(("en",)) for problem in folder.problems] == []


def test_the_check_looked_at_all_of_them(folder: folders.Folder, catalog: Catalog) -> None:
    assert list(folder.files) == list(catalog.pairings)
    assert folder.checked > 400
    assert folder.checked == len(catalog.frame)


def test_the_ids_that_links_rely_on_are_there(catalog: Catalog) -> None:
    assert set(LINKED_TO) <= set(catalog.pairings)
    assert sorted(metric.id for metric in catalog.metrics.values() if metric.core) == sorted(CORE)


def test_every_metric_can_compare(catalog: Catalog) -> None:
    reported = catalog.frame[catalog.frame["status"] == "reported"]
    assert (reported.groupby("metric")["figure"].count().reindex(list(catalog.metrics), fill_value=0) > 1).all()


def test_every_figure_is_named_once(catalog: Catalog) -> None:
    assert catalog.frame["figure"].is_unique


def test_every_figure_stands_in_its_report(folder: folders.Folder, reports: dict[str, str]) -> None:
    figures = [(figure, "".join(stated.split()), reports.get(source.text)) for figure, stated, source in cited(folder)]
    assert [figure for figure, stated, text in figures if text is not None and stated not in text] == []
    assert sum(text is not None for _, _, text in figures) > 0.98 * len(figures) > 400


def test_every_report_of_the_collection_is_declared(folder: folders.Folder, reports: dict[str, str]) -> None:
    declared = folder.vocabulary.reports
    assert sorted(set(reports) - set(declared) - {source.text for source in declared.values()}) == []
    assert len(reports) > 600


def test_a_report_that_was_read_whole_has_its_text_in_the_collection(folder: folders.Folder, documents: Path) -> None:
    whole = {source.text for _, _, source in cited(folder) if source.read == "whole"}
    there = {path.name for path in (documents / "sources" / "documents").glob("*.txt")}
    assert whole <= there
    assert len(whole) > 3


def test_no_unrelated_site_is_named_anywhere(documents: Path) -> None:
    with (documents / "sources" / "hosts.csv").open(encoding="utf-8", newline="") as file:
        hosts = [row["host"] for row in csv.DictReader(file) if row["linked"] == "no" and row["kind"] in ("unrelated", "bare-ip")]
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    files = [path for name in listed if name and (path := ROOT / name).is_file()]
    named = re.compile(rb"(?<![\w.-])(?:[\w-]+\.)*(?:" + "|".join(map(re.escape, hosts)).encode() + rb")(?![\w-])")
    assert named.search(f"https://www.{hosts[0]}/1.html".encode())
    assert {str(path): found[0] for path in files if (found := named.search(path.read_bytes()))} == {}
    assert len(hosts) > 100
    assert len(files) > 300


def test_every_address_leads_to_a_site_that_somebody_judged(catalog: Catalog) -> None:
    addresses = [address for one in catalog.sources.values() for address in (one.url, one.original, one.archived) if address]
    assert [address for address in addresses if host_of(address, catalog.hosts) is None] == []
    assert len(addresses) > 300


def test_a_copy_on_an_unrelated_site_is_of_the_lowest_tier_and_nobody_takes_it_for_the_original(catalog: Catalog) -> None:
    copies = [one for one in catalog.sources.values() if one.copied]
    assert [one.id for one in copies if one.tier != "C" or one.url] == []
    assert len(copies) > 30


def test_what_no_figure_is_taken_from_says_why(folder: folders.Folder) -> None:
    unused = [one for one in folder.vocabulary.reports.values() if one.unused]
    assert [one.id for one in unused if not all(words.strip() for words in one.unused or ())] == []
    assert not {one.id for one in unused} & {source.id for _, _, source in cited(folder)}


def test_every_pairing_says_which_report_pairs_them(catalog: Catalog) -> None:
    unsourced = [name for name, one in catalog.pairings.items() if not one.source]
    assert len(unsourced) < 0.2 * len(catalog.pairings)


def test_every_programme_has_a_folder_and_every_folder_a_programme(catalog: Catalog) -> None:
    inner = {path.name for path in CURATED.iterdir() if path.is_dir() and path.name != folders.REPORTS}
    assert inner == set(catalog.programmes) == {one.programme for one in catalog.pairings.values()}


def test_a_programme_rests_on_a_report_that_is_declared(catalog: Catalog) -> None:
    assert [name for name, one in catalog.programmes.items() if one.source not in catalog.sources] == []


def test_a_report_stands_in_the_file_of_its_year(folder: folders.Folder) -> None:
    dated = [(path.stem, one.published) for name, path in folder.declared.items() if (one := folder.vocabulary.reports[name])]
    years = [(stem, when.start.year) for stem, when in dated if when and when.start and stem.isdigit()]
    assert [stem for stem, year in years if int(stem) != year] == []
    assert [stem for stem, when in dated if stem == "undated" and when] == []
    assert len(years) > 400


def test_no_sentence_of_a_report_is_carried(catalog: Catalog, reports: dict[str, str]) -> None:
    texts = "\n".join(reports.values())
    for name, most in LONGEST.items():
        words = pd.Series([value for value in catalog.frame[name].unique() if len(value) > most], dtype="str")
        assert [value for value in words if "".join(value.split()) in texts] == [], name


def test_a_reported_figure_has_bounds_around_its_value(catalog: Catalog) -> None:
    reported = catalog.frame[catalog.frame["status"] == "reported"]
    assert reported["value"].notna().all()
    assert not (reported["value"] < reported["low"]).any()
    assert not (reported["value"] > reported["high"]).any()


def test_what_is_exact_has_both_bounds_and_what_is_about_has_none(catalog: Catalog) -> None:
    reported = catalog.frame[catalog.frame["status"] == "reported"]
    assert set(zip(reported["qualifier"], reported["low"].notna(), reported["high"].notna(), strict=True)) == {
        ("exact", True, True),
        ("within", True, True),
        ("under", False, True),
        ("over", True, False),
        ("about", False, False),
    }
