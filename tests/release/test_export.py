"""The CSV file: its exact text, what a spreadsheet must not run, and that a reader gets the frame back."""

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.catalog.catalog import Catalog
from metrics.catalog.frames import COLUMNS
from metrics.release.export import cell, csv_pieces, file_name, to_csv

from ..conftest import figures

CONTRACT = (
    "figure, pairing, donor_zh, donor_en, recipient_zh, recipient_en, programme, metric, stated, unit, value, low, high, qualifier, "
    "period_start, period_end, kind, basis, scope, status, preferred, source, title, publisher, published, tier, url, locator, note"
).split(", ")

GOLDEN = (
    "\ufefffigure,pairing,donor_zh,donor_en,recipient_zh,recipient_en,programme,metric,stated,unit,value,low,high,qualifier,"
    "period_start,period_end,kind,basis,scope,status,preferred,source,title,publisher,published,tier,url,locator,note,"
    "period,label_zh,label_en,scope_en,extent,note_en,reason_zh,reason_en,archived,searched,"
    "category,category_zh,category_en,attribution,begins_with,programme_zh,programme_en,level,within,residents,report,read,"
    "publisher_en,original,site\r\n"
    "tianjin-huangnan-funds-1,tianjin-huangnan,天津市,Tianjin,黄南藏族自治州,Huangnan,qinghai,funds,18.51亿元,CNY,"
    "1851000000,1850500000,1851500000,exact,2010-01-01,2024-08-31,total,spent,,reported,false,command-post-2024,"
    "天津对口支援青海省黄南州 探索“五和共为”民族团结模式 铸牢中华民族共同体意识,天津市对口支援青海省黄南藏族自治州工作前方指挥部,"
    "2024-08,B,,¶1,,2010/2024-08,,,,whole,,,,,,,,,,,qinghai,qinghai,prefecture,,,command-post-2024,digest,"
    "天津市对口支援青海省黄南藏族自治州工作前方指挥部,,\r\n"
    "tianjin-huangnan-projects-1,tianjin-huangnan,天津市,Tianjin,黄南藏族自治州,Huangnan,qinghai,projects,567个,count,"
    "567,567,567,exact,2010-01-01,2024-08-31,total,unstated,,reported,false,command-post-2024,"
    "天津对口支援青海省黄南州 探索“五和共为”民族团结模式 铸牢中华民族共同体意识,天津市对口支援青海省黄南藏族自治州工作前方指挥部,"
    "2024-08,B,,¶1,,2010/2024-08,,,,whole,,,,,,,,,,,qinghai,qinghai,prefecture,,,command-post-2024,digest,"
    "天津市对口支援青海省黄南藏族自治州工作前方指挥部,,\r\n"
    "tianjin-huangnan-beneficiaries-1,tianjin-huangnan,天津市,Tianjin,黄南藏族自治州,Huangnan,qinghai,beneficiaries,近2.5万人,person,"
    "25000,,25000,under,,2024-08-31,total,unstated,泽库县,reported,false,command-post-2024,"
    "天津对口支援青海省黄南州 探索“五和共为”民族团结模式 铸牢中华民族共同体意识,天津市对口支援青海省黄南藏族自治州工作前方指挥部,"
    "2024-08,B,,¶16,报告说工程正加快实施。,../2024-08,县域连通工程,County link works,Zeku County,part,"
    "The report says that the works are still going on.,,,,,,,,,,qinghai,qinghai,prefecture,,,command-post-2024,digest,"
    "天津市对口支援青海省黄南藏族自治州工作前方指挥部,,\r\n"
)


def test_a_small_frame_becomes_exactly_this_text(small: Catalog) -> None:
    assert to_csv(small.frame[small.frame["pairing"] == "tianjin-huangnan"]) == GOLDEN


def test_the_columns_begin_as_links_and_downloads_rely_on() -> None:
    assert list(COLUMNS)[: len(CONTRACT)] == CONTRACT


def test_the_mark_at_the_start_can_be_left_out(small: Catalog) -> None:
    assert to_csv(small.frame, bom=False) == to_csv(small.frame).removeprefix("\ufeff")
    assert to_csv(small.frame, bom=False).startswith("figure,")


