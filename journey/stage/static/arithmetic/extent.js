/* How large a map is that has room. Free of the DOM. */
/** @typedef {{extent: Readonly<{WIDE: number, LOW: number}>}} Gives */
(function (L) {
  "use strict";

  // In pixels: the width from which panels stand beside each other, and the height below which they fold to what is needed. The
  // style sheets have the same widths.
  L.journey.extent = Object.freeze({ WIDE: 760, LOW: 420 });
})(window.L);
