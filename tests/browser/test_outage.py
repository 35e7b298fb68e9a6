"""When the server is gone or fails, the page says so and keeps what it showed, until an answer comes."""

import pytest

from .reader import CALLBACK, Reader
from .server import running


@pytest.fixture
def lone(browser, five):
    """A reader at a server of their own, whose complaints are expected."""
    with running(CURATED=str(five)) as server:
        context = browser.new_context()
        yield Reader(context.new_page(), server.address), server
        context.close()


@pytest.mark.parametrize(("search", "words"), [("?metric=projects&lang=en", "Connection lost"), ("?metric=projects", "连接已断开")])
def test_a_killed_server_is_told_and_the_last_charts_stay(lone, search, words):
    reader, server = lone
    shown = reader.open(search).listed()
    assert reader.page.is_hidden("#outage")
    server.process.kill()
    server.process.wait()
    reader.choose("pair", "tianjin-huangnan")
    assert words in reader.text("outage")
    assert reader.listed() == shown
    assert reader.drawn("comparison") == set(shown)


def test_a_failed_update_is_told_and_an_answer_clears_it(lone):
    reader, _ = lone
    reader.open("?metric=projects&lang=en")
    reader.page.route(f"**{CALLBACK}*", lambda route: route.fulfill(status=500, body="{}"))
    reader.choose("pair", "tianjin-huangnan")
    assert "Update failed" in reader.text("outage")
    reader.page.unroute(f"**{CALLBACK}*")
    reader.choose("pair", "zhejiang-haixi")
    assert reader.page.is_hidden("#outage")
    assert {name.rpartition("-projects-")[0] for name in reader.listed()} == {"tianjin-huangnan", "zhejiang-haixi"}
