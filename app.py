"""The dashboard: `create_app(folder)` assembles it, `server` is for a WSGI runner, `python app.py` runs it."""

import os
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import startup

if __name__ == "__main__":
    startup.check()  # before what follows is loaded

import dash
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.fingerprint import check_fingerprint
from flask import Flask, g, has_request_context, render_template, request
from plotly.io.json import to_json_plotly

from components import page
from components.controls import CONTROLS, FACETS, chosen, values
from components.menus import category_options, offers, taken
from components.view import sent, view
from components.wording.strings import t
from metrics.catalog.catalog import Catalog
from metrics.problems import CuratedError
from metrics.selecting.answer import answer
from metrics.selecting.choices import choices_of
from metrics.selecting.selection import parse
from metrics.watching.live import Live
from metrics.watching.looking import Watch
from metrics.watching.telling import log_reload
from serving.about import serve_about
from serving.data import serve_data
from serving.door.freshness import say_how_long, unstamped
from serving.door.gate import refuse_requests
from serving.door.headers import add_security_headers, fingerprint
from serving.door.place import stand
from serving.frame.context import asked_language, template_context
from serving.frame.kept import keep_answers
from serving.loaded import gathered, serve_loaded
from serving.overview import serve_overview
from serving.pages.card import serve_cards
from serving.pages.downloads import serve_downloads
from serving.pages.metrics import serve_metrics
from serving.pages.pairings import serve_pairings
from serving.pages.registry import serve_registry
from serving.pages.reports import serve_reports
from serving.pages.search import serve_search
from serving.picture import serve_picture
from serving.programs import serve_programs
from serving.rehearsal import Rehearsal
from serving.status import serve_status

HERE, DASH = Path(__file__).parent, Path(dash.__file__).parent
PAGES = (serve_registry, serve_pairings, serve_metrics, serve_reports, serve_search, serve_downloads, serve_programs)
SERVED = (serve_data, serve_picture, serve_cards, serve_about, serve_overview, *PAGES)
FIRST = (HERE / "serving" / "templates" / "first.js").read_text("utf-8")
STORED = Path(os.environ.get("CACHE_DIRECTORY") or HERE / "build") / "catalogs"  # the name is systemd's
KEPT = ("/", "/_dash-layout", "/_dash-dependencies", "/_dash-update-component")
TOOLS = ("dev_tools_ui", "dev_tools_props_check", "dev_tools_serve_dev_bundles", "dev_tools_hot_reload")


class Dashboard(Dash):
    """Dash, with the page's language and title in its html, and a way in for readers without scripts."""

    live: Live

    def current(self) -> Catalog:
        """What is served now. A request is answered from one version of the data, whatever happens meanwhile."""
        if not has_request_context():
            return self.live.catalog
        if "catalog" not in g:
            g.catalog = self.live.catalog
        return g.catalog  # type: ignore[no-any-return]

    def interpolate_index(self, **parts: Any) -> str:
        query = asked_search()
        parts |= {name: gathered(parts[name], DASH) for name in ("css", "scripts")}
        parts = {name: unstamped(html) for name, html in parts.items()}
        shown = view(query, self.current())
        return render_template(
            "index.html",
            **template_context(asked_language(), "/" + parse(query).with_(lang="zh", embed="", extra=()).to_search()),
            **parts,
            shown=shown,
            boxes=sent(query, self.current())["boxes"],
            query=query,
            first=FIRST,
            version=self.current().version,
        )


def create_app(folder: Path | str = HERE / "curated", *, editing: bool = False) -> Dashboard:
    """The dashboard over a folder of curated files. Raises `CuratedError` with every problem.

    An edit of the folder appears by itself; with `editing`, what is wrong with one is told on the page.
    """
    rehearsal = Rehearsal(SERVED, lambda search, catalog: to_json_plotly(page.page(search, catalog)))
    live = Live(Path(folder), rehearsal, STORED)
    Watch(live, log_reload).start()
    app = Dashboard(
        __name__,
        server=Flask(__name__, template_folder=str(HERE / "serving" / "templates"), static_folder=None),
        assets_folder=str(HERE / "assets"),
        assets_external_path="",  # else an environment variable could load scripts from elsewhere
        title=t("site", "zh"),
        update_title="",
        enable_mcp=False,
        use_async=False,
        suppress_callback_exceptions=True,  # else every answer carries a layout of all data, for checks that tests make
    )
    app.live = live
    app.layout = lambda: page.page(asked_search(), app.current())
    connect(app)
    keep_answers(app.server, app.current, KEPT)
    serve_loaded(app.server, lambda: [gathered(tags(), DASH) for tags in (app._generate_css_dist_html, app._generate_scripts_html)])
    for serve in SERVED:
        serve(app.server, app.current)
    serve_status(app.server, live, editing=editing)
    say_how_long(app.server, HERE / "assets")  # what is registered last is done first
    stand(app.server, startup.prefix(), startup.proxies())
    refuse_requests(app.server, app.current, lambda: app.callback_map, partial(is_suite, app))
    first = fingerprint(FIRST)
    add_security_headers(app.server, lambda: [*app.csp_hashes(), first])
    return app


