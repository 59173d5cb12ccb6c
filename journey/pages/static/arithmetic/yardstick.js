/* What the journey is compared with, on the journey's own clock: how far each one who runs has come. */
/** @typedef {{yardstick: {
 *   start: (legs: readonly Timed[], index: number) => Start,
 *   way: (item: Pick<Yardstick, "name" | "kmh" | "km" | "seconds">, start: Start) => Way | null,
 *   racers: (items: readonly Yardstick[], start: Start) => Racer[],
 *   gone: (racer: Pick<Racer, "kmh" | "far">, seconds: number) => number,
 *   along: (start: Start, gone: number) => number,
 *   travelled: (start: Start, km: number) => number,
 *   held: (hushed: readonly number[], leg: number) => boolean}}} Gives */
/** Where a race starts on the journey's clock and on its way, and where that ends, in s and km as the journey counts them;
 * `far` is how many km are run, and `timed` says whether there is a clock to run by.
 * @typedef {{seconds: number, km: number, end: number, far: number, timed: boolean}} Start
 * @typedef {Pick<Leg, "km" | "span" | "drawn">} Timed */
(function (L) {
  "use strict";

  const HOUR = 3600; // seconds
  const ALIKE = 10; // times longer or shorter than the way of the race, beyond which a way of one's own tells nothing beside another

  /** @type {(legs: readonly Timed[]) => number} */
  const drawn = (legs) => legs.reduce((sum, leg) => sum + leg.drawn, 0);

  /** @type {Gives["yardstick"]["way"]} */
  const way = ({ name, kmh, km, seconds }, start) => {
    const from = { seconds: start.seconds, km: start.km };
    if (kmh) return { name, kmh, ...from, end: start.end, other: false };
    if (!km || !seconds) return null;
    return { name, kmh: (km / seconds) * HOUR, ...from, end: start.km + km, other: true };
  };

  L.journey.yardstick = {
    // A race over a leg, or over the whole journey where `index` is -1. Nobody covers a line in fewer km than it is long, so
    // where it is drawn longer than what is told of it at the least, its own km are run.
    start: (legs, index) => {
      const run = index < 0 ? legs : [legs[index]];
      const [from, last] = [run[0].km[0], run[run.length - 1].km];
      const end = last[last.length - 1];
      return {
        seconds: legs.slice(0, Math.max(0, index)).reduce((sum, leg) => sum + leg.span, 0),
        km: from, end, far: Math.max(end - from, drawn(run)), timed: run.every(({ span }) => span > 0),
      };
    },
    // A yardstick's line beside that of the journey, or null where its time is not known. One that goes another way has its
    // own length.
    way,
    // Those who can run: each at an even speed over the way of the race, or over one of its own that is long enough to be seen beside it.
    racers: (items, start) => (start.timed ? items.flatMap((item) => {
      const run = way(item, start);
      const far = run?.other ? run.end - run.km : start.far;
      const seen = run && far * ALIKE >= start.far && far <= start.far * ALIKE;
      return seen ? [{ name: item.name, kmh: run.kmh, far, other: Boolean(run.other) }] : [];
    }) : []),
    // How many km one of them has run so many seconds after the start, no farther than its end.
    gone: ({ kmh, far }, seconds) => Math.min(far, (Math.max(0, seconds) / HOUR) * kmh),
    // Where on the journey one is, in its km, who has run so many km of the race; and how many the travellers have, who are there.
    along: ({ km, end, far }, gone) => (far > 0 ? km + (gone / far) * (end - km) : km),
    travelled: ({ km, end, far }, now) => (end > km ? (Math.max(0, Math.min(end, now) - km) / (end - km)) * far : 0),
    // Whether a race over a leg, or over the whole where that is -1, would tell a time that is a secret, by the legs' indices.
    held: (hushed, leg) => (leg < 0 ? hushed.length > 0 : hushed.includes(leg)),
  };
})(window.L);
