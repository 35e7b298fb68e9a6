"""Rules of what an entry says of a figure, and the table of every rule that runs on a pairing's file.

Each function is one rule and yields its breaches.
"""

from collections.abc import Iterator

from ..entries.entries import Figure, PairingFile
from ..entries.records import Record
from ..entries.vocabulary import Vocabulary
from ..figures.period import UNSTATED
from ..figures.stated import Reading
from ..problems import Breach
from ..words import Bilingual
from . import names, numbers, periods
from .names import Rule, reported

MATTER = ("source", "locator", "scope", "category", "label", "period", "kind", "basis")
PRINTED = dict.fromkeys(("stated", "period", "basis", "source", "locator")).keys()


def reports_are_cited(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A figure says what is printed, for when, how real, where; nothing of it is left to be guessed."""
    for figure in reported(file):
        for name in PRINTED if not figure.record.values.keys() >= PRINTED else ():
            if not figure.record.names(name):
                yield Breach(
                    "reports_are_cited",
                    figure.record.place,
                    Bilingual(f"缺少“{name}”。", f'"{name}" is missing.'),
                    Bilingual("报告没有说的，写 unstated。", "Write unstated where the report does not say.")
                    if name in ("period", "basis")
                    else Bilingual(f"加一行 {name}: …", f"Add a line {name}: …"),
                )


def nothing_is_explained(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """What was not found says when it was looked for; what does not apply says why; neither has a figure."""
    for figure in file.figures:
        status = figure.record.text("status")
        if status is None:
            continue
        needed = "searched" if status == "not-found" else "note"
        if needed not in figure.record.values:
            yield Breach(
                "nothing_is_explained",
                figure.record.at("status"),
                Bilingual(f"{status} 还需要 {needed}。", f"{status} also needs {needed}."),
                Bilingual("写上查找的日期：searched: 2026-11-22", "Write the day of the search: searched: 2026-11-22")
                if needed == "searched"
                else Bilingual("用 note 说明为什么不适用。", "Say in a note why it does not apply."),
            )
        for name in ("stated", "value", "low", "high", "preferred"):
            if figure.record.names(name):
                yield Breach(
                    "nothing_is_explained",
                    figure.record.at(name),
                    Bilingual(f"{status} 的条目没有 {name}。", f"An entry that is {status} has no {name}."),
                    Bilingual("报告说是零，就写 stated: 0人 而不写 status。", "If the report says zero, write stated: 0人 and no status."),
                )


def searches_are_for_what_was_not_found(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """The day of a search belongs to what was not found; beside a figure it would be taken for the figure's own date."""
    for figure in file.figures:
        if "searched" in figure.record.values and figure.record.text("status") != "not-found":
            yield Breach(
                "searches_are_for_what_was_not_found",
                figure.record.at("searched"),
                Bilingual("searched 只用于 status: not-found。", "searched belongs to status: not-found alone."),
                Bilingual(
                    f"删去这一行；报告没有说时段，就写 period: {UNSTATED}。",
                    f"Remove it; where the report is silent on time, write period: {UNSTATED}.",
                ),
            )


def what_was_not_found_is_not_there(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """What was looked for in vain for some years is not entered beside it: a figure that turned up ends the search."""
    sought = [figure for figure in file.figures if figure.record.text("status") == "not-found" and figure.period]
    there = {key(figure): figure for figure in reported(file)} if sought else {}
    for figure in sought:
        if key(figure) in there:
            line = there[key(figure)].record.place.line
            yield Breach(
                "what_was_not_found_is_not_there",
                figure.record.at("status"),
                Bilingual(f"第 {line} 行就是这个数字。", f"Line {line} has this very figure."),
                Bilingual("删去这一条；编号记入 retired。", "Remove this entry, and name its id under retired."),
            )


def key(figure: Figure) -> tuple[object, ...]:
    """What a search is for: a metric, a category, a scope, and the years."""
    return (figure.metric, *(figure.record.text(name) for name in ("category", "scope")), figure.period and figure.period.text)


def preferences_have_a_reason(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """Where one of two figures is to lead, the file says why: a choice without a reason is a guess."""
    for figure in file.figures:
        if figure.record.values.get("preferred") is True and "reason" not in figure.record.values:
            yield Breach(
                "preferences_have_a_reason",
                figure.record.at("preferred"),
                Bilingual("选它为先，却没有写理由。", "It is preferred without a reason."),
                Bilingual("加一行 reason: {zh: …, en: …}", "Add a line reason: {zh: …, en: …}"),
            )


def places_say_one_thing(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """One place of a report says one thing of one matter: two values that exclude each other there are a slip of the entry."""
    seen: dict[tuple[object, ...], list[tuple[Reading, Record]]] = {}
    for figure in reported(file):
        entry = figure.record
        if (reading := figure.reading) is None or entry.text("locator") in (None, "digest"):  # a digest is no place
            continue
        before = seen.setdefault((figure.metric, reading.unit, *map(entry.values.get, MATTER)), [])
        for other, first in before:
            if not reading.interval.overlaps(other.interval):
                line = first.at("stated").line
                yield Breach(
                    "places_say_one_thing",
                    entry.at("stated"),
                    Bilingual(f"同一处，第 {line} 行却是另一个数。", f"For the same place, line {line} has another number."),
                    Bilingual(
                        "对照报告再看一遍；若所指不同，用 label、scope 或 period 区分。",
                        "Compare it with the report; if they mean different things, tell them apart by label, scope or period.",
                    ),
                )
                break
        before.append((reading, entry))


def locators_fit_what_was_read(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A paragraph can be named in a report that was read whole alone; of a digest nobody knows where in the report it stands."""
    for figure in reported(file):
        source, locator = named.reports.get(figure.record.text("source") or ""), figure.record.text("locator")
        if source is None or locator is None or "read" not in source.record.values:
            continue
        if (locator == "digest") != (source.read == "digest"):
            yield Breach(
                "locators_fit_what_was_read",
                figure.record.at("locator"),
                Bilingual(f"报告 {source.id} 的 read 是 {source.read}。", f"The report {source.id} was read as {source.read}."),
                Bilingual("读了全文写 ¶3；只读了摘要写 digest。", "Write ¶3 where all of it was read, digest where only that was."),
            )


RULES: tuple[Rule, ...] = (
    *names.RULES,
    *numbers.RULES,
    reports_are_cited,
    nothing_is_explained,
    searches_are_for_what_was_not_found,
    what_was_not_found_is_not_there,
    preferences_have_a_reason,
    *periods.RULES,
    places_say_one_thing,
    locators_fit_what_was_read,
)
