"""Rules of a file: what it is, how it is encoded, which characters stand in it.

Each function is one rule and words its breach; its docstring says what the rule is and why.
"""

import errno
import unicodedata

from ..problems import Breach, Place
from ..words import Bilingual

ASCII_FOR = dict(zip("：﹕，；｛｝［］“”—－–•·*", '::,;{}[]""------', strict=True))
NO_REGULAR_FILE = Bilingual("不是普通文件", "it is no regular file")
REASONS = {
    errno.ELOOP: Bilingual("是一个链接", "it is a link"),
    errno.EISDIR: Bilingual("是一个文件夹", "it is a folder"),
    errno.EACCES: Bilingual("没有读取的权限", "there is no permission to read it"),
    errno.ENOENT: Bilingual("文件不存在", "there is no such file"),
    errno.ENXIO: NO_REGULAR_FILE,
    errno.ENOTSUP: NO_REGULAR_FILE,
}


READABLE_FILE = Bilingual("请放一个可以读取的普通文件，不要用链接。", "Put a regular, readable file here, not a link.")
READABLE_FOLDER = Bilingual(
    "请让自己能读取并进入这个文件夹，例如 chmod u+rx。", "Give yourself permission to read and enter the folder, as by chmod u+rx."
)


def file_can_be_read(error: OSError, *, folder: bool = False) -> Breach:
    """A curated file is a regular file that may be read: no link, pipe, device or folder, whose content is somebody else's."""
    reason = REASONS.get(error.errno or 0, Bilingual(error.strerror or "?", error.strerror or "?"))
    return Breach(
        "file_can_be_read",
        Place(1, 1),
        Bilingual(f"不能读取：{reason.zh}。", f"Cannot be read: {reason.en}."),
        READABLE_FOLDER if folder else READABLE_FILE,
    )


def file_is_written_by_hand(kind: Bilingual) -> Breach:
    """A file is text that a curator wrote: a saved web page, a document or a spreadsheet under its name is none."""
    return Breach(
        "file_is_written_by_hand",
        Place(1, 1),
        Bilingual(f"这不是 YAML，而是{kind.zh}。", f"This is no YAML but {kind.en}."),
        Bilingual(
            "在浏览器里另存的多半是网页；请下载原始文件（Raw），或把文字写进新文件。",
            "A browser may have saved the page around the file: download the raw file, or write the text into a new one.",
        ),
    )


def file_is_small(place: Place, limit: Bilingual) -> Breach:
    """A file has at most a million bytes, 50,000 values, and 1,000 fields in one place: a larger one is not written by hand."""
    return Breach(
        "file_is_small",
        place,
        Bilingual(f"文件太大：超过{limit.zh}。", f"The file is too large: more than {limit.en}."),
        Bilingual("每个结对一个文件，手写的不会这么大。", "One file per pairing; one written by hand is never this large."),
    )


def file_is_not_empty() -> Breach:
    """A curated file says something: an empty one may be what is left of a failed save."""
    return Breach(
        "file_is_not_empty",
        Place(1, 1),
        Bilingual("文件是空的，或只有注释。", "The file is empty or holds comments alone."),
        Bilingual("写入内容，或删除文件。", "Fill it, or remove it."),
    )


def file_is_utf8(place: Place, finding: Bilingual) -> Breach:
    """A file is saved as UTF-8, so that every reader sees the same characters."""
    return Breach(
        "file_is_utf8",
        place,
        Bilingual(f"不是 UTF-8 编码：{finding.zh}。", f"Not UTF-8: {finding.en}."),
        Bilingual(
            "在编辑器里打开，确认文字无误后另存为 UTF-8。", "Open it in your editor, see that the text is right, and save it as UTF-8."
        ),
    )


def merges_are_finished(place: Place, marker: str) -> Breach:
    """No conflict markers of version control are left: which side holds is for the curator to say."""
    return Breach(
        "merges_are_finished",
        place,
        Bilingual(f"合并冲突标记 {marker} 还在。", f"The conflict marker {marker} is still here."),
        Bilingual("选定一方，删去标记行。", "Choose one side and remove the marker lines."),
    )


def characters_can_be_seen(place: Place, character: str) -> Breach:
    """No tabs, no unusual blanks, no invisible, control or direction-changing characters: what looks the same is the same."""
    name = unicodedata.name(character, {"\t": "TAB", "\n": "LINE FEED"}.get(character, "")).strip()
    shown = f"U+{ord(character):04X}" + (f" {name}" if name else "")
    return Breach(
        "characters_can_be_seen",
        place,
        Bilingual(f"有一个看不见或不允许的字符：{shown}。", f"A character that cannot be seen or is not allowed: {shown}."),
        Bilingual(
            "删去它，或改成普通空格；双引号里的反斜杠请改用单引号。",
            "Delete it, or type an ordinary blank; for a backslash use single quotes instead of double ones.",
        ),
    )


def punctuation_is_ascii(place: Place, character: str) -> Breach:
    """Colons, commas, brackets and dashes that YAML reads are ASCII; their full-width look-alikes are text to it."""
    return Breach(
        "punctuation_is_ascii",
        place,
        Bilingual(f"这里的“{character}”不是 YAML 的标点。", f'"{character}" is not YAML\'s punctuation.'),
        Bilingual(
            f"请改成半角的 {ASCII_FOR[character]}；若是文字，请加引号。",
            f"Type {ASCII_FOR[character]} instead; if it is text, put it in quotes.",
        ),
    )
