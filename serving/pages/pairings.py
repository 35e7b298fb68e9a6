"""`/p/<pairing>`: everything known of one pairing."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort

from components.charts.multiples import spark
from components.wording.addresses import localized
from components.wording.captions import circumstances, published, publisher, sought
from components.wording.numbers import figure_words, plain
from components.wording.strings import t
from components.wording.titles import pairing_name
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import LATEST_CENSUS
from metrics.comparing.standing import is_charted
from metrics.entries.entries import Pairing
from metrics.figures.terms import TERMS
from metrics.selecting.profile import Core, Profile, profile
from metrics.selecting.selection import Selection
from metrics.words import Language

from ..frame.described import cited_data, dataset
from ..frame.kept import kept_page
from ..frame.lines import FigureLine, figure_line, figure_row, programme_name, report_line, report_rows, years


def serve_pairings(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/p/` to a server."""

    @server.get("/p/<name>")
    def pairing(name: str) -> Response:
        catalog = current()
        if name not in catalog.pairings:
            abort(404)
        return kept_page(catalog, f"/p/{name}", "pairing.html", lambda language: contents(profile(name, catalog), catalog, language))


def contents(found: Profile, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows of a pairing."""
    pairing, name = found.pairing, pairing_name(found.pairing, language)
    printed, query = sum(map(len, found.figures.values())), f"rows=all&pair={pairing.id}"
    programme = programme_name(pairing.programme, catalog).to(language)
    description = t("profile_of", language, who=pairing.name.to(language), programme=programme, n=printed, m=len(found.reports))
    path = f"/p/{pairing.id}"
    return {
        "pairing": pairing,
        "name": name,
        "programme": programme,
        "facts": facts(pairing, catalog, language),
        "registered": catalog.sources.get(pairing.source),
        "holders": [(one.id, pairing_name(one, language)) for one in found.holders],
        "parts": [(one.id, pairing_name(one, language)) for one in found.parts],
        "core": [core_words(core, language) for core in found.core],
        "themes": themes(found, catalog, language),
        "printed": printed,
        "searched": [
            (
                row.figure,
                sought(catalog.metrics[row.metric].title.to(language), row, language),
                TERMS["status"][row.status].to(language),
                row.searched,
            )
            for row in found.searched
        ],
        "unsearched": [(one.id, one.title.to(language)) for one in catalog.metrics.values() if one.id not in told(found)],
        "reports": report_rows([report_line(catalog.sources[name], number, language) for name, number in found.reports.items()], language),
        "query": query,
        "charts": "/" + Selection(pair=(pairing.id,), parts="1", lang=language).to_search(),
        "description": description,
        "dataset": dataset(catalog, path, name, description, query, language),
        "citation": cited_data(catalog, path, name, language),
    }


def told(found: Profile) -> set[str]:
    """The metrics of which the pairing has an entry."""
    return {*found.figures, *(row.metric for row in found.searched)}


def facts(pairing: Pairing, catalog: Catalog, language: Language) -> list[tuple[str, str]]:
    """Level, province, start, end, residents: what is known of them."""
    census = catalog.references.residents_at(pairing.recipient.code, LATEST_CENSUS)
    named = [
        ("level", TERMS["level"][pairing.level].to(language)),
        ("province", pairing.province.name.to(language)),
        ("years_of_pairing", years(pairing)),
        ("residents", plain(census.value) if census and census.day == LATEST_CENSUS else ""),
    ]
    return [(t(key, language), words) for key, words in named if words]


def core_words(core: Core, language: Language) -> dict[str, str]:
    return {
        "metric": core.metric.id,
        "title": core.metric.title.to(language),
        "figure": core.row.figure,
        "words": figure_words(core.row, language),
        "when": circumstances(core.row, language),
        "report": core.row.source,
        "source": f"{publisher(core.row, language)} {published(core.row, language)}",
        "spark": str(drawing) if (drawing := spark(core.rows, core.series, language)) else "",
        "compare": compared(core.row, language),
    }


def compared(row: Any, language: Language) -> str:
    """Where a figure stands among those that compare with it."""
    return "/" + Selection(metric=row.metric, like=row.figure, lang=language).to_search()


def themes(found: Profile, catalog: Catalog, language: Language) -> dict[str, list[dict[str, Any]]]:
    """Theme by theme, metric by metric, every figure as a line: those of the whole pairing first, with the way to what compares."""
    groups: dict[str, list[dict[str, Any]]] = {}
    suffix = localized("", language)
    for name, rows in found.figures.items():
        metric = catalog.metrics[name]
        shown = {
            "id": name,
            "title": metric.title.to(language),
            "rows": "".join(sourced(figure_line(row, language), suffix) for row in rows),
            "compare": compared(rows[0], language) if is_charted(rows[0]) else "",
        }
        groups.setdefault(TERMS["theme"][metric.theme].to(language), []).append(shown)
    return groups


def sourced(line: FigureLine, suffix: str) -> str:
    """The row of a figure that leads to its report."""
    return figure_row(line, line.counted, f'<a href="/r/{line.report}{suffix}">{line.source}</a>', suffix)
