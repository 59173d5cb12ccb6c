/* Shapes of a drawing. */
/** @typedef {{shape: (name: string, attributes: Record<string, string | number>, text?: string) => SVGElement}} Gives */
(function (L) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";

  // An SVG element of that name, with attributes and text.
  L.journey.shape = (name, attributes, text = "") => {
    const made = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
    made.textContent = text;
    return made;
  };
})(window.L);
