"""What a request asks of an address of files, and what is answered where that cannot be: keys nearly ours."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from flask import Response, request

from metrics.selecting.resolution import FILE_KEYS, unknown
from metrics.selecting.selection import ATTRIBUTES, DEFAULT, KEYS, Selection, attribute, own_values
from metrics.selecting.touched.keys import cleaned, key_problems
from metrics.selecting.touched.mending import plain
from metrics.words import LANGUAGES, Bilingual, Language

from .frame.context import asked_selection

SWITCHES = {"rows": "all", "bom": "0"}  # keys of these addresses alone, each with its one value
MOST_LISTED = 20  # ignored keys, in a header
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Ignored-Keys, Link",
}


@dataclass(frozen=True)
class Asked:
    """`switches` are the keys of files by name; `problems` those of keys and switches, not of what a selection names."""

    selection: Selection
    switches: dict[str, str]
    problems: list[Bilingual]

    @property
    def whole(self) -> bool:
        return self.switches.get("rows") == "all"

    def ignored(self, uses: Collection[str]) -> list[str]:
        """The keys of the request that change nothing in an answer that uses these attributes of a selection."""
        own = [KEYS.get(name, name) for name, value in own_values(self.selection) if name not in uses and value != getattr(DEFAULT, name)]
        return [key for key in dict.fromkeys([*own, *(key for key, _ in self.selection.extra)]) if cleaned(key) not in FILE_KEYS]

    def headers(self, uses: Collection[str]) -> dict[str, str]:
        """Any page may read an answer; which keys were ignored is told, since nobody sees it in the file."""
        names = self.ignored(uses)[:MOST_LISTED]
        return OPEN | ({"Ignored-Keys": ", ".join(quote(name[:60], safe="") for name in names)} if names else {})


def asked_of_files() -> Asked:
    """What this request asks for."""
    selection = asked_selection()
    switches = {cleaned(key): plain(text) for key, text in selection.extra if cleaned(key) in FILE_KEYS and text}
    problems = key_problems(selection.extra, ATTRIBUTES, FILE_KEYS)
    problems += [unknown(key, switches[key], [value]) for key, value in SWITCHES.items() if switches.get(key, value) != value]
    return Asked(selection, switches, problems)


def refusal(problems: list[Bilingual], *, as_json: bool, status: int = 400, title: str = "Bad Request") -> Response:
    """The page's own sentences, in both languages where none was asked for; as RFC 9457 has it where JSON was."""
    languages = languages_asked()
    sentences = [" ".join(dict.fromkeys(problem.to(language) for language in languages)) for problem in problems]
    if not as_json:
        lines = [line for problem in problems for line in dict.fromkeys(problem.to(language) for language in languages)]
        return Response("\n".join(lines) + "\n", status, OPEN, mimetype="text/plain")
    problem = {"type": "about:blank", "title": title, "status": status, "detail": " ".join(sentences), "problems": sentences}
    return Response(json.dumps(problem, ensure_ascii=False) + "\n", status, OPEN, mimetype="application/problem+json")


def languages_asked() -> tuple[Language, ...]:
    """The language of this request, or both where it names none."""
    named = any(attribute(key, text) == "lang" and text for key, text in parse_qsl(request.query_string.decode("utf-8", "replace")))
    return (asked_selection().language,) if named else LANGUAGES
