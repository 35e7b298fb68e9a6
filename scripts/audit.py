"""`python -m scripts.audit`: ask a database whether a release in `requirements.lock` has a known hole.

A hole fails. Where the database cannot be asked, one line says so and nothing fails: that is no fault of what was changed.
Words after it go to pip-audit: `-s osv` asks another database.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).parent.parent / "requirements.lock"
ASK = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--timeout=10"]
PATIENCE = 120  # seconds for all answers together, on a slow line
UNREACHED = ("requests.exceptions.", "Could not connect", "not redirecting")  # pip-audit words some of it, dies of the rest


def main(arguments: list[str]) -> int:
    """Ask, and judge what comes back; 1 for a hole, or for an audit that broke."""
    try:
        asked = subprocess.run([*ASK, f"--requirement={LOCK}", *arguments], capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return skipped(f"no answer within {PATIENCE} seconds")
    if asked.stdout:
        return judged(json.loads(asked.stdout)["dependencies"])
    if any(word in asked.stderr for word in UNREACHED):
        return skipped("it cannot be reached")
    print(asked.stderr, file=sys.stderr)
    return 1


def judged(releases: list[dict[str, Any]]) -> int:
    """A release that the database does not know fails as well, unless it knows none: a mirror of packages keeps no holes."""
    unknown = [release["skip_reason"] for release in releases if "skip_reason" in release]
    if len(unknown) == len(releases):
        return skipped("it answers, and knows none of the releases")
    holes = [told(release, hole) for release in releases for hole in release.get("vulns", ())]
    for problem in (*holes, *unknown):
        print(problem, file=sys.stderr)
    if holes or unknown:
        return 1
    print(f"{LOCK.name}: no known hole in {len(releases)} releases")
    return 0


def told(release: dict[str, Any], hole: dict[str, Any]) -> str:
    fixed = " or ".join(hole["fix_versions"]) or "no release yet"
    return f"{release['name']} {release['version']}: {hole['id']}, fixed in {fixed}. `make lock` takes a newer release"


def skipped(reason: str) -> int:
    print(f"{LOCK.name} was not held against the database of known holes: {reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
