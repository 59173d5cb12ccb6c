/* The places along the route that are drawn as dots: ends of legs, and stops; and where else a leg ended, as others say. */
// needs: arithmetic/mercator
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {{stop: Stop, leg: number, radius: number, place: [number, number]}} Dot
 * @typedef {{all: Dot[], along: Dot[][], spots(view: Window, dot: Dot): [number, number][]}} Dots
 * @typedef {{dots: (data: Data) => Dots}} Gives */
(function (L) {
  "use strict";

  const { project, turns } = L.journey.mercator;
  const RADIUS = { stop: 3, end: 5.5, other: 4.5 }; // pixels

  // All dots, those along each leg, and where a dot is in a view, in pixels, on each turn round the world.
  L.journey.dots = ({ legs, ends, elsewhere }) => {
    /** @type {(stop: Stop, leg: number, radius: number) => Dot} */
    const dot = (stop, leg, radius) => ({ stop, leg, radius, place: project(...stop.at) });
    const all = [
      ...elsewhere.map((other) => dot(other, other.leg || 0, RADIUS.other)),
      ...ends.map((end) => dot(end, end.leg || 0, RADIUS.end)),
      ...legs.flatMap((leg, i) => leg.stops.map((stop) => dot(stop, i, RADIUS.stop))),
    ];
    const index = new Map(legs.map(({ id }, i) => [id, i]));
    /** @type {Dot[][]} */
    const along = legs.map(() => []);
    all.forEach((one) => (one.stop.legs ? one.stop.legs.map((id) => index.get(id) ?? one.leg) : [one.leg])
      .forEach((leg) => along[leg].push(one)));
    return {
      all,
      along,
      spots: (view, { place: [x, y] }) => turns(view, x, x).map((turn) => [(x + turn) * view.scale - view.x, y * view.scale - view.y]),
    };
  };
})(window.L);
