/* How the whole is divided among stretches of the legs. Free of the DOM. */
/** A part of a leg, from one part of its time to another, 0..1, and how much of the whole it has beside the others.
 * @typedef {{leg: number, from: number, to: number, weight: number}} Stretch
 * The moment at a place of the whole, 0..1, and its place; each leg's share, and the sum of all weights.
 * @typedef {{at(whole: number): Moment, of(moment: Moment): number, shares: number[], weight: number}} Division
 * @typedef {{division: (stretches: Stretch[]) => Division}} Gives */
(function (L) {
  "use strict";

  // The last of the rising numbers that is not above the value; the first where all are.
  /** @type {(rising: number[], value: number) => number} */
  const last = (rising, value) => {
    let [low, high] = [0, rising.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (rising[middle] <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  // Stretches follow one another, and those of a leg have all of it; all are alike where every weight is nothing.
  L.journey.division = (stretches) => {
    const weight = stretches.reduce((sum, one) => sum + one.weight, 0);
    /** @type {(own: number) => number} */
    const part = (own) => (weight > 0 ? own / weight : 1 / stretches.length);
    const starts = [0];
    /** @type {number[]} */
    const first = []; // for each leg the index of its first stretch
    /** @type {number[]} */
    const shares = [];
    stretches.forEach((one, i) => {
      if (first[one.leg] === undefined) first[one.leg] = i;
      shares[one.leg] = (shares[one.leg] || 0) + part(one.weight);
      starts.push(starts[i] + part(one.weight));
    });
    return {
      shares,
      weight,
      at: (whole) => {
        const value = Math.max(0, Math.min(1, whole));
        const i = Math.min(last(starts, value), stretches.length - 1);
        const { leg, from, to, weight: own } = stretches[i];
        const share = part(own) > 0 ? Math.min((value - starts[i]) / part(own), 1) : 1;
        return { leg, part: from + (to - from) * share };
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
