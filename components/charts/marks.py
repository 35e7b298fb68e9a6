"""What both charts share: the layout, the words on a mark, and which pairing looks how."""

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from metrics.figures.terms import TERMS, period_words
from metrics.words import Language

from ..wording.numbers import figure_words, pick
from ..wording.strings import t
from .palette import FAINT, FONT, INK, colours, shapes

Chart = dict[str, Any]  # a plotly figure: {"data": […], "layout": {…}}
PEOPLES = (
    "藏|蒙古|回|羌|彝|傣|景颇|白|苗|侗|布依|土家|朝鲜|壮|哈尼|傈僳|土|撒拉|怒|黎|瑶|满|畲|水|佤|拉祜|纳西|东乡|保安|裕固|哈萨克|"
    "达斡尔|仫佬|毛南|仡佬|布朗|独龙|普米|鄂温克|鄂伦春"
)
PEOPLE = re.compile(rf"(?<=.)(?:(?:{PEOPLES})族)+自治(?=[州县旗])|(?<=.)(?:哈萨克|柯尔克孜|蒙古|锡伯|塔吉克)自治(?=[州县])")


@dataclass(frozen=True)
class Look:
    """How a chart is to look: its language, and each pairing's colour and shape."""

    language: Language
    colour: dict[str, str]
    shape: dict[str, str]


def look(pairings: list[str], language: Language) -> Look:
    return Look(language, colours(pairings), shapes(pairings))


def short_name(name: str) -> str:
    """海西蒙古族藏族自治州 -> 海西州, as it is commonly called."""
    return PEOPLE.sub("", name)


def donor_and_recipient(row: Any, language: Language) -> str:
    return pick(f"{short_name(row.donor_zh)} → {short_name(row.recipient_zh)}", f"{row.donor_en} → {row.recipient_en}", language)


def recipient(row: Any, language: Language) -> str:
    return pick(short_name(row.recipient_zh), row.recipient_en, language)


def counted(row: Any, language: Language) -> str:
    """What a row counts beside the metric: its scope and its label."""
    parts = (pick(row.scope, row.scope_en, language), pick(row.label_zh, row.label_en, language))
    return " · ".join(part for part in parts if part)


def circumstances(row: Any, language: Language) -> str:
    """Period and basis: what a reader must see beside every number."""
    return f"{period_words(row.period).to(language)} · {TERMS['basis'][row.basis].to(language)}"


def place_in_report(row: Any, language: Language) -> str:
    """¶1, or that only a digest of the report was read."""
    return t("digest", language) if row.locator == "digest" else str(row.locator)


def derivation(row: Any, language: Language) -> str:
    """18.51亿元 ÷ 14.67 年 = 1.26亿元/年, or nothing where the figure is as printed."""
    step = pick(row.step_zh, row.step_en, language)
    return f"{row.stated} {step} = {figure_words(row, language)}" if step else ""


def hover(row: Any, language: Language) -> str:
    """What a pointer shows; everything in it stands in the table too."""
    lines = (
        donor_and_recipient(row, language),
        counted(row, language),
        f"<b>{escape(figure_words(row, language))}</b>",
        derivation(row, language),
        circumstances(row, language),
        f"{row.publisher} {row.published}",
    )
    return "<br>".join(line if line.startswith("<b>") else escape(line) for line in lines if line)


def layout(height: float, **more: Any) -> dict[str, Any]:
    """A transparent, quiet layout of a fixed height in pixels."""
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": INK},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": "#ffffff", "bordercolor": FAINT, "align": "left", "font": {"family": FONT, "size": 13, "color": INK}},
        "dragmode": False,
        "uirevision": "keep",
        **more,
    }


def note(text: str, **place: Any) -> dict[str, Any]:
    """Text on a chart, where `place` says."""
    return {"text": text, "showarrow": False, "font": {"size": 13, "color": INK}, "align": "left", **place}


def suffix(number: int) -> str:
    """What plotly adds to the name of an axis: nothing to the first."""
    return "" if number == 1 else str(number)
