/* The panels along the edges of the map, and how much of it they take. */
/** @typedef {{dock: (box: HTMLElement) => Dock}} Gives */
(function (L) {
  "use strict";

  // Panels in an element, by name. Returns {put(name, element, perhaps the panel it stands in) and a function that takes it away, size(name), rects(...names)}.
  L.journey.dock = (box) => {
    /** @type {Map<string, HTMLElement>} */
    const panels = new Map();
    return {
      put: (name, element, within = "") => {
        panels.set(name, element);
        (panels.get(within) ?? box).append(element);
        return () => {
          element.remove();
          panels.delete(name);
        };
      },
      // In pixels; nothing where there is no such panel or it is hidden.
      size: (name) => {
        const element = panels.get(name);
        return { w: element ? element.offsetWidth : 0, h: element ? element.offsetHeight : 0 };
      },
      // Of all panels that can be seen, but for those of these names, in pixels of the window.
      rects: (...but) => [...panels].filter(([name, element]) => !but.includes(name) && element.offsetParent !== null && getComputedStyle(element).visibility === "visible")
        .map(([, element]) => element.getBoundingClientRect()),
    };
  };
})(window.L);
