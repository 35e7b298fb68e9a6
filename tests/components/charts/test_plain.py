"""What stands in the data is text on a chart too, and never plotly's own little HTML."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from components.view import view
from metrics.catalog.catalog import load

from ...conftest import SMALL

FOREIGN = '<b>粗</b><a href="https://example.org">x</a> & "q"'
OURS = re.compile(r"</?b>|<br>")


def texts(chart: Any) -> Iterator[str]:
    """Every text of a chart that plotly takes for its HTML."""
    if isinstance(chart, dict):
        for key, value in chart.items():
            if key in ("text", "hovertext", "ticktext", "name"):
                yield from [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]
            else:
                yield from texts(value)
    elif isinstance(chart, list):
        for one in chart:
            yield from texts(one)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text_of_the_data_is_text_on_the_chart(tmp_path: Path, language: str) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "curated"))
    for file in folder.glob("*.yaml"):
        said = re.sub(r"zh: [^,{}]*, en: [^,{}]*", f"zh: '{FOREIGN}', en: '{FOREIGN}'", file.read_text("utf-8"))
        file.write_text(re.sub(r"(publisher: ).*", rf"\g<1>'{FOREIGN}'", said), "utf-8")
    search = f"?metric=funds&like=all&parts=1{'&lang=en' if language == 'en' else ''}"
    seen = view(search, load(folder))
    for name in ("table-html", "comparison-html"):  # written, not built
        assert "&lt;b&gt;粗&lt;/b&gt;" in str.__str__(seen[name])
        assert "<b>" not in str.__str__(seen[name])
    said = list(texts(seen["timeline"]))
    assert sum("粗" in one for one in said) > 2
    for one in said:
        assert "<" not in OURS.sub("", one), one
        assert one.count("<b>") <= 1, one
        assert "&lt;b&gt;粗&lt;/b&gt;" in one or "粗" not in one
