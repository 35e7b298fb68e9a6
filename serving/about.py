"""The about page: method, vocabulary, licence, how to cite, how to report an error. Works without scripts."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response

from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.comparing.standing import RULE
from metrics.figures.terms import TERMS
from metrics.reckoning.error_rate import FIGURES, Rate, rates
from metrics.words import Language

from .frame.kept import kept_page


def serve_about(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/about` to a server."""

    @server.get("/about")
    def about() -> Response:
        catalog = current()
        return kept_page(catalog, "/about", "about.html", lambda language: contents(catalog, language))


def contents(catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page says: the words it explains, every metric, and how the data came about."""
    columns = ("basis", "kind", "qualifier", "tier", "status")
    return {
        "words": {
            column: [term.to(language) for name, term in TERMS[column].items() if name not in ("", "reported")] for column in columns
        },
        "metrics": [(metric.title.to(language), metric.definition.to(language)) for metric in catalog.metrics.values()],
        "version": catalog.version,
        "rule": RULE.to(language),
        "figures": catalog.printed,
        "pairings": len(catalog.pairings),
        "third": third_table(catalog, language),
        **third_counts(catalog),
        **provenance(catalog),
    }


def provenance(catalog: Catalog) -> dict[str, int]:
    """How the data came about, counted: reports by how much of them was read, and by how often their figures were entered."""
    printed = tallies(catalog).printed
    cited = {name: catalog.sources[name] for name in printed["source"]}
    twice = [name for name, one in cited.items() if len(one.readings) > 1]
    return {
        "known": sum(name in printed["pairing"] for name in catalog.pairings),
        "declared": len(catalog.sources),
        "cited": len(cited),
        "whole": sum(one.read == "whole" for one in cited.values()),
        "digests": sum(one.read == "digest" for one in cited.values()),
        "from_digests": sum(printed["source"][name] for name, one in cited.items() if one.read == "digest"),
        "copies": sum(one.copied for one in cited.values()),
        "twice": len(twice),
        "entered_twice": sum(printed["source"][name] for name in twice),
    }


def third_counts(catalog: Catalog) -> dict[str, int]:
    """What the sentence above the table of the third reading tells."""
    (whole,) = [one for one in rates(catalog.third) if one.aspect == FIGURES] or [Rate(FIGURES, 0, 0, 0, 0, 0.0, 1.0)]
    drawn = len(catalog.third.drawn)
    return {"drawn": drawn, "reread": whole.read, "unread": drawn - whole.read, "alike": whole.alike, "mended": whole.ours}


def third_table(catalog: Catalog, language: Language) -> list[tuple[str, int, int, int, int, int, str]]:
    """A row for each aspect that was read: its name, how many were read, alike, ours wrong, open, the reader wrong, and the interval."""
    return [
        (t(f"aspect_{one.aspect}", language), one.read, one.alike, one.ours, one.open, one.reader, interval(one))
        for one in rates(catalog.third)
    ]


def interval(rate: Rate) -> str:
    return f"{100 * rate.low:.1f}–{100 * rate.high:.1f} %"
