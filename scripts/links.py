"""`python -m scripts.links`: walk every page of the site in both languages, and name each link that leads nowhere.

Asks the server in this process, so that it can be run over all data: some ten thousand pages. A fragment must be on its page.
"""

import re
import sys
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import urldefrag

from flask.testing import FlaskClient

STARTS = ("/", "/?lang=en", "/pairings", "/pairings?lang=en")
LINK = re.compile(r'\b(?:href|src|action)="(/[^"]*|#[^"]*)"')
ANCHOR = re.compile(r'\bid="([^"]+)"')


def walk(client: FlaskClient, starts: tuple[str, ...] = STARTS, every: int = 1) -> Iterator[tuple[str, str]]:
    """Each dead link with the page that it is on. Of the links beyond the first page of a kind every `every`th is followed."""
    waiting, seen, anchors = deque((start, "") for start in starts), set(starts), dict[str, set[str]]()
    wanted: list[tuple[str, str, str]] = []
    while waiting:
        address, page = waiting.popleft()
        with client.get(address, follow_redirects=True) as answer:
            if answer.status_code != 200:
                yield f"{answer.status_code} {address}", page
                continue
            if answer.mimetype != "text/html":
                continue
            text = answer.get_data(as_text=True)
        anchors[address] = set(ANCHOR.findall(text))
        for link in map(unescape, LINK.findall(text)):
            there, fragment = urldefrag(link if link.startswith("/") else address + link)
            if fragment:
                wanted.append((there, fragment, address))
            if there not in seen:
                seen.add(there)
                if len(seen) % every == 0:
                    waiting.append((there, address))
    yield from ((f"#{fragment} {there}", page) for there, fragment, page in wanted if there in anchors and fragment not in anchors[there])


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
