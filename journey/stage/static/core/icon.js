/* The icons of the modes. */
// needs: core/element
/** @typedef {{icon: (mode: Mode) => HTMLElement}} Gives */
(function (L) {
  "use strict";

  // A mode's icon, hidden from screen readers.
  L.journey.icon = (mode) => {
    const made = L.journey.element("span", "jm-icon");
    made.setAttribute("aria-hidden", "true");
    made.innerHTML = mode.icon; // Of a journey's own mode it holds a path that was checked and escaped.
    return made;
  };
})(window.L);
