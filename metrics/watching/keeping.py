"""What was last good of every file, to go on with where one of them is not.

A file that is bad, or cut short, holds back itself and not the good edits of the others: it is replaced by what was last good
of it, and where the whole is consistent so, that is served.
"""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from ..catalog import folder as folders
from ..catalog.folder import Folder
from ..problems import Breach, Place, Problem, printable
from ..reading import source
from ..words import Bilingual

Kept = dict[str, bytes]  # a file's path within the folder -> what it holds
ROUNDS = 2  # a file may lean on one that is held back, and is held back with it; beyond, everything is


def keep(path: Path) -> Kept:
    """What every curated file of a folder holds."""
    found = {}
    for file in [*path.glob("*.yaml"), *path.glob("*/*.yaml")]:
        try:
            found[str(file.relative_to(path))] = source.read_bytes(file)
        except Breach:  # told of by whoever reads the folder
            continue
    return found


def cut_short(folder: Folder, served: pd.DataFrame) -> list[Problem]:
    """The files that end in the middle of a line and lack figures that are served: an upload may still be going on."""
    problems = []
    for name, figures in served.groupby("pairing", sort=False)["figure"]:
        file, path = folder.files.get(str(name)), folder.paths.get(str(name))
        if file is None or path is None or set(figures) <= {f"{name}-{one}" for one in file.ids}:
            continue
        if breach := files_are_whole(source.read_bytes(path)):
            problems.append(breach.problem(printable(str(path))))
    return problems


def files_are_whole(data: bytes) -> Breach | None:
    """A file that lost figures while it is served ends with a line end: else it may still be on its way, and is waited for."""
    if data.endswith((b"\n", b"\r")):
        return None
    return Breach(
        "files_are_whole",
        Place(data.count(b"\n") + 1, 1),
        Bilingual(
            "文件少了数字，又断在一行中间，可能还没有传完。",
            "The file has lost figures and ends in the middle of a line: it may not be here whole.",
        ),
        Bilingual("传完整；若就是这样，在末尾加一个换行。", "Send the whole of it; if this is all, end it with a line end."),
    )


def mended(problems: Iterable[Problem], path: Path, found: Kept, kept: Kept) -> Folder | None:
    """The folder with its bad files as they last were; None where that is not consistent either."""
    bad = {problem.file for problem in problems}
    with TemporaryDirectory() as name:
        place = Path(name)
        for _ in range(ROUNDS):
            if str(path) in bad:
                return None
            good = {file: data for file, data in found.items() if not is_in(bad, path / file)}
            write(place, good | {file: data for file, data in kept.items() if is_in(bad, path / file)})
            tried = folders.read(place)
            if not tried.problems:
                return tried
            bad |= {str(path / Path(problem.file).relative_to(place)) for problem in tried.problems}
    return None


def is_in(bad: set[str], file: Path) -> bool:
    """Whether a file, or the folder that it stands in, is among what is bad."""
    return not bad.isdisjoint({printable(str(file)), printable(str(file.parent))})


def write(place: Path, files: Kept) -> None:
    """These files and no others."""
    for old in [*place.glob("*.yaml"), *place.glob("*/*.yaml")]:
        if str(old.relative_to(place)) not in files:
            old.unlink()
    for name, data in files.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(data)
