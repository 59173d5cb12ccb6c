/* Time on the stage: moments, how fast they pass, and where the traveller is. Free of the DOM. */
/** How the whole, 0..1, is divided among the legs.
 * @typedef {{at(whole: number): Moment, of(moment: Moment): number, shares: number[]}} Division
 * @typedef {Pick<Leg, "points" | "at" | "km">} Line
 * @typedef {{pace: {
 *   division(weights: number[]): Division, story(legs: Leg[]): Division, truth(legs: Leg[]): Division,
 *   place(leg: Line, part: number): {at: Point, km: number, index: number}, elapsed(legs: Leg[], moment: Moment): number,
 *   clamp(value: number, low: number, high: number): number, reading(words: number): number, turn(count: number): number,
 *   resting(left: number, turn: number): number,
 *   fault(legs: Line[]): string,
 * }}} Gives */
(function (L) {
  "use strict";

  /** @type {Gives["pace"]["clamp"]} */
  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

  const SLOWEST = 9000; // milliseconds for a leg in story pacing at the most
  const REST = 1800; // milliseconds that the player rests at the end of a leg at the least

  // Shares of a whole of 1, by weight; all alike where every weight is nothing.
  /** @type {(weights: number[]) => number[]} */
  const parts = (weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
  };

  // How the whole, 0..1, is divided among the legs: {at(whole) -> moment, of(moment) -> whole, shares}.
  /** @type {Gives["pace"]["division"]} */
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
  /** @type {Gives["pace"]["story"]} */
  const story = (legs) => division(legs.map(() => 1));
  /** @type {Gives["pace"]["truth"]} */
  const truth = (legs) => division(legs.map((leg) => leg.span));

  // Where the traveller is: {at: [lat, lon], km, index}, with index the last point passed.
  /** @type {Gives["pace"]["place"]} */
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
    /** @type {(a: number, b: number) => number} */
    const mix = (a, b) => a + (b - a) * share;
    return {
      at: [mix(leg.points[low][0], leg.points[next][0]), mix(leg.points[low][1], leg.points[next][1])],
      km: mix(leg.km[low], leg.km[next]),
      index: low,
    };
  };

  // Seconds since the start of the journey at a moment; legs of unknown time add nothing.
  /** @type {Gives["pace"]["elapsed"]} */
  const elapsed = (legs, { leg, part }) =>
    legs.slice(0, leg).reduce((sum, one) => sum + one.span, 0) + part * legs[leg].span;

  // Milliseconds that a grown-up takes to read so many words: some 240 a minute (Brysbaert, 2019).
  /** @type {Gives["pace"]["reading"]} */
  const reading = (words) => 1500 + words * 250;

  // Milliseconds for a leg in story pacing, so that a journey of very many legs still comes to its end.
  /** @type {Gives["pace"]["turn"]} */
  const turn = (count) => Math.min(SLOWEST, 240000 / Math.max(count, 1));

  // Milliseconds that the player rests after a leg of which so many are left to read; shorter where there are so many legs
  // that each has less than the slowest turn.
  /** @type {Gives["pace"]["resting"]} */
  const resting = (left, turned) => Math.max(REST, left) * (turned / SLOWEST);

  // Why the legs can't be played, as a key of the words, or "".
  /** @type {Gives["pace"]["fault"]} */
  const fault = (legs) => {
    if (!legs.length) return "play.no_leg";
    if (legs.some(({ points, at, km }) => !points.length || at.length !== points.length || km.length !== points.length)) return "play.no_fix";
    /** @type {(values: number[]) => boolean} */
    const backwards = (values) => values.some((value, i) => !Number.isFinite(value) || (i > 0 && value < values[i - 1]));
    return legs.some(({ at, km }) => backwards(at) || backwards(km)) ? "play.disorder" : "";
  };

  L.journey.pace = { division, story, truth, place, elapsed, clamp, reading, turn, resting, fault };
})(window.L);
