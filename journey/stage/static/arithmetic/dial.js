/* Tells a window of instants by the clock of a time zone, no finer than it is known. Free of the DOM. */
// needs: arithmetic/ends arithmetic/fill
/** `total` is the journey's time in s, `years` whether it is told in more than one year. A dial takes seconds since 1970,
 * without a zone since the midnight that began the first day; `rough` is how many of them it may be off.
 * @typedef {{total: number, years: boolean, words: Words}} Form
 * @typedef {(early: number | null, late: number | null, rough?: number) => string} Dial
 * @typedef {{dial: (locale: string, zone: string | null, form: Form) => Dial}} Gives */
(function (L) {
  "use strict";

  const { ends, fill } = L.journey;
  const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86400, 31557600]; // seconds
  const KEPT = 1000; // offsets

  // How far the zone's clocks are ahead of UTC at an instant, in seconds.
  /** @type {(zone: string) => (seconds: number) => number} */
  const offsets = (zone) => {
    /** @type {Intl.DateTimeFormatOptions} */
    const all = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
    const format = new Intl.DateTimeFormat("en-US", { ...all, hourCycle: "h23", timeZone: zone });
    /** @type {Map<number, number>} */
    const found = new Map(); // by the quarter of an hour; clocks change at no other times
    return (seconds) => {
      const quarter = Math.floor(seconds / (15 * MINUTE)) * 15 * MINUTE;
      const known = found.get(quarter);
      if (known !== undefined) return known;
      const read = Object.fromEntries(format.formatToParts(quarter * 1000).map(({ type, value }) => [type, Number(value)]));
      const ahead = Date.UTC(read.year, read.month - 1, read.day, read.hour, read.minute, read.second) / 1000 - quarter;
      if (found.size > KEPT) found.clear();
      found.set(quarter, ahead);
      return ahead;
    };
  };

  // An offset as it is written, such as UTC−3:30.
  /** @type {(ahead: number) => string} */
  const utc = (ahead) => {
    const minutes = Math.round(Math.abs(ahead) / MINUTE);
    const rest = minutes % 60 ? `:${String(minutes % 60).padStart(2, "0")}` : "";
    return `UTC${ahead < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${rest}`;
  };

  // Whether the clock shows that time twice, before it is put back and after.
  /** @type {(ahead: (seconds: number) => number, seconds: number) => boolean} */
  const twice = (ahead, seconds) => {
    const own = ahead(seconds);
    return [seconds - DAY, seconds + DAY].map(ahead).some((other) => other !== own && ahead(seconds + own - other) === other);
  };

  // How a day is named beside its hour: by its weekday where no other can be meant.
  /** @type {(form: Form) => Intl.DateTimeFormatOptions} */
  const dayOf = ({ total, years }) => {
    if (total < 6 * DAY && !years) return { weekday: "short" };
    return { day: "numeric", month: "short", ...(years || total >= 3 * YEAR ? { year: "numeric" } : {}) };
  };

  // The same, but what was told last is not put into words again: frame after frame asks for the same minute.
  /** @type {(tell: (from: number, to: number) => string) => (from: number, to: number) => string} */
  const kept = (tell) => {
    let [a, b, said] = [NaN, NaN, ""];
    return (from, to) => {
      if (from !== a || to !== b) [a, b, said] = [from, to, tell(from, to)];
      return said;
    };
  };

  // Tells one instant, one that is known roughly, and two; of a day without a date its number, but for the first.
  /** @type {(locale: string, zone: string | null, form: Form, ahead: (seconds: number) => number) =>
   *   {one: (seconds: number) => string, near: (seconds: number) => string, two: (from: number, to: number) => string}} */
  const hours = (locale, zone, form, ahead) => {
    const { words } = form;
    const day = zone ? dayOf(form) : {};
    /** @type {(day: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat} */
    const formatOf = (day) => new Intl.DateTimeFormat(locale, { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone || "UTC" });
    const [format, hour, far] = [day, {}, { day: "numeric", month: "short", ...day }].map((parts) =>
      formatOf(/** @type {Intl.DateTimeFormatOptions} */ (parts)));
    /** @type {(seconds: number, time: string) => string} */
    const dated = (seconds, time) => {
      if (zone) return twice(ahead, seconds) ? `${time} ${utc(ahead(seconds))}` : time;
      return seconds < DAY ? time : fill(words["leg.later_day"], { time, day: String(Math.floor(seconds / DAY) + 1) });
    };
    // Of a time that is known roughly the hour is "about", and not the day.
    /** @type {(seconds: number) => string} */
    const around = (seconds) => {
      const parts = format.formatToParts(seconds * 1000);
      const [first, values] = [parts.findIndex(({ type }) => type === "hour"), parts.map(({ value }) => value)];
      return values.slice(0, first).join("") + fill(words["value.about"], { value: values.slice(first).join("") });
    };
    /** @type {(seconds: number) => string} */
    const one = (seconds) => dated(seconds, format.format(seconds * 1000));
    /** @type {(seconds: number) => string} */
    const near = (seconds) => dated(seconds, around(seconds));
    /** @type {(from: number, to: number) => string} */
    const two = (from, to) => {
      const [first, last] = [from, to].map((at) => Math.floor((at + ahead(at)) / DAY));
      const alone = first === last && !(zone && (twice(ahead, from) || twice(ahead, to)));
      // A weekday that comes twice between the two tells too little.
      if (zone && last - first > 6) return fill(words["leg.between"], { early: far.format(from * 1000), late: far.format(to * 1000) });
      // A day that both have is told once: a date first, the number of a day last.
      const early = alone && !zone ? hour.format(from * 1000) : one(from);
      return fill(words["leg.between"], { early, late: alone && zone ? hour.format(to * 1000) : one(to) });
    };
    const [same, alike] = [kept(one), kept(near)];
    return { one: (seconds) => same(seconds, seconds), near: (seconds) => alike(seconds, seconds), two: kept(two) };
  };

  L.journey.dial = (locale, zone, form) => {
    const { total, words } = form;
    const ahead = zone ? offsets(zone) : () => 0;
    const { one, near, two } = hours(locale, zone, form, ahead);
    const style = { ...dayOf(form), timeZone: zone || "UTC" };
    const [date, both] = [new Intl.DateTimeFormat(locale, style), ends(locale, style)];
    const dates = Boolean(zone) && total >= 3 * YEAR; // then no hours are told
    /** @type {(round: (value: number) => number, seconds: number, step: number) => number} */
    const rounded = (round, seconds, step) => round((seconds + ahead(seconds)) / step) * step - ahead(seconds);
    /** @type {(seconds: number) => string} */
    const single = (seconds) => (dates ? date.format(seconds * 1000) : one(seconds));
    /** @type {(seconds: number, rough: number) => string} */
    const about = (seconds, rough) => {
      const step = rough < HOUR / 2 ? 5 * MINUTE : HOUR;
      if (!zone || !(dates || rough >= DAY / 2)) return near(rounded(Math.round, seconds, step));
      return fill(words["value.about"], { value: date.format(seconds * 1000) });
    };
    return (early, late, rough = 0) => {
      if (early === null) return late === null ? "" : fill(words["clock.until"], { late: single(rounded(Math.ceil, late, HOUR)) });
      if (late === null) return fill(words["leg.after"], { early: single(rounded(Math.floor, early, HOUR)) });
      const width = late - early;
      if (rough >= MINUTE && rough > width) return about(early + width / 2, rough);
      const weeks = zone && total >= 6 * DAY && width > 2 * DAY;
      if (dates || weeks) {
        const [said, other] = [early, late].map((at) => date.format(at * 1000));
        if (said === other) return said;
        const [first, last] = both(early * 1000, late * 1000);
        return fill(words[width < DAY ? "leg.either" : "leg.between"], { early: first, late: last });
      }
      // To the nearest minute, as the time gone is told beside it.
      if (width < MINUTE) return one(rounded(Math.round, early, MINUTE));
      const step = width > HOUR ? HOUR : MINUTE;
      return two(rounded(Math.floor, early, step), rounded(Math.ceil, late, step));
    };
  };
})(window.L);
