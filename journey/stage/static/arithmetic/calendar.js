/* Tells from which to which day, month or year something may have been. Free of the DOM. */
// needs: arithmetic/fill
/** Days are seconds from 1970 to their midnight, as if they had begun in Greenwich; null where nothing bounds it.
 * @typedef {(days: [number | null, number | null], grain: Grain) => string} Calendar
 * @typedef {{calendar: (locale: string, words: Words) => Calendar}} Gives */
(function (L) {
  "use strict";

  const { fill } = L.journey;
  const DAY = 86400; // seconds
  /** @type {Partial<Record<Grain | "lone", Intl.DateTimeFormatOptions>>} */
  const STYLES = { month: { month: "long" }, year: { year: "numeric" }, lone: { day: "numeric" } };
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
    /** @type {Map<string, Intl.DateTimeFormat>} */
    const made = new Map();
    /** @type {(grain: Grain | "lone", years?: boolean) => Intl.DateTimeFormat} */
    const format = (grain, years = true) => {
      const key = `${grain}${years}`;
      const year = years ? { year: /** @type {const} */ ("numeric") } : {};
      const found = made.get(key) || new Intl.DateTimeFormat(locale, { ...(STYLES[grain] || DATE), ...year, timeZone: "UTC" });
      made.set(key, found);
      return found;
    };
    return ([early, late], grain) => {
      // A day that has begun may be the earliest; the latest may be one that is just to begin.
      const from = early === null ? null : Math.floor(early / DAY) * DAY * 1000;
      const to = late === null ? null : Math.ceil(late / DAY) * DAY * 1000;
      if (from === null) return to === null ? "" : fill(words["clock.until"], { late: format(grain).format(to) });
      if (to === null) return fill(words["leg.after"], { early: format(grain).format(from) });
      const steps = apart(from, to, grain);
      if (!steps) return format(grain).format(to);
      // It is not said as if it had lasted from the one to the other. A year that both have is told once, and a month
      // as well: with the first of them where the year leads the date.
      const near = grain === "day" && !apart(from, to, "month");
      const [whole, brief] = [format(grain), near ? format("lone", false) : format(grain, apart(from, to, "year") !== 0)];
      const leads = whole.formatToParts(to)[0].type === "year";
      const [first, last] = leads ? [whole.format(from), brief.format(to)] : [brief.format(from), whole.format(to)];
      return fill(words[steps === 1 ? "leg.either" : "leg.between"], { early: first, late: last });
    };
  };
})(window.L);
