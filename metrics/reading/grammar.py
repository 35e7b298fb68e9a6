"""Rules of YAML: which parts of it curated files use, so that a line says what it says.

Each function is one rule and words its breach; its docstring says what the rule is and why.
"""

from collections.abc import Sequence
from typing import Literal

from ..problems import Breach, Place
from ..words import Bilingual
from .nodes import Scalar

# The parser's own words -> what a curator can do. The first that fits is used.
EXPLANATIONS: Sequence[tuple[str, str, str]] = (
    ("expected ':'", "这一行缺少“: ”（冒号后要有空格）。", 'This line lacks ": " (a colon and a blank).'),
    (
        "mapping values",
        "一行里有两个“: ”，或缩进错了。含“: ”的文字要加引号。",
        'Two ": " on one line, or wrong indentation. Put text that holds ": " in quotes.',
    ),
    ("expected key", "字段没有对齐，或引号里的文字提前结束。", "The field is not aligned with those above, or a quote ends too early."),
    ("'-' indicator", "列表项没有对齐，或缺少“- ”。", 'The list item is not aligned, or lacks its "- ".'),
    ("document start", "内容在上面已经结束，这一行不属于任何字段。", "The content ended above; this line belongs to no field."),
    ("cannot start any token", "不能以这个字符开头，请加引号。", "A value cannot begin with this character; put it in quotes."),
    ("node content", "不能以这个字符开头，请加引号。", "A value cannot begin with this character; put it in quotes."),
    ("mapping keys", "以 ? 开头的文字要加引号。", "Text that begins with ? needs quotes."),
    ("comment or line break", "以 | 或 > 开头的文字要加引号。", "Text that begins with | or > needs quotes."),
    ("',' or", "括号里缺少逗号，或括号没有关上。", "A comma is missing inside brackets, or the bracket is never closed."),
    ("escape", "双引号里的反斜杠有特殊含义，请改用单引号。", "A backslash inside double quotes is special; use single quotes."),
    ("tag", "以 ! 开头的文字要加引号。", "Text that begins with ! needs quotes."),
    ("alphabetic or numeric", "以 & 或 * 开头的文字要加引号。", "Text that begins with & or * needs quotes."),
    (
        "block sequence entries",
        "“- ”不能写在这里：没有内容就删去这个字段，有就另起一行。",
        '"- " cannot stand here: leave an empty field out, or begin a new line.',
    ),
)
Spread = Literal["quote", "bracket", "block", "plain"]
SPREADS: dict[Spread, tuple[Bilingual, Bilingual]] = {
    "quote": (
        Bilingual("引号没有在本行关上。", "The quote is not closed on its line."),
        Bilingual("在本行写上收尾的引号。", "End the text with the same quote on this line."),
    ),
    "bracket": (
        Bilingual("括号没有在本行关上。", "The bracket is not closed on its line."),
        Bilingual("在本行写上收尾的括号。", "Close it on this line."),
    ),
    "block": (
        Bilingual("文字写在 | 或 > 的下面几行。", "The text stands on the lines below | or >."),
        Bilingual("不用 | 和 >，把文字写在同一行。", "Write the text on one line, without | and >."),
    ),
    "plain": (
        Bilingual("文字跨了多行。", "The text runs over several lines."),
        Bilingual(
            "写在一行之内；下一行的字段要与上面的对齐，列表项要有“- ”。",
            'Keep it on one line; the next field is aligned with those above, and a new entry has its "- ".',
        ),
    ),
}


KeySlip = Literal["other", "question", "empty"]
KEY_SLIPS: dict[KeySlip, tuple[Bilingual, Bilingual]] = {
    "other": (
        Bilingual("冒号前应是一个字段名，不超过 100 字。", "A name belongs before the colon, of at most 100 characters."),
        Bilingual("带花括号或方括号的文字要加引号。", "Text with braces or brackets needs quotes."),
    ),
    "question": (
        Bilingual("“?”后面的文字会被当作字段名。", 'What follows "? " is taken for the name of a field.'),
        Bilingual("写成“字段: 值”；若是文字，请加引号。", 'Write "field: value"; text that begins with ? needs quotes.'),
    ),
    "empty": (
        Bilingual("冒号前没有字段名。", "No name stands before the colon."),
        Bilingual("写上字段名，或删去这一行。", "Write the name of the field, or remove the line."),
    ),
}


def yaml_is_well_formed(place: Place, line: str, words: str) -> Breach:
    """The file keeps YAML's grammar of indentation, colons, quotes and brackets; after a slip nothing below it is certain."""
    shown = line.strip()[:60]
    hint = next((Bilingual(zh, en) for part, zh, en in EXPLANATIONS if part in words), None)
    return Breach(
        "yaml_is_well_formed",
        place,
        Bilingual(f"YAML 写法有误：{shown}（{words}）", f"Not well-formed YAML: {shown} ({words})"),
        hint or Bilingual("检查缩进、引号和括号。", "Look at indentation, quotes and brackets."),
    )


def blanks_follow_colons_and_dashes(place: Place, mark: str) -> Breach:
    """A blank follows the colon behind a field's name and the dash before an entry; without it both are text."""
    return Breach(
        "blanks_follow_colons_and_dashes",
        place,
        Bilingual(f"“{mark}”后面没有空格。", f'No blank follows the "{mark}".'),
        Bilingual("写作“字段: 值”和“- 字段: 值”。", 'Write "field: value" and "- field: value".'),
    )


