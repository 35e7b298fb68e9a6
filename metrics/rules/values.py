"""Rules of a field: which there are, and how each kind of value is written.

Each function is one rule and words its breach; its docstring says what the rule is and why.
"""

import re
import unicodedata
from collections.abc import Sequence

from ..nodes import Mapping, Node, Scalar
from ..problems import Breach, Place
from ..words import Bilingual, closest


def fields_stand_in_a_mapping(node: Node) -> Breach:
    """Fields are written `name: value`, each on its own line."""
    return Breach(
        "fields_stand_in_a_mapping",
        node.place,
        Bilingual("这里应是“字段: 值”。", "Fields are expected here, each as name: value."),
        Bilingual("检查“- ”和缩进。", 'Look at the "- " and the indentation.'),
    )


def fields_are_known(name: str, place: Place, known: list[str]) -> Breach:
    """Every field is one of the handbook's, spelt as there."""
    near = closest(name, known)
    listed = ", ".join(known)
    return Breach(
        "fields_are_known",
        place,
        Bilingual(f"没有“{name}”这个字段。", f'There is no field "{name}".'),
        Bilingual(f"是不是“{near}”？", f'Did you mean "{near}"?') if near else Bilingual(f"可用：{listed}。", f"Known: {listed}."),
    )


def required_fields_are_present(name: str, node: Mapping) -> Breach:
    """What the handbook requires is written."""
    return Breach(
        "required_fields_are_present",
        node.place,
        Bilingual(f"缺少“{name}”。", f'"{name}" is missing.'),
        Bilingual(f"加一行 {name}: …；已经写了的话，检查它的缩进。", f"Add a line {name}: …; if it is there, look at its indentation."),
    )


def values_are_single(place: Place) -> Breach:
    """Where one value belongs, there is no list and no mapping."""
    return Breach(
        "values_are_single",
        place,
        Bilingual("这里应是一个值，不是列表或一组字段。", "One value belongs here, not a list or a mapping."),
        Bilingual("含括号或冒号的文字要加引号。", "Put text with brackets or colons in quotes."),
    )


def values_are_written(place: Place) -> Breach:
    """A field that is named has something behind it."""
    return Breach(
        "values_are_written",
        place,
        Bilingual("冒号后面是空的。", "Nothing stands behind the colon."),
        Bilingual("写上内容，或删去这个字段。", "Write it, or remove the field."),
    )


def names_are_plain(scalar: Scalar) -> Breach:
    """Names that links rely on are small Latin letters, digits and single hyphens."""
    near = re.sub(r"[^a-z0-9]+", "-", scalar.text.casefold()).strip("-")
    return Breach(
        "names_are_plain",
        scalar.place,
        Bilingual(f"“{scalar.text[:60]}”不能作名称。", f'"{scalar.text[:60]}" cannot be a name.'),
        Bilingual(
            "只用小写字母、数字和连字符" + (f"：{near[:60]}" if near else "。"),
            "Small letters, digits and hyphens only" + (f": {near[:60]}" if near else "."),
        ),
    )


def numbers_are_plain(scalar: Scalar) -> Breach:
    """A number is digits and at most one dot: no separators, exponents, signs of percent or quotes."""
    digits = unicodedata.normalize("NFKC", scalar.text).replace(",", "").replace("−", "-")
    plain = digits[:20] if re.fullmatch(r"-?\d+(\.\d+)?", digits) else "1851000000"
    return Breach(
        "numbers_are_plain",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”不是一个直接写出的数。", f'"{scalar.text[:40]}" is not a plainly written number.'),
        Bilingual(f"只写数字，以基本单位计，不加引号和逗号：{plain}", f"Digits only, in base units, without quotes and commas: {plain}"),
    )


def flags_are_true_or_false(scalar: Scalar) -> Breach:
    """Yes or no is written `true` or `false`."""
    return Breach(
        "flags_are_true_or_false",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”应写作 true 或 false。", f'"{scalar.text[:40]}" should be true or false.'),
        Bilingual("是写 true；不是就删去这一行。", "Write true, or remove the line."),
    )


def periods_are_iso_8601(scalar: Scalar, error: ValueError) -> Breach:
    """A period is a year, month, day, an interval of them, or `unstated`."""
    return Breach(
        "periods_are_iso_8601",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”不是一个时段。", f'"{scalar.text[:40]}" is not a period: {error}.'),
        Bilingual("例：2023、2023-08、2010/2024-08、2010/..、unstated", "Examples: 2023, 2023-08, 2010/2024-08, 2010/.., unstated"),
    )


def dates_are_iso_8601(scalar: Scalar, error: ValueError) -> Breach:
    """A date is a year, a month or a day that the calendar has."""
    return Breach(
        "dates_are_iso_8601",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”不是一个日期。", f'"{scalar.text[:40]}" is not a date: {error}.'),
        Bilingual("例：2023、2023-08、2023-08-15", "Examples: 2023, 2023-08, 2023-08-15"),
    )


def addresses_are_on_the_web(scalar: Scalar) -> Breach:
    """A link leads to a plain http or https host, so that it can be shown as a link."""
    return Breach(
        "addresses_are_on_the_web",
        scalar.place,
        Bilingual(f"“{scalar.text[:60]}”不是网址。", f'"{scalar.text[:60]}" is not a web address.'),
        Bilingual("以 https:// 或 http:// 开头，不含空格。", "Begin with https:// or http://, without blanks."),
    )


def codes_have_six_digits(scalar: Scalar) -> Breach:
    """A GB/T 2260 code has six digits."""
    return Breach(
        "codes_have_six_digits",
        scalar.place,
        Bilingual(f"“{scalar.text[:20]}”不是六位行政区划代码。", f'"{scalar.text[:20]}" is not a six-digit division code.'),
        Bilingual("例：632300", "Example: 632300"),
    )


def texts_are_in_both_languages(place: Place) -> Breach:
    """Our own words are written in Chinese and in English."""
    return Breach(
        "texts_are_in_both_languages",
        place,
        Bilingual("这段文字要有中文和英文。", "This text is needed in Chinese and in English."),
        Bilingual("写作 {zh: …, en: …}；含逗号的文字加引号。", "Write {zh: …, en: …}; put text with commas in quotes."),
    )


def choices_are_known(scalar: Scalar, options: Sequence[str]) -> Breach:
    """Where the handbook lists the choices, one of them is written."""
    near, listed = closest(scalar.text, list(options)), ", ".join(options)
    return Breach(
        "choices_are_known",
        scalar.place,
        Bilingual(f"没有“{scalar.text[:40]}”这个选项。", f'"{scalar.text[:40]}" is not one of the choices.'),
        Bilingual(f"是不是 {near}？" if near else f"可选：{listed}", f"Did you mean {near}?" if near else f"Choose from {listed}"),
    )


def lists_are_written_as_lists(place: Place) -> Breach:
    """Several values are written `[one, two]` or one a line behind `- `."""
    return Breach(
        "lists_are_written_as_lists",
        place,
        Bilingual("这里应是列表。", "A list belongs here."),
        Bilingual("写作 [甲, 乙]，逗号用半角。", "Write [one, two], with ASCII commas."),
    )
