"""Rules of names: what a pairing's file names is declared, and named once.

Each function is one rule and yields its breaches. They run on what could be read; a field that was
missing or malformed is somebody else's breach.
"""

from collections.abc import Callable, Iterator

from ..entries.entries import Figure, Metric, PairingFile
from ..entries.suggestions import duplicate_id, undeclared_name
from ..problems import Breach
from ..words import Bilingual

Metrics = dict[str, Metric]
Rule = Callable[[PairingFile, Metrics], Iterator[Breach]]


def reported(file: PairingFile) -> list[Figure]:
    return [figure for figure in file.figures if "status" not in figure.record.values]


def metrics_are_declared(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """Figures stand under metrics that `metrics.yaml` names, for a metric exists to compare."""
    for figure in {figure.metric: figure for figure in file.figures}.values():
        if metrics and figure.metric not in metrics:  # where metrics.yaml is unreadable, that alone is the fault
            yield Breach("metrics_are_declared", figure.key, *undeclared_name(figure.metric, list(metrics), Bilingual("指标", "metric")))


def sources_are_declared(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure's source is one of the file's sources: whoever doubts it must find the report."""
    for figure in file.figures:
        name = figure.record.text("source")
        if name and name not in file.sources:
            yield Breach(
                "sources_are_declared", figure.record.at("source"), *undeclared_name(name, list(file.sources), Bilingual("来源", "source"))
            )


def scopes_are_declared(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """A figure's scope is one of the file's scopes, where its English name and its code stand."""
    for figure in file.figures:
        name = figure.record.text("scope")
        if name and name not in file.scopes:
            yield Breach(
                "scopes_are_declared", figure.record.at("scope"), *undeclared_name(name, list(file.scopes), Bilingual("范围", "scope"))
            )


def ids_do_not_repeat(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """An id names one figure of the file for ever, for links rely on it; one that was retired is not given again."""
    retired = file.record.values.get("retired")
    taken = dict.fromkeys(retired if isinstance(retired, tuple) else (), Bilingual("，已停用", " and retired"))
    for figure in file.figures:
        if first := taken.get(figure.id):
            yield Breach("ids_do_not_repeat", figure.record.at("id"), *duplicate_id(figure.id, first))
        elif figure.id:
            line = figure.record.at("id").line
            taken[figure.id] = Bilingual(f"（第 {line} 行）", f" at line {line}")


def figures_do_not_repeat(file: PairingFile, metrics: Metrics) -> Iterator[Breach]:
    """One figure of one report is entered once: twice it would look like two that agree."""
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


RULES: tuple[Rule, ...] = (metrics_are_declared, sources_are_declared, scopes_are_declared, ids_do_not_repeat, figures_do_not_repeat)
