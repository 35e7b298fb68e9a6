"""Rules of what a pairing's file says: each function is one rule and yields its breaches.

They run on what could be read; a field that was missing or malformed is somebody else's breach.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from ..entries import Figure, Metric, PairingFile
from ..period import UNSTATED
from ..problems import Breach, Place
from ..stated import Unreadable
from ..words import Bilingual, closest

Metrics = dict[str, Metric]
NOTHING = ("not-found", "not-applicable")
PRINTED = ("stated", "period", "basis", "source", "locator")


def reported(file: PairingFile) -> list[Figure]:
    return [figure for figure in file.figures if "status" not in figure.record.values]


def metrics_are_declared(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """Figures stand under metrics that `metrics.yaml` names."""
    for figure in {figure.metric: figure for figure in file.figures}.values():
        if figure.metric not in metrics:
            yield unknown("metrics_are_declared", figure.key, figure.metric, list(metrics), Bilingual("指标", "metric"))


def sources_are_declared(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure's source is one of the file's sources."""
    for figure in file.figures:
        name = figure.record.text("source")
        if name and name not in file.sources:
            yield unknown("sources_are_declared", figure.record.at("source"), name, list(file.sources), Bilingual("来源", "source"))


def scopes_are_declared(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure's scope is one of the file's scopes, where it has its English name."""
    for figure in file.figures:
        name = figure.record.text("scope")
        if name and name not in file.scopes:
            yield unknown("scopes_are_declared", figure.record.at("scope"), name, list(file.scopes), Bilingual("范围", "scope"))


def unknown(rule: str, place: Place, name: str, known: list[str], what: Bilingual) -> Breach:
    near = closest(name, known)
    return Breach(
        rule,
        place,
        Bilingual(f"没有“{name}”这个{what.zh}。", f'There is no {what.en} "{name}".'),
        Bilingual(f"是不是“{near}”？", f'Did you mean "{near}"?')
        if near
        else Bilingual(f"先在本文件或 metrics.yaml 里写明这个{what.zh}。", f"Declare the {what.en} first."),
    )


def ids_do_not_repeat(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """An id names one figure of the file for ever; one that was retired is not given again."""
    retired = file.record.values.get("retired")
    seen: dict[str, str] = dict.fromkeys(retired, "") if isinstance(retired, tuple) else {}
    for figure in file.figures:
        if figure.id in seen:
            first = seen[figure.id]
            yield Breach(
                "ids_do_not_repeat",
                figure.record.at("id"),
                Bilingual(f"编号 {figure.id} 已经用过{first}。", f"The id {figure.id} is taken{first}."),
                Bilingual("换一个没有用过的编号。", "Give an id that was never used."),
            )
        elif figure.id:
            seen[figure.id] = f" (line {figure.record.at('id').line})"


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


def stated_can_be_read(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A printed figure is read by the rules, or the file gives its value, unit and a note that says why."""
    for figure in reported(file):
        token = figure.record.text("stated")
        if token is None:
            continue
        try:
            figure.read()
        except Unreadable as error:
            numbers = [name for name in ("value", "low", "high") if name in figure.record.values]
            missing = [name for name in ("unit", "note") if name not in figure.record.values]
            if numbers and not missing:
                continue
            yield Breach(
                "stated_can_be_read",
                figure.record.at("stated"),
                Bilingual(
                    f"“{token}”只读懂了“{error.read}”，停在“{error.rest}”。",
                    f'Of "{token}" only "{error.read}" was read; stopped at "{error.rest}".',
                ),
                Bilingual(
                    "只写数字本身；确实读不了的，另写 value（或 low、high）、unit 和 note。",
                    "Write the figure alone; if no rule can read it, add value (or low, high), unit and a note.",
                ),
            )


def values_agree_with_stated(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A value beside a readable figure is the one that the figure says."""
    for figure in reported(file):
        try:
            reading = figure.read()
        except Unreadable:
            continue
        for name, expected in (("value", reading.value), ("low", reading.interval.low), ("high", reading.interval.high)):
            given = figure.number(name)
            if given is not None and given != expected:
                yield Breach(
                    "values_agree_with_stated",
                    figure.record.at(name),
                    Bilingual(
                        f"原文“{figure.record.text('stated')}”是 {expected:.15g} {reading.unit}，这里写成 {given:.15g}。",
                        f'"{figure.record.text("stated")}" is {expected:.15g} {reading.unit}, not {given:.15g}.',
                    ),
                    Bilingual("删去这一行；原文读得懂，不必再写。", "Remove the line: the figure is read for you."),
                )


def bounds_are_in_order(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """The low bound is not above the high one, and the value lies between."""
    for figure in reported(file):
        given = [(name, number) for name in ("low", "value", "high") if (number := figure.number(name)) is not None]
        for (lower, below), (upper, above) in pairwise(given):
            if below > above:
                yield Breach(
                    "bounds_are_in_order",
                    figure.record.at(lower),
                    Bilingual(f"{lower} 大于 {upper}。", f"{lower} is above {upper}."),
                    Bilingual("从小到大：low、value、high。", "From small to large: low, value, high."),
                )


def units_fit_the_metric(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure's unit is one of its metric's: 岗位 are not 就业, and 人次 not 人."""
    for figure in reported(file):
        try:
            unit = figure.read().unit
        except Unreadable:
            unit = figure.record.text("unit") or ""
        metric = metrics.get(figure.metric)
        if metric and unit and unit not in metric.units:
            listed = ", ".join(metric.units)
            yield Breach(
                "units_fit_the_metric",
                figure.record.at("stated"),
                Bilingual(f"“{metric.title.zh}”没有单位 {unit}。", f'"{metric.title.en}" has no unit {unit}.'),
                Bilingual(f"它的单位是 {listed}。换一个指标？", f"It has {listed}. Does the figure belong to another metric?"),
            )


def bases_fit_the_metric(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure's basis is one that its metric lists."""
    for figure in reported(file):
        metric, basis = metrics.get(figure.metric), figure.record.text("basis")
        if metric and basis and basis not in metric.bases:
            listed = ", ".join(metric.bases)
            yield Breach(
                "bases_fit_the_metric",
                figure.record.at("basis"),
                Bilingual(f"“{metric.title.zh}”没有口径 {basis}。", f'"{metric.title.en}" has no basis {basis}.'),
                Bilingual(f"可选：{listed}。", f"Choose from {listed}."),
            )


def figures_stand_oldest_first(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """Under a metric, figures stand by the end of their period, so that a series reads down the page."""
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


def preferences_have_a_reason(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """Where one of two figures is to lead, the file says why."""
    for figure in file.figures:
        if figure.record.values.get("preferred") is True and "reason" not in figure.record.values:
            yield Breach(
                "preferences_have_a_reason",
                figure.record.at("preferred"),
                Bilingual("选它为先，却没有写理由。", "It is preferred without a reason."),
                Bilingual("加一行 reason: {zh: …, en: …}", "Add a line reason: {zh: …, en: …}"),
            )


def figures_do_not_repeat(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """One figure of one report is entered once."""
    seen: dict[tuple[object, ...], int] = {}
    for figure in reported(file):
        entry = figure.record
        key = (figure.metric, *(entry.values.get(name) for name in ("stated", "period", "basis", "scope", "source", "label", "kind")))
        if key in seen:
            yield Breach(
                "figures_do_not_repeat",
                entry.place,
                Bilingual(f"与第 {seen[key]} 行的数字完全相同。", f"The same figure stands at line {seen[key]}."),
                Bilingual(
                    "删去一条；若所指不同，用 label 或 scope 区分。",
                    "Remove one; if they mean different things, tell them apart by label or scope.",
                ),
            )
        seen.setdefault(key, entry.place.line)


def searches_are_for_what_was_not_found(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """The day of a search belongs to what was not found, and to nothing else."""
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


Rule = Callable[[PairingFile, Metrics], Iterator[Breach]]
RULES: tuple[Rule, ...] = (
    metrics_are_declared,
    sources_are_declared,
    scopes_are_declared,
    ids_do_not_repeat,
    reports_are_cited,
    nothing_is_explained,
    stated_can_be_read,
    values_agree_with_stated,
    bounds_are_in_order,
    units_fit_the_metric,
    bases_fit_the_metric,
    figures_stand_oldest_first,
    periods_end_with_the_report,
    preferences_have_a_reason,
    figures_do_not_repeat,
    searches_are_for_what_was_not_found,
)
