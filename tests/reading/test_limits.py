"""Our limits speak before the parser's, whatever its version: the same answer just behind a limit and far behind it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from metrics.problems import Breach
from metrics.reading import source
from metrics.reading.tree import DEEPEST
from tests.reading.test_source import plain

Answer = list[tuple[int, int, str]]
PARSE = yaml.parse  # as installed


def answer(content: str) -> Answer:
    """Every breach of a text, in the order found."""
    found: list[Breach] = []
    try:
        source.parse(content, found.append)
    except Breach as breach:
        found.append(breach)
    return [(*one.place, one.rule) for one in found]


def impatient(deepest: int, context: str = "while increasing flow level") -> Callable[..., Iterator[Any]]:
    """A parser that looks a whole line ahead and gives up at a depth, before it says anything of that line."""

    def parse(content: str, Loader: Any) -> Iterator[Any]:
        events, mark = [], None
        try:
            depth = 0
            for event in PARSE(content, Loader=Loader):
                depth += {"MappingStart": 1, "SequenceStart": 1, "MappingEnd": -1, "SequenceEnd": -1}.get(type(event).__name__[:-5], 0)
                if depth == deepest:
                    mark = event.start_mark
                    break
                events.append(event)
        except yaml.MarkedYAMLError:
            return PARSE(content, Loader=Loader)
        if mark is None:
            return iter(events)
        return refusing([event for event in events if event.start_mark.line < mark.line], mark)

    def refusing(events: list[Any], mark: yaml.Mark) -> Iterator[Any]:
        yield from events
        raise yaml.scanner.ScannerError(context, mark, "exceeded maximum nesting depth", mark)

    return parse


# What a text may begin with, and what leads one level deeper, or two.
BEGINNINGS = ["a: ", "- ", "- - ", "a: 1\nb: ", "a:\n  b:\n    - ", "a: [x, y, ", "a: {b: [], c: ", "a: ['[[', \"{{\", ", "--- "]
STEPS = ["[", "[ ", "{b: ", "[{b: ", "[x, ", "{'[{': ", '{b: "}}", c: ', "[b: ", "[[], ", "[" + " " * 90]


@given(
    st.sampled_from(BEGINNINGS), st.lists(st.sampled_from(STEPS), min_size=DEEPEST + 1, max_size=DEEPEST + 1), st.text("]} @", max_size=3)
)
def test_depth_is_refused_at_the_eleventh_opening_however_deep_it_leads(beginning: str, steps: list[str], end: str) -> None:
    shallow = beginning + "".join(steps)
    expected = answer(shallow + end)
    assert expected[0][2] == "nesting_is_shallow"
    for times in (3, 500):
        assert answer(shallow + "".join(steps) * times + end) == expected


@given(st.sampled_from(BEGINNINGS), st.lists(st.sampled_from(STEPS), min_size=DEEPEST + 1, max_size=DEEPEST + 1), st.integers(13, 20))
def test_another_parser_changes_no_answer(beginning: str, steps: list[str], deepest: int) -> None:
    content = beginning + "".join(steps * 3)
    expected = answer(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "parse", impatient(deepest))
        assert answer(content) == expected


@pytest.mark.parametrize("number", [11, 40, 900, 1_100, 100_000])
@pytest.mark.parametrize(
    ("first", "repeated", "expected"),
    [
        ("", "- ", (1, 21, "nesting_is_shallow")),
        ("a:\n  ", "- ", (2, 21, "nesting_is_shallow")),
        ("a: ", "[", (1, 13, "nesting_is_shallow")),
        ("- - ", "[", (1, 13, "nesting_is_shallow")),
        ("", "[", (1, 11, "nesting_is_shallow")),
        ("a: [b, ", "[", (1, 16, "nesting_is_shallow")),
        ("a: ", "{b: ", (1, 40, "nesting_is_shallow")),
        ("", "? ", (1, 3, "keys_are_plain_words")),
        ("", "? - ", (1, 3, "keys_are_plain_words")),
        ("", "- ? ", (1, 5, "keys_are_plain_words")),
        ("a: ", "{", (1, 5, "keys_are_plain_words")),
        ("a: ", "[? ", (1, 7, "keys_are_plain_words")),
        ("a: 1\n", "[", (2, 1, "yaml_is_well_formed")),
        ("a:\n", " [\n", (2, 2, "text_stays_on_one_line")),
        ("a: [[&b ", "[", (1, 6, "anchors_are_not_used")),
        ("a: 1\n", "--- [\n", (2, 1, "one_document_a_file")),
    ],
)
def test_the_first_breach_of_what_is_repeated_is_found(first: str, repeated: str, expected: tuple[int, int, str], number: int) -> None:
    assert answer(first + repeated * number) == [expected]


def test_lines_that_lead_deeper_are_refused_at_the_eleventh() -> None:
    for number in (11, 900, 1_100):
        assert answer("".join(f"{' ' * level}-\n" for level in range(number))) == [(11, 11, "nesting_is_shallow")]
        assert answer("".join(f"{' ' * level}a:\n" for level in range(number))) == [(11, 11, "nesting_is_shallow")]


@pytest.mark.parametrize("number", [101, 990, 1_010, 1_023, 1_024, 1_025, 1_030, 2_100, 100_000])
@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("", "k", ": v\n"),
        ("", "k", ":\n  - v\n"),
        ("a: 1\n", "k", ": v\nb: 2\n"),
        ("- ", "k", ": v\n"),
        ("- a: 1\n  ", "k", ": v\n"),
        ("a:\n  ", "k", ": v\n"),
        ('a: 1\n"', "[", '": v\n'),
        ("a: {", "k", ": v}"),
        ("a: {b: 1, ", "k", ": v}"),
        ("a: [", "k", ": v]"),
        ('a: {"', "{", '":v}'),
        ("a: {'", ": ", "' : v}"),
    ],
)
def test_a_long_key_is_one_at_any_length(before: str, key: str, after: str, number: int) -> None:
    line, column = before.count("\n") + 1, len((before.rstrip("\"'")).rpartition("\n")[2]) + 1
    assert answer(before + key * number + after) == [(line, column, "keys_are_plain_words")]


@pytest.mark.parametrize("number", [3, 90, 400, 20_000])
@pytest.mark.parametrize(("before", "place"), [("", (1, 1)), ("a: 1\n", (2, 1)), ("- ", (1, 3)), ("a: {", (1, 5))])
def test_a_list_is_no_key_at_any_length(before: str, place: tuple[int, int], number: int) -> None:
    closing = "}" if before.endswith("{") else ""
    assert answer(f"{before}[{'x, ' * number}]: v{closing}") == [(*place, "keys_are_plain_words")]


@pytest.mark.parametrize("number", [11, 1_100])
def test_a_far_colon_is_told_from_a_missing_one(number: int) -> None:
    assert answer(f"a: 1\n{'k' * number}\nb: 1\n") == [(2, 1, "yaml_is_well_formed")]
    assert answer(f'a: 1\n"{"k" * number}"') == [(2, 1, "yaml_is_well_formed")]
    assert answer(f"a: {'k' * number}: v") == [(1, 4 + number, "yaml_is_well_formed")]


@pytest.mark.parametrize("content", ["a:", "a:\n", "a: {b: c}\nd:\n", "- a:\n"])
def test_what_is_empty_may_stand_behind_the_text(content: str) -> None:
    assert answer(content) == []


@pytest.mark.parametrize(("content", "place"), [("? a", (1, 1)), ("? a\n", (1, 1)), ("a: {b: c}\n? d\n", (2, 1)), ("- ? a\n", (1, 3))])
def test_a_question_mark_is_told_though_nothing_follows_its_name(content: str, place: tuple[int, int]) -> None:
    assert answer(content) == [(*place, "keys_are_plain_words")]


def test_an_end_that_is_none_makes_no_breach() -> None:
    assert answer("? @") == [(1, 3, "yaml_is_well_formed")]
    assert answer("a: [b, @") == [(1, 8, "yaml_is_well_formed")]
    assert answer("a: {b: 1, c: @") == [(1, 14, "yaml_is_well_formed")]
    assert answer("a: {b: [@, c: 1}") == [(1, 9, "yaml_is_well_formed")]


MARKS = st.text("[]{}-?:,# x", min_size=20, max_size=300)


@given(MARKS, st.integers(1, 5))
def test_brackets_in_text_lead_nowhere(marks: str, times: int) -> None:
    text = marks * times
    content = f'# {text}\na: \'{text}\'\n"[[": {{b: "{text}", c: x}}  # {text}\nd: a{"[{" * 40}\ne:\n  - x{"[" * 900}\n'
    assert answer(content) == []
    expected = {"a": text, "[[": {"b": text, "c": "x"}, "d": "a" + "[{" * 40, "e": ["x" + "[" * 900]}
    assert plain(source.parse(content)) == expected
