"""A reader at the page: what one does there, and what one then sees. Keeps every request and complaint."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pandas as pd
from playwright.sync_api import ConsoleMessage, Page, Request, Response

CALLBACK = "/_dash-update-component"
# Whether a page of Dash shows what its address says: nothing is asked for, the address is the one that was answered, and the
# charts have drawn their figures. For three frames: what was answered is on the page after the first. Other pages just stand.
STANDS = """() => {
    const state = window.store?.getState();
    const props = name => state.paths.strs[name].reduce((node, key) => node[key], state.layout).props;
    const marks = data => JSON.stringify(data.map(trace => trace.customdata ?? null));
    const drawn = () => {
        const chart = document.querySelector('#timeline .js-plotly-plot');
        const told = props('shown').data.props.timeline.figure.data;
        return !told.length || !!chart && (!chart.checkVisibility() || marks(chart.data) === marks(told));
    };
    const filled = () => Object.entries(props('shown').data.boxes).every(([id, html]) => document.getElementById(id)?.filled === html);
    const stands = !state || state.appLifecycle === 'HYDRATED' && !state.isLoading
        && (props('url').search ?? '') === location.search && drawn() && filled();
    window.frames_stood = stands ? (window.frames_stood ?? 0) + 1 : 0;
    return window.frames_stood > 2 && !(window.frames_stood = 0);
}"""

# Whether every chart that can be seen is as wide as its box: plotly fits it some time after the window.
FITS = """() => [...document.querySelectorAll('.js-plotly-plot')].filter(one => one.checkVisibility())
    .every(one => Math.abs(one.querySelector('.main-svg').getBoundingClientRect().width - one.parentElement.clientWidth) < 2)"""

# [figure, value] of every mark that carries a figure's id.
MARKS = {
    "comparison": "[...document.querySelectorAll('#comparison [data-figure]')].map(one => [one.dataset.figure, +one.dataset.value])",
    "timeline": """(document.querySelector('#timeline .js-plotly-plot')?.data ?? []).flatMap(
        trace => (trace.customdata ?? []).map((figure, place) => [figure, trace.y[place]]))""",
}
# A breach of the Content-Security-Policy, as text that the console shows.
LISTEN = "addEventListener('securitypolicyviolation', breach => console.error(`CSP ${breach.violatedDirective} ${breach.blockedURI}`))"


@dataclass
class Reader:
    """One browser tab. `requests` are those of every frame, `complaints` what the console or a script failed with."""

    page: Page
    address: str
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self.requests.append(request))
        self.page.on("response", self.answered)
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status} {response.url}")

    def heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def elsewhere(self) -> list[str]:
        """What the page asked of anybody but its own server."""
        return [request.url for request in self.requests if not request.url.startswith((self.address, "data:", "blob:"))]

    # What one does

    def open(self, search: str = "") -> "Reader":
        self.page.goto(f"{self.address}/{search}")
        return self.arrive()

    def follow(self, link: str, there: str) -> "Reader":
        """Click a link that loads another page."""
        self.page.click(link)
        self.page.wait_for_url(f"{self.address}/{there}")
        return self.arrive()

    def arrive(self) -> "Reader":
        """Wait until a page stands, its charts drawn."""
        self.page.wait_for_selector("#table table, #charts[hidden]", state="attached")
        self.page.wait_for_selector("#timeline .main-svg, #timeline-box[hidden], #time[hidden], #charts[hidden]", state="attached")
        return self.settle()

    def settle(self) -> "Reader":
        """Wait until the page shows what its address says."""
        self.page.wait_for_function(STANDS)
        return self

    def go(self, search: str) -> "Reader":
        """Another view of the same page, in its language, without loading it anew."""
        self.page.evaluate("search => { history.pushState({}, '', search); dispatchEvent(new PopStateEvent('popstate')); }", search)
        return self.settle()

    def resize(self, width: int, height: int) -> "Reader":
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_function(FITS)
        return self.settle()

    @contextmanager
    def asking(self) -> Iterator[None]:
        """What is done here makes the page ask its server; wait for the answer."""
        with self.page.expect_request(lambda request: CALLBACK in request.url):
            yield
        self.settle()

    def unfold(self, control: str) -> "Reader":
        """Open what a control is folded into: a telephone's sheet, the lesser filters. Its field is there before it is."""
        for summary in (".filters:not([open]) > summary", ".more:not([open]) > summary"):
            if not self.page.is_visible(f".field-{control}, p#{control}") and self.page.is_visible(summary):
                self.page.click(summary)
        return self

    def choose(self, control: str, value: str) -> "Reader":
        """Click an option of a dropdown; one that holds several is left open by Dash, so close it."""
        self.unfold(control).page.click(f"#{control}")
        with self.asking():
            self.page.click(f'.dash-dropdown-content label:has(input[value="{value}"])')
            self.page.keyboard.press("Escape")
        return self

    def pick(self, control: str, value: str) -> "Reader":
        self.unfold(control)
        with self.asking():
            self.page.click(f'#{control} label:has(input[value="{value}"])')
        return self

    def move(self, end: str, key: str, times: int = 1) -> "Reader":
        """Move an end of the years, `Minimum` or `Maximum`, with the keyboard."""
        thumb = self.page.locator(f'#slider [role="slider"][aria-label="{end}"]')
        for _ in range(times):
            with self.asking():
                thumb.press(key)
        return self

    def back(self) -> "Reader":
        self.page.go_back()
        return self.settle()

    def forward(self) -> "Reader":
        self.page.go_forward()
        return self.settle()

    # What one sees

    @property
    def search(self) -> str:
        return str(self.page.evaluate("location.search"))

    def text(self, name: str) -> str:
        return self.page.inner_text(f"#{name}")

    def callbacks(self) -> int:
        """How often the page has asked its server so far."""
        return len([request for request in self.requests if CALLBACK in request.url])

    def marks(self, chart: str) -> list[tuple[str, float | None]]:
        return [(figure, value) for figure, value in self.page.evaluate(MARKS[chart])]

    def drawn(self, chart: str) -> set[str]:
        return {figure for figure, _ in self.marks(chart)}

    def listed(self) -> list[str]:
        """The ids of the table's rows."""
        return [str(name) for name in self.page.eval_on_selector_all("#table tbody tr[id]", "rows => rows.map(row => row.id)")]

    def offered(self, name: str) -> dict[str, str]:
        """The words of what a dropdown offers, by value; headings are `group:…`."""
        self.unfold(name).page.click(f"#{name}")
        told = "labels => labels.map(label => [label.querySelector('input').value, label.textContent])"
        words = self.page.eval_on_selector_all(".dash-dropdown-content label", told)
        self.page.keyboard.press("Escape")
        return {str(value): str(text) for value, text in words}

    def options(self, name: str, state: str = "") -> list[str]:
        """The values that a dropdown offers, or those in a state."""
        self.unfold(name).page.click(f"#{name}")
        values = self.page.eval_on_selector_all(f".dash-dropdown-content label input{state}", "boxes => boxes.map(box => box.value)")
        self.page.keyboard.press("Escape")
        return [str(value) for value in values]

    def control(self, name: str) -> list[str]:
        """The values that a dropdown has chosen, in the order of its list."""
        return self.options(name, ":checked")

    def years(self) -> list[int]:
        thumbs = self.page.eval_on_selector_all('#slider [role="slider"]', "all => all.map(one => one.getAttribute('aria-valuenow'))")
        return [int(year) for year in thumbs]

    def link(self) -> str:
        """The address of the CSV of what is shown."""
        return f"{self.address}{self.page.get_attribute('#downloads a.button', 'href')}"

    def linked(self) -> pd.DataFrame:
        return pd.read_csv(self.link())

    def downloaded(self) -> pd.DataFrame:
        """The file that a click on the link brings."""
        with self.page.expect_download() as download:
            self.page.click("#downloads a.button")
        return pd.read_csv(io.BytesIO(download.value.path().read_bytes()))
