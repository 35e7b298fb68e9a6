"""A frame of figures -> Parquet: numbers as numbers, days as days, null where there is nothing, text as it is."""

import json
from collections.abc import Iterator

import pandas as pd
import pyarrow as pa
from pyarrow import compute, parquet

from ..catalog.columns import described
from .pipe import Pipe

GROUP = 8_192  # rows written at a time; a reader from afar passes over those that cannot hold what it looks for
TYPES = {"text": pa.string(), "number": pa.float64(), "day": pa.date32(), "flag": pa.bool_()}


def parquet_pieces(frame: pd.DataFrame, metadata: dict[str, object]) -> Iterator[bytes]:
    """The file piece by piece; `metadata` stands in its head as JSON, and each column is described."""
    pipe, schema = Pipe(), schema_of(frame, metadata)
    with parquet.ParquetWriter(pipe, schema, compression="zstd", write_page_index=True) as writer:
        for start in range(0, max(len(frame), 1), GROUP):
            piece = frame.iloc[start : start + GROUP]
            columns = [column(piece[name], schema.field(name).type) for name in schema.names]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema), row_group_size=GROUP)
            yield pipe.drain()
    yield pipe.drain()


def schema_of(frame: pd.DataFrame, metadata: dict[str, object]) -> pa.Schema:
    columns = {str(name): described(frame[name]) for name in frame.columns}
    fields = [
        pa.field(name, TYPES[one.type], metadata={"description": f"{one.words.zh} / {one.words.en}"}) for name, one in columns.items()
    ]
    return pa.schema(fields, metadata={"paired-assistance": json.dumps(metadata, ensure_ascii=False)})


def column(values: "pd.Series[object]", kind: pa.DataType) -> pa.Array:
    """Values in Arrow; the empty text is how a frame says nothing, so it becomes null."""
    if not pa.types.is_string(kind):
        return in_arrow(values).cast(kind)
    made = in_arrow(values.astype("str")).cast(kind)
    return compute.if_else(compute.equal(made, ""), None, made)


def in_arrow(values: "pd.Series[object]") -> pa.Array:
    made = pa.array(values, from_pandas=True)
    return made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
