// What the page does by itself between two answers of the server.
window.dash_clientside = window.dash_clientside || {};
window.dash_clientside.page = {
  // HTML of the server's making goes into its boxes whole: as components, every cell would listen to every change.
  fill: () => {
    for (const { id, value } of window.dash_clientside.callback_context.inputs_list) {
      const box = document.getElementById(id.replace("-html", ""));
      if (!box) continue;
      if (box.filled !== value) box.innerHTML = box.filled = value ?? "";
      box.dataset.filled = "";
    }
    document.dispatchEvent(new Event("shown"));
  },
};

// A chart in somebody else's page stays there: its links open outside, as the whole page. What loads the chart anew stays within.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || !document.querySelector(".page.embed") || !link.getAttribute("href")) return;
  const there = new URL(link.href);
  there.searchParams.delete("embed");
  Object.assign(link, { target: "_blank", rel: "noopener", href: there.href.replaceAll("%7E", "~") });
}, true);

// Links to other views of the page change its address and nothing else, as those that Dash makes do.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.view-link");
  if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  history.pushState({}, "", link.href);
  dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  scrollTo(0, 0);
});

// What the shell shows goes over into the page as that comes, before it is painted: nothing moves, and no id stands twice.
const entry = document.getElementById("react-entry-point");
if (entry) {
  new MutationObserver((_, watching) => {
    if (!document.getElementById("comparison")) return;
    watching.disconnect();
    document.querySelectorAll(".shell [data-box]").forEach((made) => (document.getElementById(made.dataset.box).innerHTML = made.innerHTML));
    document.querySelector(".shell").remove();
  }).observe(entry, { subtree: true, childList: true });
}
