"""A folder of curated files -> everything that could be read, and every problem found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from . import source
from .entries import Metric, PairingFile, read_metrics, read_pairing
from .nodes import Node
from .problems import Breach, Problem
from .records import Report, reporter
from .reference import POPULATION, PRICES, References, prices, residents
from .rules import figures as rules
from .rules import folder as folder_rules

METRICS = "metrics.yaml"
MOST_FILES = 500
Key = TypeVar("Key")
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


def read(path: Path, only: str | None = None) -> Folder:
    """Read and check every curated file of a folder, or only the pairing file of that name."""
    folder = Folder()
    if breach := folder_rules.folder_has_metrics(path, METRICS):
        folder.problems.append(breach.problem(str(path)))
        return folder
    metrics_name = str(path / METRICS)
    folder.metrics = (
        read_node(path / METRICS, folder.problems, lambda node: read_metrics(node, reporter(metrics_name, folder.problems))) or {}
    )
    folder.references = read_references(path, folder.problems)
    for file in curated_files(path, folder.problems):
        if only is None or file.name == only:
            check_file(file, folder)
    if only is None and not folder.files and not folder.problems:
        folder.problems.append(folder_rules.folder_has_pairings(path).problem(str(path)))
    folder.problems.sort()
    return folder


def read_references(path: Path, problems: list[Problem]) -> References:
    """Denominators and deflators, as far as the folder has them."""

    def read_one(name: str, use: Callable[[Node, Report], dict[Key, Value]]) -> dict[Key, Value]:
        file = path / name
        return read_node(file, problems, lambda node: use(node, reporter(str(file), problems))) or {} if file.exists() else {}

    return References(read_one(POPULATION, residents), read_one(PRICES, prices))


def check_file(path: Path, folder: Folder) -> None:
    name = str(path)
    report = reporter(name, folder.problems)
    file = read_node(path, folder.problems, lambda node: read_pairing(node, report))
    if file is None:
        return
    folder.files[path.stem] = file
    if breach := folder_rules.pairings_are_named_like_their_file(file, path.stem):
        report(breach)
    for rule in rules.RULES:
        for breach in rule(file, folder.metrics):
            report(breach)


def read_node(path: Path, problems: list[Problem], use: Callable[[Node], Value]) -> Value | None:
    try:
        return use(source.read(path))
    except Breach as breach:
        problems.append(breach.problem(str(path)))
        return None


def curated_files(path: Path, problems: list[Problem]) -> list[Path]:
    """Pairing files in the order of their names; what looks like one and is none is a problem."""
    files: list[Path] = []
    for entry in sorted(path.iterdir()):
        if entry.name.startswith(".") or entry.name in (METRICS, POPULATION, PRICES, "README.md", "schema.json"):
            continue
        breach = folder_rules.files_end_in_yaml(entry) if len(files) < MOST_FILES else folder_rules.folder_is_small()
        if breach:
            problems.append(breach.problem(str(entry).encode("unicode_escape").decode()))
        else:
            files.append(entry)
    return files
