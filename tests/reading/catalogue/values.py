"""What happens to values: numbers, dates and words that programs read in their own way, or not at all."""

from .good import FILE, Case, line, period, title, value

WRITTEN = "18:14 numbers_are_plain"

CASES: list[Case] = [
    ("Y15 NO", FILE + "      preferred: NO\n", "22:18 flags_are_true_or_false"),
    ("Y15 on", FILE + "      preferred: on\n", "22:18 flags_are_true_or_false"),
    ("Y15 NO as text", title("NO"), ""),
    *((f"Y16 {text}", value(text), WRITTEN) for text in ("12:30", "1:30:15.5")),
    *((f"Y17 {text}", value(text), WRITTEN) for text in ("010", "0_1", "089")),
    ("Y18 1_2_5", value("1_2_5"), WRITTEN),
    *((f"Y19 {text}", value(text), WRITTEN) for text in ("0x1F", "0b101", "0o17")),
    *((f"Y20 {text}", value(text), WRITTEN) for text in ("1e5", "1.5e5", "12e+03")),
    *((f"Y21 {text}", value(text), WRITTEN) for text in (".inf", "-.inf", "1.0e+400", "Infinity")),
    *((f"Y22 {text}", value(text), "18:14 values_are_written") for text in ("NaN", ".nan", "N/A", "None", "null", "~", "—")),
    *((f"Y22 {text}", value(text), "18:14 yaml_is_well_formed") for text in "-?"),
    ("Y22 null as text", title("null"), "9:12 values_are_written"),
    ("Y22 null in quotes", title('"null"'), ""),
    ("Y23 5000 digits", value("9" * 5000), "18:14 numbers_are_plain, 18:14 text_is_short"),
    ("Y23 5000 digits as printed", line(17, f"      stated: {'9' * 5000}元"), "17:15 stated_can_be_read, 17:15 text_is_short"),
    ("Y24 beyond 2^53", value("9007199254740993"), WRITTEN),
    ("Y24 beyond int64", value("9223372036854775808"), WRITTEN),
    ("Y24 beyond 15 digits as printed", line(17, "      stated: 10000000亿元"), "17:15 numbers_have_at_most_fifteen_digits"),
    ("Y25 digits beyond a double", value("0.12345678901234567890"), WRITTEN),
    *((f"Y26 {text}", value(text), WRITTEN) for text in ("1,250", "12,5", "1,851,000,000")),
    ("Y26 12,5 as printed", line(17, "      stated: 12,5元"), "17:15 stated_can_be_read"),
    (
        "Y27 comma in braces",
        line(2, "donor: {zh: 天津市, en: Tianjin, code: 120,000}"),
        "2:37 codes_have_six_digits, 2:41 fields_are_known",
    ),
    *((f"Y28 {text}", value(text), WRITTEN) for text in ("12.5%", "$12.5", "~12.5", "12 500", "10²")),
    *((f"Y29 {text}", value(text), WRITTEN) for text in ("１２３", "1２3", "١٢٣")),
    ("Y29 in a code", line(2, "donor: {zh: 天津市, en: Tianjin, code: 12000０}"), "2:37 codes_have_six_digits"),
    ("Y29 in a period", period("20２4"), "18:15 periods_are_iso_8601"),
    *((f"Y30 {text}", value(text), WRITTEN) for text in ("−12.5", "–12.5", "＜12")),
    ("Y31 number in quotes", value('"1851000000"'), WRITTEN),
    ("Y31 a unit that is not the printed one", line(17, "      stated: 18.51亿元", "      unit: person"), "18:13 values_agree_with_stated"),
    ("Y31 the printed unit", line(17, "      stated: 18.51亿元", "      unit: CNY"), ""),
    ("Y32 true as number", value("true"), WRITTEN),
    ("Y33 list as number", value("[1851000000]"), "18:14 values_are_single"),
    ("Y34 007 and 12e3 as names", line(16, "    - id: 007-12e3"), ""),
    ("Y34 1.10 as text", title("1.10"), ""),
    ("Y35 30 February", period("2024-02-30"), "18:15 periods_are_iso_8601"),
    ("Y35 30 February of a report", line(11, "    published: 2024-02-30"), "11:16 dates_are_iso_8601"),
    ("Y36 2024-1-5", period("2024-1-5"), "18:15 periods_are_iso_8601"),
    ("Y37 time with zone", period("2024-01-05T10:00:00+08:00"), "18:15 periods_are_iso_8601"),
    ("Y38 year in quotes is the same year", period('"2023"'), ""),
    ("Y39 nothing behind a key", line(9, "    title:"), "9:11 values_are_written"),
    ("Y39 blanks behind a key", title('"  "'), "9:12 values_are_written"),
    ("Y68 one figure twice", FILE + FILE[FILE.index("    - id") :].replace("funds-1", "funds-2"), "22:7 figures_do_not_repeat"),
    *(
        (f"Y90 {text} as text", title(text), "")
        for text in ("１２３", "1e5", "12,5", "−5", "012", "12:30", "2024-01-01", "0x1F", "=", "yes")
    ),
    ("Y88 text of 2001 characters", title("支" * 2001), "9:12 text_is_short"),
    ("Y88 text of 2000 characters", title("支" * 2000), ""),
]
