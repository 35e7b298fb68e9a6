"""What a reader sees of a view: the words and links of components and of HTML, the marks of figures."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from dash.development.base_component import Component


class Element:
    """An element of HTML or SVG: its attributes as they are written, `class` as Dash calls it, and what it holds."""

    def __init__(self, attributes: list[tuple[str, str | None]]) -> None:
        self.children: list[Any] = []
        for name, value in attributes:
            setattr(self, "className" if name == "class" else name, value)


class Tree(HTMLParser):
    """HTML as the components that would make it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[Any] = [Element([])]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        made = type(tag.capitalize(), (Element,), {})(attributes)
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
    elif isinstance(children, Component | Element):
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
    within = (part for part in of_type(children, "A") if "view-link" in (getattr(part, "className", None) or ""))
    return {words(part): part.href for part in [*of_type(children, "Link"), *within]}


class Bar(NamedTuple):
    """A row of a comparison: its figure, at which value its bar ends, the other figures under it, and its words by column."""

    figure: str
    value: float
    others: dict[str, float]
    words: dict[str, str]
    odd: list[str]  # the columns that are marked
    parts: list[Any]  # of its drawing


def panels_of(markup: str) -> list[list[Bar]]:
    """The rows of every panel of a comparison."""
    sections = [part for part in [*of_type(markup, "Section"), *of_type(markup, "Div")] if getattr(part, "className", "") == "panel"]
    return [
        [bar(row) for row in of_type(section, "Tr") if "row" in (getattr(row, "className", None) or "").split()] for section in sections
    ]


def bars(markup: str) -> list[Bar]:
    return [row for panel in panels_of(markup) for row in panel]


def bar(row: Any) -> Bar:
    cells = {cell.className: cell for cell in [*of_type(row, "Th"), *of_type(row, "Td")]}
    drawn = [part for part in parts(cells.pop("plot")) if not isinstance(part, str)]
    (main,) = [part for part in drawn if getattr(part, "className", "") == "bar"]
    others = [part for part in drawn if getattr(part, "className", "") == "other"]
    return Bar(
        getattr(main, "data-figure"),
        float(getattr(main, "data-value")),
        {getattr(one, "data-figure"): float(getattr(one, "data-value")) for one in others},
        {name: words(cell) for name, cell in cells.items()},
        [name for name, cell in cells.items() if of_type(cell, "Mark")],
        drawn,
    )


class Mark(NamedTuple):
    figure: str
    x: Any
    y: Any


def marks(chart: dict[str, Any]) -> list[Mark]:
    """Every mark of a timeline that carries a figure's id."""
    return [Mark(*mark) for trace in chart["data"] for mark in of_trace(trace)]


def of_trace(trace: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    return zip(trace.get("customdata", []), trace["x"], trace["y"], strict=False)
