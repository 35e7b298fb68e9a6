"""The handbook's three edits, followed word for word: what its blocks say is run, typed and compared."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from components.view import view
from metrics.catalog.catalog import load
from metrics.commands import COMMANDS
from tests.seen import bars

from ..conftest import CURATED, ROOT

HANDBOOK = (CURATED / "README.md").read_text("utf-8")
TITLE = "Three edits: from an empty folder to a point on the chart"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\*\*\d\. ", re.MULTILINE)
FILE = Path("practice/zhejiang-haixi.yaml")
START = "CURATED=practice make run"  # where the reader starts the page, the test asks what it would show
MINUTES, WORDS_A_MINUTE = 15, 200


def section(title: str) -> str:
    return HANDBOOK.partition(f"## {title}\n")[2].partition("\n## ")[0]


def blocks(step: str) -> Iterator[tuple[str, str]]:
    yield from BLOCK.findall(step)


class Curator:
    """Somebody who does what the handbook says, in an empty folder."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.answer = ""
        self.started = False

    def do(self, form: str, block: str) -> None:
        {"sh": self.run, "yaml": self.fill, "text": self.compare, "diff": self.remove}[form](block)

    def run(self, block: str) -> None:
        for line in block.splitlines():
            self.started |= line == START
            if line != START:
                words = [sys.executable if word == "python" else word for word in shlex.split(line)]
                environment = os.environ | {"PYTHONPATH": str(ROOT)}
                done = subprocess.run(words, cwd=self.place, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60)
                self.answer = done.stdout + done.stderr
                assert done.returncode == (1 if "values_are_written" in self.answer else 0), f"{line}\n{self.answer}"

    def fill(self, block: str) -> None:
        """Each line of the block stands in the file already, with nothing behind its colon."""
        path = self.place / FILE
        lines = path.read_text("utf-8").splitlines()
        for wanted in block.splitlines():
            blank = [wanted.partition(":")[0] + end for end in (":", ": {zh: , en: , code: }")]
            assert set(blank) & set(lines), f"no blank line for {wanted!r}"
            lines[next(number for number, line in enumerate(lines) if line in blank)] = wanted
        path.write_text("\n".join(lines) + "\n", "utf-8")

    def compare(self, block: str) -> None:
        assert self.answer.startswith(block)

    def remove(self, block: str) -> None:
        path = self.place / FILE
        content = path.read_text("utf-8")
        for line in block.splitlines():
            assert line.startswith("-")
            assert content.count(f"\n{line[1:]}\n") == 1
            content = content.replace(f"\n{line[1:]}\n", "\n")
        path.write_text(content, "utf-8")

    def sees(self) -> list[float]:
        """The values of the chart, in the order in which they are drawn."""
        drawn = bars(view("?metric=projects", load(self.place / "practice"))["comparison-html"])
        return [value for row in drawn for value in (row.value, *row.others.values())]

    def sees_over_time(self) -> bool:
        return bool(view("?metric=projects", load(self.place / "practice"))["timeline"]["data"])


@pytest.fixture(scope="module")
def curator(tmp_path_factory: pytest.TempPathFactory) -> Curator:
    return Curator(tmp_path_factory.mktemp("walk"))


def test_the_handbook_leads_from_an_empty_folder_to_a_series(curator: Curator) -> None:
    before, *steps = STEP.split(section(TITLE))
    assert list(blocks(before)) == []
    assert len(steps) == 3

    for form, block in blocks(steps[0]):
        curator.do(form, block)
    assert sorted(path.name for path in (curator.place / "practice").iterdir()) == ["metrics.yaml", "schema.json", "zhejiang-haixi.yaml"]

    for form, block in blocks(steps[1]):
        curator.do(form, block)
    assert "0 problems" in curator.answer
    assert curator.started, "the handbook does not say how to look at the point"
    assert curator.sees() == [221.0]

    for form, block in blocks(steps[2]):
        curator.do(form, block)
    assert "0 problems" in curator.answer
    assert curator.sees() == [394.0, 221.0]
    assert not curator.sees_over_time()
    assert "From three on, the page draws them over time too." in steps[2]

    own, real = load(curator.place / "practice").frame, load(CURATED).frame
    for column in ("stated", "period", "basis", "kind", "publisher", "published", "url", "tier", "locator"):
        theirs = real[(real["pairing"] == "zhejiang-haixi") & (real["metric"] == "projects") & real["stated"].isin(["221个", "394个"])]
        assert list(own[column]) == list(theirs[column]), f"the handbook and the curated file differ in {column}"


def test_the_address_that_the_handbook_gives_is_the_one_looked_at() -> None:
    assert "http://127.0.0.1:8050/?metric=projects" in section(TITLE)


def test_the_handbook_names_every_command_and_no_other() -> None:
    rows = re.findall(r"^\| (`.*`) \|", section("Commands"), re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall(r"`([a-z]+)", row)) == sorted(COMMANDS)


def test_the_handbook_is_read_in_a_quarter_of_an_hour() -> None:
    prose = re.sub(r"^```.*?^```$", "", HANDBOOK, flags=re.MULTILINE | re.DOTALL)
    chinese = re.findall("[\u4e00-\u9fff]", prose)
    words = len(re.sub("[\u4e00-\u9fff|]", " ", prose).split()) + len(chinese) / 2
    assert 800 < words < MINUTES * WORDS_A_MINUTE
