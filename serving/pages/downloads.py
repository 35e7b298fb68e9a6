"""`/data`: every download and address, each with an example that answers, and the days on which figures were entered."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response

from components.wording.addresses import localized
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.release.extract import TITLE
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..frame.addresses import public
from ..frame.described import cited_data, dataset
from ..frame.kept import kept_page
from ..programs import by_day, entered, paths


def serve_downloads(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/data` to a server."""

    @server.get("/data")
    def data() -> Response:
        catalog = current()
        return kept_page(catalog, "/data", "data.html", lambda language: contents(catalog, language))


def contents(catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page lists: files, answers, pages, each with an example that answers and with how many there are."""
    printed = tallies(catalog).printed
    most, report = next(iter(printed["pairing"]), next(iter(catalog.pairings))), next(iter(printed["source"]), "")
    first = next(iter(catalog.frame["figure"]), "")
    metric = next(iter(catalog.metrics))
    of_most, figures = len(tallies(catalog).places["pairing"].get(most, ())), len(catalog.frame)
    formats = ("csv", "json", "parquet", "zip")
    whole = [(f"/data.{ending}?rows=all", t(f"data_{ending}", language), figures) for ending in formats]
    selection = Selection(metric=metric, like="all").to_search() or "?like=all"
    pages = [
        ("/" + selection, t("view_page", language), len(catalog.metrics)),
        (f"/p/{most}", t("pairing_page", language), len(catalog.pairings)),
        (f"/m/{metric}", t("metric_page", language), len(catalog.metrics)),
        (f"/r/{report}", t("report_page", language), len(catalog.sources)),
        (f"/f/{first}", t("figure_page", language), figures),
    ]
    answers = [
        ("/answer.json" + selection, t("data_answer", language), ""),
        (f"/sets.json?metric={metric}", t("data_sets", language), len(catalog.metrics)),
        ("/metrics.json", t("data_metrics", language), len(catalog.metrics)),
        ("/pairings.json", t("data_pairings", language), len(catalog.pairings)),
        ("/changes.atom", t("data_feed", language), len(entered(catalog))),
        ("/sitemap.xml", t("data_sitemap", language), len(paths(catalog))),
    ]
    title, description = TITLE.to(language), t("data_intro", language)
    return {
        "parts": [
            (t("data_whole", language), "", whole),
            (
                t("data_selection", language),
                t("data_selection_words", language),
                [(f"/data.{ending}{selection}", t(f"data_{ending}", language), "") for ending in formats],
            ),
            (
                t("data_pairing", language),
                "",
                [(f"/data.{ending}?rows=all&pair={most}", t(f"data_{ending}", language), of_most) for ending in formats],
            ),
            (t("data_lists", language), "", answers),
            (t("data_pages", language), "", [(localized(path, language), words, number) for path, words, number in pages]),
        ],
        "public": public(),
        "version": catalog.version,
        "days": [(day.isoformat(), len(listed), sum(number for _, number in listed)) for day, listed in by_day(catalog).items()],
        "description": description,
        "dataset": dataset(catalog, "/data", title, description, "rows=all", language),
        "citation": cited_data(catalog, "/data", title, language),
    }
