"""Text that exists in Chinese and in English, always both."""

import re
from typing import Literal, NamedTuple, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
# What the names of autonomous places have beside the place and its rank.
PEOPLES = (
    "藏|蒙古|回|羌|彝|傣|景颇|白|苗|侗|布依|土家|朝鲜|壮|哈尼|傈僳|土|撒拉|怒|黎|瑶|满|畲|水|佤|拉祜|纳西|东乡|保安|裕固|哈萨克|"
    "达斡尔|仫佬|毛南|仡佬|布朗|独龙|普米|鄂温克|鄂伦春"
)
PEOPLE = re.compile(rf"(?<=.)(?:(?:{PEOPLES})族)+自治(?=[州县旗])|(?<=.)(?:哈萨克|柯尔克孜|蒙古|锡伯|塔吉克)自治(?=[州县])")


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
