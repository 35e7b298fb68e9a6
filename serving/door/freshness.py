"""How long an answer may be kept, by its kind, and by what it is known again: the same on every machine that has the same files."""

import json
import re
from functools import lru_cache, partial
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request

FOR_SCRIPTS = ("/_dash-layout", "/_dash-update-component")
ASSETS, SUITES = "/assets/", "/_dash-component-suites/"
FOR_EVER = "public, max-age=31536000, immutable"  # what changes gets another address
ASK = "public, no-cache"  # may be kept, must be asked for
NEVER = "no-store"
OWN_STAMP = re.compile(r"(/assets/([^\"?]+)\?m=)[\d.]+")
SUITE_STAMP = re.compile(r"(\.v[\w-]+m)\d+(?=\.)")  # dash's name for a script: its version, and when it was installed
# What dash tells its scripts and they can do without: a token for callbacks in the background, which we have none of, and the Python.
OWN_TOKENS = re.compile(r'"(?:end_id|python_version)":"(?:[^"\\]|\\.)*",')


def say_how_long(server: Flask, assets: Path) -> None:
    """Put `Cache-Control` on every answer, and a tag on every page and asset."""

    @server.after_request
    def say(response: Response) -> Response:
        if request.path.startswith(ASSETS) and response.status_code < 400:
            tag = tag_of(assets / request.path.removeprefix(ASSETS))
            del response.headers["Last-Modified"]  # it differs between machines
            response.set_etag(tag)
            response.make_conditional(request)
            response.headers["Cache-Control"] = FOR_EVER if request.args.get("m") == tag else ASK
        elif request.path in FOR_SCRIPTS and response.mimetype == "application/json":
            response.data = in_order(response.data)
        elif response.mimetype == "text/html" and response.status_code == 200 and "ETag" not in response.headers:
            response.add_etag()
            response.make_conditional(request)
        response.headers["Cache-Control"] = lasting(response)
        return response


def in_order(data: bytes) -> bytes:
    """JSON with its keys in order: dash gives the properties of a component in that of a set, which differs between processes."""
    return json.dumps(json.loads(data), separators=(",", ":"), sort_keys=True).encode() if data else data


def lasting(response: Response) -> str:
    """What `Cache-Control` says: of files and kept pages what they say themselves."""
    if response.status_code >= 400:
        return NEVER
    if request.path.startswith(SUITES):
        return FOR_EVER if response.cache_control.max_age else ASK
    page = response.mimetype == "text/html" or response.status_code >= 300  # which leads on, or says that nothing changed
    return response.headers.get("Cache-Control", ASK if page else NEVER)


def tag_of(file: Path) -> str:
    """What an asset is known by: its content, whenever and wherever it was put down."""
    status = file.stat()
    return content_tag(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def content_tag(file: Path, changed: int, size: int) -> str:
    return sha256(file.read_bytes()).hexdigest()[:12]


def stamped(html: str, assets: Path) -> str:
    """What dash puts in a page, without what only this machine, process or moment would put there."""
    return OWN_TOKENS.sub("", SUITE_STAMP.sub(r"\g<1>0", OWN_STAMP.sub(partial(own_stamp, assets), html)))


def own_stamp(assets: Path, found: re.Match[str]) -> str:
    return found[1] + tag_of(assets / found[2])
