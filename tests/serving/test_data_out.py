"""Data over plain HTTP: the same selection in four formats, named, open to any page, refused in words."""

import io
import json
from datetime import date
from urllib.parse import quote, unquote
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serving import data

FORMATS = ["csv", "json", "parquet", "zip"]
EVERY = [
    *(f"/data.{ending}?metric=projects" for ending in FORMATS),
    "/answer.json?metric=projects",
    "/sets.json?metric=projects",
    "/metrics.json",
    "/pairings.json",
]


class Day(date):
    """A day that no midnight ends while tests run."""

    @classmethod
    def today(cls):
        return cls(2026, 11, 22)


def figures(answer, path):
    """The ids of the figures that an answer holds, whatever its format."""
    if "/data.zip" in path:
        return list(pd.read_csv(ZipFile(io.BytesIO(answer.data)).open("data.csv"))["figure"])
    if "/data.json" in path:
        return [record["figure"] for record in answer.json["records"]]
    read = pd.read_parquet if "/data.parquet" in path else pd.read_csv
    return list(read(io.BytesIO(answer.data))["figure"])


@pytest.mark.parametrize(
    "search", ["", "?metric=projects&pair=zhejiang-haixi~tianjin-huangnan&parts=1", "?by=year&since=2016", "?rows=all"]
)
def test_every_format_holds_the_same_figures(client, search):
    held = [figures(client.get(f"/data.{ending}{search}"), f"/data.{ending}") for ending in FORMATS]
    assert len(held[0]) > 3
    assert held == [held[0]] * 4


def test_everything_is_more_than_any_selection_of_figures(client, catalog):
    path = "/data.json?rows=all&metric=nothing&from=2016&like=all"
    assert figures(client.get(path), path) == list(catalog.frame["figure"])


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ("pair=tianjin-gannan", lambda frame: frame["pairing"] == "tianjin-gannan"),
        ("pair=tianjin-gannan~zhejiang-haixi&metric=projects", lambda frame: frame["pairing"].isin(["tianjin-gannan", "zhejiang-haixi"])),
        ("programme=tibet", lambda frame: frame["programme"] == "tibet"),
    ],
)
def test_everything_of_some_pairings_is_all_their_figures_over_all_metrics(client, catalog, asked, chosen):
    path = f"/data.csv?rows=all&{asked}"
    assert figures(client.get(path), path) == list(catalog.frame[chosen(catalog.frame)]["figure"])


def test_everything_of_nobody_is_refused_by_name(client):
    answer = client.get("/data.csv?rows=all&pair=nobody&lang=en")
    assert (answer.status_code, "nobody" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/data.csv", "text/csv; charset=utf-8"),
        ("/data.json", "application/json"),
        ("/data.parquet", "application/vnd.apache.parquet"),
        ("/data.zip", "application/zip"),
        ("/sets.json", "application/json"),
        ("/metrics.json", "application/json"),
        ("/pairings.json", "application/json"),
    ],
)
def test_every_answer_says_what_it_is(client, path, content_type):
    assert client.get(path).content_type == content_type


@pytest.mark.parametrize(
    ("path", "plain", "chinese"),
    [
        ("/data.csv?metric=projects&pair=tianjin-gannan&since=2016", "projects_1-pairings_2016-", "援建项目_1组结对_2016-"),
        ("/data.zip?rows=all&since=2016", "all_{all}-pairings", "全部_{all}组结对"),
        ("/data.parquet?pair=zhejiang-haixi~tianjin-huangnan&until=2020", "funds_2-pairings_-2020", "资金投入_2组结对_-2020"),
    ],
)
def test_a_file_is_named_in_ascii_and_in_chinese(client, catalog, monkeypatch, path, plain, chinese):
    monkeypatch.setattr(data, "date", Day)
    plain, chinese = (name.replace("{all}", str(catalog.frame["pairing"].nunique())) for name in (plain, chinese))
    way, name, starred = client.get(path).headers["Content-Disposition"].split("; ")
    ending = path[6:].partition("?")[0]
    assert (way, name) == ("attachment", f"filename=paired-assistance_{plain}_2026-11-22.{ending}")
    assert starred.isascii()
    assert unquote(starred) == f"filename*=UTF-8''对口支援数据_{chinese}_2026-11-22.{ending}"


def test_a_browser_shows_json_and_saves_the_rest(client):
    ways = {ending: client.get(f"/data.{ending}").headers["Content-Disposition"].partition(";")[0] for ending in FORMATS}
    assert ways == {"csv": "attachment", "json": "inline", "parquet": "attachment", "zip": "attachment"}


def test_the_mark_of_the_csv_can_be_left_out(client):
    with_mark, without = client.get("/data.csv").data, client.get("/data.csv?bom=0").data
    assert with_mark == b"\xef\xbb\xbf" + without
    assert without.startswith(b"figure,")
    assert not ZipFile(io.BytesIO(client.get("/data.zip?bom=0").data)).read("sources.csv").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("path", [*EVERY, "/data.csv?metric=gold", "/data.json?metric=gold"])
def test_any_page_may_read_the_data_and_the_data_alone(client, path):
    assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"
    for other in ("/", "/healthz", "/_dash-layout", "/f/"):
        assert "Access-Control-Allow-Origin" not in client.get(other).headers


