"""`coverage`: which pairings have figures for which metrics, until when, and how well known."""

import argparse
from collections.abc import Iterator

from ..catalog.catalog import Catalog, load
from ..selecting.coverage import Cell, Flag, coverage
from ..words import Bilingual, Language
from .terminal import arguments
from .terminal.cells import columns

SIGNS: dict[Flag, tuple[str, Bilingual]] = {
    "sure": ("+", Bilingual("精确值，时段和口径写明", "exact, with period and basis stated")),
    "noted": ("~", Bilingual("近似、时段不全或口径未注明", "bounded, or its period or basis not fully stated")),
    "parts": ("o", Bilingual("只有各部分或更大范围的数字", "parts or wider figures only")),
    "conflict": ("!", Bilingual("报告之间有矛盾", "reports contradict each other")),
    "not-found": ("x", Bilingual("已查，未见数据", "searched, not found")),
    "not-applicable": ("-", Bilingual("不适用", "not applicable")),
    "not-searched": ("", Bilingual("空白：尚未查找，或所查报告没有提到", "blank: not searched yet, or not mentioned in the reports read")),
}


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.folder(parser)
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    print("\n".join(listed(load(arguments.existing(options.folder)), arguments.languages(options))))
    return 0


def listed(catalog: Catalog, languages: tuple[Language, ...]) -> Iterator[str]:
    """A row a metric, a column a pairing, the key below; a cell is the number of figures, its sign, the latest year."""
    matrix = coverage(catalog)
    rows = [["", "", *catalog.pairings]]
    for place, metric in enumerate(catalog.metrics.values()):
        rows.append([metric.id, metric.title.to(languages[0]), *(cell(line[place]) for line in matrix)])
    yield from columns(rows)
    yield ""
    for sign, words in SIGNS.values():
        yield from (f"{sign:1} {words.to(language)}" for language in languages)


def cell(one: Cell) -> str:
    sign = SIGNS[one.flag][0]
    if one.flag in ("not-found", "not-applicable", "not-searched"):
        return sign
    return f"{one.count}{sign} {one.latest or ''}".strip()
