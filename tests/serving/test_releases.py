"""A version of the data that was cited, after the data went on: given where a release of it stands, and never taken for another."""

import hashlib
import re
import shutil
import subprocess
import sys

import pytest

from app import create_app
from metrics.catalog.catalog import load

from ..conftest import ROOT, SMALL

WHOLE = ["/data.csv?rows=all", "/data.json?rows=all", "/data.parquet?rows=all", "/data.zip?rows=all", "/metrics.json", "/pairings.json"]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A folder of releases that holds one version, and the data that came after it; the version, and what was served of it then."""
    folder = tmp_path_factory.mktemp("site")
    curated = shutil.copytree(SMALL, folder / "curated")
    version = load(curated).version
    before = create_app(curated).server.test_client()
    served = {address: before.get(f"{address}{'&' if '?' in address else '?'}version={version}") for address in WHOLE}
    command = [sys.executable, "-m", "metrics", "export", str(folder / "releases" / "first"), str(curated)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    file = curated / "tianjin-huangnan.yaml"
    file.write_text(file.read_text("utf-8").replace("567个", "568个"), "utf-8")
    return folder, version, served


@pytest.fixture
def later(released, monkeypatch):
    folder, *_ = released
    monkeypatch.setenv("RELEASES", str(folder / "releases"))
    return create_app(folder / "curated").server.test_client()


def of_version(address: str, version: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}version={version}"


@pytest.mark.parametrize("address", WHOLE)
def test_a_version_that_was_released_is_given_as_it_was(later, released, address):
    folder, version, served = released
    answer = later.get(of_version(address, version))
    assert answer.status_code == 200
    assert answer.data != later.get(address).data
    assert answer.mimetype == served[address].mimetype
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    name = address.lstrip("/").partition("?")[0].replace("data.zip", f"paired-assistance_{version}.zip")
    assert answer.data == (folder / "releases" / "first" / name).read_bytes()
    if address.startswith("/data.csv"):
        assert answer.data == served[address].data, "and as it was served then"


def test_it_is_given_in_parts_and_known_again(later, released):
    version = released[1]
    whole = later.get(of_version("/data.parquet?rows=all", version))
    part = later.get(of_version("/data.parquet?rows=all", version), headers={"Range": "bytes=-8"})
    assert (part.status_code, part.data) == (206, whole.data[-8:])
    parts = later.get(of_version("/data.parquet?rows=all", version), headers={"Range": "bytes=0-1,5-6"})
    assert (parts.status_code, parts.data) == (200, whole.data)
    again = later.get(of_version("/data.parquet?rows=all", version), headers={"If-None-Match": whole.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    plain = later.get(of_version("/data.csv?rows=all&bom=0", version))
    assert plain.data.startswith(b"figure,")


@pytest.mark.parametrize("search", ["?metric=projects", "?", "?rows=all&pair=tianjin-huangnan"])
def test_a_selection_of_it_is_not_taken_for_the_whole_and_leads_to_it(later, released, search):
    version = released[1]
    answer = later.get(f"/data.csv{search}&version={version}&lang=en")
    assert answer.status_code == 410
    whole, present = re.findall(r"http://localhost(\S+?)(?:;|$)", answer.text.strip())
    assert later.get(whole).data == later.get(of_version("/data.csv?rows=all", version)).data
    assert later.get(present).status_code == 200
    assert {link.partition(";")[0].strip(" <>") for link in answer.headers["Link"].split(",")} == {
        f"http://localhost{whole}",
        f"http://localhost{present}",
    }


@pytest.mark.parametrize("glued", ["。", ".", ")", "，见", "%20", " "])
def test_marks_that_a_text_left_on_a_version_are_not_part_of_it(later, released, glued):
    version = released[1]
    assert later.get(of_version("/data.csv?rows=all", version.upper() + glued)).status_code == 200


@pytest.mark.parametrize("version", ["000000000000", "../first", "..", "first", "", "/etc/passwd", "%2e%2e%2ffirst", "*", "?", "\x00"])
def test_what_is_no_version_of_a_release_is_gone_and_opens_no_file(later, released, version):
    answer = later.get("/data.csv", query_string={"rows": "all", "version": version, "lang": "en"})
    assert answer.status_code == (410 if version else 200)
    if version:
        assert "is not served here; the present one is" in answer.text


def test_what_else_stands_in_the_folder_is_passed_over(later, released):
    folder = released[0] / "releases"
    for name, text in (("broken", "{"), ("list", "[]"), ("other", '{"version": "111111111111"}'), ("number", '{"version": 7}')):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "datapackage.json").write_text(text)
    assert later.get("/data.csv?rows=all&version=111111111111").status_code == 410, "its zip is not there: somebody is still writing"
    assert later.get(of_version("/data.csv?rows=all", released[1])).status_code == 200


def test_the_address_of_the_present_data_is_the_public_one(later, monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/stats/")
    answer = later.get("/data.csv?metric=projects&version=000000000000&lang=en")
    assert "https://example.org/stats/data.csv?metric=projects&lang=en&version=" in answer.text


def test_the_files_of_a_release_are_what_their_tags_say(later, released):
    """Another machine that holds the same release answers with the same tag."""
    answer = later.get(of_version("/data.csv?rows=all", released[1]))
    assert answer.headers["ETag"] == f'"{hashlib.sha256(answer.data).hexdigest()[:20]}"'
