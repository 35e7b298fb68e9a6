// While the dashboard runs for editing: reloads the page when the data changes, and shows what is wrong with an edit.
(() => {
  const address = new URL("../status.json", document.currentScript.src);
  let version, panel;
  const show = (lines) => {
    panel ??= document.body.appendChild(Object.assign(document.createElement("pre"), { className: "edit-panel" }));
    panel.setAttribute("role", "alert");
    panel.textContent = lines.join("\n");
    panel.hidden = !lines.length;
  };
  const look = async () => {
    const status = await fetch(address).then((answer) => answer.json()).catch(() => null);
    if (status && !status.editing) return;
    if (status) {
      if (version && version !== status.version) return location.reload();
      version = status.version;
      if (panel || status.lines.length) show(status.lines);
    }
    setTimeout(look, 1500);
  };
  look();
})();
