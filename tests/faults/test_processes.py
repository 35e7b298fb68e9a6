"""Processes of the server are killed, renewed and ended while readers ask: nobody gets half an answer."""

import json
import os
import runpy
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from ..browser.server import Server, running
from ..conftest import ROOT, SMALL
from .load import GUNICORN, ask, own, readers, serving, wait_until, workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and /proc as Linux has them")
PATHS = ("/", "/data.csv", "/f/tianjin-huangnan-funds-1", "/_dash-layout", "/chart.svg")
SEARCH_INDEX = 35  # MB that a process takes where it makes the index of the search for itself
STALLED = (  # in the middle of the headers, and of a body
    b"GET / HTTP/1.1\r\nHost: example.org\r\nX-Slow: ",
    b"POST /_dash-update-component HTTP/1.1\r\nHost: example.org\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n{",
)
MOST_LOST = 1  # requests, where a process is killed in the middle of one


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "curated"))


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    with serving(CURATED=str(folder)) as server:
        yield server


def test_a_process_that_is_killed_is_replaced_and_loses_its_own_request_at_most(server: Server) -> None:
    before = workers(server)
    with readers(server.address, PATHS, 2) as load:
        load.wait(40)
        os.kill(before[0], signal.SIGKILL)
        load.wait(80)
    assert len(load.failed) <= MOST_LOST, load.failed
    assert set(load.answered) == {200}
    wait_until(lambda: len(set(workers(server)) - {before[0]}) == 2)


def test_processes_are_renewed_without_a_lost_request(server: Server) -> None:
    before = workers(server)
    with readers(server.address, PATHS, 4) as load:
        load.wait(40)
        server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: not set(workers(server)) & set(before))
        load.wait(40)
    assert load.failed == []
    assert set(load.answered) == {200}


def test_at_the_end_every_answer_that_was_begun_is_finished(server: Server) -> None:
    with readers(server.address, PATHS, 4) as load:
        load.wait(40)
        server.process.terminate()
        began = time.monotonic()
        assert server.process.wait(timeout=60) == 0
        took = time.monotonic() - began
    assert took < 45  # seconds that systemd gives it
    assert set(load.answered) == {200}
    refused = "ConnectionRefusedError"
    cut = [one for one in load.failed if refused not in one and "ConnectionResetError" not in one]
    assert cut == [], "an answer that ends in the middle"


def test_who_opened_a_connection_and_said_nothing_keeps_no_process_from_ending(server: Server) -> None:
    from gunicorn.workers.gthread import DEFAULT_WORKER_DATA_TIMEOUT  # which Windows has not

    with ExitStack() as held:
        for _ in range(5):
            held.enter_context(socket.create_connection(("127.0.0.1", int(server.address.rpartition(":")[2]))))
        time.sleep(DEFAULT_WORKER_DATA_TIMEOUT + 1)  # a thread waits so long for a request, then leaves it to the poller
        server.process.terminate()
        assert server.process.wait(timeout=runpy.run_path(str(ROOT / "gunicorn.conf.py"))["graceful_timeout"] - 10) == 0


QUICK = """
import runpy
globals().update(runpy.run_path({settings!r}))
Worker.enqueue_req.__globals__["STALLED"] = 1
"""


def test_who_stalls_in_the_middle_holds_no_thread_and_no_process(folder: Path, tmp_path: Path) -> None:
    """More of each kind than there are threads: each is left after a while, and then others are answered."""
    (tmp_path / "quick.py").write_text(QUICK.format(settings=str(ROOT / "gunicorn.conf.py")), "utf-8")
    with running(*GUNICORN, "-c", str(tmp_path / "quick.py"), CURATED=str(folder), WEB_CONCURRENCY="2") as server, ExitStack() as held:
        place = ("127.0.0.1", int(server.address.rpartition(":")[2]))
        stalled = [held.enter_context(socket.create_connection(place, timeout=60)) for _ in range(10)]
        for number, one in enumerate(stalled):
            one.sendall(STALLED[number % 2])
        assert ask(server.address, "/healthz")[0] == 200
        assert {one.recv(12) for one in stalled} <= {b"", b"HTTP/1.1 400"}, "who stalls in a body is told, if it still listens"
        held.enter_context(socket.create_connection(place)).sendall(STALLED[0])
        ask(server.address, "/healthz")
        server.process.terminate()
        assert server.process.wait(timeout=20) == 0, "that it is killed after so long is what it waits for"
        assert "Traceback" not in server.said()


def test_what_a_first_page_and_a_first_search_need_is_there_once_for_all_processes(server: Server) -> None:
    before = own(workers(server))
    for path in (*PATHS, "/search?q=天津", "/?lang=en") * 4:
        assert ask(server.address, quote(path, safe="/?=&"))[0] == 200
    assert max(now - then for now, then in zip(own(workers(server)), before, strict=True)) < SEARCH_INDEX


def test_every_process_follows_an_edit_and_a_bad_one_stops_nobody(server: Server, folder: Path) -> None:
    def versions() -> set[str]:
        return {json.loads(ask(server.address, "/healthz")[1])["version"] for _ in range(40)}

    (first,) = versions()
    path = folder / "tianjin-huangnan.yaml"
    good = path.read_text("utf-8")
    with readers(server.address, PATHS, 2) as load:
        path.write_text(good.replace("18.51亿元", "18.52亿元"), "utf-8")
        wait_until(lambda: first not in versions())
        path.write_text("pairing: broken\n", "utf-8")
        load.wait(100)
    assert load.failed == []
    assert set(load.answered) == {200}
    assert len(versions()) == 1
    assert first not in versions()


def test_what_cannot_be_served_is_told_in_a_line_and_not_in_a_stack(folder: Path) -> None:
    (folder / "tianjin-huangnan.yaml").write_text("pairing: broken\n", "utf-8")
    with pytest.raises(RuntimeError, match="the dashboard does not start on invalid data") as raised, serving(CURATED=str(folder)):
        pass
    assert "Traceback" not in str(raised.value)
    with pytest.raises(RuntimeError, match="SITE_URL=nowhere is not the address of a site") as raised, serving(SITE_URL="nowhere"):
        pass
    assert "Traceback" not in str(raised.value)
