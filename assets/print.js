// A chart is as wide as the screen was, and paper is narrower than most; a sheet says where and when it was printed.
(() => {
  const paper = 600; // pixels on an A4 sheet, between margins of an inch
  const address = () => { try { return decodeURI(location.href); } catch { return location.href; } }; // not all that is sent is text
  const draw = (layout) => document.querySelectorAll(".js-plotly-plot").forEach((graph) => window.Plotly.relayout(graph, layout));
  window.addEventListener("beforeprint", () => {
    draw({ autosize: false, width: paper });
    const footer = document.querySelector(".page > footer");
    if (footer) footer.dataset.printed = `${address()} · ${new Date().toLocaleDateString("sv")}`;
  });
  window.addEventListener("afterprint", () => draw({ autosize: true, width: null }));
})();
