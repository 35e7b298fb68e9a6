"""In a browser: what a first visit and the next one load and how long they take, and a change of the metric, beside the peers."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts.chromium import ARGUMENTS, find

from .measure import Result

PROJECT = Path(__file__).parent.parent
PEERS = PROJECT / "bench" / "peers"
DRAWN = "document.querySelector('#react-entry-point .chart svg, .js-plotly-plot .main-svg')"
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 1.25e6, "uploadThroughput": 1.25e6}  # 10 Mbit/s
# One stopwatch for all: from the change until all that shows the metric is there, and a frame with it is on the screen.
CHANGE = """([metric, done]) => new Promise(end => {
  const start = performance.now(), shown = () => requestAnimationFrame(() => setTimeout(() => end(performance.now() - start)));
  const look = () => eval(done) ? shown() : requestAnimationFrame(look);
  window.dash_clientside.set_props("metric", {value: metric}); look();
})"""
OURS = """(() => {
  const metric = /-METRIC\\b/, marks = [...document.querySelectorAll("#comparison [data-figure]")].map(one => one.dataset.figure);
  const rows = [...document.querySelectorAll("#table tbody tr[id]")].map(one => one.id);
  const chart = document.querySelector("#timeline .js-plotly-plot");
  const drawn = chart?.checkVisibility() ? chart.data.flatMap(trace => trace.customdata ?? []) : marks;
  return [marks, rows, drawn].every(all => all.length && all.every(one => metric.test(one)));
})()"""
THEIRS = "[...document.querySelectorAll('.gtitle')].filter(one => one.textContent === 'METRIC').length === 2"
RAW = """() => new Promise(end => {
  const draw = n => ["a", "b"].map(id => Plotly.react(id, id === "a"
    ? [{type: "bar", x: [...Array(10).keys()], y: [...Array(10).keys()].map(i => i * n % 7)}]
    : [...Array(10).keys()].map(k => ({x: [...Array(20).keys()], y: [...Array(20).keys()].map(i => i * n * k % 9)}))));
  const start = performance.now(); draw(window.turn = (window.turn || 1) + 1);
  requestAnimationFrame(() => setTimeout(() => end(performance.now() - start)));
})"""


@dataclass
class App:
    """One that runs: its address, how one sees in the page that a metric is drawn, and what its start cost in seconds of CPU."""

    name: str
    port: int
    drawn: str
    process: int
    start: float

    def memory(self) -> float:
        """Its own memory, in MB."""
        lines = Path(f"/proc/{self.process}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1000


@contextmanager
def running(name: str, command: list[str], drawn: str, **variables: str) -> Iterator[App]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, **variables, "PORT": str(port), "HOST": "127.0.0.1", "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(command, env=env, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urlopen(f"http://127.0.0.1:{port}/").read()
                break
            except OSError:
                if process.poll() is not None:
                    raise RuntimeError(f"{name} does not start: {' '.join(command)}") from None
                time.sleep(0.1)
        yield App(name, port, drawn, process.pid, spent(process.pid))
    finally:
        process.terminate()
        process.wait()


def spent(process: int) -> float:
    """Seconds of CPU that a process has taken so far."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def visit(context: BrowserContext, app: App, *, slow: bool = False) -> tuple[float, int, int]:
    """Milliseconds until a chart is drawn and the page is still; bytes on the wire, and requests that went there."""
    page = context.new_page()
    wire: Any = context.new_cdp_session(page)
    sizes, kept = {}, set()
    wire.send("Network.enable")
    if slow:
        wire.send("Network.emulateNetworkConditions", SLOW)
    wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    wire.on("Network.requestServedFromCache", lambda event: kept.add(event["requestId"]))
    wire.on("Network.responseReceived", lambda event: event["response"].get("fromDiskCache") and kept.add(event["requestId"]))
    start = time.perf_counter()
    page.goto(f"http://127.0.0.1:{app.port}/", wait_until="commit")
    page.wait_for_function(DRAWN, timeout=120_000)
    took = (time.perf_counter() - start) * 1000
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(1000)
    sent = [size for name, size in sizes.items() if name not in kept]
    page.close()
    return took, sum(sent), len(sent)


def change(page: Page, app: App, turn: int) -> float:
    metric = ("projects", "funds")[turn % 2]
    page.bring_to_front()  # a tab behind another one draws once a second
    took: float = page.evaluate(CHANGE, [metric, app.drawn.replace("METRIC", metric)])
    page.wait_for_timeout(SETTLES)  # what was put off until after it is no part of the next one's time
    return took


SETTLES = 500
# Few enough for a colour each in the peer's lines, each with figures of both metrics.
TEN = (
    *("zhejiang-haixi", "zhejiang-xinjiang", "beijing-lhasa", "beijing-inner-mongolia", "zhejiang-sichuan"),
    *("jiangsu-lhasa", "jiangsu-shaanxi", "tianjin-gannan", "guangdong-guangxi", "jiangsu-ili"),
)


