"""Readers of columns ask for parts of a file: its length, its end, then what they need."""

import io
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import duckdb
import pandas as pd
import polars
import pytest
from fsspec import AbstractFileSystem
from pyarrow import PythonFile, parquet

FOOT = 64 * 1024  # bytes that arrow reads of the end of a file, before it asks for columns
FILES = ["data.parquet?rows=all", "data.csv?rows=all", "data.json?metric=projects", "chart.svg?metric=projects"]


def asked(address, method="GET", **headers):
    request = Request(address, method=method, headers={name.replace("_", "-"): value for name, value in headers.items()})  # noqa: S310
    with urlopen(request) as answer:  # noqa: S310
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    ("part", "cut"),
    [("bytes=0-99", slice(0, 100)), ("bytes=7-7", slice(7, 8)), ("bytes=100-", slice(100, None)), ("bytes=-8", slice(-8, None))],
)
def test_a_part_is_those_bytes_of_the_whole(server, file, part, cut):
    address = f"{server.address}/{file}"
    status, headers, whole = asked(address)
    assert (status, headers["Accept-Ranges"], int(headers["Content-Length"])) == (200, "bytes", len(whole))
    status, headers, found = asked(address, Range=part, Accept_Encoding="gzip")
    assert (status, found) == (206, whole[cut])
    assert headers["Content-Range"].endswith(f"/{len(whole)}")
    assert "Content-Encoding" not in headers


def test_a_part_of_another_version_is_not_mixed_with_this_one(server):
    address = f"{server.address}/data.parquet?rows=all"
    tag = asked(address)[1]["ETag"]
    assert asked(address, Range="bytes=0-9", If_Range=tag)[0] == 206
    assert asked(address, Range="bytes=0-9", If_Range='"another"')[0] == 200
    assert asked(address, Range="lines=0-9")[0] == 200


def test_whoever_asks_for_several_parts_at_once_gets_the_whole(server):
    """As a server may; to refuse it would leave such a client with nothing."""
    address = f"{server.address}/data.parquet?rows=all"
    status, headers, found = asked(address, Range="bytes=0-1,5-6")
    assert (status, "Content-Range" in headers, found) == (200, False, asked(address)[2])


def test_a_part_beyond_the_end_is_refused(server):
    with pytest.raises(HTTPError) as refused:
        asked(f"{server.address}/data.csv?rows=all", Range="bytes=999999999-")
    assert refused.value.code == 416
    refused.value.close()


def test_the_head_tells_the_length_and_that_parts_are_given(server):
    status, headers, body = asked(f"{server.address}/data.parquet?rows=all", "HEAD")
    assert (status, body, headers["Accept-Ranges"]) == (200, b"", "bytes")
    assert int(headers["Content-Length"]) == len(asked(f"{server.address}/data.parquet?rows=all")[2])


class Remote(io.RawIOBase):
    """A file that is read over the network, by parts alone."""

    def __init__(self, address):
        self.address, self.place, self.read_so_far = address, 0, 0
        self.length = int(asked(address, "HEAD")[1]["Content-Length"])

    def seekable(self):
        return True

    def readable(self):
        return True

    def tell(self):
        return self.place

    def seek(self, offset, whence=io.SEEK_SET):
        self.place = offset + (0, self.place, self.length)[whence]
        return self.place

    def read(self, size=-1):
        last = self.length if size < 0 else min(self.place + size, self.length)
        if last <= self.place:
            return b""
        status, _, part = asked(self.address, Range=f"bytes={self.place}-{last - 1}")
        assert status == 206
        self.place, self.read_so_far = last, self.read_so_far + len(part)
        return part


def test_arrow_reads_two_columns_without_the_rest(server):
    remote = Remote(f"{server.address}/data.parquet?rows=all")
    table = parquet.read_table(PythonFile(remote, mode="r"), columns=["figure", "value"])
    assert table.num_rows == len(pd.read_parquet(f"{server.address}/data.parquet?rows=all"))
    assert remote.read_so_far < remote.length


def test_pandas_reads_parquet_by_parts_too(server):
    remote = Remote(f"{server.address}/data.parquet?rows=all")
    frame = pd.read_parquet(remote, columns=["figure"])
    assert list(frame["figure"]) == list(pd.read_csv(f"{server.address}/data.csv?rows=all")["figure"])
    assert remote.read_so_far < FOOT + remote.length / 10


class Wire(AbstractFileSystem):
    """Our files, for DuckDB: as its own `httpfs` does, it asks for lengths and parts. That extension cannot be had without its server."""

    protocol = "wire"

    def __init__(self, address):
        super().__init__()
        self.address, self.opened = address, []

    def remote(self, path):
        return Remote(f"{self.address}/{self._strip_protocol(path)}")

    def glob(self, path, **_):
        return [path]  # the question mark is no wildcard

    def size(self, path):
        return self.remote(path).length

    def modified(self, path):
        return pd.Timestamp(0)

    def open(self, path, mode="rb", **_):
        self.opened.append(self.remote(path))
        return self.opened[-1]


@pytest.mark.parametrize("file", ["data.parquet?rows=all", "data.csv?rows=all"])
def test_duckdb_reads_over_the_network_by_parts(server, file):
    wire, database = Wire(server.address), duckdb.connect()
    database.register_filesystem(wire)
    kind = "parquet" if "parquet" in file else "csv"
    found = database.sql(f"SELECT metric, count(value) FROM read_{kind}('wire://{file}') GROUP BY metric ORDER BY metric").fetchall()  # noqa: S608
    frame = pd.read_csv(f"{server.address}/data.csv?rows=all")
    assert dict(found) == frame.groupby("metric")["value"].count().to_dict()
    if kind == "parquet":
        assert wire.opened[-1].read_so_far < wire.opened[-1].length / 10, "two columns of sixty"


def test_duckdbs_own_extension_reads_over_the_network(server):
    database = duckdb.connect()
    try:
        database.load_extension("httpfs")
    except duckdb.Error:
        pytest.skip("the extension httpfs is not installed (INSTALL httpfs; from extensions.duckdb.org)")
    count = database.sql(f"SELECT count(*) FROM read_parquet('{server.address}/data.parquet?rows=all')").fetchone()  # noqa: S608
    assert count == (len(pd.read_csv(f"{server.address}/data.csv?rows=all")),)


@pytest.mark.parametrize("read", ["read_csv", "scan_csv", "read_parquet", "scan_parquet"])
def test_polars_reads_over_the_network(server, read):
    file = "parquet" if "parquet" in read else "csv"
    options = {"infer_schema_length": None} if file == "csv" else {}  # as the guide says
    frame = getattr(polars, read)(f"{server.address}/data.{file}?rows=all", **options).lazy().collect()
    assert frame.height == len(pd.read_parquet(f"{server.address}/data.parquet?rows=all"))
    assert frame.columns[0] == "figure"
