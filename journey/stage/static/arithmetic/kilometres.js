/* Lengths in words. Free of the DOM. */
/** @typedef {{kilometres: (locale: string, km: number, unitDisplay?: "short" | "long") => string}} Gives */
(function (L) {
  "use strict";

  // Two digits of a number that is only about right.
  /** @type {(value: number) => number} */
  const about = (value) => (value > 0 ? Number(value.toPrecision(2)) : 0);

  // About so many km, or metres where that is less than one; the unit in full where it is "long".
  L.journey.kilometres = (locale, km, unitDisplay = "short") => {
    const [unit, value] = km < 1 ? ["meter", km * 1000] : ["kilometer", km];
    return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay }).format(about(value));
  };
})(window.L);
