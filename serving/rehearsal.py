"""A catalog's rehearsal: what every reader meets is made from it once, before any reader does."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from metrics.catalog.catalog import Catalog

Serve = Callable[[Flask, Callable[[], Catalog]], None]
NOTHING_TO_DRAW = ("/chart.svg", 404)  # where no two figures compare, there is no picture
SEARCHES = ("", "?lang=en", "?view=coverage", "?by=year")  # of the comparison


class Rehearsal:
    """Every plain address, one page of each kind, and the `view` of some selections, on a stage of its own that stays: templates
    are read once."""

    catalog: Catalog  # while it is rehearsed

    def __init__(self, serves: Iterable[Serve], view: Callable[[str, Catalog], Any]) -> None:
        self.server, self.view = Flask(__name__, static_folder=None), view
        self.server.config["PROPAGATE_EXCEPTIONS"] = True
        for serve in serves:
            serve(self.server, lambda: self.catalog)

    def __call__(self, catalog: Catalog) -> None:
        """Ask for all of it. Raises what goes wrong."""
        self.catalog = catalog
        try:
            self.ask([*plain_addresses(self.server), *one_of_each(catalog)])
            for search in SEARCHES:
                self.view(search, catalog)
        finally:
            del self.catalog  # a catalog that is served no longer shall not stay

    def ask(self, addresses: Iterable[str]) -> None:
        client = self.server.test_client()
        for address in addresses:
            with client.get(address) as answer:
                answer.get_data()  # a large file is made while it is sent
                if answer.status_code != 200 and (address, answer.status_code) != NOTHING_TO_DRAW:
                    raise RuntimeError(f"{address} answers {answer.status_code}")


def plain_addresses(server: Flask) -> list[str]:
    return [rule.rule for rule in server.url_map.iter_rules() if not rule.arguments]


def one_of_each(catalog: Catalog) -> list[str]:
    """A page of a pairing, of a report, of a figure, as far as there are any."""
    kinds = {"p": catalog.pairings, "r": catalog.sources, "f": catalog.frame["figure"]}
    return [f"/{kind}/{next(iter(names))}" for kind, names in kinds.items() if len(names)]
