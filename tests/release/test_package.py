"""What leaves the project as files: the release, the package, and text that no spreadsheet may run."""

import csv
import io
import json
import shutil
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import PythonFile, parquet

from components.wording.strings import T
from metrics.catalog.catalog import Catalog, load
from metrics.catalog.columns import DESCRIBED, SOURCE
from metrics.catalog.frames import COLUMNS
from metrics.reckoning.derived import derive_rows, with_derived
from metrics.reckoning.methods import METHODS
from metrics.release.export import BOM, cell, csv_pieces, to_csv
from metrics.release.extract import TITLE, everything, selected
from metrics.release.package import export, members, sources_of, zip_pieces
from metrics.release.parquet import parquet_pieces
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import parse

from ..conftest import SMALL

PACKAGE = ["CITATION.cff", "README.md", "data.csv", "datapackage.json", "sources.csv"]
TRAPS = {
    "publisher: 天津市对口支援青海省黄南藏族自治州工作前方指挥部": 'publisher: "=HYPERLINK(A1)"',
    "zh: 报告说工程正加快实施。": 'zh: "@SUM(A1)"',
    "en: The report says that the works are still going on.": 'en: "-2+3"',
    "zh: 县域连通工程": 'zh: "＝1+1"',
}


@pytest.fixture
def trapped(tmp_path):
    """The small catalog with texts that a spreadsheet would take for formulas."""
    file = shutil.copytree(SMALL, tmp_path / "curated") / "tianjin-huangnan.yaml"
    text = file.read_text("utf-8")
    for old, new in TRAPS.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    return load(file.parent)


def zipped(extract, bom=True):
    return ZipFile(io.BytesIO(b"".join(zip_pieces(extract, bom))))


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_same_data_give_the_same_bytes(five, tmp_path):
    first, second = (export(load(five), tmp_path / name) for name in ("first", "second"))
    assert [file.name for file in first] == [file.name for file in second]
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_a_release_holds_every_format(catalog, tmp_path):
    names = [file.name for file in export(catalog, tmp_path)]
    assert names == [*PACKAGE, "data.json", "data.parquet", "metrics.json", "pairings.json", f"paired-assistance_{catalog.version}.zip"]
    inside = ZipFile(tmp_path / names[-1])
    assert inside.namelist() == PACKAGE
    assert [inside.read(name) for name in PACKAGE] == [(tmp_path / name).read_bytes() for name in PACKAGE]
    assert {entry.date_time for entry in inside.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    records = json.loads((tmp_path / "data.json").read_bytes())["records"]
    assert [one["figure"] for one in records] == list(pd.read_parquet(tmp_path / "data.parquet")["figure"]) == list(catalog.frame["figure"])


def test_a_release_knows_no_address(catalog, tmp_path):
    export(catalog, tmp_path)
    for name in ("README.md", "CITATION.cff", "data.json", "datapackage.json"):
        assert "localhost" not in (tmp_path / name).read_text("utf-8")
        assert "127.0.0.1" not in (tmp_path / name).read_text("utf-8")


def test_no_formula_leaves_in_text(trapped):
    package = zipped(everything(trapped))
    data, sources = rows(package.read("data.csv")), rows(package.read("sources.csv"))
    assert data == rows(b"".join(csv_pieces(everything(trapped).frame)))
    reached = data[2]
    names = ("publisher", "note", "note_en", "label_zh")
    assert [reached[name] for name in names] == ["'=HYPERLINK(A1)", "'@SUM(A1)", "'-2+3", "'＝1+1"]
    assert sources[0]["publisher"] == "'=HYPERLINK(A1)"
    cells = [text for row in data + sources for text in row.values()]
    assert [text for text in cells if text.startswith(tuple("=+-@\t\r\n＝＋－＠"))] == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("-3.2%", "-3.2%"),
        ("+5", "+5"),
        ("－12‰", "－12‰"),
        ("-1200.5", "-1200.5"),
        ("-3-5", "'-3-5"),
        ("-3%-5%", "'-3%-5%"),
        ("=3", "'=3"),
        ("-", "'-"),
    ],
)
def test_a_number_with_a_sign_is_no_formula_and_what_computes_is_made_none(text, written):
    assert to_csv(pd.DataFrame({"stated": pd.array([text], dtype="str")}), bom=False).splitlines()[1] == written


def test_what_we_write_ourselves_has_no_character_that_gbk_lacks(catalog):
    printed = ("stated", "title")  # as a report has them
    texts = everything(catalog).frame.select_dtypes("str").drop(columns=list(printed))
    assert [text for name in texts for text in texts[name].unique() if text.encode("gbk", "ignore").decode("gbk") != text] == []
    sources = sources_of(everything(catalog)).drop(columns="title")
    assert [text for name in sources for text in sources[name].unique() if text.encode("gbk", "ignore").decode("gbk") != text] == []
    assert set(sources["read"]) == {"whole", "digest"}


