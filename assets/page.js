// What the page does by itself between two answers of the server.
window.dash_clientside = window.dash_clientside || {};
// Plotly is loaded where a chart is first drawn, and fetched when there is nothing else to do: Dash would load another, larger one.
let theirs;
Object.defineProperty(window, "_dashPlotlyJSURL", {
  get: () => document.querySelector("link[rel=prefetch][as=script]")?.href ?? theirs,
  set: (address) => (theirs = address),
});
const STOPS = "a, button, summary, input";
window.dash_clientside.page = (() => {
  const shown = {}; // what each component was told last, as text

  // HTML of the server's making goes into its boxes whole: as components, every cell would listen to every change.
  // What a reader had unfolded in a box stays so, and the focus stays on what stands in the same place.
  const put = (box, html) => {
    if (!box || box.filled === html) return;
    const focused = box.contains(document.activeElement) ? [...box.querySelectorAll(STOPS)].indexOf(document.activeElement) : -1;
    const unfolded = [...box.querySelectorAll("details")].map(({ open }) => open);
    box.innerHTML = box.filled = html;
    box.querySelectorAll("details").forEach((one, place) => (one.open = unfolded[place] ?? false));
    if (focused >= 0) box.querySelectorAll(STOPS)[focused]?.focus({ preventScroll: true });
  };
  const fill = ({ boxes }) => {
    for (const [id, html] of Object.entries(boxes)) put(document.getElementById(id), html);
    document.getElementById("table").dataset.filled = "";
  };
  // The large panel comes to its place with the first figure that it draws, and plotly with it.
  const draw = (id, { figure }) => {
    if (document.getElementById(id)) return window.dash_clientside.set_props(id, { figure });
    if (!figure.data.length) return;
    const { props, ...graph } = window.dash_component_api.getLayout("graph").props.data;
    window.dash_clientside.set_props("timeline-place", { children: [{ ...graph, props: { ...props, figure } }] });
  };
  // A component is told what is new to it alone: a chart would be drawn anew, a menu made anew.
  const tell = ({ props }) => {
    for (const [id, told] of Object.entries(props)) {
      const text = JSON.stringify(told);
      if (id in shown && shown[id] !== text) (id === "timeline" ? draw : window.dash_clientside.set_props)(id, told);
      shown[id] = text;
    }
  };
  const show = (data) => {
    fill(data);
    tell(data);
    document.dispatchEvent(new Event("shown"));
  };
  return { show };
})();

// A chart in somebody else's page stays there: its links open outside, as the whole page. What loads the chart anew stays within.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || !document.querySelector(".page.embed") || !link.getAttribute("href")) return;
  const there = new URL(link.href);
  there.searchParams.delete("embed");
  Object.assign(link, { target: "_blank", rel: "noopener", href: there.href.replaceAll("%7E", "~") });
}, true);

// Links to other views of the page change its address and nothing else, as those that Dash makes do; before it stands, they load it.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.view-link");
  if (!link || link.target || document.querySelector(".shell") || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  scrollTo(0, 0);
});

// The page is filled as it comes, before it is painted: nothing moves, and no id stands twice.
const entry = document.getElementById("react-entry-point");
if (entry) {
  new MutationObserver((_, watching) => {
    if (!document.getElementById("comparison")) return;
    watching.disconnect();
    window.dash_clientside.page.show(window.dash_component_api.getLayout("shown").props.data);
    document.querySelector(".shell").remove();
  }).observe(entry, { subtree: true, childList: true });
}
