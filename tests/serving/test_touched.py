"""Addresses that others have touched, over HTTP: files that never look filtered where they are not, pages that are found again."""

from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FILES = ["/data.csv", "/data.json", "/data.parquet", "/data.zip", "/sets.json", "/answer.json"]
FORWARDED = "from=singlemessage&isappinstalled=0&utm_source=x&fbclid=y&spm=1.2"
FIGURE = "tianjin-huangnan-funds-1"


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("search", ["?metric=projects", "?metric=projects&lang=en"])
def test_a_forwarded_address_gives_the_same_bytes_and_lists_what_it_ignored(client, path, search):
    plain, forwarded = client.get(f"{path}{search}"), client.get(f"{path}{search}&{FORWARDED}")
    assert forwarded.status_code == 200
    assert forwarded.data == plain.data
    assert forwarded.headers["ETag"] == plain.headers["ETag"]
    assert forwarded.headers["Ignored-Keys"] == "from, isappinstalled, utm_source, fbclid, spm"
    assert "Ignored-Keys" not in plain.headers
    assert "Ignored-Keys" in plain.headers["Access-Control-Expose-Headers"]


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize(
    ("search", "meant"),
    [
        ("metrics=projects", "metric"),
        ("pairs=liuhe-huangyuan", "pair"),
        ("year=2020", "since / until"),
        ("start=2020", "since"),
        ("row=all", "rows"),
        ("catagory=fiscal", "category"),
    ],
)
def test_a_key_that_is_nearly_ours_is_refused_by_a_file_and_ours_is_named(client, path, search, meant):
    answer = client.get(f"{path}?{search}&lang=en")
    assert answer.status_code == 400
    assert f'Did you mean "{meant}"?' in (answer.json["detail"] if path.endswith("json") else answer.text)


@pytest.mark.parametrize("path", FILES)
def test_a_column_is_no_key_and_no_file_looks_chosen_by_it(client, path):
    assert client.get(f"{path}?basis=spent").status_code == 400


def test_keys_of_ours_that_change_nothing_are_listed_too(client):
    assert client.get("/data.csv?rows=all&metric=projects&since=2020").headers["Ignored-Keys"] == "metric, since"
    assert client.get("/sets.json?metric=projects&since=2020").headers["Ignored-Keys"] == "since"
    assert client.get("/metrics.json?metric=projects").headers["Ignored-Keys"] == "metric"


def test_a_key_of_any_characters_is_listed_in_letters_that_a_header_takes(client):
    listed = client.get(f"/data.csv?{quote('来源,甲')}=1&a%0d%0aSet-Cookie:b=1").headers["Ignored-Keys"]
    assert listed.isascii()
    assert [unquote(name) for name in listed.split(", ")] == ["来源,甲", "a\r\nSet-Cookie:b"]


# A version that was cited


@pytest.mark.parametrize("path", [*FILES, "/metrics.json", "/pairings.json"])
def test_the_version_that_is_served_can_be_asked_for_and_no_other_is_taken_for_it(client, catalog, path):
    served = client.get(f"{path}?metric=projects&version={catalog.version}")
    assert (served.status_code, served.data) == (200, client.get(f"{path}?metric=projects").data)
    other = client.get(f"{path}?metric=projects&version=000000000000&lang=en")
    address = f"http://localhost{path}?metric=projects&lang=en&version={catalog.version}"
    assert other.status_code == 410
    assert other.headers["Link"] == f'<{address}>; rel="latest-version"'
    assert address in (other.json["detail"] if path.endswith("json") else other.text)
    assert client.get(address).status_code == 200


# Pages


@pytest.mark.parametrize(
    ("path", "there"),
    [
        (f"/f/{FIGURE}.", f"/f/{FIGURE}"),
        (f"/f/{FIGURE}。看看", f"/f/{FIGURE}"),
        (f"/f/{FIGURE})?lang=en", f"/f/{FIGURE}?lang=en"),
        (f"/f/{FIGURE.upper()}", f"/f/{FIGURE}"),
        (f"/f/{FIGURE}%2520", f"/f/{FIGURE}"),
        (f"/f/{FIGURE}%E3%80", f"/f/{FIGURE}"),
        (f"/f/{FIGURE}&lang=en", f"/f/{FIGURE}?lang=en"),
        ("/p/Tianjin-Huangnan，", "/p/tianjin-huangnan"),
        ("/About）", "/about"),
        ("/about/", "/about"),
        ("/reports,", "/reports"),
        ("/data.csv)?metric=projects", "/data.csv?metric=projects"),
        ("/%3Fmetric=projects%26lang=en", "/?metric=projects&lang=en"),
        ("/。", "/"),
    ],
)
def test_a_path_with_marks_on_it_leads_to_the_page_that_was_meant(client, path, there):
    answer = client.get(quote(path, safe="/?&=%"))
    assert (answer.status_code, answer.headers["Location"]) == (302, there)
    assert client.get(there).status_code == 200


def test_a_name_that_is_nearly_one_is_told_with_a_link(client):
    answer = client.get(f"/f/{FIGURE.replace('huangnan', 'hunagnan')}?lang=en")
    assert answer.status_code == 404
    assert f'The nearest is: <a href="/f/{FIGURE}?lang=en">' in " ".join(answer.text.split())


@settings(max_examples=80)
@given(st.sampled_from(["/", "/f/", "/p/", "/r/", "/about", "/data.csv", f"/f/{FIGURE}"]), st.text(max_size=8))
def test_any_path_is_answered_and_leads_nowhere_else(client, path, more):
    answer = client.get(quote(f"{path}{more}".encode("utf-8", "replace"), safe="/"))
    assert answer.status_code in (200, 302, 308, 400, 404)
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith("/")
        assert not answer.headers["Location"].startswith("//")
        assert client.get(answer.headers["Location"]).status_code in (200, 400)


@pytest.mark.parametrize(
    ("search", "framed"), [("?embed=1", True), ("?Embed=Timeline。", True), ("?embed=0", False), ("?embed=x", False), ("", False)]
)
def test_only_what_is_made_to_be_framed_may_be(client, search, framed):
    policy = client.get(f"/{search}").headers["Content-Security-Policy"]
    assert ("frame-ancestors *" in policy) == framed
