"""Numbers by each language's habit, with the precision that they have and no more."""

import re
from decimal import Decimal
from math import floor, isinf, log10
from typing import Any

from metrics.figures.units import CURRENCIES, UNITS, shown_per, unit_name
from metrics.words import Language

SCALES: dict[Language, tuple[tuple[float, str], ...]] = {
    "zh": ((1e8, "亿"), (1e4, "万"), (1, "")),
    "en": ((1e9, "billion"), (1e6, "million"), (1, "")),
}
AXIS_SCALES: dict[Language, tuple[tuple[float, str], ...]] = {
    "zh": ((1e8, "亿"), (1e4, "万"), (1, "")),
    "en": ((1e9, "billion"), (1e6, "million"), (1e3, "thousand"), (1, "")),
}
WRITTEN_OUT = 20_000  # below it a unit of thousands makes twelve projects 0.012
SINGULAR = re.compile(r"^([a-z -]*?[a-z])s(?= per |$)")  # what one person has less than persons; those that it is per stay many
SIGNS = {"under": "<", "over": ">", "about": "≈"}


def scaled(number: float, language: Language) -> tuple[str, str]:
    """18.51, 亿 for 1,851,000,000: digits and the word for the scale."""
    divisor, word = next((scale for scale in SCALES[language] if abs(number) >= scale[0]), (1, ""))
    return plain(number / divisor), word


def plain(number: float) -> str:
    """Up to ten digits, thousands separated, no trailing zeros; however small, never 0 for what is not."""
    text = format(Decimal(f"{number:.10g}"), ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(number: float, unit: str, language: Language) -> str:
    """18.51亿元 · CN¥1.851 billion · 25,000 persons · CN¥126 million per year · 9.5 persons per 10,000 residents."""
    digits, word = scaled(number * shown_per(unit), language)
    name, sign, after = unit_name(unit).to(language), unit_name(unit).en.partition(" ")[0], unit_name(unit).en.partition(" ")[2]
    if unit == "percent":
        return f"{plain(number)}%"
    if language == "zh":
        return f"{digits}{word}{'' if unit == 'count' else name}"
    if unit[:3] in CURRENCIES:
        return " ".join(part for part in (f"{sign}{digits}", word, after) if part)
    counted = name.removeprefix(UNITS["count"].name.en).strip()  # a number per year is so many per year
    if (digits, word) == ("1", ""):
        counted = SINGULAR.sub(r"\1", counted)
    return " ".join(part for part in (digits, word, counted) if part)


def reading(qualifier: str, value: float, low: float, high: float, unit: str, language: Language) -> str:
    """A figure with what is known of it: >CN¥400 million, 700–800 persons."""
    if qualifier == "within":
        return between(amount(low, unit, language), amount(high, unit, language), language)
    return SIGNS.get(qualifier, "") + amount(value, unit, language)


def known(value: float, low: float, high: float, unit: str, language: Language) -> str:
    """A number that no report prints, by the bounds that it lies between: the one that there is, where a side is open."""
    if isinf(low) or isinf(high):
        qualifier, shown = ("about", value) if isinf(low) and isinf(high) else ("under", high) if isinf(low) else ("over", low)
        return reading(qualifier, shown, low, high, unit, language)
    return reading("within" if low < high else "exact", value, low, high, unit, language)


def between(low: str, high: str, language: Language) -> str:
    """700–800 persons, 30—40亿元: what both texts end with stands once."""
    return low.removesuffix(commonsuffix(low, high)) + pick("—", "–", language) + high


def commonsuffix(one: str, other: str) -> str:
    """The words after the digits, where both have the same."""
    tails = [text.lstrip("CNUSHK¥$€0123456789.,") for text in (one, other)]
    return tails[0] if tails[0] == tails[1] else ""


def axis(maximum: float, unit: str, language: Language) -> tuple[list[float], list[str], str]:
    """Ticks from zero up to the maximum: values in base units, their texts, and the unit with its scale."""
    shown = max(maximum, 0.0) * shown_per(unit)  # shares may all be negative
    divisor, word = next((scale for scale in AXIS_SCALES[language] if shown >= max(2 * scale[0], WRITTEN_OUT)), (1, ""))
    step = nice_step(shown / divisor)
    ticks = [step * index for index in range(int(shown / divisor / step + 1e-9) + 1)]
    name = unit_name(unit).to(language)
    title = f"{word}{name}" if language == "zh" else amount_title(name, word, unit)
    return [tick * divisor / shown_per(unit) for tick in ticks], [plain(tick) for tick in ticks], title.strip()


def amount_title(name: str, word: str, unit: str) -> str:
    """CN¥ billion, thousand persons, CN¥ million per year; thousand per year of what is only counted."""
    sign, _, after = name.partition(" ")
    if unit[:3] in CURRENCIES:
        return f"{sign} {word} {after}"
    return f"{word} {name.removeprefix('number').strip() if word else name}"


def nice_step(maximum: float, target: int = 4) -> float:
    """1, 2, 2.5 or 5 times a power of ten, so that about `target` steps reach the maximum, two at least; no half units."""
    rough = (maximum or 1) / target
    power: float = 10.0 ** floor(log10(rough))
    factor = next(factor for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    return (2 if factor == 2.5 and power < 10 else factor) * power


def figure_words(row: Any, language: Language) -> str:
    """The figure as printed where the reader's language prints it, else its reading."""
    if row.step_zh:
        value, low, high = (significant(number) for number in (row.value, row.low, row.high))
        return reading(row.qualifier, value, low, high, row.unit, language)
    if language == "zh" and not row.stated.isascii():
        return str(row.stated)
    return reading(row.qualifier, row.value, row.low, row.high, row.unit, language)


def in_unit(row: Any, unit: float, language: Language) -> str:
    """A row's number in a unit that stands beside it, `unit` base units each: so that a column of them has one scale."""
    low, value, high = (significant(number) if row.step_zh else number for number in (row.low, row.value, row.high))
    if row.qualifier == "within":
        return between(plain(low / unit), plain(high / unit), language)
    return SIGNS.get(row.qualifier, "") + plain(value / unit)


def significant(number: float) -> float:
    """Three digits: a derived number is never finer than the figures it came from."""
    return float(f"{number:.3g}")


def pick(zh: str, en: str, language: Language) -> str:
    return zh if language == "zh" else en
