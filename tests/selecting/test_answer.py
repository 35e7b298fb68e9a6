"""One value for both languages: what is true of a view, kept, and without a pixel."""

import pytest

from metrics.catalog.catalog import Catalog
from metrics.selecting.answer import answer, computed
from metrics.selecting.selection import parse

from ..frames import GANNAN, HAIXI, frame, holding

EXACT = {"metric": "projects", "stated": "407个", "period": "2023"}


def test_the_answer_is_made_once_for_both_languages(catalog: Catalog) -> None:
    chinese, english = (answer(parse(f"?metric=projects&parts=1&lang={language}"), catalog) for language in ("zh", "en"))
    assert english.asked.selection.language == "en"
    assert chinese.asked.selection.language == "zh"
    assert english.drawn is chinese.drawn
    assert english.verdict is chinese.verdict


@pytest.mark.parametrize("how", ["focus=tianjin-huangnan", "scale=log", "show=all", "embed=1", "utm_source=mail"])
def test_the_answer_is_made_once_for_every_way_to_show_it(catalog: Catalog, how: str) -> None:
    plain, other = (answer(parse(f"?metric=projects&by=year{more}"), catalog) for more in ("", f"&{how}"))
    assert other.drawn is plain.drawn
    assert other.asked.selection == parse(f"?metric=projects&by=year&{how}")
    assert other.asked.focus == (("tianjin-huangnan",) if "focus" in how else ())


def test_what_is_kept_is_bounded(catalog: Catalog) -> None:
    assert computed.cache.maxsize == 64


def test_other_data_have_another_answer(catalog: Catalog) -> None:
    counts = [len(answer(parse("?metric=projects"), holding(catalog, frame(*rows))).drawn) for rows in ([EXACT], [EXACT, EXACT | HAIXI])]
    assert counts == [1, 2]


def test_an_unknown_language_is_a_problem_in_both(catalog: Catalog) -> None:
    found = answer(parse("?lang=fr"), catalog)
    assert found.asked.selection.lang == "fr"
    assert [problem.en for problem in found.asked.problems] == [
        '链接中的 lang“fr”不存在，已略过。 lang "fr" in this link is unknown and was skipped.'
    ]


@pytest.mark.parametrize(
    ("rows", "possible"),
    [
        ([EXACT, {"metric": "projects", "status": "not-found"}], True),
        ([EXACT, EXACT | {"stated": "0个"}], False),
        ([{"metric": "projects", "status": "not-found"}], False),
    ],
)
def test_a_logarithmic_axis_needs_values_above_zero(catalog: Catalog, rows: list[dict[str, object]], possible: bool) -> None:
    assert answer(parse("?metric=projects"), holding(catalog, frame(*rows))).logarithmic is possible


def test_rows_are_ordered_by_value_only_where_they_compare(catalog: Catalog) -> None:
    rows = [EXACT, EXACT | HAIXI | {"stated": "900个"}, EXACT | GANNAN | {"stated": "600个"}]
    (panel,) = answer(parse("?metric=projects&order=value"), holding(catalog, frame(*rows))).panels
    assert [row.value for row in panel.standing] == [900, 600, 407]
    mixed = [*rows, {"metric": "projects", "stated": "5人次", "unit": "person-time", "period": "2023"}]
    blocked = answer(parse("?metric=projects&order=value&like=all"), holding(catalog, frame(*mixed)))
    assert blocked.blocked
    assert [row.value for row in blocked.panels[0].standing] == [600, 407, 900]  # as the catalog has them


def test_the_most_is_claimed_only_where_bounds_allow(catalog: Catalog) -> None:
    def claim(*rows: dict[str, object]) -> str | None:
        found = answer(parse("?metric=projects"), holding(catalog, frame(*rows))).summary
        return found.claim if found else None

    other = EXACT | HAIXI
    assert claim() is None
    assert claim(EXACT) == "one"
    assert claim(EXACT, other | {"stated": "900个"}) == "most"
    assert claim(EXACT, other) == "open"
    assert claim(EXACT, other | {"stated": "900个", "basis": "planned"}) == "range"


def test_coverage_is_counted_only_where_it_is_asked_for(catalog: Catalog) -> None:
    assert answer(parse(""), catalog).coverage == ()
    assert [len(line) for line in answer(parse("?view=coverage"), catalog).coverage] == [len(catalog.metrics)] * len(catalog.pairings)