@pytest.mark.parametrize("path", EVERY)
def test_head_answers_without_a_body_and_nothing_can_be_posted(client, path):
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.data) == (200, b"")
    same = ("Content-Type", "ETag", "Content-Length")
    assert [head.headers[name] for name in same] == [whole.headers[name] for name in same]
    assert client.post(path).status_code == 405


def test_a_wrong_question_is_a_problem_in_json_where_json_was_asked_for(client):
    answer = client.get("/data.json?metric=fund&since=12&lang=en")
    said = [
        'metric "fund" in this link is unknown and was skipped. Did you mean "funds"?',
        'since "12" in this link is not a year and was skipped.',
    ]
    assert answer.content_type == "application/problem+json"
    assert answer.status_code == 400
    assert answer.json == {"type": "about:blank", "title": "Bad Request", "status": 400, "detail": " ".join(said), "problems": said}


@pytest.mark.parametrize("ending", ["csv", "parquet", "zip"])
@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("?metric=fund", "链接中的 metric“fund”不存在，已略过。是不是“funds”？\n"),
        ("?since=2020&until=2016&lang=en", "The first year, 2020, is after the last, 2016.\n"),
        ("?rows=al&lang=en", 'rows "al" in this link is unknown and was skipped. Did you mean "all"?\n'),
        ("?bom=no&lang=en", 'bom "no" in this link is unknown and was skipped.\n'),
    ],
)
def test_a_wrong_question_is_told_in_the_pages_words(client, ending, search, said):
    answer = client.get(f"/data.{ending}{search}")
    assert (answer.status_code, answer.content_type, answer.text) == (400, "text/plain; charset=utf-8", said)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize(
    "search", ["?%ff=%00", "?metric=%00%ff", "?pair=~~~", "?from=%D9%A1%D9%A2%D9%A3%D9%A4", "?&&=&rows", "?by=year&since=2099"]
)
def test_no_question_breaks_it(client, ending, search):
    assert client.get(f"/data.{ending}{search}", headers={"Host": 'a"<b>\\'}).status_code in (200, 400)


@settings(max_examples=60)
@given(
    st.sampled_from(["metric", "pair", "from", "to", "by", "span", "rows", "bom", "lang"]), st.text(max_size=9), st.sampled_from(FORMATS)
)
def test_nothing_that_can_be_asked_breaks_it(client, key, value, ending):
    assert client.get(f"/data.{ending}?{key}={quote(value.encode('utf-8', 'replace'))}").status_code in (200, 400)


def test_the_listings_lead_to_every_figure(client, catalog):
    metrics, pairings = client.get("/metrics.json").json, client.get("/pairings.json").json
    assert [one["metric"] for one in metrics["records"]] == list(catalog.metrics)
    assert sum(one["figures"] for one in metrics["records"]) == len(catalog.frame)
    assert sum(sum(one["figures"].values()) for one in pairings["records"]) == len(catalog.frame)
    first = metrics["records"][0]
    assert first["data"] == "http://localhost/data.json?metric=funds&parts=1"
    assert len(client.get(first["data"]).json["records"]) == first["figures"]
    assert metrics["records"][0]["categories"]["fiscal"] == {"zh": "财政资金", "en": "Fiscal money"}
    (huangnan,) = [one for one in pairings["records"] if one["pairing"] == "tianjin-huangnan"]
    told = {name: huangnan[name] for name in ("programme", "level", "within", "since", "until")}
    assert told == {"programme": "qinghai", "level": "prefecture", "within": [], "since": "2010", "until": None}
    assert huangnan["donor"] == {"zh": "天津市", "en": "Tianjin", "code": "120000"}
    assert len(pairings["records"]) == len(catalog.pairings)  # the registered ones too


def test_the_head_of_the_json_says_what_it_is(client, catalog):
    head = client.get("/data.json?metric=projects&until=2024&lang=en&utm_source=x").json["metadata"]
    assert head["filters"] == {"metric": "projects", "until": "2024"}
    assert head["address"] == "http://localhost/?metric=projects&until=2024&lang=en"
    assert (head["version"], head["licence"]["id"]) == (catalog.version, "CC-BY-4.0")
    assert json.dumps(head["citation"], ensure_ascii=False).count(head["address"]) == 2


# What is true of a view


def test_the_answer_names_the_figures_of_the_file_and_what_the_page_says_of_them(client):
    search = "?metric=funds&pair=tianjin-huangnan~zhejiang-haixi"
    answer = client.get(f"/answer.json{search}").json
    assert answer["figures"] == figures(client.get(f"/data.csv{search}"), "/data.csv")
    assert {name for panel in answer["panels"] for name in panel["figures"]} <= set(answer["figures"])
    assert answer["verdict"]["level"] in {"note", "warn"}
    assert answer["metadata"]["filters"] == {"metric": "funds", "pair": ["tianjin-huangnan", "zhejiang-haixi"]}


def test_the_answer_is_the_same_bytes_in_either_language_but_for_its_address(client):
    chinese, english = (client.get(f"/answer.json?metric=projects&parts=1{more}").json for more in ("", "&lang=en"))
    for one in (chinese, english):
        one["metadata"] = None
    assert chinese == english


def test_an_answer_names_what_it_did_not_understand(client):
    (problem,) = client.get("/answer.json?metric=fund").json["problems"]
    assert problem["en"] == 'metric "fund" in this link is unknown and was skipped. Did you mean "funds"?'
