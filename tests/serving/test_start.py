"""`python app.py`: how it starts, and how it says that it does not."""

import re
import shutil
import socket
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from plotly.offline import get_plotlyjs_version

from scripts.bundle import TARGET, version
from tests.browser.server import COMMAND, environment, free_port, refused, running
from tests.conftest import SMALL


@pytest.fixture
def curated(tmp_path):
    """A copy of two pairings, to break."""
    return shutil.copytree(SMALL, tmp_path / "curated")


@pytest.fixture(scope="module")
def hostile():
    """A dashboard in an environment whose variables would open it to programmers."""
    with running(DASH_DEBUG="true", FLASK_DEBUG="1", DASH_UI="true", DASH_HOT_RELOAD="true", DASH_PROPS_CHECK="true") as server:
        yield server


def replace(path, old, new):
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8")


def test_it_prints_its_address_and_serves_there(server):
    assert f"Dashboard: {server.address}/" in server.said()
    assert urlopen(f"{server.address}/data.csv?rows=all").status == 200  # noqa: S310


def test_another_curated_folder_is_served(curated):
    (curated / "zhejiang-haixi.yaml").unlink()
    with running(CURATED=str(curated)) as server:
        csv = urlopen(f"{server.address}/data.csv?rows=all").read().decode()  # noqa: S310
    assert "tianjin-huangnan-funds-1" in csv
    assert "zhejiang-haixi" not in csv


def test_it_refuses_to_start_on_broken_files_and_prints_every_problem(curated):
    replace(curated / "tianjin-huangnan.yaml", "basis: spent", "basis: paid")
    replace(curated / "zhejiang-haixi.yaml", "programme: qinghai", "programe: paired-assistance")
    ended = refused(CURATED=str(curated), PORT=str(free_port()))
    places = re.findall(r"^\S+/(\S+\.yaml):\d+:\d+ \w+ ", ended.stderr, re.MULTILINE)
    assert ended.returncode == 1
    assert set(places) == {"tianjin-huangnan.yaml", "zhejiang-haixi.yaml"}
    assert f"{len(places)} problems in {curated}: the dashboard does not start on invalid data" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("folder", ["/nowhere/at/all", "tests"])
def test_it_refuses_to_start_without_curated_files(folder):
    ended = refused(CURATED=folder, PORT=str(free_port()))
    assert ended.returncode == 1
    assert "the dashboard does not start on invalid data" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_busy_port_is_named_in_one_line_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = refused(PORT=str(port))
    assert ended.returncode == 1
    assert ended.stderr == (f"Cannot listen on 127.0.0.1:{port} (Address already in use); choose another port: PORT={port + 1} make run\n")
    assert ended.stdout == ""


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1", "80 80", "８０"])
def test_a_port_that_is_none_is_told(port):
    ended = refused(PORT=port)
    assert ended.returncode == 2
    assert ended.stderr == f"PORT={port} is not a port: give a number from 1 to 65535, for example PORT=8051\n"


def test_the_environment_turns_no_debugger_on(hostile):
    page = urlopen(f"{hostile.address}/?__debugger__=yes&cmd=resource&f=debugger.js")  # noqa: S310
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Debug mode: on" not in hostile.said()
    assert '"ui":false' in page.read().decode()


def test_debug_serves_the_same_page():
    with running(DEBUG="1", CURATED=str(SMALL)) as server:
        assert urlopen(f"{server.address}/data.csv?rows=all").status == 200  # noqa: S310
        assert "Cannot listen" not in server.said()


def test_an_error_shows_no_source_code(hostile):
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{hostile.address}/_dash-update-component", data=b'{"output": "nonsense.children", "inputs": []}')  # noqa: S310
    told = caught.value.read().decode()
    assert caught.value.code >= 400
    assert "Traceback" not in told
    assert "site-packages" not in told


def test_a_refusal_comes_before_anything_large_is_loaded():
    """Words of a place to listen that cannot be need neither pandas nor dash, which take seconds to load."""
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND[1:]], env=environment({"PORT": "none"}), capture_output=True, text=True
    )
    assert loaded.returncode == 2
    assert not re.search(r"\| +(pandas|dash|plotly|flask|yaml)$", loaded.stderr, re.MULTILINE)


@pytest.mark.skipif(not TARGET.exists(), reason="the small plotly bundle is not in assets/")
def test_the_small_bundle_has_the_version_that_plotly_ships():
    assert version(TARGET.read_bytes()) == get_plotlyjs_version()
