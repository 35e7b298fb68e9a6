"""What `make` does where things are not as usual. Nothing is installed here: a program that only succeeds stands for Python."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from .conftest import ROOT

FILES = ("Makefile", "requirements.txt", "requirements-dev.txt", "requirements.lock", "requirements-dev.lock")


@pytest.fixture
def checkout(tmp_path):
    """A checkout at a path that shells and tools stumble over."""
    folder = tmp_path / "对口 支援"
    (folder / "scripts").mkdir(parents=True)
    (folder / "scripts" / "bundle.py").touch()
    for name in FILES:
        shutil.copy(ROOT / name, folder)
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`make` as a stranger runs it: without what a `make test` around these tests hands on."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name not in ("MFLAGS", "VENV")}
    return subprocess.run(["make", "PYTHON=python3", *words], cwd=folder, env=own | {"LC_ALL": "C"}, capture_output=True, text=True)


def stand_in(folder: Path, program: str) -> None:
    """Let a program be the Python of `.venv`."""
    (folder / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
    (folder / ".venv" / "bin" / "python").unlink(missing_ok=True)
    (folder / ".venv" / "bin" / "python").symlink_to(shutil.which(program) or program)


def in_order(text: str, *parts: str) -> bool:
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_run_makes_installs_the_lock_checks_and_starts(checkout):
    steps = make(checkout, "-n", "run").stdout
    locked = "--require-hashes -r requirements.lock"
    assert in_order(steps, "-m venv .venv", locked, "-m scripts.bundle", "-m metrics check", "app.py")
    assert "requirements-dev" not in steps


def test_the_newest_releases_are_tested_in_an_environment_of_their_own(checkout):
    steps = make(checkout, "-n", "test-newest").stdout
    assert in_order(steps, "rm -rf .venv-newest", "-m venv .venv-newest", "-r requirements.txt", "-r requirements-dev.txt", "-m pytest")
    assert ".lock" not in steps
    assert "--require-hashes" not in steps


def test_packages_may_go_elsewhere(checkout, tmp_path):
    steps = make(checkout, "-n", "run", f"VENV={tmp_path}/elsewhere").stdout
    assert f"-m venv {tmp_path}/elsewhere" in steps
    assert ".venv" not in steps


def test_a_place_with_a_space_is_refused_in_one_line(checkout):
    told = make(checkout, "run", "VENV=/my packages").stderr
    assert told.splitlines() == [told.strip()]
    assert "VENV=/my packages has a space" in told


def test_a_lock_is_installed_once_and_again_when_it_changed(checkout):
    stand_in(checkout, "true")
    assert "Installing requirements.lock" in make(checkout, ".venv/.run").stdout
    assert "Installing" not in make(checkout, ".venv/.run").stdout
    later = (checkout / ".venv" / ".run").stat().st_mtime + 1
    os.utime(checkout / "requirements.lock", (later, later))
    assert "Installing requirements.lock" in make(checkout, ".venv/.run").stdout


def test_everything_is_installed_again_when_its_python_is_gone(checkout):
    stand_in(checkout, "true")
    make(checkout, ".venv/.run")
    stand_in(checkout, "/nowhere/python3")
    assert in_order(make(checkout, "-n", ".venv/.run").stdout, "-m venv .venv", "-r requirements.lock")


def test_a_folder_that_cannot_be_written_is_told_with_the_way_out(checkout):
    (checkout / ".venv").touch()
    ended = make(checkout, "run")
    assert ended.returncode != 0
    assert ended.stdout == ".venv cannot be written. In a folder of your own: make run VENV=/tmp/paired-assistance\n"


def test_without_python_its_version_is_told(checkout):
    ended = make(checkout, "run", "PYTHON=")
    assert ended.returncode != 0
    assert ended.stdout == "Python 3.11 or newer is needed. Where it has another name: make run PYTHON=python3.12\n"


def test_an_install_that_fails_is_told_and_done_again(checkout):
    stand_in(checkout, "false")
    assert "requirements.lock could not be installed" in make(checkout, ".venv/.run").stdout
    assert not (checkout / ".venv" / ".run").exists()
