"""The search finds what has a name or a number, in any script, and nothing that is asked can hurt it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.selecting.search import KINDS, MOST, search


@pytest.mark.parametrize(
    ("question", "kind", "name"),
    [
        ("567个", "figure", "tianjin-huangnan-projects-1"),  # a printed figure
        ("18.51亿", "figure", "tianjin-huangnan-funds-1"),  # a part of one
        ("黄南", "pairing", "tianjin-huangnan"),  # a place, in fewer characters than a trigram has
        ("huangnan", "pairing", "tianjin-huangnan"),  # in either language, in small letters too
        ("援建项目", "metric", "projects"),
        ("指挥部", "report", "command-post-2024"),
        ("Zeku", "figure", "tianjin-huangnan-beneficiaries-1"),  # a scope
        ("黄南 567", "figure", "tianjin-huangnan-projects-1"),  # every word must be found
    ],
)
def test_a_question_finds_the_thing(small: Catalog, question: str, kind: str, name: str) -> None:
    assert name in [hit.name for hit in search(question, small)[kind]]


@pytest.mark.parametrize(
    "question", ["", "   ", "nothing-of-that-name", "黄南 nothing-of-that-name", "%", "_", '"', "' OR 1=1 --", "body:x NOT"]
)
def test_what_is_not_there_is_not_found(small: Catalog, question: str) -> None:
    assert search(question, small) == {}


@given(st.text(max_size=40))
def test_no_question_breaks_it(small: Catalog, question: str) -> None:
    found = search(question, small)
    assert list(found) == [kind for kind in KINDS if kind in found]
    assert all(0 < len(hits) <= MOST for hits in found.values())
