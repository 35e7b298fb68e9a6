"""Rules of a file: what it is, how it is encoded, which parts of YAML it uses.

Each function is one rule and words its breach; its docstring says what the rule is and why.
"""

import unicodedata
from collections.abc import Sequence

import yaml

from ..nodes import Scalar
from ..problems import Breach, Place
from ..words import Bilingual

ASCII_FOR = {"：": ":", "﹕": ":", "—": "-", "－": "-", "–": "-", "•": "-"}

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
    ("cannot start any token", "不能以这个字符开头，请加引号。", "A value cannot begin with this character; put it in quotes."),
    ("end of stream", "引号或括号没有关上。", "A quote or bracket is never closed."),
    ("',' or", "括号里缺少逗号，或括号没有关上。", "A comma is missing inside brackets, or the bracket is never closed."),
    ("escape character", "双引号里的反斜杠有特殊含义，请改用单引号。", "A backslash inside double quotes is special; use single quotes."),
    ("tag", "以 ! 开头的文字要加引号。", "Text that begins with ! needs quotes."),
    ("alphabetic or numeric", "以 & 或 * 开头的文字要加引号。", "Text that begins with & or * needs quotes."),
    ("directive", "以 % 开头的文字要加引号。", "Text that begins with % needs quotes."),
    ("block sequence entries", "“- ”不能写在这里，请另起一行。", '"- " cannot stand here; begin a new line.'),
)


def file_can_be_read(error: OSError) -> Breach:
    """A curated file is a regular file that may be read: no link, pipe, device or folder."""
    return Breach(
        "file_can_be_read",
        Place(1, 1),
        Bilingual(f"不能读取：{error.strerror or error}。", f"Cannot be read: {error.strerror or error}."),
        Bilingual("请放一个普通文件，不要用链接。", "Put a regular file here, not a link."),
    )


def file_is_small() -> Breach:
    """A curated file has at most a million bytes; a larger one is not hand-written."""
    return Breach(
        "file_is_small",
        Place(1, 1),
        Bilingual("文件超过 1 MB。", "The file is larger than 1 MB."),
        Bilingual("每个结对一个文件，手写的不会这么大。", "One file per pairing; hand-written ones are never this large."),
    )


def file_is_not_empty() -> Breach:
    """A curated file says something."""
    return Breach(
        "file_is_not_empty",
        Place(1, 1),
        Bilingual("文件是空的，或只有注释。", "The file is empty or holds comments alone."),
        Bilingual("写入内容，或删除文件。", "Fill it, or remove it."),
    )


def yaml_is_well_formed(error: yaml.MarkedYAMLError, lines: list[str]) -> Breach:
    """The file keeps YAML's grammar: indentation, colons, quotes and brackets."""
    mark = error.problem_mark
    # An unfinished key, quote or bracket is best shown where it begins.
    if error.context and error.context_mark and any(word in error.context for word in ("simple key", "quoted", "flow")):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    return Breach("yaml_is_well_formed", Place(line + 1, column + 1), *explain(error.problem or "", lines[line]))


def one_document_a_file(place: Place) -> Breach:
    """A file holds one document."""
    return Breach(
        "one_document_a_file",
        place,
        Bilingual("这里开始了第二份文档。", "A second document begins here."),
        Bilingual("删去 --- 或 ...，一个文件只写一份。", "Remove the --- or ...; one file holds one document."),
    )


