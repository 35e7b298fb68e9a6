// Runs before all other scripts, whatever becomes of them: it stands in the page itself, where nothing can keep it back.
(() => {
  const patience = 6000, html = document.documentElement, came = new WeakSet(), asked = new WeakMap();
  // A script that does not come leaves a hole in the page: it is told.
  const short = (script) => script.src && !came.has(script) && Date.now() - asked.get(script) > patience;
  document.addEventListener("load", ({ target }) => came.add(target), true);
  document.addEventListener("error", ({ target }) => target.localName === "script" && html.classList.add("broken"), true);
  setInterval(() => {
    const scripts = [...document.scripts];
    scripts.forEach((script) => asked.has(script) || asked.set(script, Date.now()));
    html.classList.toggle("late", scripts.some(short));
  }, 1000);

  // The layout is asked for with the page's own query string: a browser need not say which page asks.
  const plain = window.fetch;
  window.fetch = (what, ...how) => {
    const layout = typeof what === "string" && what.endsWith("_dash-layout");
    return plain(layout ? what + location.search : what, ...how);
  };
})();
