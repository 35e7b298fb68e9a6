"""The controls: each is one key of the query string, and shows what the query string says."""

from collections.abc import Collection
from functools import partial
from typing import Any

from dash import dcc, html

from metrics.selecting.answer import Answer
from metrics.selecting.choices import Choices
from metrics.selecting.selection import ALL, CHOICES, Selection, choice
from metrics.words import Language

from .menus import category_options, metric_options, offers, taken
from .parts.notices import methods
from .wording.strings import t

CONTROLS = (
    *("metric", "category", "pair", "donor", "recipient", "province", "programme", "level"),
    *("slider", "years", "span", "parts", "by", "order", "scale"),
)
FACETS = ("pair", "donor", "recipient", "province", "programme", "level")
SINGLE = ("years", "span", "parts", "by", "order", "scale")  # one value, the empty one being the default
MENUS = ("span", "by")  # of these, those that are menus: without a choice they show what that means
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
    shown["slider"] = [min(max(asked.first or first, first), last), min(max(asked.last or last, first), last)]
    shown["category"] = asked.category or None
    return shown | {key: choice(selection, key) or (None if key in MENUS else "") for key in SINGLE}


def chosen(selection: Selection, shown: dict[str, Any], choices: Choices) -> Selection:
    """The selection after a reader moved a control; keys without a control stay as they are."""
    first, last = choices.years
    start, end = shown["slider"] or (first, last)
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
    narrowing = ("category", *FACETS, "start", "end", "years", "span", "parts")
    same = all(getattr(after, name) == getattr(before, name) for name in narrowing)
    return after if same or after.like == ALL else after.with_(like="")


def controls(answer: Answer, part: dict[str, dict[str, Any]]) -> html.Form:
    """The bar of controls; where one is off, its reason stands under it. `part`: what `view` fills.

    What, who, when and how stand by themselves: on a telephone the others are folded into a sheet.
    """
    selection, choices, shown = answer.asked.selection, answer.choices, values(answer)
    language = selection.language
    choose = partial(dropdown, shown=shown, language=language)
    facets = [choose(key, offers(key, answer), t("any", language)) for key in choices.facets]
    more = [
        choose("category", category_options(answer), t("any", language), multi=False, clearable=True),
        *facets,
        radio("years", two(("years_about_option", "years_end_option"), "end", language), shown, language),
        radio("parts", two(("parts_no", "parts_yes"), "1", language), shown, language),
        field("order", dcc.RadioItems(value=shown["order"], **part["order"]), language),
        field("scale", dcc.RadioItems(value=shown["scale"], **part["scale"]), language),
        *(html.P(className="why", **part[name]) for name in ("by-why", "order-why", "scale-why")),
    ]
    opened = any(shown[key] for key in ("category", *choices.facets, "years", "parts", "order", "scale"))
    folded = [
        html.Summary(**part["filters"]),
        html.Div(
            [
                field("slider", year_slider(choices.years, shown["slider"]), language),
                html.Details([html.Summary(t("more", language)), html.Div(more)], className="more", open=opened),
                html.P(className="clear", **part["clear"]),
                html.Button(type="button", className="done", **part["done"]),
            ],
            className="fields",
        ),
    ]
    above = [
        choose("metric", metric_options(choices, language), multi=False),
        choose("pair", offers("pair", answer), t("all_pairings", language)),
        choose("span", span_options(language), t("any_period", language), multi=False, clearable=True),
        choose("by", part["by"]["options"], t("by_none", language), multi=False, clearable=True),
    ]
    return html.Form([*above, html.Details(folded, className="filters")], className="controls")


def switches(answer: Answer) -> dict[str, Any]:
    """The choices that a view may forbid, with the reason beside each that is off."""
    language = answer.asked.selection.language
    by, reasons = methods(answer.underivable, language)
    ranked = answer.verdict.level in ("clean", "note")
    return {
        "by": by,
        "by-why": reasons,
        "order": orders(language, off=not ranked),
        "order-why": "" if ranked else t("order_off", language),
        "scale": two(("scale_linear", "scale_log"), "log", language, off=not answer.logarithmic),
        "scale-why": "" if answer.logarithmic else t("scale_off", language),
    }


def orders(language: Language, *, off: bool) -> list[dict[str, Any]]:
    names = {"": "order_none", "value": "order_value", "fixed": "order_fixed"}
    return [{"value": value, "label": t(key, language), "disabled": off and value == "value"} for value, key in names.items()]


def two(keys: tuple[str, str], value: str, language: Language, *, off: bool = False) -> list[dict[str, Any]]:
    plain, other = keys
    return [{"value": "", "label": t(plain, language)}, {"value": value, "label": t(other, language), "disabled": off}]


def radio(key: str, options: list[dict[str, Any]], shown: dict[str, Any], language: Language) -> html.Div:
    return field(key, dcc.RadioItems(options, shown[key], id=key), language)


def span_options(language: Language) -> list[dict[str, str]]:
    return [{"value": name, "label": t(f"span_{name}", language)} for name in CHOICES["span"]]


def year_slider(years: tuple[int, int], value: list[int]) -> dcc.RangeSlider:
    """A slider between two fields that show its years and take others."""
    first, last = years
    return dcc.RangeSlider(first, last, 1, value=value, id="slider", marks=None, allow_direct_input=True)


def dropdown(
    key: str,
    options: list[dict[str, Any]],
    placeholder: str = "",
    *,
    shown: dict[str, Any],
    language: Language,
    multi: bool = True,
    clearable: bool | None = None,
) -> html.Div:
    """A dropdown that shows the selection; `clearable` unless told otherwise where several may be chosen.

    One of several begins with what is chosen and has all that it offers beside it: there may be hundreds, each costly to offer.
    """
    control = dcc.Dropdown(
        taken(options, shown[key]) if multi else options,
        shown[key] or None,
        id=key,
        multi=multi,
        clearable=multi if clearable is None else clearable,
        placeholder=placeholder,
        searchable=len(options) > 7,
        maxHeight=320,  # pixels: six or seven options, and a telephone has room for them
        labels=LABELS[language],
    )
    offered = [dcc.Store(f"{key}-offers", data=options)] if multi else []
    return field(key, control, language, *offered)


def field(key: str, control: Any, language: Language, *offered: dcc.Store) -> html.Div:
    name = f"field field-{key} of-many" if offered else f"field field-{key}"
    return html.Div([html.Label(t(key, language), htmlFor=key, id=f"{key}-label"), control, *offered], className=name)


LABELS: dict[Language, Any] = {
    "zh": {
        "select_all": "全选",
        "deselect_all": "全不选",
        "selected_count": "已选 {num_selected} 组",
        "search": "查找",
        "clear_search": "清除",
        "clear_selection": "清除",
        "no_options_found": "没有结果",
    },
    "en": {},
}
