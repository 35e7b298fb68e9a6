"""`/status.json` and `/healthz`: what is served, and what is wrong, for machines that watch."""

import shutil
from pathlib import Path

import pytest

import app

from ..conftest import SMALL


@pytest.fixture
def dashboard(tmp_path: Path) -> app.Dashboard:
    return app.create_app(shutil.copytree(SMALL, tmp_path / "curated"), editing=True)


@pytest.mark.parametrize("path", ["/healthz", "/status.json"])
def test_what_is_served_is_told(dashboard, path):
    answer = dashboard.server.test_client().get(path)
    assert answer.status_code == 200
    assert answer.json["version"] == dashboard.live.catalog.version
    assert (answer.json["figures"], answer.json["problems"], answer.json["faults"]) == (8, 0, [])
    assert 0 <= answer.json["looked"] < 60


@pytest.mark.parametrize("path", ["/healthz", "/status.json"])
def test_what_fails_is_named_to_everybody_and_told_only_while_editing(dashboard, path):
    dashboard.live.faults["reading"] = "ValueError: a secret (live.py:1)"
    dashboard.live.gone = ("tianjin-huangnan-funds-1",)
    answer = dashboard.server.test_client().get(path)
    assert answer.status_code == 200
    assert answer.json["faults"] == ["reading"]
    assert ("a secret" in answer.text) == (path == "/status.json")
    assert ("tianjin-huangnan-funds-1" in answer.text) == (path == "/status.json")
