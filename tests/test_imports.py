"""The laws of the rooms, read off the imports of every file and the docstrings of the packages."""

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

import components
import metrics

from .conftest import ROOT

LAYERS = ("metrics", "components", "serving", "app")  # from the ground up
FILES = sorted([*ROOT.glob("*.py"), *(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))])
ROOM = re.compile(r"^    (\w+) +\S", re.MULTILINE)


def order(package: object) -> list[str]:
    """The rooms of a package from the top down, as its docstring lists them: the one place where the order stands."""
    return ROOM.findall(package.__doc__ or "")


ROOMS = {package.__name__: order(package) for package in (metrics, components)}


def targets(file: Path) -> set[str]:
    """The full names of what a file imports, at its top or anywhere in it; `.x` is its own package's."""
    found: set[str] = set()
    package = file.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            name = ".".join([*base, *([node.module] if node.module else [])])
            found |= {name, *(f"{name}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("__import__", "import_module"):
            found |= {str(argument.value) for argument in node.args if isinstance(argument, ast.Constant)}
    return found


NAMED = {file.relative_to(ROOT).as_posix(): targets(file) for file in FILES}
IMPORTS = {name: {one.partition(".")[0] for one in found} for name, found in NAMED.items()}
MODULES = [name for name in NAMED if name.count("/") and not name.endswith(("metrics/__init__.py", "metrics/__main__.py"))]


def room(name: str) -> str:
    """`metrics/figures/stated.py` and `metrics.figures.stated` -> `figures`."""
    return re.split(r"[/.]", name)[1] if re.search(r"[/.]", name) else ""


def test_every_room_is_listed_and_there() -> None:
    for package, rooms in ROOMS.items():
        there = {path.stem for path in (ROOT / package).iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
        assert set(rooms) == there - {"__init__", "__main__"}, package


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith(tuple(ROOMS))])
def test_an_import_goes_down_and_never_up(name: str) -> None:
    package = name.partition("/")[0]
    rooms, own = ROOMS[package], room(name)
    if own == "__init__":
        return
    asked = {room(one) for one in NAMED[name] if one.startswith(f"{package}.")} & set(rooms)
    assert {one for one in asked if rooms.index(one) < rooms.index(own)} == set()


@pytest.mark.parametrize("name", NAMED)
def test_a_layer_knows_none_above_it(name: str) -> None:
    own = name.partition("/")[0].removesuffix(".py")
    above = LAYERS[LAYERS.index(own) + 1 :] if own in LAYERS else ()
    forbidden = {"metrics": {"dash", "plotly", "flask"}, "components": {"yaml", "flask"}, "serving": {"dash", "plotly", "yaml"}}
    assert IMPORTS[name] & {*above, *forbidden.get(own, set())} == set()


def test_a_law_that_is_broken_is_seen() -> None:
    file = ROOT / "metrics" / "rules" / "figures.py"
    assert {"metrics.figures.period", "metrics.problems", "metrics.problems.Breach"} <= targets(file)
    assert {name for found in IMPORTS.values() for name in found} >= {"pandas", "dash", "flask", "yaml", "metrics", "components"}
    assert ROOMS["metrics"].index("commands") < ROOMS["metrics"].index("figures")


def test_only_the_reader_of_files_knows_yaml() -> None:
    lenient = "metrics/commands/reports.py"  # a list of reports that other programs write, no curated file
    assert {name for name, found in IMPORTS.items() if "yaml" in found} - {lenient} == {"metrics/reading/source.py"}


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith(("components/charts/", "components/wording/"))])
def test_charts_and_words_know_no_dash(name: str) -> None:
    assert IMPORTS[name] & {"dash", "plotly"} == set()


# What components call of metrics: the answer, and what names a thing or reads a query string.
ASKED = {"answer", "parse", "choice", "period_words", "period_prose", "term", "shown_per", "unit_name"}


def test_components_ask_for_an_answer_and_compute_nothing() -> None:
    called = set()
    for name in (name for name in MODULES if name.startswith("components/")):
        for one in NAMED[name]:
            module, _, value = one.rpartition(".")
            if module.startswith("metrics.") and inspect.isfunction(inspect.unwrap(getattr(import_module(module), value, None))):
                called.add(value)
    assert called == ASKED


@pytest.mark.parametrize("name", [name for name in NAMED if name.endswith("__init__.py") and name.count("/") > 1])
def test_a_room_says_what_it_is_for_what_it_must_not_know_and_where_to_begin(name: str) -> None:
    words = ast.get_docstring(ast.parse((ROOT / name).read_text(encoding="utf-8"))) or ""
    assert "must not know" in words
    assert "egin" in words


@pytest.mark.parametrize("folder", sorted({file.parent for file in FILES} - {ROOT}), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_has_about_nine_files(folder: Path) -> None:
    most = 12 if folder.name == "commands" else 10  # a command is a module
    assert len([file for file in folder.glob("*.py") if not file.name.startswith("__")]) <= most
