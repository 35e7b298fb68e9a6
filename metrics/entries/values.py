"""Rules of a field: which there are, and how each kind of value is written.

Each function is one rule and words its breach; its docstring says what the rule is and why.
"""

import re
from collections.abc import Sequence

from ..problems import Breach, Place
from ..reading import nodes
from ..reading.nodes import Mapping, Node, Scalar
from ..words import Bilingual, closest
from .suggestions import lookalike_character, suggested_numbers

INSTEAD = {Scalar: Bilingual("文字", "text"), nodes.Sequence: Bilingual("列表", "a list"), Mapping: Bilingual("一组字段", "fields")}


def fields_stand_in_a_mapping(node: Node) -> Breach:
    """Fields are written `name: value`, each on its own line: text, a list or another kind of file has none."""
    there = INSTEAD[type(node)] if not isinstance(node, Scalar) or node.text else Bilingual("空白", "nothing")
    return Breach(
        "fields_stand_in_a_mapping",
        node.place,
        Bilingual(f"这里应是“字段: 值”，却是{there.zh}。", f"Fields are expected here, each as name: value, and there is {there.en}."),
        Bilingual("检查“- ”和缩进。", 'Look at the "- " and the indentation.'),
    )


def fields_are_known(key: Scalar, known: list[str]) -> Breach:
    """Every field is one of the handbook's, spelt as there: what stands in any other would be lost."""
    name, near, listed, odd = key.text, closest(key.text, known), ", ".join(known), lookalike_character(key.text)
    hint = Bilingual(f"是不是“{near}”？", f'Did you mean "{near}"?') if near else Bilingual(f"可用：{listed}。", f"Known: {listed}.")
    if ":" in name:
        hint = Bilingual("冒号后面要有空格。", "A blank belongs behind the colon.")
    return Breach(
        "fields_are_known",
        key.place,
        Bilingual(f"没有“{name}”这个字段。{odd.zh}", f'There is no field "{name}".{odd.en}'),
        hint,
    )


def required_fields_are_present(name: str, node: Mapping) -> Breach:
    """What the handbook requires is written; a field that slipped under another one is missing here."""
    return Breach(
        "required_fields_are_present",
        node.place,
        Bilingual(f"缺少“{name}”。", f'"{name}" is missing.'),
        Bilingual(f"加一行 {name}: …；已经写了的话，检查它的缩进。", f"Add a line {name}: …; if it is there, look at its indentation."),
    )


def values_are_single(place: Place) -> Breach:
    """Where one value belongs, there is no list and no group of fields: brackets in text would make one."""
    return Breach(
        "values_are_single",
        place,
        Bilingual("这里应是一个值，不是列表或一组字段。", "One value belongs here, not a list or a mapping."),
        Bilingual("含括号或冒号的文字要加引号。", "Put text with brackets or colons in quotes."),
    )