def browsing(data: Path, vizro: Path | None, rounds: int) -> Iterator[Result]:
    with ExitStack() as stack:
        ours = stack.enter_context(running("ours", [sys.executable, "app.py"], OURS))
        peer, told = [sys.executable, "-m", "bench.peers.plain_dash"], {"DATA": str(data), "PAIRINGS": "~".join(TEN)}
        plain = stack.enter_context(running("plain Dash", peer, THEIRS, **told))
        apps = [ours, plain]
        if vizro:
            apps.append(stack.enter_context(running("Vizro", [str(vizro), str(PEERS / "vizro_page.py")], "", DATA=str(data))))
        yield Result("G13", "start until it answers, to plain Dash", [ours.start / plain.start], 1.1, why=START)
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=find(), args=[*ARGUMENTS])
        yield from visits(browser, apps, rounds)
        yield from sessions(browser, [ours, plain])
        yield from changes(browser, ours, plain, rounds * 4)
        browser.close()


START = "of 2.3 s of CPU the imports of plain Dash are 1.2, our own 0.5, the first page 0.5, a third of it looking for contradictions"


def sessions(browser: Browser, apps: list[App]) -> Iterator[Result]:
    """What a server keeps of a visitor, after some that warm it."""
    for app in apps:
        grown = []
        for _ in range(WARMING + VISITORS):
            grown.append(app.memory())
            context = browser.new_context(bypass_csp=True)
            visit(context, app)
            context.close()
        each = (app.memory() - grown[WARMING]) / VISITORS
        yield Result("G12", f"memory a session, {app.name}", [each], 2 if app.name == "ours" else None, "MB", why=KEEPS)


WARMING, VISITORS = 3, 8
KEEPS = "answers that are kept, 32 MB at most"


def visits(browser: Browser, apps: list[App], rounds: int) -> Iterator[Result]:
    first: dict[str, list[tuple[float, int, int]]] = {app.name: [] for app in apps}
    again = []
    for _ in range(rounds):
        for app in apps:
            context = browser.new_context(bypass_csp=True)  # else the page's policy refuses what looks whether it is drawn
            first[app.name].append(visit(context, app))
            if app.name == "ours":
                again.append(visit(context, app))
            context.close()
    slow = {app.name: visit_slowly(browser, app) for app in apps}
    for name in slow.keys() - {"ours"}:
        yield Result("G6", f"at 10 Mbit/s and 40 ms, to {name}", [slow["ours"] / slow[name]], 0.15 if name == "Vizro" else None, why=SLOWLY)
    ours = first.pop("ours")
    yield Result("G7", "first visit on the wire", [size / 1e6 for _, size, _ in ours], 0.8, "MB")
    yield Result("G7", "requests of a first visit", [count for _, _, count in ours], 17, "")
    yield Result("G7", "the next visit on the wire", [size / 1e3 for _, size, _ in again], 20, "kB")
    for name, theirs in first.items():
        both = [mine[0] / other[0] for mine, other in zip(ours, theirs, strict=True)]
        yield Result("G6", f"first visit until a chart is drawn, to {name}", both, 0.4 if name == "Vizro" else None)
        yield Result("G7", f"first visit of {name} on the wire", [size / 1e6 for _, size, _ in theirs], None, "MB")


def visit_slowly(browser: Browser, app: App) -> float:
    context = browser.new_context(bypass_csp=True)
    took, *_ = visit(context, app, slow=True)
    context.close()
    return took


SLOWLY = "one visit each on a shared machine; the rest is computing"


def changes(browser: Browser, ours: App, plain: App, rounds: int) -> Iterator[Result]:
    """A change of the metric, one of each after the other: of ten pairings, which the peer draws too, and of all on the start page."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": 900})
    ten, whole, theirs = (opened(context, app, search) for app, search in ((ours, f"?pair={'~'.join(TEN)}"), (ours, ""), (plain, "")))
    raw = context.new_page()
    raw.set_content("<div id=a></div><div id=b></div>")
    raw.add_script_tag(path=PROJECT / "assets" / "plotly-basic.min.js")
    took = []
    for turn in range(rounds + 2):
        pages = ((ten, ours), (whole, ours), (theirs, plain))
        each = [change(page, app, turn) for page, app in pages]
        raw.bring_to_front()
        took.append((*each, raw.evaluate(RAW)))
    ten_took, whole_took, theirs_took, floor = zip(*took[2:], strict=True)
    for what, mine in (("of ten pairings", ten_took), ("of all pairings", whole_took)):
        for peer, others, limit in (("plain Dash + Plotly Express", theirs_took, 0.5), ("two raw `Plotly.react`", floor, 3)):
            values = [a / b for a, b in zip(mine, others, strict=True)]
            yield Result("G8", f"change of the metric, {what}, to {peer}", values, limit, why=TRIPS)
    late = sorted(ten_took)[int(len(ten_took) * 0.95)] / median(ten_took)
    yield Result("G8", "change of the metric, p95 to p50", [late], 1.4, why="few rounds on a shared machine")


def opened(context: BrowserContext, app: App, search: str) -> Page:
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{app.port}/{search}")
    page.wait_for_function(DRAWN, timeout=120_000)
    page.wait_for_timeout(2000)
    return page


TRIPS = (
    "profiled: of a change of ten pairings plotly's react takes a third, Dash's renderer and React a quarter, layout and paint a fifth,"
    " words and rows put in as HTML a seventh; of all pairings, where plotly draws nothing, the renderer is the most"
)
