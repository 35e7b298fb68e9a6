"""What a path with somebody's marks on it must mean: `/f/tianjin-huangnan-funds-1。` or `/About)` leads to the page that was meant."""

import re
from collections.abc import Callable, Collection, Iterable

from flask import Flask

from metrics.catalog.catalog import Catalog
from metrics.selecting.selection import parse
from metrics.selecting.touched.mending import meant, plain, unfolded
from metrics.words import closest

QUERY = re.compile("[?&]|%3f|%26", re.IGNORECASE)  # in a path: the question mark was encoded, or forgotten
MARKS = re.compile(r"[^a-z0-9]+$")  # what stands behind an address in a text; no path of ours ends so
NAMED: dict[str, Callable[[Catalog], Collection[str]]] = {  # pages of one thing -> the names of all of them
    "f": lambda catalog: set(catalog.frame["figure"]),
    "p": lambda catalog: catalog.pairings,
    "r": lambda catalog: catalog.sources,
    "m": lambda catalog: catalog.metrics,
}


def paths(server: Flask) -> list[str]:
    """The addresses of a server that need no name in them."""
    return [rule.rule for rule in server.url_map.iter_rules() if not rule.arguments and not rule.rule.startswith("/_")]


def address_meant(path: str, query: bytes, known: Collection[str], catalog: Catalog) -> str:
    """The address of ours that a path with others' marks on it must mean; empty where there is none, or where it is that path."""
    bare, *inner = QUERY.split(plain(path), maxsplit=1)
    there = path_meant(bare, known, catalog)
    if not there or (there == path and not inner):
        return ""
    said = query.decode("utf-8", "replace")
    return there + unfolded(parse("&".join(part for part in (*inner, said) if part))).to_search()


def path_meant(bare: str, known: Collection[str], catalog: Catalog) -> str:
    folder, _, name = bare.strip("/").partition("/")
    names = NAMED[folder](catalog) if folder in NAMED else ()
    (found, *others) = meant(name, names)
    if found in names and not others:
        return f"/{folder}/{found}"
    cut = MARKS.sub("", bare)
    return next((one for one in (bare, cut or "/", f"{cut}/") if one in known), "")


def nearest_page(path: str, catalog: Catalog) -> str:
    """The page of a thing whose name is close to the one asked for; empty where none is."""
    folder, _, name = path.strip("/").partition("/")
    options: Iterable[str] = NAMED[folder](catalog) if folder in NAMED else ()
    near = closest(name[:100], list(options))
    return f"/{folder}/{near}" if near else ""
