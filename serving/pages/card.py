"""A figure's card: everything known of one figure, as a page that works without scripts at `/f/<id>`."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from flask import Flask, Response, abort, request

from components.wording.captions import attribution, circumstances, counted, donor_and_recipient, place_in_citation, published, publisher
from components.wording.numbers import amount, figure_words, reading
from components.wording.strings import t
from components.wording.titles import pairing_name
from metrics.catalog.catalog import Catalog
from metrics.catalog.tallies import tallies
from metrics.catalog.tuples import Row
from metrics.comparing.sets import alike, largest
from metrics.comparing.standing import RULE
from metrics.comparing.windows import Point
from metrics.figures.terms import TERMS, period_words, term
from metrics.reckoning.consistency import findings
from metrics.selecting.profile import by_figure, rows_of
from metrics.selecting.selection import Selection
from metrics.words import LANGUAGES, Language

from ..frame.addresses import public
from ..frame.described import cited_report
from ..frame.kept import kept_page
from ..frame.lines import programme_name

ALIKE = ["pairing", "metric", "unit", "kind", "scope", "category", "label_zh"]


def serve_cards(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add `/f/` (the way to every figure) and `/f/<id>` (one) to a server; `?card=1` is the card without the page around it."""

    @server.get("/f/")
    def figures() -> Response:
        catalog = current()
        return kept_page(catalog, "/f/", "figures.html", lambda language: index(catalog, language))

    @server.get("/f/<figure>")
    def figure(figure: str) -> Response:
        catalog = current()
        found = by_figure(catalog).get(figure)
        if found is None:
            abort(404)
        template = "card.html" if request.args.get("card") else "card_page.html"
        return kept_page(catalog, f"/f/{figure}", template, lambda language: contents(found, catalog, language))


def index(catalog: Catalog, language: Language) -> dict[str, Any]:
    """By programme the pairings that have entries, with how many: their pages lead to every figure."""
    groups: dict[str, list[tuple[str, str, int]]] = {}
    for name, rows in tallies(catalog).places["pairing"].items():
        one = catalog.pairings[name]
        listed = groups.setdefault(programme_name(one.programme, catalog).to(language), [])
        listed.append((name, pairing_name(one, language), len(rows)))
    return {"groups": groups, "description": t("figures_intro", language)}


