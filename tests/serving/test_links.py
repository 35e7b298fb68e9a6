"""Every link of the site leads to a page that is there, in both languages, and every page leads on."""

from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from scripts.links import kind_of, walk
from tests.conftest import SMALL


class Counting:
    """A client that knows what it was asked for."""

    def __init__(self, client: FlaskClient) -> None:
        self.client, self.asked = client, list[str]()

    def get(self, address: str, **options):
        self.asked.append(address)
        return self.client.get(address, **options)


def test_every_page_of_a_small_site_leads_somewhere_and_to_every_figure(small):
    client = Counting(create_app(SMALL).server.test_client())
    assert list(walk(client)) == []
    figures = {f"/f/{name}{suffix}" for name in small.frame["figure"] for suffix in ("", "?lang=en")}
    assert figures <= set(client.asked)
    assert len(client.asked) == len(set(client.asked))


def test_a_page_of_each_kind_leads_somewhere(client):
    """Of all that is curated, which has kinds that the small site lacks."""
    counting = Counting(client)
    assert list(walk(counting, most=1)) == []
    kinds = {kind_of(address)[0] for address in counting.asked}
    assert {"", "p", "m", "r", "f", "pairings", "metrics", "reports", "overview", "data", "about", "search"} <= kinds


def test_the_walk_names_what_is_dead():
    pages = {
        "/": '<main id="here"><a href="/end#there">1</a> <a href="/gone">2</a> <a href="#nowhere">3</a> <a href="#here">4</a></main>',
        "/end": '<a href="/">0</a><main>nothing</main>',
    }
    server = Flask("dead", static_folder=None)
    for path, text in pages.items():
        server.add_url_rule(path, path, lambda text=text: text)
    found = {link for link, page in walk(server.test_client()) if page == "/"}
    assert found == {"404 /gone", "dead end /end", "#there /end", "#nowhere /"}
