"""A catalog frame, its rows, or a whole catalog, from the few columns that a test is about.

A row is given as a report prints it: `stated` and `period` are read, `pairing` brings its names along,
and every other column has a usual value. What is given wins over what would be read.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

import pandas as pd

from metrics.catalog import frames
from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import COLUMNS, Row, column, missing, number_columns, period_columns
from metrics.catalog.tuples import ADDED, row_tuples
from metrics.entries.records import Record
from metrics.entries.reference import Reference, References
from metrics.entries.sources import source_of
from metrics.figures.period import parse
from metrics.figures.stated import read
from metrics.problems import Place
from metrics.reading.nodes import Mapping
from metrics.words import Bilingual


def pairing(name: str, donor: tuple[str, str], recipient: tuple[str, str]) -> Row:
    """The columns that name a pairing."""
    return {
        "pairing": name,
        "donor_zh": donor[0],
        "donor_en": donor[1],
        "recipient_zh": recipient[0],
        "recipient_en": recipient[1],
    }


HUANGNAN = pairing("tianjin-huangnan", ("天津市", "Tianjin"), ("黄南州", "Huangnan"))
GANNAN = pairing("tianjin-gannan", ("天津市", "Tianjin"), ("甘南州", "Gannan"))
HAIXI = pairing("zhejiang-haixi", ("浙江省", "Zhejiang"), ("海西州", "Haixi"))
NAGQU = pairing("liaoning-nagqu", ("辽宁省", "Liaoning"), ("那曲市", "Nagqu"))
HUANGYUAN = pairing("liuhe-huangyuan", ("六合区", "Liuhe"), ("湟源县", "Huangyuan"))
MADE = count()
USUAL: Row = {
    "metric": "funds",
    "programme": "qinghai",
    "programme_zh": "援青",
    "programme_en": "Qinghai",
    "level": "prefecture",
    "kind": "total",
    "basis": "spent",
    "extent": "whole",
    "status": "reported",
    "source": "daily",
    "publisher": "日报",
    "tier": "A",
    "read": "whole",
}


def frame_of(rows: Iterable[Row]) -> pd.DataFrame:
    """A catalog frame with these rows."""
    listed = list(rows)
    names = {name for row in listed for name in row}
    return frames.frame_of({name: column(name, [row.get(name, missing(name)) for row in listed]) for name in names})


def frame(*rows: Row, **shared: object) -> pd.DataFrame:
    """A catalog frame with a row each; `shared` is the same in all of them."""
    return frame_of(row(given=shared | one, number=number) for number, one in enumerate(rows, start=1))


def row(given: Row, number: int) -> Row:
    read_from: Row = {}
    if given.get("stated"):
        read_from |= number_columns(read(str(given["stated"])))
    if given.get("period"):
        read_from |= period_columns(parse(str(given["period"])))
    return USUAL | HUANGNAN | {"figure": f"figure-{number}"} | read_from | given


def as_printed(figures: pd.DataFrame) -> list[Any]:
    """The rows of a frame as a view draws them when nothing is derived."""
    return row_tuples(figures.assign(**dict.fromkeys(ADDED, "")))


def framed(rows: Iterable[Any]) -> pd.DataFrame:
    """Rows as a frame again, to be looked at by column."""
    listed = list(rows)
    names = ("Index", *COLUMNS, *ADDED)
    made = pd.DataFrame({name: [getattr(row, name) for row in listed] for name in names}).set_index("Index")
    return made.astype({name: COLUMNS[name] for name in ("period_start", "period_end")})


def printed(*given: Row, **shared: object) -> list[Any]:
    """Those of a frame made so."""
    return as_printed(frame(*given, **shared))


def holding(catalog: Catalog, figures: pd.DataFrame) -> Catalog:
    """The catalog with these figures instead of its own, and a version of its own; metrics, pairings and references stay."""
    index = dict(figures.groupby(["metric", "pairing"], sort=False).indices)
    return replace(catalog, frame=figures, index=index, version=f"made-{next(MADE)}")


def reference(day: date, value: float) -> Reference:
    source = source_of("census", Record(Mapping(Place(1, 1)), {"publisher": "统计局", "url": "https://example.org/census", "tier": "A"}))
    return Reference(f"figure-{day.year}", "632300", Bilingual("黄南州", "Huangnan"), day, value, source)


# Round numbers, so that every result can be recomputed in the head.
CHANGES = {2018: 1.0, 2019: 2.0, 2020: 5.0, 2021: 10.0, 2022: 20.0}
PRICES = {year: reference(date(year, 1, 1), change) for year, change in CHANGES.items()}
CENSUSES = {"632300": (reference(date(2010, 11, 1), 250_000), reference(date(2020, 11, 1), 200_000))}
ROUND = References(CENSUSES, PRICES)
