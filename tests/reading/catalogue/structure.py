"""What happens to the file as a whole: empty, cut, doubled, merged, of another kind, slipped by a column."""

from .good import FILE, Case, line, title

ROOT = "1:1 fields_stand_in_a_mapping"
EMPTY = "1:1 file_is_not_empty"
FIRST_ENTRY = "16:5 punctuation_is_ascii"

CASES: list[Case] = [
    *(
        (f"Y58 {words}", content, EMPTY)
        for words, content in (("nothing", ""), ("comments", "# only\n"), ("---", "---\n"), ("blanks", "\n \n"))
    ),
    ("Y58 ...", "...\n", "1:1 yaml_is_well_formed"),
    ("Y59 text", "only text\n", ROOT),
    ("Y59 list", "- a\n- b\n", ROOT),
    ("Y59 table", "figure,value\nfunds,1851000000\n", ROOT),
    ("Y59 page", '<!DOCTYPE html>\n<html lang="zh">\n<body>404</body>\n', "1:1 file_is_written_by_hand"),
    ("Y59 page behind a mark", "\ufeff\n<html>\n", "1:1 file_is_written_by_hand"),
    ("Y59 spreadsheet", b"PK\x03\x04\x14\0", "1:1 file_is_written_by_hand"),
    ("Y59 document", "{\\rtf1 a}\n", "1:1 file_is_written_by_hand"),
    ("Y60 two documents", FILE + "---\npairing: tianjin-gannan\n", "22:1 one_document_a_file"),
    ("Y60 text behind the end", FILE + "...\npairing: tianjin-gannan\n", "23:1 yaml_is_well_formed"),
    ("Y60 one document with its marks", "---\n" + FILE + "...\n", ""),
    *((f"Y61 {text}", f"{text}\n---\n" + FILE, "1:1 directives_are_not_used") for text in ("%YAML 3.0", "%YAML 1.2", "%TAG ! !x", "%FOO")),
    (
        "Y62 conflict",
        line(19, "<<<<<<< mine", "      basis: spent", "=======", "      basis: unstated", ">>>>>>> theirs"),
        "19:1 merges_are_finished, 21:1 merges_are_finished, 23:1 merges_are_finished",
    ),
    ("Y62 conflict with its origin", line(19, "||||||| origin", "      basis: spent"), "19:1 merges_are_finished"),
    ("Y63 open brace", line(2, "donor: {zh: 天津市, en: Tianjin, code: 120000"), "2:8 text_stays_on_one_line"),
    ("Y63 open bracket", line(13, "    tier: [B"), "13:11 text_stays_on_one_line"),
    ("Y63 open bracket in the last line", FILE.replace("¶1\n", "[¶1"), "21:16 text_stays_on_one_line"),
    ("Y63 braces over two lines", line(2, "donor: {zh: 天津市,", "  en: Tianjin, code: 120000}"), "2:8 text_stays_on_one_line"),
    ("Y64 entry one column left", line(16, "   - id: funds-1"), "16:10 text_stays_on_one_line"),
    ("Y64 entry one column right", line(16, "     - id: funds-1"), "17:7 yaml_is_well_formed"),
    ("Y64 field in the column of the dash", line(17, "    stated: 18.51亿元"), "17:5 yaml_is_well_formed"),
    ("Y64 no dash", line(16, "    id: funds-1"), "16:9 text_stays_on_one_line"),
    ("Y64 no blank behind the dash", line(16, "    -id: funds-1"), "16:5 blanks_follow_colons_and_dashes"),
    *((f"Y64 {dash} as dash", line(16, f"    {dash} id: funds-1"), FIRST_ENTRY) for dash in "—–－•*"),
    ("Y65 fields under note: |", line(20, "      note: |", "        source: command-post-2024"), "20:13 text_stays_on_one_line"),
    ("Y65 field under a field", line(13, "      tier: B"), "13:7 text_stays_on_one_line"),
    ("Y66 text over two lines", line(9, "    title: 天津对口支援", "      青海省黄南州"), "10:7 text_stays_on_one_line"),
    ("Y66 text over two lines with >", title(">-\n      天津"), "9:12 text_stays_on_one_line"),
    ("Y66 text over two lines in quotes", title('"天津 \\\n      对口"'), "9:12 text_stays_on_one_line"),
    ("Y67 fields where entries belong", line(16, "      id: funds-1"), "16:7 lists_are_written_as_lists"),
    (
        "Y67 no entries",
        line(15, "  funds:", "  projects:").split("    - id")[0],
        "15:9 lists_are_written_as_lists, 16:12 lists_are_written_as_lists",
    ),
    ("Y67 list in a list", FILE + "    - - id: funds-2\n", "22:7 fields_stand_in_a_mapping"),
    ("Y67 empty entry", line(16, "    -", "    - id: funds-1"), "16:6 fields_stand_in_a_mapping"),
    ("Y67 text as entry", line(16, "    - 18.51亿元", "    - id: funds-1"), "16:7 fields_stand_in_a_mapping"),
    ("Y69 id of another file", line(1, "pairing: tianjin-gannan"), "1:10 pairings_are_named_like_their_file"),
    ("Y70 JSON, key twice", line(2, 'donor: {"zh": "天津市", "zh": "天津市", "en": "Tianjin", "code": 120000}'), "2:22 keys_do_not_repeat"),
    ("Y70 JSON, last comma", line(2, 'donor: {"zh": "天津市", "en": "Tianjin", "code": 120000,}'), ""),
    ("Y70 JSON, tabs", '{\n\t"pairing": "tianjin-huangnan"\n}\n', "2:1 characters_can_be_seen"),
    ("Y70 JSON, comment", '{"pairing": "tianjin-huangnan", // here\n"since": 2010}\n', "1:1 text_stays_on_one_line"),
    (
        "Y84 several faults",
        line(11, "    published: 2024-13", "    teir: B").replace("spent", "spend").replace("¶1", "¶1 #2").replace("632300", "63230"),
        "3:46 codes_have_six_digits, 11:16 dates_are_iso_8601, 12:5 fields_are_known, 20:14 choices_are_known, "
        "22:19 comments_keep_their_distance",
    ),
    ("Y84 faults of one group", line(2, "donor: {zh: 天津市, code: 12}"), "2:8 required_fields_are_present, 2:24 codes_have_six_digits"),
]
