/* Whose land is in any view: by the borders in it, by places on it, else by what a wider view shows, else nobody's. */
// needs: arithmetic/grid arithmetic/mercator arithmetic/owners
/** A place's point is [lat, lon], its country a two-letter code, or "" where it has none.
 * @typedef {import("./grid.js").Grid} Grid
 * @typedef {import("./grid.js").Area} Area
 * @typedef {import("./grid.js").Border} Border
 * @typedef {import("./mercator.js").Window} Window
 * @typedef {import("./owners.js").Owned} Owned
 * @typedef {{grid: Grid, owned: Owned}} Land
 * @typedef {{whose: (areas: Area[], borders: Border[], places: {at: Point, country?: string}[]) => (view: Window) => Land}} Gives */
(function (L) {
  "use strict";

  const { project, turns } = L.journey.mercator;
  const CELLS = 20000; // cells that a view has at the most
  const LEAST = 8; // pixels: side of a cell, where there are fewer
  const WIDER = 8; // times that a view is widened where nothing in it tells whose the land is
  const WIDEST = 512; // pixels: side of the Mercator square below which no view is widened
  const NEAR = 3; // cells within which land of a wider view is looked for

  /** @type {(view: Window) => Window} */
  const widened = (view) => ({
    ...view, scale: view.scale / WIDER, zoom: view.zoom - Math.log2(WIDER),
    x: (view.x + view.w / 2) / WIDER - view.w / 2, y: (view.y + view.h / 2) / WIDER - view.h / 2,
  });

  // Whether a spot lies in an area: an odd number of its edges is east of it.
  /** @type {(area: Area, spot: [number, number]) => boolean} */
  const holds = ({ points, starts, box }, [x, y]) => {
    if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
    let odd = false;
    starts.forEach((start, part) => {
      for (let i = 2 * start + 2; i < 2 * (starts[part + 1] ?? points.length / 2); i += 2) {
        const [x0, y0, x1, y1] = [points[i - 2], points[i - 1], points[i], points[i + 1]];
        if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) odd = !odd;
      }
    });
    return odd;
  };

  // A country's code within a few cells of a place in pixels, on land that may be of several, the nearest first, or "".
  /** @type {(grid: Grid, owned: Owned, x: number, y: number) => string} */
  const about = ({ cols, rows, cell, land, held }, { codes, of }, x, y) => {
    let [best, least] = ["", Infinity];
    const [col, row] = [Math.floor(x / cell), Math.floor(y / cell)];
    for (let v = Math.max(0, row - NEAR); v <= Math.min(rows - 1, row + NEAR); v += 1) {
      for (let u = Math.max(0, col - NEAR); u <= Math.min(cols - 1, col + NEAR); u += 1) {
        const code = of[v * cols + u];
        const off = Math.hypot(u - col, v - row);
        if (code >= 0 && off < least && !held[land[v * cols + u]]) [best, least] = [codes[code], off];
      }
    }
    return best;
  };

  L.journey.whose = (areas, borders, places) => {
    const states = new Set(borders.flatMap(({ sides }) => sides.match(/../g) || []));
    // Of an island it is known whose it is, and the grid may put a place on it on other land close by.
    const spots = places.filter(({ country }) => country).map(({ at, country = "" }) => ({ spot: project(...at), code: country, bounded: states.has(country) }))
      .filter(({ spot, code }) => !areas.some((area) => area.country === code && holds(area, spot)));
    // The cells of places.
    /** @type {(view: Window, grid: Grid) => import("./owners.js").Places} */
    const settled = (view, { cols, rows, cell }) => spots.flatMap(({ spot: [x, y], ...place }) => turns(view, x, x).flatMap((turn) => {
      const [col, row] = [((x + turn) * view.scale - view.x) / cell, (y * view.scale - view.y) / cell].map(Math.floor);
      return row >= 0 && row < rows && col >= 0 && col < cols ? [{ at: row * cols + col, ...place }] : [];
    }));
    /** @type {(view: Window) => Land} */
    const look = (view) => {
      const cell = Math.max(LEAST, Math.sqrt((view.w * view.h) / CELLS));
      const grid = L.journey.grid(view, cell, areas, borders);
      const wider = widened(view);
      /** @type {Land | null} */
      let wide = null;
      const owned = L.journey.owners(grid, settled(view, grid), (at) => {
        const [x, y] = [((at % grid.cols) + 0.5) * cell, (Math.floor(at / grid.cols) + 0.5) * cell];
        if (wider.scale < WIDEST) return "";
        wide ||= look(wider);
        return about(wide.grid, wide.owned, (view.x + x) / WIDER - wider.x, (view.y + y) / WIDER - wider.y);
      });
      return { grid, owned };
    };
    return look;
  };
})(window.L);
