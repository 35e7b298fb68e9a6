"""The dashboard over HTTP: what it serves, what it refuses, and with which headers."""

import io
import re
from collections import Counter

import pandas as pd
import pytest
from markupsafe import escape

import app
from components.wording.strings import t
from tests.conftest import SMALL
from tests.serving.wire import components, layout, show, split, sync, words

BOM = b"\xef\xbb\xbf"
PATHS = ["/", "/data.csv?rows=all", "/data.csv?metric=gold", "/_dash-layout", "/_dash-dependencies", "/assets/a11y.js", "/healthz"]


def drawn(answer):
    """The figures of a comparison's marks."""
    return set(re.findall(r'data-figure="([^"]+)"', answer["comparison-html"]["data"]))


def in_time(answer):
    return {name for trace in answer["timeline"]["figure"]["data"] for name in trace.get("customdata", [])}


def listed(table):
    """The figures of a table's rows."""
    return re.findall(r'<tr id="([^"]+)"', table)


# The page


def test_the_layout_is_a_finished_page(client):
    page = layout(client, "?metric=projects&pair=tianjin-huangnan&lang=en")
    assert page["title"]["children"] == "Projects · Tianjin → Huangnan"
    assert "tianjin-huangnan-projects-1" in listed(page["table-html"]["data"])
    assert "tianjin-huangnan-projects-1" in drawn(page) <= set(listed(page["table-html"]["data"]))


def test_every_wired_id_stands_on_the_page_exactly_once(client):
    stands = Counter(props["id"] for props in components(client.get("/_dash-layout").json) if "id" in props)
    wires = [one for callback in client.get("/_dash-dependencies").json for one in [*callback["inputs"], *split(callback["output"])]]
    wired = {one["id"] for one in wires} - {""}  # what only acts writes nowhere
    assert len(wired) > 15
    assert {name: stands[name] for name in wired} == dict.fromkeys(wired, 1)


def test_one_callback_asks_the_server(client):
    asking = [one for one in client.get("/_dash-dependencies").json if one["clientside_function"] is None]
    assert len(asking) == 1


def test_the_page_is_as_long_whatever_the_data(client):
    """What grows with the data is what is shown: a bounded number of rows."""
    shell = client.get("/").text
    assert "validation_layout" not in shell
    assert shell.count("<tr") < 40
    assert len(shell) < 60_000


def test_a_page_whose_referer_is_kept_back_knows_that_it_shows_another_view(client):
    assert layout(client, "?metric=projects")["asked"]["data"] == "?metric=projects"
    assert layout(client)["asked"]["data"] == ""


@pytest.mark.parametrize(
    ("search", "lang", "title"),
    [
        ("", "zh-Hans", "资金投入"),
        ("?metric=projects&lang=en", "en", "Projects"),
        ("?view=coverage&lang=en", "en", "What is known, and how well"),
        ("?metric=%3Cb%3E", "zh-Hans", "指标"),
    ],
)
def test_the_page_is_in_the_language_asked_for_and_says_what_it_shows(client, search, lang, title):
    html = client.get(f"/{search}").text
    assert f'<html lang="{lang}"' in html
    heading = re.search('<meta property="og:title" content="([^"]*)">', html)[1]
    assert heading.startswith(title)
    whole = f"{heading} · {t('site', language='en' if lang == 'en' else 'zh')}"
    assert f"<title>{whole if len(whole) <= 70 else heading}</title>" in html
    assert f">{heading}</h1>" in html
    assert f'href="/data.csv{escape(search)}"' in html.partition("<noscript>")[2].partition("</noscript>")[0]


def test_all_scripts_and_styles_are_the_servers_own(client):
    html = client.get("/").text
    sources = [part.partition('"')[0] for part in html.split('src="')[1:] + html.split('rel="stylesheet" href="')[1:]]
    assert len(sources) > 5
    assert [source for source in sources if not source.startswith(("/_dash-component-suites/", "/loaded/"))] == []


# The callback


def test_a_moved_control_writes_the_address_and_no_control(client):
    moved = sync(client, "?lang=en", "pair.value", pair=["zhejiang-haixi", "tianjin-huangnan"])
    assert moved.pop("category").keys() == {"options"}, "other pairings have figures of other categories"
    assert moved == {"url": {"search": "?pair=zhejiang-haixi~tianjin-huangnan&lang=en"}}


def test_an_address_sets_the_controls_and_is_not_written(client):
    moved = sync(client, "", "url.search", url_search="ignored") | sync(client, "?metric=projects", "url.search", metric="funds")
    assert moved.pop("pair-offers")["data"], "other pairings have figures of another metric"
    assert moved.pop("pair") == {"options": []}, "a menu that is closed offers what is chosen"
    assert moved == {"metric": {"value": "projects"}}


def test_controls_that_show_the_address_already_are_left_alone(client):
    assert sync(client, "?metric=projects&pair=tianjin-huangnan&since=2016", "url.search") == {}


def test_a_key_that_is_not_ours_is_kept_when_a_control_moves(client):
    assert sync(client, "?mine=1", "metric.value", metric="projects")["url"] == {"search": "?metric=projects&mine=1"}


def test_a_category_comes_with_the_options_that_it_is_one_of(client):
    """A dropdown drops a value that it does not offer, and with it the address would lose its category."""
    there = sync(client, "?metric=personnel&category=medical", "url.search", metric="funds", category=None, **{"category.options": []})
    assert there["category"]["value"] == "medical"
    assert "medical" in [option["value"] for option in there["category"]["options"]]


def test_a_pairing_comes_with_the_option_that_it_is(client):
    moved = sync(client, "?pair=tianjin-huangnan&lang=en", "url.search", pair=[])["pair"]
    assert moved["value"] == ["tianjin-huangnan"]
    assert [option["value"] for option in moved["options"]] == ["tianjin-huangnan"]


