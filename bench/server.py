"""The server: a view that was asked for before, a new one, one over more data, against a plain Dash callback; the files."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from flask.testing import FlaskClient
from pyarrow import csv

from app import create_app
from bench.peers.plain_dash import plain_dash
from components.view import view
from metrics.catalog.catalog import Catalog, indexed, load
from metrics.release.export import csv_pieces
from metrics.selecting.answer import computed
from serving.caching import kept_body

from .measure import Result, cpu, ratios

FIVE = "?pair=tianjin-huangnan~zhejiang-haixi~tianjin-gannan~liuhe-huangyuan~liaoning-nagqu"
TIMES = 20
GROWS = "with another metric comes the menu of pairings, of which there are 8,060 here"
SEEN = "an empty answer of Flask takes two thirds of the time of ours"
VIEW = "some 30,000 calls of Python: Dash, its JSON and the packing have 37 %, the charts 18 %, the answer 14 %, the table 10 %"


def serving(curated: Path, rounds: int) -> Iterator[Result]:
    ours, plain = create_app(curated).server.test_client(), plain_dash(load(curated).frame).server.test_client()

    def change() -> None:
        assert plain.post("/_dash-update-component", json=PLAIN).status_code == 200

    def anew() -> None:
        forget()
        show(ours)

    show(ours), change(), anew()
    seen, new = [cpu(lambda: [show(ours) for _ in range(20)]) / 20 for _ in range(rounds)], [cpu(anew) for _ in range(rounds)]
    yield Result("server", "a view that was asked for before", [one * 1000 for one in seen], 3, "ms")
    yield Result("server", "a new view, five pairings", [one * 1000 for one in new], 12, "ms", why=VIEW)
    yield Result("server", "views a second a core, asked for before", [1 / one for one in seen], 100, "/s", least=True)
    yield Result(
        "G10", "callbacks a second, to plain Dash + Plotly Express", ratios(change, lambda: show(ours), rounds), 100, least=True, why=SEEN
    )
    yield Result("G10", "a new view, to plain Dash + Plotly Express", ratios(anew, change, rounds), None)
    yield from growth(ours, curated, rounds)


def growth(ours: FlaskClient, curated: Path, rounds: int) -> Iterator[Result]:
    """The same view where all that there is stands twenty times: the five pairings have the same figures."""
    larger = create_app(curated)
    larger.live.catalog = copied(larger.live.catalog, TIMES)
    client = larger.server.test_client()

    def anew(other: FlaskClient) -> None:
        forget()
        show(other)

    anew(client)
    what = f"the same new view among {TIMES * len(load(curated).frame):,} figures, to the curated ones"
    yield Result("G9", what, ratios(lambda: anew(client), lambda: anew(ours), rounds), 1.15, why=GROWS)


def copied(catalog: Catalog, times: int) -> Catalog:
    """A catalog with every pairing so many times, under other names."""
    own, ends = catalog.frame, ["", *(f"-{number}" for number in range(2, times + 1))]
    frame = pd.concat([own.assign(figure=own["figure"] + end, pairing=own["pairing"] + end) for end in ends], ignore_index=True)
    pairings = {name + end: replace(one, id=name + end) for end in ends for name, one in catalog.pairings.items()}
    return replace(catalog, frame=frame, index=indexed(frame), pairings=pairings, version=f"{catalog.version}-{times}")


def show(client: FlaskClient) -> None:
    """What the page asks when its address becomes that of the view."""
    assert client.post("/_dash-update-component", json=asked(client), headers={"Accept-Encoding": "gzip"}).status_code == 200


@cache
def asked(client: FlaskClient) -> dict[str, Any]:
    wired = next(one for one in client.get("/_dash-dependencies").json if one["clientside_function"] is None)
    pairs = [name.rpartition(".") for name in wired["output"].strip(".").split("...")]
    return {
        "output": wired["output"],
        "outputs": [{"id": name, "property": prop} for name, _, prop in pairs],
        "inputs": [one | {"value": {"url": FIVE, "metric": "funds"}.get(one["id"])} for one in wired["inputs"]],
        "state": [one | {"value": None} for one in wired["state"]],
        "changedPropIds": ["url.search"],
    }


def forget() -> None:
    for kept in (kept_body.cache, computed.cache, view.cache):
        kept.clear()


PLAIN: dict[str, Any] = {
    "output": "..bars.figure...lines.figure..",
    "outputs": [{"id": "bars", "property": "figure"}, {"id": "lines", "property": "figure"}],
    "inputs": [{"id": "metric", "property": "value", "value": "funds"}],
    "changedPropIds": ["metric.value"],
}


def files(frame: pd.DataFrame, rows: int, rounds: int) -> Iterator[Result]:
    """CSV of many rows against pyarrow's own writer, from the same frame."""
    many = pd.concat([frame] * (rows // len(frame) + 1), ignore_index=True).iloc[:rows]

    def ours() -> object:
        return sum(len(piece) for piece in csv_pieces(many))

    def theirs() -> object:
        return csv.write_csv(pa.Table.from_pandas(many), pa.BufferOutputStream())

    ours(), theirs()
    yield Result("G11", f"CSV of {rows:,} rows, to pyarrow's writer", ratios(ours, theirs, rounds), 1, why=CSV)


CSV = "a cell that a spreadsheet would take for a formula is made safe, and a number is written as a person writes it; pyarrow does neither"
