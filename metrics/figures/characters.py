"""A printed figure in plain characters: half-width, simplified, without the blanks and commas that part its digits.

* Only what stands for one character is folded: a raised, encircled or bracketed digit (² ③ ⑷ ⒌) is a mark, no number.
* A blank or comma between digits parts thousands, `1 234 567`; any other blank between digits stays, and is not read.
* A blank behind a dash at the beginning stays too: that dash begins a line of a list, and makes nothing negative.
"""

import re
import unicodedata

SIMPLIFIED = str.maketrans(
    "億萬兩餘幾個項場臺對間棟輛頭隻匹雙張冊種類門處塊條達過約滿畝數戶許輪節團隊噸單級廠將從於內計總為筆盤屆頂組幣〇頃來負點錢歐",
    "亿万两余几个项场台对间栋辆头只匹双张册种类门处块条达过约满亩数户许轮节团队吨单级厂将从于内计总为笔盘届顶组币零顷来负点钱欧",
) | {ord("−"): "-"}
MARKS = ("<super>", "<sub>", "<circle>", "<fraction>")
DIGITS = "0-9零一二两三四五六七八九"
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])(?<!\d )\d{1,3}(?: \d{3})+(?![\d,]| \d)", re.ASCII)
BLANK = re.compile(rf"(?<![{DIGITS}.,]) | (?![{DIGITS}.,])")  # one that does not stand between two digits


class Plain(dict[int, str]):
    """What each character is folded to, found out once."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = half_width(chr(code)).translate(SIMPLIFIED)
        return folded


PLAIN = Plain()


def half_width(character: str) -> str:
    """The plain form; a mark stays what it is. The one unit of several letters that is one character is ㎡ and its like."""
    tag = unicodedata.decomposition(character).partition(" ")[0]
    folded = unicodedata.normalize("NFKC", character)
    return folded if tag not in MARKS and (len(folded) == 1 or tag == "<square>") else character


def normalised(stated: str) -> str:
    """Half-width, simplified, without thousands separators; blanks stay between English words, and between digits that no rule joins."""
    stated = stated.replace("m²", "m2").replace("m³", "m3")  # a raised digit that belongs to its unit
    token = " ".join(stated.translate(PLAIN).split())
    if " " in token or "," in token:
        token = THOUSANDS.sub(lambda number: number.group().replace(",", "").replace(" ", ""), token)
    if " " not in token or token.isascii():
        return token
    kept = 2 if token.startswith("- ") else 0
    return token[:kept] + BLANK.sub("", token[kept:])
