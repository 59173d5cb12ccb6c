/* Time on the stage: moments, how fast they pass, and where the traveller is. Free of the DOM. */
(function (L) {
  "use strict";

  // A moment is {leg, part}: the index of a leg, and how much of its time has passed, 0..1.
  // A leg is {span, points, at, km}: its time in seconds (0 where it is not known), its points [lat, lon],
  // and for each of them the part of the time passed and the km travelled since the start.

  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

  // Shares of a whole of 1, by weight; all alike where every weight is nothing.
  const parts = (weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
  };

  // How the whole, 0..1, is divided among the legs: {at(whole) -> moment, of(moment) -> whole, shares}.
  const division = (weights) => {
    const shares = parts(weights);
    const starts = [0];
    shares.forEach((share, i) => starts.push(starts[i] + share));
    return {
      shares,
      at: (whole) => {
        const value = clamp(whole, 0, 1);
        let leg = starts.findIndex((start, i) => i > 0 && value < start) - 1;
        if (leg < 0) leg = shares.length - 1;
        return { leg, part: shares[leg] > 0 ? clamp((value - starts[leg]) / shares[leg], 0, 1) : 1 };
      },
      of: ({ leg, part }) => starts[leg] + part * shares[leg],
    };
  };

  // Story pacing gives each leg alike, true time its real share of the time that is known.
  const story = (legs) => division(legs.map(() => 1));
  const truth = (legs) => division(legs.map((leg) => leg.span));

  // Where the traveller is: {at: [lat, lon], km, index}, with index the last point passed.
  const place = (leg, part) => {
    let [low, high] = [0, leg.at.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (leg.at[middle] <= part) low = middle;
      else high = middle - 1;
    }
    const next = Math.min(low + 1, leg.at.length - 1);
    const gap = leg.at[next] - leg.at[low];
    const share = gap > 0 ? clamp((part - leg.at[low]) / gap, 0, 1) : 0;
    const mix = (a, b) => a + (b - a) * share;
    return {
      at: [0, 1].map((axis) => mix(leg.points[low][axis], leg.points[next][axis])),
      km: mix(leg.km[low], leg.km[next]),
      index: low,
    };
  };

  // Seconds since the start of the journey at a moment; legs of unknown time add nothing.
  const elapsed = (legs, { leg, part }) =>
    legs.slice(0, leg).reduce((sum, one) => sum + one.span, 0) + part * legs[leg].span;

  // Milliseconds that a grown-up takes to read so many words: some 240 a minute (Brysbaert, 2019).
  const reading = (words) => 1500 + words * 250;

  // Milliseconds for a leg in story pacing, so that a journey of very many legs still comes to its end.
  const turn = (count) => Math.min(9000, 240000 / Math.max(count, 1));

  // Why the legs can't be played, as a key of the words, or "".
  const fault = (legs) => {
    if (!legs.length) return "play.no_leg";
    if (legs.some(({ points, at, km }) => !points.length || at.length !== points.length || km.length !== points.length)) return "play.no_fix";
    const backwards = (values) => values.some((value, i) => !Number.isFinite(value) || (i > 0 && value < values[i - 1]));
    return legs.some(({ at, km }) => backwards(at) || backwards(km)) ? "play.disorder" : "";
  };

  L.journey.pace = { division, story, truth, place, elapsed, clamp, reading, turn, fault };
})(window.L);
