/* Marks of what a figure rests on. */
// needs: core/element
/** @typedef {{mark: (basis: string, words: Words, why?: string) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  // A dot for a claim's basis, with its word on hover, on focus and for readers. Where it says why, it is a stop of the tab key.
  L.journey.mark = (basis, words, why) => {
    const dot = L.journey.element("span", `jm-mark jm-mark-${basis}`);
    const word = words[`basis.${basis}`];
    const text = why ? `${word}: ${why}` : word;
    dot.setAttribute("role", "img");
    dot.setAttribute("aria-label", text);
    if (why) dot.tabIndex = 0;
    return dot;
  };
})(window.L);
