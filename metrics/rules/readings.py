"""Rules of the third reading: it speaks of figures that there are, each once, and judges only what was read."""

from collections.abc import Iterator

from ..entries.entries import PairingFile
from ..entries.records import Record
from ..entries.suggestions import undeclared_name
from ..problems import Breach
from ..words import Bilingual


def third_readings_are_of_figures(drawn: list[Record], files: dict[str, PairingFile]) -> Iterator[Breach]:
    """A figure of the third reading is one of a pairing's file, or retired from it, listed once: else the rate counts nothing."""
    known = {f"{name}-{one}" for name, file in files.items() for one in ids_of(file)}
    seen: set[str] = set()
    for entry in drawn:
        figure = entry.text("figure") or ""
        if figure not in known:
            words = undeclared_name(figure, sorted(known), Bilingual("数字", "figure"))
            yield Breach("third_readings_are_of_figures", entry.at("figure"), *words)
        elif figure in seen:
            yield Breach(
                "third_readings_are_of_figures",
                entry.at("figure"),
                Bilingual(f"{figure} 已经列过。", f"{figure} is listed already."),
                Bilingual("删去一条。", "Remove one of the two."),
            )
        seen.add(figure)


def ids_of(file: PairingFile) -> Iterator[str]:
    """The figures that a file has, and those that it had."""
    yield from file.ids
    retired = file.record.values.get("retired")
    yield from map(str, retired if isinstance(retired, tuple) else ())


def third_readings_judge_what_was_read(drawn: list[Record], aspects: tuple[str, ...]) -> Iterator[Breach]:
    """A verdict is on what was read: all of a figure, or that it was not found, or nothing, and then the entry says why."""
    for entry in drawn:
        read = entry.text("read")
        allowed = {"all": aspects[1:], "found": aspects[:1]}.get(read or "", ())
        for name in aspects:
            if name in entry.values and name not in allowed:
                yield Breach(
                    "third_readings_judge_what_was_read",
                    entry.at(name),
                    Bilingual(f"read: {read} 的数字没有 {name} 的判定。", f"What was read as {read} has no verdict on {name}."),
                    Bilingual(f"删去 {name}，或改正 read。", f"Remove {name}, or mend read."),
                )
        missing = {"found": "found", "nothing": "why"}.get(read or "")
        if missing and missing not in entry.values:
            yield Breach(
                "third_readings_judge_what_was_read",
                entry.at("read"),
                Bilingual(f"read: {read} 还需要 {missing}。", f"read: {read} also needs {missing}."),
                Bilingual("加一行 found: open。", "Add a line found: open.")
                if missing == "found"
                else Bilingual("加一行 why: {zh: …, en: …}", "Add a line why: {zh: …, en: …}"),
            )
