"""The about page: what it counts is counted, in both languages."""

import re
from html import unescape

import pytest

from app import create_app
from metrics.reckoning.error_rate import rates
from serving.about import provenance, third_counts
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def reported(catalog):
    return catalog.frame[catalog.frame["status"] == "reported"]


@pytest.fixture(scope="module")
def counted(catalog):
    return provenance(catalog)


def sentences(client, search):
    return [
        " ".join(unescape(re.sub(r"<[^>]*>", "", one)).split())
        for one in re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", client.get(f"/about{search}").text, re.S)
    ]


def test_every_pairing_is_counted_and_those_that_have_a_figure_too(catalog, reported, counted):
    assert counted["known"] == reported["pairing"].nunique() < len(catalog.pairings)


def test_the_reports_cited_are_those_of_the_figures_however_much_was_read(reported, counted):
    reports = reported.drop_duplicates("source").set_index("source")
    assert counted["cited"] == len(reports) == counted["whole"] + counted["digests"]
    assert counted["whole"] == (reports["read"] == "whole").sum() > 0
    assert counted["copies"] == (reports["site"] == "unrelated").sum() > 0
    assert counted["from_digests"] == (reported["read"] == "digest").sum() < len(reported)


def test_what_was_entered_twice_is_what_has_two_readings(catalog, reported, counted):
    twice = {name for name, source in catalog.sources.items() if len(source.readings) > 1} & set(reported["source"])
    assert (counted["twice"], counted["entered_twice"]) == (len(twice), reported["source"].isin(twice).sum())
    assert 0 < counted["entered_twice"] <= len(reported)


def test_more_reports_are_declared_than_cited(catalog, counted):
    assert counted["cited"] < counted["declared"] == len(catalog.sources)


@pytest.mark.parametrize("search", ["", "?lang=en"])
def test_the_page_tells_the_numbers_that_were_counted(client, catalog, reported, counted, search):
    told = [sorted(map(int, re.findall(r"(?<![\d.,])\d+(?![\d.,]*\d)", one))) for one in sentences(client, search)]
    groups = [
        [len(catalog.pairings), counted["known"], counted["cited"], len(reported)],
        [counted["cited"], counted["whole"], counted["digests"], counted["from_digests"]],
        [counted["twice"], counted["entered_twice"]],
        [counted["copies"]],
    ]
    assert [group for group in groups if sorted(group) not in told] == []


def test_every_metric_and_every_word_of_the_vocabulary_is_explained(client, catalog):
    text = client.get("/about?lang=en").text
    assert [metric.id for metric in catalog.metrics.values() if f"<dt>{metric.title.en}</dt>" not in text] == []


@pytest.mark.parametrize("search", ["", "?lang=en"])
def test_the_table_of_the_third_reading_is_what_the_file_counts(client, catalog, search):
    table = client.get(f"/about{search}").text.partition('<table class="third">')[2].partition("</table>")[0]
    told = [re.findall(r"<td>([^<]*)</td>", row) for row in table.split("</tr>")[1:-1]]
    assert told == [
        [*map(str, (one.read, one.alike, one.ours, one.open, one.reader)), f"{100 * one.low:.1f}–{100 * one.high:.1f} %"]
        for one in rates(catalog.third)
    ]
    assert len(told) == 9


@pytest.mark.parametrize("search", ["", "?lang=en"])
def test_the_sentence_of_the_third_reading_has_the_numbers_of_the_file(client, catalog, search):
    counts = third_counts(catalog)
    expected = [counts[name] for name in ("drawn", "reread", "unread", "alike", "mended")]
    told = [[int(one) for one in re.findall(r"(?<![\d.,])\d+(?![\d.,]*\d)", text)] for text in sentences(client, search)]
    assert any([one for one in numbers if one != 4] == expected for numbers in told)


def test_where_nothing_was_read_a_third_time_the_page_says_nothing_of_it():
    assert 'class="third"' not in create_app(SMALL).server.test_client().get("/about").text
