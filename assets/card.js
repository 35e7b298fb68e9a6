// A click on a mark or on a figure's link opens its card in a dialog; without this script the link is a page.
// An open card is a step of the history and a part of the address: Back closes it, and its address opens it again.
(() => {
  const chinese = document.documentElement.lang.startsWith("zh");
  const words = chinese ? { close: "关闭", copy: "复制", copied: "已复制" } : { close: "Close", copy: "Copy", copied: "Copied" };
  const root = new URL("..", document.currentScript.src).pathname; // the site may stand under a path of its host
  let dialog;

  const frame = () => {
    if (dialog) return dialog;
    dialog = document.createElement("dialog");
    dialog.className = "card-dialog";
    dialog.setAttribute("aria-labelledby", "card-title");
    dialog.innerHTML = `<button type="button" class="close">${words.close} ×</button><div class="card-body"></div>`;
    dialog.querySelector(".close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      if (!location.hash.startsWith("#f=")) return;
      if (history.state?.card) history.back();
      else history.replaceState(null, "", location.pathname + location.search); // the page was opened with it
    });
    document.body.append(dialog);
    return dialog;
  };

  // A citation gets a button where the browser lets a page write to the clipboard.
  const citable = (within) => {
    for (const cite of within.querySelectorAll(".cite[lang]")) {
      const text = cite.textContent.trim();
      if (!navigator.clipboard) continue;
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.copy });
      button.lang = document.documentElement.lang;
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(text);
        button.textContent = words.copied;
        setTimeout(() => (button.textContent = words.copy), 2000);
      });
      cite.append(" ", button);
    }
  };

  const open = async (href) => {
    const address = new URL(href, location.href);
    address.searchParams.set("card", "1");
    const answer = await fetch(address).catch(() => null);
    if (!answer) return window.dispatchEvent(new Event("offline")); // the page stays, and says that it is cut off
    if (!answer.ok) return location.assign(href);
    const box = frame();
    box.querySelector(".card-body").innerHTML = await answer.text();
    citable(box);
    const name = `#f=${address.pathname.slice(`${root}f/`.length)}`;
    if (box.open) history.replaceState(history.state, "", location.search + name); // however many cards one led to: one step
    else if (location.hash !== name) history.pushState({ card: true }, "", location.search + name);
    if (!box.open) box.showModal();
    box.scrollTop = 0;
    box.querySelector("#card-title").focus();
  };

  const language = () => new URLSearchParams(location.search).get("lang");
  const card = (figure) => open(`${root}f/${figure}${language() ? `?lang=${language()}` : ""}`);
  const follow = () => {
    if (!document.querySelector("#react-entry-point")) return;
    const named = location.hash.match(/^#f=([\w.-]+)$/);
    if (named) card(named[1]);
    else if (dialog?.open) dialog.close();
  };
  addEventListener("popstate", follow);
  follow();

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("[data-figure]");
    if (mark && document.querySelector(".results")) return card(mark.dataset.figure);
    const link = event.target.closest?.(`a[href^="${root}f/"]`);
    if (!link || link.closest(".card-links") || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!document.querySelector(".results")) return;
    event.preventDefault();
    open(link.getAttribute("href"));
  });

  // plotly gives its marks no address and no tab stop: the table's rows are their twins for the keyboard.
  const listen = (graph) => {
    if (graph.listening || !graph.on) return;
    graph.listening = true;
    graph.on("plotly_click", ({ points }) => {
      const figure = points[0]?.customdata;
      if (figure) card(figure);
    });
  };
  new MutationObserver(() => document.querySelectorAll(".js-plotly-plot").forEach(listen)).observe(document.documentElement, {
    subtree: true,
    childList: true,
  });
  if (!document.querySelector("#react-entry-point")) citable(document);
})();
