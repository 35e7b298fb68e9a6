// Copies an address of this view, or the html that shows its chart in somebody else's page.
(() => {
  const frame = (src, title) => {
    const parts = ["#title", "#comparison", "#credit", ".verdict-box"].map((css) => document.querySelector(css));
    const height = parts.reduce((sum, part) => sum + (part?.offsetHeight ?? 0), 150); // with the space between them, and a line more, for a frame is narrower than this page
    const made = document.createElement("iframe");
    Object.entries({ src, title, width: "100%", height, loading: "lazy", style: "border: 0" })
      .forEach(([name, said]) => made.setAttribute(name, said));
    return made.outerHTML;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button[data-copy]");
    if (!button) return;
    const { copy, title, done } = button.dataset, words = button.textContent;
    const text = title ? frame(location.origin + copy, title) : location.origin + copy;
    if (!navigator.clipboard) return prompt(words, text); // only pages served safely may write to the clipboard
    await navigator.clipboard.writeText(text);
    button.textContent = done;
    setTimeout(() => (button.textContent = words), 2000);
  });
})();
