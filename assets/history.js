// Moves of the slider one after another are one step of the history: Back leads to what stood before the first.
(() => {
  let touched = null, moved = null; // the slider, where the reader's last touch was on it, and the last change of address came from it
  const touch = (event) => (touched = event.target.closest?.("#slider") ?? null);
  addEventListener("pointerdown", touch, true);
  addEventListener("keydown", touch, true);
  addEventListener("popstate", () => (moved = null));

  const push = history.pushState;
  history.pushState = function (...step) {
    const again = touched !== null && touched === moved;
    moved = touched;
    return (again ? history.replaceState : push).apply(this, step);
  };
})();
