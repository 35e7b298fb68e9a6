"""What may not be read is told as a problem with its path, whatever it is: a folder, a folder within it, its reports, a file."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from metrics.catalog import folder

from ..rules.made import good

NOBODY = 65534
KEPT = [(".", 0), (".", 0o600), (".", 0o300), ("qinghai", 0), ("qinghai", 0o600), ("reports", 0), ("reports", 0o600), ("metrics.yaml", 0)]


@contextmanager
def as_somebody(home: Path) -> Iterator[None]:
    """The superuser may read everything: what is tried here is done as somebody else."""
    if os.geteuid() != 0:
        yield
        return
    for path in (home.parent, home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has permissions of another kind")
@pytest.mark.parametrize(("kept", "mode"), KEPT)
def test_what_may_not_be_read_is_a_problem_and_no_crash(kept: str, mode: int) -> None:
    with TemporaryDirectory() as above:
        home = Path(above) / "home"
        for name in ("qinghai", "reports"):
            (home / name).mkdir(parents=True)
        (good(home) / "tianjin-huangnan.yaml").rename(home / "qinghai" / "tianjin-huangnan.yaml")
        (home / "reports" / "2024.yaml").write_text("# none yet\n{}\n", "utf-8")
        assert folder.read(home).problems == []
        with as_somebody(home):
            (home / kept).chmod(mode)
            problems = folder.read(home).problems
            (home / kept).chmod(0o700)
    assert {problem.rule for problem in problems} == {"file_can_be_read"}
    assert all(Path(problem.file).is_relative_to(home / kept) for problem in problems)
    assert all("permission" in problem.message.en for problem in problems)
