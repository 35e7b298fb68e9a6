"""A browser, a server, and for each test a reader whose every request and complaint is looked at in the end."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from scripts.chromium import ARGUMENTS, find, missing

from .reader import Reader
from .server import Server

NewReader = Callable[..., Reader]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find()
    if path is None:
        tell = pytest.fail if os.environ.get("CI") else pytest.skip
        tell(missing())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS, "--process-per-site"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def context(browser: Browser, server: Server) -> BrowserContext:
    """One profile for all tabs: what the page loads is cached, as it is for a reader who comes back."""
    return profile(browser, server)


@pytest.fixture(scope="session")
def unguarded(browser: Browser, server: Server) -> BrowserContext:
    """A profile in which axe may run: a script of its own, which the page's policy would refuse."""
    return profile(browser, server, bypass_csp=True, reduced_motion="reduce")


def profile(browser: Browser, server: Server, **options: Any) -> BrowserContext:
    """A first tab stays open in it, so that all its tabs share one process, where the scripts of the page are compiled once:
    that is half of what it costs to open it."""
    context = browser.new_context(**options)
    context.set_default_timeout(30_000)
    context.new_page().goto(server.address)
    return context


@contextmanager
def reading(context: BrowserContext, server: Server, width: int = 1280, height: int = 900) -> Iterator[Reader]:
    """A reader in a tab of their own, who afterwards must have had nothing to complain of."""
    reader = Reader(context.new_page(), server.address)
    reader.page.set_viewport_size({"width": width, "height": height})
    yield reader
    reader.page.close()
    check(reader, server)


def check(reader: Reader, server: Server) -> None:
    """Nothing was amiss while somebody read."""
    ended = server.process.poll()
    assert ended is None, f"the server ended with {ended}:\n{server.said()}"
    assert reader.complaints == []
    assert reader.elsewhere() == []


@pytest.fixture
def new_reader(context: BrowserContext, server: Server) -> Iterator[NewReader]:
    with ExitStack() as readers:
        yield lambda **options: readers.enter_context(reading(context, server, **options))


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    return new_reader()


@pytest.fixture(scope="session")
def tab(context: BrowserContext, server: Server) -> Reader:
    return Reader(context.new_page(), server.address).open("?lang=en")


@pytest.fixture
def standing(tab: Reader, server: Server) -> Iterator[Reader]:
    """A reader at an English page that stands already and goes from view to view: for what a view shows, however one came to it."""
    yield tab
    check(tab, server)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """The address of a folder that somebody else serves."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=tmp_path))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
