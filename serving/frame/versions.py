"""Versions of the data: the present one is answered for, an earlier one given where a release of it stands, no other taken for it.

`python -m metrics export releases/NAME` writes a release. An address asks only for a version that stands in one of them: what
it says is looked up and never part of a path.
"""

import os
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from flask import Response, request

from metrics.catalog.catalog import Catalog
from metrics.release.export import BOM
from metrics.release.package import releases
from metrics.selecting.selection import DEFAULT, own_values
from metrics.selecting.touched.keys import cleaned
from metrics.selecting.touched.mending import meant
from metrics.words import Bilingual

from ..asking import OPEN, Asked, refusal
from ..caching import PROJECT, asks_for_part
from .addresses import public

WHOLE = {  # what a release has whole, by the address of the same: the file of a version, and what it is
    "/data.csv": ("data.csv", "text/csv; charset=utf-8"),
    "/data.json": ("data.json", "application/json"),
    "/data.parquet": ("data.parquet", "application/vnd.apache.parquet"),
    "/data.zip": ("paired-assistance_{version}.zip", "application/zip"),
    "/metrics.json": ("metrics.json", "application/json"),
    "/pairings.json": ("pairings.json", "application/json"),
}


def of_another_version(asked: Asked, catalog: Catalog, *, as_json: bool = False) -> Response | None:
    """The file of a release, where another version is asked for and stands in one; else 410, and where to turn.

    A release holds everything: a selection of it is not made, since the program of its day is not kept.
    """
    kept = releases(Path(os.environ.get("RELEASES") or PROJECT / "releases")) if "version" in asked.switches else {}
    (version, *_) = meant(asked.switches.get("version", catalog.version), {catalog.version, *kept})
    if version == catalog.version:
        return None
    name, mimetype = WHOLE.get(request.path, ("", ""))
    if version in kept and name and is_whole(asked):
        return released(kept[version] / name.format(version=version), version, mimetype, bom=asked.switches.get("bom") != "0")
    return gone(version, catalog, kept=version in kept, as_json=as_json)


def is_whole(asked: Asked) -> bool:
    """Whether everything is asked for, and nothing chosen of it."""
    chosen = {name for name, value in own_values(asked.selection) if value != getattr(DEFAULT, name)} - {"lang"}
    return not chosen and (asked.whole or not request.path.startswith("/data."))


def released(file: Path, version: str, mimetype: str, *, bom: bool) -> Response:
    """A file as it was released: whole or in parts, with a tag of its content. It never changes."""
    content = file.read_bytes()
    content = content if bom else content.removeprefix(BOM.encode())
    name = f"paired-assistance_{version}{file.suffix}"
    response = Response(content, content_type=mimetype, headers=OPEN | {"Cache-Control": "public, no-cache"})
    if mimetype != "application/json":
        response.headers["Content-Disposition"] = f"attachment; filename={name}"
    response.set_etag(sha256(content).hexdigest()[:20])
    response.make_conditional(request, accept_ranges=request.range is None or asks_for_part(), complete_length=len(content))
    return response


def gone(version: str, catalog: Catalog, *, kept: bool, as_json: bool) -> Response:
    """410 with the address of the present data and, where its release is kept, of that version: figures are never given for others."""
    others = [(key, text) for key, text in parse_qsl(request.query_string, keep_blank_values=True) if cleaned(key.decode()) != "version"]
    present = f"{public(request.path)}?{urlencode([*others, ('version', catalog.version)], safe='~')}"
    whole = f"{public('/data.csv')}?{urlencode({'rows': 'all', 'version': version})}" if kept else ""
    shown = version[:60]
    said = Bilingual(f"这里没有数据版本“{shown}”", f'Data version "{shown}" is not served here')
    if kept:
        said = Bilingual(f"数据版本“{shown}”只整份保存，在 {whole}", f'Data version "{shown}" is kept as a whole alone, at {whole}')
    said = Bilingual(f"{said.zh}，现在的是 {catalog.version}：{present}", f"{said.en}; the present one is {catalog.version}: {present}")
    response = refusal([said], as_json=as_json, status=410, title="Gone")
    links = [f'<{present}>; rel="latest-version"', *([f'<{whole}>; rel="related"'] if kept else [])]
    response.headers["Link"] = ", ".join(links)
    return response
