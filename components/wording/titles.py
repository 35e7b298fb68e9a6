"""What a view is called: its heading, its window, the card of a shared link, the name of a saved picture."""

import re

from metrics.comparing.sets import Set
from metrics.entries.entries import Pairing
from metrics.figures.terms import TERMS, period_words, term
from metrics.figures.units import unit_name
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.resolution import Resolved
from metrics.selecting.selection import Selection, choice
from metrics.words import Bilingual, Language

from .captions import short_name
from .numbers import pick
from .strings import t

MOST_NAMES = 2  # of what was chosen, before it is counted


def heading(answer: Answer) -> str:
    """What a view is called wherever somebody sees it without the page: metric, category, and what was chosen."""
    selection, language = answer.asked.selection, answer.asked.selection.language
    if choice(selection, "view") == "coverage":
        return t("coverage_title", language)
    return " · ".join([metric_title(answer.asked), *chosen_words(answer, language)])


def metric_title(resolved: Resolved) -> str:
    """The metric, and its category where one was chosen."""
    language = resolved.selection.language
    if resolved.metric is None:
        return t("metric", language)
    category = resolved.metric.categories.get(resolved.category)
    title = resolved.metric.title.to(language)
    return pick(f"{title}：{category.name.zh}", f"{title}: {category.name.en}", language) if category else title


def chosen_words(answer: Answer, language: Language) -> list[str]:
    """What narrows a view, in words: the set that is shown, pairings, places, years, the way of reckoning."""
    asked, selection = answer.asked, answer.asked.selection
    words = [set_words(answer.chosen, answer, language)] if answer.chosen else []
    if selection.pair:
        names = [pairing_name(one, language) for one in asked.pairings]
        words.append(listed(names, language))
    for key, known in answer.choices.facets.items():
        names = [short_name(known[name].to(language)) for name in getattr(selection, key) if name in known]
        words += [listed(names, language)] if names else []
    words += [years_words(asked, language)] if asked.first or asked.last else []
    words += [t(f"span_{span}", language)] if (span := choice(selection, "span")) else []
    return [*words, *([t(f"by_{by}", language)] if (by := choice(selection, "by")) else [])]


def listed(names: list[str], language: Language) -> str:
    joined = ("、" if language == "zh" else ", ").join(names[:MOST_NAMES])
    return joined if len(names) <= MOST_NAMES else t("and_others", language, names=joined, n=len(names))


def pairing_name(pairing: Pairing, language: Language) -> str:
    """Who sends, and who receives."""
    donor, recipient = (short_name(party.name.to(language)) for party in (pairing.donor, pairing.recipient))
    return f"{donor} → {recipient}"


def years_words(asked: Resolved, language: Language) -> str:
    first, last = (str(year) if year else "" for year in (asked.first, asked.last))
    return t("years_end" if choice(asked.selection, "years") else "years_about", language, years=f"{first}–{last}")


def set_words(one: Set, answer: Answer, language: Language) -> str:
    """What the figures of a set share: their time, and what else all of them say."""
    shared, metric = one.shared, answer.asked.metric
    parts = [time_words(one)]
    if shared.get("category") and metric and not answer.asked.category:
        parts.append(metric.categories[shared["category"]].name)
    if shared["unit"] == "person-time":
        parts.append(unit_name("person-time"))
    if shared.get("basis", "unstated") != "unstated":
        parts.append(term("basis", shared["basis"]))
    parts += [programme(shared["programme"], answer.choices), TERMS["level"][shared["level"]]]
    return " · ".join(part.to(language) for part in parts)


def programme(name: str, choices: Choices) -> Bilingual:
    return choices.facets["programme"].get(name, Bilingual(name, name))


def time_words(one: Set) -> Bilingual:
    """2021—2025, where all cover the same; else the years in which they begin and end: 2010—2024/2025; one year, 2022/2023."""
    if "period" in one.shared:
        return period_words(one.shared["period"])
    ends = either(one.ends)
    if one.starts is None:
        return Bilingual(ends, ends)
    if one.starts == one.ends:
        return Bilingual(f"单年，{ends}", f"one year, {ends}")
    return Bilingual(f"{either(one.starts)}—{ends}", f"{either(one.starts)}–{ends}")


def either(years: tuple[int, int]) -> str:
    """2024, or 2024/2025."""
    return "/".join(dict.fromkeys(map(str, years)))


def file_stem(selection: Selection) -> str:
    """The name of a saved picture, in letters that every system takes: paired-assistance_funds_tianjin-huangnan_2021-2025."""
    parts = [selection.metric, selection.category, *selection.pair[:MOST_NAMES], selection.like, selection.span, selection.by]
    return re.sub(r"[^\w.-]+", "-", "_".join(["paired-assistance", *filter(None, parts)]), flags=re.ASCII)
