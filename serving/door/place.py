"""Where the site stands for the public: under which path, and whose word counts for who asks and how.

Addresses are made as if the site stood at the top of its host. Where it stands under a path, every request loses that path
here on its way in, and every address of ours gets it on the way out: one place, which no link can forget.
"""

import gzip
import re
from collections.abc import Callable, Iterable

from flask import Flask, Response, request
from werkzeug.middleware.proxy_fix import ProxyFix

from ..caching import gzipped

WATCHED = "/healthz"  # asked by whoever watches this process, beside the proxy
NOWHERE = "/nowhere"  # no page of ours
# In HTML ` href="/…`, in JSON `"href":"/…`, in JSON that holds HTML ` href=\"/…`. Text of data stands there with its quotes escaped.
NAMES = rb"href|src|action|data-[a-z]+"
SLASH = rb"(?:/|\\u002f)"  # as dash writes it in JSON
ADDRESS = re.compile(rb'(\s(?:%b)=\\?"|"(?:%b|requests_pathname_prefix)":\s*")%b(?!%b)' % (NAMES, NAMES, SLASH, SLASH))
Environ = dict[str, object]
Application = Callable[..., Iterable[bytes]]


def stand(server: Flask, prefix: str, proxies: int) -> None:
    """Let a server stand under a path (`/stats`, or none), behind so many proxies of ours; the headers of any other are not believed."""
    if prefix:
        server.wsgi_app = below(prefix, server.wsgi_app)  # type: ignore[method-assign]
    if proxies:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]

    @server.after_request
    def move(response: Response) -> Response:
        if location := response.headers.get("Location"):
            response.headers["Location"] = moved(location, prefix)
            response.data = b""  # where it says the same, with the host
        return readdressed(response, prefix.encode()) if prefix and has_addresses(response) else response


def below(prefix: str, application: Application) -> Application:
    """The application under a path; there is nothing beside it but what a watcher asks for."""

    def call(environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if path.startswith(f"{prefix}/"):
            environ |= {"SCRIPT_NAME": prefix, "PATH_INFO": path.removeprefix(prefix)}
        elif path == prefix:
            environ |= {"SCRIPT_NAME": prefix, "PATH_INFO": ""}  # which flask leads on from, with our headers
        elif path != WATCHED:
            environ |= {"SCRIPT_NAME": prefix, "PATH_INFO": NOWHERE}
        return application(environ, start_response)

    return call


def moved(location: str, prefix: str) -> str:
    """An address to go on to, as a path: the host that a request names may be anybody's."""
    if location.startswith(request.host_url):
        location = "/" + location.removeprefix(request.host_url)
    ours = location.startswith("/") and not location.startswith("//")
    return prefix + location if ours and not location.startswith(f"{prefix}/") else location


def has_addresses(response: Response) -> bool:
    """Whether an answer is a page or what the page's scripts are given; files name addresses with their host."""
    return response.mimetype == "text/html" or (response.mimetype == "application/json" and request.path.startswith("/_dash-"))


def readdressed(response: Response, prefix: bytes) -> Response:
    """The answer with the path before every address of ours."""
    compressed = response.headers.get("Content-Encoding") == "gzip"
    data = gzip.decompress(response.data) if compressed and response.data else response.data
    data = ADDRESS.sub(rb"\1%b/" % prefix, data)
    response.data = b"".join(gzipped(iter([data]))) if compressed else data
    return response
