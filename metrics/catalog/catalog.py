"""Checked figures as one frame, indexed once, with the pairings, metrics and sources they name."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd

from ..entries.entries import Pairing, PairingFile, Scope
from ..entries.records import Record
from ..entries.reference import References
from ..entries.sources import Host, Source
from ..entries.vocabulary import Metric, Programme
from ..problems import CuratedError, Place
from ..reading.nodes import Mapping
from ..reading.pause import garbage_collection_paused
from . import folder as folders
from .frames import Rows
from .third_reading import ThirdReading
from .tuples import ADDED, Row, row_tuples

NOWHERE = Record(Mapping(Place(0, 0)), {})  # of what stood right: a catalog does without the nodes that it was read from


@dataclass(frozen=True, eq=False)  # compared by identity, so that answers about one can be kept
class Catalog:
    """`frame` holds every figure; `index` the row positions of each metric and pairing."""

    frame: pd.DataFrame
    metrics: dict[str, Metric]
    pairings: dict[str, Pairing]
    sources: dict[str, Source]  # every report that is declared
    scopes: dict[str, dict[str, Scope]]
    references: References
    index: dict[tuple[str, str], np.ndarray]
    version: str
    programmes: dict[str, Programme] = field(default_factory=dict)
    hosts: dict[str, Host] = field(default_factory=dict)
    third: ThirdReading = field(default_factory=ThirdReading)

    @cached_property
    def printed(self) -> int:
        """How many figures of the frame a report prints: all but what was searched and not found, or does not apply."""
        return int((self.frame["status"] == "reported").sum())

    @cached_property
    def figures(self) -> tuple[Row, ...]:
        """Every row of the frame, as printed: made once, so that a view picks its own and takes no frame apart."""
        return tuple(row_tuples(self.frame.assign(**dict.fromkeys(ADDED, ""))))

    def rows(self, metric: str, pairings: Iterable[str]) -> list[Row]:
        """The figures of a metric and some pairings, in the order of the pairings asked for."""
        return [self.figures[place] for pairing in pairings for place in self.index.get((metric, pairing), ())]


@garbage_collection_paused()
def load(path: str | Path) -> Catalog:
    """The checked catalog of a folder. Raises `CuratedError` with every problem."""
    rows = Rows()

    def take(file: PairingFile, folder: folders.Folder) -> None:
        """Of a file that was checked its rows stay, of a bad folder the problems alone."""
        if not folder.problems:
            rows.add(file, folder.vocabulary, folder.references)
        file.let_go()

    folder = folders.read(Path(path), use=take)
    if folder.problems:
        raise CuratedError(folder.problems)
    return cataloged(folder, rows)


def build(folder: folders.Folder) -> Catalog:
    """A catalog from a folder without problems that has kept its figures."""
    rows = Rows()
    for file in folder.files.values():
        rows.add(file, folder.vocabulary, folder.references)
    return cataloged(folder, rows)


def cataloged(folder: folders.Folder, rows: Rows) -> Catalog:
    named, frame = folder.vocabulary, rows.frame()
    pairings = {name: file.pairing for name, file in folder.files.items() if file.pairing}
    return Catalog(
        frame,
        named.metrics,
        pairings,
        {name: replace(one, record=NOWHERE) for name, one in named.reports.items()},
        {name: file.scopes for name, file in folder.files.items()},
        folder.references,
        indexed(frame),
        version_of(frame, folder),
        named.programmes,
        named.hosts,
        folder.third,
    )


def indexed(frame: pd.DataFrame) -> dict[tuple[str, str], np.ndarray]:
    """The row positions of each metric and pairing."""
    (metrics, named), (pairings, ids) = pd.factorize(frame["metric"]), pd.factorize(frame["pairing"])
    both = metrics * len(ids) + pairings
    order = np.argsort(both, kind="stable")
    ends = np.append(np.flatnonzero(np.diff(both[order])) + 1, len(order))
    first = order[np.append(0, ends[:-1])] if len(order) else order
    keys = zip(named.take(metrics[first]), ids.take(pairings[first]), strict=True)
    return {key: order[start:end] for key, (start, end) in zip(keys, pairwise([0, *ends]), strict=False)}


def version_of(frame: pd.DataFrame, folder: folders.Folder) -> str:
    """A short name for this content: it changes when any figure does, or what is told of metrics, pairings, reports, denominators."""
    described = [(file.pairing, file.scopes) for file in folder.files.values()]
    digest = sha256(repr((folder.vocabulary, described, folder.references, folder.third)).encode())
    for name in frame.columns:
        values = frame[name].to_numpy()
        digest.update("\0".join(values).encode() if values.dtype == object else values.tobytes())
    return digest.hexdigest()[:12]
