/* What the clocks say at a moment: elapsed time, local time on both sides, and the way done and to go. */
// needs: arithmetic/fill
(function (L) {
  "use strict";

  const { fill } = L.journey;
  const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86400, 31557600]; // seconds
  const UNITS = { year: YEAR, day: DAY, hour: HOUR, minute: MINUTE, second: 1 };

  // The two units in which a journey of so many seconds is told; the words of the page tell lengths so too.
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
    const list = new Intl.ListFormat(locale, { type: "unit", style: "short" });
    return (seconds) => {
      const whole = Math.floor(seconds / long + 1e-9);
      const over = Math.round((seconds - whole * long) / short);
      const [full, rest] = over * short >= long ? [whole + 1, 0] : [whole, over];
      return list.format([full ? large.format(full) : "", rest || !full ? small.format(rest) : ""].filter(Boolean));
    };
  };

  // Tells a window of instants, in seconds since 1970, in a time zone; no finer than it is known.
  const dial = (locale, zone, total) => {
    const time = { hour: "2-digit", minute: "2-digit", timeZone: zone };
    const day = total < 6 * DAY ? { weekday: "short" } : { day: "numeric", month: "short" };
    const dates = total >= 3 * YEAR;
    const format = new Intl.DateTimeFormat(locale, dates ? { dateStyle: "medium", timeZone: zone } : { ...day, ...time });
    return (early, late) => {
      const grain = late === null || late - early > HOUR ? HOUR : MINUTE;
      const from = new Date(Math.floor(early / grain) * grain * 1000);
      if (late === null || late - early < MINUTE) return format.format(from);
      return format.formatRange(from, new Date((dates ? late : Math.ceil(late / grain) * grain) * 1000));
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
    const dials = {};
    Object.keys(data.zones).forEach((zone) => {
      try {
        dials[zone] = dial(data.locale, zone, total);
      } catch (error) { /* A zone that this browser does not know has no clock. */ }
    });
    const ends = [legs[0].zones[0], legs[legs.length - 1].zones[1]];

    const here = ({ leg, part, km }) => {
      const { zones, stops, km: way } = legs[leg];
      const passed = stops.filter((stop) => stop.zone && stop.km <= km).map((stop) => stop.zone);
      return part >= 1 || (km > way[0] && km >= way[way.length - 1]) ? zones[1] : passed[passed.length - 1] || zones[0];
    };
    const local = (moment) => {
      const { clock } = legs[moment.leg];
      if (!clock) return [];
      const at = ([a, b]) => a + (b - a) * moment.part;
      const now = here(moment);
      return [...new Set([ends[0], now, ends[1]])].filter((zone) => zone in dials).map((zone) => ({
        name: data.zones[zone], here: zone === now,
        said: clock.late
          ? dials[zone](at(clock.early), at(clock.late))
          : fill(words["leg.after"], { early: dials[zone](at(clock.early), null) }),
      }));
    };
    return (moment) => ({
      time: total ? fill(words["play.time"], { time: tell(moment.seconds) }) : words["leg.unknown_duration"],
      way: fill(words["play.way"], { distance: kilometres.format(moment.km), total: kilometres.format(whole) }),
      left: fill(words["play.left"], { distance: kilometres.format(Math.max(0, whole - moment.km)) }),
      local: local(moment),
      basis: legs[moment.leg].clock ? legs[moment.leg].clock.basis : "",
    });
  };
  L.journey.clock.teller = teller;
  L.journey.clock.dial = dial;
})(window.L);
