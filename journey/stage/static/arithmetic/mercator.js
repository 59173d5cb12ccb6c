/* The Mercator square: the world as 0..1 from west to east and from north to south. */
/** What of the square is seen: its side and the zoom, and the corner and size of what is seen in pixels of the square.
 * @typedef {{scale: number, zoom: number, x: number, y: number, w: number, h: number}} Window
 * @typedef {{mercator: {
 *   project(lat: number, lon: number): [number, number], unproject(x: number, y: number): Point, near(pixel: number): number,
 *   metres(view: Window): number, turns(view: Pick<Window, "scale" | "x" | "w">, from: number, to: number, edge?: number): number[],
 * }}} Gives */
(function (L) {
  "use strict";

  const FAR = 1e6; // pixels: beyond this a canvas loses precision, and only straight edges go so far
  const POLE = 85.0511; // degrees of latitude at which the Mercator square ends

  L.journey.mercator = {
    // x and y for a latitude and a longitude in degrees; x goes on beyond the square where the longitude does.
    project: (lat, lon) => {
      const sine = Math.sin((Math.max(-POLE, Math.min(POLE, lat)) * Math.PI) / 180);
      return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
    },

    // Latitude and longitude, in degrees, of x and y in the square.
    unproject: (x, y) => [(Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI, (x - 0.5) * 360],

    // Metres that a pixel is in the middle of a view.
    metres: ({ scale, y, h }) => 40075017 / scale / Math.cosh((0.5 - (y + h / 2) / scale) * 2 * Math.PI),

    // Pixels on a canvas that are not too far off it.
    near: (pixel) => Math.max(-FAR, Math.min(FAR, pixel)),

    // The turns round the world at which a span of x is in view or `edge` pixels beside it.
    turns: (view, from, to, edge = 0) => {
      const first = Math.ceil((view.x - edge) / view.scale - to);
      const last = Math.floor((view.x + view.w + edge) / view.scale - from);
      const found = [];
      for (let turn = first; turn <= last; turn += 1) found.push(turn);
      return found;
    },
  };
})(window.L);
