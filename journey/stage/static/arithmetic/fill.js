/* Texts with gaps. */
// needs: arithmetic/isolated
/** @typedef {{fill: (text: string, values: Record<string, string | number>) => string}} Gives */
(function (L) {
  "use strict";

  // A text of the catalogue with values in its gaps, such as {leg}.
  L.journey.fill = (text, values) => text.replace(/\{(\w+)\}/g, (gap, key) => (Object.hasOwn(values, key) ? L.journey.isolated(String(values[key])) : gap));
})(window.L);
