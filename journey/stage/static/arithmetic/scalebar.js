/* The bar of a scale. Free of the DOM. */
/** @typedef {{scalebar: (km: number, pixels: number, most: number) => {km: number, pixels: number}}} Gives */
(function (L) {
  "use strict";

  // The longest bar of at most so many pixels that is 1, 2 or 5 times a power of ten of km long, where a view of that width in
  // pixels is so many km wide.
  L.journey.scalebar = (km, pixels, most) => {
    const room = (km / pixels) * most;
    const power = 10 ** Math.floor(Math.log10(room));
    const length = [5, 2, 1].map((times) => times * power).find((step) => step <= room * (1 + 1e-9)) || power;
    return { km: length, pixels: (length / km) * pixels };
  };
})(window.L);
