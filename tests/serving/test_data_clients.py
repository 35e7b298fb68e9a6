"""The data in the hands of those who use them: real clients, each against the running server."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from urllib.request import urlopen
from xml.etree import ElementTree
from zipfile import ZipFile

import duckdb
import pandas as pd
import pytest
from pyarrow import parquet

from metrics.catalog.catalog import load
from metrics.catalog.columns import DESCRIBED

from ..browser.server import ROOT

CHINESE = re.compile("[\u4e00-\u9fff]")
SHEET = {"table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0"}
GUIDE = (ROOT / "docs" / "data.md").read_text("utf-8")


@pytest.fixture(scope="module")
def catalog(five):
    """What the server serves."""
    return load(five)


@pytest.fixture(scope="module")
def address(server):
    return server.address


@pytest.fixture(scope="module")
def files(address, tmp_path_factory):
    """Everything in every format, fetched over the network."""
    folder = tmp_path_factory.mktemp("data")
    for ending in ("csv", "json", "parquet", "zip"):
        (folder / f"data.{ending}").write_bytes(urlopen(f"{address}/data.{ending}?rows=all").read())  # noqa: S310
    return folder


def test_pandas_reads_the_same_from_csv_json_and_parquet(address, files, catalog):
    frames = [
        pd.read_csv(f"{address}/data.csv?rows=all"),
        pd.DataFrame(json.loads((files / "data.json").read_bytes())["records"]),
        pd.read_parquet(files / "data.parquet"),
    ]
    for frame in frames:
        assert list(frame["figure"]) == list(catalog.frame["figure"])
        assert list(frame["recipient_zh"]) == list(catalog.frame["recipient_zh"])
        for name in ("value", "low", "high"):
            pd.testing.assert_series_equal(frame[name].astype("float64"), catalog.frame[name])
        assert list(pd.to_datetime(frame["period_end"]).dropna()) == list(catalog.frame["period_end"].dropna())
        assert int(frame["scope"].isna().sum()) == int((catalog.frame["scope"] == "").sum())
        assert frame["preferred"].dtype == bool


def test_the_kinds_of_nothing_stay_apart(files, catalog):
    frame = pd.read_csv(files / "data.csv")
    assert set(frame[frame["value"].isna()]["status"]) == set(catalog.frame["status"]) - {"reported"}
    assert len(set(frame["status"])) > 1
    assert frame[frame["status"] == "not-found"]["searched"].notna().all()


def test_arrow_finds_types_descriptions_and_the_licence(files, catalog):
    schema = parquet.read_schema(files / "data.parquet")
    assert [str(schema.field(name).type) for name in ("figure", "value", "period_end", "preferred")] == [
        "string",
        "double",
        "date32[day]",
        "bool",
    ]
    assert "upper bound of the true value" in schema.field("high").metadata[b"description"].decode()
    head = json.loads(schema.metadata[b"paired-assistance"])
    assert (head["version"], head["licence"]["id"], head["filters"]) == (catalog.version, "CC-BY-4.0", {"rows": "all"})


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_duckdb_counts_what_pandas_counts(files, catalog, ending):
    table = duckdb.sql(f"SELECT metric, count(value), max(period_end) FROM '{files / f'data.{ending}'}' GROUP BY metric")  # noqa: S608
    expected = catalog.frame.groupby("metric").agg(count=("value", "count"), last=("period_end", "max"))
    found = {metric: (count, last) for metric, count, last in table.fetchall()}
    assert found == {name: (row["count"], None if pd.isna(row["last"]) else row["last"].date()) for name, row in expected.iterrows()}
    assert table.types[2] == "DATE"


def test_pythons_own_reader_finds_the_first_column(files, catalog):
    with (files / "data.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["figure"] for row in rows] == list(catalog.frame["figure"])
    assert {len(row) for row in rows} == {len(DESCRIBED)}


def test_frictionless_accepts_the_package(files, tmp_path):
    ZipFile(files / "data.zip").extractall(tmp_path)
    package = tmp_path / "datapackage.json"
    assert judged(package)["valid"] is True
    package.write_text(
        package.read_text("utf-8").replace('"name": "value",\n            "type": "number"', '"name": "value",\n"type": "date"')
    )
    assert judged(package)["valid"] is False


def judged(package):
    """What `frictionless validate` says of a package."""
    command = [sys.executable, "-m", "frictionless", "validate", package.name, "--json"]
    return json.loads(subprocess.run(command, cwd=package.parent, capture_output=True, text=True, timeout=120).stdout)


def test_a_spreadsheet_shows_chinese_and_takes_numbers_for_numbers(files, catalog, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (on Debian: apt-get install libreoffice-calc)")
    # 44, 34: comma and quote; 0: find out the encoding, as the dialog does.
    options = [f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--infilter=CSV:44,34,0,1", "--convert-to", "fods"]
    subprocess.run([office, *options, "--outdir", tmp_path, files / "data.csv"], check=True, capture_output=True, timeout=180)
    head, *rows = (list(cells(row)) for row in ElementTree.parse(tmp_path / "data.fods").iterfind(".//table:table-row", SHEET))  # noqa: S314
    assert head[0] == ("string", "figure")
    column = {name: place for place, (_, name) in enumerate(head)}
    values = [row[column["value"]] for row in rows[: len(catalog.frame)]]
    assert values == [("float", value) if value == value else (None, "") for value in catalog.frame["value"]]
    assert [row[column["donor_zh"]] for row in rows[: len(values)]] == [("string", name) for name in catalog.frame["donor_zh"]]


def cells(row):
    """Type and content of each cell of a sheet's row; one that repeats is there once, with its count."""
    for cell in row.iterfind("table:table-cell", SHEET):
        kind, value = (cell.get(f"{{{SHEET['office']}}}{name}") for name in ("value-type", "value"))
        text = "".join(cell.itertext()).strip()
        for _ in range(min(int(cell.get(f"{{{SHEET['table']}}}number-columns-repeated", 1)), len(DESCRIBED))):
            yield kind, float(value) if kind == "float" else text


