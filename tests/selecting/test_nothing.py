"""Four kinds of nothing: not searched, searched and not found, not applicable, reported zero. Four different things, everywhere."""

import io
from math import isnan
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from flask.testing import FlaskClient

from app import create_app
from components.view import view
from metrics.catalog.catalog import Catalog, load
from metrics.catalog.folder import read
from metrics.catalog.frames import Row
from metrics.comparing.comparability import verdict
from metrics.selecting.coverage import coverage
from metrics.selecting.filtering import select
from metrics.selecting.resolution import resolve
from metrics.selecting.selection import Selection

from ..conftest import SMALL
from ..frames import frame, holding
from ..seen import bars, marks, of_type, words

# Each pairing has the same funds; of employment one has a zero, one was searched for it, to one it does not apply, one has no entry.
ZERO, SEARCHED, BESIDE, BLANK = "tianjin-huangnan", "tianjin-golog", "tianjin-haibei", "tianjin-yushu"
RECIPIENTS = {
    ZERO: ("黄南州", "Huangnan", 632300),
    SEARCHED: ("果洛州", "Golog", 632600),
    BESIDE: ("海北州", "Haibei", 632200),
    BLANK: ("玉树州", "Yushu", 632700),
}
EMPLOYMENT = {
    ZERO: "stated: 0人, period: 2023, basis: completed, source: tianjin-huangnan-2024, locator: ¶2",
    SEARCHED: "status: not-found, searched: 2026-11-22, note: {zh: 六份报告都没有。, en: None of six reports has it.}",
    BESIDE: "status: not-applicable, note: {zh: 这里没有就业援助。, en: There is no such assistance here.}",
}
METRIC = """
employment:
  title: {zh: 就业, en: Employment}
  definition: {zh: 实际就业的人。, en: People who took up work.}
  theme: work
  units: [person]
  kind: total
  bases: [completed, unstated]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("nothing")
    (made / "metrics.yaml").write_text((SMALL / "metrics.yaml").read_text("utf-8") + METRIC, "utf-8")
    template = (SMALL / "tianjin-huangnan.yaml").read_text("utf-8").partition("\n  projects:")[0]
    for name, (zh, en, code) in RECIPIENTS.items():
        text = template.replace("tianjin-huangnan", name).replace(
            "黄南藏族自治州, en: Huangnan, code: 632300", f"{zh}, en: {en}, code: {code}"
        )
        text = text.replace("command-post-2024", f"{name}-2024")
        if name in EMPLOYMENT:
            text += "\n  employment:\n    - {id: employment-1, " + EMPLOYMENT[name] + "}\n"
        (made / f"{name}.yaml").write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def catalog(folder: Path) -> Catalog:
    return load(folder)


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    return create_app(folder).server.test_client()


def row(catalog: Catalog, pairing: str) -> Any:
    return catalog.rows("employment", (pairing,))[0]


def test_the_files_are_as_a_curator_would_write_them(folder: Path) -> None:
    assert read(folder).problems == []


def test_the_catalog_keeps_the_four_apart(catalog: Catalog) -> None:
    zero, searched, beside = (row(catalog, pairing) for pairing in (ZERO, SEARCHED, BESIDE))
    assert (zero.status, zero.value, zero.low, zero.high, zero.stated) == ("reported", 0, 0, 0, "0人")
    assert (searched.status, searched.searched, searched.stated, searched.unit) == ("not-found", "2026-11-22", "", "")
    assert isnan(searched.value)  # type: ignore[arg-type]
    assert (beside.status, beside.searched, beside.note, beside.note_en) == (
        "not-applicable",
        "",
        "这里没有就业援助。",
        "There is no such assistance here.",
    )
    assert isnan(beside.value)  # type: ignore[arg-type]
    assert len(catalog.rows("employment", (BLANK,))) == 0


def test_coverage_keeps_the_four_apart(catalog: Catalog) -> None:
    flags = {
        cell.pairing: (cell.flag, cell.count, cell.latest) for line in coverage(catalog) for cell in line if cell.metric == "employment"
    }
    assert flags == {
        ZERO: ("sure", 1, 2023),
        SEARCHED: ("not-found", 1, None),
        BESIDE: ("not-applicable", 1, None),
        BLANK: ("not-searched", 0, None),
    }


def test_the_coverage_table_shows_four_different_cells(catalog: Catalog) -> None:
    matrix = view("?view=coverage&lang=en", catalog)["coverage-html"]
    place = [words(cell) for cell in of_type(next(iter(of_type(matrix, "Tr"))), "Th")].index("Employment") - 1
    rows = [tr for tr in of_type(matrix, "Tr") if any(cell.scope == "row" for cell in of_type(tr, "Th"))]
    cells = {words(of_type(tr, "Th")[0]).partition("→ ")[2]: words(of_type(tr, "Td")[place]) for tr in rows}
    assert cells == {"Huangnan": "1●", "Golog": "×", "Haibei": "—", "Yushu": ""}


@pytest.mark.parametrize(
    ("language", "searched", "beside"),
    [("zh", "已查，未见数据 (2026-11-22)", "不适用"), ("en", "searched, not found (2026-11-22)", "not applicable")],
)
def test_the_table_keeps_the_four_apart(catalog: Catalog, language: str, searched: str, beside: str) -> None:
    table = view(f"?metric=employment&lang={language}", catalog)["table-html"]
    rows = {tr.id: words(tr) for tr in of_type(table, "Tr") if getattr(tr, "id", None)}
    assert set(rows) == {f"{pairing}-employment-1" for pairing in (ZERO, SEARCHED, BESIDE)}
    assert "0人" in rows[f"{ZERO}-employment-1"]
    assert searched in rows[f"{SEARCHED}-employment-1"]
    assert beside in rows[f"{BESIDE}-employment-1"]
    assert {"zh": "这里没有就业援助。", "en": "There is no such assistance here."}[language] in rows[f"{BESIDE}-employment-1"]
    assert {"zh": "六份报告都没有。", "en": "None of six reports has it."}[language] in rows[f"{SEARCHED}-employment-1"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["已查，未见数据（2026年11月22日）：果洛州", "不适用：海北州"]),
        ("en", ["Searched, not found (22 Nov 2026): Golog", "Not applicable: Haibei"]),
    ],
)
def test_the_comparison_draws_a_zero_on_its_axis_and_names_the_others_under_it(catalog: Catalog, language: str, said: list[str]) -> None:
    seen = view(f"?metric=employment&lang={language}", catalog)
    (row,) = bars(seen["comparison-html"])
    assert (row.figure, row.value) == (f"{ZERO}-employment-1", 0)
    notes = words(seen["notes"])
    assert [text for text in said if text not in notes] == [], notes


def counted(*stated: str) -> list[Row]:
    """Figures of one pairing, a year each."""
    return [{"metric": "employment", "stated": one, "period": str(year)} for year, one in enumerate(stated, start=2021)]


def test_the_timeline_draws_the_zero_alone(catalog: Catalog) -> None:
    missing: Row = {"metric": "employment", "pairing": SEARCHED, "status": "not-found", "searched": "2026-11-22"}
    chart = view("?metric=employment", holding(catalog, frame(*counted("5人", "7人", "0人"), missing)))["timeline"]
    assert [mark for mark in marks(chart) if not mark.y] == [("figure-3", "2023-07-01", 0)]
    assert len(marks(chart)) == 3
    bottom, top = chart["layout"]["yaxis"]["range"]
    assert bottom <= 0 < top


def test_a_zero_cannot_stand_on_a_logarithmic_axis(catalog: Catalog) -> None:
    seen = view("?metric=employment&scale=log&lang=en", holding(catalog, frame(*counted("5人", "7人", "0人"))))
    assert seen["scale-why"] == "Logarithmic is off: a value is zero, or none is positive."
    assert seen["timeline"]["layout"]["yaxis"].get("type") != "log"


def test_only_the_zero_is_compared(catalog: Catalog) -> None:
    rows = catalog.rows("employment", catalog.pairings)
    assert verdict(rows).level == "clean"
    assert words(view("?metric=employment&lang=en", catalog)["verdict"][0]) == "One figure alone: nothing to compare"


@pytest.mark.parametrize("narrowed", ["", "&since=2016", "&until=2020", "&span=year", "&by=year", "&by=resident", "&parts=1"])
def test_what_was_searched_stays_whatever_is_narrowed_or_derived(catalog: Catalog, narrowed: str) -> None:
    table = view(f"?metric=employment{narrowed}", catalog)["table-html"]
    shown = {tr.id for tr in of_type(table, "Tr") if getattr(tr, "id", None)}
    assert {f"{pairing}-employment-1" for pairing in (SEARCHED, BESIDE)} <= shown


@pytest.mark.parametrize("pairing", [SEARCHED, BESIDE])
def test_a_view_of_nothing_but_nothing_is_shown_as_such(catalog: Catalog, pairing: str) -> None:
    seen = view(f"?metric=employment&pair={pairing}", catalog)
    assert seen["charts"] is False
    assert seen["comparison-html"] == ""
    assert RECIPIENTS[pairing][0] in words(seen["notes"])
    assert seen["timeline-box"] is True
    assert seen["verdict"] == []


def test_what_nobody_searched_shows_no_chart_and_says_so(catalog: Catalog) -> None:
    seen = view(f"?metric=employment&pair={BLANK}&lang=en", catalog)
    assert seen["charts"] is True
    assert seen["table-html"] == ""
    assert "No figure for Employment in this selection." in words(seen["notice"])


def test_a_page_names_the_pairing_that_nobody_searched_and_that_alone(catalog: Catalog) -> None:
    assert words(view("?metric=employment&lang=en", catalog)["notes"]).endswith("Yushu: no figure for the whole pairing.")


def read_back(client: FlaskClient, search: str) -> pd.DataFrame:
    answer = client.get(f"/data.csv{search}")
    assert answer.status_code == 200
    return pd.read_csv(io.BytesIO(answer.data), dtype={"searched": "str"})


@pytest.mark.parametrize("search", ["?metric=employment", "?rows=all", "?metric=employment&by=year", "?metric=employment&since=2020"])
def test_the_file_keeps_the_four_apart_when_pandas_reads_it_back(client: FlaskClient, search: str) -> None:
    rows = read_back(client, search)
    employment = rows[rows["metric"] == "employment"].set_index("pairing")
    assert set(employment.index) == {ZERO, SEARCHED, BESIDE}
    assert dict(employment["status"]) == {ZERO: "reported", SEARCHED: "not-found", BESIDE: "not-applicable"}
    assert employment.loc[ZERO, ["value", "low", "high"]].tolist() == [0, 0, 0]
    assert employment.loc[[SEARCHED, BESIDE], ["value", "low", "high"]].isna().all(axis=None)
    assert employment.loc[SEARCHED, "searched"] == "2026-11-22"
    assert isnan(employment.loc[BESIDE, "searched"])
    assert employment.loc[BESIDE, "note"] == "这里没有就业援助。"
    assert employment.loc[ZERO, "stated"] == "0人"


def test_a_derived_zero_is_zero_and_derived_nothing_is_nothing(client: FlaskClient) -> None:
    rows = read_back(client, "?metric=employment&by=year").set_index("pairing")
    assert rows.loc[ZERO, "derived_value"] == 0
    assert rows.loc[[SEARCHED, BESIDE], "derived_value"].isna().all()
    assert rows.loc[[SEARCHED, BESIDE], "derivation"].isna().all()


def test_the_page_and_the_file_list_the_same_rows(catalog: Catalog, client: FlaskClient) -> None:
    selection = Selection(metric="employment")
    expected = [row.figure for row in select(resolve(selection, catalog), catalog)]
    assert list(read_back(client, selection.to_search())["figure"]) == expected
