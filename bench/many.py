"""A folder of many pairings, made of the curated ones under other names: real figures, more of them."""

from pathlib import Path

from metrics.catalog.folder import METRICS


def many(curated: Path, folder: Path, times: int) -> int:
    """Write `times` copies of every pairing into `folder`; how many files that makes."""
    for name in (METRICS, "population.yaml", "prices.yaml"):
        (folder / name).write_bytes((curated / name).read_bytes())
    written = 0
    for file in sorted(curated.glob("*-*.yaml")):
        text = file.read_text(encoding="utf-8")
        for copy in range(times):
            name = file.stem if copy == 0 else f"{file.stem}-{copy}"
            (folder / f"{name}.yaml").write_text(text.replace(f"pairing: {file.stem}\n", f"pairing: {name}\n"), encoding="utf-8")
            written += 1
    return written
