"""What a program for tables makes of the cells of `data.csv`: a real one in two languages, and the rules of Excel and WPS written down.

Such a program guesses. Where it may guess wrongly is said in docs/data.md; nowhere else may it find a day, a share or a formula.
"""

import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest

from metrics.catalog.columns import DESCRIBED
from metrics.release.export import cell, to_csv
from metrics.release.extract import everything

from ..conftest import figures
from .test_data_clients import SHEET, cells

NUMBER = r"[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?"
MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
# What Excel, WPS and LibreOffice take for something else than text, in English and in Chinese.
GUESSES = {
    "number": rf"(?=.*\d){NUMBER}(e[+-]?\d+)?",
    "share": rf"(?=.*\d){NUMBER} ?[%％]",
    "money": rf"[¥￥$€£] ?(?=.*\d){NUMBER}",
    "day": rf"\d{{1,4}}([-/.])\d{{1,2}}(\1\d{{1,4}})?|\d{{1,2}}[- ]{MONTH}([- ,]+\d{{2,4}})?|{MONTH}[- ]\d{{1,4}}(, ?\d{{2,4}})?"
    r"|(\d{2,4}年)?\d{1,2}月(\d{1,2}日)?",
    "time": r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m)?|\d{1,2}时(\d{1,2}分)?",
    "fraction": r"\d+ \d+/\d+",
    "truth": r"true|false",
    "formula": r"[=+\-@＝＋－＠].*",
}
# Where the guide says that one may be met, and which.
SAID = {"stated": {"number", "share"}, "period": {"number", "day"}, "published": {"number", "day"}, "searched": {"day"}}


def guessed(text):
    """What a program would make of a text; a number with a sign is a number, and no formula."""
    return next((name for name, rule in GUESSES.items() if re.fullmatch(rule, text.strip(), re.IGNORECASE)), None)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("3-5", "day"),
        ("1/2", "day"),
        ("2024-06", "day"),
        ("2024.6", "number"),
        ("5-Mar", "day"),
        ("Mar 2024", "day"),
        ("2024年6月", "day"),
        ("3月5日", "day"),
        ("12:30", "time"),
        ("1e5", "number"),
        ("007", "number"),
        ("1,234", "number"),
        ("80.79%", "share"),
        ("-3.2%", "share"),
        ("¥500", "money"),
        ("1 1/2", "fraction"),
        ("TRUE", "truth"),
        ("=1+1", "formula"),
        ("-2+3", "formula"),
        ("'-2+3", None),
        ("3-5个", None),
        ("30%-50%", None),
        ("近80%", None),
        ("2016/2020", None),
        ("../2024-08", None),
        ("2010/2024-08", None),
        ("¶1", None),
        ("1.2亿元", None),
        ("tianjin-huangnan-funds-1", None),
        ("2024", "number"),
    ],
)
def test_the_rules_know_what_a_program_would_make_of_a_text(text, guess):
    assert guessed(text) == guess


def test_no_text_of_the_files_is_taken_for_something_else_but_where_it_is_said(catalog):
    frame = everything(catalog).frame
    found = {
        (name, guess) for name in frame if frame[name].dtype == "str" for text in frame[name].unique() if (guess := guessed(cell(text)))
    }
    assert found <= {(name, guess) for name, guesses in SAID.items() for guess in guesses}
    assert ("stated", "share") in found, "else this test would have looked at nothing"


OFFICE = shutil.which("soffice")
TEXTS = [
    "30%-50%",
    "10%—20%",
    "3-5个",
    "1200-1500人",
    "2016/2020",
    "../2024-08",
    "2010/2024-08",
    "-3.2%-5%",
    "近80%",
    "80.79%以上",
    "12人次",
    "1/3以上",
]


def opened(text, folder, language):
    """The rows of a CSV as LibreOffice shows them: type and text of each cell, every kind of number looked for."""
    (folder / "data.csv").write_text(text, "utf-8", newline="")
    options = [f"-env:UserInstallation=file://{folder}/profile", "--headless", f"--infilter=CSV:44,34,76,1,,{language},false,true"]
    command = [OFFICE, *options, "--convert-to", "fods", "--outdir", folder, folder / "data.csv"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    rows = ElementTree.parse(folder / "data.fods").iterfind(".//table:table-row", SHEET)  # noqa: S314
    return [list(cells(row)) for row in rows]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (on Debian: apt-get install libreoffice-calc)")
@pytest.mark.parametrize("language", [1033, 2052], ids=["English", "Chinese"])
def test_ranges_and_shares_come_through_a_spreadsheet(tmp_path, few, language):
    """Ranges as they are written; a share as a number of the same size, with its bounds beside it."""
    rows = figures(*({"stated": text, "note": text} for text in TEXTS))
    shares = few.frame[few.frame["stated"].str.fullmatch(r"[\d.]+%")]
    (tmp_path / "ranges").mkdir()
    head, *shown = opened(to_csv(rows), tmp_path / "ranges", language)
    column = [text for _, text in head].index("stated")
    written = [text.replace("-3.2%-5%", "'-3.2%-5%") for text in TEXTS]  # made safe, as the guide says
    assert [row[column] for row in shown[: len(TEXTS)]] == [("string", text) for text in written]

    (tmp_path / "shares").mkdir()
    head, *shown = opened(to_csv(few.frame), tmp_path / "shares", language)
    place = {text: number for number, (_, text) in enumerate(head)}
    assert len(shares) > 5
    for number, row in shares.iterrows():
        kind, text = shown[number][place["stated"]]
        assert (kind, float(text.rstrip("%"))) == ("percentage", float(row["stated"].rstrip("%")))
        for name in ("value", "low", "high"):
            assert shown[number][place[name]] == ("float", row[name])
    for name in set(DESCRIBED) - set(SAID) & set(few.frame):
        if few.frame[name].dtype == "str":
            there = [shown[number][place[name]] for number in few.frame.index if few.frame[name][number]]
            assert {kind for kind, _ in there} <= {"string"}, name
