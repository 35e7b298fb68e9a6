"""Numbers as reports write them, made up: in characters, in digits, in both."""

from hypothesis import strategies as st


def in_chinese(number: int) -> str:
    """As 1 to 9999 are written in full."""
    text = ""
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        text += "一二三四五六七八九"[digit - 1] + name if digit else "零" if text and not text.endswith("零") else ""
    return text.rstrip("零")


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(*parts).map("".join)


def of(words: str) -> st.SearchStrategy[str]:
    """One of the words, or none where two blanks stand."""
    return st.sampled_from(words.split(" "))


ONE = st.integers(1, 9).map(str)
WHOLE = st.integers(1, 99_999).map(str)
DECIMAL = joined(st.integers(0, 9999).map(str), st.integers(0, 999).map(lambda rest: f".{rest:02}"))
CHARACTERS = st.integers(1, 9999).map(in_chinese)
IN_DIGITS = joined(WHOLE | DECIMAL, of(" 千 万 亿 百万 千万 万亿 千亿"))
IN_CHARACTERS = (
    joined(CHARACTERS, of(" 万 亿 万亿"))
    | joined(CHARACTERS, st.just("亿"), CHARACTERS, st.just("万"))
    | joined(CHARACTERS, st.just("万"), st.integers(100, 9999).map(in_chinese), of(" 亿"))
)
IN_POINTS = joined(
    st.integers(1, 99).map(in_chinese) | st.just("零"), st.just("点"), st.text("一二三四五六七八九", min_size=1, max_size=3), of(" 万 亿")
)
IN_BOTH = (
    joined(ONE, st.just("亿"), ONE, of("千万 百万"))
    | joined(st.integers(1, 999).map(str), st.just("亿"), st.integers(1, 9999).map(str), st.just("万"))
    | joined(st.integers(1, 999).map(str), st.just("万"), ONE, of("千 百 千亿"))
    | joined(st.integers(1, 99).map(str), st.just("万"), st.integers(1000, 9999).map(str))
    | joined(ONE, st.just("千"), ONE, of("百 百万 百亿"))
)
NUMBERS = IN_DIGITS | IN_CHARACTERS | IN_POINTS | IN_BOTH
ENDS = st.tuples(st.integers(1, 98), st.integers(1, 98)).map(sorted).map(lambda both: (both[0], both[1] + 1))
