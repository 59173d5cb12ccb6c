/* Where a word stands on a leader about its point. Free of the DOM and of the map. */
/** @typedef {import("./stands.js").Stand} Stand
 * @typedef {{rings: (x: number, y: number, w: number, h: number, gap: number, most?: number) => Stand[]}} Gives */
(function (L) {
  "use strict";

  const FAR = [1, 1.25, 1.5, 2.1, 2.8, 3.8, 5]; // times the gap
  const TURNS = 16;

  // Boxes of `w` by `h` pixels whose nearest edge lies so many pixels off the point, or some times as far but not more than `most`;
  // nearest first, and those on the right before others.
  L.journey.rings = (x, y, w, h, gap, most = Infinity) => FAR.filter((far) => gap * far <= most).flatMap((far) => Array.from({ length: TURNS }, (_, i) => {
    const turn = ((i % 2 ? 1 : -1) * Math.ceil(i / 2) * 2 * Math.PI) / TURNS;
    const [east, south] = [Math.cos(turn), Math.sin(turn)].map((part) => (Math.abs(part) < 1e-9 ? 0 : part));
    // The box lies beyond the point on the sides towards which it is turned, and about it on the others.
    return { x: x + east * gap * far + (w * (east - 1)) / 2, y: y + south * gap * far + (h * (south - 1)) / 2, w, h };
  }));
})(window.L);
