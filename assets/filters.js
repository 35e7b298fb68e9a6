// On a narrow page the filters are a sheet over it: what closes it leads to what was chosen.
(() => {
  const sheet = () => document.querySelector(".filters");
  const close = () => {
    const open = sheet()?.open && matchMedia("(max-width: 899px)").matches;
    if (open) sheet().open = false;
    return open;
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#done") && close()) document.querySelector("#title").scrollIntoView();
    const share = document.querySelector(".share[open]");
    if (share && !share.contains(event.target)) share.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open], .dash-dropdown-content")) return; // it closes that first
    if (close()) sheet().querySelector("summary").focus();
    const share = document.querySelector(".share[open]");
    if (share) [share.open] = [false, share.querySelector("summary").focus()];
  }, true);
})();
