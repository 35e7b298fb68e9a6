"""`python -m bench`: what loading and a change of filter cost, each as a ratio to something measured in the same run.

* load: reading and checking every file, against libyaml's events alone, the least that PyYAML can do.
* view: everything that one selection shows, with twenty times the data, against the same with the curated data.
"""

import gc
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import yaml

from bench.many import many
from components.view import view
from metrics.catalog import folder as folders
from metrics.catalog.catalog import Catalog, load
from metrics.selecting.answer import computed

CURATED = Path(__file__).parent.parent / "curated"
PAIRINGS, FIGURES = 120, 10_000
SELECTION = "?pair=tianjin-huangnan~zhejiang-haixi~tianjin-gannan~liuhe-huangyuan~liaoning-nagqu"


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The median of some rounds, after one that warms."""
    work()
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def events(path: Path) -> int:
    return sum(1 for file in path.glob("*.yaml") for _ in yaml.parse(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def shown(catalog: Catalog) -> float:
    """Seconds for everything that one selection shows, when nobody has asked for it before."""

    def anew() -> None:
        computed.cache_clear()
        view.cache_clear()
        view(SELECTION, catalog)

    return seconds(anew, 20)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        big = Path(name)
        figures = many(CURATED, big, PAIRINGS, FIGURES)
        floor, read = seconds(lambda: events(big), 3), seconds(lambda: folders.read(big), 3)
        small_view, big_view = (shown(load(path)) for path in (CURATED, big))
    print(f"load   {PAIRINGS} files, {figures} figures: {read:.2f} s, {read / floor:.2f} x the events alone ({floor:.2f} s)")
    print(f"view   {small_view * 1000:.0f} ms; with those {big_view / small_view:.2f} x that")
    return 0


if __name__ == "__main__":
    sys.exit(main())
