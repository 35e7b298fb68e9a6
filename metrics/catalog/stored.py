"""A catalog stored on disk, so that a start on unchanged data reads columns instead of every file's text, and one process
reads and rehearses an edit for all.

Its name is a digest of every curated file, of the code that reads them and of the libraries that write it down: where
anything is different the name is another, and the folder is read. Before it is used it is held against a digest of itself.
Nothing of it runs: texts and numbers are Arrow's columns, and what is said of metrics, pairings and reports may only be
values of the classes that there are for them. Where nothing can be written nothing is, and all is as well.
"""

import io
import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import fields
from datetime import date
from functools import cache
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import feather

from ..entries.records import Record
from ..reading.pause import garbage_collection_paused
from .catalog import NOWHERE, Catalog, indexed
from .frames import COLUMNS, TEXT, frame_of

PROJECT = Path(__file__).parents[2]
MOST = 3  # catalogs that stay; of older ones nobody asks again
VALUES = (
    "metrics.entries.",
    "metrics.problems",
    "metrics.figures.",
    "metrics.words",
    "metrics.catalog.third_reading",
)  # where the classes are
TEXTS = [name for name, dtype in COLUMNS.items() if dtype == "str"]
DERIVED = ("frame", "index")  # fields of a catalog that are not written down as they are


@contextmanager
def alone(place: Path | None) -> Iterator[bool]:
    """Whether no other process works on a catalog for that place; for as long as it lasts, none begins to."""
    try:
        import fcntl  # where there is none, every process works for itself

        if place:
            place.mkdir(parents=True, exist_ok=True)
        file = (place / "lock").open("w") if place else None
    except (ImportError, OSError):
        file = None
    if file is None:
        yield True
        return
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@garbage_collection_paused()
def find(path: Path, place: Path | None) -> tuple[Catalog, bool] | None:
    """What was stored of the folder as it is now, and whether it was rehearsed; None where there is nothing that can be used."""
    with suppress(OSError, ValueError, pickle.UnpicklingError):
        if place:
            found = read(place / name_of(path))
            pa.default_memory_pool().release_unused()  # what columns were unpacked in
            return found
    return None


def name_of(path: Path) -> str:
    """The digest of a folder's files and of everything that reads them."""
    digest = sha256(code(PROJECT))
    add(digest, [Path(entry.path) for entry in files_of(path)], path)
    return digest.hexdigest()


def files_of(path: Path) -> list[os.DirEntry[str]]:
    """All that stands in a folder of curated files and in the folders of it, in order: what is no data too."""
    found = []
    for entry in entries(path):
        found += [entry, *(entries(entry.path) if entry.is_dir() else ())]
    return found


def entries(path: str | Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as found:
            return sorted(found, key=attrgetter("name"))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []


@cache
def code(project: Path) -> bytes:
    """The digest of the code that reads, which is that of this process's start."""
    digest = sha256(f"{sys.version} {pd.__version__} {pa.__version__} {np.__version__}".encode())
    add(digest, sorted((project / "metrics").rglob("*.py")), project)
    return digest.digest()


def add(digest: Any, files: list[Path], root: Path) -> None:
    for file in files:
        content = file.read_bytes() if file.is_file() else b"a folder"
        digest.update(f"\n{str(file)[len(str(root)) :]} {len(content)}\n".encode("utf-8", "surrogateescape") + content)


def packed(catalog: Catalog, *, rehearsed: bool) -> bytes:
    """A catalog as bytes, after a digest of them."""
    columns = {name: catalog.frame[name].to_numpy() for name in COLUMNS}
    numbers, texts = pd.factorize(np.concatenate([columns[name] for name in TEXTS]))  # a text that many columns have is there once
    columns |= zip(TEXTS, np.split(numbers.astype("i4"), len(TEXTS)), strict=True)
    said = {one.name: getattr(catalog, one.name) for one in fields(catalog) if one.name not in DERIVED}
    words = io.BytesIO()
    Saying(words).dump((texts.tolist(), said, rehearsed))
    table = pa.table({name: pa.array(values) for name, values in columns.items()}).replace_schema_metadata({"said": words.getvalue()})
    body = io.BytesIO()
    feather.write_feather(table, body, compression="lz4")
    content = body.getvalue()
    return sha256(content).digest() + content


def write(file: Path, content: bytes) -> None:
    """A packed catalog under a name, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{os.getpid()}")
    part.write_bytes(content)
    part.replace(file)
    catalogs = [one for one in file.parent.iterdir() if one.name != "lock"]
    for old in sorted(catalogs, key=lambda one: one.stat().st_mtime)[:-MOST]:
        old.unlink()


def read(file: Path) -> tuple[Catalog, bool]:
    """A catalog that was stored. Raises `ValueError` where it is not what was written, `OSError` where there is none."""
    return unpacked(file.read_bytes())


def unpacked(content: bytes) -> tuple[Catalog, bool]:
    """The catalog of some bytes, and whether it was rehearsed. Raises `ValueError` where they are not what was packed."""
    if sha256(content[32:]).digest() != content[:32]:
        raise ValueError("a catalog was changed after it was packed")
    table = feather.read_table(pa.BufferReader(content[32:]))
    texts, said, rehearsed = Said(io.BytesIO(table.schema.metadata[b"said"])).load()
    different = pd.array(np.array(texts, dtype=object), dtype=TEXT)
    columns = {name: table[name].to_numpy() for name in COLUMNS}
    frame = frame_of(columns | {name: different.take(columns[name]) for name in TEXTS})
    return Catalog(frame=frame, index=indexed(frame), **said), rehearsed


class Saying(pickle.Pickler):
    """Writes values without what they were read from."""

    def persistent_id(self, value: object) -> str | None:
        return "nowhere" if isinstance(value, Record) else None


class Said(pickle.Unpickler):
    """Reads values of the classes of `VALUES`, and days; asked for anything else, it refuses."""

    def persistent_load(self, name: str) -> Record:
        return NOWHERE

    def find_class(self, module: str, name: str) -> Any:
        found = date if (module, name) == ("datetime", "date") else None
        if module.startswith(VALUES) and name.isidentifier():
            found = getattr(sys.modules.get(module), name, None)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no value of a catalog")
        return found
