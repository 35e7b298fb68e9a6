"""Bytes -> text that editors and the YAML parser count alike, or the breaches that forbid it."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from ..problems import Breach, Place, Report, raise_breach
from ..words import Bilingual
from . import files, grammar

# Control characters (but line ends), unusual blanks, invisible and direction-changing characters, private
# use, and what is no character at all. NEL and U+2028 are line ends to the parser alone: they would shift every line.
UNSEEN = re.compile(
    "(?P<at>[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
    + "".join(chr(plane + last) for plane in range(0x1_0000, 0xF_0000, 0x1_0000) for last in (0xFFFE, 0xFFFF))
    + "])"
)
# Those of them that Python calls printable.
HIDDEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]")
FORBIDDEN: tuple[tuple[re.Pattern[str], Callable[[Place, str], Breach]], ...] = (
    (re.compile(r"^(?P<at><{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE), files.merges_are_finished),
    (re.compile(r"^(?P<at>%)", re.MULTILINE), grammar.directives_are_not_used),
    (re.compile(r"^ *(?:- +)?[A-Za-z_-]+(?P<at>[：﹕])", re.MULTILINE), files.punctuation_is_ascii),
    (re.compile(r"^ *(?P<at>[—－–•·]|\*(?= )) *[a-z]+:", re.MULTILINE), files.punctuation_is_ascii),
    # An address may stand alone on a line: its // tells it from a field.
    (re.compile(r"^ *(?:- +)?[a-z]+(?P<at>:)(?=[^\s/:])", re.MULTILINE), grammar.blanks_follow_colons_and_dashes),
    (re.compile(r"^ *(?P<at>-)(?=[^\s-])", re.MULTILINE), grammar.blanks_follow_colons_and_dashes),
    (UNSEEN, files.characters_can_be_seen),
)
MOST_FAULTS = 100  # listed of one file: it is not read any further before they are mended

PAGE = Bilingual("一个网页", "a web page")
DOCUMENT = Bilingual("一个文档或表格文件", "a document or spreadsheet")
OTHERS = (
    *((start, PAGE) for start in (b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<!--", b"mime-version:", b"from: <saved by")),
    *((start, DOCUMENT) for start in (b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"%pdf", b"{\\rtf")),
)
WIDE = ((b"\xff\xfe\0\0", "UTF-32"), (b"\0\0\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decode(data: bytes) -> str:
    """UTF-8, with or without a mark at the start, its line ends all LF. Raises `Breach`."""
    if kind := other_kind(data):
        raise files.file_is_written_by_hand(kind)
    if name := wide_encoding(data):
        raise files.file_is_utf8(Place(1, 1), looks_like(name))
    try:
        return lines_end_in_lf(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = lines_end_in_lf(data[: error.start].decode("utf-8-sig", "replace"))
        raise files.file_is_utf8(place_in(before, len(before)), finding(data, error)) from error


def other_kind(data: bytes) -> Bilingual | None:
    """What a file is that begins as no YAML does."""
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for beginning, kind in OTHERS if start.startswith(beginning)), None)


def lines_end_in_lf(content: str) -> str:
    return content.replace("\r\n", "\n").replace("\r", "\n")


def place_in(content: str, position: int) -> Place:
    return Place(content.count("\n", 0, position) + 1, position - content.rfind("\n", 0, position))


def wide_encoding(data: bytes) -> str | None:
    """The name of an encoding whose characters have two or four bytes each, told by its mark or by its zeros."""
    marked = next((name for mark, name in WIDE if data.startswith(mark)), None)
    return marked or {2: "UTF-16", 3: "UTF-32"}.get(data[:4].count(0))


def looks_like(name: str) -> Bilingual:
    return Bilingual(f"看起来像 {name}", f"it looks like {name}")


def finding(data: bytes, error: UnicodeDecodeError) -> Bilingual:
    """What can be said of bytes that are not UTF-8."""
    if error.reason == "unexpected end of data":
        return Bilingual("文件断在一个字的中间", "the file ends in the middle of a character")
    chinese = [name for name, codec in (("GBK", "gb18030"), ("Big5", "big5")) if is_chinese(data, codec)]
    if chinese:
        return looks_like(" / ".join(chinese))
    return Bilingual(f"字节 0x{data[error.start]:02X} 不成字", f"the byte 0x{data[error.start]:02X} is no character")


def is_chinese(data: bytes, codec: str) -> bool:
    try:
        foreign = [character for character in data.decode(codec) if not character.isascii()]
    except UnicodeDecodeError:
        return False
    return len(CHINESE.findall("".join(foreign))) > 0.9 * len(foreign)


def check(content: str, report: Report = raise_breach) -> None:
    """Report the faults of every line, and raise the last of them: such a text is not parsed."""
    breaches = list(islice(faults(content), MOST_FAULTS))
    for breach in breaches[:-1]:
        report(breach)
    if breaches:
        raise breaches[-1]


def is_seen(line: str) -> bool:
    """Whether every character of a line can be seen beyond doubt: none is of `UNSEEN`."""
    return line.isprintable() and (line.isascii() or not HIDDEN.search(line))


def faults(content: str) -> Iterator[Breach]:
    """The first fault of each kind in each line."""
    present = [(pattern, rule) for pattern, rule in FORBIDDEN if pattern.search(content)]
    for number, line in enumerate(content.split("\n") if present else (), 1):
        for pattern, rule in present:
            if found := pattern.search(line):
                yield rule(Place(number, found.start("at") + 1), found["at"])
