"""Curated YAML in, checked frames and answers out.

Law: nothing in here knows dash, plotly or flask; only `source` knows yaml, but for `commands.reports`,
which reads a list that is nobody's curated file. Data flows one way:

    text -> nodes with a place -> records -> catalog (frames, indexed once) -> selection -> view
            source               fields      catalog                           selection
                                 rules                                         resolution
                                                                               filtering

Read in this order: `words`, `problems`, `source`, `stated`, `period`, `fields`, `rules`, `frames`, `catalog`,
`selection`, `resolution`, `filtering`; then what the project exists for: `comparability`, `standing`,
`series`, `derived`, `consistency`.

From outside, `from metrics import load; load("curated").frame` is all there is to know; `docs/python.md` shows the rest.
What `__all__` offers is fetched when it is asked for: pandas takes longer to import than a command to say what it does.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .catalog.catalog import Catalog, load
    from .comparing.derived import derive
    from .problems import CuratedError
    from .release.extract import citation

__all__ = ["Catalog", "CuratedError", "citation", "derive", "load"]

HOMES = {
    "Catalog": ".catalog.catalog",
    "CuratedError": ".problems",
    "citation": ".release.extract",
    "derive": ".comparing.derived",
    "load": ".catalog.catalog",
}


def __getattr__(name: str) -> object:
    """One of `__all__`, from the module that it lives in. Raises `AttributeError` for any other name."""
    if name not in HOMES:
        raise AttributeError(f"metrics has no {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(HOMES[name], __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
