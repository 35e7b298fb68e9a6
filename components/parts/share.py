"""The ways to take a view elsewhere: its link, the same in the other language, the chart for another page, pictures."""

from typing import Any

from dash import html

from metrics.selecting.answer import Answer
from metrics.words import Language

from ..wording.strings import t
from ..wording.titles import file_stem, heading


def share(answer: Answer) -> list[Any]:
    """A menu; scripts act on its buttons. What it copies is what stands in it, so that it can be read before."""
    selection = answer.asked.selection
    language = selection.language
    other = "en" if language == "zh" else "zh"
    search = selection.with_(embed="").to_search()
    copied = [
        copy_button(t("share_link", language), "/" + search, language),
        copy_button(t("share_link_other", language), "/" + selection.with_(embed="", lang=other).to_search(), language),
        copy_button(t("embed", language), "/" + selection.with_(embed="1").to_search(), language, title=heading(answer)),
    ]
    name = file_stem(selection)
    pictures = [
        html.A("SVG", href=f"/chart.svg{search}", download=f"{name}.svg", className="picture"),
        html.Button("PNG", type="button", **data(picture=f"/chart.svg{search}", name=name)),
    ]
    saving = html.Li([t("save_picture", language), " ", *[child for one in pictures for child in (one, " ")]])
    return [html.Summary(t("share", language)), html.Ul([*[html.Li(one) for one in copied], *([saving] if answer.panels else [])])]


def copy_button(words: str, address: str, language: Language, **more: str) -> html.Button:
    """A button that copies an address of this site in full; with a title, the html that shows it in another page."""
    return html.Button(words, type="button", **data(copy=address, done=t("copied_done", language), **more))


def data(**values: str) -> dict[str, Any]:
    return {f"data-{name}": value for name, value in values.items()}
