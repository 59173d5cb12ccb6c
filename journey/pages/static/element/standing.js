/* A figure and what it stands on. */
// needs: core/element
/** @typedef {{standing: (found: Standing) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { element } = L.journey;

  // The figure with the dot and the word of its basis, and below what it stands on.
  L.journey.standing = ({ said, basis, word, why }) => {
    const box = element("div", "cl-fact");
    const line = element("p", "cl-said");
    const dot = element("span", `jm-mark jm-mark-${basis}`);
    dot.setAttribute("aria-hidden", "true");
    const named = element("span", "cl-word");
    named.append(dot, ` ${word}`);
    line.append(element("strong", "", said), named);
    box.dataset.basis = basis;
    box.append(line);
    if (why) box.append(element("p", "cl-why", why));
    return box;
  };
})(window.L);
