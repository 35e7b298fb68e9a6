"""Bytes -> text that editors and the YAML parser count alike, or the breach that forbids it."""

import re

from .problems import Place
from .rules import files as rules

# Control characters (but line ends), invisible and direction-changing ones, private use, and what is
# no character at all. NEL and U+2028 are line ends to the parser alone: they would shift every line.
UNSEEN = re.compile(
    "[\x00-\x08\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\xa0\xad\u061c\u115f\u1160\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff\ud800-\udfff]"
)
MERGE_MARKER = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
FULL_WIDTH_SYNTAX = re.compile(r"^ *(?:- +)?[A-Za-z_-]+(：|﹕)|^ *(—|－|–|•) *[a-z]+:", re.MULTILINE)


def decode(data: bytes) -> str:
    """UTF-8, with or without a mark at the start. Raises `Breach`."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise rules.file_is_utf8(Place(1, 1), "UTF-16")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        line = before.count("\n") + 1
        raise rules.file_is_utf8(Place(line, len(before) - before.rfind("\n")), guess(data)) from error


def guess(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK"


def check(content: str) -> None:
    """Raises `Breach` at the first character or line that must not stand in a curated file."""
    for pattern, rule in (
        (MERGE_MARKER, rules.merges_are_finished),
        (FULL_WIDTH_SYNTAX, rules.punctuation_is_ascii),
        (UNSEEN, rules.characters_can_be_seen),
    ):
        if found := pattern.search(content):
            group = found.lastindex or 0
            start = found.start(group)
            place = Place(content.count("\n", 0, start) + 1, start - content.rfind("\n", 0, start))
            raise rule(place, found.group(group))
