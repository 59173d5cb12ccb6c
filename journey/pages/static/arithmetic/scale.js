/* The scale that guesses stand on: its ends, its marks, and the bins that hands are counted in. */
// needs: arithmetic/arithmetic
/** @typedef {{scale: {
 *   bins: (low: number, high: number, step: number, count?: number) => [number, number][],
 *   domain: (low: number, high: number, values: (number | null)[]) => [number, number],
 *   share: (value: number, domain: [number, number]) => number,
 *   ticks: (domain: [number, number], count: number) => number[]}}} Gives */
(function (L) {
  "use strict";

  L.journey.scale = {
    // Ranges [low, high] that divide a slider into at most `count` of equal size, each a whole number of steps.
    bins: (low, high, step, count = 5) => {
      const steps = Math.max(1, Math.round((high - low) / step));
      const size = Math.ceil(steps / count) * step;
      /** @type {[number, number][]} */
      const found = [];
      for (let at = low; at < high - 1e-9; at += size) found.push([at, Math.min(high, at + size)]);
      return found;
    },
    // The ends of a scale that holds the slider and all the values; null stands for none.
    domain: (low, high, values) => {
      const known = values.filter((value) => value !== null);
      const most = Math.max(high, ...known);
      return [Math.min(low, ...known), most > high ? most * 1.05 : high];
    },
    // Where on a scale a value is, 0..1; off the scale it stands at its end.
    share: (value, [low, high]) => (high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0),
    // Values at which a scale is marked, `count` parts at the most, in steps of 1, 2 or 5 times a power of ten.
    ticks: ([low, high], count) => {
      const step = L.journey.arithmetic.roundStep(high - low, count);
      const first = Math.ceil(low / step - 1e-9);
      return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(9)));
    },
  };
})(window.L);
