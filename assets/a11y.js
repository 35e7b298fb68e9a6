// Repairs what dash 4.4's components tell assistive technology. Remove a rule once Dash needs it no more.
(() => {
  const each = (css, act) => document.querySelectorAll(css).forEach(act);
  const put = (element, name, value) => element.getAttribute(name) === value || element.setAttribute(name, value);
  const chinese = document.documentElement.lang.startsWith("zh");
  const mend = () => {
    // Radio items call themselves a list box, with controls inside its options.
    each('.dash-options-list[role="listbox"]', (list) => {
      put(list, "role", "group");
      const label = list.closest(".field")?.querySelector("label");
      if (label?.id) put(list, "aria-labelledby", label.id);
    });
    each('.dash-options-list [role="option"]', (option) => {
      option.removeAttribute("role");
      option.removeAttribute("aria-selected");
    });
    // A dropdown's button ignores its label, and its tab stop hides from assistive technology.
    each("button.dash-dropdown", (button) => {
      const label = document.getElementById(`${button.id}-label`);
      if (!label) return;
      put(button, "aria-labelledby", `${label.id} ${button.id}-value`);
      const stop = button.parentElement.querySelector(".dash-dropdown-focus-target");
      if (!stop) return;
      stop.removeAttribute("aria-hidden");
      put(stop, "aria-labelledby", label.id);
    });
    // The fields of the years have no name.
    each('.dash-range-slider-input', (input) => {
      const [first, last] = chinese ? ["最早年份", "最晚年份"] : ["First year", "Last year"];
      put(input, "aria-label", input.matches(".dash-range-slider-min-input") ? first : last);
    });
    // The ends of the years are named in English whatever the page's language.
    if (chinese) {
      each('[role="slider"][aria-label="Minimum"]', (thumb) => put(thumb, "aria-label", "最早年份"));
      each('[role="slider"][aria-label="Maximum"]', (thumb) => put(thumb, "aria-label", "最晚年份"));
    }
    // Of a chart's layers one image is told, named by what the page says of it; the table has its figures.
    each(".js-plotly-plot .svg-container", (box) => {
      put(box, "role", "img");
      put(box, "aria-label", document.querySelector("#finding")?.textContent ?? "");
      box.querySelectorAll(".main-svg").forEach((layer) => put(layer, "aria-hidden", "true"));
    });
    each('.dash-dropdown-content[role="dialog"]', (box) => put(box, "aria-label", chinese ? "选项" : "Options"));
  };
  new MutationObserver(mend).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["role", "aria-hidden", "aria-label", "aria-labelledby"],
  });
})();
