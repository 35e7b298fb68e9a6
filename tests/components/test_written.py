"""Components become HTML with the same words, links and attributes."""

import pytest
from dash import dcc, html

from components.view import WORDS, view
from components.written import written
from metrics.catalog.catalog import Catalog

from ..seen import links, of_type, words


def test_an_element_is_written_with_its_attributes() -> None:
    made = html.Label(["a < b", " ", html.Strong("c")], className="field", htmlFor="x", tabIndex="0", **{"aria-label": "d", "data-e": '"'})
    told = '<label class="field" for="x" tabindex="0" aria-label="d" data-e="&#34;">a &lt; b <strong>c</strong></label>'
    assert sorted(written(made).replace(">", " ", 1).split()) == sorted(told.replace(">", " ", 1).split())


def test_a_link_to_another_view_keeps_its_class_and_is_known_to_the_pages_script() -> None:
    (link,) = of_type(written(dcc.Link("all", href="/?like=all", refresh=False, className="current")), "A")
    assert (link.href, link.className, words(link)) == ("/?like=all", "current view-link", "all")


@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_is_written_as_nothing(nothing: object) -> None:
    assert written(nothing) == ""


@pytest.mark.parametrize("search", ["", "?metric=projects&like=all&lang=en", "?metric=income", "?pair=nobody", "?view=coverage&lang=en"])
def test_a_view_is_written_with_its_words_and_links(catalog: Catalog, search: str) -> None:
    shown = view(search, catalog)
    for name in WORDS:
        made = f"<p>{written(shown[name])}</p>"
        assert words(made) == words(shown[name]), name
        assert links(made) == links(shown[name]), name


def test_attributes_are_in_order_in_every_process():
    data = {f"data-{name}": name for name in "gfedcba"}
    attributes = " ".join(f'data-{name}="{name}"' for name in "abcdefg")
    assert written(html.Button("x", **data)) == f"<button {attributes}>x</button>"
