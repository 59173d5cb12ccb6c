/* Lengths in words. Free of the DOM. */
/** @typedef {{kilometres: (locale: string, km: number) => string}} Gives */
(function (L) {
  "use strict";

  // Two digits of a number that is only about right.
  /** @type {(value: number) => number} */
  const about = (value) => (value > 0 ? Number(value.toPrecision(2)) : 0);

  // About so many km, or metres where that is less than one.
  L.journey.kilometres = (locale, km) => {
    const [unit, value] = km < 1 ? ["meter", km * 1000] : ["kilometer", km];
    return new Intl.NumberFormat(locale, { style: "unit", unit }).format(about(value));
  };
})(window.L);
