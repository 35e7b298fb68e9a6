"""Rules of names: what a pairing's file names is declared, and named once.

Each function is one rule and yields its breaches. They run on what could be read; a field that was
missing or malformed is somebody else's breach.
"""

from collections.abc import Callable, Iterator

from ..entries.entries import Figure, PairingFile
from ..entries.suggestions import duplicate_id, undeclared_name
from ..entries.vocabulary import Vocabulary
from ..problems import Breach
from ..words import Bilingual

TOLD = ("stated", "period", "basis", "scope", "source", "category", "label", "kind")
Rule = Callable[[PairingFile, Vocabulary], Iterator[Breach]]


def reported(file: PairingFile) -> list[Figure]:
    return [figure for figure in file.figures if "status" not in figure.record.values]


def metrics_are_declared(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """Figures stand under metrics that `metrics.yaml` names, for a metric exists to compare."""
    for figure in {figure.metric: figure for figure in file.figures}.values():
        if named.metrics and figure.metric not in named.metrics:  # where metrics.yaml is unreadable, that alone is the fault
            words = undeclared_name(figure.metric, list(named.metrics), Bilingual("指标", "metric"))
            yield Breach("metrics_are_declared", figure.key, *words)


def categories_are_declared(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A figure's category is one that `metrics.yaml` lists for its metric: a list that all share makes figures comparable."""
    for figure in file.figures:
        name, metric = figure.record.text("category"), named.metrics.get(figure.metric)
        if name and metric and name not in metric.categories:
            words = undeclared_name(
                name, list(metric.categories), Bilingual(f"“{metric.title.zh}”的类别", f"category of {metric.title.en}")
            )
            yield Breach("categories_are_declared", figure.record.at("category"), *words)


def programmes_are_declared(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A pairing's programme is one of `programmes.yaml`, where its names, its law and its start stand."""
    name = file.record.text("programme")
    if name and named.programmes and name not in named.programmes:
        words = undeclared_name(name, list(named.programmes), Bilingual("类别", "programme"))
        yield Breach("programmes_are_declared", file.record.at("programme"), *words)


def sources_are_declared(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A source is a report that is declared, in `reports/` or in the file: whoever doubts a figure must find it."""
    for record in (file.record, *(figure.record for figure in file.figures)):
        name = record.text("source")
        if name and name not in named.reports:
            words = undeclared_name(name, list(named.reports), Bilingual("来源", "source"))
            yield Breach("sources_are_declared", record.at("source"), *words)


def scopes_are_declared(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """A figure's scope is one of the file's scopes, where its English name and its code stand."""
    for figure in file.figures:
        name = figure.record.text("scope")
        if name and name not in file.scopes:
            yield Breach(
                "scopes_are_declared", figure.record.at("scope"), *undeclared_name(name, list(file.scopes), Bilingual("范围", "scope"))
            )


def ids_do_not_repeat(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """An id names one figure of the file for ever, for links rely on it; one that was retired is not given again."""
    retired = file.record.values.get("retired")
    taken: dict[object, Figure | None] = dict.fromkeys(retired if isinstance(retired, tuple) else ())
    for figure in file.figures:
        if figure.id and figure.id in taken:
            yield Breach("ids_do_not_repeat", figure.record.at("id"), *duplicate_id(figure.id, where(taken[figure.id])))
        elif figure.id:
            taken[figure.id] = figure


def where(figure: Figure | None) -> Bilingual:
    if figure is None:
        return Bilingual("，已停用", " and retired")
    line = figure.record.at("id").line
    return Bilingual(f"（第 {line} 行）", f" at line {line}")


def figures_do_not_repeat(file: PairingFile, named: Vocabulary) -> Iterator[Breach]:
    """One figure of one report is entered once: twice it would look like two that agree."""
    seen: dict[tuple[object, ...], int] = {}
    for figure in reported(file):
        entry = figure.record
        key = (figure.metric, *map(entry.values.get, TOLD))
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


RULES: tuple[Rule, ...] = (
    metrics_are_declared,
    categories_are_declared,
    programmes_are_declared,
    sources_are_declared,
    scopes_are_declared,
    ids_do_not_repeat,
    figures_do_not_repeat,
)
