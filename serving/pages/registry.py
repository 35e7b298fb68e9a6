"""`/pairings`: who helps whom. A map of squares, the registry as donors by recipients' provinces, and as a list."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, request

from components.wording.addresses import localized
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.entries.entries import Pairing
from metrics.selecting.profile import money_of
from metrics.words import Language

from ..frame.kept import kept_page
from ..frame.lines import PairingLine, pairing_line, programme_name
from .reports import with_query
from .tiles import TILES

KEYS = ("donor", "recipient", "programme")
CODES = {tile.id: code for code, tile in TILES.items()}


def serve_registry(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/pairings` to a server."""

    @server.get("/pairings")
    def pairings() -> Response:
        catalog = current()
        asked = {key: value for key in KEYS if (value := request.args.get(key, ""))}
        if not known(asked, catalog):
            abort(404)
        return kept_page(catalog, with_query("/pairings", asked), "pairings.html", lambda language: contents(asked, catalog, language))


def known(asked: dict[str, str], catalog: Catalog) -> bool:
    """Whether what is asked for is a province, or a programme."""
    places = all(asked[key] in CODES for key in ("donor", "recipient") if key in asked)
    return places and asked.get("programme") in (None, *programmes(catalog))


def sides(one: Pairing) -> tuple[str, str]:
    """The codes of the provinces that a pairing's donor and its recipient lie in; of none where it is a whole programme's."""
    return one.donor.code[:2], one.province.code[:2]


def contents(asked: dict[str, str], catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows, with the pairings of the chosen province, or all of them by programme."""
    counts = tallies(catalog).printed["pairing"]
    money, everybody = money_of(catalog), list(catalog.pairings.values())

    def line(one: Pairing) -> PairingLine:
        return pairing_line(one, counts.get(one.id, 0), money.get(one.id), catalog, language)

    chosen = [one for one in everybody if fits(one, asked)] if asked else []
    groups = {name: [line(one) for one in everybody if one.programme == name] for name in programmes(catalog)} if not asked else {}
    return {
        "asked": asked,
        "tiles": tiles(asked, everybody, language),
        "chosen": [line(one) for one in chosen],
        "heading": heading(asked, len(chosen), catalog, language),
        "others": others(asked, everybody, language),
        "everyone": localized("/pairings", language),
        "matrix": matrix(catalog, counts, language),
        "groups": [(name, programme_name(name, catalog).to(language), listed) for name, listed in groups.items() if listed],
        "description": t("map_intro", language),
    }


def fits(one: Pairing, asked: dict[str, str]) -> bool:
    donor, recipient = sides(one)
    wanted = CODES.get(asked.get("donor", ""), donor), CODES.get(asked.get("recipient", ""), recipient)
    return (donor, recipient) == wanted and asked.get("programme", one.programme) == one.programme


def programmes(catalog: Catalog) -> list[str]:
    return list(catalog.programmes) or sorted({one.programme for one in catalog.pairings.values()})


def tiles(asked: dict[str, str], everybody: list[Pairing], language: Language) -> list[dict[str, Any]]:
    """A square for each province that gives or receives: what it does, whether it is chosen or paired with the chosen one, its address."""
    gives, receives = (Counter(sides(one)[place] for one in everybody) for place in (0, 1))
    lit = Counter(sides(one)[1 if "donor" in asked else 0] for one in everybody if fits(one, asked)) if len(asked) == 1 else Counter()
    shown = []
    for code, tile in TILES.items():
        if not gives[code] and not receives[code]:
            continue
        role = "donor" if gives[code] >= receives[code] else "recipient"
        is_chosen = tile.id in (asked.get("donor"), asked.get("recipient"))
        classes = [("gives", gives[code]), ("receives", receives[code]), ("chosen", is_chosen), ("lit", lit[code] and not is_chosen)]
        shown.append(
            {
                "name": tile.name.to(language),
                "letters": tile.letters,
                "row": tile.row,
                "column": tile.column,
                "classes": " ".join(name for name, true in classes if true),
                "count": (lit[code] if lit else 0) or "",
                "chosen": is_chosen,
                "href": localized(with_query("/pairings", {role: tile.id}), language),
            }
        )
    return shown


def heading(asked: dict[str, str], number: int, catalog: Catalog, language: Language) -> str:
    """What the list beside the map is of."""
    names = {key: TILES[CODES[asked[key]]].name.to(language) for key in ("donor", "recipient") if key in asked}
    if len(asked) == 1 and names:
        (key,) = names
        return t("map_gives" if key == "donor" else "map_receives", language, who=names[key], n=number)
    words = [
        *([" → ".join(names.values())] if names else []),
        *(programme_name(asked[key], catalog).to(language) for key in asked if key == "programme"),
    ]
    return t("map_between", language, what=" · ".join(words), n=number)


def others(asked: dict[str, str], everybody: list[Pairing], language: Language) -> dict[str, str]:
    """Where the chosen province stands on the other side too: the sentence, and its address."""
    if len(asked) != 1 or "programme" in asked:
        return {}
    ((key, name),) = asked.items()
    other = {"donor": "recipient", "recipient": "donor"}[key]
    number = sum(fits(one, {other: name}) for one in everybody)
    words = t("map_also_receives" if key == "donor" else "map_also_gives", language, n=number)
    return {"words": words, "href": localized(with_query("/pairings", {other: name}), language)} if number else {}


def matrix(catalog: Catalog, counts: dict[str, int], language: Language) -> dict[str, Any]:
    """Donors' provinces down, recipients' across under their programme; in each cell how many pairings, and how many have figures."""
    cells: dict[tuple[str, str, str], list[Pairing]] = {}
    for one in catalog.pairings.values():
        donor, recipient = sides(one)
        if donor in TILES and recipient in TILES:
            cells.setdefault((donor, one.programme, recipient), []).append(one)
    donors, recipients = {donor for donor, _, _ in cells}, {key[1:] for key in cells}
    columns = [(name, code) for name in programmes(catalog) for code in TILES if (name, code) in recipients]
    heads = [
        (programme_short(name, catalog, language), sum(column[0] == name for column in columns))
        for name in dict.fromkeys(name for name, _ in columns)
    ]
    rows = [
        {
            "name": tile.name.to(language),
            "href": localized(with_query("/pairings", {"donor": tile.id}), language),
            "cells": [cell(cells.get((code, *column), []), tile.id, column, counts, language) for column in columns],
        }
        for code, tile in TILES.items()
        if code in donors
    ]
    return {"heads": heads, "columns": [TILES[code].name.to(language) for _, code in columns], "rows": rows}


def programme_short(name: str, catalog: Catalog, language: Language) -> str:
    declared = catalog.programmes.get(name)
    return declared.short.to(language) if declared else name


def cell(listed: list[Pairing], donor: str, column: tuple[str, str], counts: dict[str, int], language: Language) -> dict[str, Any]:
    """How many pairings a donor has in a province under a programme, how many of them have figures, and where they are listed."""
    query = {"donor": donor, "recipient": TILES[column[1]].id, "programme": column[0]}
    return {
        "all": len(listed),
        "with_figures": sum(counts.get(one.id, 0) > 0 for one in listed),
        "href": localized(with_query("/pairings", query), language) if listed else "",
    }
