"""`python -m bench.pages`: what each kind of page costs, made anew, with 120 pairings and 10,000 figures, and what the search costs.

As a ratio to the plainest page that the same server makes in the same run, and in milliseconds and bytes.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from flask.testing import FlaskClient

from app import create_app
from bench.__main__ import seconds
from metrics.catalog.catalog import Catalog, load
from metrics.finding.index import index
from metrics.finding.search import search
from serving.caching import kept_body

CURATED = Path(__file__).parent.parent / "curated"
PAIRINGS, FIGURES, MANY = 120, 10_000, 100_000
QUESTIONS = ("567", "和田", "hetian", "doctors", "567个项目", "天津援助黄南多少钱", "who helps Hotan?")
PLAINEST = "/about"


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
    most = {column: catalog.frame[column].value_counts().index[0] for column in ("pairing", "metric", "source")}
    one = f"/p/{most['pairing']}", f"/m/{most['metric']}", f"/r/{most['source']}", f"/f/{catalog.frame['figure'].iloc[0]}"
    lists = "/pairings", "/pairings?donor=shandong", "/metrics", "/reports", "/data", "/overview", PLAINEST
    return [*lists, *one, "/search?q=567", "/search?q=和田", "/changes.atom", "/sitemap.xml"]


def made(client: FlaskClient, address: str) -> Callable[[], bytes]:
    """Ask for a page that nobody has kept."""

    def ask() -> bytes:
        kept_body.cache_clear()
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer.data

    return ask


def main() -> int:
    app = create_app(CURATED)
    whole = load(CURATED)
    app.live.catalog = catalog = larger(whole, PAIRINGS, FIGURES)
    client = app.server.test_client()
    plainest = seconds(made(client, PLAINEST), 9)
    for address in pages(catalog):
        took = seconds(made(client, address), 9)
        size = len(made(client, address)())
        print(f"{address:45} {took * 1000:6.1f} ms {took / plainest:5.1f} x {size / 1000:7.0f} kB")
    many = larger(whole, len(whole.pairings), MANY)
    print(f"index of {MANY} figures: {seconds(lambda: index.__wrapped__(many), 1):.1f} s")
    for question in QUESTIONS:
        print(f"{question:45} {seconds(lambda question=question: search(question, many), 9) * 1000:6.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
