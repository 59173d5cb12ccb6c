/* A figure and what it stands on. */
// needs: core/node
/** @typedef {{standing: (found: Standing) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  const { node } = L.journey;

  // The figure with the dot and the word of its basis, and below what it stands on.
  L.journey.standing = ({ said, basis, word, why, note, links }) => {
    const box = node("div", "cl-fact");
    const line = node("p", "cl-said");
    const dot = node("span", `jm-mark jm-mark-${basis}`);
    dot.setAttribute("aria-hidden", "true");
    const named = node("span", "cl-word");
    named.append(dot, ` ${word}`);
    line.append(node("strong", "", said), named);
    box.dataset.basis = basis;
    box.append(line);
    const reasons = [why, note, links.map(({ label }) => label).join("; ")].filter(Boolean).join(" · ");
    if (reasons) box.append(node("p", "cl-why", reasons));
    return box;
  };
})(window.L);
