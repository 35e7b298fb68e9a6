"""The scripts and style sheets that a page loads: few files, each under a name that changes with what is in it, so that a
browser keeps it for good.

A page would load thirty files, most of them of 2 kB. Those that belong together are one file here, in the order in which they
stood; what finds its own parts by its own address (Dash's components) and what is large (the charts) stays a file of its own.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, abort

PROJECT = Path(__file__).parent.parent
SUITES, ASSETS = "/_dash-component-suites/dash/", "/assets/"
UNUSED = "dash_table/"  # Dash's own table, which no page has
ALONE = "plotly"
GATHERED = {  # for pages without Dash
    "text.css": ("base.css", "card.css", "site.css", "print.css", "table.css"),
    "card.js": ("card.js",),
    "favicon.svg": ("favicon.svg",),
}
LATE = re.compile(rf'<script src="([^"]*/{ALONE}\.[^"]*)"></script>')
TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8", "svg": "image/svg+xml"}
STAMP = re.compile(r"\.v[\w-]+m\d+")  # that Dash puts into a name
ADDRESS = re.compile(r'(?:src|href)="([^"]+)"')


def gathered(tags: str, suites: Path) -> str:
    """The tags of Dash's index, a line each, with one for all that are gathered in a file. `suites` is the folder of Dash."""
    files: dict[str, list[str]] = {}
    lines: dict[str, str] = {}
    for line in tags.split("\n"):
        address = found[1] if (found := ADDRESS.search(line)) else ""
        name = name_of(address) or line
        if not address.startswith(SUITES + UNUSED):
            files.setdefault(name, []).append(address)
            lines[name] = line
    return "\n".join(line if line == name else late(retold(line, name, files[name], suites)) for name, line in lines.items())


def late(tag: str) -> str:
    """The tag of a file; that of the charts is fetched when there is nothing else to do, and `assets/page.js` tells where it is."""
    return LATE.sub(r'<link rel="prefetch" as="script" href="\1">', tag)


def retold(line: str, name: str, addresses: list[str], suites: Path) -> str:
    """The tag of the last of some files, with the address of all of them."""
    return line.replace(addresses[-1], bundle(name, tuple(file_of(one, suites) for one in addresses)))


def name_of(address: str) -> str:
    """The file that an address is gathered in; nothing where it stays as it is."""
    path = address.partition("?")[0]
    if path.startswith(SUITES + "deps/"):
        return "react.js"
    if not path.startswith(ASSETS):
        return ""
    return f"{ALONE}.js" if path.startswith(ASSETS + ALONE) else f"page.{path.rpartition('.')[2]}"


def file_of(address: str, suites: Path) -> tuple[Path, str]:
    """The file behind an address, and what the address says of when it was made."""
    path, _, made = address.partition("?")
    return (PROJECT / path.removeprefix("/") if path.startswith(ASSETS) else suites / STAMP.sub("", path.removeprefix(SUITES))), made


@lru_cache(maxsize=32)  # of an edited file the time is another; of old ones a few may stay
def bundle(name: str, files: tuple[tuple[Path, str], ...]) -> str:
    """The address of some files as one: beside that of assets, for scripts find other addresses from their own."""
    body = b"\n".join(file.read_bytes() + (b";" if name.endswith(".js") else b"") for file, _ in files)
    stem, _, ending = name.rpartition(".")
    made = f"{stem}.{sha256(body).hexdigest()[:12]}.{ending}"
    BODIES[made] = body
    return f"/loaded/{made}"


BODIES: dict[str, bytes] = {}  # by name: those of this process, a handful


def loaded(name: str) -> str:
    """The address of one of `GATHERED`."""
    files = [PROJECT / "assets" / file for file in GATHERED[name]]
    return bundle(name, tuple((file, str(file.stat().st_mtime_ns)) for file in files))


def serve_loaded(server: Flask, tags: Callable[[], object]) -> None:
    """Add `/loaded/` to a server. `tags` makes what the page loads: another process may have told its address."""

    @server.get("/loaded/<name>")
    def loaded_file(name: str) -> Response:
        if name not in BODIES:
            tags()
            for one in GATHERED:
                loaded(one)
        if name not in BODIES:
            abort(404)
        return Response(BODIES[name], content_type=TYPES[name.rpartition(".")[2]])
