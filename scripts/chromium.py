"""`python -m scripts.chromium`: see to it that the browser tests have a Chromium, and CI a spreadsheet. `find` tells which.

CHROMIUM names one; else the system's; else the one that playwright installed. On Debian a missing one is installed.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PACKAGES = ("chromium", "fonts-noto-cjk")  # without the font, Chinese is drawn as boxes
OFFICE = ("libreoffice-calc",)  # reads the CSV back as a spreadsheet does; 300 MB, so in CI alone
# It runs the project's own page only. As root it has no sandbox; the rest keeps it from calling its maker.
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")

HELP = """No Chromium found: the browser tests cannot run. Any one of these helps:
  Debian, Ubuntu  sudo apt-get install chromium fonts-noto-cjk
  macOS           brew install --cask chromium
  elsewhere       .venv/bin/playwright install chromium
  one that you have already: CHROMIUM=/path/to/chromium make test"""


def find() -> str | None:
    """The path of a Chromium, or None. One that CHROMIUM names is taken or nothing is."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    found = (shutil.which(name) for name in NAMES)
    return next(filter(None, found), None) or of_playwright()


def of_playwright() -> str | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def missing() -> str:
    """What to tell whoever has no Chromium."""
    named = os.environ.get("CHROMIUM")
    return f"CHROMIUM={named} is not a program: the browser tests cannot run." if named else HELP


def main() -> int:
    lacking = [*(PACKAGES if find() is None and not os.environ.get("CHROMIUM") else ())]
    lacking += OFFICE if os.environ.get("CI") and not shutil.which("soffice") else ()
    if lacking and (prefix := installer()) is not None:
        install(prefix, lacking)
    if find() is None:
        print(missing(), file=sys.stderr)
    return 0  # the tests decide what that means: a skip here, a failure in CI


def installer() -> list[str] | None:
    """What goes before `apt-get` to install a package without asking; None where that cannot be."""
    if system() != "debian" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    may = shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    return ["sudo", "-n"] if may else None


def system() -> str:
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return platform.system().casefold()


def install(prefix: list[str], packages: list[str]) -> None:
    print(f"Installing {' and '.join(packages)} for the tests", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.run([*apt, "update"])
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *packages], stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
