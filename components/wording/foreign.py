"""What a text has in the other language, marked as such: screen readers and fonts go by it."""

import re
from collections.abc import Iterator

from metrics.words import Language

FOREIGN: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"[\d.,]*[\u3000-\u9fff\uff00-\uffef]+(?:[\d.,·—–:：/-]*[\u3000-\u9fff\uff00-\uffef]+)*"),
    "zh": re.compile(r"(?:[\d.,]+[ -])?[A-Za-z][A-Za-z'’]+(?:[ /&.,:-]+[A-Za-z0-9'’]+)*"),
}
OTHER: dict[Language, Language] = {"en": "zh", "zh": "en"}


def pieces(text: str, language: Language) -> Iterator[tuple[str, Language | None]]:
    """The text in pieces, each with its language where that is not the page's."""
    done = 0
    for found in FOREIGN[language].finditer(text):
        if done < found.start():
            yield text[done : found.start()], None
        yield found.group(), OTHER[language]
        done = found.end()
    if done < len(text):
        yield text[done:], None
