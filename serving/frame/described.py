"""What a page says of itself to programs: schema.org's `Dataset`, and the tags by which reference managers cite it."""

from datetime import date
from functools import lru_cache
from typing import Any

from components.wording.addresses import localized
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.entries.sources import Source
from metrics.release.extract import AUTHORS, LICENCE, TITLE
from metrics.words import Language

from .addresses import public

ENCODINGS = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "zip": "application/zip",
}
Tags = list[tuple[str, str]]


@lru_cache(maxsize=2)  # the catalog that is served, and the one before it
def last_entered(catalog: Catalog) -> date | None:
    """The last day on which figures were entered, as far as files tell."""
    return max((day.start for one in catalog.sources.values() for day in one.readings if day.start), default=None)


def dataset(catalog: Catalog, path: str, name: str, description: str, query: str, language: Language) -> dict[str, Any]:
    """A page's figures as a dataset; `query` chooses them in the files."""
    whole = {"@type": "Dataset", "name": TITLE.to(language), "url": public(localized("/data", language))}
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": name,
        "description": f"{description} {t('dataset_what', language)}",
        "url": public(localized(path, language)),
        "version": catalog.version,
        **({"dateModified": day.isoformat()} if (day := last_entered(catalog)) else {}),
        "license": LICENCE["url"],
        "isAccessibleForFree": True,
        "inLanguage": ["zh-Hans", "en"],
        "creator": {"@type": "Organization", "name": AUTHORS},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": mimetype, "contentUrl": public(f"/data.{ending}?{query}")}
            for ending, mimetype in ENCODINGS.items()
        ],
        **({"isPartOf": whole} if path != "/data" else {}),
    }


def cited_data(catalog: Catalog, path: str, title: str, language: Language) -> Tags:
    """A page of this site as a reference, as of the last day on which figures were entered."""
    day = last_entered(catalog)
    return [
        ("citation_title", title),
        ("citation_author", AUTHORS),
        ("citation_publisher", t("site", language)),
        *([("citation_publication_date", f"{day:%Y/%m/%d}")] if day else []),
        ("citation_public_url", public(localized(path, language))),
        ("citation_language", language),
        ("citation_keywords", f"CC BY 4.0; {catalog.version}"),
    ]


def cited_report(source: Source, path: str, language: Language) -> Tags:
    """The report that a page is about as a reference: the report itself, with the address at which it stands."""
    day = source.published.text.removesuffix("/..").replace("-", "/") if source.published else ""
    tags = [
        ("citation_title", source.title or source.publisher),
        ("citation_author", source.publisher),
        ("citation_publisher", source.publisher),
        ("citation_publication_date", day),
        ("citation_language", source.language),
        ("citation_public_url", source.url or source.original or public(localized(path, language))),
    ]
    return [(name, content) for name, content in tags if content]
