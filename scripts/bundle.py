"""`python -m scripts.bundle`: put the small plotly bundle into `assets/`, so that a first visit loads a quarter as much.

The bundle has the version that plotly.py ships and was tested with. Where it cannot be had, the page works on plotly.py's own.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from plotly.offline import get_plotlyjs_version

TARGET = Path(__file__).parent.parent / "assets" / "plotly-basic.min.js"
PACKAGE = "plotly.js-basic-dist-min"
PATIENCE = 60  # seconds for npm, on a slow line


class UnavailableError(Exception):
    """Why there is no small bundle, in a few words."""


def main() -> int:
    """Make the bundle fit the installed plotly. Never fails: the bundle is an improvement, not a need."""
    wanted = get_plotlyjs_version()
    if TARGET.exists() and version(TARGET.read_bytes()) == wanted:
        return 0
    try:
        renew(wanted)
    except UnavailableError as reason:
        print(f"No small plotly bundle ({reason}): the page uses the larger one of plotly.py. `make bundle` tries again.")
        return 0
    print(f"assets/{TARGET.name}: plotly.js {wanted}")
    return 0


def renew(wanted: str) -> None:
    """Put the wanted bundle in the place of any other: drawn by another plotly.js, charts may differ from the tested ones."""
    if not os.access(TARGET.parent, os.W_OK):
        raise UnavailableError(f"{TARGET.parent.name}/ cannot be written")
    TARGET.unlink(missing_ok=True)
    put(download(wanted), wanted)


def version(bundle: bytes) -> str:
    """4.1.1 for a bundle that begins with `/**\n* plotly.js (basic - minified) v4.1.1`."""
    title = bundle[:200].decode("utf-8", "replace").partition("plotly.js (basic - minified) v")[2]
    return title.split("\n")[0].strip()


def download(wanted: str) -> bytes:
    """The bundle out of the npm package of that version."""
    with packed(PACKAGE, wanted) as archive:
        member = archive.extractfile(f"package/{TARGET.name}")
        return member.read() if member else b""


@contextmanager
def packed(package: str, wanted: str) -> Iterator[tarfile.TarFile]:
    """That version of an npm package, opened; npm checks it against its published hash. Raises `UnavailableError`."""
    npm = shutil.which("npm")
    if npm is None:
        raise UnavailableError("npm is not installed")
    with TemporaryDirectory() as folder:
        command = [npm, "pack", f"{package}@{wanted}", "--silent", "--fetch-retries=0", f"--fetch-timeout={PATIENCE * 1000}"]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=PATIENCE)
        except (OSError, subprocess.SubprocessError):
            raise UnavailableError(f"npm could not fetch {package}@{wanted}") from None
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            yield archive


def put(bundle: bytes, wanted: str) -> None:
    """Write it whole or not at all."""
    if version(bundle) != wanted:
        raise UnavailableError(f"{PACKAGE} does not hold plotly.js {wanted}")
    part = TARGET.with_suffix(".part")
    part.write_bytes(bundle)
    part.replace(TARGET)


if __name__ == "__main__":
    sys.exit(main())
