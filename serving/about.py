"""The about page: method, vocabulary, licence, how to cite, how to report an error. Works without scripts."""

from collections.abc import Callable

from flask import Flask, render_template

from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.comparing.standing import RULE
from metrics.figures.terms import TERMS
from metrics.reckoning.error_rate import FIGURES, Rate, rates
from metrics.words import Language

from .card import asked_language, template_context


def serve_about(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/about` to a server."""

    @server.get("/about")
    def about() -> str:
        language, catalog = asked_language(), current()
        words = {
            column: [term.to(language) for name, term in TERMS[column].items() if name not in ("", "reported")]
            for column in ("basis", "kind", "qualifier", "tier", "status")
        }
        metrics = [(metric.title.to(language), metric.definition.to(language)) for metric in catalog.metrics.values()]
        counts = {"figures": catalog.printed, "pairings": len(catalog.pairings), **provenance(catalog)}
        return render_template(
            "about.html",
            words=words,
            metrics=metrics,
            version=catalog.version,
            rule=RULE.to(language),
            third=third_table(catalog, language),
            **third_counts(catalog),
            **counts,
            **template_context(language, "/about"),
        )


def provenance(catalog: Catalog) -> dict[str, int]:
    """How the data came about, counted: reports by how much of them was read, and by how often their figures were entered."""
    reported = catalog.frame[catalog.frame["status"] == "reported"]
    cited = [catalog.sources[name] for name in reported["source"].unique()]
    twice = [one.id for one in cited if len(one.readings) > 1]
    return {
        "known": sum(1 for name in catalog.pairings if name in set(reported["pairing"])),
        "declared": len(catalog.sources),
        "cited": len(cited),
        "whole": sum(one.read == "whole" for one in cited),
        "digests": sum(one.read == "digest" for one in cited),
        "from_digests": int((reported["read"] == "digest").sum()),
        "copies": sum(one.copied for one in cited),
        "twice": len(twice),
        "entered_twice": int(reported["source"].isin(twice).sum()),
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
