/* Panels that lie over the map. */
/** @typedef {{guard: <T extends HTMLElement>(element: T) => T}} Gives */
(function (L) {
  "use strict";

  // The element, so that what is pressed or scrolled in it does not reach the map.
  L.journey.guard = (element) => {
    L.DomEvent.disableClickPropagation(element);
    L.DomEvent.disableScrollPropagation(element);
    return element;
  };
})(window.L);
