/* What of the route lies under a point of the map. */
/** @typedef {import("./course.js").Course} Course
 * @typedef {import("./dots.js").Dots} Dots
 * @typedef {import("./lines.js").Lines} Lines
 * @typedef {{leg: number, stop: Stop | null}} Hit
 * @typedef {{hits: (stage: Stage, courses: Course[], dots: Dots, lines: Lines) => (point: L.Point) => Hit | null}} Gives */
(function (L) {
  "use strict";

  const REACH = 9; // pixels from a line at which it is meant
  const AROUND = 4; // pixels around a dot at which it is meant

  // The leg that is told or chosen.
  /** @type {(state: State) => number | null} */
  const front = ({ at, leg }) => (at ? at.leg : leg);

  // Returns a function from a point, in container pixels, to the stop or leg there, or null.
  L.journey.hits = ({ map, now }, courses, dots, lines) => (point) => {
    const view = lines.view();
    if (!view) return null;
    const { x, y } = map.containerPointToLayerPoint(point).add(map.getPixelOrigin()).subtract([view.x, view.y]);
    const told = front(now());
    const there = [...(told === null ? [] : dots.along(view, told)), ...dots.shown(view)]
      .filter((one) => dots.spots(view, one).some(([a, b]) => Math.hypot(a - x, b - y) <= one.radius + AROUND));
    if (there.length) return there.find(({ stop }) => !stop) || there[0];
    let [leg, least] = [-1, REACH];
    courses.forEach((course, index) => {
      const gap = course.distance(view, x, y);
      if (gap <= least) [leg, least] = [index, gap];
    });
    return leg < 0 ? null : { leg, stop: null };
  };
})(window.L);
