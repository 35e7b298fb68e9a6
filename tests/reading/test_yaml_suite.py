"""The official YAML suite: each of its cases is refused with a place in it, or read as the suite says.

Curated files use a small part of YAML, so most valid cases are refused too; what counts is that nothing is read as something else.
"""

import json
from collections import Counter

import pytest

from metrics.problems import Breach
from metrics.reading import source
from metrics.reading.nodes import Node
from scripts.bundle import UnavailableError
from scripts.yaml_suite import suite

from .test_source import plain

# How the suite writes what cannot be seen.
SHOWN = {"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎\n": ""}
NOTHING = ("", "~", "null")  # what is text to us, and null to others


def content(case: dict[str, str]) -> str:
    text = case["yaml"]
    for mark, meant in SHOWN.items():
        text = text.replace(mark, meant)
    return text


def read(text: str) -> Node | Breach:
    try:
        return source.parse(text)
    except Breach as breach:
        return breach


def same(found: object, meant: object) -> bool:
    """Whether what was read, all of it text, is what a reader that knows numbers reads too, in the same order."""
    if isinstance(meant, dict):
        return isinstance(found, dict) and list(found) == list(meant) and all(same(found[key], meant[key]) for key in meant)
    if isinstance(meant, list):
        return isinstance(found, list) and len(found) == len(meant) and all(map(same, found, meant))
    if meant is None:
        return found in NOTHING
    if isinstance(meant, bool):
        return str(found).lower() == str(meant).lower()
    return found == meant if isinstance(meant, str) else float(str(found)) == meant


@pytest.fixture(scope="module")
def cases() -> list[dict[str, str]]:
    try:
        return suite()
    except UnavailableError as reason:
        pytest.skip(f"no YAML test suite: {reason}")


def test_what_is_no_yaml_is_refused_and_all_that_is_refused_has_a_place_in_it(cases: list[dict[str, str]]) -> None:
    assert len(cases) > 350
    refused = 0
    for case in cases:
        found, lines = read(content(case)), content(case).split("\n")
        if isinstance(found, Breach):
            assert 1 <= found.place.line <= len(lines), case["id"]
            assert 1 <= found.place.column <= len(lines[found.place.line - 1]) + 1, case["id"]
            refused += 1
        else:
            assert not case.get("fail"), case["id"]
    assert 300 < refused < len(cases)


def test_what_is_read_is_what_the_suite_reads(cases: list[dict[str, str]]) -> None:
    told: Counter[bool] = Counter()
    for case in cases:
        found = read(content(case))
        if isinstance(found, Breach) or "json" not in case:
            continue
        told[same(plain(found), json.loads(case["json"]))] += 1
        assert same(plain(found), json.loads(case["json"])), case["id"]
    assert told[True] > 40
