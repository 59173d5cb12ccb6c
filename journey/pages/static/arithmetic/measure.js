/* What guesses are measured in. */
/** @typedef {{measure: {KM: Partial<Record<Unit, number>>, S: Partial<Record<Unit, number>>,
 *   teller: (locale: string, unit: Unit, digits?: number) => (value: number) => string, word: (locale: string, unit: Unit) => string}}} Gives */
(function (L) {
  "use strict";

  /** @type {Record<Unit, string>} */
  const UNITS = {
    s: "second", min: "minute", h: "hour", d: "day", w: "week", y: "year", m: "meter", km: "kilometer", mi: "mile",
    "km/h": "kilometer-per-hour", deg: "degree",
  };
  const SYMBOLS = ["m", "km", "mi", "km/h"]; // of which one reads the symbol; of the others one says the word

  // How a unit is told: of ways and speeds by the symbol.
  /** @type {(unit: Unit) => "short" | "long"} */
  const display = (unit) => (SYMBOLS.includes(unit) ? "short" : "long");

  L.journey.measure = {
    KM: { m: 0.001, km: 1, mi: 1.609344 }, // km in one of each
    S: { s: 1, min: 60, h: 3600, d: 86400, w: 604800, y: 31557600 }, // s in one of each
    // Tells a value with its unit, such as 32 hours or 43 km, in a language.
    teller: (locale, unit, digits = 1) => {
      const unitDisplay = display(unit);
      const format = new Intl.NumberFormat(locale, { style: "unit", unit: UNITS[unit], unitDisplay, maximumFractionDigits: digits });
      return (value) => format.format(value);
    },
    // The unit alone, as it stands beside a number.
    word: (locale, unit) => {
      const format = new Intl.NumberFormat(locale, { style: "unit", unit: UNITS[unit], unitDisplay: unit === "deg" ? "narrow" : display(unit) });
      return format.formatToParts(10).find(({ type }) => type === "unit")?.value || "";
    },
  };
})(window.L);