LOCALES = ["C.UTF-8", "zh_CN.gbk"]  # the second is what a Chinese Windows speaks


def speaks(name):
    """Whether this machine has a locale."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.casefold().split()
    return name.casefold().replace("-", "") in {one.replace("-", "") for one in known}


@pytest.mark.parametrize("spoken", LOCALES)
@pytest.mark.parametrize(
    ("language", "command"),
    [("python", [sys.executable, "-"]), ("r", ["Rscript", "-"]), ("sh", ["sh", "-e"])],
)
def test_the_examples_of_the_guide_run(address, files, catalog, tmp_path, language, command, spoken):
    if shutil.which("locale") is None or not speaks(spoken):
        pytest.skip(f"this machine has no locale {spoken} (on Debian: localedef -i zh_CN -f GBK zh_CN.GBK)")
    if shutil.which(command[0]) is None or (language == "sh" and shutil.which("curl") is None):
        pytest.skip(f"{'curl' if language == 'sh' else command[0]} is not installed")
    (example,) = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    assert "http://127.0.0.1:8050/" in example
    environment = os.environ | {"LC_ALL": spoken, "PYTHONUTF8": "0"}
    said = subprocess.run(
        command,
        input=example.replace("http://127.0.0.1:8050", address),
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="gbk" if spoken.endswith("gbk") else "utf-8",
        timeout=120,
    )
    assert (said.returncode, said.stderr) == (0, "")
    if language == "sh":
        assert (tmp_path / "everything.parquet").read_bytes() == (files / "data.parquet").read_bytes()
        assert (tmp_path / "all.csv").read_bytes() == (files / "data.csv").read_bytes()
        pairings = catalog.frame["pairing"].nunique()
        assert [file.name.rpartition("_")[0] for file in tmp_path.glob("*.zip")] == [f"paired-assistance_all_{pairings}-pairings"]
    else:
        assert any(pairing in said.stdout for pairing in catalog.pairings)
        assert CHINESE.search(said.stdout)


@pytest.mark.parametrize("spoken", LOCALES)
def test_r_reads_every_row_of_a_file_that_has_characters_beyond_gbk(tmp_path, spoken):
    """As the guide types it: with `fileEncoding`, R stops in the middle of such a file and says so in a warning alone."""
    if shutil.which("Rscript") is None or not speaks(spoken):
        pytest.skip(f"Rscript or the locale {spoken} is not installed")
    rows = "".join(f"{number},ungef\u00e4hr,\u9752\u6d77,\u21c4\r\n" for number in range(50))
    (tmp_path / "data.csv").write_text(f"figure,stated,recipient_zh,title\r\n{rows}", "utf-8", newline="")
    arguments = re.search(r"read\.csv\(\".*?\"(, .*)\)", GUIDE)[1]
    script = f'x <- read.csv("data.csv"{arguments}); cat(nrow(x), names(x)[1], nchar(x$recipient_zh[50]))'
    said = subprocess.run(["Rscript", "-e", script], cwd=tmp_path, env=os.environ | {"LC_ALL": spoken}, capture_output=True, timeout=60)
    assert (said.stdout, said.stderr) == (b"50 figure 2", b"")


def test_the_query_of_the_guide_answers(files, tmp_path):
    (query,) = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
    found = duckdb.sql(query.replace("everything.parquet", str(files / "data.parquet"))).fetchall()
    assert {row[0] for row in found} >= {"tianjin-huangnan", "zhejiang-haixi"}
    assert len({(row[0], row[3]) for row in found}) == len(found)
