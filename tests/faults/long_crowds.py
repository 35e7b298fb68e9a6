"""Crowds, slow readers and long days, with the set-up that docs/deploy.md recommends. Figures are told (`-s` shows them)."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from serving.caching import MOST_KEPT

from ..browser.server import Server, running
from ..conftest import CURATED, ROOT, SMALL
from ..serving.wire import body
from .load import GUNICORN, ask, memory, readers, serving, workers
from .proxy import proxying

PATHS = ("/", "/data.csv", "/f/tianjin-huangnan-funds-1", "/_dash-layout", "/chart.svg", "/pairings")
PATIENCE = 5  # seconds in which a page comes again after a crowd
MANY = int(os.environ.get("MANY", "2000"))  # changes of filters; a fifth as many downloads: MANY=10000 for a long day


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(CURATED=str(CURATED)) as server:
        yield server


def timed(address: str, path: str = "/") -> float:
    began = time.monotonic()
    assert ask(address, path)[0] == 200
    return time.monotonic() - began


def test_after_two_hundred_readers_at_once_the_next_page_comes_soon(server: Server, tmp_path: Path) -> None:
    with proxying(tmp_path, server.address) as address:
        with readers(address, PATHS, 200) as load:
            load.wait(1500, patience=300)
        took = timed(address)
    print(f"\n200 readers: {load.answered}, slowest {load.slowest:.1f} s, {len(load.failed)} failed; then a page in {took:.2f} s")
    assert load.failed == []
    assert set(load.answered) == {200}
    assert took < PATIENCE


def filters(number: int) -> str:
    """The number-th choice of filters: all differ, so that no cache answers."""
    metrics = ("funds", "projects", "personnel", "trainees", "employment")
    first = 1994 + number // 5 % 30
    return f"metric={metrics[number % 5]}&since={first}&until={first + number // 150 % 30}&like=all&x={number}"


def changed(address: str, numbers: range) -> set[int]:
    """Some changes of filters, as the page's scripts send them, over one connection."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=120)
    connection.request("GET", "/_dash-dependencies")
    wired = next(one for one in json.loads(connection.getresponse().read()) if "shown.data" in one["output"])
    statuses = set()
    for number in numbers:
        data = json.dumps(body(wired, {"url": f"?{filters(number)}"}, "url.search"))
        connection.request("POST", "/_dash-update-component", data, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        statuses.add(answer.status)
    connection.close()
    return statuses


def test_memory_grows_by_no_more_than_is_kept_however_many_changes_and_downloads() -> None:
    with serving(CURATED=str(SMALL)) as server:

        def work(part: range) -> set[int]:
            found = changed(server.address, part)
            endings = ("csv", "json", "zip", "parquet")
            return found | {ask(server.address, f"/data.{endings[number % 4]}?{filters(number)}")[0] for number in part[::5]}

        def spend(start: int, count: int) -> None:
            share = count // 4
            with ThreadPoolExecutor(4) as pool:
                parts = [range(start + number * share, start + (number + 1) * share) for number in range(4)]
                assert set().union(*pool.map(work, parts)) <= {200, 204}

        spend(0, MANY // 5)
        before = memory(workers(server))
        spend(MANY // 5, MANY)
        after = memory(workers(server))
    print(f"\n{MANY} changes, {MANY // 5} downloads: {before} -> {after} MB")
    assert sum(after) - sum(before) <= len(after) * MOST_KEPT / 2**20, "more than the bodies that each process may keep"


SLOW = {
    "idle": b"",
    "slow headers": b"GET / HTTP/1.1\r\nHost: example.org\r\nX-Slow: ",
    "slow bodies": b"POST /_dash-update-component HTTP/1.1\r\nHost: example.org\r\n"
    b"Content-Type: application/json\r\nContent-Length: 4000\r\n\r\n{",
}


@pytest.mark.parametrize("kind", SLOW)
def test_a_thousand_who_say_nothing_keep_nobody_waiting(server: Server, tmp_path: Path, kind: str) -> None:
    with proxying(tmp_path, server.address) as address, ExitStack() as held:
        host, port = urlsplit(address).netloc.split(":")
        usual = min(timed(address, "/healthz") for _ in range(5))
        for _ in range(1000):
            one = held.enter_context(socket.create_connection((host, int(port)), timeout=20))
            one.sendall(SLOW[kind])
        took = max(timed(address, "/healthz") for _ in range(5))
        page = timed(address)
    print(f"\n1000 {kind}: answers in {usual * 1000:.0f} ms before, {took * 1000:.0f} ms at most with them; the page in {page:.2f} s")
    assert took < PATIENCE
    assert page < PATIENCE


def test_two_dashboards_restarted_in_turn_lose_nobody_and_answer_alike(tmp_path: Path) -> None:
    """One from another checkout, put down at another time: what both answer is the same, to the byte."""
    other = tmp_path / "other"
    names = ("app.py", "startup.py", "gunicorn.conf.py", "requirements.lock", "metrics", "components", "serving", "assets", "curated")
    for name in names:
        source, copy = ROOT / name, other / name
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__")) if source.is_dir() else (
            other.mkdir(exist_ok=True),
            shutil.copy(source, copy),
        )
    subprocess.run(["find", other, "-type", "f", "-exec", "touch", "-d", "2020-01-01", "{}", "+"], check=True)
    place = {"SITE_URL": "https://example.org", "PROXIES": "1", "CURATED": str(SMALL), "WEB_CONCURRENCY": "2"}
    with running(*GUNICORN, **place) as one, ExitStack() as second:
        two = second.enter_context(running(*GUNICORN, folder=other, PYTHONHASHSEED="7", **place))
        for path in (*PATHS, "/data.zip", "/data.parquet", "/answer.json", "/assets/base.css", "/?lang=en&view=coverage", "/overview"):
            assert answered(one, path) == answered(two, path), path
        (tmp_path / "nginx").mkdir()
        with proxying(tmp_path / "nginx", one.address, two.address) as address, readers(address, PATHS, 8) as load:
            load.wait(100)
            os.kill(workers(one)[0], signal.SIGKILL)
            load.wait(100)
            two.stop()
            load.wait(100)
            port = {"PORT": two.address.rpartition(":")[2]}
            second.enter_context(running(*GUNICORN, folder=other, **place, **port))
            one.process.terminate()  # at once: what the other was when last asked must not count
            one.process.wait(timeout=60)
            load.wait(100)
    print(
        f"\na process killed, one dashboard renewed, then the other ended: {load.answered}, "
        f"slowest {load.slowest:.1f} s, {len(load.failed)} failed"
    )
    assert len(load.failed) <= 1, "beside the answer that the killed process was in the middle of"
    assert set(load.answered) == {200}


def answered(server: Server, path: str) -> tuple[int, str | None, bytes]:
    """Status, tag and body."""
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=60)
    with closing(connection):
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.getheader("ETag"), answer.read()


if sys.platform != "linux":
    pytest.skip("signals and /proc as Linux has them", allow_module_level=True)
