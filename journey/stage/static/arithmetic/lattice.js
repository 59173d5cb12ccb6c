/* Where the lines of the graticule run in a view. Free of the DOM and of the map. */
// needs: arithmetic/arithmetic
/** The bounds of a view, in degrees; longitude goes on beyond 180.
 * @typedef {{getSouth(): number, getNorth(): number, getWest(): number, getEast(): number}} Bounds
 * @typedef {{lattice: (bounds: Bounds) => {parallels: number[], meridians: number[]}}} Gives */
(function (L) {
  "use strict";

  const LINES = 4; // meridians that a view has about
  const POLE = 85; // degrees of latitude beyond which the map has no line

  // Multiples of `step` from one number to another.
  /** @type {(from: number, to: number, step: number) => number[]} */
  const multiples = (from, to, step) => {
    const first = Math.ceil(from / step);
    return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, i) => (first + i) * step);
  };

  // Latitudes and longitudes, in degrees, whose lines cross the view.
  L.journey.lattice = (bounds) => {
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    const step = L.journey.arithmetic.spacing(Math.max(east - west, 1e-6), LINES);
    return {
      parallels: multiples(Math.max(bounds.getSouth(), -POLE), Math.min(bounds.getNorth(), POLE), step),
      meridians: multiples(west, east, step),
    };
  };
})(window.L);
