"""Reading much at once, without the garbage collector."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_collection_paused() -> Iterator[None]:
    """Reading makes many objects and no cycles: walking all of them again and again would take half of the time.

    What is read dies before the pause ends, wherever it is used within one; what is left then counts as old, and is not walked for that.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_freeze_count() == 0:  # else somebody's frozen objects would thaw
                gc.freeze()
                gc.unfreeze()
            gc.enable()
