"""`third-reading.yaml`: figures that were drawn, and read once more by somebody who saw the report alone.

Each has what of it was read, and a verdict on every difference. Which figures there are is asked in `rules.readings`.
"""

from dataclasses import dataclass
from pathlib import Path

from ..entries import kinds, values
from ..entries.entries import PairingFile
from ..entries.records import Field, Fields, Record, complete, record
from ..problems import Problem, Report, reporter
from ..reading import source
from ..reading.nodes import Mapping, Node, Sequence
from ..rules import readings

THIRD = "third-reading.yaml"
FOUND = "found"  # whether the reader had the figure under its metric at all
ASPECTS = (FOUND, "stated", "category", "period", "basis", "scope", "kind", "attribution")
VERDICTS = ("ours", "reader", "open")  # who was wrong; open: nobody, for the handbook allowed both
READ = ("all", FOUND, "nothing")  # which of the aspects were read

FILE: Fields = {"day": Field(kinds.day, True), "stood": Field(kinds.anything, True), "figures": Field(kinds.anything, True)}
STOOD: Fields = {"programme": Field(kinds.word, True), "figures": Field(kinds.number, True)}
DRAWN: Fields = {
    "figure": Field(kinds.word, True),
    "read": Field(kinds.one_of(READ), True),
    **{name: Field(kinds.one_of(VERDICTS)) for name in ASPECTS},
    "why": Field(kinds.bilingual),
}


@dataclass(frozen=True)
class Drawn:
    """One figure that was drawn: what of it was read, and the verdict on each aspect in which reader and entry differed."""

    figure: str
    read: str
    verdicts: dict[str, str]

    @property
    def aspects(self) -> tuple[str, ...]:
        """What was read of it. A reader who did not have the figure says nothing of the rest."""
        return {"all": ASPECTS, FOUND: (FOUND,)}.get(self.read, ())


@dataclass(frozen=True)
class ThirdReading:
    """The whole of it. `stood`: how many settled figures each programme had on the day of the draw."""

    day: str = ""
    stood: tuple[tuple[str, int], ...] = ()
    drawn: tuple[Drawn, ...] = ()


def third_reading(node: Node, report: Report) -> tuple[ThirdReading, list[Record]]:
    """The file's content, and the records of its figures for the rules that need other files."""
    top = record(node, FILE, report)
    if top is None or not isinstance(node, Mapping):
        return ThirdReading(), []
    strata, figures = (listed(node.values.get(name), table, report) for name, table in (("stood", STOOD), ("figures", DRAWN)))
    day = top.period("day")
    stood = tuple((one.text("programme") or "", int(str(one.values["figures"]).partition(".")[0])) for one in strata)
    return ThirdReading(day.text if day else "", stood, tuple(map(drawn_of, figures))), figures


def checked_third_reading(path: Path, files: dict[str, PairingFile], problems: list[Problem]) -> ThirdReading:
    """What the file says, if there is one; what is wrong with it is added to the problems."""
    third, drawn = source.read_if_there(path, problems, third_reading) or (ThirdReading(), list[Record]())
    report = reporter(str(path), problems)
    known, judged = readings.third_readings_are_of_figures(drawn, files), readings.third_readings_judge_what_was_read(drawn, ASPECTS)
    for breach in (*known, *judged):
        report(breach)
    return third


def listed(node: Node | None, table: Fields, report: Report) -> list[Record]:
    """The records of a list that have every field they must have."""
    if node is None:
        return []
    if not isinstance(node, Sequence):
        report(values.lists_are_written_as_lists(node.place))
        return []
    entries = [entry for item in node.items if (entry := record(item, table, report))]
    return [entry for entry in entries if complete(entry, table)]


def drawn_of(entry: Record) -> Drawn:
    verdicts = {name: verdict for name in ASPECTS if (verdict := entry.text(name))}
    return Drawn(entry.text("figure") or "", entry.text("read") or "", verdicts)