def test_json_and_parquet_carry_text_as_it_is(trapped, tmp_path):
    export(trapped, tmp_path)
    record = json.loads((tmp_path / "data.json").read_bytes())["records"][2]
    assert (record["publisher"], record["note"], record["scope"], record["low"]) == ("=HYPERLINK(A1)", "@SUM(A1)", "泽库县", None)
    row = parquet.read_table(tmp_path / "data.parquet").to_pylist()[2]
    assert (row["publisher"], row["note"], row["url"], row["low"]) == ("=HYPERLINK(A1)", "@SUM(A1)", None, None)


class Counting(io.BytesIO):
    read_so_far = 0

    def read(self, size=-1):
        data = super().read(size)
        self.read_so_far += len(data)
        return data


def test_who_asks_a_large_file_for_one_pairing_reads_its_groups_alone(catalog):
    frame = everything(catalog).frame
    times = 40_000 // len(frame)
    many = pd.concat([frame.assign(pairing=f"{number:03}-" + frame["pairing"]) for number in range(times)], ignore_index=True)
    file = Counting(b"".join(parquet_pieces(many, {})))
    wanted = many["pairing"].iloc[len(many) // 2]
    part = parquet.read_table(PythonFile(file, mode="r"), filters=[("pairing", "=", wanted)])
    assert part.num_rows == (many["pairing"] == wanted).sum()
    assert parquet.ParquetFile(file).num_row_groups >= 4
    assert file.read_so_far < len(file.getvalue()) / 2


def test_every_figure_finds_its_source(catalog):
    package = zipped(everything(catalog))
    data, sources = rows(package.read("data.csv")), rows(package.read("sources.csv"))
    counts = {(row["pairing"], row["source"]): int(row["figures"]) for row in sources}
    assert len(counts) == len(sources)
    assert {(row["pairing"], row["source"]) for row in data if row["source"]} == set(counts)
    assert sum(counts.values()) == sum(row["status"] == "reported" for row in data)


def test_a_reference_figure_finds_its_source_too(catalog):
    extract = selected(resolve(parse("?metric=funds&by=resident"), catalog), catalog)
    used = set(extract.frame["derived_from"]) - {""}
    assert len(used) > 2
    assert used == set(sources_of(extract)["derived_from"]) - {""}


def test_the_readme_says_what_was_chosen_in_both_languages(catalog):
    extract = selected(resolve(parse("?metric=projects&pair=tianjin-gannan&until=2024"), catalog), catalog, "https://figures.example")
    readme = b"".join(members(extract)["README.md"]).decode()
    address = "<https://figures.example/?metric=projects&pair=tianjin-gannan&until=2024>"
    assert readme.count("`metric=projects` `pair=tianjin-gannan` `until=2024`") == 2
    assert readme.count(address) == 2
    assert readme.count(f"{catalog.version}\n") == 2
    assert "# 对口支援数据" in readme
    assert "# Paired Assistance in Figures" in readme
    assert readme.count("https://creativecommons.org/licenses/by/4.0/") == 2
    assert "whole pairings only" in readme
    assert "whole pairings only" not in b"".join(members(everything(catalog))["README.md"]).decode()


def test_the_package_is_called_as_the_page_is():
    assert T["site"] == TITLE


@pytest.mark.parametrize("by", ["", *METHODS])
def test_every_column_is_described(catalog, by):
    drawn, _ = derive_rows(catalog.figures[:40], by, catalog)
    assert list(with_derived(catalog.frame.head(40), drawn).columns) == list(DESCRIBED)


def test_the_description_of_a_column_holds_its_empty_cells_and_its_type(catalog):
    for name, dtype in COLUMNS.items():
        assert DESCRIBED[name].type == {"str": "text", "float64": "number", "datetime64[s]": "day", "bool": "flag"}[dtype]
        empty = catalog.frame[name].isna() | (catalog.frame[name].astype("str") == "")
        assert not empty.any() or DESCRIBED[name].empty is not None, name
    assert list(sources_of(everything(catalog)).columns) == list(SOURCE)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(["=1", 'a"b', "a,b", "\r", "-"]),
            st.floats(allow_infinity=False) | st.integers(-(10**16), 10**16).map(float),
            st.booleans(),
        ),
        max_size=9,
    ),
    st.integers(1, 4),
)
def test_whole_columns_are_written_as_cell_by_cell(values, piece):
    columns = {"text": "str", "number": "float64", "flag": "bool"}
    frame = pd.DataFrame({name: pd.array([row[at] for row in values], dtype=kind) for at, (name, kind) in enumerate(columns.items())})
    expected = io.StringIO()
    writer = csv.writer(expected, lineterminator="\r\n")
    writer.writerows([list(columns), *([cell(value) for value in row] for row in frame.itertuples(index=False, name=None))])
    assert b"".join(csv_pieces(frame, bom=False, rows=piece)).decode() == expected.getvalue()
    assert to_csv(frame) == BOM + expected.getvalue()


def test_an_empty_selection_is_an_empty_file_of_every_format(catalog: Catalog):
    extract = selected(resolve(parse("?metric=funds&pair=tianjin-gannan&to=1950"), catalog), catalog)
    package = zipped(extract)
    assert rows(package.read("data.csv")) == rows(package.read("sources.csv")) == []
    assert package.testzip() is None
