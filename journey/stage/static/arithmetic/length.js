/* How lengths of time and of ways are said, in the units of the place where they stand. */
/** Tells seconds; `finest` is the finest step, in s, in which they are known, 0 where they are exact.
 * @typedef {(seconds: number, finest?: number) => string} Teller
 * @typedef {{length: {
 *   teller: (locale: string, total: number) => Teller,
 *   way: (locale: string, total: number, digits?: number) => (km: number) => string}}} Gives */
(function (L) {
  "use strict";

  const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86400, 31557600]; // seconds
  /** @type {Record<string, number>} */
  const UNITS = { year: YEAR, day: DAY, hour: HOUR, minute: MINUTE, second: 1 };

  // How times are counted where the longest is of so many seconds or more; the words of the page count alike. Of a unit that
  // stands alone there may be decimals.
  /** @type {{least: number, large: string, small?: string, decimals?: number}[]} */
  const PLACES = [
    { least: 100 * YEAR, large: "year" },
    { least: 3 * YEAR, large: "year", decimals: 1 },
    { least: 100 * DAY, large: "day" },
    { least: 3 * DAY, large: "day", small: "hour" },
    { least: 10 * MINUTE, large: "hour", small: "minute" },
    { least: 0, large: "minute", small: "second" },
  ];

  /** @typedef {{number: number, unit: string}} Count so many of a unit */

  /** @type {(total: number) => typeof PLACES[number]} */
  const placeOf = (total) => PLACES.find(({ least }) => total >= least) || PLACES[PLACES.length - 1];

  // Counts of at most two units; where there is nothing, of the smaller.
  /** @type {(seconds: number, place: typeof PLACES[number]) => Count[]} */
  const counted = (seconds, { large, small, decimals = 0 }) => {
    const size = UNITS[large];
    if (!small) return [{ number: Number((Math.round((seconds / size) * 10 ** decimals + 1e-9) / 10 ** decimals).toFixed(decimals)), unit: large }];
    const whole = Math.floor(seconds / size + 1e-9);
    const over = Math.round((seconds - whole * size) / UNITS[small] + 1e-9);
    const [full, rest] = over * UNITS[small] >= size ? [whole + 1, 0] : [whole, over];
    const found = [{ number: full, unit: large }, { number: rest, unit: small }].filter(({ number }) => number);
    return found.length ? found : [{ number: 0, unit: small }];
  };

  // The same where times are known in steps of `finest` s; where these would be a good part of all of it, in smaller ones.
  /** @type {(seconds: number, total: number, finest: number) => Count[]} */
  const coarse = (seconds, total, finest) => {
    const step = [DAY, HOUR, 5 * MINUTE, MINUTE].find((size) => size <= finest && total >= 5 * size);
    if (!step) return counted(seconds, placeOf(total));
    return counted(Math.round(seconds / step + 1e-9) * step, placeOf(step === DAY ? Math.max(total, 3 * DAY) : total));
  };

  L.journey.length = {
    // Tells a length of time, in seconds, in a language; `total` is the longest that will be told.
    teller: (locale, total) => {
      const list = new Intl.ListFormat(locale, { type: "unit", style: "narrow" });
      /** @type {Map<string, Intl.NumberFormat>} */
      const formats = new Map();
      /** @type {(unit: string) => Intl.NumberFormat} */
      const format = (unit) => {
        const made = formats.get(unit) || new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
        formats.set(unit, made);
        return made;
      };
      return (seconds, finest = 0) => list.format(coarse(seconds, total, finest).map(({ number, unit }) => format(unit).format(number)));
    },
    // Tells a way, in km, in a language; `total` is the longest that will be told. Of m there are no decimals.
    way: (locale, total, digits = total < 100 ? 1 : 0) => {
      const [unit, size, maximumFractionDigits] = total < 1 ? ["meter", 1000, 0] : ["kilometer", 1, digits];
      const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits });
      return (km) => format.format(km * size);
    },
  };
})(window.L);
