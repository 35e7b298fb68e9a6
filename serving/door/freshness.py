"""How long an answer may be kept, by its kind, and by what it is known again: the same on every machine that has the same files."""

import re
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request

from ..caching import packed

ASSETS, SUITES, LOADED = "/assets/", "/_dash-component-suites/", "/loaded/"
FOR_EVER = "public, max-age=31536000, immutable"  # what changes gets another address
ASK = "public, no-cache"  # may be kept, must be asked for
NEVER = "no-store"
SUITE_STAMP = re.compile(r"(\.v[\w-]+m)\d+(?=\.)")  # dash's name for a script: its version, and when it was installed
# What dash tells its scripts and they can do without: a token for callbacks in the background, which we have none of, and the Python.
OWN_TOKENS = re.compile(r'"(?:end_id|python_version)":"(?:[^"\\]|\\.)*",')


def say_how_long(server: Flask, assets: Path) -> None:
    """Put `Cache-Control` on every answer, and a tag on every asset; scripts and styles are packed."""

    @server.after_request
    def say(response: Response) -> Response:
        if request.path.startswith(ASSETS) and response.status_code < 400:
            tag = tag_of(assets / request.path.removeprefix(ASSETS))
            del response.headers["Last-Modified"]  # it differs between machines
            response.set_etag(tag)
            response.make_conditional(request)
        response.headers["Cache-Control"] = lasting(response)
        return packed(response) if request.path.startswith((ASSETS, SUITES, LOADED)) else response


def lasting(response: Response) -> str:
    """What `Cache-Control` says: of files and kept pages what they say themselves."""
    if response.status_code >= 400:
        return NEVER
    if request.path.startswith(LOADED) or (request.path.startswith(SUITES) and response.cache_control.max_age):
        return FOR_EVER
    if request.path.startswith((ASSETS, SUITES)):
        return ASK
    page = response.mimetype == "text/html" or response.status_code >= 300  # which leads on, or says that nothing changed
    return response.headers.get("Cache-Control", ASK if page else NEVER)


def tag_of(file: Path) -> str:
    """What an asset is known by: its content, whenever and wherever it was put down."""
    status = file.stat()
    return content_tag(file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=256)
def content_tag(file: Path, changed: int, size: int) -> str:
    return sha256(file.read_bytes()).hexdigest()[:12]


def unstamped(html: str) -> str:
    """What dash puts in a page, without what only this machine, process or moment would put there."""
    return OWN_TOKENS.sub("", SUITE_STAMP.sub(r"\g<1>0", html))
