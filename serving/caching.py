"""Answers that a client, a CDN and this process need not have made twice.

An answer is made of data and code, so its tag names both: the same tag is the same bytes, on every machine, and a new
release of either ends what was kept. What is kept stands in one place, as it is sent.
"""

import time
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock

from cachetools import LRUCache, cached
from flask import Response, current_app, request

from metrics.catalog.catalog import Catalog

PROJECT = Path(__file__).parent.parent
MADE_OF = ("app.py", "requirements.lock", "metrics", "components", "serving", "assets")  # pages name what they load by its content
SUFFIXES = (".py", ".html", ".js", ".css", ".svg", ".lock")
FILES = sorted(file for name in MADE_OF for file in (PROJECT / name, *(PROJECT / name).rglob("*")) if file.suffix in SUFFIXES)
CODE = sha256(b"".join(file.read_bytes() for file in FILES)).hexdigest()
MOST_KEPT = 32 * 1024 * 1024  # bytes of bodies
SMALLEST_PACKED = 500  # bytes: below, packing makes an answer larger, or hardly smaller
Pieces = Callable[[], Iterator[bytes]]


def conditional_response(catalog: Catalog, asked: str, mimetype: str, *, text: bool) -> Response:
    """An answer without its body: 304 where the client has it, else 200 and to be given `with_body`. Text is compressed if it may be."""
    compressed = text and may_be_packed()
    response = Response(content_type=mimetype)
    now = str(time.time_ns()) if current_app.debug else ""  # whoever edits code and styles sees them: nothing is kept
    response.set_etag(sha256(f"{CODE}{now} {catalog.version} {asked}".encode()).hexdigest()[:20], weak=compressed)
    response.last_modified = first_served(catalog)
    response.headers["Cache-Control"] = "public, no-cache"  # may be kept, must be asked for
    if text:
        response.vary.add("Accept-Encoding")
    response.make_conditional(request)
    return response


def packed(response: Response) -> Response:
    """A file that has no version, packed once for all who take it so."""
    response.direct_passthrough = False
    response.vary.add("Accept-Encoding")
    if may_be_packed() and response.status_code == 200 and len(response.data) >= SMALLEST_PACKED:
        body = response.data
        response.data = kept_body(sha256(body).hexdigest(), lambda: gzipped(iter([body])))
        response.headers["Content-Encoding"] = "gzip"
    return response


def may_be_packed() -> bool:
    return not asks_for_part() and request.accept_encodings.quality("gzip") > 0


def asks_for_part() -> bool:
    """Whether a client reads by a range of bytes, as readers of columns do. Who asks for several at once gets the whole."""
    return request.range is not None and request.range.units == "bytes" and len(request.range.ranges) == 1


def with_body(response: Response, pieces: Pieces, *, small: bool) -> Response:
    """The answer with its body, or the part that was asked for: a small one is kept, a large one streamed while it is made."""
    compressed = bool(response.get_etag()[1])
    if compressed:
        response.headers["Content-Encoding"] = "gzip"
    del response.headers["Content-Length"]  # of the empty one
    if small or asks_for_part():
        response.data = kept_body(response.headers["ETag"], lambda: encoded(pieces, compressed))
        if not compressed and (request.range is None or asks_for_part()):  # of a compressed one the parts are nobody's
            response.make_conditional(request, accept_ranges=True, complete_length=len(response.data))
    else:
        response.response = encoded(pieces, compressed)
    return response


@lru_cache(maxsize=1)
def first_served(catalog: Catalog) -> datetime:
    """When this process first served a catalog. Nobody can have had it from here before."""
    return datetime.now(UTC).replace(microsecond=0)


@cached(LRUCache(MOST_KEPT, getsizeof=len), key=lambda tag, pieces: tag, lock=Lock())
def kept_body(tag: str, pieces: Pieces) -> bytes:
    """The whole body for a tag; one larger than all that may be kept is made anew each time."""
    return b"".join(pieces())


def encoded(pieces: Pieces, compressed: bool) -> Iterator[bytes]:
    return gzipped(pieces()) if compressed else pieces()


def gzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Without a name or a time in its head, so that the same bytes stay the same."""
    packer = zlib.compressobj(wbits=31)
    for piece in pieces:
        if packed := packer.compress(piece):
            yield packed
    yield packer.flush()
