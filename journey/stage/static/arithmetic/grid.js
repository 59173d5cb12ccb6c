/* What of a view is land, where borders run, and whose the land beside them is: in cells, without a canvas or a map. */
// needs: arithmetic/arithmetic arithmetic/mercator
/** A grid of `cols` by `rows` cells of `cell` pixels: what area of land is there, counted from 1, or 0, and what a border runs through, 1 or 0, row by row;
 * `held` has whose all of each area is, from 1 on, or ""; `seeds` are
 * cells beside a border with the code of the country on that side. An area is rings, a border lines, of x and y in the Mercator
 * square, from the indexes `starts` on; `sides` has four letters a line: the countries left and right of it.
 * @typedef {import("./mercator.js").Window} Window
 * @typedef {{points: Float64Array, starts: number[], box: number[]}} Lines
 * @typedef {Lines & {country?: string}} Area
 * @typedef {Lines & {sides: string}} Border
 * @typedef {{cols: number, rows: number, cell: number, land: Uint16Array, held: string[], wall: Uint8Array, seeds: {at: number, code: string}[]}} Grid
 * @typedef {{grid: (view: Window, cell: number, areas: Area[], borders: Border[]) => Grid}} Gives */
(function (L) {
  "use strict";

  const { clip } = L.journey.arithmetic;
  const { turns } = L.journey.mercator;
  const ASIDE = [1.6, 2.6]; // cells off a border at which it is said whose the land is
  const STEPS = [0.6, 1.1, 1.6, 2.1, 2.6]; // cells off it at which there has to be land up to there
  const CHORD = 1.5; // cells of a border that give its direction

  // Calls each(x0, y0, x1, y1, part) with the edges of lines in cells, at every turn round the world that is in view.
  /** @type {(lines: Lines, view: Window, cell: number, each: (x0: number, y0: number, x1: number, y1: number, part: number) => void) => void} */
  const edges = ({ points, starts, box }, view, cell, each) => {
    const [top, bottom] = [box[1] * view.scale - view.y, box[3] * view.scale - view.y];
    if (bottom < -2 * cell || top > view.h + 2 * cell) return;
    const scale = view.scale / cell;
    turns(view, box[0], box[2], 2 * cell).forEach((turn) => {
      const [dx, dy] = [turn * scale - view.x / cell, -view.y / cell];
      starts.forEach((start, part) => {
        const end = part + 1 < starts.length ? starts[part + 1] : points.length / 2;
        for (let i = start + 1; i < end; i += 1) {
          each(points[2 * i - 2] * scale + dx, points[2 * i - 1] * scale + dy, points[2 * i] * scale + dx, points[2 * i + 1] * scale + dy, part);
        }
      });
    });
  };

  // Which area each cell has its middle in: along a row, it begins or ends at every edge that is crossed.
  /** @type {(areas: Area[], view: Window, cell: number, cols: number, rows: number) => Uint16Array} */
  const filled = (areas, view, cell, cols, rows) => {
    const land = new Uint16Array(cols * rows);
    areas.forEach((area, i) => edges(area, view, cell, (x0, y0, x1, y1) => {
      const first = Math.max(0, Math.ceil(Math.min(y0, y1) - 0.5));
      const last = Math.min(rows - 1, Math.ceil(Math.max(y0, y1) - 0.5) - 1);
      for (let row = first; row <= last; row += 1) {
        const col = Math.max(0, Math.ceil(x0 + ((row + 0.5 - y0) / (y1 - y0)) * (x1 - x0) - 0.5));
        if (col < cols) land[row * cols + col] ^= i + 1;
      }
    }));
    for (let row = 0; row < rows; row += 1) {
      for (let i = row * cols + 1; i < (row + 1) * cols; i += 1) land[i] ^= land[i - 1];
    }
    return land;
  };

  L.journey.grid = (view, cell, areas, borders) => {
    const [cols, rows] = [Math.ceil(view.w / cell), Math.ceil(view.h / cell)];
    const land = filled(areas, view, cell, cols, rows);
    const wall = new Uint8Array(cols * rows);
    /** @type {Grid["seeds"]} */
    const seeds = [];
    /** @type {(x: number, y: number) => number} */
    const at = (x, y) => (x >= 0 && y >= 0 && x < cols && y < rows ? Math.floor(y) * cols + Math.floor(x) : -1);
    // Left of who goes east is up, where y is less.
    /** @type {(x0: number, y0: number, x1: number, y1: number, left: string, right: string) => void} */
    const sow = (x0, y0, x1, y1, left, right) => {
      const [dx, dy, long] = [x1 - x0, y1 - y0, Math.hypot(x1 - x0, y1 - y0)];
      ASIDE.forEach((far) => [left, right].forEach((code, i) => {
        /** @type {(cells: number) => number} */
        const spot = (cells) => {
          const off = ((i ? -1 : 1) * cells) / long;
          return at((x0 + x1) / 2 + dy * off, (y0 + y1) / 2 - dx * off);
        };
        // Beyond water it says nothing.
        if (STEPS.every((step) => step > far || land[spot(step)])) seeds.push({ at: spot(far), code });
      }));
    };
    borders.forEach((border) => {
      let [part, x, y] = [-1, 0, 0];
      edges(border, view, cell, (x0, y0, x1, y1, line) => {
        if (line !== part) [part, x, y] = [line, x0, y0];
        const seen = clip(x0, y0, x1, y1, [-4, -4, cols + 4, rows + 4]);
        if (!seen) {
          [x, y] = [x1, y1];
          return;
        }
        if (seen[0] !== x0 || seen[1] !== y0) [x, y] = [seen[0], seen[1]];
        const steps = Math.max(1, Math.ceil(Math.hypot(seen[2] - seen[0], seen[3] - seen[1]) * 2));
        for (let step = 1; step <= steps; step += 1) {
          const [u, v] = [seen[0] + ((seen[2] - seen[0]) * step) / steps, seen[1] + ((seen[3] - seen[1]) * step) / steps];
          const place = at(u, v);
          if (place >= 0) wall[place] = 1;
          if (Math.hypot(u - x, v - y) >= CHORD) {
            sow(x, y, u, v, border.sides.slice(4 * part, 4 * part + 2), border.sides.slice(4 * part + 2, 4 * part + 4));
            [x, y] = [u, v];
          }
        }
      });
    });
    return { cols, rows, cell, land, held: ["", ...areas.map(({ country = "" }) => country)], wall, seeds };
  };
})(window.L);
