// Translators and readers for the dyslexic put elements of their own in the place of the page's text. What draws the page keeps
// hold of the text that it wrote: where that is to be changed, moved or taken away, what stands in its place goes instead.
(() => {
  const standIns = new WeakMap(); // a text -> the nodes that somebody put in its place
  const take = (text) => {
    const others = (standIns.get(text) ?? []).filter((node) => node.parentNode);
    standIns.delete(text);
    return others;
  };
  const note = (records) => {
    const added = new Set(records.flatMap((record) => [...record.addedNodes]));
    for (const { removedNodes, addedNodes, previousSibling: before, nextSibling: behind } of records)
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || text.parentNode) continue;
        const others = addedNodes.length ? [...addedNodes] : [before, behind].filter((node) => added.has(node));
        if (others.length) standIns.set(text, others);
      }
  };
  const watch = new MutationObserver(note);
  watch.observe(document.querySelector("#react-entry-point"), { childList: true, subtree: true });

  const { removeChild, insertBefore } = Node.prototype;
  Node.prototype.removeChild = function (child) {
    if (child.parentNode === this) return removeChild.call(this, child);
    if (child.nodeType !== Node.TEXT_NODE && child.parentNode) return removeChild.call(child.parentNode, child);
    take(child).forEach((node) => node.remove());
    return child;
  };
  Node.prototype.insertBefore = function (child, place) {
    if (!place || place.parentNode === this) return insertBefore.call(this, child, place);
    const [other = null] = standIns.get(place) ?? [];
    return insertBefore.call(this, child, other?.parentNode === this ? other : null);
  };
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Node.prototype, "nodeValue", {
    configurable: true, enumerable: true, get,
    set(value) {
      set.call(this, value);
      if (this.nodeType !== Node.TEXT_NODE || this.parentNode) return;
      const [first, ...more] = take(this);
      first?.replaceWith(this);
      more.forEach((node) => node.remove());
    },
  });
})();
