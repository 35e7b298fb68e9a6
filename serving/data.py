"""The page's selection as files, at plain addresses with the page's own query string."""

from collections.abc import Callable
from datetime import date

from flask import Flask, Response, request

from metrics.catalog import Catalog
from metrics.derived import with_derived
from metrics.export import file_name, to_csv
from metrics.selection import choice, parse, resolve, select


def serve_data(server: Flask, current: Callable[[], Catalog]) -> None:
    """Add the data routes to a server."""

    @server.get("/data.csv")
    def csv() -> Response:
        """The page's own selection, or everything with `rows=all`. What is unknown is refused by name."""
        catalog = current()
        selection = parse(request.query_string.decode("utf-8", "replace"))
        resolved = resolve(selection, catalog)
        everything = ("rows", "all") in selection.extra
        if resolved.problems and not everything:
            said = "\n".join(problem.to(selection.language) for problem in resolved.problems)
            return Response(said + "\n", 400, mimetype="text/plain")
        frame = catalog.frame if everything else select(resolved, catalog)
        frame = with_derived(frame, "" if everything else choice(selection, "by"), catalog)
        metric = "all" if everything else selection.metric
        name = file_name(metric, frame["pairing"].nunique(), resolved.first, resolved.last, date.today().isoformat())
        return Response(to_csv(frame), mimetype="text/csv", headers={"Content-Disposition": f"attachment; filename={name}"})
