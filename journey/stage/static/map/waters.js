/* The names of waters: seas and bays on their water, rivers along their line. */
// needs: arithmetic/alongside arithmetic/mercator
/** @typedef {import("./labels.js").Item} Item
 * @typedef {import("./toponyms.js").Place} Place
 * @typedef {import("./survey.js").Ground} Ground
 * @typedef {import("./survey.js").Surveyed} Surveyed
 * @typedef {import("../arithmetic/boxes.js").Dot} Dot
 * @typedef {import("../arithmetic/stands.js").Ask} Ask
 * @typedef {import("../arithmetic/stands.js").Stand} Stand
 * @typedef {{waters: (survey: () => Surveyed, ground: Ground, places: Place[],
 *   ranks: {sea: number, river: number}) => Item[]}} Gives */
(function (L) {
  "use strict";

  const { project, turns } = L.journey.mercator;
  const BAY = 6; // zoom from which on what is named is a bay
  const OFF = { sea: 320, bay: 70 }; // pixels that a name may stand off its point
  const EDGE = 8; // pixels at the edge of the view
  const NEAR = { zoom: 12, size: 20, times: 1.5 }; // from where names of rivers are larger, in pixels, and how many times that is

  // A point in pixels of the view, on the turn round the world that is nearest to its middle.
  /** @type {(at: Point, view: Surveyed["view"]) => Dot} */
  const spot = (at, view) => {
    const [x, y] = project(...at);
    const turn = Math.round((view.x + view.w / 2) / view.scale - x);
    return { x: (x + turn) * view.scale - view.x, y: y * view.scale - view.y };
  };

  // Whether only water lies on the straight way between two spots.
  /** @type {(grid: Surveyed["grid"], a: Dot, b: Dot) => boolean} */
  const open = ({ cols, rows, cell, land }, a, b) => {
    const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / cell) + 1;
    return Array.from({ length: steps }, (_, i) => i / Math.max(1, steps - 1)).every((part) => {
      const col = Math.max(0, Math.min(cols - 1, Math.floor((a.x + (b.x - a.x) * part) / cell)));
      const row = Math.max(0, Math.min(rows - 1, Math.floor((a.y + (b.y - a.y) * part) / cell)));
      return !land[row * cols + col];
    });
  };

  // Where the name of a sea stands: on water, as near to its point as can be.
  /** @type {(surveyed: Surveyed, at: Point, most: number, made: {w: number, h: number}, ask: Ask, broken?: boolean) => Stand | null} */
  const afloat = ({ view, grid, room }, at, most, { w, h }, ask, broken = false) => {
    const point = spot(at, view);
    const from = { x: Math.max(EDGE, Math.min(view.w - EDGE, point.x)), y: Math.max(EDGE, Math.min(view.h - EDGE, point.y)) };
    const found = room(null).fits(w, h).map((fit) => ({ fit, off: Math.hypot(fit.x + w / 2 - point.x, fit.y + h / 2 - point.y) }))
      .filter(({ off }) => off < most).sort((a, b) => a.off - 12 * a.fit.room - (b.off - 12 * b.fit.room));
    const free = found.find(({ fit }) => ask.clear(fit) && !ask.crossed(fit) && open(grid, from, { x: fit.x + w / 2, y: fit.y + h / 2 }));
    return free ? { x: free.fit.x, y: free.fit.y, w, h, broken } : null;
  };

  // The lines of each river by its name: those to which one of its points is nearest.
  /** @type {(ground: Ground, points: {name: string, at: Point}[]) => Map<string, [number, number][][]>} */
  const named = ({ borders }, points) => {
    const spots = points.map(({ name, at }) => ({ name, spot: project(...at) }));
    /** @type {Map<string, [number, number][][]>} */
    const found = new Map();
    borders.filter(({ kind }) => kind === "river" && spots.length).forEach(({ points: flat, starts }) => starts.forEach((start, part) => {
      const end = part + 1 < starts.length ? starts[part + 1] : flat.length / 2;
      /** @type {[number, number][]} */
      const line = Array.from({ length: end - start }, (_, i) => [flat[2 * (start + i)], flat[2 * (start + i) + 1]]);
      const { name } = spots.map((one) => ({ name: one.name, off: Math.min(...line.map(([x, y]) => Math.hypot(x - one.spot[0], y - one.spot[1]))) }))
        .reduce((best, one) => (one.off < best.off ? one : best));
      found.set(name, [...(found.get(name) || []), line]);
    }));
    return found;
  };

  /** @type {(view: Surveyed["view"], lines: [number, number][][]) => Dot[][]} */
  const seen = (view, lines) => lines.flatMap((line) => turns(view, Math.min(...line.map(([x]) => x)), Math.max(...line.map(([x]) => x)))
    .map((turn) => line.map(([x, y]) => ({ x: (x + turn) * view.scale - view.x, y: y * view.scale - view.y }))));

  L.journey.waters = (survey, ground, places, ranks) => {
    /** @type {Item[]} */
    const seas = places.filter(({ kind }) => kind === "sea").map((place) => {
      const kind = place.zoom >= BAY ? "bay" : "sea";
      return {
        kind, text: place.name.replace(" / ", " /\n"), at: place.at, rank: ranks.sea + (kind === "bay" ? 0.5 : 0), zoom: place.zoom,
        here: () => {
          const { view } = survey();
          const { x, y } = spot(place.at, view);
          return view.zoom >= place.zoom && x > -OFF[kind] && y > -OFF[kind] && x < view.w + OFF[kind] && y < view.h + OFF[kind];
        },
        pick: (made, ask) => afloat(survey(), place.at, OFF[kind], made, ask)
          || (made.broken && afloat(survey(), place.at, OFF[kind], made.broken, ask, true)),
      };
    });
    const points = places.filter(({ kind }) => kind === "river");
    const rivers = [...named(ground, points)].map(([text, lines]) => {
      const zoom = Math.min(...points.filter(({ name }) => name === text).map((place) => place.zoom));
      return /** @type {Item} */ ({
        kind: "river", text, at: [0, 0], rank: ranks.river, zoom,
        here: () => survey().view.zoom >= zoom,
        pick: ({ w, h }, ask) => {
          const { view } = survey();
          const frame = { x: EDGE, y: EDGE, w: view.w - 2 * EDGE, h: view.h - 2 * EDGE };
          const near = view.zoom >= NEAR.zoom;
          const times = near ? NEAR.times : 1;
          const stand = L.journey.alongside(seen(view, lines), w * times, h * times, frame).find((one) => ask.clear(one) && !ask.crossed(one));
          return stand ? { ...stand, ...(near ? { size: NEAR.size, spacing: 0.05 } : {}) } : null;
        },
      });
    });
    return [...seas, ...rivers];
  };
})(window.L);
