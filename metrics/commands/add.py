"""`add`: a report and a figure for a pairing, blank. Lines are put in; none of those that are there is touched.

Where a folder has `reports/`, a report goes into the file of its year there, else into the pairing's own.
"""

import argparse
import re
from pathlib import Path

from ..catalog import folder as folders
from ..entries import kinds
from ..entries.entries import PairingFile
from ..entries.kinds import Kind
from ..entries.sources import Source
from ..entries.vocabulary import Metric
from ..problems import Breach, CuratedError, Place
from ..reading import source, text
from ..reading.nodes import Mapping, Scalar
from ..words import Bilingual, closest
from ..writing import locked, write
from .drafting.insertion import beside, inserted, under
from .drafting.skeletons import EDITOR_OF_REPORTS, FIGURE, SOURCE, bare, indented
from .terminal import arguments
from .terminal.arguments import WrongUse

UNDATED = "undated"  # the file of reports that nothing dates


def configure(parser: argparse.ArgumentParser) -> None:
    arguments.pairing(parser)
    arguments.folder(parser)
    arguments.argument(
        parser,
        "--report",
        "报告的网址；文件里已有的报告，只添数字",
        "the report's address; of a report that the file has, only a figure is added",
        metavar="URL",
    )
    arguments.argument(
        parser,
        "--source",
        "来源的短名，如 people-daily-2024；不写则为 report-1、report-2……",
        "a short name for the source, such as people-daily-2024; else report-1, report-2 …",
        metavar="NAME",
    )
    arguments.argument(
        parser,
        "--published",
        "报告的日期：年、月或日，如 2024-08-15；决定放进 reports/ 的哪个文件",
        "when the report was published: a day, month or year such as 2024-08-15; says which file of reports/ it goes into",
        metavar="DATE",
        default="",
    )
    arguments.argument(
        parser, "--metric", "数字属于哪项指标，默认 funds", "the figure's metric; funds unless told", metavar="METRIC", default="funds"
    )
    arguments.argument(parser, "--bare", "不带说明", "without the explanations", action="store_true")
    arguments.language(parser)


def run(options: argparse.Namespace) -> int:
    path = arguments.file_of(options.pairing, options.folder)
    with locked(folders.home(path)):  # else of two at once, one would write over what the other added
        figure, name, reports = added(path, options)
    also = Bilingual(f"，报告在 {reports}", f", its report in {reports}") if reports else Bilingual("", "")
    done = Bilingual(
        f"{path}：添了数字 {figure}，来源 {name}{also.zh}。接着填空，再运行 python -m metrics check {folders.home(path)}",
        f"{path}: the figure {figure} of the source {name} was added{also.en}. "
        f"Now fill it in, then run python -m metrics check {folders.home(path)}",
    )
    print(arguments.listed([done], arguments.languages(options)))
    return 0


def added(path: Path, options: argparse.Namespace) -> tuple[str, str, Path | None]:
    """Put a blank figure in, and its report where that is new; the names of both, and the file of reports that holds it."""
    folder = folders.read(folders.home(path), only=path)
    file = folder.files.get(path.stem)
    if file is None:
        raise CuratedError(problem for problem in folder.problems if problem.file != str(folders.home(path)))
    metric = declared(options.metric, folder.vocabulary.metrics)
    name = source_name(folder.vocabulary.reports, options.report, options.source)
    figure = unused(metric.id, [figure.id for figure in file.figures] + retired(file))
    entries: dict[tuple[str, ...], str] = {("figures", metric.id): drafted(metric, figure, name)}
    shelf = folders.home(path) / folders.REPORTS
    reports: Path | None = None
    if name not in folder.vocabulary.reports:
        report = SOURCE.format(name=name, url=options.report or "", published=options.published)
        report = bare(report) if options.bare else report
        if shelf.is_dir():
            reports = file_of_year(shelf, options.published, name)
            put_report(reports, report, options.published)
        else:
            entries["sources",] = report
    put(path, {fields: bare(entry) if options.bare else entry for fields, entry in entries.items()})
    return figure, name, reports