def directives_are_not_used() -> Breach:
    """No %YAML or %TAG lines: they change nothing that curated files need."""
    return Breach(
        "directives_are_not_used",
        Place(1, 1),
        Bilingual("不使用 % 开头的指令行。", "Lines that begin with % are not used here."),
        Bilingual("删去这一行。", "Remove the line."),
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
    """At most ten levels and fifty thousand values: more is a mistake or an attack."""
    return Breach(
        "nesting_is_shallow",
        place,
        Bilingual("嵌套过深或内容过多。", "Nested too deeply, or too much in one file."),
        Bilingual("检查这里的缩进和括号。", "Look at the indentation and brackets here."),
    )


def keys_are_plain_words(place: Place) -> Breach:
    """What stands before a colon is a word, not a list, a mapping or nothing."""
    return Breach(
        "keys_are_plain_words",
        place,
        Bilingual("冒号前应是一个字段名。", "A field name belongs before the colon."),
        Bilingual("带花括号或方括号的文字要加引号。", "Text with braces or brackets needs quotes."),
    )


def keys_do_not_repeat(key: Scalar, first: Scalar) -> Breach:
    """A key stands once; look-alikes (case, full-width letters) count as the same."""
    return Breach(
        "keys_do_not_repeat",
        key.place,
        Bilingual(f"“{key.text}”在第 {first.place.line} 行已经写过。", f'"{key.text}" is already set at line {first.place.line}.'),
        Bilingual("只保留一个；新的一条以“- ”开头。", 'Keep one of them; a new entry starts with "- ".'),
    )


def text_stays_on_one_line(place: Place, quoted: bool) -> Breach:
    """A value stands on one line, so that a forgotten quote or dash cannot swallow the next fields."""
    return Breach(
        "text_stays_on_one_line",
        place,
        Bilingual("这段文字跨了多行。", "This text runs over several lines."),
        Bilingual("引号没有关上？请在本行写完。", "Is the closing quote missing? End it on this line.")
        if quoted
        else Bilingual("写在一行之内；下面的字段要与本字段对齐。", "Keep it on one line; align the fields below it with this one."),
    )


def text_is_short(place: Place) -> Breach:
    """A value has at most twenty thousand characters."""
    return Breach(
        "text_is_short",
        place,
        Bilingual("文字超过 20 000 字。", "The text is longer than 20,000 characters."),
        Bilingual("只写数字和出处，不抄原文。", "Write figures and citations, not the report's prose."),
    )


def comments_keep_their_distance(place: Place, behind: str) -> Breach:
    """A comment behind a value stands two blanks away: one blank and # may have been meant as text."""
    return Breach(
        "comments_keep_their_distance",
        place,
        Bilingual(f"“{behind.strip()}”会被当作注释略去。", f'"{behind.strip()}" is taken for a comment and dropped.'),
        Bilingual("若是文字请加引号；若是注释，# 前留两个空格。", "If it is text, use quotes; if a comment, leave two blanks before #."),
    )


def explain(parser_words: str, line: str) -> tuple[Bilingual, Bilingual]:
    """Message and hint for a grammar error, the parser's own words kept in brackets."""
    hint = next((Bilingual(zh, en) for part, zh, en in EXPLANATIONS if part in parser_words), None)
    shown = line.strip()[:60]
    message = Bilingual(f"YAML 写法有误：{shown}（{parser_words}）", f"Not well-formed YAML: {shown} ({parser_words})")
    return message, hint or Bilingual("检查缩进、引号和括号。", "Look at indentation, quotes and brackets.")


def file_is_utf8(place: Place, encoding: str) -> Breach:
    """A curated file is saved as UTF-8."""
    return Breach(
        "file_is_utf8",
        place,
        Bilingual(f"不是 UTF-8 编码，看起来像 {encoding}。", f"Not UTF-8; it looks like {encoding}."),
        Bilingual("在编辑器里另存为 UTF-8。", "Save it as UTF-8 in your editor."),
    )


def merges_are_finished(place: Place, marker: str) -> Breach:
    """No version-control conflict markers are left."""
    return Breach(
        "merges_are_finished",
        place,
        Bilingual(f"合并冲突标记 {marker.strip()} 还在。", f"The conflict marker {marker.strip()} is still here."),
        Bilingual("选定一方，删去标记行。", "Choose one side and remove the marker lines."),
    )


def punctuation_is_ascii(place: Place, character: str) -> Breach:
    """Colons, quotes and dashes that YAML reads are ASCII, not their full-width look-alikes."""
    ascii_one = ASCII_FOR.get(character, ":")
    return Breach(
        "punctuation_is_ascii",
        place,
        Bilingual(f"这里的“{character}”不是 YAML 的标点。", f'"{character}" is not YAML\'s punctuation.'),
        Bilingual(f"请改成半角的 {ascii_one}", f"Type {ascii_one} instead"),
    )


def characters_can_be_seen(place: Place, character: str) -> Breach:
    """No tabs, no invisible, control or direction-changing characters, no unusual blanks."""
    name = unicodedata.name(character, "control character" if character != "\t" else "TAB")
    return Breach(
        "characters_can_be_seen",
        place,
        Bilingual(
            f"有一个看不见或不允许的字符 U+{ord(character):04X}（{name}）。",
            f"A character that cannot be seen or is not allowed: U+{ord(character):04X} ({name}).",
        ),
        Bilingual("删去它，或改成普通空格。", "Delete it, or type an ordinary blank."),
    )
