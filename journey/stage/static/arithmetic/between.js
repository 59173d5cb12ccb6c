/* When it is at a part of a leg, by what is known of the events around it. Free of the DOM. */
/** Bounds are null where nothing bounds it.
 * @typedef {Omit<ClockEvent, "at">} Time
 * @typedef {{between: (events: ClockEvent[], part: number, even?: boolean) => Time | null}} Gives */
(function (L) {
  "use strict";

  /** @type {Grain[]} */
  const GRAINS = ["clock", "minute", "day", "month", "year"]; // from fine to coarse
  const BASES = ["reported", "derived", "assumed"]; // from strong to weak
  const LOOSE = 0.2; // of the time to the nearer event: by how much an even speed may be off
  const NEAR = 1e-6; // the parts are told to six digits

  /** @type {<T>(scale: T[], ...values: T[]) => T} */
  const last = (scale, ...values) => scale[Math.max(...values.map((value) => scale.indexOf(value)))];

  // What lies between two bounds; `alone` is the one that holds where the other is not known.
  /** @type {(a: number | null, b: number | null, share: number, alone: number | null) => number | null} */
  const mix = (a, b, share, alone) => (a === null || b === null ? alone : a + (b - a) * share);

  // Between two events: never reported, and no finer than the coarser of them. What was not before the one is not
  // before it either, and what was not after the other.
  /** @type {(a: ClockEvent, b: ClockEvent, share: number) => Time} */
  const mixed = (a, b, share) => ({
    early: mix(a.early, b.early, share, a.early),
    late: mix(a.late, b.late, share, b.late),
    days: [mix(a.days[0], b.days[0], share, a.days[0]), mix(a.days[1], b.days[1], share, b.days[1])],
    grain: last(GRAINS, a.grain, b.grain),
    rough: mix(a.rough, b.rough, share, 0) || 0,
    basis: last(BASES, a.basis, b.basis, "derived"),
  });

  // The same where an even speed between them is assumed: the farther from both, the rougher.
  /** @type {(time: Time, a: ClockEvent, b: ClockEvent, share: number) => Time} */
  const loosened = (time, a, b, share) => {
    if (a.early === null || b.early === null) return time;
    return { ...time, rough: Math.max(time.rough, LOOSE * Math.min(share, 1 - share) * (b.early - a.early)) };
  };

  // An event as far as it bounds what comes after it, or before it.
  /** @type {(event: ClockEvent) => ClockEvent} */
  const begun = (event) => ({ ...event, late: null, days: [event.days[0], null] });
  /** @type {(event: ClockEvent) => ClockEvent} */
  const ended = (event) => ({ ...event, early: null, days: [null, event.days[1]] });

  // The events of a leg are in the order of their parts. Of two at one part the later counts.
  L.journey.between = (events, part, even = false) => {
    const next = events.find(({ at }) => at > part + NEAR);
    const before = events.slice(0, next ? events.indexOf(next) : undefined).pop();
    if (before && before.at >= part - NEAR) return before;
    if (before && next) {
      const share = (part - before.at) / (next.at - before.at);
      const time = mixed(before, next, share);
      return even ? loosened(time, before, next, share) : time;
    }
    if (before) return mixed(begun(before), begun(before), 0);
    return next ? mixed(ended(next), ended(next), 0) : null;
  };
})(window.L);
