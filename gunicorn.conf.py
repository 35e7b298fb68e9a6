"""How the dashboard is served to many: gunicorn reads this file in the folder that it is started in. `make serve` starts it.

The environment says where and what: HOST, PORT, CURATED, SITE_URL, PROXIES; WEB_CONCURRENCY how many processes, one a core unless told.
"""

import gc
import logging
import os
import socket
import struct
from typing import Any

from gunicorn.workers.gthread import ThreadWorker

import startup

startup.check_place()

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 2

bind = f"{startup.HOST}:{startup.PORT}"
workers = int(os.environ.get("WEB_CONCURRENCY") or max(2, min(CORES, 8)))  # two at least: while one is renewed, another answers
threads = 4  # an answer is computing, and Python computes one at a time: more would wait for each other
worker_connections = 1000
preload_app = True  # the data are read once, and the processes share the memory that they take
backlog = 2048


STALLED = 10  # seconds in the middle of a request or of an answer in which not a byte moves, as nginx has it


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """A process of threads. One who stalls is left, who would hold a thread for ever, and a process that is to end until it is killed;
    then what was opened to it and asked nothing is closed at once, which it would wait for too."""

    def enqueue_req(self, conn: Any) -> None:
        for kind in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            conn.sock.setsockopt(socket.SOL_SOCKET, kind, struct.pack("ll", STALLED, 0))
        super().enqueue_req(conn)

    def murder_pending(self) -> None:
        if not self.alive:
            for connection in self.pending_conns:
                connection.timeout = 0
        super().murder_pending()


def is_news(record: logging.LogRecord) -> bool:
    """Whether a line for the log is more than that somebody stalled, of which gunicorn shows a stack."""
    return not (record.exc_info and isinstance(record.exc_info[1], BlockingIOError))


logging.getLogger("gunicorn.error").addFilter(is_news)
worker_class = Worker
timeout = 60  # seconds until a process that does not even tell that it lives is replaced
graceful_timeout = 30  # seconds in which answers that were begun are finished before a process ends
keepalive = 75  # longer than nginx keeps a connection of its own: the one who may ask again closes first
max_requests, max_requests_jitter = 50_000, 5_000  # processes are renewed one after another, whatever they may have gathered

limit_request_line = 8190  # bytes of an address; the gate refuses longer query strings in words of its own
limit_request_fields = 50
limit_request_field_size = 16_384  # `Referer` carries the page's own address

# What a header says of host, path and protocol is believed by the dashboard alone, and only where PROXIES tells it to.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
forwarder_headers = ""

control_socket_disable = True  # orders come as signals; a socket in the home folder would be shared by all that run there
FIRST = ("/", "/?lang=en", "/search?q=1")  # which the index of the search is made for, from 40 MB of names in pinyin


def on_starting(server: Any) -> None:
    """Before anybody is listened to, make what readers ask first: once for all processes, and nobody waits for it."""
    client = server.app.wsgi().test_client()
    for address in FIRST:
        client.get(startup.prefix() + address).close()
    on_reload(server)


def on_reload(server: Any) -> None:
    """Leave what there is out of later collections: these write into all that they look at, and what is written is shared no longer."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


accesslog = None  # the proxy has one
errorlog = "-"
loglevel = "info"
