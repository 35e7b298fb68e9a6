"""What a curator most likely meant: the second half of many hints."""

import re
import unicodedata

from ..words import Bilingual, closest

NUMBER = re.compile(r"(?!-0(?:\.0*)?$)-?(0|[1-9][0-9]{0,14})(\.[0-9]+)?")  # fifteen digits are what every reader's program keeps exactly
LONGEST_NUMBER = 18
EXAMPLE = "1851000000"
DASHES = str.maketrans("−–—", "---")
ORNAMENTS = re.compile(r"[\s_%$¥€'\"+]")  # not < or ~: they bound the number, and without them it is another


def plain_number(text: str) -> bool:
    return len(text) <= LONGEST_NUMBER and NUMBER.fullmatch(text) is not None


def suggested_numbers(text: str) -> str:
    """The plain numbers that a text may stand for, both where a comma can be read in two ways."""
    digits = "".join(str(unicodedata.decimal(character, character)) for character in text[:40]).translate(DASHES)
    digits = ORNAMENTS.sub("", digits)
    if re.fullmatch(r"[0-9.]{1,8}e[0-9]{1,2}", digits.casefold()):
        digits = f"{float(digits):.15g}"
    readings = [digits.replace(",", ""), digits.replace(",", ".")] if digits.count(",") == 1 else [digits.replace(",", "")]
    plain = [reading for reading in readings if plain_number(reading)]
    return " / ".join(dict.fromkeys(plain)) or EXAMPLE


def lookalike_character(text: str) -> Bilingual:
    """Names the first character that only looks like an ASCII one; empty where there is none."""
    character = next((one for one in text if not one.isascii() and unicodedata.category(one) != "Lo"), None)
    if character is None:
        return Bilingual("", "")
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    return Bilingual(f"其中“{character}”是 {name}。", f' Its "{character}" is {name}.')


def undeclared_name(name: str, known: list[str], what: Bilingual) -> tuple[Bilingual, Bilingual]:
    """Message and hint for a name that is declared nowhere."""
    near = closest(name, known)
    return (
        Bilingual(f"没有“{name}”这个{what.zh}。", f'There is no {what.en} "{name}".'),
        Bilingual(f"是不是“{near}”？", f'Did you mean "{near}"?')
        if near
        else Bilingual(f"先写明这个{what.zh}，或改用已有的。", f"Declare the {what.en} first, or use one that is there."),
    )


def duplicate_id(name: str, by: Bilingual) -> tuple[Bilingual, Bilingual]:
    """Message and hint for an id that names something else already; `by` says where, and may be empty."""
    return (
        Bilingual(f"编号 {name} 已经用过{by.zh}。", f"The id {name} is taken{by.en}."),
        Bilingual("换一个没有用过的编号。", "Give an id that was never used."),
    )
