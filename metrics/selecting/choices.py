"""What each control may choose: what a catalog has to ask for."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ..catalog.catalog import Catalog
from ..comparing.standing import is_charted
from ..entries.entries import Pairing
from ..entries.vocabulary import Metric
from ..figures.terms import TERMS
from ..words import Bilingual
from .resolution import FACETS, YEARS, facet_ids


@dataclass(frozen=True, eq=False)
class Choices:
    """Metrics and pairings in the order of the catalog; `facets` give the ids that pairings are chosen by their names.

    `years` are the first and the last that a period touches; `figures` counts all rows, `printed` those that a report prints.
    """

    metrics: dict[str, Metric]
    pairings: dict[str, Pairing]
    facets: dict[str, dict[str, Bilingual]]
    years: tuple[int, int]
    figures: int
    printed: int
    comparable: frozenset[str]  # metrics of which two pairings or more have figures to chart
    counted: dict[str, dict[str, int]]  # metric -> pairing -> how many of its figures a report prints


@lru_cache(maxsize=2)  # the catalog that is served, and the one before it
def choices_of(catalog: Catalog) -> Choices:
    """The choices of a catalog; where no period has a day, every year that there may be."""
    days = pd.concat([catalog.frame["period_start"], catalog.frame["period_end"]]).dropna().dt.year
    facets = {key: facet_names(key, catalog) for key in FACETS}
    years = (int(days.min()), int(days.max())) if len(days) else (YEARS[0], YEARS[-1])
    return Choices(
        catalog.metrics, catalog.pairings, facets, years, len(catalog.frame), catalog.printed, comparable(catalog), counted(catalog)
    )


def comparable(catalog: Catalog) -> frozenset[str]:
    pairings = Counter(metric for metric, _ in {(row.metric, row.pairing) for row in catalog.figures if is_charted(row)})
    return frozenset(name for name, number in pairings.items() if number > 1)


def counted(catalog: Catalog) -> dict[str, dict[str, int]]:
    """How many figures each pairing has of each metric; what has none is left out."""
    frame = catalog.frame
    found: dict[str, dict[str, int]] = {name: {} for name in catalog.metrics}
    for (metric, pairing), number in frame[frame["status"] == "reported"].groupby(["metric", "pairing"], sort=False).size().items():
        found[metric][pairing] = int(number)
    return found


def facet_names(key: str, catalog: Catalog) -> dict[str, Bilingual]:
    """Ids and names in the order of the catalog; programmes and levels are all there, whether or not one has pairings."""
    if key == "level":
        return {name: TERMS["level"][name] for name in facet_ids(key, catalog)}
    if key == "programme":
        return {name: programme_name(name, catalog) for name in facet_ids(key, catalog)}
    return {FACETS[key](pairing): getattr(pairing, key).name for pairing in catalog.pairings.values()}


def programme_name(name: str, catalog: Catalog) -> Bilingual:
    declared = catalog.programmes.get(name)
    return declared.short if declared else Bilingual(name, name)