def test_every_line_ends_as_rfc_4180_says(catalog: Catalog) -> None:
    text = to_csv(catalog.frame)
    assert text.count("\r\n") == text.count("\n") == text.count("\r") == len(catalog.frame) + 1
    assert text.endswith("\r\n")


def test_an_empty_frame_is_its_head_alone(small: Catalog) -> None:
    assert to_csv(small.frame.iloc[:0]) == GOLDEN.partition("\r\n")[0] + "\r\n"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1851000000.0, "1851000000"),
        (-5.0, "-5"),
        (-0.25, "-0.25"),
        (-0.0, "0"),
        (12345677.5, "12345677.5"),
        (80.785, "80.785"),
        (0.0, "0"),
        (1e15, "1000000000000000"),
        (1e21, "1000000000000000000000"),
        (0.00001, "0.00001"),
        (0.1 + 0.2, "0.3"),
        (float("nan"), ""),
        (pd.NaT, ""),
        (None, ""),
        (pd.Timestamp("2024-08-31"), "2024-08-31"),
        (True, "true"),
        (False, "false"),
        ("", ""),
        ("近2.5万人", "近2.5万人"),
        (-5, "-5"),
    ],
)
def test_a_value_is_written_plainly(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_text_that_a_spreadsheet_would_run_is_made_safe(first: str, small: Catalog) -> None:
    frame = small.frame.head(1).assign(note=f"{first}SUM(1)", publisher=f"a{first}b")
    row = pd.read_csv(io.StringIO(to_csv(frame, bom=False)), dtype=str, keep_default_na=False).iloc[0]
    assert row["note"] == f"'{first}SUM(1)"
    assert row["publisher"] == f"a{first}b"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20))
def test_no_text_opens_as_a_formula_and_none_is_lost(text: str) -> None:
    written = cell(text)
    assert written.removeprefix("'") == text.removeprefix("'")
    assert written[:1] not in tuple("=+-@\t\r\n＝＋－＠")


@given(st.text(st.sampled_from("a,\"\r\n'=黄 ;"), max_size=8))
def test_commas_quotes_and_line_ends_stay_inside_their_cell(text: str) -> None:
    written = to_csv(figures({"note": text, "title": "next"}), bom=False)
    head, row = csv.reader(io.StringIO(written, newline=""))
    assert dict(zip(head, row, strict=True)) | {"note": cell(text), "title": "next"} == dict(zip(head, row, strict=True))


def test_the_pieces_of_a_long_file_fit_together(catalog: Catalog) -> None:
    pieces = list(csv_pieces(catalog.frame, rows=100))
    assert len(pieces) > 4
    assert b"".join(pieces).decode() == to_csv(catalog.frame)


def read_back(text: str) -> pd.DataFrame:
    """As somebody reads the file who knows what `COLUMNS` says and nothing else."""
    words = {name: dtype for name, dtype in COLUMNS.items() if dtype in ("str", "bool")}
    days = [name for name, dtype in COLUMNS.items() if dtype.startswith("datetime")]
    empty = {name: ["" if name not in words else "no such text"] for name in COLUMNS}
    frame = pd.read_csv(
        io.BytesIO(text.encode()), encoding="utf-8-sig", dtype=words, keep_default_na=False, na_values=empty, parse_dates=days
    )
    return frame.astype(COLUMNS)


def test_pandas_reads_the_frame_back(catalog: Catalog) -> None:
    texts = {name: catalog.frame[name].map(cell) for name, dtype in COLUMNS.items() if dtype == "str"}  # made safe to open
    expected = catalog.frame.assign(**texts).astype(catalog.frame.dtypes)
    pd.testing.assert_frame_equal(read_back(to_csv(catalog.frame)).astype(catalog.frame.dtypes), expected, check_column_type=False)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        (("funds", 2, 2016, 2024), "paired-assistance_funds_2-pairings_2016-2024_2026-11-22.csv"),
        (("funds", 5, None, None), "paired-assistance_funds_5-pairings_2026-11-22.csv"),
        (("projects", 1, 2016, None), "paired-assistance_projects_1-pairings_2016-_2026-11-22.csv"),
        (("all", 5, None, 2024), "paired-assistance_all_5-pairings_-2024_2026-11-22.csv"),
    ],
)
def test_a_file_is_named_by_what_it_holds(asked: tuple[str, int, int | None, int | None], name: str) -> None:
    assert file_name(*asked, today="2026-11-22") == name
