"""The layers' laws, read off the imports of every file."""

import ast
from pathlib import Path

import pytest

from .conftest import ROOT

LAYERS = {"metrics", "components", "serving", "app"}
FILES = sorted([*ROOT.glob("*.py"), *(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))])


def modules(file: Path) -> set[str]:
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


IMPORTS = {file.relative_to(ROOT).as_posix(): {name.partition(".")[0] for name in modules(file)} for file in FILES}
READ = [name for name in IMPORTS if name.startswith("metrics/")]
SHOWN = [name for name in IMPORTS if name.startswith("components/")]
CHARTS = [name for name in IMPORTS if name.startswith(("components/charts/", "components/wording/"))]


def test_the_walk_looked_at_every_layer() -> None:
    assert len(IMPORTS) > 20
    assert len(READ) > 20
    assert len(SHOWN) > 8
    assert "app.py" in IMPORTS
    assert {name for found in IMPORTS.values() for name in found} >= {"pandas", "dash", "flask", "yaml", "metrics", "components"}


@pytest.mark.parametrize("name", READ)
def test_metrics_know_nothing_of_how_they_are_shown(name: str) -> None:
    assert IMPORTS[name] & {"dash", "plotly", "flask", "components", "serving", "app"} == set()


def test_only_the_reader_of_files_knows_yaml() -> None:
    lenient = "metrics/commands/reports.py"  # a list of reports that other programs write, no curated file
    assert {name for name, found in IMPORTS.items() if "yaml" in found} - {lenient} == {"metrics/reading/source.py"}


@pytest.mark.parametrize("name", SHOWN)
def test_components_know_neither_yaml_nor_flask_nor_the_app(name: str) -> None:
    assert IMPORTS[name] & {"yaml", "flask", "serving", "app"} == set()


@pytest.mark.parametrize("name", CHARTS)
def test_charts_know_no_dash(name: str) -> None:
    assert IMPORTS[name] & {"dash", "plotly"} == set()
    inside = {found for found in modules(ROOT / name) if found.startswith("components.")}
    beside = {f"{found.replace('.', '/')}.py" for found in inside}
    assert {file for file in beside & set(IMPORTS) if "dash" in IMPORTS[file]} == set()


@pytest.mark.parametrize("name", [name for name in IMPORTS if name.startswith("serving/")])
def test_plain_answers_know_no_dash(name: str) -> None:
    assert IMPORTS[name] & {"dash", "plotly", "yaml", "app"} == set()


def test_an_import_is_seen_wherever_it_stands(tmp_path: Path) -> None:
    file = ROOT / "metrics" / "rules" / "figures.py"
    assert {"metrics.figures.period", "metrics.problems", "metrics.problems.Breach"} <= modules(file)
