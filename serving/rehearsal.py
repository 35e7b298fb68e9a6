"""A catalog's rehearsal: what every reader meets is made from it once, before any reader does."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from metrics.catalog.catalog import Catalog

Serve = Callable[[Flask, Callable[[], Catalog]], None]
NOTHING_TO_DRAW = ("/chart.svg", 404)  # where no two figures compare, there is no picture
SEARCHES = ("", "?lang=en", "?view=coverage", "?by=year")  # of the comparison


def rehearse(catalog: Catalog, serves: Iterable[Serve], view: Callable[[str, Catalog], Any]) -> None:
    """Ask for every plain address, for one page of each kind, and for the `view` of some selections. Raises what goes wrong."""
    server = Flask(__name__, static_folder=None)
    server.config["PROPAGATE_EXCEPTIONS"] = True
    for serve in serves:
        serve(server, lambda: catalog)
    client = server.test_client()
    for address in [*plain_addresses(server), *one_of_each(catalog)]:
        with client.get(address) as answer:
            answer.get_data()  # a large file is made while it is sent
            if answer.status_code != 200 and (address, answer.status_code) != NOTHING_TO_DRAW:
                raise RuntimeError(f"{address} answers {answer.status_code}")
    for search in SEARCHES:
        view(search, catalog)


def plain_addresses(server: Flask) -> list[str]:
    return [rule.rule for rule in server.url_map.iter_rules() if not rule.arguments]


def one_of_each(catalog: Catalog) -> list[str]:
    """A page of a pairing, of a report, of a figure, as far as there are any."""
    kinds = {"p": catalog.pairings, "r": catalog.sources, "f": catalog.frame["figure"]}
    return [f"/{kind}/{next(iter(names))}" for kind, names in kinds.items() if len(names)]
