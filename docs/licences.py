"""`python -m docs.licences`: write `docs/licences.md` anew from the lock and from what its packages say of themselves."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

PAGE = Path(__file__).with_name("licences.md")
LOCK = PAGE.parent.parent / "requirements.lock"
HEAD = """# Licences

The code is MIT (`LICENSE`), the dataset CC BY 4.0 (`LICENSE-DATA`). What is installed with it, `requirements.lock`, is under these,
as each package says of itself; all may be used, changed and passed on. dash carries React, plotly carries plotly.js, both MIT.

| package | licence |
|---|---|
"""
CALLED = {"MIT License": "MIT", "BSD License": "BSD", "Apache Software License": "Apache-2.0"}


def locked() -> list[str]:
    """The names in the lock, each once."""
    return sorted(set(re.findall(r"^([a-z0-9._-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)))


def licence(name: str) -> str | None:
    """What an installed package says: its expression, its classifier, or its own words; None of one that is not installed here."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return None
    classified = [one.rpartition(" :: ")[2] for one in said.get_all("Classifier", []) if one.startswith("License :: ")]
    words = (
        next(iter(said.get_all("License-Expression") or []), None)
        or next(iter(classified), None)
        or (said.get_all("License") or [""])[0].partition("\n")[0]
    )
    if found := re.search(r"\((MPL) (2\.0)\)", words):
        return f"{found[1]}-{found[2]}"
    return CALLED.get(words, words)


def listed() -> dict[str, str]:
    """What the page says."""
    rows = PAGE.read_text("utf-8").partition("|---|---|\n")[2] if PAGE.exists() else ""
    return dict(re.findall(r"^\| (.+) \| (.+) \|$", rows, re.MULTILINE))


def page() -> str:
    """The page; a package of another system keeps the line that it has."""
    before = listed()
    return HEAD + "".join(f"| {name} | {licence(name) or before.get(name, '?')} |\n" for name in locked())


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
