"""`/pairings`, the registry, and `/p/<pairing>`, everything known of one."""

from collections.abc import Callable
from typing import Any

from flask import Flask, abort, render_template

from components.charts.multiples import spark
from components.parts.coverage_table import pairing_name
from components.wording.captions import circumstances, counted, published, publisher, sought
from components.wording.numbers import figure_words
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.entries.entries import Pairing
from metrics.figures.terms import TERMS, period_words
from metrics.selecting.profile import Profile, profile
from metrics.selecting.selection import Selection
from metrics.words import Bilingual, Language

from ..card import asked_language, template_context


def serve_pairings(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/pairings` and `/p/` to a server."""

    @server.get("/pairings")
    def pairings() -> str:
        language, catalog = asked_language(), current()
        counts = catalog.frame[catalog.frame["status"] == "reported"]["pairing"].value_counts().to_dict()
        groups: dict[str, list[dict[str, Any]]] = {}
        for one in catalog.pairings.values():
            listed = listing(one, int(counts.get(one.id, 0)), language)
            groups.setdefault(programme_name(one.programme, catalog).to(language), []).append(listed)
        return render_template("pairings.html", groups=groups, **template_context(language, "/pairings"))

    @server.get("/p/<name>")
    def pairing(name: str) -> str:
        language, catalog = asked_language(), current()
        if name not in catalog.pairings:
            abort(404)
        return render_template(
            "pairing.html", **contents(profile(name, catalog), catalog, language), **template_context(language, f"/p/{name}")
        )


def programme_name(name: str, catalog: Catalog) -> Bilingual:
    declared = catalog.programmes.get(name)
    return declared.name if declared else Bilingual(name, name)


def listing(one: Pairing, figures: int, language: Language) -> dict[str, Any]:
    """A line of the registry."""
    return {
        "id": one.id,
        "name": pairing_name(one, language),
        "province": one.province.name.to(language),
        "level": TERMS["level"][one.level].to(language),
        "years": years(one),
        "figures": figures,
    }


def years(one: Pairing) -> str:
    """2010–, 2016–2020; nothing where no start is known."""
    since, until = (period.text if period else "" for period in (one.since, one.until))
    return f"{since}–{until}" if since or until else ""


def contents(found: Profile, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page shows of a pairing."""
    pairing = found.pairing
    source = catalog.sources.get(pairing.source)
    return {
        "pairing": pairing,
        "name": pairing_name(pairing, language),
        "programme": programme_name(pairing.programme, catalog).to(language),
        "level": TERMS["level"][pairing.level].to(language),
        "years": years(pairing),
        "registered": source,
        "holders": [(one.id, pairing_name(one, language)) for one in found.holders],
        "parts": [(one.id, pairing_name(one, language)) for one in found.parts],
        "core": [
            {
                "title": core.metric.title.to(language),
                "figure": core.row.figure,
                "words": figure_words(core.row, language),
                "when": circumstances(core.row, language),
                "source": f"{publisher(core.row, language)} {published(core.row, language)}",
                "spark": str(drawing) if (drawing := spark(core.series, language)) else "",
                "compare": "/" + Selection(metric=core.metric.id, like=core.row.figure, lang=language).to_search(),
            }
            for core in found.core
        ],
        "themes": themes(found, catalog, language),
        "searched": [
            (sought(catalog.metrics[row.metric].title.to(language), row, language), TERMS["status"][row.status].to(language), row.searched)
            for row in found.searched
        ],
        "unsearched": [one.title.to(language) for one in catalog.metrics.values() if one.id not in entered(found)],
        "reports": [report(catalog, name, number, language) for name, number in found.reports.items()],
        "csv": f"/data.csv?pair={pairing.id}&parts=1&metric=",
        "page": "/" + Selection(pair=(pairing.id,), parts="1", lang=language).to_search(),
    }


def entered(found: Profile) -> set[str]:
    """The metrics of which a pairing has an entry: figures, or the day on which they were looked for in vain."""
    return {*found.figures, *(row.metric for row in found.searched)}


def themes(found: Profile, catalog: Catalog, language: Language) -> dict[str, list[dict[str, Any]]]:
    """Theme by theme, metric by metric, every figure as a line."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for name, rows in found.figures.items():
        metric = catalog.metrics[name]
        lines = [line(row, language) for row in rows]
        groups.setdefault(TERMS["theme"][metric.theme].to(language), []).append({"title": metric.title.to(language), "lines": lines})
    return groups


def line(row: Any, language: Language) -> dict[str, str]:
    """A figure as a line of a list: as printed, what it counts, when and how real, and its report."""
    return {
        "figure": row.figure,
        "stated": row.stated,
        "words": figure_words(row, language),
        "counted": counted(row, language),
        "when": period_words(row.period).to(language),
        "basis": TERMS["basis"][row.basis].to(language),
        "report": row.source,
        "source": f"{publisher(row, language)} {published(row, language)}",
    }


def report(catalog: Catalog, name: str, number: int, language: Language) -> dict[str, Any]:
    """A report in a list: its title or publisher, its date, how many figures it gives."""
    source = catalog.sources[name]
    when = source.published.text if source.published else t("undated_source", language)
    return {
        "id": name,
        "title": source.title or "",
        "publisher": source.publisher,
        "published": when,
        "figures": number,
        "tier": source.tier,
    }
