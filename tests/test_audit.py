"""`scripts.audit` asks a database on this machine by the real pip-audit: holes fail, silence is told."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from scripts import audit

from .browser.server import free_port

HOLE = {
    "id": "PYSEC-2030-1",
    "summary": "Reads every file",
    "affected": [
        {
            "package": {"name": "dash", "ecosystem": "PyPI"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.1"}]}],
        }
    ],
}


class Database(BaseHTTPRequestHandler):
    """Answers as OSV does. It knows of the holes that its server has, by package."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        holes = self.server.holes.get(asked["package"]["name"])
        answer = json.dumps({"vulns": holes} if holes else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *parts):
        """Say nothing."""


@pytest.fixture
def database(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), Database) as server:
        server.holes = {}
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def asked(port: int) -> int:
    return audit.main(["-s", "osv", "--osv-url", f"http://127.0.0.1:{port}/"])


def test_no_hole_is_told_with_the_number_of_releases(database, capsys):
    assert asked(database.server_port) == 0
    assert "requirements.lock: no known hole in " in capsys.readouterr().out


def test_a_hole_fails_and_names_the_release_and_the_way_out(database, capsys):
    database.holes = {"dash": [HOLE]}
    assert asked(database.server_port) == 1
    told = capsys.readouterr().err
    assert told.startswith("dash ")
    assert told.endswith(": PYSEC-2030-1, fixed in 99.1. `make lock` takes a newer release\n")


def test_a_database_out_of_reach_is_one_line(capsys):
    assert asked(free_port()) == 0
    assert capsys.readouterr().out == "requirements.lock was not held against the database of known holes: it cannot be reached\n"


def test_waiting_has_an_end(monkeypatch, capsys):
    monkeypatch.setattr(audit, "PATIENCE", 0.01)
    assert audit.main([]) == 0
    assert "no answer within 0.01 seconds" in capsys.readouterr().out


def test_an_audit_that_breaks_is_no_audit_skipped(capsys):
    assert audit.main(["--no-such-option"]) == 1
    assert "--no-such-option" in capsys.readouterr().err


def test_a_database_that_knows_no_release_was_not_asked_and_one_that_knows_some_was(capsys):
    unknown = {"name": "dash", "skip_reason": "Dependency not found on PyPI and could not be audited: dash (4.4.1)"}
    known = {"name": "plotly", "version": "7.1.0", "vulns": []}
    assert audit.judged([unknown]) == 0
    assert "knows none of the releases" in capsys.readouterr().out
    assert audit.judged([unknown, known]) == 1
    assert unknown["skip_reason"] in capsys.readouterr().err
