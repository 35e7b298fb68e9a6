"""`/sets.json`: which figures of a metric compare, what they share, and where the page shows them."""

import pytest

SETS = ["anchor", "figures", "pairings", "shared", "starts", "ends", "level", "address"]


@pytest.fixture(scope="module")
def funds(client):
    return client.get("/sets.json?metric=funds").json


def test_every_set_says_what_it_holds_and_shares(funds, catalog):
    assert list(funds) == ["metadata", "metric", "by", "sets"]
    assert (funds["metric"], funds["by"], funds["metadata"]["version"]) == ("funds", None, catalog.version)
    assert {tuple(one) for one in funds["sets"]} == {tuple(SETS)}
    assert len(funds["sets"]) > 5


def test_a_set_has_a_figure_a_pairing_of_one_metric_and_its_anchor_among_them(funds, catalog):
    rows = catalog.frame.set_index("figure")
    for one in funds["sets"]:
        held = rows.loc[one["figures"]]
        assert one["anchor"] in one["figures"]
        assert set(held["metric"]) == {"funds"}
        assert sorted(held["pairing"]) == sorted(one["pairings"])
        assert len(set(one["pairings"])) == len(one["pairings"]) > 1


def test_the_figures_of_a_set_compare_without_a_reason_to_keep_them_apart(funds):
    assert {one["level"] for one in funds["sets"]} <= {"clean", "note"}


def test_the_largest_set_comes_first(funds):
    sizes = [len(one["pairings"]) for one in funds["sets"]]
    assert sizes == sorted(sizes, reverse=True)


def test_an_address_shows_its_set(client, funds):
    for one in funds["sets"][:2]:
        assert one["address"] == f"http://localhost/?metric=funds&like={one['anchor']}"
        answer = client.get(one["address"].replace("/?", "/answer.json?")).json
        assert answer["like"] == one["anchor"]
        assert sorted(answer["figures"]) == sorted(one["figures"])


def test_the_sets_of_a_derivation_are_its_own(client):
    yearly = client.get("/sets.json?metric=funds&by=year").json
    assert yearly["by"] == "year"
    assert yearly["sets"] != client.get("/sets.json?metric=funds").json["sets"]
    assert {one["address"].partition("like=")[0] for one in yearly["sets"]} == {"http://localhost/?metric=funds&by=year&"}


def test_without_a_metric_they_are_those_of_the_first(client, funds):
    assert client.get("/sets.json").json == funds


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("?metric=fund&lang=en", 'metric "fund" in this link is unknown and was skipped. Did you mean "funds"?'),
        ("?metric=funds&by=yaer&lang=en", 'by "yaer" in this link is unknown and was skipped. Did you mean "year"?'),
        ("?metric=fund&lang=zh", "链接中的 metric“fund”不存在，已略过。是不是“funds”？"),
    ],
)
def test_what_is_unknown_is_refused_in_the_pages_words(client, search, said):
    answer = client.get(f"/sets.json{search}")
    assert (answer.status_code, answer.content_type, answer.headers["Access-Control-Allow-Origin"]) == (
        400,
        "application/problem+json",
        "*",
    )
    assert answer.json["problems"] == [said]
