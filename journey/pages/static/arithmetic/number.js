/* Numbers as people write them. */
/** @typedef {{number: {read: (text: string, group?: string) => number, group: (locale: string) => string}}} Gives */
(function (L) {
  "use strict";

  L.journey.number = {
    // The number that a text says, in a language whose thousands `group` divides, or NaN. A comma or
    // a point before other than three digits divides off decimals.
    read: (text, group = ",") => {
      const said = text.replace(/[\s\u00a0\u202f_]/g, "");
      const mark = group === "." ? "\\." : group;
      if (/^[.,]$/.test(group) && new RegExp(`^-?\\d{1,3}(${mark}\\d{3})+([.,]\\d+)?$`).test(said)) {
        return Number(said.replaceAll(group, "").replace(",", "."));
      }
      return /^-?(\d+([.,]\d*)?|[.,]\d+)$/.test(said) ? Number(said.replace(",", ".")) : NaN;
    },
    // What divides the thousands of a number in a language, "" where nothing does.
    group: (locale) =>
      new Intl.NumberFormat(locale).formatToParts(1234567).find(({ type }) => type === "group")?.value || "",
  };
})(window.L);