def test_show_answers_what_the_layout_shows(client):
    search = "?metric=funds&pair=tianjin-gannan&parts=1&lang=en"
    answer, page = show(client, search), layout(client, search)
    assert len(answer) > 10
    for name, properties in answer.items():
        for prop, value in properties.items():
            assert page[name].get(prop) == value, name


@pytest.mark.parametrize(
    "search", ["?pair=atlantis-eldorado", "?metric=gold", "?metric=%FF%FE", "?since=1e9&until=%00", "?pair=" + "~" * 5000]
)
def test_show_answers_whatever_a_link_says(client, search):
    answer = show(client, search)
    assert words(answer["notice"]["children"]) or drawn(answer)


# The file


def test_the_csv_is_the_pages_selection(client):
    search = "?metric=projects&pair=zhejiang-haixi~tianjin-huangnan&parts=1"
    answer = client.get(f"/data.csv{search}")
    csv = pd.read_csv(io.BytesIO(answer.data))
    assert answer.status_code == 200
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.data.startswith(BOM + b"figure,pairing,donor_zh,")
    answer = show(client, f"{search}&show=all")
    assert sorted(listed(answer["table-html"]["data"])) == sorted(csv["figure"])
    assert set() < drawn(answer) <= set(csv["figure"])
    assert list(csv["pairing"].unique()) == ["zhejiang-haixi", "tianjin-huangnan"]


def test_a_metric_and_every_part_of_it_is_listed_and_in_the_file_and_what_is_charted_is_drawn(client, catalog):
    counts = catalog.frame["metric"].value_counts()
    for metric in ("funds", counts.index[0], counts.index[-1]):  # however many there are: a core one, the longest, the shortest
        search = f"?metric={metric}&parts=1"
        csv = pd.read_csv(io.BytesIO(client.get(f"/data.csv{search}").data))
        answer = show(client, f"{search}&show=all")
        charted = {name for panel in client.get(f"/answer.json{search}").json["panels"] for name in panel["figures"]}
        assert sorted(listed(answer["table-html"]["data"])) == sorted(csv["figure"]), metric
        assert drawn(answer) == charted <= set(csv["figure"]), metric
        assert in_time(answer) <= charted, metric


def test_the_page_begins_with_the_largest_set_of_like_with_like_and_so_does_the_file(client, catalog):
    held = {
        search: list(pd.read_csv(io.BytesIO(client.get(f"/data.csv{search}").data))["figure"]) for search in ("", "?like=all", "?parts=1")
    }
    largest = max(client.get("/sets.json").json["sets"], key=lambda one: len(one["pairings"]))
    assert set(held[""]) <= set(largest["figures"])
    assert listed(show(client, "")["table-html"]["data"]) == held[""]
    assert set(held[""]) < set(held["?like=all"]) < set(held["?parts=1"])
    assert set(held["?parts=1"]) == set(catalog.frame[catalog.frame["metric"] == "funds"]["figure"])


def test_the_file_is_named_after_what_it_holds(client):
    name = client.get("/data.csv?metric=projects&pair=zhejiang-haixi&since=2016&until=2024").headers["Content-Disposition"]
    assert name.startswith("attachment; filename=paired-assistance_projects_1-pairings_2016-2024_20")
    assert name.endswith(".csv")


def test_everything_is_every_figure_of_the_catalog(client, catalog):
    csv = pd.read_csv(io.BytesIO(client.get("/data.csv?rows=all").data))
    assert list(csv["figure"]) == list(catalog.frame["figure"])
    assert csv["figure"].is_unique
    assert len(csv) > 300


@pytest.mark.parametrize(
    "search", ["?pair=tianjin-hunagnan~tianjin-gannan&lang=en", "?metric=gold&since=12&lang=zh", "?pair=<script>&lang=zh"]
)
def test_the_csv_refuses_an_unknown_name_with_the_pages_own_sentence(client, search):
    answer = client.get(f"/data.csv{search}")
    assert answer.status_code == 400
    assert answer.content_type == "text/plain; charset=utf-8"
    notice = words(show(client, search)["notice"]["children"])
    assert answer.text.splitlines()
    assert [sentence for sentence in answer.text.splitlines() if sentence not in notice] == []


def test_the_refusal_names_what_is_unknown_and_what_may_be_meant(client):
    assert client.get("/data.csv?pair=tianjin-hunagnan&lang=en").text == (
        'pair "tianjin-hunagnan" in this link is unknown and was skipped. Did you mean "tianjin-huangnan"?\n'
    )


# What protects the reader


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers_that_protect_a_reader(client, path):
    with client.get(path) as answer:
        headers = answer.headers
    policy = dict(rule.partition(" ")[::2] for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == policy["object-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_the_environment_opens_no_door_for_programs(monkeypatch):
    monkeypatch.setenv("DASH_MCP_ENABLED", "true")
    client = app.create_app(SMALL).server.test_client()
    ask = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    assert client.post("/_mcp", json=ask).status_code == 405
    assert not [rule for rule in client.application.url_map.iter_rules() if "mcp" in rule.rule]


def test_the_environment_loads_no_scripts_from_elsewhere(monkeypatch):
    monkeypatch.setenv("DASH_ASSETS_EXTERNAL_PATH", "https://example.org/")
    monkeypatch.setenv("DASH_SERVE_LOCALLY", "false")
    assert "example.org" not in app.create_app(SMALL).server.test_client().get("/").text


def test_a_wsgi_runner_finds_the_server():
    assert app.server.test_client().get("/healthz").status_code == 200
