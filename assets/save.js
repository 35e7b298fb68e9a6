// Saves a chart as a picture that stands alone: title, sources and address are written into it.
(() => {
  const text = (css) => document.querySelector(css)?.textContent ?? "";
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-save]");
    const graph = button && document.querySelector(`#${button.dataset.chart} .js-plotly-plot`);
    if (!graph) return;
    const above = 76, below = 56, side = 20;
    const layout = structuredClone(graph.layout);
    const note = (words, y, yanchor, size, yshift) => ({
      text: words, xref: "paper", yref: "paper", x: 0, y, xanchor: "left", yanchor, yshift, showarrow: false, align: "left",
      font: { size, color: "#1a1b1e" },
    });
    const width = 900, height = graph.layout.height + above + below;
    const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    Object.assign(layout, {
      width, height, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff",
      margin: { l: side, r: side, t: above, b: below },
      annotations: [
        ...(layout.annotations ?? []),
        note(`<b>${escaped(text("#title"))}</b> · ${escaped(text(`#${button.dataset.chart}-heading`))}`, 1, "bottom", 18, 36),
        note(escaped(text("#verdict .level")), 1, "bottom", 13, 12),
        note(`${escaped(text("#credit"))}<br>${escaped(decodeURI(location.href))}`, 0, "top", 11, -12),
      ],
    });
    const name = `paired-assistance_${new URLSearchParams(location.search).get("metric") ?? "funds"}_${button.dataset.chart}`;
    Plotly.downloadImage({ data: graph.data, layout }, { format: button.dataset.save, width, height, scale: 2, filename: name });
  });
})();
