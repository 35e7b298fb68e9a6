"""Components as HTML: what holds words alone needs none that listen for changes, which each cost a browser time at every change."""

from typing import Any

import htpy
from dash.development.base_component import Component

LINK = "view-link"  # the class of links that lead to another view without loading the page anew; `assets/page.js` has their clicks
NAMES = {"className": "class", "htmlFor": "for", "hrefLang": "hreflang", "tabIndex": "tabindex"}  # where HTML has another


def written(children: Any) -> str:
    """Components and texts as a piece of HTML."""
    return str(htpy.fragment[node(children)])


def node(child: Any) -> htpy.Node:
    if isinstance(child, list | tuple):
        return [node(one) for one in child]
    if not isinstance(child, Component):
        return child  # type: ignore[no-any-return]
    made: dict[str, Any] = child.to_plotly_json()  # type: ignore[no-untyped-call]
    props = sorted(made["props"].items())  # dash gives them in the order of a set, which differs between processes
    attributes = {NAMES.get(name, name): value for name, value in props if name not in ("children", "refresh")}
    if made["type"] == "Link":
        attributes["class"] = " ".join(filter(None, (attributes.get("class"), LINK)))
    element = htpy.a if made["type"] == "Link" else getattr(htpy, made["type"].lower())
    return element(attributes)[node(made["props"].get("children"))]
