"""Whose a key of a query string is: ours, nearly ours, or somebody else's who passed the address on."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

from ...catalog.columns import DESCRIBED
from ...words import Bilingual, Language

# What addresses called the years before, and meant those in which a period ends; chat programs write `from` too.
OLDER = {"from": "start", "to": "end"}
NUMBER = re.compile(r"\s*\d{1,4}\W*|\s*\d{4}-\d.*", re.DOTALL)
# What chat programs, mail services, search engines and counters add. Whole names, then beginnings.
FOREIGN = re.compile(
    r"(?:isappinstalled|nsukey|scene|clicktime|enterid|chksm|sn|mid|idx|mpshare|srcid|sessionid|ivk_sa|code|state|src|source|title|url|site"
    r"|spm|scm|spm_id_from|vd_source|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|si|mkt_tok|fb_action_ids"
    r"|ref|referer|referrer|timestamp|time|ts|t|v|r|rand|random|ved|usg|sa|cn|app|platform|channel|campaign|gws_rd|text|q"
    r"|(?:utm|hsa|mc|ga|pk|mtm|matomo|piwik|vero|oly|li|tt|qz|ref|from|spm|stm|cm|at|wt)_.*|(?:_|share|wx|weixin|bd_?|yd_?).*)"
)
# What people write who have not looked our keys up.
ALIASES = {
    **dict.fromkeys(("year", "years", "date", "period"), "since / until"),
    **dict.fromkeys(("start", "begin", "after", "min_year"), "since"),
    **dict.fromkeys(("end", "before", "max_year"), "until"),
    **dict.fromkeys(("indicator", "measure", "series"), "metric"),
    **dict.fromkeys(("pairing", "pairings", "id", "ids"), "pair"),
    **dict.fromkeys(("language", "locale", "hl"), "lang"),
    **dict.fromkeys(("all", "limit", "filter", "download", "full"), "rows"),
    **dict.fromkeys(("sort", "order_by", "orderby"), "order"),
    **dict.fromkeys(("program", "scheme"), "programme"),
    **dict.fromkeys(("region", "provinces"), "province"),
    **dict.fromkeys(("per", "derive"), "by"),
    **dict.fromkeys(("figure", "figures", "set"), "like"),
}
NEAR = 0.8  # of 1: metrics, row, catagory; not orders, rand
SHORTEST = 3  # letters: shorter names are near to everything
BEFORE = re.compile(r"^(?:\s|amp;|[?&;\u200b-\u200f\ufeff])+", re.IGNORECASE)


def cleaned(key: str) -> str:
    """A key without what it got on its way: `amp;`, a second question mark, blanks, capitals, full-width letters."""
    return BEFORE.sub("", unicodedata.normalize("NFKC", key)).strip().casefold()


def is_number(text: str) -> bool:
    """Whether `from=…` speaks of a year, be it a wrong one, rather than of the program that passed the address on."""
    return NUMBER.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def language_of(text: str) -> Language | None:
    """`EN`, `en-US`, `en.`, `zh_CN` -> the language that is meant."""
    found = re.match(r"\W*(zh|en|cn)(?![a-z])", text.casefold())
    return None if found is None else "en" if found[1] == "en" else "zh"


def nearly_own(key: str, own: Iterable[str]) -> str:
    """Which of our own keys was meant by one that is none of them; empty where it is somebody else's."""
    name = cleaned(key)
    if name in OLDER or FOREIGN.fullmatch(name):
        return ""
    if name in ALIASES:
        return ALIASES[name]
    return next(iter(get_close_matches(name, list(own), n=1, cutoff=NEAR)), "") if len(name) >= SHORTEST else ""


def key_problems(extra: Iterable[tuple[str, str]], own: Iterable[str], switches: Iterable[str] = ()) -> list[Bilingual]:
    """A sentence for each key that is nearly one of ours, or a column of the files, which cannot be asked for."""
    names, problems = [*own, *switches], []
    for key in dict.fromkeys(key for key, _ in extra if cleaned(key) not in switches):
        shown, meant = key[:60], nearly_own(key, names)
        if meant:
            problems.append(
                Bilingual(
                    f"链接中的“{shown}=”不是这里的键，已略过。是不是“{meant}”？",
                    f'"{shown}=" in this link is not a key here and was skipped. Did you mean "{meant}"?',
                )
            )
        elif cleaned(key) in DESCRIBED and not FOREIGN.fullmatch(cleaned(key)):
            problems.append(
                Bilingual(
                    f"链接中的“{shown}=”是文件的一列，不能用来筛选，已略过。",
                    f'"{shown}=" in this link is a column of the files, not a key to choose by, and was skipped.',
                )
            )
    return problems
