"""`python -m bench.pages`: what each kind of page costs, made anew, with 120 pairings and 10,000 figures, and what the search costs.

In milliseconds and bytes, and as a ratio to an empty answer of Flask in the same run.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from bench.measure import seconds
from metrics.catalog.catalog import Catalog, load
from metrics.catalog.tallies import tallies
from metrics.finding.index import index
from metrics.finding.search import search
from serving.caching import kept_body

CURATED = Path(__file__).parent.parent / "curated"
PAIRINGS, FIGURES, MANY = 120, 10_000, 100_000
QUESTIONS = ("567", "和田", "hetian", "doctors", "567个项目", "天津援助黄南多少钱", "who helps Hotan?")


def larger(catalog: Catalog, pairings: int, figures: int) -> Catalog:
    """The pairings with most figures, and their figures again and again under other ids."""
    names = list(catalog.frame["pairing"].value_counts().index[:pairings])
    own = catalog.frame[catalog.frame["pairing"].isin(names)]
    copies = -(-figures // len(own))
    frames = [own.assign(figure=own["figure"] + (f"-{copy}" if copy else "")) for copy in range(copies)]
    frame = pd.concat(frames, ignore_index=True).head(figures)
    places = {key: np.sort(rows) for key, rows in frame.groupby(["metric", "pairing"], sort=False).indices.items()}
    kept = {name: catalog.pairings[name] for name in names}
    return replace(catalog, frame=frame, pairings=kept, index=places, version=f"{catalog.version}-{figures}")


def pages(catalog: Catalog) -> list[str]:
    """One address a kind of page: where there are several, that with most figures."""
    most = {column: next(iter(counts)) for column, counts in tallies(catalog).printed.items()}
    one = f"/p/{most['pairing']}", f"/m/{most['metric']}", f"/r/{most['source']}", f"/f/{catalog.frame['figure'].iloc[0]}", "/f/"
    lists = "/pairings", "/pairings?donor=shandong", "/metrics", "/reports", "/data", "/overview", "/about"
    return [*lists, *one, "/search?q=567", "/search?q=和田", "/changes.atom", "/sitemap.xml"]


def made(client: FlaskClient, address: str) -> Callable[[], bytes]:
    """Ask for a page that nobody has kept."""

    def ask() -> bytes:
        kept_body.cache_clear()
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer.data

    return ask


def empty() -> float:
    """Seconds for the least that Flask answers."""
    server = Flask("empty")
    server.add_url_rule("/", view_func=str)
    client = server.test_client()
    return seconds(lambda: client.get("/"), 99)


def main() -> int:
    app, floor = create_app(CURATED), empty()
    whole = load(CURATED)
    app.live.catalog = catalog = larger(whole, PAIRINGS, FIGURES)
    client = app.server.test_client()
    for address in pages(catalog):
        took = seconds(made(client, address))
        size = len(made(client, address)())
        print(f"{address:45} {took * 1000:6.1f} ms {took / floor:5.0f} x {size / 1000:7.0f} kB")
    many = larger(whole, len(whole.pairings), MANY)
    print(f"index of {MANY} figures: {seconds(lambda: index.__wrapped__(many), 1):.1f} s")
    for question in QUESTIONS:
        print(f"{question:45} {seconds(lambda question=question: search(question, many)) * 1000:6.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
