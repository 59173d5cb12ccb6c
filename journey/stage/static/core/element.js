/* Elements of the page: text goes in as text. */
// needs: core/tongues
/** @typedef {{element: <K extends keyof HTMLElementTagNameMap>(
 *   name: K, className?: string, text?: string) => HTMLElementTagNameMap[K]}} Gives */
(function (L) {
  "use strict";

  // An element of that name, class and text, which has the language and the direction that are known of the text.
  L.journey.element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (!text) return made;
    made.textContent = text;
    return Object.assign(made, L.journey.tongues.of(text));
  };
})(window.L);
