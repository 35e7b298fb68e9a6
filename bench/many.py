"""A folder of many pairings with many figures each, made of the curated ones under other names: real figures, more of them."""

import shutil
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from metrics.catalog.folder import REPORTS, SHARED, Folder, curated_files
from metrics.catalog.third_reading import THIRD
from metrics.figures.period import SINCE, parse

Figure = tuple[str, dict[str, Any]]  # the metric, and the entry under it
TOLD = ("stated", "period", "basis", "source", "category", "label", "kind")  # in which two entries of a file differ
BOUND = {"scope", "preferred", "status", "value", "low", "high"}  # what an entry says of others, or must not be written in quotes


def many(curated: Path, folder: Path, pairings: int, figures: int) -> int:
    """Write `pairings` files with so many `figures` in all into `folder`; how many figures that makes."""
    for name in SHARED:
        if name != THIRD:  # it speaks of figures that are none here
            shutil.copy(curated / name, folder / name)
    shutil.copytree(curated / REPORTS, folder / REPORTS)
    files = [yaml.load(file.read_bytes(), yaml.CBaseLoader) for file in curated_files(curated, Folder())]  # noqa: S506 — texts alone
    pool = movable(files)
    each, turn = figures // pairings, cycle(pool)
    for number, file in enumerate(islice(cycle(files), pairings)):
        name = file["pairing"] if number < len(files) else f"{file['pairing']}-{number // len(files)}"
        kept = {key: file[key] for key in file if key not in ("figures", "scopes", "within", "sources", "retired")}
        lists = (f"  {metric}:\n{indent(written(entries), '    ')}" for metric, entries in grouped(islice(turn, each)).items())
        text = written(kept | {"pairing": name}) + "figures:\n" + "".join(lists)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return each * pairings


def written(value: object) -> str:
    return yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=900)  # type: ignore[no-any-return]


def movable(files: list[dict[str, Any]]) -> list[Figure]:
    """The figures that say nothing of a part or of one another, each told once: they may stand in any file."""
    found: dict[str, Figure] = {}
    for file in files:
        for metric, entries in file.get("figures", {}).items():
            for entry in entries:
                bound = BOUND & entry.keys() or entry["source"] in file.get("sources", {}) or entry["period"].startswith(SINCE)
                if not bound:
                    found.setdefault(repr((metric, [entry.get(name) for name in TOLD])), (metric, entry))
    return list(found.values())


def grouped(figures: Iterable[Figure]) -> dict[str, list[dict[str, Any]]]:
    """By metric, the oldest first, as a file has them, each with an id of its own."""
    found: dict[str, list[dict[str, Any]]] = {}
    for metric, entry in sorted(figures, key=lambda one: str(parse(one[1]["period"]).end or "")):
        listed = found.setdefault(metric, [])
        listed.append(entry | {"id": f"{metric}-{len(listed) + 1}"})
    return found
