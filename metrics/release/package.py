"""A data package: figures, their sources, and what a person and a program must know of them.

The same data give the same bytes: nothing in a package knows what time it is or where it was made.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from ..catalog.catalog import Catalog
from ..catalog.columns import SOURCE
from ..entries.sources import Source
from ..writing import locked, write_all
from .descriptor import datapackage
from .export import csv_pieces
from .extract import Extract, everything, plain
from .parquet import parquet_pieces
from .pipe import Pipe
from .readme import citation_file, readme
from .records_json import json_pieces, metrics_json, pairings_json

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name
ROWS_IN_A_SMALL_ZIP = 1_000_000  # beyond, data.csv may pass the 2 GiB that the plain format can hold


def members(extract: Extract, bom: bool = True) -> dict[str, Iterator[bytes]]:
    """The files of a package by name, in the order of names."""
    sources = sources_of(extract)
    return {
        "CITATION.cff": iter([citation_file(extract).encode()]),
        "README.md": iter([readme(extract).encode()]),
        "data.csv": csv_pieces(extract.frame, bom),
        "datapackage.json": iter([datapackage(extract, sources).encode()]),
        "sources.csv": csv_pieces(sources, bom),
    }


def zip_pieces(extract: Extract, bom: bool = True) -> Iterator[bytes]:
    """The package as a zip, piece by piece."""
    pipe, large = Pipe(), len(extract.frame) > ROWS_IN_A_SMALL_ZIP
    with ZipFile(pipe, "w") as archive:
        for name, pieces in members(extract, bom).items():
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            with archive.open(entry, "w", force_zip64=large) as file:
                for piece in pieces:
                    file.write(piece)
                    yield pipe.drain()
    yield pipe.drain()


def export(catalog: Catalog, folder: Path) -> list[Path]:
    """Write a release of everything: the package, the same as one zip, and the other formats. What was written."""
    extract = everything(catalog)
    files = members(extract) | {
        "data.json": json_pieces(extract),
        "data.parquet": parquet_pieces(extract.frame, extract.metadata),
        "metrics.json": iter([metrics_json(catalog)]),
        "pairings.json": iter([pairings_json(catalog)]),
        f"paired-assistance_{catalog.version}.zip": zip_pieces(extract),
    }
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        write_all({folder / name: pieces for name, pieces in files.items()})
    return [folder / name for name in files]


def releases(folder: Path) -> dict[str, Path]:
    """The folders in a folder into which `export` wrote, by the version that each holds. What else stands there is passed over."""
    found: dict[str, Path] = {}
    for file in sorted(folder.glob("*/datapackage.json")):
        try:
            version = str(json.loads(file.read_bytes())["version"])
        except (OSError, ValueError, TypeError, KeyError):
            continue
        if (file.parent / f"paired-assistance_{version}.zip").is_file():
            found[version] = file.parent
    return found


def sources_of(extract: Extract) -> pd.DataFrame:
    """The sources that the figures rest on, in the order of pairings; then those of the reference figures used."""
    frame, catalog = extract.frame, extract.catalog
    uses = frame[frame["source"] != ""].groupby(["pairing", "source"], sort=False).size().to_dict()
    rows = [
        {"pairing": pairing, **source_row(source), "figures": str(uses[pairing, name])}
        for pairing in catalog.pairings
        for name, source in catalog.sources.items()
        if (pairing, name) in uses
    ]
    references = frame[frame["derived_from"] != ""]["derived_from"].value_counts().sort_index()
    every = {
        one.id: one for one in (*catalog.references.prices.values(), *(one for row in catalog.references.residents.values() for one in row))
    }
    rows += [source_row(every[name].source) | {"derived_from": name, "figures": str(count)} for name, count in references.items()]
    return pd.DataFrame({column: pd.array([row.get(column, "") for row in rows], dtype="str") for column in SOURCE})


def source_row(source: Source) -> dict[str, str]:
    return {
        "source": source.id,
        "title": source.title or "",
        "publisher": source.publisher,
        "published": source.published.text if source.published else "",
        "tier": source.tier,
        "language": source.language,
        "url": source.url or "",
        "archived": source.archived or "",
        "read": source.read,
        "note_zh": plain(source.note.zh) if source.note else "",
        "note_en": plain(source.note.en) if source.note else "",
    }
