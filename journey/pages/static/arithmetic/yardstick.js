/* What the journey is compared with, on the journey's own clock. */
/** @typedef {{yardstick: {
 *   start: (legs: readonly Pick<Leg, "km" | "span">[], index: number) => Start,
 *   way: (item: Pick<Yardstick, "name" | "kmh" | "km" | "seconds">, start: Start) => Way | null,
 *   reached: (way: Way, now: number) => number}}} Gives */
/** @typedef {{seconds: number, km: number, end: number}} Start */
(function (L) {
  "use strict";

  const HOUR = 3600; // seconds

  L.journey.yardstick = {
    // Where a comparison starts: with a leg, or with the journey where `index` is -1.
    start: (legs, index) => {
      const from = Math.max(0, index);
      const last = legs[index < 0 ? legs.length - 1 : index].km;
      return { seconds: legs.slice(0, from).reduce((sum, leg) => sum + leg.span, 0), km: legs[from].km[0], end: last[last.length - 1] };
    },
    // How a yardstick runs beside the journey, or null where its time is not known. One that goes another way has its
    // own length, and is no companion on the map.
    way: ({ name, kmh, km, seconds }, start) => {
      if (kmh) return { name, kmh, ...start, other: false };
      if (!km || !seconds) return null;
      return { name, kmh: (km / seconds) * HOUR, ...start, end: start.km + km, other: true };
    },
    // How many km of the journey it has come at so many seconds of it, no farther than its end.
    reached: ({ seconds, km, kmh, end }, now) => Math.min(end, km + (Math.max(0, now - seconds) / HOUR) * kmh),
  };
})(window.L);
