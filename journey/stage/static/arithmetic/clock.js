/* What the clocks say at a moment: elapsed time, local time on both sides, and the way done and to go. */
// needs: arithmetic/fill arithmetic/length
/** What is told of a moment; `local` is empty where no clock time is known.
 * @typedef {{name: string, said: string, here: boolean}} Local
 * @typedef {{time: string, way: string, left: string, local: Local[], basis: string}} Said
 * @typedef {Moment & {km: number, seconds: number}} Now
 * @typedef {(early: number, late: number | null) => string} Dial
 * @typedef {Map<string, Dial>} Dials by time zone
 * @typedef {{dial(locale: string, zone: string, total: number): Dial}} Tellers
 * @typedef {{clock: ((data: Data) => (now: Now) => Said) & Tellers}} Gives */
(function (L) {
  "use strict";

  const { fill, length } = L.journey;
  const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86400, 31557600]; // seconds

  // Tells a window of instants, in seconds since 1970, in a time zone; no finer than it is known.
  /** @type {Tellers["dial"]} */
  const dial = (locale, zone, total) => {
    const dates = total >= 3 * YEAR;
    /** @type {Intl.DateTimeFormatOptions} */
    const day = total < 6 * DAY ? { weekday: "short" } : { day: "numeric", month: "short" };
    const format = new Intl.DateTimeFormat(locale, dates ? { dateStyle: "medium", timeZone: zone } : { ...day, hour: "2-digit", minute: "2-digit", timeZone: zone });
    return (early, late) => {
      const grain = late === null || late - early > HOUR ? HOUR : MINUTE;
      const from = new Date(Math.floor(early / grain) * grain * 1000);
      if (late === null || late - early < MINUTE) return format.format(from);
      return format.formatRange(from, new Date((dates ? late : Math.ceil(late / grain) * grain) * 1000));
    };
  };

  // A dial for each zone that this browser knows.
  /** @type {(data: Data, total: number) => Dials} */
  const dialsOf = (data, total) => {
    /** @type {Dials} */
    const dials = new Map();
    Object.keys(data.zones).forEach((zone) => {
      try {
        dials.set(zone, dial(data.locale, zone, total));
      } catch { /* A zone that this browser does not know has no clock. */ }
    });
    return dials;
  };

  // The zone in which the traveller is.
  /** @type {(leg: Leg, now: Now) => string} */
  const here = ({ zones, stops, km: way }, { part, km }) => {
    const passed = stops.filter((stop) => stop.zone && (stop.km || 0) <= km).map((stop) => stop.zone);
    return part >= 1 || (km > way[0] && km >= way[way.length - 1]) ? zones[1] : passed[passed.length - 1] || zones[0];
  };

  // The clocks at the ends of the journey and where the traveller is.
  /** @type {(data: Data, dials: Dials) => (now: Now) => Local[]} */
  const clocks = ({ legs, zones, words }, dials) => (now) => {
    const { clock } = legs[now.leg];
    if (!clock) return [];
    const { early, late } = clock;
    /** @type {(window: [number, number]) => number} */
    const at = ([a, b]) => a + (b - a) * now.part;
    const own = here(legs[now.leg], now);
    return [...new Set([legs[0].zones[0], own, legs[legs.length - 1].zones[1]])].flatMap((zone) => {
      const tell = dials.get(zone);
      if (!tell) return [];
      const said = late ? tell(at(early), at(late)) : fill(words["leg.after"], { early: tell(at(early), null) });
      return [{ name: zones[zone], here: zone === own, said }];
    });
  };

  // Data as the wire gives it. Returns a function from a moment to what is told of it.
  L.journey.clock = Object.assign((/** @type {Data} */ data) => {
    const { words, legs } = data;
    const total = legs.reduce((sum, leg) => sum + leg.span, 0);
    const end = legs[legs.length - 1].km;
    const whole = end[end.length - 1];
    const way = length.way(data.locale, whole);
    const tell = length.teller(data.locale, total, true);
    const local = clocks(data, dialsOf(data, total));
    return (/** @type {Now} */ now) => ({
      time: total ? fill(words["play.time"], { time: tell(now.seconds, legs[now.leg].finest) }) : words["leg.unknown_duration"],
      way: fill(words["play.way"], { distance: way(now.km), total: way(whole) }),
      left: fill(words["play.left"], { distance: way(Math.max(0, whole - now.km)) }),
      local: local(now),
      basis: legs[now.leg].clock?.basis || "",
    });
  }, { dial });
})(window.L);
