"""The verdict on a view is that of every pair on it."""

from collections import Counter
from itertools import chain

from metrics.catalog.catalog import Catalog
from metrics.comparing.differences import RULES
from metrics.selecting.answer import answer
from metrics.selecting.selection import parse

from .test_comparability import by_hand


def test_the_verdict_on_every_view_is_that_of_every_pair(few: Catalog) -> None:
    levels = Counter[str]()
    for search in [f"?metric={metric}{more}" for metric in few.metrics for more in ("", "&parts=1")]:
        found = answer(parse(search), few)
        axes = [list(panel.standing.itertuples()) for panel in found.panels]
        asked = {rule: [list(chain.from_iterable(axes))] if rule.action == "separate" else axes for rule in RULES}
        touched = {rule.name: len(by_hand(rule, groups)) for rule, groups in asked.items()}
        assert {one.rule: one.touched for one in found.verdict.reasons} == {name: count for name, count in touched.items() if count}
        levels[found.verdict.level] += 1
    assert set(levels) == {"clean", "warn", "block"}
