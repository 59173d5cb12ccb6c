/* The scale that guesses stand on: its ends, its marks, and the ranges that guesses are counted in. */
// needs: arithmetic/arithmetic
/** @typedef {{scale: {
 *   bins: (low: number, high: number, step: number, count?: number) => [number, number][],
 *   domain: (low: number, high: number, values: (number | null)[]) => [number, number],
 *   share: (value: number, domain: [number, number]) => number,
 *   digits: (low: number, high: number, step: number) => number,
 *   ticks: (domain: [number, number], count: number) => number[]}}} Gives */
(function (L) {
  "use strict";

  const FINEST = 9; // decimals at the most

  // Decimals that a number has.
  /** @type {(value: number) => number} */
  const decimals = (value) => {
    let found = 0;
    while (found < FINEST && Math.abs(value * 10 ** found - Math.round(value * 10 ** found)) > 1e-6) found += 1;
    return found;
  };

  L.journey.scale = {
    // Ranges [low, high] that divide a slider into at most `count` of equal size, each a whole number of steps.
    bins: (low, high, step, count = 5) => {
      const steps = Math.max(1, Math.round((high - low) / step));
      const size = Math.ceil(steps / count) * step;
      /** @type {(times: number) => number} */
      const edge = (times) => Number(Math.min(high, low + times * size).toPrecision(12));
      return Array.from({ length: Math.max(1, Math.ceil((high - low) / size - 1e-9)) }, (_, i) => [edge(i), edge(i + 1)]);
    },
    // The ends of a scale that holds the slider and all the values; null stands for none.
    domain: (low, high, values) => {
      const known = values.filter((value) => value !== null);
      const most = Math.max(high, ...known);
      return [Math.min(low, ...known), most > high ? most * 1.05 : high];
    },
    // Where on a scale a value is, 0..1; off the scale it stands at its end.
    share: (value, [low, high]) => (high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0),
    // Decimals in which a slider's values and the marks beside it are told.
    digits: (low, high, step) => Math.max(1, decimals(step), decimals(low), decimals(L.journey.arithmetic.roundStep(high - low, 5))),
    // Values at which a scale is marked, `count` parts at the most, in steps of 1, 2 or 5 times a power of ten.
    ticks: ([low, high], count) => {
      const step = L.journey.arithmetic.roundStep(high - low, count);
      const first = Math.ceil(low / step - 1e-9);
      return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(9)));
    },
  };
})(window.L);