def file_of_year(shelf: Path, published: str, name: str) -> Path:
    """The file of reports in which one belongs: by its date, else by the year that its name gives, else with the undated."""
    if published:
        must_be(kinds.publication, published)
    found = re.search(r"(?:^|-)((?:19|20)[0-9]{2})(?=-|$)", published[:4] or name)
    return shelf / f"{found[1] if found else UNDATED}.yaml"


def put_report(path: Path, entry: str, published: str) -> None:
    """Insert a report among those of its file, by its date; a file that is not there yet is begun."""
    if not path.exists():
        head = "without a known date" if path.stem == UNDATED else f"published in {path.stem}"
        begun = [EDITOR_OF_REPORTS, f"# Reports {head}.", "", *indented(entry, 0), ""]
        write(path, "\n".join(begun).encode("utf-8"))
        return
    content = text.decode(data := source.read_bytes(path))
    root = source.parse(content)
    assert isinstance(root, Mapping)
    lines = content.removesuffix("\n").split("\n")
    write(path, inserted(data.decode("utf-8"), [beside(root, lines, dates(root), published, entry)]).encode("utf-8"))


def dates(reports: Mapping) -> dict[str, str]:
    """The dates of the reports of a file, as they are written."""
    found = {name: one.values.get("published") for name, one in reports.values.items() if isinstance(one, Mapping)}
    return {name: one.text for name, one in found.items() if isinstance(one, Scalar)}


def drafted(metric: Metric, figure: str, source: str) -> str:
    """A blank figure of a metric. Where it has no categories, nothing is said of them."""
    lines = FIGURE.format(id=figure, source=source, bases=" / ".join(metric.bases), categories=" / ".join(metric.categories))
    return "".join(line for line in lines.splitlines(keepends=True) if metric.categories or " category" not in line)


def declared(name: str, metrics: dict[str, Metric]) -> Metric:
    if name not in metrics:
        near = closest(name, list(metrics))
        raise WrongUse(
            f"没有 {name} 这项指标。" + (f"是不是 {near}？" if near else ""),
            f"There is no metric {name}." + (f" Did you mean {near}?" if near else ""),
        )
    return metrics[name]


def source_name(reports: dict[str, Source], address: str | None, name: str | None) -> str:
    """The source's name: the one asked for, that of the same address, or a new one."""
    known = {one.url: one.id for one in reports.values() if one.url}
    if address:
        must_be(kinds.address, address)
    if name is None:
        return known.get(address or "") or unused("report", list(reports))
    must_be(kinds.word, name)
    if address and known.get(address, name) != name:
        raise WrongUse(f"这个网址已是来源 {known[address]}。", f"That address is the source {known[address]} already.")
    if address and name in reports and reports[name].url != address:
        raise WrongUse(f"来源 {name} 已经有了，是另一份报告。", f"There is a source {name} already; it is another report.")
    return name


def must_be(kind: Kind, value: str) -> None:
    try:
        kind.read(Scalar(value, Place(1, 1)))
    except Breach as breach:
        raise WrongUse(*(f"{words} {hint}" for words, hint in zip(breach.message, breach.hint, strict=True))) from breach


def retired(file: PairingFile) -> list[str]:
    names = file.record.values.get("retired")
    return [str(name) for name in names] if isinstance(names, tuple) else []


def unused(stem: str, taken: list[str]) -> str:
    """funds-3, where funds-1 and funds-2 are taken; a gap is not filled."""
    numbers = [int(found[1]) for name in taken if (found := re.fullmatch(rf"{re.escape(stem)}-([0-9]{{1,9}})", name))]
    return f"{stem}-{max(numbers, default=0) + 1}"


def put(path: Path, entries: dict[tuple[str, ...], str]) -> None:
    """Insert the entries, each under its fields."""
    data = re.sub(rb"^figures: \{\}(?=\s*$)", b"figures:", source.read_bytes(path), flags=re.MULTILINE)  # of a pairing without figures
    content = text.decode(data)
    root = source.parse(content)
    assert isinstance(root, Mapping)
    lines = content.removesuffix("\n").split("\n")
    insertions = [under(root, lines, fields, entry) for fields, entry in entries.items()]
    write(path, inserted(data.decode("utf-8"), insertions).encode("utf-8"))
