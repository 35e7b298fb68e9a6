"""`python app.py` as a subprocess: what a reader runs, with what it says when it dies."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, str(ROOT / "app.py")]
PATIENCE = 120  # seconds for a start, on a machine that is busy with other workers


@dataclass
class Server:
    """A running dashboard: its address, without a slash at the end, its process, and what that says."""

    address: str
    process: subprocess.Popen[bytes]
    output: IO[bytes]

    def said(self) -> str:
        self.output.seek(0)
        return self.output.read().decode()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(more: dict[str, str]) -> dict[str, str]:
    """This process's environment, without what would set up the dashboard otherwise, and more."""
    foreign = ("CURATED", "DEBUG", "HOST", "PORT", "PROXIES", "RELEASES", "SITE_URL", "WEB_CONCURRENCY")
    own = {name: value for name, value in os.environ.items() if not name.startswith("DASH_") and name not in foreign}
    return own | {"HOST": "127.0.0.1"} | more


def refused(**more: str) -> subprocess.CompletedProcess[str]:
    """`python app.py` where it is expected to end by itself."""
    return subprocess.run(COMMAND, cwd=ROOT, env=environment(more), capture_output=True, text=True, timeout=PATIENCE)


@contextmanager
def running(*command: str, folder: Path = ROOT, **more: str) -> Iterator[Server]:
    """A dashboard on a free port, for as long as the block lasts; `python app.py` of this project unless told."""
    port = more.get("PORT") or str(free_port())
    with TemporaryFile() as output:
        process = subprocess.Popen(
            command or COMMAND, cwd=folder, env=environment({"PORT": port, **more}), stdout=output, stderr=subprocess.STDOUT
        )
        server = Server(f"http://127.0.0.1:{port}", process, output)
        try:
            wait_for(server)
            yield server
        finally:
            server.stop()


def wait_for(server: Server) -> None:
    """Until it answers. One that dies instead is an error that shows its last words."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise RuntimeError(f"the server ended with {server.process.returncode}:\n{server.said()}")
        try:
            urlopen(f"{server.address}/healthz", timeout=1).close()  # noqa: S310
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the server does not answer at {server.address}:\n{server.said()}")
