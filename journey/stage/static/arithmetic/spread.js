/* How the timeline's upper row is divided among its chapters, of which one is open. Free of the DOM. */
// needs: arithmetic/division
/** @typedef {{spread: (firsts: number[], legs: number, open: number | null, width: number) => import("./division.js").Division}} Gives */
(function (L) {
  "use strict";

  const OPEN = { times: 2.6, leg: 34, most: 0.6 }; // how wide a chapter is: of its even share, pixels for each leg, of the whole at most
  const LEAST = 18; // pixels of one that is shut

  // How wide one of so many chapters is that is open and has so many legs, and each of the others, in pixels.
  /** @type {(width: number, chapters: number, legs: number) => [number, number]} */
  const widths = (width, chapters, legs) => {
    const even = width / chapters;
    const wanted = Math.min(Math.max(OPEN.times * even, legs * OPEN.leg), OPEN.most * width, width - LEAST * (chapters - 1));
    const open = Math.max(wanted, even);
    return [open, (width - open) / (chapters - 1)];
  };

  // `firsts` are the first legs of the chapters, two or more, and `width` is in pixels. Legs of a chapter are alike.
  L.journey.spread = (firsts, legs, open, width) => {
    /** @type {(i: number) => number} */
    const count = (i) => (firsts[i + 1] ?? legs) - firsts[i];
    const [wide, narrow] = open === null ? [0, 1] : widths(width, firsts.length, count(open));
    /** @type {import("./division.js").Stretch[]} */
    const found = [];
    firsts.forEach((first, i) => {
      const weight = (i === open ? wide : narrow) / count(i);
      for (let leg = first; leg < first + count(i); leg += 1) found.push({ leg, from: 0, to: 1, weight });
    });
    return L.journey.division(found);
  };
})(window.L);
