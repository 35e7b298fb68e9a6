"""nginx with the site's own file, on a free port, before dashboards on theirs."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ..browser.server import free_port
from ..conftest import ROOT
from .load import ask

SITE = ROOT / "docs" / "deploy" / "nginx.conf"
# Around the site's file, what Debian's nginx.conf has, with the change that docs/deploy.md tells.
FRAME = """daemon off; worker_processes auto; worker_rlimit_nofile 16384; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include /etc/nginx/mime.types;
    include {folder}/site.conf;
}}
"""


def site(port: int, behind: Sequence[str]) -> str:
    """The site's file with the ports of this run, and as many dashboards behind."""
    text = SITE.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    servers = re.findall(r"^ *server 127\.0\.0\.1:\d+ .*;.*$", text, re.MULTILINE)
    assert len(servers) == 2
    for line, address in zip(servers, [*behind, *behind], strict=False):
        text = text.replace(line, re.sub(r"127\.0\.0\.1:\d+", urlsplit(address).netloc, line))
    return text


@contextmanager
def proxying(folder: Path, *behind: str) -> Iterator[str]:
    """The address of an nginx before some dashboards."""
    command = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if command is None:
        pytest.skip("nginx is not installed: apt-get install nginx-light")
    port = free_port()
    folder.chmod(0o777)
    (folder / "site.conf").write_text(site(port, behind), "utf-8")
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder), "utf-8")
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen([command, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"], stderr=said)
    try:
        wait_for(f"http://127.0.0.1:{port}", process, folder / "said")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address: str, process: subprocess.Popen[bytes], said: Path) -> None:
    deadline = time.monotonic() + 30
    while True:
        assert process.poll() is None, said.read_text("utf-8")
        assert time.monotonic() < deadline
        try:
            if ask(address, "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
