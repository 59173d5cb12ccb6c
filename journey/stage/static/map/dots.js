/* The places along the route that are drawn as rings: ends of legs, and stops; and where else a leg ended, as others say. */
// needs: arithmetic/mercator map/speck
/** A ring's radius and the width of its line are in pixels; a speck is a disc.
 * @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {"outer" | "change" | "other" | "stop" | "speck"} Kind
 * @typedef {{kind: Kind, stop: Stop | null, at: Point, leg: number, radius: number, width: number, place: [number, number]}} Dot
 * @typedef {{all: Dot[], shown(view: Window): Dot[], along(view: Window, leg: number): Dot[],
 *   spots(view: Window, dot: Dot): [number, number][]}} Dots
 * @typedef {{dots: (data: Data) => Dots}} Gives */
(function (L) {
  "use strict";

  const { project, turns } = L.journey.mercator;
  /** @type {Record<Kind, [number, number]>} */
  const SIZES = { outer: [6.5, 2.8], change: [4.6, 2.2], other: [4.5, 1.6], stop: [3, 1.5], speck: [6.5, 0] };
  const SMALL = [2.4, 1.4]; // the same of a change among many legs that are short on the screen, so that their line is seen
  const MANY = 20; // legs, more than which are many
  const SHORT = 40; // pixels from end to end, on average, below which legs are short
  const NEAR = 7.5; // zoom from which stops are drawn of all legs, and not of the one alone that is told or chosen

  // All rings; those `shown` in a view of the whole route, and those along a leg, in the order of drawing; and where one is in a
  // view, in pixels, on each turn round the world.
  L.journey.dots = (data) => {
    const { legs, ends, elsewhere } = data;
    /** @type {(kind: Kind, stop: Stop | null, leg: number, at: Point) => Dot} */
    const dot = (kind, stop, leg, at) => ({ kind, stop, at, leg, radius: SIZES[kind][0], width: SIZES[kind][1], place: project(at[0], at[1]) });
    const all = [
      ...elsewhere.map((other) => dot("other", other, other.leg || 0, other.at)),
      ...ends.map((end) => dot(end.outer ? "outer" : "change", end, end.leg || 0, end.at)),
      ...legs.flatMap((leg, i) => leg.stops.map((stop) => dot("stop", stop, i, stop.at))),
    ];
    /** @type {Dot[][] | null} */
    let along = null; // of each leg, found once it is asked for, as are smaller ones
    const alongAll = () => {
      const index = new Map(legs.map(({ id }, i) => [id, i]));
      /** @type {Dot[][]} */
      const found = legs.map(() => []);
      all.forEach((one) => (one.stop?.legs ? one.stop.legs.map((id) => index.get(id) ?? one.leg) : [one.leg])
        .forEach((leg) => found[leg].push(one)));
      return found;
    };
    const span = legs.reduce((sum, { points }) => {
      const [a, b] = project(points[0][0], points[0][1]);
      const [c, d] = project(points[points.length - 1][0], points[points.length - 1][1]);
      return sum + Math.hypot(c - a, d - b);
    }, 0) / legs.length;
    /** @type {Dot[] | null} */
    let small = null;
    /** @type {(view: Window) => Dot[]} */
    const sized = ({ scale }) => (legs.length > MANY && span * scale < SHORT
      ? (small ||= all.map((one) => (one.kind === "change" ? { ...one, radius: SMALL[0], width: SMALL[1] } : one))) : all);
    const short = L.journey.speck(data);
    const speck = short && dot("speck", null, short.leg, short.at);
    // Over the ends of its leg, which lie that close to it, and are ends of the legs beside it as well.
    /** @type {(view: Window) => Dot[]} */
    const last = (view) => (short && speck && view.zoom < short.until ? [speck] : []);
    return {
      all,
      shown: (view) => [...(view.zoom < NEAR ? sized(view).filter(({ kind }) => kind !== "stop") : sized(view)), ...last(view)],
      along: (view, leg) => [...(along ||= alongAll())[leg], ...last(view)],
      spots: (view, { place: [x, y] }) => turns(view, x, x).map((turn) => [(x + turn) * view.scale - view.x, y * view.scale - view.y]),
    };
  };
})(window.L);