def fields_begin_at_the_margin(place: Place) -> Breach:
    """The outermost fields begin in the first column, so that one that slipped is seen."""
    return Breach(
        "fields_begin_at_the_margin",
        place,
        Bilingual("第一个字段没有顶格。", "The first field does not begin at the margin."),
        Bilingual("删去它前面的空格，与下面的字段对齐。", "Remove the blanks before it, in line with the fields below."),
    )


def one_document_a_file(place: Place) -> Breach:
    """A file holds one document: a second one would belong to nobody."""
    return Breach(
        "one_document_a_file",
        place,
        Bilingual("这里开始了第二份文档。", "A second document begins here."),
        Bilingual("删去 --- 或 ...，一个文件只写一份。", "Remove the --- or ...; one file holds one document."),
    )


def directives_are_not_used(place: Place, mark: str) -> Breach:
    """No %YAML or %TAG lines: they change nothing that curated files need."""
    return Breach(
        "directives_are_not_used",
        place,
        Bilingual(f"不使用以 {mark} 开头的指令行。", f"Lines that begin with {mark} are not used here."),
        Bilingual("删去这一行；若是文字，请加引号。", "Remove the line; if it is text, put it in quotes."),
    )


def anchors_are_not_used(place: Place) -> Breach:
    """No anchors (&) and aliases (*): what is meant is written out, so that a line says what it says."""
    return Breach(
        "anchors_are_not_used",
        place,
        Bilingual("不使用 & 和 * 引用。", "Anchors (&) and aliases (*) are not used here."),
        Bilingual("把内容写出来；若是文字，请加引号。", "Write it out; if it is text, put it in quotes."),
    )


def tags_are_not_used(place: Place) -> Breach:
    """No tags (!): the field decides how its text is read."""
    return Breach(
        "tags_are_not_used",
        place,
        Bilingual("不使用 ! 标签。", "Tags (!) are not used here."),
        Bilingual("删去标签；若是文字，请加引号。", "Remove the tag; if it is text, put it in quotes."),
    )


def nesting_is_shallow(place: Place) -> Breach:
    """At most ten levels stand within each other: more is a slip of indentation, or an attack."""
    return Breach(
        "nesting_is_shallow",
        place,
        Bilingual("嵌套超过 10 层。", "Nested more than ten levels deep."),
        Bilingual("检查这里的缩进和括号。", "Look at the indentation and brackets here."),
    )


def keys_are_plain_words(place: Place, slip: KeySlip = "other") -> Breach:
    """What stands before a colon is a name of at most a hundred characters: no list, no mapping, no question mark, not nothing."""
    return Breach("keys_are_plain_words", place, *KEY_SLIPS[slip])


def keys_do_not_repeat(key: Scalar, first: Scalar) -> Breach:
    """A name stands once in its place; look-alikes (capitals, full-width letters) count as the same."""
    return Breach(
        "keys_do_not_repeat",
        key.place,
        Bilingual(
            f"“{key.text}”在第 {first.place.line} 行已经写过“{first.text}”。",
            f'"{key.text}" is already set at line {first.place.line}, as "{first.text}".',
        ),
        Bilingual("只保留一个；新的一条以“- ”开头。", 'Keep one of them; a new entry starts with "- ".'),
    )


def text_stays_on_one_line(place: Place, spread: Spread) -> Breach:
    """A value stands on one line, so that a forgotten quote, bracket or dash cannot swallow the next fields."""
    return Breach("text_stays_on_one_line", place, *SPREADS[spread])


def text_is_short(place: Place) -> Breach:
    """A value has at most two thousand characters: figures and citations are entered here, not the reports' prose."""
    return Breach(
        "text_is_short",
        place,
        Bilingual("文字超过 2000 字。", "The text is longer than 2,000 characters."),
        Bilingual("只写数字和出处，不抄原文。", "Write figures and citations, not the report's prose."),
    )


def nothing_follows_what_is_closed(place: Place, mark: str, behind: str) -> Breach:
    """Behind a closing quote or bracket nothing more stands than a comment, two blanks away: the rest would be lost, or is a slip."""
    return Breach(
        "nothing_follows_what_is_closed",
        place,
        Bilingual(f"“{mark}”已经收尾，后面还有“{behind[:40]}”。", f'The text ended at {mark}, and "{behind[:40]}" follows.'),
        Bilingual(
            "把它移到引号或括号之内；一行里另一个字段前要有逗号。",
            "Move it inside the quotes or brackets; if it is the next field inside brackets, put a comma before it.",
        ),
    )


def comments_keep_their_distance(place: Place, behind: str) -> Breach:
    """A comment behind a value stands two blanks away: one blank and # may have been meant as text."""
    return Breach(
        "comments_keep_their_distance",
        place,
        Bilingual(f"“{behind[:40]}”会被当作注释略去。", f'"{behind[:40]}" is taken for a comment and dropped.'),
        Bilingual("若是文字请加引号；若是注释，# 前留两个空格。", "If it is text, use quotes; if a comment, leave two blanks before #."),
    )
