/* What the clocks say at a moment: elapsed time, local time on both sides, and the way done and to go. */
// needs: arithmetic/between arithmetic/calendar arithmetic/dial arithmetic/fill arithmetic/length
/** What is told of a moment; `local` is empty where neither clock time nor date is known, and has no name but a date where
 * only that is. `how` is the key of the words for what the clocks are.
 * @typedef {{name: string, said: string, here: boolean}} Local
 * @typedef {{local: Local[], basis: string, how: string}} Telling
 * @typedef {Telling & {time: string, way: string, left: string}} Said
 * @typedef {Moment & {km: number, seconds: number}} Now
 * @typedef {import("./dial.js").Form} Form
 * @typedef {Map<string, import("./dial.js").Dial>} Dials by time zone
 * @typedef {{clock: (data: Data) => (now: Now) => Said}} Gives */
(function (L) {
  "use strict";

  const { between, calendar, dial, fill, length } = L.journey;

  const WEEK = 6 * 86400; // seconds up to which no weekday comes twice

  const START = { finest: [0, 0], sure: true, even: false, least: "" }; // before the first leg

  // Whether they wait at that part of the leg.
  /** @type {(leg: Leg, part: number) => boolean} */
  const standing = ({ waits }, part) => waits.some(({ from, to }) => part >= from && part <= to);

  // Whether the journey is told in more than one year.
  /** @type {(legs: Leg[]) => boolean} */
  const yearsOf = (legs) => {
    const days = legs.flatMap(({ clock }) => clock.flatMap((event) => event.days)).filter((day) => day !== null);
    const years = days.map((day) => new Date(day * 1000).getUTCFullYear());
    return Math.min(...years) < Math.max(...years);
  };

  // A dial for each zone that this browser knows.
  /** @type {(data: Data, form: Form) => Dials} */
  const dialsOf = (data, form) => {
    /** @type {Dials} */
    const dials = new Map();
    Object.keys(data.zones).forEach((zone) => {
      try {
        dials.set(zone, dial(data.locale, zone, form));
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

  // The clocks at the ends of the journey and where the traveller is; where no hour is known, only the date.
  /** @type {(data: Data, form: Form) => (now: Now) => Telling} */
  const clocks = (data, form) => {
    const { legs, zones, words, locale } = data;
    const dials = dialsOf(data, form);
    const [tellDate, tellHour] = [calendar(locale, words), dial(locale, null, form)];
    return (now) => {
      const leg = legs[now.leg];
      const time = between(leg.clock, now.part, leg.even && !standing(leg, now.part));
      if (!time) return { local: [], basis: "", how: "" };
      const { early, late, days, grain, rough, basis } = time;
      if (grain !== "minute") {
        const said = grain === "clock" ? tellHour(early, late, rough) : tellDate(days, grain);
        return { local: said ? [{ name: "", said, here: true }] : [], basis, how: grain === "clock" ? "clock.alone" : "clock.date" };
      }
      const own = here(legs[now.leg], now);
      const local = [...new Set([legs[0].zones[0], own, legs[legs.length - 1].zones[1]])].flatMap((zone) => {
        const tell = dials.get(zone);
        return tell ? [{ name: zones[zone], here: zone === own, said: tell(early, late, rough) }] : [];
      });
      return { local, basis, how: "clock.how" };
    };
  };

  // Data as the wire gives it. Returns a function from a moment to what is told of it.
  L.journey.clock = (data) => {
    const { words, legs } = data;
    const total = legs.reduce((sum, leg) => sum + leg.span, 0);
    const { km: whole, said: all, parts } = data.way; // in which parts of a km the way is told
    const way = length.way(data.locale, whole);
    const tell = length.teller(data.locale, total);
    // The time since the start, of which nothing is told before there is something to tell.
    // It is about so where it is at its end, or where an even speed is assumed. At an end that nothing bounds it is in the words of
    // the total.
    /** @type {(now: Now) => string} */
    const gone = ({ leg, part, seconds }) => {
      const [index, end] = part > 0 ? [leg, part >= 1] : [leg - 1, true];
      const { finest, sure, even, least } = legs[index] || START;
      if (end && least) return fill(words["play.after"], { time: least });
      const still = end || standing(legs[leg], part);
      const time = tell(seconds, finest[Number(still)]);
      if (time === tell(0)) return words["play.start"];
      return fill(words[sure && (still || !even) ? "play.after" : "play.time"], { time });
    };
    const local = clocks(data, { total, years: (data.several ?? yearsOf(legs)) || (data.years && total >= WEEK), words });
    return (now) => {
      const done = Math.round(Math.min(now.km, whole) * parts) / parts;
      return {
        time: total ? gone(now) : words["leg.unknown_duration"],
        way: fill(words["play.way"], { distance: way(done), total: all }),
        left: fill(words["play.left"], { distance: way(whole - done) }),
        ...local(now),
      };
    };
  };
})(window.L);
