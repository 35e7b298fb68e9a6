"""Rules of what an entry says of a figure, and the table of every rule that runs on a pairing's file.

Each function is one rule and yields its breaches.
"""

from collections.abc import Iterator

from ..entries.entries import Figure, PairingFile
from ..figures.period import UNSTATED
from ..figures.stated import Reading, Unreadable
from ..problems import Breach
from ..words import Bilingual
from . import names, numbers
from .names import Metrics, Rule, reported

MATTER = ("source", "locator", "scope", "label", "period", "kind", "basis")
PRINTED = ("stated", "period", "basis", "source", "locator")


def reports_are_cited(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure says what is printed, for when, how real, where; nothing of it is left to be guessed."""
    for figure in reported(file):
        for name in PRINTED:
            if name not in figure.record.places:
                yield Breach(
                    "reports_are_cited",
                    figure.record.place,
                    Bilingual(f"缺少“{name}”。", f'"{name}" is missing.'),
                    Bilingual("报告没有说的，写 unstated。", "Write unstated where the report does not say.")
                    if name in ("period", "basis")
                    else Bilingual(f"加一行 {name}: …", f"Add a line {name}: …"),
                )


def nothing_is_explained(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
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
            if name in figure.record.places:
                yield Breach(
                    "nothing_is_explained",
                    figure.record.at(name),
                    Bilingual(f"{status} 的条目没有 {name}。", f"An entry that is {status} has no {name}."),
                    Bilingual("报告说是零，就写 stated: 0人 而不写 status。", "If the report says zero, write stated: 0人 and no status."),
                )


def searches_are_for_what_was_not_found(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
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


def preferences_have_a_reason(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """Where one of two figures is to lead, the file says why: a choice without a reason is a guess."""
    for figure in file.figures:
        if figure.record.values.get("preferred") is True and "reason" not in figure.record.values:
            yield Breach(
                "preferences_have_a_reason",
                figure.record.at("preferred"),
                Bilingual("选它为先，却没有写理由。", "It is preferred without a reason."),
                Bilingual("加一行 reason: {zh: …, en: …}", "Add a line reason: {zh: …, en: …}"),
            )


def figures_stand_oldest_first(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """Under a metric, figures stand by the end of their period, oldest first, so that a series reads down the page."""
    latest: dict[str, str] = {}
    for figure in reported(file):
        end = figure.period.end if figure.period else None
        if end is None:
            continue
        if end.isoformat() < latest.get(figure.metric, ""):
            yield Breach(
                "figures_stand_oldest_first",
                figure.record.at("period"),
                Bilingual(f"时段到 {end} 为止，却排在更晚的数字后面。", f"Its period ends on {end}, yet it stands below later ones."),
                Bilingual("按时段的结束日期从早到晚排列。", "Order by the end of the period, oldest first."),
            )
        latest[figure.metric] = max(end.isoformat(), latest.get(figure.metric, ""))


def places_say_one_thing(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """One place of a report says one thing of one matter: two values that exclude each other there are a slip of the entry."""
    seen: dict[tuple[object, ...], list[tuple[Reading, int]]] = {}
    for figure in reported(file):
        entry = figure.record
        if (reading := read(figure)) is None or entry.text("locator") in (None, "digest"):  # a digest is no place
            continue
        before = seen.setdefault((figure.metric, reading.unit, *(entry.values.get(name) for name in MATTER)), [])
        for other, line in before:
            if not reading.interval.overlaps(other.interval):
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
        before.append((reading, entry.at("stated").line))


def read(figure: Figure) -> Reading | None:
    try:
        return figure.read()
    except Unreadable:
        return None


def periods_end_with_the_report(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A report cannot tell what came after it, unless it was planned, agreed or allocated ahead."""
    for figure in reported(file):
        source = file.sources.get(figure.record.text("source") or "")
        published = source.published.end if source and source.published else None
        period = figure.period
        if not published or not period or not period.end or figure.record.text("basis") in ("planned", "agreed", "allocated"):
            continue
        begins = last_part_begins(period.text)
        if begins > published.isoformat():
            yield Breach(
                "periods_end_with_the_report",
                figure.record.at("period"),
                Bilingual(
                    f"时段 {period.text} 超出了报告的日期 {published}。",
                    f"The period {period.text} goes beyond the report's date, {published}.",
                ),
                Bilingual(
                    "写到报告日期为止；若是计划，basis 写 planned。", "End it on the report's date; if it is a plan, the basis is planned."
                ),
            )


def last_part_begins(text: str) -> str:
    part = text.rpartition("/")[2]
    return part + "-01" * (2 - part.count("-"))


RULES: tuple[Rule, ...] = (
    *names.RULES,
    *numbers.RULES,
    reports_are_cited,
    nothing_is_explained,
    searches_are_for_what_was_not_found,
    preferences_have_a_reason,
    figures_stand_oldest_first,
    periods_end_with_the_report,
    places_say_one_thing,
)
