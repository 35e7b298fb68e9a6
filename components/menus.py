"""What the menus offer: grouped, each option with how many figures it has, what has none last, and found by words of either language."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from metrics.entries.entries import Pairing
from metrics.entries.fields import THEMES
from metrics.entries.vocabulary import Metric
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.words import Bilingual, Language

from .wording.captions import short_name
from .wording.strings import t
from .wording.titles import pairing_name

Options = list[dict[str, Any]]


def offers(key: str, answer: Answer) -> Options:
    """All that the menu of a facet offers."""
    if key == "pair":
        return pairing_options(answer)
    return facet_options(answer.choices.facets[key], answer.asked.selection.language)


def taken(options: Options, names: Collection[str]) -> Options:
    """Those of the options that are chosen: a closed menu needs no other, and `assets/menus.js` gives it all before it opens."""
    return [one for one in options if one["value"] in names]


def facet_options(names: dict[str, Bilingual], language: Language) -> Options:
    """Ids and names of what pairings can be chosen by, in the order of the catalog."""
    return [found_by(value, short_name(name.to(language)), name) for value, name in names.items()]


def found_by(value: str, label: str, *names: Bilingual, number: int = 0) -> dict[str, Any]:
    """An option with how many figures it has, and the words by which it is found beside its own."""
    return {"value": value, "label": counted(label, number), "search": other_words(value, label, names)}


@lru_cache(maxsize=20_000)  # the same names come with every change of the metric
def other_words(value: str, label: str, names: tuple[Bilingual, ...]) -> str:
    """A dropdown keeps every part of every word, so no word is told that is part of another."""
    told, more = [value, label.casefold()], []
    words = dict.fromkeys(word for name in names for word in f"{name.zh} {name.en}".split())
    for word in sorted(words, key=len, reverse=True):
        if not any(word.casefold() in one for one in told):
            told.append(word.casefold())
            more.append(word)
    return " ".join(more)


def metric_options(choices: Choices, language: Language) -> Options:
    """The metrics of which several pairings have figures to chart, then the others: core ones first, then by theme."""
    ordered = sorted(choices.metrics.values(), key=lambda metric: (not metric.core, THEMES.index(metric.theme)))
    groups = {
        "metrics_several": [metric for metric in ordered if metric.id in choices.comparable],
        "metrics_single": [metric for metric in ordered if metric.id not in choices.comparable],
    }
    return [one for key, metrics in groups.items() if metrics for one in [group(key, t(key, language)), *each(metrics, choices, language)]]


def each(metrics: list[Metric], choices: Choices, language: Language) -> Options:
    return [
        found_by(metric.id, metric.title.to(language), metric.title, number=sum(choices.counted[metric.id].values())) for metric in metrics
    ]


def category_options(answer: Answer) -> Options:
    """The metric's categories that have figures, with how many; nothing stands for the metric as such, which needs no choice.

    They come with what is chosen among them: a dropdown drops a value that it does not offer, and the address would lose it.
    """
    language = answer.asked.selection.language
    listed = answer.asked.metric.categories if answer.asked.metric else {}
    counts = {name: number for name, number in answer.categories.items() if name}
    return [{"value": name, "label": counted(listed[name].name.to(language), number)} for name, number in counts.items()]


def pairing_options(answer: Answer) -> Options:
    """The pairings by programme with their figures of the metric; those without any last."""
    choices, language = answer.choices, answer.asked.selection.language
    found = choices.counted.get(answer.asked.metric.id, {}) if answer.asked.metric else {}
    options: Options = []
    for name, programme in choices.facets["programme"].items():
        own = [one for one in choices.pairings.values() if one.programme == name and one.id in found]
        if own:
            options += [group(name, programme.to(language)), *(pairing_option(one, programme, language, found[one.id]) for one in own)]
    rest = [one for one in choices.pairings.values() if one.id not in found]
    nothing = [pairing_option(one, choices.facets["programme"][one.programme], language, 0) for one in rest]
    return [*options, *([group("none", t("menu_nothing", language)), *nothing] if nothing else [])]


def pairing_option(one: Pairing, programme: Bilingual, language: Language, number: int) -> dict[str, Any]:
    """Found by its donor, its recipient, its recipient's province and its programme, in either language."""
    names = (one.donor.name, one.recipient.name, one.province.name, programme)
    return found_by(one.id, pairing_name(one, language), *names, number=number)


def group(name: str, label: str) -> dict[str, Any]:
    """A heading among the options, which cannot be chosen."""
    return {"value": f"group:{name}", "label": label, "disabled": True, "search": ""}


def counted(label: str, number: int) -> str:
    return f"{label} ({number})" if number else label
