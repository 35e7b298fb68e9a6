"""Python users come in by one door, which opens at once, and its page shows what it gives."""

import subprocess
import sys
from pathlib import Path

import pytest

import metrics
from docs.examples import EXAMPLE, PAGE, renewed
from metrics.catalog.catalog import Catalog
from metrics.catalog.columns import DESCRIBED
from metrics.catalog.frames import COLUMNS

from .conftest import ROOT, SMALL


def test_a_folder_is_named_by_a_text_or_a_path(small: Catalog) -> None:
    assert metrics.load(str(SMALL)).version == metrics.load(SMALL).version == small.version


def test_a_folder_with_problems_is_refused_with_every_one(tmp_path: Path) -> None:
    with pytest.raises(metrics.CuratedError) as caught:
        metrics.load(tmp_path / "nowhere")
    assert [problem.rule for problem in caught.value.problems] == ["folder_has_metrics"]


def test_all_that_the_door_offers_is_there_and_nothing_else() -> None:
    assert {name: getattr(metrics, name).__name__ for name in metrics.__all__} == {name: name for name in metrics.__all__}
    assert set(metrics.__all__) == set(metrics.HOMES) <= set(dir(metrics))
    with pytest.raises(AttributeError, match="it offers Catalog, CuratedError, citation, derive, load"):
        metrics.lode  # noqa: B018


OPENED = ["import metrics", "from metrics import CuratedError", "from metrics.__main__ import main; main(['check', '--help'])"]


@pytest.mark.parametrize("statement", OPENED)
def test_the_door_opens_without_pandas(statement: str) -> None:
    asked = f"try:\n    {statement}\nexcept SystemExit:\n    pass\nimport sys\nsys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_the_page_shows_what_its_examples_print_and_every_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert len(EXAMPLE.findall(page)) == page.count("```python") == page.count("```text") > 7
    assert page == renewed(page), "write it anew: python -m docs.examples"


def test_every_column_of_the_frame_is_described_with_its_dtype_and_unit(small: Catalog) -> None:
    types = {"text": "str", "number": "float64", "day": "datetime64[s]", "flag": "bool"}
    assert {name: types[DESCRIBED[name].type] for name in COLUMNS} == {name: str(kind) for name, kind in small.frame.dtypes.items()}
    numbers = {name for name, column in DESCRIBED.items() if column.type == "number"}
    assert {name for name, column in DESCRIBED.items() if column.unit} == numbers - {"residents"}  # persons, in every row
    assert {column.unit for column in DESCRIBED.values()} - {""} <= set(DESCRIBED)
