"""`show`: how every figure of a pairing was read, to hold against the reports."""

import argparse
import sys
from collections.abc import Iterator
from math import isinf

from ..catalog import folder as folders
from ..entries.entries import Figure, PairingFile
from ..entries.vocabulary import Metric
from ..figures.stated import Reading, Unreadable
from ..words import Bilingual
from .terminal import arguments
from .terminal.cells import columns

HEADINGS = {
    "zh": ("编号", "原文", "读作", "单位", "时段", "性质", "口径", "范围和所计", "出处"),
    "en": ("id", "as printed", "read as", "unit", "period", "kind", "basis", "scope, what it counts", "source"),
}
NUMBERS = frozenset({2})
MISSING = "?"


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.pairing(parser)
    arguments.folder(parser)
    arguments.argument(parser, "--metric", "只列一项指标", "one metric only", metavar="METRIC")
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    path = arguments.file_of(options.pairing, options.folder)
    folder = folders.read(folders.home(path), only=path)
    file = folder.files.get(path.stem)
    problems = [problem for problem in folder.problems if problem.file == str(path)]
    if file:
        print("\n".join(listed(file, folder.vocabulary.metrics, options)))
    if problems:
        message = Bilingual(f"{path} 有 {len(problems)} 个问题，见 check。", f"{path} has {len(problems)} problems: see check.")
        print(arguments.listed([message], arguments.languages(options)), file=sys.stderr)
    return 1 if problems else 0


def listed(file: PairingFile, metrics: dict[str, Metric], options: argparse.Namespace) -> Iterator[str]:
    """A heading and a table a metric; all tables have the same columns."""
    language = arguments.languages(options)[0]
    figures = [figure for figure in file.figures if options.metric in (None, figure.metric)]
    table = columns([HEADINGS[language], *(row(figure, metrics.get(figure.metric), language) for figure in figures)], NUMBERS)
    yield table[0]
    metric = None
    for figure, line in zip(figures, table[1:], strict=True):
        if figure.metric != metric:
            metric = figure.metric
            yield f"\n{metric} {metrics[metric].title.to(language) if metric in metrics else MISSING}"
        yield line


def row(figure: Figure, metric: Metric | None, language: str) -> tuple[str, ...]:
    entry, label = figure.record, figure.record.words("label")
    counted = [entry.text("scope"), entry.text("category"), (label.zh if language == "zh" else label.en) if label else None]
    status = entry.text("status")
    reading, unit = (status, "") if status else read(figure)
    return (
        figure.id or MISSING,
        entry.text("stated") or "",
        reading,
        unit,
        figure.period.text if figure.period else "" if status else MISSING,
        entry.text("kind") or (metric.kind if metric else MISSING),
        entry.text("basis") or ("" if status else MISSING),
        " · ".join(filter(None, counted)),
        f"{entry.text('source') or ''} {entry.text('locator') or ''}".strip(),
    )


def read(figure: Figure) -> tuple[str, str]:
    """What the figure was read as, and its unit; the curator's own numbers, where no rule could read it, are marked."""
    try:
        reading = figure.read()
    except Unreadable:
        low, value, high = (figure.number(name) for name in ("low", "value", "high"))
        given = [f"{name} {number:,.15g}" for name, number in (("≥", low), ("=", value), ("≤", high)) if number is not None]
        return (f"* {' '.join(given)}" if given else MISSING), figure.record.text("unit") or MISSING
    return bounds(reading), reading.unit


def bounds(reading: Reading) -> str:
    """1,851,000,000 ± 500,000, or 700 – 800, ≤ 25,000, ≥ 400, ≈ 60, or one exact number."""
    value, low, high = reading.value, reading.interval.low, reading.interval.high
    if low == high:
        return f"{value:,.15g}"
    if isinf(low) and isinf(high):
        return f"≈ {value:,.15g}"
    if isinf(low) or isinf(high):
        return f"≤ {high:,.15g}" if isinf(low) else f"≥ {low:,.15g}"
    if reading.qualifier == "exact" and low > 0:
        return f"{value:,.15g} ± {(high - low) / 2:,.10g}"
    return f"{low:,.15g} – {high:,.15g}"
