"""Rules of time: when a figure's period begins and ends, and in which order figures stand.

Each function is one rule and yields its breaches.
"""

from collections.abc import Iterator
from datetime import date

from ..entries.entries import PairingFile
from ..entries.vocabulary import Vocabulary
from ..figures.period import SINCE
from ..problems import Breach
from ..words import Bilingual
from .names import Rule, reported


def figures_stand_oldest_first(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """Under a metric, figures stand by the end of their period, oldest first, so that a series reads down the page."""
    latest: dict[str, date] = {}
    for figure in reported(file):
        end = figure.period.end if figure.period else None
        if end is None:
            continue
        if end < latest.get(figure.metric, date.min):
            yield Breach(
                "figures_stand_oldest_first",
                figure.record.at("period"),
                Bilingual(f"时段到 {end} 为止，却排在更晚的数字后面。", f"Its period ends on {end}, yet it stands below later ones."),
                Bilingual("按时段的结束日期从早到晚排列。", "Order by the end of the period, oldest first."),
            )
        latest[figure.metric] = max(end, latest.get(figure.metric, date.min))


def periods_end_with_the_report(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A report cannot tell what came after it, unless it was planned, agreed or allocated ahead."""
    for figure in reported(file):
        source = named.reports.get(figure.record.text("source") or "")
        published = source.published.end if source and source.published else None
        period = figure.period
        if (
            not published
            or not period
            or not period.end
            or period.end <= published
            or figure.record.text("basis") in ("planned", "agreed", "allocated")
        ):
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


def levels_have_one_date(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A level is how many there are at one time: a day, a month or a year. What is given year after year is a rate."""
    for figure in reported(file):
        metric = named.metrics.get(figure.metric)
        kind = figure.record.text("kind") or (metric.kind if metric else "")
        value = figure.record.period("period")
        if kind == "level" and value and "/" in value.text:
            yield Breach(
                "levels_have_one_date",
                figure.record.at("period"),
                Bilingual(f"存量只有一个日期，{value.text} 是一段时间。", f"A level has one date; {value.text} is a span."),
                Bilingual(
                    "写到哪一天有这么多；几年里每年一笔，写 kind: rate；一段时间里共有，写 kind: total。",
                    "Write the date at which it was so; a sum for each of several years is kind: rate, what was summed up is kind: total.",
                ),
            )


def periods_begin_with_a_known_start(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A period that begins with the pairing, `since/2025`, needs a file that says when that was, and cannot end before it."""
    for figure in file.figures:
        if figure.begins_with_the_pairing and (figure.period is None or figure.period.start is None):
            known = "since" in file.record.values
            yield Breach(
                "periods_begin_with_a_known_start",
                figure.record.at("period"),
                Bilingual("时段在结对开始之前就结束了。", "The period ends before the pairing began.")
                if known
                else Bilingual("文件没有写结对从哪年开始。", "The file does not say when the pairing began."),
                Bilingual(f"改正 {SINCE}，或写 ../…", f"Mend {SINCE}, or write ../…")
                if known
                else Bilingual(f"在文件开头加 {SINCE}: 2010，或写 ../…", f"Add {SINCE}: 2010 at the top of the file, or write ../…"),
            )


RULES: tuple[Rule, ...] = (
    figures_stand_oldest_first,
    periods_end_with_the_report,
    levels_have_one_date,
    periods_begin_with_a_known_start,
)
