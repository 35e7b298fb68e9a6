"""The controls: each is one key of the query string, and shows what the query string says."""

from collections.abc import Collection
from functools import partial
from typing import Any

from dash import dcc, html

from metrics.entries.entries import Pairing
from metrics.entries.fields import THEMES
from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.selection import ALL, CHOICES, Selection, choice
from metrics.words import Bilingual, Language

from .wording.captions import short_name
from .wording.numbers import pick
from .wording.strings import t

CONTROLS = (
    *("metric", "category", "pair", "donor", "recipient", "province", "programme", "level"),
    *("years", "span", "parts", "by", "order", "scale"),
)
FACETS = ("pair", "donor", "recipient", "province", "programme", "level")
SINGLE = ("span", "parts", "by", "order", "scale")  # one value, the empty one being the default
CONFIG: Any = {
    "displaylogo": False,
    "showSendToCloud": False,  # plotly.js 4 offers to upload the chart unless told not to
    "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d", "zoom2d", "pan2d"],
    "displayModeBar": False,
    "responsive": True,
}


def values(answer: Answer) -> dict[str, Any]:
    """What each control shows for a selection; unknown names are not shown."""
    asked, choices = answer.asked, answer.choices
    selection, (first, last) = asked.selection, choices.years
    shown: dict[str, Any] = {"metric": asked.metric.id if asked.metric else None}
    options: dict[str, Collection[str]] = {"pair": choices.pairings, **choices.facets}
    shown |= {key: [name for name in getattr(selection, key) if name in known] for key, known in options.items()}
    shown["years"] = [min(max(asked.first or first, first), last), min(max(asked.last or last, first), last)]
    shown["category"] = asked.category or None
    return shown | {key: choice(selection, key) for key in SINGLE} | {"span": choice(selection, "span") or None}


def chosen(selection: Selection, shown: dict[str, Any], choices: Choices) -> Selection:
    """The selection after a reader moved a control; keys without a control stay as they are."""
    first, last = choices.years
    start, end = shown["years"] or (first, last)
    changes: dict[str, Any] = {key: tuple(shown[key] or ()) for key in FACETS}
    changes["metric"] = shown["metric"] or selection.metric
    changes["category"] = shown["category"] or ""
    changes["start"] = "" if start == first else str(start)
    changes["end"] = "" if end == last else str(end)
    changes |= {key: shown[key] or "" for key in SINGLE}
    return settled(selection, selection.with_(**changes))


def cleared(selection: Selection) -> Selection:
    """The same metric in the same language, without anything that narrows or changes it."""
    return Selection(metric=selection.metric, lang=selection.lang)


def settled(before: Selection, after: Selection) -> Selection:
    """What was moved, without what spoke of the figures before: another metric has other categories, and other figures other sets."""
    if after.metric != before.metric:
        return after.with_(category="", like="")
    same = all(getattr(after, name) == getattr(before, name) for name in ("category", *FACETS, "start", "end", "span", "parts"))
    return after if same or after.like == ALL else after.with_(like="")


def facet_options(names: dict[str, Bilingual], language: Language) -> list[dict[str, str]]:
    """Ids and names of what pairings can be chosen by, in the order of the catalog."""
    return [{"value": value, "label": short_name(name.to(language))} for value, name in names.items()]


def metric_options(choices: Choices, language: Language) -> list[dict[str, str]]:
    """Core metrics first, then by theme."""
    ordered = sorted(choices.metrics.values(), key=lambda metric: (not metric.core, THEMES.index(metric.theme)))
    return [{"value": metric.id, "label": metric.title.to(language)} for metric in ordered]


