"""What a reader sees of a view: the words and links of components, the marks of figures."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component


class Tree(HTMLParser):
    """HTML as the components that would make it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[Component] = [html.Div([])]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = {{"class": "className", "colspan": "colSpan"}.get(name, name): value for name, value in attributes}
        made = getattr(html, tag.capitalize())([], **named)
        self.open[-1].children.append(made)
        if tag != "br":
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        ended = self.open.pop()
        assert type(ended).__name__ == tag.capitalize(), f"<{type(ended).__name__}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(markup: str) -> list[Any]:
    """The components that a piece of HTML stands for; what is left open is an error."""
    tree = Tree()
    tree.feed(markup)
    tree.close()
    assert len(tree.open) == 1, f"not closed: {tree.open[1:]}"
    return list(tree.open[0].children)


def parts(children: Any) -> Iterator[Any]:
    """Every component and text of a tree, in the order in which it is read."""
    if isinstance(children, str) and children.startswith("<") and children.endswith(">"):
        children = read(children)
    if isinstance(children, list | tuple):
        for child in children:
            yield from parts(child)
    elif isinstance(children, Component):
        yield children
        yield from parts(getattr(children, "children", None))
    elif children is not None:
        yield str(children)


def words(children: Any) -> str:
    return "".join(part for part in parts(children) if isinstance(part, str))


def of_type(children: Any, name: str) -> list[Any]:
    """The components of one type: Li, A, Td …"""
    return [part for part in parts(children) if type(part).__name__ == name]


def links(children: Any) -> dict[str, str]:
    """The words of every link within the page to its address."""
    return {words(part): part.href for part in of_type(children, "Link")}


class Mark(NamedTuple):
    figure: str
    x: Any
    y: Any


def marks(chart: dict[str, Any]) -> list[Mark]:
    """Every mark that carries a figure's id; a trace with a base draws no value but a span between bounds."""
    return [Mark(*mark) for trace in chart["data"] if "base" not in trace for mark in of_trace(trace)]


def spans(chart: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """From where to where each span between bounds is drawn."""
    ranges = [trace for trace in chart["data"] if "base" in trace]
    return {trace["customdata"][0]: (trace["base"][0], trace["base"][0] + trace["x"][0]) for trace in ranges}


def of_trace(trace: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    return zip(trace.get("customdata", []), trace["x"], trace["y"], strict=False)
