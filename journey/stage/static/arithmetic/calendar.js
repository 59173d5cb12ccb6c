/* Tells from which to which day, month or year something may have been. Free of the DOM. */
// needs: arithmetic/ends arithmetic/fill
/** Days are seconds from 1970 to their midnight, as if they had begun in Greenwich; null where nothing bounds it.
 * @typedef {(days: [number | null, number | null], grain: Grain) => string} Calendar
 * @typedef {{calendar: (locale: string, words: Words) => Calendar}} Gives */
(function (L) {
  "use strict";

  const { ends, fill } = L.journey;
  const DAY = 86400; // seconds
  /** @type {Partial<Record<Grain, Intl.DateTimeFormatOptions>>} */
  const STYLES = { month: { month: "long" }, year: {} };
  /** @type {Intl.DateTimeFormatOptions} */
  const DATE = { day: "numeric", month: "short" };

  // How many days, months or years lie between two, in ms since 1970.
  /** @type {(from: number, to: number, grain: Grain) => number} */
  const apart = (from, to, grain) => {
    const [a, b] = [new Date(from), new Date(to)];
    const years = b.getUTCFullYear() - a.getUTCFullYear();
    if (grain === "year") return years;
    return grain === "month" ? years * 12 + b.getUTCMonth() - a.getUTCMonth() : (to - from) / DAY / 1000;
  };

  L.journey.calendar = (locale, words) => {
    /** @type {(grain: Grain) => {one: Intl.DateTimeFormat, both: ReturnType<typeof ends>}} */
    const make = (grain) => {
      /** @type {Intl.DateTimeFormatOptions} */
      const style = { ...(STYLES[grain] || DATE), year: "numeric", timeZone: "UTC" };
      return { one: new Intl.DateTimeFormat(locale, style), both: ends(locale, style) };
    };
    /** @type {Partial<Record<Grain, ReturnType<typeof make>>>} */
    const made = {};
    return ([early, late], grain) => {
      // A day that has begun may be the earliest; the latest may be one that is just to begin.
      const from = early === null ? null : Math.floor(early / DAY) * DAY * 1000;
      const to = late === null ? null : Math.ceil(late / DAY) * DAY * 1000;
      const { one, both } = (made[grain] ??= make(grain));
      if (from === null) return to === null ? "" : fill(words["clock.until"], { late: one.format(to) });
      if (to === null) return fill(words["leg.after"], { early: one.format(from) });
      const steps = apart(from, to, grain);
      if (!steps) return one.format(to);
      // It is not said as if it had lasted from the one to the other.
      const [first, last] = both(from, to);
      return fill(words[steps === 1 ? "leg.either" : "leg.between"], { early: first, late: last });
    };
  };
})(window.L);
