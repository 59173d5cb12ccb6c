/* How the whole is divided among stretches of the legs. Free of the DOM. */
// needs: arithmetic/last
/** A part of a leg, from one part of its time to another, 0..1, and how much of the whole it has beside the others.
 * @typedef {{leg: number, from: number, to: number, weight: number}} Stretch
 * The moment at a place of the whole, 0..1, and its place; each leg's share, and the sum of all weights.
 * @typedef {{at(whole: number): Moment, of(moment: Moment): number, shares: number[], weight: number}} Division
 * @typedef {{division: (stretches: Stretch[]) => Division}} Gives */
(function (L) {
  "use strict";

  const { last } = L.journey;

  // Stretches follow one another, and those of a leg have all of it; all are alike where every weight is nothing.
  L.journey.division = (stretches) => {
    const weight = stretches.reduce((sum, one) => sum + one.weight, 0);
    // Sums are divided by the last of them, so that the whole ends at 1 and not beside it.
    let gone = 0;
    const starts = new Float64Array(stretches.length + 1);
    stretches.forEach((one, i) => { starts[i + 1] = gone += weight > 0 ? one.weight : 1; });
    starts.forEach((sum, i) => { starts[i] = sum / gone; });
    /** @type {number[]} */
    const first = []; // for each leg the index of its first stretch
    /** @type {number[]} */
    const shares = [];
    stretches.forEach((one, i) => {
      if (first[one.leg] === undefined) first[one.leg] = i;
      shares[one.leg] = (shares[one.leg] || 0) + starts[i + 1] - starts[i];
    });
    return {
      shares,
      weight,
      at: (whole) => {
        const value = Math.max(0, Math.min(1, whole));
        const i = Math.min(last(starts, (start) => start <= value), stretches.length - 1);
        const { leg, from, to } = stretches[i];
        return { leg, part: value < starts[i + 1] ? from + ((to - from) * (value - starts[i])) / (starts[i + 1] - starts[i]) : to };
      },
      of: ({ leg, part: passed }) => {
        let i = first[leg];
        while (stretches[i + 1]?.leg === leg && passed > stretches[i].to) i += 1;
        const { from, to } = stretches[i];
        return starts[i] + (to > from ? (passed - from) / (to - from) : 0) * (starts[i + 1] - starts[i]);
      },
    };
  };
})(window.L);
