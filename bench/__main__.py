"""`python -m bench`: every goal of speed, measured in one run beside its peers, written to `bench/RESULTS.md`.

`python -m bench quick` leaves the browser out; `VIZRO=/env/bin/python` names an environment with `bench/peers/requirements.txt`,
else one is made in `build/`. Times of one process are CPU seconds; of a browser, one change of each app in turn.
"""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

from metrics.catalog.catalog import load

from .browser import PEERS, browsing
from .load import loading, memory
from .many import many
from .measure import Result
from .server import files, serving

PROJECT = Path(__file__).parent.parent
RESULTS = PROJECT / "bench" / "RESULTS.md"
LIBRARIES = ("dash", "plotly", "pandas", "pyarrow", "pyyaml", "flask", "htpy")
ROUNDS = int(os.environ.get("ROUNDS", "3"))
MADE = {"120 pairings, 10,000 figures": (120, 10_000), "1,000 files": (1_000, 10_000)}
LARGE = {"500 pairings, 100,000 figures": (500, 100_000)}  # with `large`


def vizro() -> Path | None:
    """The Python of an environment that has it; None where it cannot be had."""
    if named := os.environ.get("VIZRO"):
        return Path(named)
    place = PROJECT / "build" / "vizro"
    made = [[sys.executable, "-m", "venv", str(place)], [str(place / "bin/pip"), "install", "-q", "-r", str(PEERS / "requirements.txt")]]
    done = (place / "bin/python").exists() or all(subprocess.run(one, check=False).returncode == 0 for one in made)
    return place / "bin/python" if done else None


def results(place: Path, asked: set[str]) -> Iterator[Result]:
    """Every row, as soon as it is measured; what takes longest comes last."""
    sizes = MADE | (LARGE if "large" in asked else {})
    curated, (first, *others) = PROJECT / "curated", sizes
    made = written(first, curated, place, sizes)
    yield from serving(curated, ROUNDS)
    yield from files(load(made).frame, 100_000, ROUNDS)
    if "quick" not in asked:
        data = place / "figures.csv"
        load(curated).frame.to_csv(data)
        yield from browsing(data, vizro(), ROUNDS)
    stored = place / "catalogs"
    yield from loading("curated", curated, stored, ROUNDS)
    yield from loading(first, made, stored, ROUNDS)
    yield from memory(first, made, stored)
    for name in others:
        folder = written(name, curated, place, sizes)
        yield from loading(name, folder, stored, ROUNDS)
        if name in LARGE:
            yield from memory(name, folder, stored)
    yield Result("G2", "an optional parser in Rust", [], 0.5, why=RUST)
    yield Result("G3", "two processes", [], 0.8, why=TWO)


RUST = "not taken: none gives the place of a fault, and plainly written files already pass by the parser"
TWO = "not taken: a stored catalog spares the whole reading, and half the memory"


def written(name: str, curated: Path, place: Path, sizes: dict[str, tuple[int, int]]) -> Path:
    """A folder of made data."""
    folder = place / str(sizes[name][0])
    folder.mkdir()
    many(curated, folder, *sizes[name])
    return folder


def head() -> str:
    made = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"""# What speed was measured

Written by `make bench` on {date.today().isoformat()}: Python {platform.python_version()}, {made}.
Peers: libyaml and pyarrow of the same environment, plain Dash as `bench/peers/plain_dash.py`, Vizro as `bench/peers/requirements.txt` says.
{os.cpu_count()} cores, load {os.getloadavg()[0]:.0f} when it ended. Medians with the least and the most; only ratios travel.

| goal | what | wanted | measured | reached | why not |
|---|---|---|---|---|---|
"""


def main() -> int:
    lines = []
    with tempfile.TemporaryDirectory() as name:
        for one in results(Path(name), set(sys.argv[1:])):
            lines.append(one.line())
            print(lines[-1], flush=True)
            RESULTS.write_text(head() + "\n".join(lines) + "\n", "utf-8")  # one that is broken off has told what it knew
    return 0


if __name__ == "__main__":
    sys.exit(main())
