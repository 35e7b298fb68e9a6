"""Curated YAML in, checked frames and answers out. Knows no dash, plotly or flask; only `reading.source` knows yaml,
but for `commands.reports`, which reads a list that is nobody's curated file.

The order of rooms is the law: a module imports from its own room and those below it, never from above.

    commands    what curators and researchers ask without the page, one module a command
    release     a catalog as files: CSV, JSON, Parquet, the data package
    finding     what a question finds of all that has a name or a number
    selecting   what a reader asks for: query string -> selection -> answer
    comparing   may figures stand together: verdict, sets of like with like, which figure stands for a pairing
    reckoning   what can be made of figures: derivations, series, sums, contradictions
    watching    a folder that is followed while it is served
    catalog     a folder as checked frames, indexed once
    rules       what an entry may say: one rule, one function, one broken file
    entries     fields, kinds of value, records, references; the JSON Schema
    reading     bytes -> text -> nodes that know their line and column
    figures     what a printed figure and a period say: stated, numerals, interval, period, units, terms
    problems    what is wrong with a file, as values
    words       texts in both languages
    writing     files written whole or not at all

Read upwards from `figures.stated`; each room's docstring says where in it to begin.

From outside, `from metrics import load; load("curated").frame` is all there is to know; `docs/python.md` shows the rest.
What `__all__` offers is fetched when it is asked for: pandas takes longer to import than a command to say what it does.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .catalog.catalog import Catalog, load
    from .problems import CuratedError
    from .reckoning.derived import derive
    from .release.extract import citation

__all__ = ["Catalog", "CuratedError", "citation", "derive", "load"]

HOMES = {
    "Catalog": ".catalog.catalog",
    "CuratedError": ".problems",
    "citation": ".release.extract",
    "derive": ".reckoning.derived",
    "load": ".catalog.catalog",
}


def __getattr__(name: str) -> object:
    """One of `__all__`, from the module that it lives in. Raises `AttributeError` for any other name."""
    if name not in HOMES:
        raise AttributeError(f"metrics has no {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(HOMES[name], __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
