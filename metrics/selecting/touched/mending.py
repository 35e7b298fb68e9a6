"""Which selection was meant by one whose names have other people's marks on them, held against the names that there are.

What can be read in one way alone is read so: `tianjin-huangnan。`, `Projects`, `a%257Eb`, `metric=funds%26pair=…`. What cannot
stays as it was written, and is named to the reader beside the nearest view that there is.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from urllib.parse import unquote

from ...words import closest
from ..selection import ATTRIBUTES, DEFAULT, Selection, own_values, parse
from .keys import OLDER, nearly_own

Options = Callable[[str, Selection], Collection[str]]  # what the values of an attribute can be
Names = tuple[str, ...]
KEY = f"(?P<key>{'|'.join(sorted((*ATTRIBUTES, *OLDER), key=len, reverse=True))})"
# A key within a value or a name, in the form that `to_search` writes: what separates it from the others was encoded with them.
EQUALS, AND = "%(?:25)*3D", r"(?:%(?:25)*(?:26|3F)|%5Cu0026)(?:amp%(?:25)*3B|%20)*"
WITHIN = re.compile(f"{AND}{KEY}{EQUALS}|(?<=[?&]){KEY.replace('?P<key>', '?P<first>')}{EQUALS}", re.IGNORECASE)
MOST_ENCODED = 4  # times
SEPARATORS = re.compile("[~,，、;；|]+")
NAME = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
DASHES = re.compile(r"[\s_\u2010-\u2015\u2212]+")


def unfolded(selection: Selection) -> Selection:
    """The selection with the keys that somebody's encoding hid in a value of another, or in one long name."""
    search = selection.to_search()
    if not WITHIN.search(search):
        return selection
    return parse(WITHIN.sub(lambda found: f"{found['first']}=" if found["first"] else f"&{found['key']}=", search))


def mend(selection: Selection, options: Options) -> Selection:
    """Every name that can be read as a known one in one way alone as that one; the others as they are."""
    return changed(selection, options, meant)


def nearest(selection: Selection, options: Options) -> Selection | None:
    """The selection with the closest of what there is for each unknown name or key, without those that are near to nothing.

    None where nothing is near.
    """
    keyed = replace(selection, extra=())
    for key, text in selection.extra:
        for name in (ATTRIBUTES.get(near, "") for near in nearly_own(key, ATTRIBUTES).split(" / ")):
            if name and getattr(keyed, name) == getattr(DEFAULT, name):
                keyed = keyed.with_(**{name: (text,) if isinstance(getattr(DEFAULT, name), tuple) else text})
    found: list[str] = []

    def choose(text: str, known: Collection[str]) -> Names:
        # No year is near to what is none.
        near = closest(text, [name for name in known if not name.isdecimal()])
        found.extend([near] if near else [])
        return (near,) if near else ()

    near = changed(mend(keyed, options), options, choose)
    return near if found or keyed != replace(selection, extra=()) else None


def changed(selection: Selection, options: Options, choose: Callable[[str, Collection[str]], Names]) -> Selection:
    """Each name that is unknown replaced by what is chosen for it; the metric first, on which others depend."""
    for name, value in own_values(selection):
        known = options(name, selection) if value else ()
        if isinstance(value, tuple) and any(one not in known for one in value):
            chosen = (new for one in value for new in ((one,) if one in known else choose(one, known)))
            selection = selection.with_(**{name: tuple(chosen)})
        elif isinstance(value, str) and value and value not in known:
            names = choose(value, known)
            selection = selection.with_(**{name: (*names, "")[0] if len(names) < 2 else value})
    return selection


def meant(text: str, known: Collection[str]) -> Names:
    """The known names that a text must mean; the text itself where there are none, or where it may mean several."""
    found: list[str] = []
    for piece in SEPARATORS.split(plain(text)):
        if names := of_one_piece(piece, known):
            found += names
        elif NAME.search(piece):
            found.append(piece)
    return tuple(found) if any(one in known for one in found) else (text,)


def of_one_piece(piece: str, known: Collection[str]) -> list[str]:
    """What a text between two separators means: one name with marks around it, or names with blanks between them."""
    dashed = DASHES.sub("-", piece.strip())
    for reading in (dashed, dashed.strip("-")):
        if reading in known:
            return [reading]
    names = NAME.findall(piece.replace("_", "-"))
    there = [name for name in dict.fromkeys(names) if name in known]
    return there if len(there) == 1 or len(there) == len(set(names)) else []


def plain(text: str) -> str:
    """A text decoded as often as it was encoded, in small ASCII letters where it has others of the same form."""
    for _ in range(MOST_ENCODED):
        decoded = html.unescape(unquote(text))
        if decoded == text:
            break
        text = decoded
    return unicodedata.normalize("NFKC", text).casefold().strip()
