// Copies the html that shows one chart of this view in somebody else's page.
(() => {
  const code = (chart, value) => {
    const address = `${location.origin}/${location.search || "?"}${location.search ? "&" : ""}embed=${value}`;
    const title = `${document.querySelector("#title").textContent} · ${document.querySelector(`#${chart}-heading`).textContent}`;
    const shown = ["#title", "#finding", "#verdict", `figure:has(#${chart})`, "#credit"].map((css) => document.querySelector(css));
    const height = shown.reduce((sum, part) => sum + part.offsetHeight + 40, 0); // with the space between them
    const frame = document.createElement("iframe");
    Object.entries({ src: address, title, width: "100%", height, loading: "lazy", style: "border: 0" })
      .forEach(([name, said]) => frame.setAttribute(name, said));
    return frame.outerHTML;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-embed]");
    if (!button) return;
    const text = code(button.dataset.chart, button.dataset.embed), words = button.textContent;
    if (!navigator.clipboard) return prompt(words, text); // only pages served safely may write to the clipboard
    await navigator.clipboard.writeText(text);
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = words), 2000);
  });
})();
