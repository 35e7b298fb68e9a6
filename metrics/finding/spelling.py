"""Ways of writing one thing, made the same: traditional characters as simplified ones, Chinese names in pinyin, each character a word.

SQLite's index looks for whole words, and Chinese has no blanks between them: so every character stands alone, and a question of
several is a phrase. That finds words of two characters, which most Chinese words have, as fast as those of ten.
"""

import re
import sys
from functools import cache, lru_cache
from threading import Lock
from unicodedata import normalize

from ..words import PEOPLE

CHINESE = "\u3400-\u9fff"
CHARACTER = re.compile(f"([{CHINESE}])")
RUN = re.compile(rf"[{CHINESE}]+|[^\W_{CHINESE}]+(?:[.,'’-][^\W_{CHINESE}]+)*")
# Words of a question that name nothing.
FILLING = frozenset(
    "a an and are by did do does for from give gives given get gets got has have help helped helps how in is many much of on sent "
    "send sends support supports that the to was were what when where which who whom with".split()
)
WORD = re.compile(r"[^\W_]+")
DICTIONARY = Lock()  # held while it is read or looked into
DIVISION = re.compile(r"(?:自治[州县旗区]|地区|新区|[省市州县区盟旗])$")


@cache
def simplified() -> dict[int, str]:
    """For each traditional character the simplified one; the library is asked once for all of them."""
    from opencc import OpenCC

    convert = OpenCC("t2s").convert
    return {code: new for code in range(0x3400, 0xA000) if (new := convert(chr(code))) != chr(code)}


@lru_cache(maxsize=100_000)  # names come again and again
def folded(text: str) -> str:
    """The text in simplified characters and small letters, of one width."""
    return normalize("NFKC", text).casefold().translate(simplified())


@lru_cache(maxsize=100_000)
def spaced(text: str) -> str:
    """The text folded, each Chinese character a word of its own."""
    return CHARACTER.sub(r" \1 ", folded(text))


@lru_cache(maxsize=10_000)
def pinyin(name: str) -> str:
    """A Chinese name as people type it: kashidiqu, which begins like kashi, and by syllables; ü as u and as v."""
    syllables = syllables_of("".join(CHARACTER.findall(folded(name))))
    joined = "".join(syllables)
    forms = [joined, *syllables] + ([joined.replace("v", "u")] if "v" in joined else [])
    return " ".join(dict.fromkeys(forms))


def syllables_of(chinese: str) -> list[str]:
    with DICTIONARY:
        from pypinyin import lazy_pinyin

        return lazy_pinyin(chinese)


def put_dictionary_away() -> None:
    """Give back the 45 MB of the dictionary of pinyin: names come again, and are known then. A new one is looked up in it anew."""
    with DICTIONARY:
        for name in [name for name in sys.modules if name.partition(".")[0] == "pypinyin"]:
            del sys.modules[name]


def short(name: str) -> str:
    """和田 for 和田地区, 黄南 for 黄南藏族自治州: the name without what kind of division it is, where two characters are left."""
    stem = DIVISION.sub("", PEOPLE.sub("", name))
    return stem if len(stem) > 1 else name


def runs(question: str) -> list[str]:
    """The question in runs of Chinese characters, and of letters and digits that may name something."""
    return [run for run in RUN.findall(folded(question)) if run not in FILLING]


def phrase(word: str, *, begins: bool = False) -> str:
    """A word as SQLite's index is asked for it; with `begins`, more letters may follow. Empty where nothing in it is a word."""
    tokens = WORD.findall(spaced(word))
    more = "*" if begins and tokens and not CHARACTER.fullmatch(tokens[-1]) else ""
    return f'"{" ".join(tokens)}"{more}' if tokens else ""