def contents(row: Row, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the page of a figure shows, and how it is cited."""
    source = catalog.sources.get(row.source)
    cited = cited_report(source, f"/f/{row.figure}", language) if source else []
    return {"card": card_contents(row, catalog, language), "description": description(row, catalog, language), "citation": cited}


def title(row: Any, catalog: Catalog, language: Language) -> str:
    parts = (
        catalog.metrics[row.metric].title.to(language),
        counted(row, language),
        period_words(row.period).to(language) if row.period else "",
    )
    return " · ".join(part for part in parts if part)


def card_contents(row: Any, catalog: Catalog, language: Language) -> dict[str, Any]:
    """What the card shows of a figure; text as the report has it keeps the report's language."""
    source = catalog.sources.get(row.source)
    reported = row.status == "reported"
    return {
        "id": row.figure,
        "address": public(f"/f/{row.figure}"),
        "pairing": donor_and_recipient(row, language),
        "pairing_id": row.pairing,
        "title": title(row, catalog, language),
        "stated": row.stated,
        "status": None if reported else TERMS["status"][row.status].to(language),
        "searched": row.searched,
        "reading": reading_words(row, language) if reported else "",
        "circumstances": circumstances(row, language) if reported else period_words(row.period).to(language) if row.period else "",
        "definition": catalog.metrics[row.metric].definition.to(language),
        "facts": facts(row, language) if reported else [],
        "note": row.note if language == "zh" else row.note_en,
        "reason": row.reason_zh if language == "zh" else row.reason_en,
        "source": source,
        "source_note": source.note.to(language) if source and source.note else "",
        "publisher": publisher(row, language),
        "published": published(row, language),
        "copied": row.site == "unrelated",
        "aggregated": row.site == "aggregator",  # not "copy", which every dict has
        "tier": TERMS["tier"][row.tier].to(language),
        "compares": compares(row, catalog, language),
        "locator": place_in_citation(row, language),
        "others": others(row, catalog, language),
        "rule": RULE.to(language),
        "findings": [one.sentence.to(language) for one in findings(catalog) if row.figure in one.figures],
        "view": "/" + Selection(metric=row.metric, pair=(row.pairing,), parts="1", lang=language).to_search(),
        "cite": {code: cite(row, catalog, code) for code in sorted(LANGUAGES, key=lambda code: code != language)} if reported else {},
    }


@lru_cache(maxsize=64)  # every metric of the catalog that is served
def comparable(metric: str, catalog: Catalog) -> dict[str, list[Point]]:
    """For each figure of a metric those that nothing but time may part from it, itself among them."""
    return {point.row.figure: points for points in alike(rows_of("metric", metric, catalog)) for point in points}


def description(row: Any, catalog: Catalog, language: Language) -> str:
    """The card in a sentence."""
    words = {"who": donor_and_recipient(row, language), "what": title(row, catalog, language), "stated": row.stated}
    return t("of_figure", language, **words, publisher=publisher(row, language))


def compares(row: Any, catalog: Catalog, language: Language) -> dict[str, str]:
    """What compares with a figure: how many pairings, and where they are shown."""
    if row.status != "reported":
        return {}
    found = largest(row.figure, comparable(row.metric, catalog).get(row.figure, []))
    if found is None:
        return {"words": t("what_compares_none", language), "href": ""}
    address = "/" + Selection(metric=row.metric, like=row.figure, lang=language).to_search()
    return {"words": t("what_compares", language, n=len(found.pairings)), "href": address}


def facts(row: Any, language: Language) -> list[tuple[str, str]]:
    """Field by field, in the words of the page."""
    named = [("col_period", period_words(row.period)), ("fact_kind", term("kind", row.kind)), ("col_basis", term("basis", row.basis))]
    facts = [(t(key, language), words.to(language)) for key, words in named]
    if row.begins_with:
        facts.insert(1, ("", t("begins_with_pairing", language)))
    facts.append((t("col_counted", language), counted(row, language) or t("whole", language)))
    return [*facts, *([(t("attribution", language), attribution(row, language))] if row.attribution else [])]


def reading_words(row: Any, language: Language) -> str:
    """What a figure says: 18.51亿元，精确到末位（18.505—18.515亿元）."""
    low, high, unit = row.low, row.high, row.unit
    certainty = TERMS["qualifier"][row.qualifier].to(language)
    if low == high:
        return f"{amount(row.value, unit, language)} · {certainty}"
    if low != low or high != high:
        return f"{figure_words(row, language)} · {certainty}"
    bounds = reading("within", row.value, low, high, unit, language)
    if row.qualifier != "exact":
        return f"{bounds} · {certainty}"
    return t("exact_to_digit", language, x=amount(row.value, unit, language), bounds=bounds)


def others(row: Any, catalog: Catalog, language: Language) -> list[dict[str, str]]:
    """Other figures for the same thing, latest first."""
    wanted, rows = attrgetter(*ALIKE), rows_of("pairing", row.pairing, catalog)
    same = [one for one in rows if one.status == "reported" and wanted(one) == wanted(row) and one.figure != row.figure]
    return [
        {
            "id": one.figure,
            "words": figure_words(one, language),
            "when": circumstances(one, language),
            "publisher": f"{publisher(one, language)} {published(one, language)}",
        }
        for one in sorted(same, key=lambda one: one.period_end or date.min, reverse=True)
    ]


def inner_quotes(text: str, language: Language) -> str:
    """A title as it stands within quotation marks: its own become single ones."""
    return text.translate(str.maketrans("“”", "‘’")) if language == "en" else text


def cite(row: Any, catalog: Catalog, language: Language) -> str:
    """The sentence to cite a figure by: what it says, its report, and where it was read."""
    comma, colon = ("，", "：") if language == "zh" else (", ", ": ")
    what = f"{donor_and_recipient(row, language)}{comma}{title(row, catalog, language)}{colon}{row.stated}"
    named = ("《{}》" if language == "zh" else "“{}”").format(inner_quotes(row.title, language)) if row.title else ""
    copy = t("copied", language) if row.site == "unrelated" else ""
    place, address = place_in_citation(row, language), public(f"/f/{row.figure}")
    report = comma.join(part for part in (publisher(row, language), named, published(row, language), place, copy) if part)
    if language == "zh":
        return f"{what}。出处：{report}。引自《{t('site', 'zh')}》，数据版本 {catalog.version}，{address}"
    quoted = f"Quoted from {t('site', 'en')}, data version {catalog.version}, {address}"
    return f"{what} ({figure_words(row, 'en')}). Source: {report}. {quoted}"
