"""What the page must never do. Every other browser test looks at requests and complaints too, in the end."""

import pytest

from .reader import Reader

SEARCHES = ["?lang=en", "?metric=personnel&parts=1", "?pair=nowhere-never&lang=en"]


@pytest.mark.parametrize("search", SEARCHES)
def test_a_visit_asks_nobody_but_the_server_and_the_console_stays_empty(reader, search):
    reader.open(search)
    assert len(reader.requests) > 10
    assert reader.elsewhere() == []
    assert reader.complaints == []


def test_a_breach_would_be_noticed(context, server):
    reader = Reader(context.new_page(), server.address).open()
    reader.page.evaluate("document.head.append(Object.assign(document.createElement('script'), {src: 'https://example.org/spy.js'}))")
    reader.page.evaluate("new Image().src = 'https://example.org/pixel.png'")
    reader.page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")
    reader.settle()
    told = "\n".join(reader.complaints)
    assert "CSP script-src-elem https://example.org/spy.js" in told
    assert "CSP script-src-elem inline" in told
    assert "CSP img-src https://example.org/pixel.png" in told
    assert reader.page.evaluate("window.ran") is None
    reader.page.close()


def test_no_chart_offers_to_send_itself_to_a_cloud(reader):
    reader.open("?metric=projects&like=all&lang=en").page.hover("#timeline")
    reader.page.wait_for_timeout(200)
    assert reader.page.locator(".modebar-btn").count() == 0
    assert reader.page.locator('a[href*="plotly"], a[href*="plot.ly"]').count() == 0
    assert reader.page.evaluate("document.querySelector('#timeline .js-plotly-plot')._context.showSendToCloud") is False


def test_links_that_leave_the_page_tell_nothing_and_open_beside_it(reader, server):
    reader.open("?parts=1")
    links = reader.page.eval_on_selector_all("a", "all => all.map(one => [one.href, one.target, one.rel])")
    leaving = [link for link in links if not link[0].startswith(server.address)]
    assert len(leaving) > 5
    assert {link[1] for link in leaving} == {"_blank"}
    assert {link[2].removesuffix(" nofollow") for link in leaving} == {"noopener noreferrer"}
    assert all(link[0].startswith(("https://", "http://")) for link in leaving)


def test_the_page_sets_no_cookie_and_stores_nothing(reader):
    reader.open("?lang=en").choose("metric", "projects")
    assert reader.page.context.cookies() == []
    assert reader.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
