// A menu of hundreds of names is given them as it is about to open: from what it offers, the component makes an index of every part
// of every word, each time that it is told anew.
(() => {
  const props = (id) => window.dash_component_api.getLayout(id).props;
  const fill = ({ id }) => {
    const offers = props(`${id}-offers`).data;
    if (offers.length !== props(id).options?.length) window.dash_clientside.set_props(id, { options: offers });
  };
  const touched = ({ target, key }) => {
    const button = !["Tab", "Shift"].includes(key) && target.closest?.(".of-many")?.querySelector("button.dash-dropdown");
    if (button) fill(button);
  };
  for (const touch of ["pointerdown", "keydown", "click"]) document.addEventListener(touch, touched, true);
  // An answer may come to a menu that is open: it keeps what it offers.
  document.addEventListener("shown", () => document.querySelectorAll(".of-many button.dash-dropdown[aria-expanded=true]").forEach(fill));
})();
