"""`python -m scripts.links`: walk every page of the site in both languages, and name each link that leads nowhere.

Asks the server in this process, so that it can be run over all data: some fifteen thousand pages. A fragment must be on its page,
and what a page shows beside header and footer must lead on. A chosen view, one with a query, is asked for as often as a page links
to it; what it links to is followed as far as that is no further view, of which there is no end.
"""

import re
import sys
from collections import Counter, deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urldefrag, urlsplit

from flask.testing import FlaskClient

STARTS = ("/", "/?lang=en", "/?view=coverage", "/?view=coverage&lang=en", "/pairings", "/pairings?lang=en")
LINK = re.compile(r'\b(?:href|src|action)="(/[^"]*|#[^"]*)"')
ANCHOR = re.compile(r'\bid="([^"]+)"')
Kind = tuple[str, ...]


def kind_of(address: str) -> Kind:
    """The first part of the path, and what the query asks: /p/tianjin-huangnan?lang=en is of the kind `p`, `lang`."""
    parts = urlsplit(address)
    return parts.path.split("/")[1], *sorted(parse_qs(parts.query, keep_blank_values=True))


def is_chosen(kind: Kind) -> bool:
    return bool(set(kind[1:]) - {"lang"})


def walk(client: FlaskClient, most: int | None = None) -> Iterator[tuple[str, str]]:
    """Each dead link or end with the page that it is on. `most`: how many pages of a kind are asked for, all where nothing is said."""
    waiting, seen, anchors = deque((start, "") for start in STARTS), set(STARTS), dict[str, set[str]]()
    wanted, asked = dict[tuple[str, str], str](), Counter[Kind]()
    while waiting:
        address, page = waiting.popleft()
        kind = kind_of(address)
        asked[kind] += 1
        if most is not None and asked[kind] > most:
            continue
        with client.get(address, follow_redirects=True) as answer:
            if answer.status_code != 200:
                yield f"{answer.status_code} {address}", page
                continue
            text = answer.get_data(as_text=True) if answer.mimetype == "text/html" else ""
        if not text:
            continue
        if not LINK.search(text.partition("<main")[2].partition("</main>")[0]):
            yield f"dead end {address}", page
        anchors[address] = set(ANCHOR.findall(text))
        for link in map(unescape, LINK.findall(text)):
            there, fragment = urldefrag(link if link.startswith("/") else address + link)
            if fragment:
                wanted.setdefault((there, fragment), address)
            if there not in seen and not (is_chosen(kind) and address not in STARTS and is_chosen(kind_of(there))):
                seen.add(there)
                waiting.append((there, address))
    yield from (
        (f"#{fragment} {there}", page) for (there, fragment), page in wanted.items() if fragment not in anchors.get(there, {fragment})
    )


def main() -> int:
    from app import create_app

    dead = 0
    for link, page in walk(create_app().server.test_client()):
        dead += 1
        print(f"{page}: {link}", flush=True)
    print(f"{dead} dead links")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
