"""Text that exists in Chinese and in English, always both."""

from typing import Literal, NamedTuple, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class Bilingual(NamedTuple):
    """One text in both languages; `text.to("en")` is the English one."""

    zh: str
    en: str

    def to(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> "Bilingual":
        """Fill the same placeholders of both languages; a `Bilingual` value fills each in its own."""
        return Bilingual(*(self.to(language).format(**in_language(values, language)) for language in LANGUAGES))


def in_language(values: dict[str, object], language: Language) -> dict[str, object]:
    return {name: value.to(language) if isinstance(value, Bilingual) else value for name, value in values.items()}


def closest(word: str, known: list[str]) -> str | None:
    """The known word that `word` was most likely meant to be."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), known, n=1, cutoff=0.6)), None)
