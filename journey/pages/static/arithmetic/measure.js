/* What guesses are measured in. */
/** @typedef {{measure: {KM: Partial<Record<Unit, number>>, teller: (locale: string, unit: Unit) => (value: number) => string}}} Gives */
(function (L) {
  "use strict";

  /** @type {Record<Unit, string>} */
  const UNITS = {
    s: "second", min: "minute", h: "hour", d: "day", w: "week", y: "year", m: "meter", km: "kilometer", mi: "mile",
    "km/h": "kilometer-per-hour", deg: "degree",
  };

  L.journey.measure = {
    KM: { m: 0.001, km: 1, mi: 1.609344 }, // km in one of each
    // Tells a value with its unit, such as 32 hrs, in a language.
    teller: (locale, unit) => {
      const format = new Intl.NumberFormat(locale, { style: "unit", unit: UNITS[unit], unitDisplay: "short", maximumFractionDigits: 1 });
      return (value) => format.format(value);
    },
  };
})(window.L);
