// One key of our own: "/" leads to the choice of pairings, from anywhere but a field or a card.
// And one of a slider's fields: what is typed there counts for Dash when the field is left, and Enter would do nothing.
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches?.(".dash-range-slider-input")) return;
    event.target.blur();
    event.target.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input:not(.dash-dropdown-focus-target), textarea, select, [contenteditable], dialog")) return;
    const button = document.getElementById("pair");
    if (!button) return;
    event.preventDefault();
    (button.parentElement.querySelector(".dash-dropdown-focus-target") ?? button).focus();
  });
})();