def controls(answer: Answer, part: dict[str, dict[str, Any]]) -> html.Form:
    """The whole column of controls; where one is off, its reason stands under it. `part`: what `view` fills."""
    selection, choices, shown = answer.asked.selection, answer.choices, values(answer)
    language = selection.language
    choose = partial(dropdown, shown=shown, language=language)
    more = [choose(key, facet_options(names, language), t("any", language)) for key, names in choices.facets.items()]
    return html.Form(
        [
            choose("metric", metric_options(choices, language), multi=False),
            choose("category", category_options(answer), t("any", language), multi=False, clearable=True),
            choose("pair", pairing_options(choices, language), t("all_pairings", language)),
            field("years", year_slider(choices.years, shown["years"]), language),
            choose("span", span_options(language), t("any", language), multi=False, clearable=True),
            field("parts", dcc.RadioItems(parts_options(language), shown["parts"], id="parts"), language),
            field("by", dcc.RadioItems(value=shown["by"], **part["by"]), language),
            html.P(className="why", **part["by-why"]),
            field("order", dcc.RadioItems(value=shown["order"], **part["order"]), language),
            html.P(className="why", **part["order-why"]),
            field("scale", dcc.RadioItems(value=shown["scale"], **part["scale"]), language),
            html.P(className="why", **part["scale-why"]),
            html.Details([html.Summary(t("more", language)), *more], open=any(shown[key] for key in choices.facets)),
            html.P(className="clear", **part["clear"]),
        ],
        className="controls",
    )


def category_options(answer: Answer) -> list[dict[str, str]]:
    """The metric's categories that have figures, with how many; nothing stands for the metric as such, which needs no choice.

    They come with what is chosen among them: a dropdown drops a value that it does not offer, and the address would lose it.
    """
    language = answer.asked.selection.language
    listed = answer.asked.metric.categories if answer.asked.metric else {}
    counts = {name: number for name, number in answer.categories.items() if name}
    return [{"value": name, "label": f"{listed[name].name.to(language)} ({number})"} for name, number in counts.items()]


def pairing_options(choices: Choices, language: Language) -> list[dict[str, str]]:
    def name(one: Pairing) -> str:
        return pick(f"{short_name(one.donor.name.zh)} → {short_name(one.recipient.name.zh)}", one.name.en, language)

    return [{"value": id_, "label": name(one)} for id_, one in choices.pairings.items()]


def span_options(language: Language) -> list[dict[str, str]]:
    return [{"value": name, "label": t(f"span_{name}", language)} for name in CHOICES["span"]]


def parts_options(language: Language) -> list[dict[str, str]]:
    return [{"value": "", "label": t("parts_no", language)}, {"value": "1", "label": t("parts_yes", language)}]


def year_slider(years: tuple[int, int], value: list[int]) -> dcc.RangeSlider:
    first, last = years
    ends = {year: str(year) for year in (first, last)}
    below = {"always_visible": False, "placement": "bottom"}
    return dcc.RangeSlider(first, last, 1, value=value, id="years", marks=ends, allow_direct_input=False, tooltip=below)


def dropdown(
    key: str,
    options: list[dict[str, str]],
    placeholder: str = "",
    *,
    shown: dict[str, Any],
    language: Language,
    multi: bool = True,
    clearable: bool | None = None,
) -> html.Div:
    """A dropdown that shows the selection; `clearable` unless told otherwise where several may be chosen."""
    control = dcc.Dropdown(
        options,
        shown[key] or None,
        id=key,
        multi=multi,
        debounce=multi,  # several choices are one change, and one step of Back
        clearable=multi if clearable is None else clearable,
        placeholder=placeholder,
        searchable=len(options) > 7,
        maxHeight=320,  # pixels: six or seven options, and a telephone has room for them
        labels=LABELS[language],
    )
    return field(key, control, language)


def field(key: str, control: Any, language: Language) -> html.Div:
    return html.Div([html.Label(t(key, language), htmlFor=key, id=f"{key}-label"), control], className="field")


LABELS: dict[Language, Any] = {
    "zh": {
        "select_all": "全选",
        "deselect_all": "全不选",
        "selected_count": "已选 {num_selected} 个",
        "search": "查找",
        "clear_search": "清除",
        "clear_selection": "清除",
        "no_options_found": "没有结果",
    },
    "en": {},
}
