"""A frame's rows as plain tuples with names, which is how figures are looked at one by one."""

from collections import namedtuple
from functools import lru_cache
from typing import Any

import pandas as pd

Row = Any  # a named tuple of a frame's columns, and its label as `Index`


def row_tuples(frame: pd.DataFrame) -> list[Row]:
    """Every row. As `itertuples`, but a column at a time: many times faster on few rows with many columns."""
    columns = (listed(frame[name]) for name in frame.columns)
    return list(map(row_type(tuple(frame.columns))._make, zip(frame.index, *columns, strict=True)))


def listed(column: "pd.Series[Any]") -> list[Any]:
    """A column's values as Python has them. Of days, which many rows share, each is made once: making them is what takes time."""
    if column.dtype.kind != "M":
        return list(column.tolist())
    places, days = pd.factorize(column.array, use_na_sentinel=False)
    return list(map(days.tolist().__getitem__, places))


@lru_cache(maxsize=16)
def row_type(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", ("Index", *columns))
