/* Where a large box stands on the map: on the water rather than on land, clear of the route. Free of the DOM and of the map. */
// needs: arithmetic/boxes
/** It stays in `frame`, off panels (`taken`), and off lines, points and what belongs to them. `grid` says what is land. In pixels.
 * @typedef {import("./boxes.js").Dot} Dot
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {Dot & {land: number}} Berth its left upper corner, and the share of it that lies on land, 0..1
 * @typedef {{berth: (w: number, h: number, room: {frame: Box, taken: Box[], lines: Dot[][], points: Dot[], grid: Grid | null}) => Berth | null}} Gives */
(function (L) {
  "use strict";

  const { filled, middled, beads } = L.journey.boxes;
  const STEP = 16; // pixels from one place that is tried to the next
  const PANEL = 16; // pixels off panels
  const ROUTE = 30; // pixels off the route, where the ways to its signs run
  const END = 44; // pixels off the ends, whose names stand there
  const DEAR = 4; // how much farther than the whole of the frame a place on land may be

  /** @type {WeakMap<Dot[][], import("./boxes.js").Boxes>} */
  const known = new WeakMap(); // what lines take up, for boxes of several sizes are tried

  // The share of a box that is land: of the cells that it touches.
  /** @type {(box: Box, grid: Grid | null) => number} */
  const onLand = ({ x, y, w, h }, grid) => {
    if (!grid) return 0;
    const { cols, rows, cell, land } = grid;
    const [west, east] = [Math.max(0, Math.floor(x / cell)), Math.min(cols - 1, Math.floor((x + w) / cell))];
    const [north, south] = [Math.max(0, Math.floor(y / cell)), Math.min(rows - 1, Math.floor((y + h) / cell))];
    let [all, dry] = [0, 0];
    for (let row = north; row <= south; row += 1) {
      for (let col = west; col <= east; col += 1) {
        all += 1;
        dry += land[row * cols + col];
      }
    }
    return all ? dry / all : 0;
  };

  // The place with the least land under it, and of those the one nearest to the middle; null where none is free.
  L.journey.berth = (w, h, { frame, taken, lines, points, grid }) => {
    const route = known.get(lines) || filled(lines.flatMap((line) => beads(line, frame)));
    known.set(lines, route);
    const [panels, ends] = [filled(taken), filled(points.map(({ x, y }) => middled(x, y, 0)))];
    const reach = Math.hypot(frame.w, frame.h) / 2;
    /** @type {Berth | null} */
    let best = null;
    let least = Infinity;
    for (let y = frame.y; y + h <= frame.y + frame.h; y += STEP) {
      for (let x = frame.x; x + w <= frame.x + frame.w; x += STEP) {
        const box = { x, y, w, h };
        const far = Math.hypot(x + w / 2 - frame.x - frame.w / 2, y + h / 2 - frame.y - frame.h / 2) / reach;
        const land = onLand(box, grid);
        const cost = DEAR * land + far;
        if (cost >= least || panels.hits(box, PANEL, 1) || ends.hits(box, END, 1) || route.hits(box, ROUTE, 1)) continue;
        [best, least] = [{ x, y, land }, cost];
      }
    }
    return best;
  };
})(window.L);
