/* What the clocks say at a moment: elapsed time, local time on both sides, and the way done and to go. */
(function (L) {
  "use strict";

  const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86400, 31557600]; // seconds
  const UNITS = { year: YEAR, day: DAY, hour: HOUR, minute: MINUTE, second: 1 };

  // The two units in which a journey of so many seconds is told.
  const unitsFor = (total) => {
    if (total < 10 * MINUTE) return ["minute", "second"];
    if (total < 7 * DAY) return ["hour", "minute"];
    return total < 3 * YEAR ? ["day", "hour"] : ["year", "day"];
  };

  // Tells a length of time, in seconds, in a language; `total` is the longest that will be told.
  const teller = (locale, total) => {
    const units = unitsFor(total);
    const [large, small] = units.map((unit) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }));
    const [long, short] = units.map((unit) => UNITS[unit]);
    return (seconds) => {
      const passed = Math.round(seconds / short) * short;
      const full = Math.floor(passed / long + 1e-9);
      const rest = Math.round((passed - full * long) / short);
      return [full ? large.format(full) : "", rest || !full ? small.format(rest) : ""].filter(Boolean).join(" ");
    };
  };

  // Tells a window of instants, in seconds since 1970, in a time zone; no finer than it is known.
  const dial = (locale, zone, total) => {
    const time = { hour: "2-digit", minute: "2-digit", timeZone: zone };
    const day = total < 6 * DAY ? { weekday: "short" } : { day: "numeric", month: "short" };
    const format = new Intl.DateTimeFormat(locale, total < 3 * YEAR ? { ...day, ...time } : { dateStyle: "medium", timeZone: zone });
    return (early, late) => {
      const grain = late === null || late - early > HOUR ? HOUR : MINUTE;
      const from = new Date(Math.floor(early / grain) * grain * 1000);
      return late === null ? format.format(from) : format.formatRange(from, new Date(Math.ceil(late / grain) * grain * 1000));
    };
  };

  // Data as the wire gives it. Returns a function from a moment {leg, part, km, seconds} to words:
  // {time, way, left, local: [{name, said, here}], basis}; `local` is empty where no clock time is known.
  L.journey.clock = (data) => {
    const { words, legs } = data;
    const total = legs.reduce((sum, leg) => sum + leg.span, 0);
    const end = legs[legs.length - 1].km;
    const whole = end[end.length - 1];
    const digits = whole < 10 ? 1 : 0;
    const kilometres = new Intl.NumberFormat(data.locale, { style: "unit", unit: "kilometer", unitDisplay: "short", maximumFractionDigits: digits });
    const tell = teller(data.locale, total);
    const dials = Object.fromEntries(Object.keys(data.zones).map((zone) => [zone, dial(data.locale, zone, total)]));
    const ends = [legs[0].zones[0], legs[legs.length - 1].zones[1]];

    const here = ({ leg, part, km }) => {
      const { zones, stops } = legs[leg];
      const passed = stops.filter((stop) => stop.zone && stop.km <= km).map((stop) => stop.zone);
      return part >= 1 ? zones[1] : passed[passed.length - 1] || zones[0];
    };
    const local = (moment) => {
      const { clock } = legs[moment.leg];
      if (!clock) return [];
      const at = ([a, b]) => a + (b - a) * moment.part;
      const now = here(moment);
      return [...new Set([ends[0], now, ends[1]])].filter(Boolean).map((zone) => ({
        name: data.zones[zone], here: zone === now,
        said: clock.late
          ? dials[zone](at(clock.early), at(clock.late))
          : words["leg.after"].replace("{early}", dials[zone](at(clock.early), null)),
      }));
    };
    return (moment) => ({
      time: words["play.time"].replace("{time}", tell(moment.seconds)),
      way: words["play.way"].replace("{distance}", kilometres.format(moment.km)).replace("{total}", kilometres.format(whole)),
      left: words["play.left"].replace("{distance}", kilometres.format(Math.max(0, whole - moment.km))),
      local: local(moment),
      basis: legs[moment.leg].clock ? legs[moment.leg].clock.basis : "",
    });
  };
  L.journey.clock.teller = teller;
  L.journey.clock.dial = dial;
})(window.L);
