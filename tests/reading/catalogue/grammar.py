"""What happens to YAML's own marks: quotes, colons, anchors, tags, and bombs made of them."""

from .good import FILE, Case, line, title

LEFT_OPEN = "9:12 text_stays_on_one_line"
SYNTAX = "9:12 yaml_is_well_formed"
ANCHOR = "9:12 anchors_are_not_used"
TAG = "9:12 tags_are_not_used"
QUOTED_BELOW = FILE.replace("published: 2024-08", 'published: "2024-08"')


def open_quote(text: str) -> str:
    """A quote left open in the title, which a quote two lines below seems to close."""
    return QUOTED_BELOW.replace("title: ", f"title: {text}")


CASES: list[Case] = [
    ("Y40 # behind one blank", title("天津 #1"), "9:15 comments_keep_their_distance"),
    ("Y40 # behind two blanks", title("天津  # the first"), ""),
    ("Y40 # in a word", title("天津#1"), ""),
    ("Y40 # at the beginning", title("#1"), "9:11 values_are_written"),
    ("Y41 colon in text", title("天津: 对口支援"), "9:14 yaml_is_well_formed"),
    ("Y41 colon in quotes", title("'天津: 对口支援'"), ""),
    ("Y41 colon without a blank", title("天津:对口支援"), ""),
    ("Y42 apostrophe in single quotes", title("'It's here'"), "9:16 nothing_follows_what_is_closed"),
    ("Y42 two apostrophes", title("'It''s here'"), ""),
    ("Y42 text behind a quote", title('"天津" 对口'), "9:17 nothing_follows_what_is_closed"),
    ("Y42 text right behind a quote", title('"天津"对口'), "9:16 nothing_follows_what_is_closed"),
    ("Y42 mark right behind a quote", title('"天津"#对口'), "9:16 nothing_follows_what_is_closed"),
    ("Y42 mark one blank behind a quote", title('"天津" #对口'), "9:17 comments_keep_their_distance"),
    ("Y42 comment behind a quote", title('"天津"  # 对口'), ""),
    ("Y43 double quote to the end", title('"天津'), LEFT_OPEN),
    ("Y43 single quote to the end", title("'天津"), LEFT_OPEN),
    ("Y43 double quote to the next one", open_quote('"'), LEFT_OPEN),
    ("Y43 quote in braces", line(2, 'donor: {zh: "天津市, en: Tianjin, code: 120000}'), "2:13 text_stays_on_one_line"),
    ("Y43 quote in the last line", FILE.replace("¶1\n", '"¶1'), "21:16 text_stays_on_one_line"),
    ("Y44 C:\\data", title('"C:\\data"'), "9:15 yaml_is_well_formed"),
    ("Y44 C:\\new", title('"C:\\new"'), "9:15 characters_can_be_seen"),
    ("Y44 C:\\data in single quotes", title("'C:\\data'"), ""),
    *((f"Y45 {mark}", title(f"{mark}天津"), SYNTAX) for mark in "%@`,]}"),
    *((f"Y45 {mark} alone", title(mark), SYNTAX) for mark in "*-"),
    ("Y45 | and text", title("| 天津"), SYNTAX),
    ("Y45 ? and text", title("? 天津"), SYNTAX),
    ("Y46 &Co", title("&Co 天津"), ANCHOR),
    ("Y46 *Co", title("*Co"), ANCHOR),
    ("Y47 !include", title("!include other.yaml"), TAG),
    *((f"Y48 {text}", title(text), TAG) for text in ("!!int twelve", '!!float "12,5"', "!!bool maybe", "!!timestamp soon")),
    *((f"Y49 {text}", title(text), TAG) for text in ("!!binary aGk=", "!!set {a}", "!!str 12.5", "! 12.5", '! "12.5"')),
    ("Y50 object", title("!!python/object/apply:os.system [ls]"), TAG),
    ("Y51 anchor", line(9, "    title: &name 天津", "    note: *name"), ANCHOR),
    ("Y51 alias of nothing", title("*name"), ANCHOR),
    ("Y52 list in itself", title("&list [*list]"), ANCHOR),
    ("Y52 mapping in itself", "pairing: &all {all: *all}\n", "1:10 anchors_are_not_used"),
    ("Y53 alias bomb", "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(20)), "1:4 anchors_are_not_used"),
    ("Y54 merge key", line(6, "<<: {since: 2010}"), "6:1 fields_are_known"),
    ("Y54 merge key twice", line(6, "<<: {since: 2010}", "<<: {since: 2011}"), "6:1 fields_are_known, 7:1 keys_do_not_repeat"),
    ("Y54 merge of a number", line(6, "<<: 2010"), "6:1 fields_are_known"),
    ("Y55 merge bomb", "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 26)), "1:5 anchors_are_not_used"),
    ("Y56 3000 aliases", f"a: &a {'x' * 9000}\n" + "".join(f"b{n}: *a\n" for n in range(3000)), "1:4 anchors_are_not_used"),
    *((f"Y57 {n} brackets", "scopes: " + "[" * n, "1:18 nesting_is_shallow") for n in (11, 400, 30_000, 990_000)),
    ("Y57 500 000 dashes", "- " * 499_000, "1:21 nesting_is_shallow"),
    ("Y57 a million braces", "{" * 990_000, "1:2 keys_are_plain_words"),
    ("Y57 mappings in mappings", "{a: " * 200_000, "1:41 nesting_is_shallow"),
    ("Y57 1000 levels of indentation", "".join(" " * n + "a:\n" for n in range(1000)), "11:11 nesting_is_shallow"),
    ("Y57 500 000 commas", "scopes: [" + "a," * 495_000, "1:100004 file_is_small"),
    ("Y86 keys that collide as numbers", "".join(f"{n * (2**61 - 1)}: x\n" for n in range(20_000)), "1001:1 file_is_small"),
    ("Y87 number of 100 000 parts", title(":".join(["1"] * 100_000)), "9:12 text_is_short"),
]
