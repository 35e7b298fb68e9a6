"""The locks hold what the ranges ask for, and nothing else: whoever changes a range runs `make lock`."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from .conftest import ROOT

RANGES = {"requirements.lock": ["requirements.txt"], "requirements-dev.lock": ["requirements.txt", "requirements-dev.txt"]}


@dataclass(frozen=True)
class Pin:
    """An entry of a lock: `numpy==2.4.6 ; python_full_version < '3.12'`, its hashes, and who asked for it."""

    text: str
    hashes: frozenset[str]
    askers: frozenset[str]

    @property
    def name(self) -> str:
        return canonicalize_name(Requirement(self.text).name)

    @property
    def version(self) -> str:
        (pinned,) = Requirement(self.text).specifier
        return pinned.version


def pins(lock: Path) -> list[Pin]:
    """Every entry; a line `# via` after one tells who asked for it."""
    found: list[Pin] = []
    for line in lock.read_text("utf-8").replace("\\\n", "").splitlines():
        if line.lstrip().startswith("# via "):
            asked = line.partition("# via ")[2].split(", ")
            found[-1] = Pin(found[-1].text, found[-1].hashes, frozenset(asked))
        elif not line.startswith("#"):
            text, *hashes = line.split("--hash=sha256:")
            found.append(Pin(text.strip(), frozenset(map(str.strip, hashes)), frozenset()))
    return found


def ranges(path: Path) -> dict[str, Requirement]:
    """What people wrote, each requirement under its name."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    asked = [Requirement(line) for line in lines if line and not line.startswith("-r ")]
    return {canonicalize_name(requirement.name): requirement for requirement in asked}


def faults(folder: Path) -> list[str]:
    """In what the locks of a folder and its ranges disagree, one sentence each."""
    run, development = (pins(folder / lock) for lock in RANGES)
    found = [f"{pin.text} is not the same in requirements-dev.lock" for pin in run if not same(pin, development)]
    for lock, files in RANGES.items():
        asked = {name: requirement for file in files for name, requirement in ranges(folder / file).items()}
        found += [f"{lock}: {fault}" for fault in (*outside(asked, pins(folder / lock)), *left(asked, pins(folder / lock)))]
    return found


def same(pin: Pin, others: list[Pin]) -> bool:
    """Version, environment and files are those of one of the others; who asked for it may differ."""
    return any((pin.text, pin.hashes) == (other.text, other.hashes) for other in others)


def outside(asked: dict[str, Requirement], locked: list[Pin]) -> Iterator[str]:
    """What is asked for and not locked within its range."""
    for name, requirement in asked.items():
        versions = [pin.version for pin in locked if pin.name == name]
        if not versions or not all(requirement.specifier.contains(version) for version in versions):
            yield f"{requirement} is not met by {versions}"


def left(asked: dict[str, Requirement], locked: list[Pin]) -> Iterator[str]:
    """What is locked without a hash, or though nobody asks for it any more."""
    names = {pin.name for pin in locked}
    for pin in locked:
        if not pin.hashes:
            yield f"{pin.text} has no hash"
        if not any(asker in names or (asker.startswith("-r ") and pin.name in asked) for asker in pin.askers):
            yield f"{pin.text} is asked for by nobody"


def test_locks_and_ranges_agree():
    assert faults(ROOT) == []


@pytest.mark.parametrize("lock", RANGES)
def test_a_lock_names_no_address_and_no_path_of_a_machine(lock):
    assert "/" not in (ROOT / lock).read_text("utf-8")


@pytest.fixture
def copy(tmp_path):
    for name in (*RANGES, *RANGES["requirements-dev.lock"]):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


DASH = next(pin for pin in pins(ROOT / "requirements.lock") if pin.name == "dash")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("requirements.txt", "dash>=", "dash>99,>=", f"is not met by ['{DASH.version}']"),
        ("requirements.txt", "dash>=", "# ", f"{DASH.text} is asked for by nobody"),
        ("requirements-dev.txt", "ruff>=", "rough\nruff>=", "rough is not met by []"),
        ("requirements-dev.txt", "frictionless>=", "# ", "is asked for by nobody"),
        ("requirements.lock", DASH.text, f"{DASH.text}.post1", f"{DASH.text}.post1 is not the same"),
        ("requirements.lock", DASH.text, f"{DASH.text} ; python_version < '3.13'", "python_version < '3.13' is not the same"),
        ("requirements.lock", min(DASH.hashes), "0" * 64, f"{DASH.text} is not the same"),
        ("requirements.lock", "-r requirements.txt", "another", f"{DASH.text} is asked for by nobody"),
        ("requirements-dev.lock", "--hash=sha256:" + " \\\n    --hash=sha256:".join(sorted(DASH.hashes)), "", f"{DASH.text} has no hash"),
    ],
)
def test_a_disagreement_is_seen(copy, file, old, new, fault):
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), "utf-8")
    assert any(fault in found for found in faults(copy))
