// Saves a chart as a picture that stands alone: what plotly drew gets its title, sources and address; the comparison is a picture
// of the server's making, which a canvas makes into points.
(() => {
  // A browser that hides who it is gives noise for what is on a canvas, and a picture of points would be that: lines are saved instead.
  const chinese = document.documentElement.lang.startsWith("zh");
  const noise = chinese
    ? "此浏览器的防指纹保护会把 PNG 变成杂点，已改存 SVG。"
    : "This browser's protection against fingerprinting makes noise of a PNG; an SVG was saved instead.";
  const faithful = () => {
    const drawn = Object.assign(document.createElement("canvas"), { width: 8, height: 8 }).getContext("2d");
    drawn.fillStyle = "rgb(20, 120, 220)";
    drawn.fillRect(0, 0, 8, 8);
    return drawn.getImageData(0, 0, 8, 8).data.every((value, place) => value === [20, 120, 220, 255][place % 4]);
  };
  const explain = (button) => {
    const note = button.parentElement.querySelector(".saved-note") ?? document.createElement("span");
    note.className = "saved-note";
    note.setAttribute("role", "status");
    button.after(note);
    note.textContent = ` ${noise}`;
  };
  const keep = (href, name) => Object.assign(document.createElement("a"), { href, download: name }).click();

  const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  // Lines of so many pixels at most, 6 a letter and 11 a Chinese character: a picture does not break lines itself.
  const folded = (words, wide) => {
    const long = (line) => [...line].reduce((sum, letter) => sum + (letter > "\u2e80" ? 11 : 6), 0);
    const lines = [""];
    for (const piece of words.match(/[\u2e80-\uffef]|[\s&]?[^\s&\u2e80-\uffef]*/g)) {
      if (long(lines.at(-1) + piece) > wide) lines.push("");
      lines[lines.length - 1] += piece;
    }
    return lines;
  };
  const address = () => { try { return decodeURI(location.href); } catch { return location.href; } }; // not all that is sent is text
  const text = (css) => document.querySelector(css)?.textContent ?? "";
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-save]");
    const graph = button && document.querySelector(`#${button.dataset.chart} .js-plotly-plot`);
    if (!graph) return;
    const side = 20, width = 900;
    const foot = [text("#credit"), address()].flatMap((words) => folded(words, width - 2 * side));
    const above = 76, below = 22 + 16 * foot.length;
    const layout = structuredClone(graph.layout);
    const note = (words, y, yanchor, size, yshift) => ({
      text: words, xref: "paper", yref: "paper", x: 0, y, xanchor: "left", yanchor, yshift, showarrow: false, align: "left",
      font: { size, color: "#1a1b1e" },
    });
    const height = graph.offsetHeight + above + below; // plotly forgets the height of its layout when it fits the width
    Object.assign(layout, {
      width, height, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff",
      margin: { l: side, r: side, t: above, b: below },
      annotations: [
        ...(layout.annotations ?? []),
        note(`<b>${escaped(text("#title"))}</b>`, 1, "bottom", 18, 36),
        note(escaped(text("#verdict .level")), 1, "bottom", 13, 12),
        note(foot.map(escaped).join("<br>"), 0, "top", 11, -12),
      ],
    });
    const name = `${document.querySelector("[data-picture]")?.dataset.name}_${button.dataset.chart}`;
    const lines = button.dataset.save === "png" && !faithful();
    if (lines) explain(button);
    const format = lines ? "svg" : button.dataset.save, scale = format === "png" ? 2 : 1; // pixels get finer, lines need not
    Plotly.downloadImage({ data: graph.data, layout }, { format, width, height, scale, filename: name });
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[data-picture]");
    if (!button) return;
    if (!faithful()) {
      explain(button);
      return keep(button.dataset.picture, `${button.dataset.name}.svg`);
    }
    const image = new Image();
    image.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2 * image.width, height: 2 * image.height });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      keep(canvas.toDataURL("image/png"), `${button.dataset.name}.png`);
    };
    image.src = button.dataset.picture;
  });
})();
