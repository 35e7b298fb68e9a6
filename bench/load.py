"""Loading: against libyaml's events alone, the least that PyYAML can do; then from what was stored; then the memory that it takes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from metrics.catalog import stored
from metrics.catalog.catalog import load
from metrics.catalog.folder import read
from metrics.watching.live import Live

from .measure import Result, ratios

PROFILE = "of a line, which takes Python some 11 µs and its events 4.5, the form takes a quarter, the values a third, the rules a sixth"
MEMORY = """
import resource, sys
from pathlib import Path
from metrics.catalog.catalog import load
from metrics.watching.live import Live
def now(): return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize()
before = now()
catalog = load(sys.argv[1]) if sys.argv[2] == "read" else Live(Path(sys.argv[1]), place=Path(sys.argv[3])).catalog
after = now()
peak = int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]) * 1024  # of this program alone
print((after - before) / len(catalog.frame), (peak - before) / len(catalog.frame))
"""


def loading(name: str, folder: Path, place: Path, rounds: int) -> Iterator[Result]:
    files = [file.read_text("utf-8") for file in folder.rglob("*.yaml")]

    def events() -> int:
        return sum(1 for text in files for _ in yaml.parse(text, Loader=yaml.CSafeLoader))

    read(folder)
    yield Result("G1", f"read and check {name}, to events", ratios(lambda: read(folder), events, rounds), 2, why=PROFILE)
    yield Result("G1", f"until the catalog stands, {name}, to events", ratios(lambda: load(folder), events, rounds), 2, why=PROFILE)
    Live(folder, place=place)
    again = ratios(lambda: stored.find(folder, place), events, rounds)
    yield Result("G5", f"start on unchanged {name}, every file hashed, to events", again, 0.03, why=WARM)


WARM = "opening and hashing a small file takes 30 µs, what is said of reports and pairings most of the rest; the goal is of large files"


def memory(name: str, folder: Path, place: Path) -> Iterator[Result]:
    """In a process of its own: bytes a figure, what stays and the peak, when the folder is read and when it was stored."""
    whys = {
        "read": "a figure takes 770 B; pandas' own first steps, the reports, and what was held while reading are counted with it",
        "stored": "as above; opening what was stored alone takes 10 MB, however few the figures",
    }
    for how, why in whys.items():
        told = subprocess.check_output([sys.executable, "-c", MEMORY, str(folder), how, str(place)], text=True)
        stays, peak = map(float, told.split())
        yield Result("G4", f"memory that stays, {name}, {how}", [stays], 1000, "B a figure", why=why)
        yield Result("G4", f"memory at the peak, {name}, {how}", [peak], 1000, "B a figure", why=why)
