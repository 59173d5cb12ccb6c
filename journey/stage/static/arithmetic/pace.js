/* Time on the stage: moments, how fast they pass, and where the traveller is. Free of the DOM. */
// needs: arithmetic/division arithmetic/last
/** @typedef {import("./division.js").Division} Division
 * @typedef {import("./division.js").Stretch} Stretch
 * @typedef {Pick<Leg, "points" | "at" | "km">} Line
 * @typedef {{pace: {
 *   division(weights: number[]): Division, story(legs: Leg[]): Division, truth(legs: Leg[]): Division,
 *   waiting(leg: Leg, part: number): Wait | null,
 *   place(leg: Line, part: number): {at: Point, km: number, index: number},
 *   clamp(value: number, low: number, high: number): number, reading(words: number): number, turn(count: number): number,
 *   resting(left: number, turn: number, waited?: number): number, lasting(seconds: number): number,
 *   fault(legs: Line[]): string,
 * }}} Gives */
(function (L) {
  "use strict";

  /** @type {Gives["pace"]["clamp"]} */
  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

  const SLOWEST = 9000; // milliseconds for a leg in story pacing at the most
  const REST = 1800; // milliseconds that the player rests at the end of a leg at the least
  const SHORTEST = 100; // milliseconds that it rests where it stood still before

  const HOUR = 1000; // milliseconds in which an hour passes in true time, where
  const WHOLE = [20000, 90000]; // the whole of a journey is not over sooner than that, nor takes longer

  const WAIT = 0.22; // of a leg's turn in story pacing: what a wait takes, some two seconds of nine
  const HALTED = 0.5; // of a leg's turn: what the waits at its stops take at the most

  // Each leg has its weight of the whole.
  /** @type {Gives["pace"]["division"]} */
  const division = (weights) => L.journey.division(weights.map((weight, leg) => ({ leg, from: 0, to: 1, weight })));

  // The stretches of a leg in story pacing: its way is alike with those of others, the waits at its stops among it; those
  // at its ends come on top. A leg whose way takes no time that is known has no other stretch than the whole of it.
  /** @type {(told: Leg, leg: number) => Stretch[]} */
  const stretches = ({ ride: [leaves, arrives], waits }, leg) => {
    if (arrives <= leaves || (!waits.length && arrives - leaves === 1)) return [{ leg, from: 0, to: 1, weight: 1 }];
    const halts = waits.filter(({ from, to }) => from >= leaves && to <= arrives && to > from);
    const halted = halts.reduce((sum, { from, to }) => sum + to - from, 0);
    const each = halts.length ? Math.min(WAIT, HALTED / halts.length) : 0;
    const even = (1 - each * halts.length) / Math.max(arrives - leaves - halted, Number.MIN_VALUE);
    const ends = [...halts.map(({ from }) => from), arrives];
    const starts = [leaves, ...halts.map(({ to }) => to)];
    const found = starts.flatMap((from, i) => [
      { leg, from, to: ends[i], weight: (ends[i] - from) * even },
      ...halts.slice(i, i + 1).map((halt) => ({ leg, from: halt.from, to: halt.to, weight: each })),
    ]);
    const before = leaves > 0 ? [{ leg, from: 0, to: leaves, weight: WAIT }] : [];
    const after = arrives < 1 ? [{ leg, from: arrives, to: 1, weight: WAIT }] : [];
    return [...before, ...found, ...after];
  };

  // Story pacing gives the way of each leg alike and passes waits quickly, true time gives all its real share of the time
  // that is known.
  /** @type {Gives["pace"]["story"]} */
  const story = (legs) => L.journey.division(legs.flatMap(stretches));
  /** @type {Gives["pace"]["truth"]} */
  const truth = (legs) => division(legs.map((leg) => leg.span));

  // The wait in which a part of a leg lies, its ends included, or null. Where a wait on the way takes all of the time that is known,
  // the traveller does not wait there as they set out or have come.
  /** @type {Gives["pace"]["waiting"]} */
  const waiting = ({ ride: [leaves, arrives], waits }, part) => waits.find(({ from, to }) =>
    part >= from && part <= to && !(to > leaves && from < arrives && (part === leaves || part === arrives))) || null;

  // Where the traveller is: {at: [lat, lon], km, index}, with index the last point passed.
  /** @type {Gives["pace"]["place"]} */
  const place = (leg, part) => {
    const low = L.journey.last(leg.at, (at) => at <= part);
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

  // Milliseconds that a grown-up takes to read so many words: some 240 a minute (Brysbaert, 2019).
  /** @type {Gives["pace"]["reading"]} */
  const reading = (words) => 1500 + words * 250;

  // Milliseconds for a leg in story pacing, so that a journey of very many legs still comes to its end.
  /** @type {Gives["pace"]["turn"]} */
  const turn = (count) => Math.min(SLOWEST, 240000 / Math.max(count, 1));

  // Milliseconds that the player rests after a leg of which so many are left to read; shorter where there are so many legs
  // that each has less than the slowest turn, and where it has stood still so many already.
  /** @type {Gives["pace"]["resting"]} */
  const resting = (left, turned, waited = 0) => Math.max(REST - waited, left, SHORTEST) * (turned / SLOWEST);

  // Milliseconds that a journey of so many seconds takes in true time: a second for each hour, but for those that would be over
  // at once or take very long.
  /** @type {Gives["pace"]["lasting"]} */
  const lasting = (seconds) => clamp((seconds / 3600) * HOUR, WHOLE[0], WHOLE[1]);

  // Why the legs can't be played, as a key of the words, or "".
  /** @type {Gives["pace"]["fault"]} */
  const fault = (legs) => {
    if (!legs.length) return "play.no_leg";
    if (legs.some(({ points, at, km }) => !points.length || at.length !== points.length || km.length !== points.length)) return "play.no_fix";
    /** @type {(values: number[]) => boolean} */
    const backwards = (values) => values.some((value, i) => !Number.isFinite(value) || (i > 0 && value < values[i - 1]));
    return legs.some(({ at, km }) => backwards(at) || backwards(km)) ? "play.disorder" : "";
  };

  L.journey.pace = { division, story, truth, waiting, place, clamp, reading, turn, resting, lasting, fault };
})(window.L);
