"""A progress bar for work that takes more than a moment, where somebody looks on."""

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TextIO, TypeVar

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds without a bar
WIDTH = 30


def watched(items: Sequence[Item], stream: TextIO | None = None, patience: float = PATIENCE) -> Iterator[Item]:
    """The items one by one, with a bar on the terminal once they take longer than `patience`."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield from items
        return
    begun, drawn = monotonic(), False
    for number, item in enumerate(items):
        if monotonic() - begun > patience:
            drawn = True
            done = WIDTH * number // len(items)
            stream.write(f"\r[{'#' * done}{' ' * (WIDTH - done)}] {number}/{len(items)}")
            stream.flush()
        yield item
    if drawn:
        stream.write("\r\x1b[K")
        stream.flush()
