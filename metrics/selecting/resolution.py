"""A selection held against a catalog: which metric, pairings and years it names, and what is unknown, in words."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from ..catalog.catalog import Catalog
from ..entries.entries import Pairing
from ..entries.fields import LEVELS
from ..entries.vocabulary import Metric
from ..words import LANGUAGES, Bilingual, closest
from .profile import by_figure, rows_of
from .selection import ALL, ATTRIBUTES, CHOICES, KEYS, Selection
from .touched.keys import key_problems, language_of
from .touched.mending import mend, nearest, unfolded

YEARS = range(1949, 2101)
FILE_KEYS = ("rows", "bom", "version")  # of the addresses of files, beside those of a selection


@dataclass(frozen=True)
class Resolved:
    """A selection held against a catalog: what it names, and a sentence for each name that is unknown."""

    selection: Selection
    metric: Metric | None
    category: str
    like: str  # empty, `ALL`, or the id of a figure of the metric
    pairings: tuple[Pairing, ...]
    focus: tuple[str, ...]  # pairings among them that are to stand out
    first: int | None
    last: int | None
    problems: tuple[Bilingual, ...]
    nearest: Selection | None  # where something is unknown: the view with the closest of what there is


def mended(selection: Selection, catalog: Catalog) -> Selection:
    """The selection that was meant, where others have had their hands on its address."""
    there = unfolded(selection)
    named = there.with_(lang=language_of(there.lang) or there.lang)
    return mend(named, lambda name, asked: options(name, asked, catalog))


def options(name: str, asked: Selection, catalog: Catalog) -> Collection[str]:
    """What the values of an attribute can be, for a selection whose metric is chosen."""
    metric = catalog.metrics.get(asked.metric)
    if name in ("start", "end"):
        return [str(year) for year in YEARS]
    if name == "like":
        return {ALL, *(row.figure for row in rows_of("metric", asked.metric, catalog))}
    if name in FACETS:
        formerly = [one.formerly for one in catalog.programmes.values() if one.formerly] if name == "programme" else []
        return [*facet_ids(name, catalog), *formerly]
    categories: Collection[str] = metric.categories if metric else ()
    pairings = dict.fromkeys(("pair", "focus"), catalog.pairings)
    named: dict[str, Collection[str]] = {"metric": catalog.metrics, "category": categories, "lang": LANGUAGES, **pairings}
    return named.get(name) or CHOICES.get(name, ())


def resolve(selection: Selection, catalog: Catalog) -> Resolved:
    selection = mended(selection, catalog)
    problems = key_problems(selection.extra, ATTRIBUTES, FILE_KEYS)
    metric = catalog.metrics.get(selection.metric)
    if metric is None:
        problems.append(unknown("metric", selection.metric, list(catalog.metrics)))
    first, last = (year(key, text, problems) for key, text in ((KEYS["start"], selection.start), (KEYS["end"], selection.end)))
    if first and last and first > last:
        problems.append(Bilingual(f"起始年 {first} 晚于终止年 {last}。", f"The first year, {first}, is after the last, {last}."))
    for key, choices in CHOICES.items():
        if (value := getattr(selection, key)) and value not in choices:
            problems.append(unknown(key, value, list(choices)))
    if selection.lang not in LANGUAGES:
        said = " ".join(unknown("lang", selection.lang, list(LANGUAGES)))
        problems.append(Bilingual(said, said))  # to somebody whose language is not known
    category = selection.category
    if metric and category and category not in metric.categories:
        problems.append(unknown("category", category, list(metric.categories)))
        category = ""
    like = selection.like
    if like not in ("", ALL) and not is_figure(like, metric, catalog):
        problems.append(Bilingual(f"这项指标没有数字 {like[:60]}，已略过。", f"This metric has no figure {like[:60]}; it was skipped."))
        like = ""
    allowed = pairings(selection, catalog, problems)
    wanted = known("focus", selection.focus, list(catalog.pairings), problems)
    focus = tuple(name for name in wanted if name in {one.id for one in allowed})
    near = nearest(selection, lambda name, asked: options(name, asked, catalog)) if problems else None
    return Resolved(selection, metric, category, like, allowed, focus, first, last, tuple(problems), near)


def pairings(selection: Selection, catalog: Catalog, problems: list[Bilingual]) -> tuple[Pairing, ...]:
    """The pairings that every filter allows, in the order asked for, else in the catalog's."""
    everyone = catalog.pairings
    chosen: Iterable[str] = known("pair", selection.pair, list(everyone), problems) if selection.pair else everyone
    allowed = [everyone[name] for name in chosen]
    for key, facet in FACETS.items():
        wanted: tuple[str, ...] = getattr(selection, key)
        if wanted:
            found = set(known(key, renamed(key, wanted, catalog), facet_ids(key, catalog), problems))
            allowed = [pairing for pairing in allowed if facet(pairing) in found]
    return tuple(allowed)


# What pairings can be chosen by, besides their own names. Ids, never labels: links serve both languages.
FACETS: dict[str, Callable[[Pairing], str]] = {
    "donor": lambda pairing: pairing.id.partition("-")[0],
    "recipient": lambda pairing: pairing.id.partition("-")[2],
    "province": lambda pairing: pairing.province.name.en.casefold().replace(" ", "-"),
    "programme": lambda pairing: pairing.programme,
    "level": lambda pairing: pairing.level,
}


def facet_ids(key: str, catalog: Catalog) -> list[str]:
    """What a facet can be: programmes and levels as they are declared, the others as pairings have them."""
    if key == "level":
        return list(LEVELS)
    if key == "programme" and catalog.programmes:
        return list(catalog.programmes)
    return list(dict.fromkeys(FACETS[key](pairing) for pairing in catalog.pairings.values()))


def renamed(key: str, names: tuple[str, ...], catalog: Catalog) -> tuple[str, ...]:
    """The names with those that older addresses have for programmes replaced by today's."""
    if key != "programme":
        return names
    older = {name: [one.id for one in catalog.programmes.values() if one.formerly == name] for name in names}
    return tuple(today for name in names for today in (older[name] or [name]))


def is_figure(name: str, metric: Metric | None, catalog: Catalog) -> bool:
    found = by_figure(catalog).get(name)
    return metric is not None and found is not None and bool(found.metric == metric.id)


def known(key: str, names: tuple[str, ...], options: list[str], problems: list[Bilingual]) -> list[str]:
    problems.extend(unknown(key, name, options) for name in names if name not in options)
    return [name for name in names if name in options]


def unknown(key: str, name: str, options: list[str]) -> Bilingual:
    near, shown = closest(name, options), name[:60]
    return Bilingual(
        f"链接中的 {key}“{shown}”不存在，已略过。" + (f"是不是“{near}”？" if near else ""),
        f'{key} "{shown}" in this link is unknown and was skipped.' + (f' Did you mean "{near}"?' if near else ""),
    )


def year(key: str, text: str, problems: list[Bilingual]) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdecimal() and len(text) == 4 and int(text) in YEARS:
        return int(text)
    problems.append(
        Bilingual(f"链接中的 {key}“{text[:60]}”不是年份，已略过。", f'{key} "{text[:60]}" in this link is not a year and was skipped.')
    )
    return None
