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

  // Returns a function from a point, in container pixels, to the stop or leg there, or null.
  L.journey.hits = ({ map }, courses, dots, lines) => (point) => {
    const view = lines.view();
    if (!view) return null;
    const { x, y } = map.containerPointToLayerPoint(point).add(map.getPixelOrigin()).subtract([view.x, view.y]);
    const dot = dots.all.find((one) => dots.spots(view, one).some(([a, b]) => Math.hypot(a - x, b - y) <= one.radius + AROUND));
    if (dot) return dot;
    let [leg, least] = [-1, REACH];
    courses.forEach((course, index) => {
      const gap = course.distance(view, x, y);
      if (gap <= least) [leg, least] = [index, gap];
    });
    return leg < 0 ? null : { leg, stop: null };
  };
})(window.L);
