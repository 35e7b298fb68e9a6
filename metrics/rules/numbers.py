"""Rules of numbers: what a figure prints can be read, and its unit and basis are its metric's.

Each function is one rule and yields its breaches.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from ..entries.entries import Figure, PairingFile
from ..entries.vocabulary import Vocabulary
from ..figures.stated import Reading, Unreadable
from ..problems import Breach
from ..words import Bilingual
from .names import Rule, reported

DIGITS = 15
GIVEN: dict[str, Callable[[Reading], float | str]] = {  # fields of an entry -> what a reading has for each
    "value": lambda reading: reading.value,
    "low": lambda reading: reading.interval.low,
    "high": lambda reading: reading.interval.high,
    "unit": lambda reading: reading.unit,
}


def stated_can_be_read(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A printed figure is read by the rules, or the file gives its value, unit and a note that says why."""
    for figure in reported(file):
        token = figure.record.text("stated")
        if token is None or figure.reading:
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
                how_far(token[:40], error.read[:40], error.rest[:40]),
                Bilingual(
                    "只写数字本身；确实读不了的，另写 value（或 low、high）、unit 和 note。",
                    "Write the figure alone; if no rule can read it, add value (or low, high), unit and a note.",
                ),
            )


def how_far(token: str, read: str, rest: str) -> Bilingual:
    if not read:
        return Bilingual(f"“{token}”里没有读懂的数字。", f'No number could be read in "{token}".')
    return Bilingual(f"“{token}”只读懂了“{read}”，停在“{rest}”。", f'Of "{token}" only "{read}" was read; stopped at "{rest}".')


def numbers_have_at_most_fifteen_digits(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A figure has at most fifteen digits: more are a slip of 万 or 亿, and no browser shows them exactly."""
    for figure in reported(file):
        if figure.reading and figure.reading.value >= 10**DIGITS:
            yield Breach(
                "numbers_have_at_most_fifteen_digits",
                figure.record.at("stated"),
                Bilingual(f"这个数超过 {DIGITS} 位。", f"The number has more than {DIGITS} digits."),
                Bilingual("万、亿写重了？对照报告再看一遍。", "Is there a 万 or 亿 too many? Compare it with the report."),
            )


def values_agree_with_stated(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A value or unit beside a figure that can be read is what the figure says: it is printed once, and never said twice."""
    for figure in reported(file):
        reading = figure.reading
        if reading is None or figure.record.values.keys().isdisjoint(GIVEN):
            continue
        for name, read in GIVEN.items():
            given, expected = figure.record.text(name) if name == "unit" else figure.number(name), read(reading)
            if given is not None and given != expected:
                shown, printed = worded(expected, reading.unit), figure.record.text("stated")
                yield Breach(
                    "values_agree_with_stated",
                    figure.record.at(name),
                    Bilingual(f"原文“{printed}”是 {shown}，这里写成 {worded(given)}。", f'"{printed}" is {shown}, not {worded(given)}.'),
                    Bilingual("删去这一行；原文读得懂，不必再写。", "Remove the line: the figure is read for you."),
                )


def worded(given: float | str, unit: str = "") -> str:
    return given if isinstance(given, str) else f"{given:.15g} {unit}".strip()


def bounds_are_in_order(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """Bounds stand in order: the low one is not above the high one, and the value lies between."""
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


def units_fit_the_metric(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A figure's unit is one of its metric's, or of its category's: 岗位 are not 就业, 人次 not 人, and batches no persons."""
    for figure in reported(file):
        unit = figure.reading.unit if figure.reading else figure.record.text("unit")
        metric, category = named.metrics.get(figure.metric), figure.record.text("category") or ""
        if metric and unit and unit not in metric.units_of(category) and not one_of_a_kind(figure):
            listed = ", ".join(metric.units_of(category))
            title = metric.categories[category].name if category in metric.categories else metric.title
            yield Breach(
                "units_fit_the_metric",
                figure.record.at("stated"),
                Bilingual(f"“{title.zh}”没有单位 {unit}。", f'"{title.en}" has no unit {unit}.'),
                Bilingual(
                    f"它的单位是 {listed}。换一个类别或指标？", f"It has {listed}. Does the figure belong to another category or metric?"
                ),
            )


def one_of_a_kind(figure: Figure) -> bool:
    """Whether a label alone says what is counted: it is compared with nothing, so its unit is its own."""
    return "label" in figure.record.values and "category" not in figure.record.values


def bases_fit_the_metric(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A figure's basis is one that its metric lists: an agreement is no investment, a plan no completed project."""
    for figure in reported(file):
        metric, basis = named.metrics.get(figure.metric), figure.record.text("basis")
        if metric and basis and basis not in metric.bases:
            listed = ", ".join(metric.bases)
            yield Breach(
                "bases_fit_the_metric",
                figure.record.at("basis"),
                Bilingual(f"“{metric.title.zh}”没有口径 {basis}。", f'"{metric.title.en}" has no basis {basis}.'),
                Bilingual(f"可选：{listed}。", f"Choose from {listed}."),
            )


RULES: tuple[Rule, ...] = (
    stated_can_be_read,
    numbers_have_at_most_fifteen_digits,
    values_agree_with_stated,
    bounds_are_in_order,
    units_fit_the_metric,
    bases_fit_the_metric,
)