def values_are_written(scalar: Scalar) -> Breach:
    """A field that is named has something behind it; null, none, N/A and the like are nothing."""
    shown = f" ({scalar.text})" if scalar.text.strip() else ""
    return Breach(
        "values_are_written",
        scalar.place,
        Bilingual(f"冒号后面没有内容{shown}。", f"Nothing stands behind the colon{shown}."),
        Bilingual(
            "写上内容，或删去这个字段；# 开头的文字要加引号。", "Write it, or remove the field; text that begins with # needs quotes."
        ),
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
    """A number is at most fifteen digits and one dot: no separators, exponents, signs of percent or quotes."""
    plain = suggested_numbers(scalar.text)
    return Breach(
        "numbers_are_plain",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”不是一个直接写出的数。", f'"{scalar.text[:40]}" is not a plainly written number.'),
        Bilingual(f"只写数字，以基本单位计，不加引号和逗号：{plain}", f"Digits only, in base units, without quotes and commas: {plain}"),
    )


def flags_are_true_or_false(scalar: Scalar) -> Breach:
    """A flag is `true` or `false`: yes, on and NO are read differently by different programs."""
    return Breach(
        "flags_are_true_or_false",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”应写作 true 或 false。", f'"{scalar.text[:40]}" should be true or false.'),
        Bilingual("是写 true；不是就删去这一行。", "Write true, or remove the line."),
    )


def periods_are_iso_8601(scalar: Scalar, error: ValueError) -> Breach:
    """A period is a year, a month, a day, an interval of them, or `unstated`, as ISO 8601 writes them."""
    return Breach(
        "periods_are_iso_8601",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”不是一个时段。", f'"{scalar.text[:40]}" is not a period: {shortly(error)}.'),
        Bilingual("例：2023、2023-08、2010/2024-08、2010/..、unstated", "Examples: 2023, 2023-08, 2010/2024-08, 2010/.., unstated"),
    )


def dates_are_iso_8601(scalar: Scalar, error: ValueError) -> Breach:
    """A date is a year, a month or a day that the calendar has, as ISO 8601 writes them: 2023-08-15."""
    return Breach(
        "dates_are_iso_8601",
        scalar.place,
        Bilingual(f"“{scalar.text[:40]}”不是一个日期。", f'"{scalar.text[:40]}" is not a date: {shortly(error)}.'),
        Bilingual("例：2023、2023-08、2023-08-15", "Examples: 2023, 2023-08, 2023-08-15"),
    )


def shortly(error: ValueError) -> str:
    return str(error)[:120]


def addresses_are_on_the_web(scalar: Scalar) -> Breach:
    """A link leads to a plain http or https host, so that it can be shown as a link."""
    return Breach(
        "addresses_are_on_the_web",
        scalar.place,
        Bilingual(f"“{scalar.text[:60]}”不是网址。", f'"{scalar.text[:60]}" is not a web address.'),
        Bilingual("以 https:// 或 http:// 开头，不含空格。", "Begin with https:// or http://, without blanks."),
    )


def codes_have_six_digits(scalar: Scalar) -> Breach:
    """A division code has the six digits of GB/T 2260, by which places are told apart whatever their names."""
    return Breach(
        "codes_have_six_digits",
        scalar.place,
        Bilingual(f"“{scalar.text[:20]}”不是六位行政区划代码。", f'"{scalar.text[:20]}" is not a six-digit division code.'),
        Bilingual("例：632300", "Example: 632300"),
    )


def texts_are_in_both_languages(node: Node, languages: Sequence[str]) -> Breach:
    """Our own words are written in Chinese and in English; a comma without quotes would end them early."""
    others = [key for name, key in node.keys.items() if name not in languages] if isinstance(node, Mapping) else []
    shown = f" ({others[0].text[:40]})" if others else ""
    return Breach(
        "texts_are_in_both_languages",
        others[0].place if others else node.place,
        Bilingual(f"这里只要中文 zh 和英文 en{shown}。", f"Chinese (zh) and English (en) are needed here, and nothing else{shown}."),
        Bilingual("写作 {zh: …, en: …}；含逗号的文字加引号。", "Write {zh: …, en: …}; put text with commas in quotes."),
    )


def choices_are_known(scalar: Scalar, options: Sequence[str]) -> Breach:
    """Where the handbook lists the choices, one of them is written, so that equal things are called equal."""
    near, listed, odd = closest(scalar.text, list(options)), ", ".join(options), lookalike_character(scalar.text)
    return Breach(
        "choices_are_known",
        scalar.place,
        Bilingual(f"没有“{scalar.text[:40]}”这个选项。{odd.zh}", f'"{scalar.text[:40]}" is not one of the choices.{odd.en}'),
        Bilingual(f"是不是 {near}？" if near else f"可选：{listed}", f"Did you mean {near}?" if near else f"Choose from {listed}"),
    )


def lists_are_written_as_lists(place: Place) -> Breach:
    """Several values are a list: `[one, two]`, or one a line behind `- `; figures stand one below the other."""
    return Breach(
        "lists_are_written_as_lists",
        place,
        Bilingual("这里应是列表。", "A list belongs here."),
        Bilingual(
            "每条另起一行，以“- ”开头；短的写作 [甲, 乙]。", 'Begin each entry with "- " on a line of its own; short ones as [one, two].'
        ),
    )


def words_are_listed_once(words: Sequence[str], title: Bilingual | None, place: Place) -> Breach | None:
    """Everyday words of a metric are listed once, and its title is none of them: the search finds by that already."""
    known = {text.casefold() for text in title or ()}
    for word in words:
        if word.casefold() in known:
            return Breach(
                "words_are_listed_once",
                place,
                Bilingual(f"“{word[:40]}”重复，或就是指标的名称。", f'"{word[:40]}" is listed twice, or is the title of the metric.'),
                Bilingual("删去这一个。", "Remove it."),
            )
        known.add(word.casefold())
    return None
