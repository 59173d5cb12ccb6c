/* Arithmetic of a lesson: free of the DOM and of the map. */
// needs: arithmetic/arithmetic
(function (L) {
  "use strict";

  const UNITS = {
    s: "second", min: "minute", h: "hour", d: "day", m: "meter", km: "kilometer", mi: "mile",
    "km/h": "kilometer-per-hour", deg: "degree",
  };
  const KM = { m: 0.001, km: 1, mi: 1.609344 }; // km in one of each

  const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

  // The number that a text says, in a language whose thousands `group` divides, or NaN. A comma or
  // a point before other than three digits divides off decimals.
  const number = (text, group = ",") => {
    const said = text.replace(/[\s\u00a0\u202f_]/g, "");
    const mark = group === "." ? "\\." : group;
    if (/^[.,]$/.test(group) && new RegExp(`^-?\\d{1,3}(${mark}\\d{3})+([.,]\\d+)?$`).test(said)) {
      const [whole, rest] = [said.split(group).join(""), said.split(group).pop()];
      const other = rest.match(/[.,](\d+)$/);
      return Number(other ? whole.replace(/[.,](\d+)$/, ".$1") : whole);
    }
    return /^-?(\d+([.,]\d*)?|[.,]\d+)$/.test(said) ? Number(said.replace(",", ".")) : NaN;
  };

  // What divides the thousands of a number in a language.
  const groupOf = (locale) =>
    (new Intl.NumberFormat(locale).formatToParts(1234567).find(({ type }) => type === "group") || { value: "" }).value;

  // Tells a value with its unit, such as 32 hrs, in a language.
  const teller = (locale, unit) => {
    const format = new Intl.NumberFormat(locale, { style: "unit", unit: UNITS[unit], unitDisplay: "short", maximumFractionDigits: 1 });
    return (value) => format.format(value);
  };

  // Ranges [low, high] that divide a slider into at most `count` of equal size, each a whole number of steps.
  const bands = (low, high, step, count = 5) => {
    const steps = Math.max(1, Math.round((high - low) / step));
    const size = Math.ceil(steps / count) * step;
    const found = [];
    for (let at = low; at < high - 1e-9; at += size) found.push([at, Math.min(high, at + size)]);
    return found;
  };

  // The ends of a scale that holds the slider and all the values; null stands for none.
  const reach = (low, high, values) => {
    const known = values.filter((value) => value !== null);
    const most = Math.max(high, ...known);
    return [Math.min(low, ...known), most > high ? most * 1.05 : high];
  };

  // Where on a scale a value is, 0..1.
  const share = (value, [low, high]) => (high > low ? clamp((value - low) / (high - low), 0, 1) : 0);

  // Values at which a scale is marked, `count` parts at the most, in steps of 1, 2 or 5 times a power of ten.
  const ticks = ([low, high], count) => {
    const step = L.journey.arithmetic.roundStep(high - low, count);
    const first = Math.ceil(low / step - 1e-9);
    return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(9)));
  };

  // Minutes from the start of the lesson at which each step is planned to end.
  const plan = (steps) => {
    let sum = 0;
    return steps.map(({ minutes }) => { sum += minutes; return sum; });
  };

  // Seconds as minutes and seconds, such as 4:07.
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  // The place [lat, lon] at so many km from the start of the journey.
  const along = (legs, km) => {
    const leg = legs.find((one) => km <= one.km[one.km.length - 1]) || legs[legs.length - 1];
    const next = leg.km.findIndex((way) => way >= km);
    if (next <= 0) return leg.points[next < 0 ? leg.points.length - 1 : 0];
    const gap = leg.km[next] - leg.km[next - 1];
    const part = gap > 0 ? (km - leg.km[next - 1]) / gap : 0;
    return [0, 1].map((axis) => leg.points[next - 1][axis] + (leg.points[next][axis] - leg.points[next - 1][axis]) * part);
  };

  // How many km of the journey have passed at so many km of the drawn line, from the start of a leg; null beyond its end.
  const passed = (legs, index, km) => {
    let left = km;
    for (let i = index; i < legs.length; i += 1) {
      const [from, until] = [legs[i].km[0], legs[i].km[legs[i].km.length - 1]];
      if (left <= legs[i].drawn) return from + (legs[i].drawn > 0 ? left / legs[i].drawn : 0) * (until - from);
      left -= legs[i].drawn;
    }
    return null;
  };

  // How many km of the journey something has come that left at `seconds` and `km` of it, at an even speed in
  // km/h, and goes no farther than `end` km; `now` in seconds of the journey.
  const ghost = ({ seconds, km, kmh, end }, now) => Math.min(end, km + (Math.max(0, now - seconds) / 3600) * kmh);

  L.journey.figures = { UNITS, KM, number, groupOf, teller, bands, reach, share, ticks, plan, clock, along, passed, ghost };
})(window.L);
