/* Words the two ends of a stretch of time. Free of the DOM. */
/** The ends are in ms since 1970.
 * @typedef {{ends: (locale: string, style: Intl.DateTimeFormatOptions) => (from: number, to: number) => [string, string]}} Gives */
(function (L) {
  "use strict";

  // A year that both have is told once, and a month of days as well: with the first of them where it leads the date.
  L.journey.ends = (locale, style) => {
    const { day, month, year, timeZone } = style;
    const [whole, bare, lone] = [style, { day, month, timeZone }, { day, timeZone }].map((one) => new Intl.DateTimeFormat(locale, one));
    const least = day ? "day" : "month";
    return (from, to) => {
      const [a, b] = [from, to].map((at) => whole.formatToParts(at));
      /** @type {(kind: string) => boolean} */
      const alike = (kind) => a.find(({ type }) => type === kind)?.value === b.find(({ type }) => type === kind)?.value;
      const brief = (year && !month) || !alike("year") ? whole : day && alike("month") ? lone : bare;
      const [first, last] = a[0].type === least ? [brief, whole] : [whole, brief];
      return [first.format(from), last.format(to)];
    };
  };
})(window.L);