def is_suite(app: Dashboard, package: str, path: str) -> bool:
    """Whether dash serves that script of a package, and it is there: source maps are registered and not shipped."""
    plain, _ = check_fingerprint(path)
    return plain in app.registered_paths.get(package, ()) and Path(import_module(package).__path__[0], plain).is_file()


def asked_search() -> str:
    """The query string of a page, and of what asks for its layout: `templates/first.js` adds what Dash leaves out."""
    query = request.query_string.decode("utf-8", "replace") if has_request_context() else ""
    return f"?{query}" if query else ""


def connect(app: Dashboard) -> None:
    """The callbacks. The URL is the only state; `asked` is the part of it that the page shows."""
    app.clientside_callback(ClientsideFunction("page", "show"), Input("shown", "data"), prevent_initial_call=True)

    @app.callback(
        Output("url", "search"),
        Output("asked", "data"),
        {name: Output(name, "value") for name in CONTROLS},
        Output("category", "options"),
        {name: Output(name, "options") for name in FACETS},
        Output("pair-offers", "data"),
        Output("shown", "data"),
        Input("url", "search"),
        {name: Input(name, "value") for name in CONTROLS},
        State("category", "options"),
        State("asked", "data"),
        prevent_initial_call=True,
    )
    def turn(given: str, shown: dict[str, Any], offered: Any, stands: str) -> tuple[Any, ...]:
        """Bring controls, URL and view in step at once. Never writes a URL that it was given: Back would not leave the page."""
        search = given or ""
        selection = asked = parse(search)
        if ctx.triggered_id in CONTROLS:
            selection = chosen(asked, shown, choices_of(app.current()))
            search = search if selection.to_search() == asked.to_search() else selection.to_search()
        answered = answer(selection, app.current())
        wanted, options = values(answered), category_options(answered)
        changed = {name: no_update if (wanted[name] or None) == (shown[name] or None) else wanted[name] for name in CONTROLS}
        other = ctx.triggered_id == "metric" or wanted["metric"] != shown["metric"]  # the menu of pairings counts what each has of it
        renewed = [name for name in FACETS if changed[name] is not no_update or (name == "pair" and other)]
        menus = {name: offers(name, answered) for name in renewed}
        return (
            no_update if search == (given or "") else search,
            no_update if search == stands else search,
            changed,
            no_update if options == offered else options,
            {name: taken(menus[name], wanted[name]) if name in menus else no_update for name in FACETS},
            menus["pair"] if other else no_update,
            no_update if search == stands else sent(search, app.current()),
        )


def main() -> None:
    """Run the dashboard. HOST, PORT and CURATED set where and what."""
    try:
        app = create_app(startup.FOLDER, editing=os.environ.get("EDITING") == "1")
    except CuratedError as error:
        startup.refuse(1, startup.invalid(error))
    print(f"Dashboard: http://{startup.HOST}:{startup.PORT}/  (Ctrl+C stops it)", flush=True)
    debug = os.environ.get("DEBUG") == "1"
    tools = dict.fromkeys(TOOLS, debug)  # said here, or variables of Dash's own would decide
    app.run(host=startup.HOST, port=startup.PORT, debug=debug, dev_tools_silence_routes_logging=True, **tools)


def __getattr__(name: str) -> Any:
    """`server`, for a WSGI runner (`gunicorn app:server`), made when it is asked for."""
    if name != "server":
        raise AttributeError(name)
    try:
        return create_app(startup.FOLDER).server
    except CuratedError as error:
        startup.refuse(1, startup.invalid(error))


if __name__ == "__main__":
    main()
