"""Rules that only the whole folder can show; each yields the name of a pairing and its breach."""

from collections.abc import Callable, Iterator

from ..entries.entries import PairingFile
from ..entries.suggestions import undeclared_name
from ..problems import Breach
from ..words import Bilingual

EVERYWHERE = "100000"  # the country: the sides of totals, which are groups and no place
Files = dict[str, PairingFile]
Rule = Callable[[Files], Iterator[tuple[str, Breach]]]


def holders_are_pairings(files: Files) -> Iterator[tuple[str, Breach]]:
    """The pairings named under `within` have a file: what holds a pairing must never be added to it."""
    for name, file in files.items():
        for holder in file.pairing.within if file.pairing else ():
            if holder not in files or holder == name:
                words = undeclared_name(holder, list(files), Bilingual("结对", "pairing"))
                yield name, Breach("holders_are_pairings", file.record.at("within"), *words)


def holders_do_not_go_round(files: Files) -> Iterator[tuple[str, Breach]]:
    """Of two pairings at most one holds the other, directly or through others: what goes round would be added to nothing and everything."""
    for name, file in files.items():
        if file.pairing and name in holding(name, files):
            yield (
                name,
                Breach(
                    "holders_do_not_go_round",
                    file.record.at("within"),
                    Bilingual(f"{name} 兜了一圈，成了自己的一部分。", f"{name} comes to stand within itself."),
                    Bilingual("within 只写更大的那个结对。", "Under within, name the larger pairing alone."),
                ),
            )


def holding(name: str, files: Files) -> set[str]:
    """The pairings that hold one, and those that hold these; itself among them where they go round by others."""
    found: set[str] = set()
    waiting = {name}
    while waiting:
        file = files.get(one := waiting.pop())
        new = {holder for holder in (file.pairing.within if file and file.pairing else ()) if holder not in (one, *found)}
        found |= new
        waiting |= new
    return found


def places_have_one_name(files: Files) -> Iterator[tuple[str, Breach]]:
    """A division code has one name in each language, in every file: two names would be two places."""
    known: dict[str, tuple[Bilingual, str]] = {}
    for name, file in files.items():
        sides = (
            {"donor": file.pairing.donor, "recipient": file.pairing.recipient, "province": file.pairing.province} if file.pairing else {}
        )
        for field, side in sides.items():
            if side.code == EVERYWHERE:
                continue
            words, first = known.setdefault(side.code, (side.name, name))
            if words != side.name:
                yield (
                    name,
                    Breach(
                        "places_have_one_name",
                        file.record.at(field),
                        Bilingual(
                            f"{side.code} 在 {first} 里叫“{words.zh} {words.en}”。", f"{side.code} is {words.zh} {words.en} in {first}."
                        ),
                        Bilingual("两处写成一样；或改正代码。", "Write it alike in both, or mend the code."),
                    ),
                )


RULES: tuple[Rule, ...] = (holders_are_pairings, holders_do_not_go_round, places_have_one_name)
