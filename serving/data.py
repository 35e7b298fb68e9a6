"""The page's selection as files, at plain addresses with the page's own query string."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from urllib.parse import quote

from flask import Flask, Response

from metrics.catalog.catalog import Catalog
from metrics.release.answer_json import answer_json
from metrics.release.export import csv_pieces, file_name
from metrics.release.extract import TITLE, Extract, everything, selected
from metrics.release.package import zip_pieces
from metrics.release.parquet import parquet_pieces
from metrics.release.records_json import json_pieces, metrics_json, pairings_json
from metrics.release.sets_json import sets_json
from metrics.selecting.answer import answer
from metrics.selecting.resolution import FACETS, Resolved, mended, resolve
from metrics.selecting.selection import ATTRIBUTES, Selection, choice

from .asking import Asked, asked_of_files, refusal
from .caching import conditional_response, with_body
from .frame.addresses import public
from .frame.versions import of_another_version

SMALL = 20_000  # figures, some 10 MB; more are streamed and not kept
EVERY = frozenset(ATTRIBUTES.values())  # keys of a selection, by their attributes
WHO = ("pair", *FACETS)  # those of pairings


@dataclass(frozen=True)
class Format:
    """`shown`: a browser shows it rather than saving it. `text`: it can be made smaller on the way."""

    mimetype: str
    pieces: Callable[[Extract, bool], Iterator[bytes]]
    text: bool = False
    shown: bool = False


FORMATS = {
    "csv": Format("text/csv; charset=utf-8", lambda extract, bom: csv_pieces(extract.frame, bom), text=True),
    "json": Format("application/json", lambda extract, bom: json_pieces(extract), text=True, shown=True),
    "parquet": Format("application/vnd.apache.parquet", lambda extract, bom: parquet_pieces(extract.frame, extract.metadata)),
    "zip": Format("application/zip", zip_pieces),
}
LISTINGS = {"metrics": metrics_json, "pairings": pairings_json}


def serve_data(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add the data routes to a server."""
    for ending in FORMATS:
        server.add_url_rule(f"/data.{ending}", f"data_{ending}", partial(data, ending, current))
    server.add_url_rule("/answer.json", "answer_json", partial(view_answer, current))
    server.add_url_rule("/sets.json", "sets_json", partial(metric_sets, current))
    for name in LISTINGS:
        server.add_url_rule(f"/{name}.json", f"{name}_json", partial(listing, name, current))


def view_answer(current: Callable[[], Catalog]) -> Response:
    """What is true of the page's selection: verdict, panels, sums, absences. What is unknown is named in it, as on the page."""
    catalog, site, asked = current(), public(), asked_of_files()
    if refused := refused_or_earlier(asked, catalog, as_json=True):
        return refused
    selection = mended(asked.selection, catalog).with_(extra=())
    response = conditional_response(catalog, f"answer {site} {selection.to_search()}", "application/json", text=True)
    response.headers.update(asked.headers(EVERY))
    if response.status_code != 200:
        return response
    return with_body(response, lambda: iter([answer_json(answer(selection, catalog), catalog, site)]), small=True)


def metric_sets(current: Callable[[], Catalog]) -> Response:
    """The sets of like with like of one metric, as printed or by a derivation. What is unknown is refused by name."""
    catalog, site, asked = current(), public(), asked_of_files()
    resolved = resolve(asked.selection, catalog)
    if refused := refused_or_earlier(asked, catalog, as_json=True):
        return refused
    if resolved.metric is None or resolved.problems:
        return refusal([*resolved.problems], as_json=True)
    metric, by = resolved.metric, choice(resolved.selection, "by")
    response = conditional_response(catalog, f"sets {site} {metric.id} {by}", "application/json", text=True)
    response.headers.update(asked.headers({"metric", "by", "lang"}))
    return (
        with_body(response, lambda: iter([sets_json(metric, by, catalog, site)]), small=True) if response.status_code == 200 else response
    )


def listing(name: str, current: Callable[[], Catalog]) -> Response:
    """All metrics or all pairings: what a program can ask for."""
    catalog, site, asked = current(), public(), asked_of_files()
    if refused := of_another_version(asked, catalog, as_json=True):
        return refused
    response = conditional_response(catalog, f"{name} {site}", "application/json", text=True)
    response.headers.update(asked.headers({"lang"}))
    return with_body(response, lambda: iter([LISTINGS[name](catalog, site)]), small=True) if response.status_code == 200 else response


def data(ending: str, current: Callable[[], Catalog]) -> Response:
    """The page's own selection, or with `rows=all` every figure of the pairings that it names. What is unknown is refused by name."""
    catalog, site, how, asked = current(), public(), FORMATS[ending], asked_of_files()
    whole, bom = asked.whole, asked.switches.get("bom") != "0"
    if refused := refused_or_earlier(asked, catalog, as_json=ending == "json"):
        return refused
    resolved = resolve(of_pairings(asked.selection, catalog) if whole else asked.selection, catalog)
    if resolved.problems:
        return refusal([*resolved.problems], as_json=ending == "json")
    same = ("all " if whole else "") + resolved.selection.with_(extra=()).to_search()
    response = conditional_response(catalog, f"{ending} {bom} {site} {same}", how.mimetype, text=how.text)
    response.headers.update(asked.headers({"lang", *WHO} if whole else EVERY))
    if response.status_code != 200:
        return response
    extract = everything(catalog, site, resolved) if whole else selected(resolved, catalog, site)
    response.headers["Content-Disposition"] = disposition(extract, None if whole else resolved, ending)
    return with_body(response, lambda: how.pieces(extract, bom), small=len(extract.frame) <= SMALL)


def of_pairings(selection: Selection, catalog: Catalog) -> Selection:
    """What a selection says of pairings, and nothing else of it."""
    return Selection(metric=next(iter(catalog.metrics)), **{key: getattr(selection, key) for key in WHO})


def refused_or_earlier(asked: Asked, catalog: Catalog, *, as_json: bool) -> Response | None:
    """What is answered where keys are nearly ours, or another version of the data is asked for."""
    return refusal(asked.problems, as_json=as_json) if asked.problems else of_another_version(asked, catalog, as_json=as_json)


def disposition(extract: Extract, resolved: Resolved | None, ending: str) -> str:
    """The file's name, in letters that every system takes and again in Chinese (RFC 6266)."""
    metric = resolved.metric if resolved else None
    first, last = (resolved.first, resolved.last) if resolved else (None, None)
    pairings, today = extract.frame["pairing"].nunique(), date.today().isoformat()
    plain = file_name(metric.id if metric else "all", pairings, first, last, today, ending)
    years = f"_{first or ''}-{last or ''}" if first or last else ""
    chinese = f"{TITLE.zh}_{metric.title.zh if metric else '全部'}_{pairings}组结对{years}_{today}.{ending}"
    way = "inline" if FORMATS[ending].shown else "attachment"
    encoded = quote(re.sub(r"[^\w.-]+", "-", chinese), safe="")
    return f"{way}; filename={plain}; filename*=UTF-8''{encoded}"
