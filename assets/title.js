// The window's title names the metric that the page shows.
(() => {
  const site = document.querySelector('meta[property="og:site_name"]').content;
  new MutationObserver(() => {
    const heading = [...document.querySelectorAll(".coverage-box h1, #title, .shell h1")].find((one) => one.textContent)?.textContent;
    const title = heading ? `${heading} · ${site}` : site;
    if (document.title !== title) document.title = title;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})();
