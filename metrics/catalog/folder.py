"""A folder of curated files -> everything that could be read, and every problem found."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..entries.entries import PairingFile, read_pairing
from ..entries.kinds import value_of
from ..entries.reference import POPULATION, PRICES, References, prices, residents
from ..entries.sources import Source, read_hosts, read_publishers, read_sources
from ..entries.vocabulary import Vocabulary, read_metrics, read_programmes
from ..figures import stated
from ..problems import Breach, Problem, printable, reporter
from ..reading import files as file_rules
from ..reading import source
from ..reading.pause import garbage_collection_paused
from ..reading.plain import line_of
from ..reading.written import alone
from ..rules import figures as rules
from ..rules import folder as folder_rules
from ..rules import reports, whole
from .third_reading import THIRD, ThirdReading, checked_third_reading

METRICS, PROGRAMMES, HOSTS, PUBLISHERS = "metrics.yaml", "programmes.yaml", "hosts.yaml", "publishers.yaml"
SHARED = (METRICS, PROGRAMMES, HOSTS, PUBLISHERS, POPULATION, PRICES, THIRD)  # these are no pairing
REPORTS = "reports"  # the folder of reports that several pairings cite


Use = Callable[[PairingFile, "Folder"], None]


@dataclass
class Folder:
    """What `read` found. `cited` are the reports that pairings rest on; `checked` counts the figures that went through the rules."""

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    references: References = field(default_factory=References)
    third: ThirdReading = field(default_factory=ThirdReading)
    files: dict[str, PairingFile] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    declared: dict[str, Path] = field(default_factory=dict)  # the file of each report
    cited: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)  # reports that nothing cites and nobody has called unused
    strays: list[Path] = field(default_factory=list)  # what other programs leave in folders; not read

    @property
    def checked(self) -> int:
        return sum(len(file.ids) for file in self.files.values())


@garbage_collection_paused()
def read(path: Path, only: Path | None = None, watch: Callable[[list[Path]], Iterable[Path]] = list, use: Use | None = None) -> Folder:
    """Read and check every curated file of a folder, or only that pairing's file of it. `watch` sees them pass.

    `use` is told of each that was checked, in their order, and may let go of what nobody asks for again.
    """
    folder = Folder()
    if breach := closed(path) or folder_rules.folder_has_metrics(path, METRICS):
        folder.problems.append(breach.problem(str(path)))
        return folder
    read_shared(path, folder)
    files = [file for file in curated_files(path, folder) if only is None or file == only]
    waiting: list[str] = []  # for the reports that they cite: another pairing's file may declare one
    for one in watch(files):
        waiting += read_one(one, path, folder)
        while waiting and reports.cited_by(folder.files[waiting[0]]) <= folder.vocabulary.reports.keys():
            check_file(waiting.pop(0), folder, use)
    for name in waiting:
        check_file(name, folder, use)
    if only is None:
        check_folder(path, folder)
    folder.problems.sort()
    for remembered in (line_of, alone, value_of, stated.read):  # of what stands in the files now: the next time it is other words
        remembered.cache_clear()
    return folder


def closed(path: Path) -> Breach | None:
    """The breach of a folder that is there and may not be listed or entered; what it lacks is said by others."""
    try:
        next(path.iterdir(), None)
        os.lstat(path / METRICS)
    except PermissionError as error:
        return file_rules.file_can_be_read(error, folder=True)
    except OSError:
        return None
    return None


def read_shared(path: Path, folder: Folder) -> None:
    """What every pairing is read by: metrics, programmes, sites, reports, denominators."""
    problems, named = folder.problems, folder.vocabulary
    named.metrics = source.read_file(path / METRICS, problems, read_metrics) or {}
    named.programmes = source.read_if_there(path / PROGRAMMES, problems, read_programmes) or {}
    named.hosts = source.read_if_there(path / HOSTS, problems, read_hosts) or {}
    named.publishers = source.read_if_there(path / PUBLISHERS, problems, read_publishers) or {}
    folder.references = References(
        source.read_if_there(path / POPULATION, problems, residents) or {},
        source.read_if_there(path / PRICES, problems, prices) or {},
    )
    for file in entries(path / REPORTS, problems) if (path / REPORTS).is_dir() else ():
        if folder_rules.is_stray(file):
            folder.strays.append(file)
        elif not file.name.startswith("."):
            declare(file, source.read_file(file, problems, read_sources) or {}, folder)


def declare(path: Path, sources: dict[str, Source], folder: Folder) -> None:
    """Add reports to what may be cited; one that is declared twice is a problem, and so is one that links to nobody knows where."""
    report = reporter(str(path), folder.problems)
    for rule in reports.RULES:
        for breach in rule(sources, folder.vocabulary):
            report(breach)
    folder.vocabulary.reports |= {name: one for name, one in sources.items() if name not in folder.vocabulary.reports}
    folder.declared |= dict.fromkeys(sources, path)


def read_one(path: Path, root: Path, folder: Folder) -> Iterator[str]:
    """The name of a pairing whose file this is, if it is one; it is read, with the reports that it declares itself."""
    file = source.read_file(path, folder.problems, read_pairing)
    if file is None:
        return
    report = reporter(str(path), folder.problems)
    if path.stem in folder.files:
        report(folder_rules.pairings_have_one_file(folder.paths[path.stem]))
        return
    folder.files[path.stem], folder.paths[path.stem] = file, path
    if breach := folder_rules.pairings_are_named_like_their_file(file, path.stem):
        report(breach)
    if path.parent != root and (breach := folder_rules.pairings_stand_with_their_programme(file, path)):
        report(breach)
    declare(path, file.sources, folder)
    yield path.stem


def check_file(name: str, folder: Folder, use: Use | None) -> None:
    file, report = folder.files[name], reporter(str(folder.paths[name]), folder.problems)
    for rule in rules.RULES:
        for breach in rule(file, folder.vocabulary):
            report(breach)
    folder.cited |= reports.cited_by(file)
    if use:
        use(file, folder)


def check_folder(path: Path, folder: Folder) -> None:
    """What only the whole folder can show."""
    if not folder.files and not folder.problems:
        folder.problems.append(folder_rules.folder_has_pairings(path).problem(str(path)))
    for rule in whole.RULES:
        for name, breach in rule(folder.files):
            reporter(str(folder.paths[name]), folder.problems)(breach)
    cited = folder.cited | reports.cited_by_others(folder.vocabulary, folder.references)
    for name, breach in reports.unused_reports_are_not_cited(folder.vocabulary, cited):
        reporter(str(folder.declared[name]), folder.problems)(breach)
    folder.third = checked_third_reading(path / THIRD, folder.files, folder.problems)
    folder.waiting = [name for name, one in folder.vocabulary.reports.items() if name not in cited and one.unused is None]


def curated_files(path: Path, folder: Folder) -> list[Path]:
    """Pairing files in the order of their names, first the folder's, then those of its folders; what only seems to be one is a problem."""
    files: list[Path] = []
    for entry in pairing_entries(path, folder.problems):
        if folder_rules.is_stray(entry):
            folder.strays.append(entry)
            continue
        breach = folder_rules.files_end_in_yaml(entry) if len(files) < folder_rules.MOST_FILES else folder_rules.folder_is_small()
        if breach:
            folder.problems.append(breach.problem(printable(str(entry))))
        else:
            files.append(entry)
    return files


def pairing_entries(path: Path, problems: list[Problem]) -> Iterator[Path]:
    """What stands where pairings' files belong: in the folder, or in a programme's folder within it."""
    inner = []
    for entry in entries(path, problems):
        if entry.name.startswith(".") or entry.name in (*SHARED, REPORTS, "README.md", "schema.json", "reports.schema.json"):
            continue
        if entry.is_dir() and re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.name):
            inner.append(entry)
        else:
            yield entry
    for folder in inner:
        yield from (entry for entry in entries(folder, problems) if not entry.name.startswith("."))


def home(path: Path) -> Path:
    """The folder that a file is curated in: its own, or the one above where that one has the metrics."""
    above = path.parent.parent
    return above if not (path.parent / METRICS).exists() and (above / METRICS).exists() else path.parent


def entries(path: Path, problems: list[Problem]) -> list[Path]:
    try:
        return sorted(path.iterdir())
    except OSError as error:
        problems.append(file_rules.file_can_be_read(error, folder=True).problem(str(path)))
        return []
