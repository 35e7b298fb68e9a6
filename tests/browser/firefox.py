"""A second engine: Firefox, driven by the protocol that it speaks itself (Marionette), so that no driver need be installed.

A message is its length, a colon and JSON: `[0, number, command, parameters]` there, `[1, number, error, answer]` back.
"""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .server import free_port

NAMES = ("firefox-esr", "firefox")
MISSING = "Firefox is not installed (on Debian: apt-get install firefox-esr)"
PATIENCE = 60  # seconds
QUIET = {  # a profile that asks nobody for anything
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": True,
    "browser.aboutwelcome.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "xpinstall.signatures.required": False,
}


def find() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, port: int, downloads: Path) -> None:
        self.line, self.downloads, self.number = connected(port), downloads, 0
        self.message()  # its greeting
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"unhandledPromptBehavior": "accept"}}})
        self.ask("WebDriver:SetTimeouts", {"script": PATIENCE * 1000, "pageLoad": PATIENCE * 1000})

    def ask(self, command: str, parameters: dict[str, Any] | None = None) -> Any:
        """What Firefox answers to a command. Raises `RuntimeError` with its own words where it cannot."""
        self.number += 1
        text = json.dumps([0, self.number, command, parameters or {}])
        self.line.sendall(f"{len(text.encode())}:{text}".encode())
        _, _, error, answer = self.message()
        if error:
            raise RuntimeError(f"{error['error']}: {error['message']}")
        return answer["value"] if isinstance(answer, dict) and set(answer) == {"value"} else answer

    def message(self) -> Any:
        length = b""
        while (one := self.line.recv(1)) != b":":
            if not one:
                raise RuntimeError("Firefox hung up")
            length += one
        data = b""
        while len(data) < int(length):
            data += self.line.recv(int(length) - len(data))
        return json.loads(data)

    # What one does

    def open(self, address: str) -> None:
        self.ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script in the page returns: the body of a function."""
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": list(arguments), "sandbox": None})

    def click(self, css: str) -> None:
        (key,) = self.ask("WebDriver:FindElement", {"using": "css selector", "value": css}).values()
        self.ask("WebDriver:ElementClick", {"id": key})

    def back(self) -> None:
        self.ask("WebDriver:Back")

    def wait(self, script: str, *arguments: Any, seconds: float = PATIENCE) -> Any:
        """Until a script returns something true; that."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if found := self.run(script, *arguments):
                    return found
            except RuntimeError:  # the page is going, or not yet there
                pass
            time.sleep(0.1)
        raise AssertionError(f"not in {seconds} seconds: {script}\n{self.run('return document.body.innerText')[:2000]}")

    def install(self, folder: Path) -> None:
        """An extension, for as long as the window is open."""
        self.ask("Addon:Install", {"path": str(folder), "temporary": True})


def connected(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            line = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE * 2)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return line


@contextmanager
def opened(settings: dict[str, Any] | None = None) -> Iterator[Firefox]:
    """A Firefox with these settings, its profile and downloads in a folder of its own, gone afterwards."""
    port = free_port()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        own = QUIET | {"marionette.port": port, "browser.download.dir": f"{folder}/downloads"} | (settings or {})
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in own.items()]
        (Path(folder) / "user.js").write_text("\n".join(lines), "utf-8")
        command = [find() or NAMES[0], "--headless", "--marionette", "--no-remote", "--profile", folder]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            firefox = Firefox(port, Path(folder) / "downloads")
            with closing(firefox.line):
                yield firefox
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)
