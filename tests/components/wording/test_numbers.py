"""Numbers in words: by each language's habit, with every digit that they have and no more."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.charts.marks import hover
from components.wording.captions import circumstances, counted, derivation, donor_and_recipient, short_name
from components.wording.numbers import amount, axis, figure_words, known, nice_step, plain, reading, significant
from metrics.catalog.frames import Row
from metrics.figures.units import UNITS
from metrics.words import LANGUAGES, Language

from ...frames import frame, printed


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (7, "7"),
        (100, "100"),
        (25_000, "25,000"),
        (1_851_000_000, "1,851,000,000"),
        (18.51, "18.51"),
        (0.1 + 0.2, "0.3"),
        (1e10, "10,000,000,000"),
        (0.000205, "0.000205"),
        (0.00000198, "0.00000198"),  # a project among half a million residents
        (4e-9, "0.000000004"),  # however small, not 0
        (-3.5, "-3.5"),
    ],
)
def test_digits_are_plain(number: float, text: str) -> None:
    assert plain(number) == text


@pytest.mark.parametrize(
    ("number", "unit", "zh", "en"),
    [
        (1_851_000_000, "CNY", "18.51亿元", "CN¥1.851 billion"),
        (168_000_000, "CNY", "1.68亿元", "CN¥168 million"),
        (17_850_000, "CNY", "1,785万元", "CN¥17.85 million"),
        (500_000, "CNY", "50万元", "CN¥500,000"),
        (9_999, "CNY", "9,999元", "CN¥9,999"),
        (0, "CNY", "0元", "CN¥0"),
        (2_000_000, "USD", "200万美元", "US$2 million"),
        (30_000_000, "HKD", "3,000万港元", "HK$30 million"),
        (500_000, "EUR", "50万欧元", "€500,000"),
        (25_000, "person", "2.5万人", "25,000 persons"),
        (2_331, "person", "2,331人", "2,331 persons"),
        (1, "person", "1人", "1 person"),
        (1, "person-time-per-year", "1人次/年", "1 person-time per year"),
        (1_000_000, "household", "100万户", "1 million households"),
        (21_700, "person-time", "2.17万人次", "21,700 person-times"),
        (5_000, "household", "5,000户", "5,000 households"),
        (567, "count", "567", "567"),
        (12_000, "count", "1.2万", "12,000"),
        (87.7, "percent", "87.7%", "87.7%"),
        (3_200, "m2", "3,200平方米", "3,200 m²"),
        (18.5, "km", "18.5公里", "18.5 km"),
        (600, "mu", "600亩", "600 mu (1/15 ha)"),
        (12_000, "m3", "1.2万立方米", "12,000 m³"),
        (2.5, "tonne", "2.5吨", "2.5 tonnes"),
        (1, "tonne", "1吨", "1 tonne"),
        (15, "day", "15天", "15 days"),
        (30_000, "kW", "3万千瓦", "30,000 kW"),
        (120_000_000, "kWh", "1.2亿千瓦时", "120 million kWh"),
        (5, "percentage-point", "5个百分点", "5 percentage points"),
        (1, "percentage-point", "1个百分点", "1 percentage point"),
        (-3, "percent", "-3%", "-3%"),
        (2.5, "times", "2.5倍", "2.5 times"),
        (126_000_000, "CNY-per-year", "1.26亿元/年", "CN¥126 million per year"),
        (10_000, "CNY-per-resident", "1万元/居民", "CN¥10,000 per resident"),
        (1_200_000_000, "CNY-2020", "12亿元（2020年价格）", "CN¥1.2 billion (2020 prices)"),
        (38.7, "count-per-year", "38.7个（项）/年", "38.7 per year"),
        (643, "person-per-year", "643人/年", "643 persons per year"),
        (0.00205, "count-per-resident", "20.5个（项）/万居民", "20.5 per 10,000 residents"),
    ],
)
def test_amounts_are_written_by_each_languages_habit(number: float, unit: str, zh: str, en: str) -> None:
    assert (amount(number, unit, "zh"), amount(number, unit, "en")) == (zh, en)


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.floats(1e-9, 1e13), unit=st.sampled_from(sorted(UNITS)))
def test_an_amount_reads_back_as_itself(language: Language, number: float, unit: str) -> None:
    text = amount(number, unit, language).lstrip("CNUSHK¥$€")
    digits = text[: len(text) - len(text.lstrip("0123456789,."))]
    scales = {"亿": 1e8, "万": 1e4, " billion": 1e9, " million": 1e6}
    scale = next((factor for word, factor in scales.items() if text.removeprefix(digits).startswith(word)), 1)
    assert float(digits.replace(",", "")) * scale == pytest.approx(number, rel=1e-9)


@pytest.mark.parametrize(
    ("stated", "zh", "en"),
    [
        ("18.51亿元", "18.51亿元", "CN¥1.851 billion"),
        ("近2.5万人", "<2.5万人", "<25,000 persons"),
        ("超4亿元", ">4亿元", ">CN¥400 million"),
        ("约300人", "≈300人", "≈300 persons"),
        ("30多亿元", "30—40亿元", "CN¥3–CN¥4 billion"),
        ("700余人次", "700—800人次", "700–800 person-times"),
        ("9000余万元", "9,000万元—1亿元", "CN¥90–CN¥100 million"),
        ("900余万人", "900—1,000万人", "9–10 million persons"),
        ("800余例", "800—900", "800–900"),
        ("300余万港元", "300—400万港元", "HK$3–HK$4 million"),
        ("30余欧元", "30—40欧元", "€30–€40"),
        ("两三成", "20—30%", "20–30%"),
        ("30余吨", "30—40吨", "30–40 tonnes"),
        ("0人", "0人", "0 persons"),
    ],
)
def test_a_reading_says_what_is_known_of_a_figure(stated: str, zh: str, en: str) -> None:
    row = next(frame({"stated": stated}).itertuples())
    numbers = (row.qualifier, row.value, row.low, row.high, row.unit)
    assert (reading(*numbers, "zh"), reading(*numbers, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("stated", "zh", "en"),
    [
        ("近2.5万人", "近2.5万人", "<25,000 persons"),
        ("78 projects", "78", "78"),
        ("more than 400 officials", ">400人", ">400 persons"),
        ("5500個", "5500個", "5,500"),
    ],
)
def test_a_figure_is_shown_as_printed_to_who_reads_its_language(stated: str, zh: str, en: str) -> None:
    row = printed({"stated": stated})[0]
    assert (figure_words(row, "zh"), figure_words(row, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("bounds", "zh"),
    [((5, 5), "5人"), ((4, 6), "4—6人"), ((4, inf), ">4人"), ((-inf, 6), "<6人"), ((-inf, inf), "≈5人"), ((-50, 50), "-50人—50人")],
)
def test_what_no_report_prints_is_said_by_its_bounds(bounds: tuple[float, float], zh: str) -> None:
    assert known(5, *bounds, "person", "zh") == zh


@pytest.mark.parametrize(("number", "expected"), [(126_204_545.45, 126e6), (0.0020519, 0.00205), (9_996, 10_000), (0, 0), (54, 54)])
def test_derived_numbers_have_three_digits(number: float, expected: float) -> None:
    assert significant(number) == expected


@pytest.mark.parametrize(
    ("maximum", "unit", "language", "texts", "title"),
    [
        (3_098_000_000, "CNY", "zh", ["0", "10", "20", "30"], "亿元"),
        (3_098_000_000, "CNY", "en", ["0", "1", "2", "3"], "CN¥ billion"),
        (29_000, "person", "zh", ["0", "1", "2"], "万人"),
        (29_000, "person", "en", ["0", "10", "20"], "thousand persons"),
        (2_115, "count", "en", ["0", "1,000", "2,000"], "number"),
        (238, "person", "en", ["0", "100", "200"], "persons"),
        (971, "count", "zh", ["0", "250", "500", "750"], "个（项）"),
        (89.6, "percent", "en", ["0", "25", "50", "75"], "%"),
        (0.0023, "count-per-resident", "zh", ["0", "10", "20"], "个（项）/万居民"),
        (240_000_000, "CNY-per-year", "en", ["0", "100", "200"], "CN¥ million per year"),
        (1, "person", "en", ["0", "0.2", "0.4", "0.6", "0.8", "1"], "persons"),
        (-3, "percent", "zh", ["0"], "%"),
        (30_000, "kW", "zh", ["0", "1", "2", "3"], "万千瓦"),
        (3_000_000, "HKD", "en", ["0", "1", "2", "3"], "HK$ million"),
    ],
)
def test_an_axis_has_round_ticks_from_zero_and_names_its_scale(
    maximum: float, unit: str, language: Language, texts: list[str], title: str
) -> None:
    ticks, shown, named = axis(maximum, unit, language)
    assert (shown, named) == (texts, title)
    assert ticks[0] == 0
    assert ticks[-1] <= max(maximum, 0) * (1 + 1e-9)


def test_an_axis_of_people_per_resident_counts_ten_thousand() -> None:
    ticks, texts, named = axis(0.004, "person-per-resident", "zh")
    assert (texts, named) == (["0", "10", "20", "30", "40"], "人/万居民")
    assert ticks == pytest.approx([0, 0.001, 0.002, 0.003, 0.004])


@given(st.floats(1e-6, 1e13), st.sampled_from(sorted(UNITS)), st.sampled_from(LANGUAGES))
def test_every_tick_stands_at_what_it_says(maximum: float, unit: str, language: Language) -> None:
    ticks, texts, _ = axis(maximum, unit, language)
    assert 3 <= len(ticks) <= 6
    said = [float(text.replace(",", "")) for text in texts]
    scale = ticks[1] / said[1]
    assert ticks == pytest.approx([number * scale for number in said])
    assert scale in [pytest.approx(factor) for factor in (1, 1e3, 1e4, 1e6, 1e8, 1e9)]


@pytest.mark.parametrize(("maximum", "step"), [(0, 0.2), (1, 0.2), (4, 1), (7, 2), (18, 5), (30.98, 10), (40, 10), (41, 20)])
def test_steps_are_one_two_or_five(maximum: float, step: float) -> None:
    assert nice_step(maximum) == step


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("海西蒙古族藏族自治州", "海西州"),
        ("黄南藏族自治州", "黄南州"),
        ("那曲市", "那曲市"),
        ("湟源县", "湟源县"),
        ("河南蒙古族自治县", "河南县"),
        ("积石山保安族东乡族撒拉族自治县", "积石山县"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江县"),
        ("博尔塔拉蒙古自治州", "博尔塔拉州"),
        ("塔什库尔干塔吉克自治县", "塔什库尔干县"),
        ("西藏自治区", "西藏自治区"),
        ("隆林各族自治县", "隆林各族自治县"),
    ],
)
def test_places_are_called_as_they_commonly_are(name: str, short: str) -> None:
    assert short_name(name) == short


PART: Row = {
    "stated": "近2.5万人",
    "period": "../2024-08",
    "basis": "unstated",
    "scope": "泽库县",
    "scope_en": "Zeku County",
    "label_zh": "工程",
    "label_en": "works",
    "publisher": "A & B",
    "published": "2024-08",
}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["天津市 → 黄南州", "泽库县 · 工程", "<b>近2.5万人</b>", "截至 2024.8 · 口径未注明", "A &amp; B 2024-08"]),
        (
            "en",
            [
                "Tianjin → Huangnan",
                "Zeku County · works",
                "<b>&lt;25,000 persons</b>",
                "up to Aug 2024 · basis not stated",
                "A &amp; B 2024-08",
            ],
        ),
    ],
)
def test_a_pointer_shows_who_what_how_much_when_and_whence(language: Language, lines: list[str]) -> None:
    row = printed(PART)[0]
    assert hover(row, language).split("<br>") == lines
    assert donor_and_recipient(row, language) == lines[0]
    assert counted(row, language) == lines[1]
    assert circumstances(row, language) == lines[3]
    assert derivation(row, language) == ""


def test_an_open_bound_is_never_written_as_a_number() -> None:
    for qualifier in ("under", "over", "about"):
        assert "nan" not in reading(qualifier, 5, nan, nan, "person", "zh").casefold()
