"""Figures taken out of a catalog, with what must be known of them wherever they go."""

from dataclasses import dataclass

import pandas as pd

from ..catalog.catalog import Catalog
from ..reckoning.derived import with_derived
from ..selecting.resolution import Resolved
from ..selecting.selection import DEFAULT, KEYS, Selection, own_values
from ..selecting.shown import shown
from ..words import Bilingual

TITLE = Bilingual("对口支援数据", "Paired Assistance in Figures")
AUTHORS = "The Paired Assistance contributors"
LICENCE = {
    "id": "CC-BY-4.0",
    "name": "Creative Commons Attribution 4.0 International",
    "url": "https://creativecommons.org/licenses/by/4.0/",
}
SHOWN_ONLY = ("lang", "view", "order", "scale", "show", "embed", "focus")  # change how figures are shown, not which


@dataclass(frozen=True)
class Extract:
    """`filters` are the query keys that chose the figures; `address` is the page that shows them, empty in a release."""

    catalog: Catalog
    frame: pd.DataFrame
    filters: dict[str, str | list[str]]
    address: str = ""

    @property
    def metadata(self) -> dict[str, object]:
        """The head of the files that have one."""
        return {**head(self.catalog, self.address), "filters": self.filters, "figures": len(self.frame)}


def head(catalog: Catalog, address: str) -> dict[str, object]:
    """What every file says of itself."""
    return {
        "title": TITLE._asdict(),
        **({"address": address} if address else {}),
        "version": catalog.version,
        "licence": LICENCE,
        "citation": citation(catalog, address)._asdict(),
    }


def citation(catalog: Catalog, address: str = "") -> Bilingual:
    """How to cite these data, with the version that was used and, where there is one, the address."""
    where = Bilingual(f"{address}，", f"{address}. ") if address else Bilingual("", "")
    return Bilingual(
        f"{AUTHORS}：《{TITLE.zh}》，数据版本 {catalog.version}，{where.zh}CC BY 4.0。",
        f"{AUTHORS}. {TITLE.en}. Data version {catalog.version}. {where.en}CC BY 4.0.",
    )


def selected(resolved: Resolved, catalog: Catalog, site: str = "") -> Extract:
    """What a page shows, derived columns with it. `site` is the address before the first slash."""
    selection = resolved.selection.with_(extra=())
    drawn = shown(resolved, catalog).drawn
    frame = catalog.frame.loc[[row.Index for row in drawn]]
    return Extract(catalog, in_plain(with_derived(frame, drawn)), filters(selection), f"{site}/{selection.to_search()}")


def everything(catalog: Catalog, site: str = "", asked: Resolved | None = None) -> Extract:
    """Every figure that there is, or every one of the pairings that are asked for; with no site, as a release holds it."""
    chosen = filters(asked.selection) if asked else {}
    chosen.pop("metric", None)
    frame = catalog.frame
    if asked and chosen:
        frame = frame[frame["pairing"].isin([pairing.id for pairing in asked.pairings])]
    return Extract(catalog, in_plain(with_derived(frame, ())), {"rows": "all", **chosen}, f"{site}/" if site else "")


def in_plain(frame: pd.DataFrame) -> pd.DataFrame:
    """The figures with what we write ourselves in characters that GBK has too: programs of a Chinese Windows stop at any other."""
    return frame.assign(**{name: frame[name].map(plain) for name in ("locator", "note", "note_en") if name in frame})


def plain(text: str) -> str:
    """A text of ours with the sign of a paragraph spelt out."""
    return text.replace("¶", "para. ")


def filters(selection: Selection) -> dict[str, str | list[str]]:
    """The keys that choose figures: the metric, and what differs from the default."""
    chosen = {name: value for name, value in own_values(selection) if name not in SHOWN_ONLY and value != getattr(DEFAULT, name)}
    values = {"metric": selection.metric, **chosen}
    return {KEYS.get(name, name): list(value) if isinstance(value, tuple) else value for name, value in values.items()}
