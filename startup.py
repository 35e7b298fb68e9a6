"""Where the dashboard is to run, and why it may not: asked before anything large is loaded, so that a refusal comes at once."""

import os
import re
import socket
import sys
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from metrics.problems import CuratedError

HOST, PORT = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8050")
SITE = re.compile(r"https?://(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?(?:/[A-Za-z0-9._~-]+)*/?")
FOLDER = os.environ.get("CURATED", str(Path(__file__).with_name("curated")))


def prefix() -> str:
    """The path of the public address: `/stats` of `https://example.org/stats/`, nothing of `https://example.org`. Raises `ValueError`."""
    site = os.environ.get("SITE_URL", "")
    if site and not SITE.fullmatch(site):
        raise ValueError(f"SITE_URL={site} is not the address of a site: write it like https://example.org or https://example.org/stats/")
    return urlsplit(site).path.rstrip("/")


def proxies() -> int:
    """How many proxies of ours stand in front, whose `X-Forwarded-` headers are believed. Raises `ValueError`."""
    told = os.environ.get("PROXIES") or "0"
    if told not in "0123456789":
        raise ValueError(f"PROXIES={told} is not how many proxies stand in front: write 1 behind one nginx, 0 where there is none")
    return int(told)


def check_place() -> None:
    """End the process where it is told of no public address, or of no number of proxies."""
    try:
        prefix(), proxies()
    except ValueError as error:
        refuse(2, str(error))


def check() -> None:
    """End the process, with a word on the way out, where the environment asks for what cannot be."""
    if not (PORT.isascii() and PORT.isdecimal()) or not 0 < int(PORT) < 65536:
        refuse(2, f"PORT={PORT} is not a port: give a number from 1 to 65535, for example PORT=8051")
    if why := why_not_free(HOST, int(PORT)):
        refuse(1, f"Cannot listen on {HOST}:{PORT} ({why}); choose another port: PORT={int(PORT) + 1} make run")
    check_place()
    from metrics.rules.folder import folder_has_metrics  # reads YAML: not needed to refuse a port

    if breach := folder_has_metrics(Path(FOLDER), "metrics.yaml"):
        refuse(1, invalid(CuratedError([breach.problem(FOLDER)])))


def why_not_free(host: str, port: int) -> str:
    """Why nothing may listen there; empty where it may."""
    if os.environ.get("WERKZEUG_RUN_MAIN") == "true":
        return ""  # with DEBUG=1 this process is the reloader's child, and takes over a socket that listens already
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return str(error.strerror)
    return ""


def invalid(error: CuratedError) -> str:
    """Every problem of the folder, and what follows from them."""
    return f"{error}\n{len(error.problems)} problems in {FOLDER}: the dashboard does not start on invalid data"


def refuse(code: int, why: str) -> NoReturn:
    print(why, file=sys.stderr)
    sys.exit(code)
