"""Data that need not be sent, or made, twice: tags, compression, streams."""

import gzip
import shutil

import pytest

import app
from metrics.catalog.catalog import load
from serving import caching, data

from ..conftest import SMALL

TEXTS = ["/data.csv?metric=projects", "/data.json?metric=projects", "/sets.json?metric=projects", "/metrics.json", "/pairings.json"]
EVERY = [*TEXTS, "/data.parquet?metric=projects", "/data.zip?metric=projects"]


@pytest.mark.parametrize("path", EVERY)
def test_what_a_client_has_is_not_sent_again(client, path):
    first = client.get(path)
    assert (first.status_code, first.headers["Cache-Control"]) == (200, "public, no-cache")
    for header, value in (("If-None-Match", first.headers["ETag"]), ("If-Modified-Since", first.headers["Last-Modified"])):
        again = client.get(path, headers={header: value})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == first.headers["ETag"]
        assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(path, headers={"If-None-Match": '"another"'}).data == first.data


def test_a_tag_names_the_selection_the_data_and_nothing_else(client, tmp_path):
    tag = client.get("/data.csv?metric=projects").headers["ETag"]
    assert client.get("/data.csv?utm_source=x&metric=projects").headers["ETag"] == tag
    assert client.get("/data.csv?metric=projects&bom=0").headers["ETag"] != tag
    assert app.create_app().server.test_client().get("/data.csv?metric=projects").headers["ETag"] == tag
    folder = shutil.copytree(SMALL, tmp_path / "curated")
    assert app.create_app(folder).server.test_client().get("/data.csv?metric=projects").headers["ETag"] != tag


def test_what_is_said_of_a_metric_belongs_to_the_version(tmp_path):
    folder = shutil.copytree(SMALL, tmp_path / "curated")
    before = load(folder).version
    file = folder / "metrics.yaml"
    file.write_text(file.read_text("utf-8").replace("由援助资金支持的项目数", "以援助资金支持的项目数"), "utf-8")
    assert load(folder).version != before


@pytest.mark.parametrize("path", TEXTS)
def test_text_is_compressed_where_the_client_accepts_it(client, path):
    plain, packed = client.get(path), client.get(path, headers={"Accept-Encoding": "br, gzip;q=0.5"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) < len(plain.data) / 2
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] == f"W/{plain.headers['ETag']}"
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    again = client.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": packed.headers["ETag"]})
    assert (again.status_code, again.headers.get("Content-Encoding")) == (304, None)


@pytest.mark.parametrize(
    ("path", "accepted"), [("/data.csv", "gzip;q=0"), ("/data.csv", ""), ("/data.zip", "gzip"), ("/data.parquet", "gzip")]
)
def test_nothing_else_is_compressed(client, path, accepted):
    answer = client.get(path, headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers
    assert not answer.headers["ETag"].startswith("W/")


@pytest.mark.parametrize("path", EVERY)
@pytest.mark.parametrize("accepted", ["", "gzip"])
def test_a_large_answer_is_streamed_with_the_bytes_of_a_small_one(client, monkeypatch, path, accepted):
    small = client.get(path, headers={"Accept-Encoding": accepted})
    monkeypatch.setattr(data, "SMALL", 0)
    large = client.get(path, headers={"Accept-Encoding": accepted})
    assert large.data == small.data
    assert ("Content-Length" in large.headers) == (path.partition("?")[0] in ("/sets.json", "/metrics.json", "/pairings.json"))


def test_what_is_kept_does_not_grow_for_ever():
    made = []
    megabyte = b"0" * 1024 * 1024

    def body(tag):
        return caching.kept_body(tag, lambda: made.append(tag) or iter([megabyte]))

    for number in range(40):
        assert body(f"tag {number}") == megabyte
    assert caching.kept_body.cache.currsize <= caching.MOST_KEPT == 32 * len(megabyte)
    body("tag 39")
    body("tag 0")
    assert made == [*(f"tag {number}" for number in range(40)), "tag 0"]  # the newest is kept, the oldest made anew
    caching.kept_body.cache.clear()


def test_a_body_is_made_once_for_all_who_ask(client):
    caching.kept_body.cache.clear()
    for _ in range(3):
        client.get("/data.csv?metric=projects")
    assert len(caching.kept_body.cache) == 1
