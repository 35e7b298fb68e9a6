"""What every reader meets is made of a catalog before it is served; and of the folders that have least, all of it can be made."""

import re
import shutil
from pathlib import Path

import pytest
from flask import Flask

import app
from metrics.catalog import folder as folders
from serving.rehearsal import Rehearsal

from ..conftest import SMALL
from .wire import layout


def without_figures(text: str) -> str:
    head, marker, _ = text.partition("\nfigures:")
    return f"{head}{marker} {{}}\n"


LEAST = {
    "no figures": without_figures,
    "no period": lambda text: re.sub(r"(?m)^( +period:) .*$", r"\1 unstated", text),
    "no end": lambda text: re.sub(r"(?m)^( +period:) .*$", r"\1 2010/..", text),
    "nothing found": lambda text: without_figures(text).replace(
        "figures: {}", "figures:\n  funds:\n    - id: funds-1\n      status: not-found\n      searched: 2024-08-01"
    ),
}


@pytest.mark.parametrize("name", LEAST)
def test_a_folder_that_is_clean_is_shown_however_little_it_has(name, tmp_path):
    folder = Path(shutil.copytree(SMALL, tmp_path / "curated"))
    for file in folder.glob("*-*.yaml"):
        file.write_text(LEAST[name](file.read_text("utf-8")), "utf-8")
    assert folders.read(folder).problems == []
    made = app.create_app(folder)
    made.live.rehearse(made.live.catalog)
    assert made.server.test_client().get("/").status_code == 200
    assert layout(made.server.test_client(), "?view=coverage&lang=en")


def test_an_address_that_fails_stops_the_rehearsal(small):
    def serve_broken(server: Flask, current) -> None:
        server.add_url_rule("/broken", "broken", lambda: str(int(float("nan"))))

    with pytest.raises(ValueError, match="NaN"):
        Rehearsal((*app.SERVED, serve_broken), lambda search, catalog: None)(small)


def test_an_address_that_refuses_stops_the_rehearsal(small):
    with pytest.raises(RuntimeError, match="/refused answers 404"):
        Rehearsal([lambda server, current: server.add_url_rule("/refused", "refused", lambda: ("", 404))], lambda *view: None)(small)


def test_a_view_that_fails_stops_the_rehearsal(small):
    with pytest.raises(ZeroDivisionError):
        Rehearsal(app.SERVED, lambda search, catalog: 1 / 0)(small)
