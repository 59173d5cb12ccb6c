/* Tells from which to which day, month or year something may have been. Free of the DOM. */
// needs: arithmetic/fill
/** Days are seconds from 1970 to their midnight, as if they had begun in Greenwich; null where nothing bounds it.
 * @typedef {(days: [number | null, number | null], grain: Grain) => string} Calendar
 * @typedef {{calendar: (locale: string, words: Words) => Calendar}} Gives */
(function (L) {
  "use strict";

  const { fill } = L.journey;
  const DAY = 86400; // seconds
  /** @type {Partial<Record<Grain, Intl.DateTimeFormatOptions>>} */
  const STYLES = { month: { month: "long", year: "numeric" }, year: { year: "numeric" } };
  /** @type {Intl.DateTimeFormatOptions} */
  const FULL = { day: "numeric", month: "short", year: "numeric" };

  L.journey.calendar = (locale, words) => {
    /** @type {Map<Grain, Intl.DateTimeFormat>} */
    const made = new Map();
    /** @type {(grain: Grain) => Intl.DateTimeFormat} */
    const format = (grain) => {
      const found = made.get(grain) || new Intl.DateTimeFormat(locale, { ...(STYLES[grain] || FULL), timeZone: "UTC" });
      made.set(grain, found);
      return found;
    };
    return ([early, late], grain) => {
      // A day that has begun may be the earliest; the latest may be one that is just to begin.
      const from = early === null ? null : Math.floor(early / DAY) * DAY * 1000;
      const to = late === null ? null : Math.ceil(late / DAY) * DAY * 1000;
      if (from === null) return to === null ? "" : fill(words["clock.until"], { late: format(grain).format(to) });
      if (to === null) return fill(words["leg.after"], { early: format(grain).format(from) });
      return format(grain).formatRange(from, to);
    };
  };
})(window.L);
