/* Elements of the page: text goes in as text. */
/** @typedef {{element: <K extends keyof HTMLElementTagNameMap>(
 *   name: K, className?: string, text?: string) => HTMLElementTagNameMap[K]}} Gives */
(function (L) {
  "use strict";

  // An element of that name, class and text.
  L.journey.element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
})(window.L);
