"""A folder of curated files -> everything that could be read, and every problem found."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from ..entries.entries import Metric, PairingFile, read_metrics, read_pairing
from ..entries.reference import POPULATION, PRICES, References, prices, residents
from ..problems import Breach, Problem, Report, reporter
from ..reading import files as file_rules
from ..reading import source
from ..reading.nodes import Node
from ..rules import figures as rules
from ..rules import folder as folder_rules

METRICS = "metrics.yaml"
MOST_FILES = 500
Value = TypeVar("Value")


@dataclass
class Folder:
    """What `read` found. `checked` counts the figures that went through the rules."""

    metrics: dict[str, Metric] = field(default_factory=dict)
    references: References = field(default_factory=References)
    files: dict[str, PairingFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def checked(self) -> int:
        return sum(len(file.figures) for file in self.files.values())


def read(path: Path, only: str | None = None, watch: Callable[[list[Path]], Iterable[Path]] = list) -> Folder:
    """Read and check every curated file of a folder, or only the pairing file of that name. `watch` sees them pass."""
    folder = Folder()
    if breach := folder_rules.folder_has_metrics(path, METRICS):
        folder.problems.append(breach.problem(str(path)))
        return folder
    folder.metrics = read_file(path / METRICS, folder.problems, read_metrics) or {}
    folder.references = References(
        read_if_there(path / POPULATION, folder.problems, residents) or {},
        read_if_there(path / PRICES, folder.problems, prices) or {},
    )
    files = [file for file in curated_files(path, folder.problems) if only is None or file.name == only]
    with garbage_collection_paused():
        for file in watch(files):
            check_file(file, folder)
    if only is None and not folder.files and not folder.problems:
        folder.problems.append(folder_rules.folder_has_pairings(path).problem(str(path)))
    folder.problems.sort()
    return folder


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Reading makes many objects and no cycles: walking all of them again and again would take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def check_file(path: Path, folder: Folder) -> None:
    report = reporter(str(path), folder.problems)
    file = read_file(path, folder.problems, read_pairing)
    if file is None:
        return
    folder.files[path.stem] = file
    if breach := folder_rules.pairings_are_named_like_their_file(file, path.stem):
        report(breach)
    for rule in rules.RULES:
        for breach in rule(file, folder.metrics):
            report(breach)


def read_file(path: Path, problems: list[Problem], use: Callable[[Node, Report], Value | None]) -> Value | None:
    """What `use` makes of a file; None where it cannot be read at all."""
    report = reporter(str(path), problems)
    try:
        return use(source.read(path, report), report)
    except Breach as breach:
        report(breach)
        return None


def read_if_there(path: Path, problems: list[Problem], use: Callable[[Node, Report], Value | None]) -> Value | None:
    """Like `read_file`, of a file that a folder may lack; a link that leads nowhere is there."""
    return read_file(path, problems, use) if os.path.lexists(path) else None


def curated_files(path: Path, problems: list[Problem]) -> list[Path]:
    """Pairing files in the order of their names; what looks like one and is none is a problem."""
    files: list[Path] = []
    for entry in entries(path, problems):
        if entry.name.startswith(".") or entry.name in (METRICS, POPULATION, PRICES, "README.md", "schema.json"):
            continue
        breach = folder_rules.files_end_in_yaml(entry) if len(files) < MOST_FILES else folder_rules.folder_is_small()
        if breach:
            problems.append(breach.problem(printable(str(entry))))
        else:
            files.append(entry)
    return files


def entries(path: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(path.iterdir())
    except OSError as error:
        problems.append(file_rules.file_can_be_read(error).problem(str(path)))
        return []


def printable(name: str) -> str:
    """A name on one line: what cannot be printed is written as an escape, so that no name forges a problem."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in name)
