// The window's title names what the page shows; a long one goes without the site's name, as `templates/index.html` has it.
(() => {
  const site = document.querySelector('meta[property="og:site_name"]').content;
  new MutationObserver(() => {
    const heading = [...document.querySelectorAll(".coverage-box h1, #title, .shell h1")].find((one) => one.textContent)?.textContent;
    const whole = heading ? `${heading} · ${site}` : site;
    const title = whole.length <= 70 ? whole : heading;
    if (document.title !== title) document.title = title;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
})();
